"""The facts as data: asked in three languages, in a unit that exists, and each for a reason."""

import re

import pytest

from evaluator.rulebook import Rulebook
from knowledge.facts import FactSpec
from knowledge.load import load_knowledge
from knowledge.text import LANGUAGES

KNOWLEDGE = load_knowledge()
FACTS = KNOWLEDGE.facts
EDITION = KNOWLEDGE.editions[-1]
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
SAME = {"Экотуризм"}  # words that Kazakh and Russian share
EVERY = pytest.mark.parametrize("spec", FACTS.values(), ids=lambda spec: spec.id)


@EVERY
def test_a_fact_is_asked_in_three_languages_and_each_question_ends_as_one(spec: FactSpec) -> None:
    for language in LANGUAGES:
        assert spec.question[language].endswith("?")
        assert spec.help[language] != spec.question[language]
        assert not spec.label[language].endswith((".", "?"))
    for text in (spec.label, spec.question, spec.help, spec.evidence):
        assert text.kk != text.ru or text.kk in SAME or not re.search("[а-яё]", text.ru), text
        assert not re.search("[А-Яа-яЁё]", text.en.replace("Листок жизни", "")), text.en  # an ecolabel's name


@EVERY
def test_a_kazakh_question_is_in_kazakh_and_a_russian_one_in_russian(spec: FactSpec) -> None:
    assert KAZAKH.search(spec.question.kk)
    assert not KAZAKH.search(spec.question.ru)


@EVERY
def test_cues_are_lower_case_and_stand_for_every_language(spec: FactSpec) -> None:
    assert set(spec.cues) == set(LANGUAGES)
    for cues in spec.cues.values():
        assert [cue for cue in cues if cue != cue.lower() or cue != cue.strip() or not cue] == []
        assert len(set(cues)) == len(cues)


@EVERY
def test_a_quantity_has_a_unit_of_the_table_and_a_range_with_room_in_it(spec: FactSpec) -> None:
    if spec.unit is None:
        assert spec.kind not in ("quantity", "quantities")
        return
    assert spec.unit in {unit.id for unit in KNOWLEDGE.units}
    if spec.minimum is not None and spec.maximum is not None:
        assert spec.minimum < spec.maximum


@EVERY
def test_a_derivation_is_made_of_measured_facts_in_units_of_their_dimension(spec: FactSpec) -> None:
    if spec.derived is None:
        return
    parts = [FACTS[part] for part in spec.derived.parts]
    dimensions = [KNOWLEDGE.units[part.unit or ""].dimension for part in parts]
    assert all(part.kind in ("quantity", "quantities") for part in parts)
    if ratio := spec.derived.ratio:
        assert dimensions == [KNOWLEDGE.units[ratio.in_].dimension, KNOWLEDGE.units[ratio.per].dimension]
    elif spec.derived.sum:
        assert dimensions == [KNOWLEDGE.units[spec.unit or "1"].dimension]
    else:
        assert spec.unit == "%"
        assert len(set(dimensions)) == 1


@EVERY
def test_what_is_divided_by_in_a_ratio_or_share_is_never_plausibly_negative(spec: FactSpec) -> None:
    if spec.derived and not spec.derived.sum:
        place = 0 if spec.derived.reduction else 1
        divisor = FACTS[spec.derived.parts[place]]
        assert divisor.derived or (divisor.minimum is not None and divisor.minimum >= 0)


def test_every_fact_is_asked_by_some_rule_or_behind_a_derivation() -> None:
    book = Rulebook(KNOWLEDGE, EDITION)
    used = {fact for code in EDITION.rows for fact in book.rule(code).facts}
    assert sorted(set(FACTS) - used) == []


def test_no_two_facts_ask_the_same_question_or_bear_the_same_name() -> None:
    for language in LANGUAGES:
        questions = [spec.question[language] for spec in FACTS.values()]
        assert sorted({one for one in questions if questions.count(one) > 1}) == []


def test_every_choice_is_told_apart_in_every_language() -> None:
    for spec in FACTS.values():
        for language in LANGUAGES:
            words = [text[language] for text in (spec.choices or {}).values()]
            assert len(set(words)) == len(words), spec.id
