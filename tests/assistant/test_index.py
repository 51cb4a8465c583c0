"""Passages, vectors and the built folder: complete, the same each time, and never half there."""

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant import embedding, index, train, vectors
from assistant.corpus import Utterance
from assistant.embedding import NamedEmbeddings, OwnEmbeddings
from assistant.index import build
from assistant.letters import flat
from assistant.passages import PARTS, passages
from assistant.vectors import StaticVectors
from knowledge.load import load_knowledge
from knowledge.text import LANGUAGES
from tests.assistant.conftest import House

KNOWLEDGE = load_knowledge()
EDITION = KNOWLEDGE.editions[-1]
FOUND = passages(EDITION, KNOWLEDGE.context)
SAMPLES = ["күн панелі", "солнечная станция на крыше", "A wind farm of 40 MW", "zhylu sorgysy", "!!!"]
GROUPS = {"1.1.1": ["жел турбинасы", "wind turbine", "ветряк"], "1.2.1": ["күн панелі", "solar panel"]}


def contents(folder: Path) -> dict[str, str]:
    """A hash of each file of a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_of_the_law_is_a_passage_in_every_language(language: str) -> None:
    refs = {passage.ref for passage in FOUND if passage.language == language}
    wanted = {f"{code}/{part}" for code in EDITION.rows for part in PARTS}
    wanted |= {f"general.{number}" for number in range(1, 5)} | {"note.*", "note.**", "note.***", "abbr"}
    assert wanted <= refs


def test_a_key_names_one_passage_of_a_language() -> None:
    keys = [(passage.key, passage.language) for passage in FOUND]
    assert len(keys) == len(set(keys))


def test_a_digest_is_context_and_never_a_row() -> None:
    context = [passage for passage in FOUND if passage.is_context]
    assert {passage.ref for passage in context} == {f"context/{one.id}" for one in KNOWLEDGE.context}
    assert all(passage.code == "" and passage.titles for passage in context)


def test_a_passage_carries_the_titles_above_it() -> None:
    passage = next(one for one in FOUND if one.key == "1.4.2/threshold" and one.language == "ru")
    assert passage.titles.startswith("Возобновляемая энергия. Гидро. ")


def test_the_light_path_gives_the_vectors_of_sentence_transformers(house: House) -> None:
    light = OwnEmbeddings(house.built.vectors).embed_documents(SAMPLES)
    whole = NamedEmbeddings(str(house.built.vectors))
    spelt = [flat(text) for text in SAMPLES]
    np.testing.assert_allclose(light, whole.embed_documents(spelt), atol=1e-5)
    np.testing.assert_allclose(
        OwnEmbeddings(house.built.vectors).embed_query(SAMPLES[0]), whole.embed_query(spelt[0]), atol=1e-5
    )


def test_a_trained_model_is_the_same_byte_for_byte_in_another_process(tmp_path: Path) -> None:
    vectors.train(GROUPS, tmp_path / "here")
    script = (
        f"from pathlib import Path; from assistant import vectors; vectors.train({GROUPS!r}, Path('there'))"
    )
    root = str(Path(index.__file__).parent.parent)
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, env={"PYTHONPATH": root})  # noqa: S603
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_the_same_thing_in_two_languages_is_near(house: House) -> None:
    model = StaticVectors.load(house.built.vectors)
    wind, kazakh, hotel = model.encode(["wind turbine", "жел турбинасы", "eco hotel rooms"])
    assert wind @ kazakh > 0.5 > wind @ hotel


def test_what_is_built_is_not_built_again(house: House) -> None:
    again = build(EDITION, KNOWLEDGE.context, house.built.folder.parent)
    assert not again.fresh
    assert again.folder == house.built.folder


def test_every_module_of_ours_that_trains_is_part_of_the_digest() -> None:
    script = (
        "import sys, assistant.train, assistant.vectors;"
        "print(*(name for name in sys.modules if name.startswith('assistant.')))"
    )
    root = str(Path(index.__file__).parent.parent)
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={"PYTHONPATH": root}
    )
    assert set(told.stdout.split()) == {module.__name__ for module in index._MODULES}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Utterance]:
    """A build without its slow halves, and one line to build from."""
    monkeypatch.setattr(vectors, "train", lambda _, folder: folder.mkdir())
    monkeypatch.setattr(index, "_write_index", lambda *_: None)
    monkeypatch.setattr(train, "train", lambda _found, _lines, folder, _meaning: folder.mkdir())
    monkeypatch.setattr(embedding, "embeddings", lambda *_: None)
    return [Utterance("1.1.1", "term", "жел", "kk")]


def test_another_line_another_text_or_another_model_is_another_folder(
    tmp_path: Path, quick: list[Utterance]
) -> None:
    more = [*quick, Utterance("1.1.1", "term", "самал", "kk")]
    built = [
        build(EDITION, KNOWLEDGE.context, tmp_path, lines=quick),
        build(EDITION, KNOWLEDGE.context, tmp_path, lines=more),
        build(EDITION, (), tmp_path, lines=quick),
        build(EDITION, KNOWLEDGE.context, tmp_path, lines=quick, model="some/model"),
    ]
    assert all(one.fresh for one in built)
    assert len({one.folder for one in built}) == len(built)


def test_a_build_that_breaks_leaves_nothing_that_passes_for_built(
    tmp_path: Path, quick: list[Utterance], monkeypatch: pytest.MonkeyPatch
) -> None:
    working = train.train

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(train, "train", broken)
    with pytest.raises(KeyboardInterrupt):
        build(EDITION, (), tmp_path, lines=quick)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    monkeypatch.setattr(train, "train", working)
    assert build(EDITION, (), tmp_path, lines=quick).fresh
    assert list(tmp_path.glob(".building-*")) == []


def test_a_found_passage_is_told_once_with_reference_language_and_score(house: House) -> None:
    found = house.retriever.search("потенциал глобального потепления хладагента", "ru", 8)
    refs = [one.ref for one in found]
    assert {"1.5.1/threshold", "1.3.1/threshold"} & set(refs[:3])
    keys = [one.passage.key for one in found]
    assert len(keys) == len(set(keys))
    assert all(one.language in LANGUAGES and one.score > 0 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "language", "ref"),
    [
        ("меншікті қуат су қоймасы", "kk", "1.4.2/threshold"),
        ("power density of the reservoir", "en", "1.4.2/threshold"),
        ("plotnost moshnosti vodohranilishe", "ru", "1.4.2/threshold"),
        ("приживаемость лесных культур", "ru", "6.2.1/threshold"),
        ("Junxin investment agreement", "en", "context/almaty_waste_to_energy"),
        ("ұлттық анықтамалық болмаса BREF", "kk", "note.**"),
    ],
)
def test_a_question_finds_its_passage_among_the_first_three(
    house: House, text: str, language: str, ref: str
) -> None:
    found = house.retriever.search(text, language, 3)  # type: ignore[arg-type]
    assert ref in [one.ref for one in found]
