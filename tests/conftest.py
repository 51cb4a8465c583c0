"""What holds for every test: no network, no setting of this machine, and in CI no skips."""

import os
import sys
from pathlib import Path

import pytest

LOOPBACK = frozenset({"", "127.0.0.1", "::1", "localhost", None})
FOREIGN = ("JASYL_", "HF_", "LANGCHAIN_", "LANGSMITH_", "OPENAI_", "OTEL_")

ALL_PEERS, YARDSTICK = os.environ.get("JASYL_BENCH_ALL", ""), os.environ.get("JASYL_YARDSTICK", "")

for name in [name for name in os.environ if name.startswith(FOREIGN)]:
    del os.environ[name]
os.environ["HF_HUB_OFFLINE"] = "1"  # read when huggingface_hub is imported


class NetworkReachedError(RuntimeError):
    """A test tried to reach another machine."""


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Refuse to connect to, or look up, any address but this machine's own."""
    if event == "socket.connect":
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None  # else a socket file's path
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host not in LOOPBACK:
        message = f"a test may not reach {host!r}: the outside world is data under tests/"
        raise NetworkReachedError(message)


sys.addaudithook(refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make bench` measures besides; of each the environment may say the same."""
    parser.addoption(
        "--all-peers", action="store_true", default=bool(ALL_PEERS), help="measure peers that take minutes"
    )
    parser.addoption("--yardstick", default=YARDSTICK, help="a sentence-transformers folder to measure")


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the model and the index, built once for all workers of a run."""
    from api.composition import Services
    from api.settings import Settings

    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "data"
    Services(Settings(data=folder)).build()
    return folder


def skipped_in_ci(config: pytest.Config) -> int:
    """How many tests were skipped, if this is CI, where a skipped test is one that nobody runs."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("CI") or reporter is None:
        return 0
    return len(reporter.stats.get("skipped", []))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI that skipped a test."""
    if session.exitstatus == pytest.ExitCode.OK and skipped_in_ci(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why such a run failed."""
    if count := skipped_in_ci(config):
        terminalreporter.write_line(f"{count} skipped: in CI every test has to run.", red=True)
