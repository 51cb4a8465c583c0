"""Everything that is built from the knowledge, in one folder named by what it was built from.

`build` writes the static vectors, the passages with their Chroma collections (one a language) and
the matcher's weights; when a folder for the same texts, lines, recipe and model is there, it does
nothing. The folder is written under another name and renamed at the end, so a kill leaves no half.
"""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant import corpus, counted, features, letters, train, vague, vectors
from assistant import passages as passages_module
from assistant.corpus import Utterance
from assistant.passages import CONTEXT, Passage, passages
from knowledge.edition import Edition
from knowledge.load import Digest
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_core.embeddings import Embeddings

_MODULES: Final = (corpus, counted, features, letters, passages_module, train, vague, vectors)
_SEARCHED: Final = 400  # hnsw ef_search: the default loses neighbours
_BATCH: Final = 256


@dataclass(frozen=True, slots=True)
class Built:
    """What `build` found or made: the folder, its digest, and whether it was made just now."""

    folder: Path
    digest: str
    fresh: bool

    @property
    def vectors(self) -> Path:
        """The sentence-transformers folder of our own vectors."""
        return self.folder / "vectors"

    @property
    def matcher(self) -> Path:
        """The folder of the matcher's weights."""
        return self.folder / "matcher"


def build(
    edition: Edition,
    context: Sequence[Digest],
    folder: Path,
    *,
    model: str | None = None,
    lines: Sequence[Utterance] | None = None,
) -> Built:
    """Build what is not yet there and tell where it is.

    `model` names an embedder in place of our own, for the passages and beside the features of the
    matcher, whose calibration is then its own; `lines` are the utterances to train on, by default
    those of `knowledge/utterances`.
    """
    from assistant.embedding import NamedEmbeddings, embeddings

    found = passages(edition, context)
    lines = corpus.utterances(edition.rows) if lines is None else lines
    digest = _digest(found, lines, model)
    target = folder / digest[:16]
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        if target.is_dir():
            return Built(target, digest, fresh=False)
        for left in folder.glob(".building-*"):
            shutil.rmtree(left)
        draft = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
        vectors.train(_grouped(found, lines), draft / "vectors")
        _write_passages(found, draft)
        embedder = embeddings(model, draft / "vectors")
        _write_index(found, draft, embedder)
        meaning = embedder.embed_queries if isinstance(embedder, NamedEmbeddings) else None
        train.train(found, lines, draft / "matcher", meaning)
        draft.chmod(0o755)
        draft.rename(target)
    return Built(target, digest, fresh=True)


def load_passages(folder: Path) -> tuple[Passage, ...]:
    """The passages of a built folder."""
    text = (folder / "passages.jsonl").read_text(encoding="utf-8")
    return tuple(Passage(**json.loads(line)) for line in text.splitlines())


class PassageIndex:
    """The nearest passages by meaning, from the Chroma collections of a built folder."""

    def __init__(self, folder: Path, embedder: "Embeddings") -> None:
        self._client = _client(folder / "chroma")
        self._embedder = embedder
        self._collections = {
            language: self._client.get_collection(f"passages-{language}", embedding_function=None)
            for language in LANGUAGES
        }

    def nearest(self, text: str, language: Language, limit: int) -> list[tuple[str, float]]:
        """Keys of the nearest passages in one language with their cosine, best first."""
        vector: Any = [self._embedder.embed_query(text)]
        if not any(vector[0]):
            return []
        answer = self._collections[language].query(
            query_embeddings=vector, n_results=limit, include=["distances"]
        )
        distances = (answer["distances"] or [[]])[0]
        return [(key, 1 - far) for key, far in zip(answer["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Let go of the files."""
        _close(self._client)


def _digest(
    found: Sequence[Passage],
    lines: Sequence[Utterance],
    model: str | None,
) -> str:
    """A hash of all that the build depends on, the code that builds included."""
    recipe = [Path(str(module.__file__)).read_text(encoding="utf-8") for module in _MODULES]
    recipe.append(Path(__file__).read_text(encoding="utf-8"))
    parts = [[asdict(p) for p in found], [asdict(u) for u in lines], model, recipe]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _grouped(found: Iterable[Passage], lines: Iterable[Utterance]) -> dict[str, list[str]]:
    """The texts of all languages by what they speak of, for the vectors."""
    groups: dict[str, list[str]] = {}
    for passage in found:
        if not passage.ref.startswith(CONTEXT):
            groups.setdefault(passage.key, []).append(passage.text)
    for line in lines:
        groups.setdefault(f"{line.code}/{line.kind}", []).append(line.text)
    return groups


def _write_passages(found: Iterable[Passage], folder: Path) -> None:
    lines = [json.dumps(asdict(passage), ensure_ascii=False) + "\n" for passage in found]
    (folder / "passages.jsonl").write_text("".join(lines), encoding="utf-8")


def _write_index(found: Sequence[Passage], folder: Path, embedder: "Embeddings") -> None:
    """One collection a language; a passage is embedded together with the titles above it."""
    client = _client(folder / "chroma")
    for language in LANGUAGES:
        collection = client.create_collection(
            f"passages-{language}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": _SEARCHED, "num_threads": 1}},
        )
        mine = [passage for passage in found if passage.language == language]
        for start in range(0, len(mine), _BATCH):
            some = mine[start : start + _BATCH]
            rows: Any = embedder.embed_documents([f"{p.titles} {p.text}" for p in some])
            collection.add(
                ids=[passage.key for passage in some],
                embeddings=rows,
                metadatas=[{"ref": passage.ref, "language": language} for passage in some],
            )
    _close(client)


def _client(folder: Path) -> "ClientAPI":
    """Chroma in a folder, sending nothing anywhere."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One build at a time in a folder; a second waits for the first."""
    handle = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _close(client: "ClientAPI") -> None:
    """Let go of a client's files; its declared type lacks what every client has."""
    closing: Any = client
    closing.close()
