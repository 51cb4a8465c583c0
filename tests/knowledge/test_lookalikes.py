"""Rows that words do not tell apart: one question for a pair, and an answer to each row."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeFaults
from knowledge.load import ROOT, load_knowledge
from knowledge.lookalikes import read_lookalikes
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import read_yaml

KNOWLEDGE = load_knowledge()
CODES = KNOWLEDGE.editions[-1].rows
GROUPS = KNOWLEDGE.lookalikes
TEXT = "{kk: Су?, ru: Вода?, en: Water?}"


def written(folder: Path, *codes: str) -> Path:
    """A file with one group of 5.1.4 and 5.2.6 whose answers lead to these rows."""
    answers = "".join(f'    - {{code: "{code}", answer: {TEXT}}}\n' for code in codes)
    path = folder / "lookalikes.yaml"
    path.write_text(f'- rows: ["5.1.4", "5.2.6"]\n  question: {TEXT}\n  answers:\n{answers}', "utf-8")
    return path


def test_every_group_of_our_own_file_loads() -> None:
    assert [list(group.rows) for group in GROUPS] == [
        entry["rows"] for entry in read_yaml(ROOT / "lookalikes.yaml")
    ]
    assert GROUPS


def test_a_row_that_the_edition_lacks_is_refused_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "5.1.4", "5.2.6")
    assert len(read_lookalikes(path, CODES)) == 1
    with pytest.raises(KnowledgeFaults, match=r"lookalikes\.yaml:1: .* names the unknown row 5\.2\.6"):
        read_lookalikes(path, {"5.1.4"})


@pytest.mark.parametrize("codes", [("5.1.4", "5.1.4"), ("5.1.4", "5.2.6", "5.1.1")], ids=["lost", "strange"])
def test_a_row_without_an_answer_and_an_answer_to_a_row_outside_the_group_are_refused(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    with pytest.raises(KnowledgeFaults, match=r"lookalikes\.yaml:1: .* must lead to each of the rows"):
        read_lookalikes(written(tmp_path, *codes), CODES)


def test_a_pair_of_rows_stands_in_one_group_only() -> None:
    pairs = Counter(frozenset(pair) for group in GROUPS for pair in combinations(group.rows, 2))
    assert [sorted(pair) for pair, times in pairs.items() if times > 1 or len(pair) == 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_ends_with_a_question_mark_and_no_two_answers_are_the_same(language: Language) -> None:
    assert [group.rows for group in GROUPS if not group.question[language].endswith("?")] == []
    said = {group.rows: [way.answer[language] for way in group.answers] for group in GROUPS}
    assert [rows for rows, answers in said.items() if len(set(answers)) < len(answers)] == []
