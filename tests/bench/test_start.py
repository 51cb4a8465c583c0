"""How long the commands take to answer, and what the service costs before it is ready."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

JASYL = Path(sys.executable).with_name("jasyl")
READY = 15  # s
PROMPT = 1  # s
ROUNDS = 5


def wall(*arguments: str) -> float:
    """The best wall time of a command, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([JASYL, *arguments], capture_output=True, check=False)  # noqa: S603 - our own program
        taken.append(time.perf_counter() - start)
    return min(taken)


@pytest.mark.bench
def test_the_commands_that_need_no_model_answer_at_once() -> None:
    check = ("check", "1.4.2", "hydropower_plant=true", "rated_capacity=40 MW", "reservoir_area=3 km2")
    taken = {"jasyl --help": wall("--help"), "jasyl check": wall(*check, "eia_allows=true")}
    sys.stdout.write("\n")
    for name, seconds in taken.items():
        sys.stdout.write(f"{name:34}{seconds:12.2f} s\n")
    assert max(taken.values()) < PROMPT


def memory(process: int) -> float:
    """The resident memory of a process, in MiB."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


@pytest.mark.bench
def test_the_service_is_ready_in_time(data_folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"JASYL_DATA": str(data_folder)}
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        [JASYL, "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as service:
        try:
            while not ready(port):
                assert service.poll() is None, "the service ended"
                assert time.perf_counter() - start < 4 * READY
                time.sleep(0.05)
            taken, used = time.perf_counter() - start, memory(service.pid)
        finally:
            service.terminate()
    sys.stdout.write(
        f"\n{'jasyl serve up to /health ready':34}{taken:12.2f} s\n{'its memory then':34}{used:12.0f} MiB\n"
    )
    assert taken < READY


def ready(port: int) -> bool:
    """Whether /health says that all is loaded."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return all(json.load(answer)["loaded"].values())
    except (urllib.error.URLError, OSError):
        return False
