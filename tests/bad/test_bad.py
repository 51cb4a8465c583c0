"""Each broken input earns exactly the message beside it; many broken inputs earn all of theirs at once.

A folder holds `change.yaml` (what is broken in a copy of our data: in `file`, the first `find` becomes
`put`; `^` is the beginning of the file) and `expected.txt` (every fault, a line each).
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from evaluator.rulebook import Rulebook
from knowledge.errors import Fault, KnowledgeFaults
from knowledge.load import ROOT, load_knowledge
from knowledge.phrases import check_phrases
from knowledge.yamlfile import read_yaml

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/change.yaml"))
EDITION = Path("taxonomy") / "2025-04-21"
ROWS = ("1.4.2", "2.1.1", "7.2.1", "8.1.1")  # what the broken inputs touch, so that a copy loads fast


def copied(folder: Path) -> Path:
    """A copy of our data with a few of the rows."""
    root = folder / "knowledge"
    (root / EDITION / "rows").mkdir(parents=True)
    for name in ("facts", "phrases"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "units.yaml", root)
    (root / "lookalikes.yaml").write_text("[]", encoding="utf-8")  # its rows are not all copied
    for name in ("edition.yaml", "layout.txt", "law.kk.txt", *(f"rows/{row}.yaml" for row in ROWS)):
        shutil.copy(ROOT / EDITION / name, root / EDITION / name)
    return root


def broken(root: Path, names: Iterable[str]) -> None:
    """Break the copy in these ways."""
    for name in names:
        for change in read_yaml(HERE / name / "change.yaml"):
            path = root / change["file"]
            text = path.read_bytes().decode("utf-8")
            find, put = change["find"], change["put"]
            assert find == "^" or find in text, f"{name}: {change['file']} no longer has {find!r}"
            path.write_bytes((put + text if find == "^" else text.replace(find, put, 1)).encode())


def faults(root: Path) -> tuple[Fault, ...]:
    """Every fault of phrases, data and rules."""
    found = list(check_phrases(root / "phrases"))
    try:
        knowledge = load_knowledge(root)
    except KnowledgeFaults as error:
        return tuple(sorted({*found, *error.faults}))
    for edition in knowledge.editions:
        found.extend(Rulebook(knowledge, edition).check())
    return tuple(sorted(set(found)))


def expected(name: str) -> list[str]:
    return (HERE / name / "expected.txt").read_text("utf-8").splitlines()


def test_the_copy_has_no_fault_before_it_is_broken(tmp_path: Path) -> None:
    assert faults(copied(tmp_path)) == ()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_broken_input_earns_exactly_the_message_beside_it(name: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    broken(root, [name])
    assert [str(fault) for fault in faults(root)] == expected(name)
    assert expected(name)


@pytest.mark.parametrize(
    "names",
    [
        (
            "missing_language_in_row",
            "unknown_unit_of_a_fact",
            "phrase_variable_mismatch",
            "derived_from_no_fact",
        ),
        (
            "unknown_fact_in_rule",
            "missing_note",
            "choice_that_does_not_exist",
            "phrase_missing_in_one_language",
        ),
        ("unknown_unit_in_rule", "quote_not_in_the_law", "same_as_nowhere", "broken_phrase_file"),
    ],
    ids=["data", "rules", "rules_and_phrases"],
)
def test_the_faults_of_several_files_are_told_all_at_once(names: tuple[str, ...], tmp_path: Path) -> None:
    root = copied(tmp_path)
    broken(root, names)
    wanted = {_without_line(line) for name in names for line in expected(name)}
    assert wanted <= {_without_line(str(fault)) for fault in faults(root)}


def _without_line(message: str) -> str:
    where, _, what = message.partition(": ")
    return f"{where.partition(':')[0]}: {what}"


def test_a_fault_names_its_file_and_where_it_can_its_line() -> None:
    for name in FOLDERS:
        for line in expected(name):
            assert line.startswith("knowledge/"), line
