"""Reading facts from words: what is read, from which phrase, and what is not."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.propose import Proposal, propose, read
from assistant.quantities import quantities
from assistant.replies import Said, answer_to, is_unknown, yes_no
from evaluator.rulebook import Rulebook
from knowledge.load import load_knowledge
from knowledge.text import LANGUAGES, Language
from knowledge.units import Unit
from knowledge.yamlfile import read_yaml

HERE = Path(__file__).parent
KNOWLEDGE = load_knowledge()
RULES = Rulebook(KNOWLEDGE, KNOWLEDGE.editions[-1])
CASES = read_yaml(HERE / "reading.yaml")
AMOUNTS = read_yaml(HERE / "amounts.yaml")
NEWS = """Проект предусматривает создание предприятия мощностью не менее 1600 тонн отходов в сутки
с генерацией до 60 мегаватт электроэнергии. Общий объем инвестиций составит не менее 145 млрд
тенге."""


def specs(code: str) -> dict[str, Any]:
    return {name: KNOWLEDGE.facts[name] for name in RULES.rule(code).facts}


def spoken(case: dict[str, Any]) -> tuple[Language, str]:
    return next((language, case[language]) for language in LANGUAGES if language in case)


def told(proposal: Proposal) -> bool | str:
    value = proposal.value
    if isinstance(value, tuple):
        return f"{' + '.join(str(part) for part in value)} {proposal.unit}"
    return f"{value} {proposal.unit}" if isinstance(value, Decimal) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "_"))
def test_facts_are_read_with_their_phrases(case: dict[str, Any]) -> None:
    language, text = spoken(case)
    reading = read(text, specs(case["row"]), KNOWLEDGE.units, language)
    found = {p.fact: [told(p), p.phrase] for p in reading.proposals}
    assert found == case["facts"]
    assert [figure.phrase for figure in reading.figures] == case.get("figures", [])


@pytest.mark.parametrize("case", AMOUNTS, ids=lambda case: spoken(case)[1])
def test_quantities_are_read_in_every_spelling(case: dict[str, Any]) -> None:
    language, text = spoken(case)
    found = quantities(text, KNOWLEDGE.units, language)
    assert [f"{q.value} {q.unit}" for q in found] == case["is"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "_"))
def test_every_phrase_stands_in_the_text_and_no_number_fills_two_facts(
    case: dict[str, Any],
) -> None:
    language, text = spoken(case)
    proposals = propose(text, specs(case["row"]), KNOWLEDGE.units, language)
    assert all(p.phrase == text[p.start : p.end] for p in proposals)
    amounts = [(p.start, p.end, p.value) for p in proposals if isinstance(p.value, Decimal)]
    assert len(amounts) == len(set(amounts))


def test_the_figures_of_a_news_item_are_shown_though_no_criterion_asks_for_them() -> None:
    reading = read(NEWS, specs("5.2.7"), KNOWLEDGE.units, "ru")
    assert [(f"{figure.value} {figure.unit}", figure.phrase) for figure in reading.figures] == [
        ("1600 t/day", "не менее 1600 тонн отходов в сутки"),
        ("60 MW", "до 60 мегаватт"),
        ("145000000000 KZT", "не менее 145 млрд\nтенге"),
    ]


def test_a_bare_number_answers_the_pending_question_in_its_unit() -> None:
    spec = KNOWLEDGE.facts["reservoir_area"]
    said = answer_to(spec, "где-то 3", KNOWLEDGE.units, "ru")
    assert isinstance(said, Proposal)
    assert (said.value, said.unit, said.phrase) == (3, "km2", "3")


def test_a_number_with_a_unit_answers_in_that_unit() -> None:
    said = answer_to(KNOWLEDGE.facts["reservoir_area"], "300 гектаров", KNOWLEDGE.units, "ru")
    assert isinstance(said, Proposal)
    assert (said.value, said.unit) == (300, "ha")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("40 МВт", Said.WRONG_UNIT),
        ("3-5 км2", Said.SEVERAL),
        ("не знаю", Said.UNKNOWN),
        ("ветропарк", Said.ANOTHER),
    ],
)
def test_what_is_no_answer_says_why(text: str, why: Said) -> None:
    assert answer_to(KNOWLEDGE.facts["reservoir_area"], text, KNOWLEDGE.units, "ru") is why


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("железнодорожный", "rail"),
        ("2", "rail"),
        ("теміржол", "rail"),
        ("by road", "road"),
        ("на самокате", None),
    ],
)
def test_a_choice_is_answered_by_name_by_number_or_by_words(text: str, choice: str | None) -> None:
    said = answer_to(KNOWLEDGE.facts["transport_mode"], text, KNOWLEDGE.units, "ru")
    assert (said.value if isinstance(said, Proposal) else None) == choice


@pytest.mark.parametrize("text", ["да", "Да, есть", "иә", "Иә, бар", "yes", "Yes, we do", "ОВОС есть"])
def test_yes_is_heard_in_three_languages(text: str) -> None:
    said = yes_no(text)
    assert said is not None
    assert said.yes


@pytest.mark.parametrize(
    "text", ["нет", "Нет, угля не будет", "жоқ", "Жоқ, көмір жақпаймыз", "no", "у нас нет", "Nope."]
)
def test_no_is_heard_in_three_languages(text: str) -> None:
    said = yes_no(text)
    assert said is not None
    assert not said.yes


@pytest.mark.parametrize(
    "text", ["не знаю", "Я точно не знаю", "білмеймін", "Мен білмеймін", "I don't know", "not sure", "хз"]
)
def test_not_knowing_is_heard_and_is_no_answer(text: str) -> None:
    assert is_unknown(text)
    assert yes_no(text) is None


PLAIN_UNITS = [unit for unit in KNOWLEDGE.units if unit.dimension in ("power", "area", "mass")]


@given(
    st.decimals(min_value="0.001", max_value="99999", places=3),
    st.sampled_from(PLAIN_UNITS),
    st.sampled_from(LANGUAGES),
    st.data(),
)
def test_a_quantity_written_in_any_spelling_reads_back_the_same(
    value: Decimal, unit: Unit, language: Language, data: st.DataObject
) -> None:
    spellings = unit.spellings[language]
    if not spellings:
        return
    spelling = data.draw(st.sampled_from(spellings))
    written = format(value.normalize(), "f")
    written = written if language == "en" else written.replace(".", ",")
    (found,) = quantities(f"{written} {spelling}", KNOWLEDGE.units, language)
    assert KNOWLEDGE.units.convert(found.value, found.unit, unit.id) == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("10 тыс кв метров", "ru"),
        ("2 акра", "ru"),
        ("2 acres", "en"),
        ("less than 1", "en"),
        ("2 tonna", "kk"),
    ],
)
def test_a_word_that_may_be_a_unit_beside_the_number_is_never_dropped(text: str, language: Language) -> None:
    said = answer_to(KNOWLEDGE.facts["reservoir_area"], text, KNOWLEDGE.units, language)
    assert said is Said.WRONG_UNIT


@pytest.mark.parametrize("text", ["3", "около 3", "площадь 3", "у нас примерно 3 будет"])
def test_words_of_the_question_and_hedges_may_stand_beside_a_bare_number(text: str) -> None:
    said = answer_to(KNOWLEDGE.facts["reservoir_area"], text, KNOWLEDGE.units, "ru")
    assert isinstance(said, Proposal)
    assert (said.value, said.unit) == (Decimal(3), "km2")


def test_a_minus_is_read_with_its_number() -> None:
    found = propose("Строим ГЭС на -5 МВт", specs("1.4.1"), KNOWLEDGE.units, "ru")
    assert [one.value for one in found if one.fact == "rated_capacity"] == [Decimal(-5)]


@pytest.mark.parametrize(
    "text",
    ["1" + " 000" * 10 + " МВт", "1" * 40 + ",5 МВт", "жүз " * 20 + "МВт"],
    ids=["tens", "bare", "words"],
)
def test_a_number_beyond_all_measure_is_no_amount(text: str) -> None:
    assert quantities(text, KNOWLEDGE.units) == ()
