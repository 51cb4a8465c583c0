"""The command as a person or a script calls it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli import language_of_terminal
from knowledge.text import LANGUAGES

Run = Callable[..., subprocess.CompletedProcess[str]]

FACTS = ["hydropower_plant=yes", "rated_capacity=40MW", "reservoir_area=3km2", "eia_allows=yes"]
GREEN = ["check", "1.4.2", *FACTS, "--on", "2026-01-15"]
HEAVY = ["torch", "chromadb", "langchain", "langchain_core", "sentence_transformers", "sklearn", "fastapi"]


@pytest.fixture
def run(data_folder: Path, tmp_path: Path) -> Run:
    """Run `jasyl` in a folder of its own."""

    def call(*arguments: str, said: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "JASYL_DATA": str(data_folder),
            "JASYL_DATABASE": str(tmp_path / "store.sqlite"),
            "HF_HUB_OFFLINE": "1",
            "LANG": "C.UTF-8",
            **more,
        }
        return subprocess.run(  # noqa: S603 - our own command
            [Path(sys.executable).with_name("jasyl"), *arguments],
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
            timeout=120,
        )

    return call


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_told_in_the_language_of_the_terminal(run: Run, language: str) -> None:
    result = run("--help", LANG=f"{language}_KZ.UTF-8")
    assert result.returncode == 0
    assert "check-knowledge" in result.stdout
    assert not re.search(r"\bcli-", result.stdout)


def test_the_quick_commands_import_nothing_heavy() -> None:
    code = (
        "import sys; from api.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        f"sys.stderr.write(repr(sorted(set({HEAVY}) & set(sys.modules))))"
    )
    for arguments in (["--help"], GREEN, ["check", "1.4.2", "--facts"], ["check-knowledge"]):
        result = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
        )
        assert result.stderr == "[]", arguments


def test_a_green_project_exits_with_0(run: Run) -> None:
    result = run(*GREEN)
    assert result.returncode == 0, result.stderr
    assert "Green" in result.stdout
    assert "\x1b[" not in result.stdout


def test_a_project_that_is_not_green_exits_with_1(run: Run) -> None:
    facts = [fact.replace("40MW", "140MW") for fact in GREEN]
    assert run(*facts).returncode == 1


def test_what_cannot_be_said_yet_exits_with_3_and_names_what_is_missing(run: Run) -> None:
    result = run(*GREEN[:-3], "--floor", "evidenced", "--json")
    assert result.returncode == 3
    assert json.loads(result.stdout)["missing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_printed_in_three_languages(run: Run, language: str) -> None:
    result = run(*GREEN, "--language", language)
    assert result.returncode == 0
    assert "меншікті қуат" in result.stdout  # the words of the law, in Kazakh, in each


def test_an_unknown_fact_suggests_near_ones_and_exits_with_2(run: Run) -> None:
    result = run("check", "1.4.2", "rated_capasity=40MW")
    assert result.returncode == 2
    assert "rated_capacity" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "9.9.9"], 4),
        (["check", "1.4.2", "rated_capacity=-5MW"], 4),
        (["check", "1.4.2", "--on", "2020-01-01"], 4),
        (["check", "1.4.2", "--on", "yesterday"], 2),
        (["check", "1.4.2", "rated_capacity"], 2),
        (["check", "1.4.2", "eia_allows=yes", "eia_allows=no"], 2),
        (["check", "--no-such-option"], 2),
        (["no-such-command"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_what_cannot_be_used_has_its_exit_code(run: Run, arguments: list[str], code: int) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_an_error_is_json_where_json_is_asked_for(run: Run) -> None:
    result = run("check", "1.4.2", "rated_capacity=-5MW", "--json")
    told = json.loads(result.stdout)
    assert (result.returncode, told["code"]) == (4, "unusable_facts")
    assert told["faults"][0]["fact"] == "rated_capacity"


def test_the_facts_of_a_row_are_listed(run: Run) -> None:
    result = run("check", "1.4.2", "--facts")
    assert result.returncode == 0
    assert any(line.startswith("reservoir_area\t") for line in result.stdout.splitlines())


def test_a_saved_verdict_is_verified_and_a_forged_one_is_not(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "verdict.json"
    saved.write_text(run(*GREEN, "--json").stdout, "utf-8")
    assert run("verify", str(saved)).returncode == 0
    forged = saved.read_text("utf-8").replace('"40"', '"41"').replace("40 MW", "41 MW")
    assert forged != saved.read_text("utf-8")
    saved.write_text(forged, "utf-8")
    assert run("verify", str(saved)).returncode == 1


@pytest.mark.parametrize("content", ["", "[]", "{}", "{", '{"certificate": 1}', "\x00"])
def test_a_file_that_is_no_verdict_exits_with_4(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "verdict.json"
    file.write_text(content, "utf-8")
    result = run("verify", str(file))
    assert result.returncode == 4
    assert "Traceback" not in result.stderr


def test_a_description_is_matched(run: Run) -> None:
    result = run("match", "солнечные панели на крышу пекарни", "--json")
    assert result.returncode in {0, 3}
    assert json.loads(result.stdout)["language"] == "ru"


def test_a_question_is_answered(run: Run) -> None:
    result = run("ask", "Что такое НДТ?", "--json")
    assert json.loads(result.stdout)["status"]


def test_a_conversation_runs_through_a_pipe(run: Run) -> None:
    said = "Строим ГЭС на 40 МВт с водохранилищем 3 км²\n1.4.2\nда\n/facts\n/verdict\n/exit\n"
    result = run("chat", "--language", "ru", said=said)
    assert result.returncode == 0, result.stderr
    assert "40" in result.stdout


def test_a_conversation_for_machines_is_a_line_of_json_a_turn(run: Run) -> None:
    result = run("chat", "--json", "--language", "kk", said="сәлем\nреттелген 40 МВт СЭС\n")
    turns = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(turns) == 2
    assert all({"reply", "state"} <= turn.keys() for turn in turns)


def test_an_edition_does_not_differ_from_itself(run: Run) -> None:
    result = run("diff", "2025-04-21", "2025-04-21", "--json")
    assert (result.returncode, json.loads(result.stdout)["rows"]) == (0, [])


def test_an_unknown_edition_exits_with_4(run: Run) -> None:
    assert run("diff", "2025-04-21", "1999-01-01").returncode == 4


def test_the_doctor_finds_the_build(run: Run) -> None:
    findings = {finding["name"]: finding for finding in json.loads(run("doctor", "--json").stdout)}
    assert findings["build"]["well"]
    assert findings["knowledge"]["well"]


def test_the_doctor_says_what_to_do_where_nothing_is_built(run: Run, tmp_path: Path) -> None:
    result = run("doctor", JASYL_DATA=str(tmp_path / "nothing"))
    assert result.returncode == 1
    assert "jasyl build" in result.stdout


def test_the_knowledge_has_no_fault(run: Run) -> None:
    result = run("check-knowledge")
    assert result.returncode == 0, result.stdout


def test_a_misspelt_setting_is_refused_by_name(run: Run) -> None:
    result = run(*GREEN, JASYL_HOTS="x")
    assert result.returncode == 4
    assert "JASYL_HOTS" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--language", "kk"], {"LANG": "ru_RU.UTF-8"}, "kk"),
        (["--language=en"], {"LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LANG": "kk_KZ.UTF-8", "JASYL_LANGUAGE": "ru"}, "ru"),
        ([], {"LC_ALL": "ru", "LANG": "kk"}, "ru"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        (["--language"], {}, "en"),
        ([], {"LANG": "kkj_CM"}, "en"),
    ],
    ids=str,
)
def test_the_language_is_found(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert language_of_terminal(arguments, environment) == expected
