"""Every sentence in three languages, with the same variables, and none that is not told."""

from pathlib import Path

import pytest

from evaluator.errors import FaultCode
from knowledge.errors import KnowledgeFaults
from knowledge.phrases import ROOT, check_phrases, has, keys, say
from knowledge.text import LANGUAGES, Language

FILES = sorted(path.name for path in (ROOT / "en").glob("*.ftl"))


def test_our_own_sentences_have_no_fault() -> None:
    assert check_phrases() == ()


def test_no_key_stands_in_two_files() -> None:
    every = [key for name in FILES for key in keys("en", name)]
    assert sorted({key for key in every if every.count(key) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_is_missing_is_a_fault_and_never_an_empty_text(language: Language) -> None:
    with pytest.raises(KnowledgeFaults, match="no sentence 'no-such-key'"):
        say(language, "no-such-key")
    assert not has(language, "no-such-key")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_that_is_not_given_is_a_fault_and_never_a_hole_in_the_text(language: Language) -> None:
    with pytest.raises(KnowledgeFaults, match="limit-above"):
        say(language, "limit-above")


def test_what_a_person_gives_is_told_as_it_is_and_not_read_as_a_pattern() -> None:
    assert "{ $x } <b>" in say("en", "limit-above", value="{ $x } <b>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_a_fact_can_be_unusable_has_its_sentence(language: Language) -> None:
    codes = FaultCode.__args__  # type: ignore[attr-defined]
    assert [code for code in codes if not has(language, f"error-fact-{code.replace('_', '-')}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_its_sentence_at_every_floor(language: Language) -> None:
    for outcome in ("eligible", "not-eligible", "undetermined"):
        for floor in ("declared", "evidenced"):
            assert has(language, f"verdict-{outcome}-{floor}")


def test_a_key_without_text_a_broken_line_and_a_lost_file_are_found(tmp_path: Path) -> None:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text("one = One { $x }\n", "utf-8")
    assert check_phrases(tmp_path) == ()
    (tmp_path / "kk" / "a.ftl").write_text("one = One { $y }\n???\n", "utf-8")
    (tmp_path / "en" / "b.ftl").write_text("two = Two\n", "utf-8")
    whats = [fault.what for fault in check_phrases(tmp_path)]
    assert any("takes ['y'], in English ['x']" in what for what in whats)
    assert any(what.startswith("not a sentence") for what in whats)
    assert whats.count("this language lacks the file") == 2
