"""The language of a message, and the one spelling that all ways of writing fold to."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.language import language_of
from assistant.letters import flat, skeleton, words
from assistant.lexical import stem
from knowledge.text import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Наубайхананың төбесіне панель қойсам", "kk"),
        ("астык кептиргишти жанартамыз, ескиси соляркани коп жейди", "kk"),
        ("үйге күн панелі", "kk"),
        ("suga shygatyn nasos kerek", "kk"),
        ("auylga zhel turbinasyn ornatamyz", "kk"),
        ("Котельнаға жаңа котел ставим, ескісі жарылып қалды", "kk"),
        ("хочу переоборудовать котельную чтоб не дымила", "ru"),
        ("солнечные панели", "ru"),
        ("ветряк", "ru"),
        ("hochu postavit solnechnuyu stanciyu na kryshu", "ru"),
        ("Казахстанский банк построит ветропарк", "ru"),
        ("drip lines for 12 ha of onions", "en"),
        ("biogas", "en"),
        ("We want an ISO 50001 audit for the plant", "en"),
    ],
)
def test_the_language_is_told_from_letters_endings_and_small_words(text: str, language: Language) -> None:
    assert language_of(text, default="kk" if language != "kk" else "en") == language


@pytest.mark.parametrize("text", ["", "123", "!?", "5.2.7", "😀"])
@pytest.mark.parametrize("default", ["kk", "ru", "en"])
def test_a_message_without_words_is_in_the_language_of_the_page(text: str, default: Language) -> None:
    assert language_of(text, default=default) == default


@pytest.mark.parametrize(
    "spellings",
    [
        ("шығатын", "шыгатын", "shygatyn", "shyğatyn", "şyğatyn"),
        ("қалдық", "калдык", "qaldyq", "kaldyk"),
        ("жылу", "zhylu", "jylu"),
        ("сорғы", "соргы", "sorgy", "sorghy"),
        ("насос", "nasos"),
        ("ЭЛЕКТР", "elektr"),
    ],
)
def test_a_word_meets_itself_in_every_alphabet(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1


def test_latin_look_alikes_inside_a_cyrillic_word_are_mended() -> None:
    assert skeleton("шығарындылaры") == skeleton("шығарындылары")


def test_words_know_where_they_stand() -> None:
    text = "Күн-жел станциясы, 40 МВт"
    assert [text[word.start : word.end] for word in words(text)] == ["Күн-жел", "станциясы", "40", "МВт"]


def test_a_text_folds_to_its_words() -> None:
    assert flat("  Су, жылу! ") == "su zhilu"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("kk", ("қалдық", "қалдықтар", "қалдықтарды", "қалдықтардың", "қалдықтан")),
        ("kk", ("станция", "станциялар", "станциясы", "станциясының", "станцияға")),
        ("ru", ("отход", "отходы", "отходов", "отходами")),
        ("ru", ("зелёный", "зеленый", "зелёные", "зелёного")),
        ("en", ("turbine", "turbines")),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language: Language, forms: tuple[str, ...]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_a_short_kazakh_word_is_not_stripped_to_nothing() -> None:
    assert all(len(stem(word, "kk")) >= 2 for word in ("су", "үй", "көмір", "мені", "ада"))


def test_threads_that_stem_at_once_get_the_stems_of_one_alone() -> None:
    told = [
        f"{start}{end}"
        for start in ("отход", "ветр", "насос", "котл")
        for end in ("ами", "ов", "ным", "ение")
    ]
    alone = [stem(word, "ru") for word in told]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda word: stem.__wrapped__(word, "ru"), told * 200))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 200
