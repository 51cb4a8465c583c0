"""The lines that say how people speak, their held-out part, and the wall between the two."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.corpus import HELD_OUT, NONE, Utterance, utterances
from assistant.letters import flat
from knowledge.errors import KnowledgeFaults
from knowledge.load import load_knowledge
from knowledge.text import LANGUAGES, Language

CODES = tuple(load_knowledge().editions[-1].rows)
TRAINED = utterances(CODES)
HELD = utterances(CODES, HELD_OUT)


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring words of a text."""
    spelt = flat(text).split()
    return {f"{first} {second}" for first, second in pairwise(spelt)}


def of(lines: tuple[Utterance, ...], language: Language) -> list[Utterance]:
    """The lines of one language."""
    return [line for line in lines if line.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_described_in_every_language(language: Language) -> None:
    counts = Counter(line.code for line in of(TRAINED, language))
    assert {code: counts[code] for code in (*CODES, NONE) if counts[code] < 20} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_held_out_often_and_none_a_hundred_times(language: Language) -> None:
    plain = Counter(line.code for line in of(HELD, language) if line.kind == "utterance")
    assert {code: plain[code] for code in CODES if plain[code] < 5} == {}
    assert plain[NONE] >= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_published_notices_are_held_out_too(language: Language) -> None:
    assert sum(line.kind == "notice" for line in of(HELD, language)) >= 100


@pytest.mark.parametrize("script", ["bare", "latin", "mixed"])
def test_every_way_of_writing_kazakh_is_held_out(script: str) -> None:
    assert sum(line.script == script for line in of(HELD, "kk")) >= 40


def test_no_held_out_line_is_trained_on() -> None:
    trained = {flat(line.text) for line in TRAINED}
    assert [line.text for line in HELD if flat(line.text) in trained] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_held_out_line_is_a_near_copy_of_a_trained_one(language: Language) -> None:
    """Of the word pairs of a line of five words or more, at most four in five stand in one trained line."""
    trained = [pairs(line.text) for line in of(TRAINED, language)]
    holders: dict[str, set[int]] = {}
    for place, found in enumerate(trained):
        for pair in found:
            holders.setdefault(pair, set()).add(place)
    copies = []
    for line in of(HELD, language):
        mine = pairs(line.text)
        shared = Counter(place for pair in mine for place in holders.get(pair, ()))
        if len(mine) >= 4 and shared and max(shared.values()) > 0.8 * len(mine):
            copies.append(line.text)
    assert copies == []


def test_every_wrong_line_is_named_with_its_number_at_once(tmp_path: Path) -> None:
    wrong = [
        "no json",
        json.dumps({"code": "9.9.9", "kind": "term", "text": "x"}),
        json.dumps({"code": "1.1.1", "kind": "song", "text": "x"}),
        json.dumps({"code": "1.1.1", "kind": "term", "text": " "}),
        json.dumps({"code": "1.1.1", "kind": "term", "text": "x", "colour": "green"}),
        json.dumps({"code": "1.1.1", "kind": "term", "text": "x", "why": "talk"}),
        json.dumps({"code": "none", "kind": "term", "text": "x"}),
        json.dumps({"code": "none", "kind": "term", "text": "x", "why": "no"}),
    ]
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.jsonl").write_text("\n".join(wrong), encoding="utf-8")
    with pytest.raises(KnowledgeFaults) as caught:
        utterances(("1.1.1",), tmp_path)
    assert [str(fault).partition(": ")[2].partition(";")[0] for fault in caught.value.faults] == [
        "not a JSON object of texts with code, kind and text",
        "unknown code '9.9.9'",
        "unknown kind 'song'",
        "the text is empty",
        "unknown keys: colour",
        "`why` belongs to `none`, and to nothing else",
        "`why` belongs to `none`, and to nothing else",
        "unknown why 'no'",
    ]
    assert str(caught.value.faults[1]).startswith("first.jsonl:2: ")


def test_a_folder_without_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFaults, match=r"no lines in kk, ru, en/\*\.jsonl"):
        utterances(("1.1.1",), tmp_path)
