"""The project's own files: what is installed is what was declared and pinned."""

import re
import socket
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

from tests.conftest import NetworkReachedError

ROOT = Path(__file__).parents[2]
PACKAGES = ("knowledge", "evaluator", "assistant", "api")


def project() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def declared() -> list[Requirement]:
    extras = project()["optional-dependencies"].values()
    lines = project()["dependencies"] + [line for extra in extras for line in extra]
    return [Requirement(line) for line in lines]


def pins() -> dict[NormalizedName, Version]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in pairs}


def test_every_declared_dependency_has_a_pin_that_it_allows() -> None:
    wrong = [
        str(requirement)
        for requirement in declared()
        if not requirement.specifier.contains(pins().get(canonicalize_name(requirement.name), "0"))
    ]
    assert wrong == []


def test_constraints_hold_versions_and_nothing_of_the_machine_that_wrote_them() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()[1:]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!]+", line)] == []


def test_the_installed_versions_are_the_pinned_ones() -> None:
    installed = {
        canonicalize_name(dist.name): Version(Version(dist.version).public)
        for dist in metadata.distributions()
    }
    assert {name: installed[name] for name in pins() if name in installed} == {
        name: version for name, version in pins().items() if name in installed
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_its_duty_and_is_typed(package: str) -> None:
    first_line = (ROOT / package / "__init__.py").read_text("utf-8").partition("\n")[0]
    assert re.fullmatch(r'"""[A-Z].+\."""', first_line)
    assert (ROOT / package / "py.typed").exists()


def test_no_test_can_reach_another_machine() -> None:
    with pytest.raises(NetworkReachedError, match=r"jasyl\.example"):
        socket.create_connection(("jasyl.example", 80), timeout=0.1)
    with socket.socket() as sock, pytest.raises(NetworkReachedError, match=r"192\.0\.2\.1"):
        sock.connect(("192.0.2.1", 80))
