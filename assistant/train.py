"""Training of the matcher: a linear classifier over features, its temperature and its limits.

One linear support vector machine, one class a row and one for `none`, learns from the lines of the
corpus, the names and examples of the law, and lines put into frames of notices. Its scores on
lines it had not seen (cross-validation) set the temperature that turns scores into probabilities,
and the limits of the decision. Only arrays and JSON are written.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from assistant.corpus import NONE, Utterance
from assistant.features import RARE_PIECE, WEIGHT_OF_WORDS, Vocabulary, features, is_word, rarity
from assistant.letters import Word, words
from assistant.passages import Passage
from knowledge.text import Language

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float64]

_REGULAR: Final = 0.5  # the machine's C
_FOLDS: Final = 3
_FRAMED_NONE: Final = 3  # rows have unframed terms besides; a frame shall not speak for `none`
_LOST: Final = 0.02  # the share of real projects whose score of `none` may lead too far
_WEAK: Final = 0.01  # the share of real projects whose best score may be too weak
_SURE: Final = 0.92  # the share of `match` decisions that must be right


@dataclass(frozen=True, slots=True)
class Example:
    """A training text: its class, whether it sets the calibration, and the line it came from
    (so that a line and its framed copy are never on both sides of a fold).
    """

    text: str
    code: str
    calibrates: bool
    line: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How scores become a decision.

    `temperature` multiplies scores before the softmax; `none` is the lead of the score of `none`
    over the best row's from which the answer is none; `strength` the score of the best row below
    which it is none too; `match` the probability of the best row from which it stands alone.
    """

    temperature: float
    none: float
    strength: float
    match: float


def softmax(scores: Floats, temperature: float) -> Floats:
    """Probabilities along the last axis."""
    raised = scores * temperature
    powers = np.exp(raised - raised.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def train(
    passages: Sequence[Passage],
    lines: Sequence[Utterance],
    frames: Mapping[Language, Sequence[str]],
    folder: Path,
) -> None:
    """Train, calibrate and write `vocabulary`, `weights.npy`, `bias.npy` and `matcher.json`."""
    from threadpoolctl import threadpool_limits

    examples = _examples(passages, lines, frames)
    cut = [words(example.text) for example in examples]
    classes = sorted({example.code for example in examples})
    labels = np.array([classes.index(example.code) for example in examples])
    with threadpool_limits(limits=1):
        counted = _Counted(cut)
        everything = np.arange(len(examples))
        weighed = counted.vocabulary(everything)
        weights, bias = _fit(weighed.rows(everything), labels)
        limits = _calibrated(examples, counted, labels, classes)
    folder.mkdir()
    Vocabulary(counted.names[weighed.known].tolist(), weighed.idf).save(folder / "vocabulary")
    np.save(folder / "weights.npy", weights.astype(np.float16), allow_pickle=False)
    np.save(folder / "bias.npy", bias, allow_pickle=False)
    settings = {
        "classes": classes,
        "temperature": round(limits.temperature, 4),
        "none": round(limits.none, 4),
        "strength": round(limits.strength, 4),
        "match": round(limits.match, 4),
    }
    (folder / "matcher.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def _examples(
    passages: Sequence[Passage],
    lines: Sequence[Utterance],
    frames: Mapping[Language, Sequence[str]],
) -> list[Example]:
    """Lines, lines in frames, and the law's names and examples, in a fixed order."""
    found: list[Example] = []
    for number, line in enumerate(lines):
        told = line.kind != "term"
        found.append(Example(line.text, line.code, told, number))
        mine = frames[line.language]
        if told and (line.code != NONE or number % _FRAMED_NONE == 0):
            framed = mine[number % len(mine)].replace("{}", line.text)
            found.append(Example(framed, line.code, told, number))
    for number, passage in enumerate(passages, start=len(lines)):
        if passage.code and passage.ref.endswith(("/name", "/examples")):
            found.append(Example(passage.text, passage.code, calibrates=False, line=number))
    return found


class _Counted:
    """All texts as counts of all their features, so that each fold only weighs them anew."""

    def __init__(self, texts: Sequence[Sequence[Word]]) -> None:
        from scipy.sparse import csr_matrix

        columns: dict[str, int] = {}
        ends, indices, data = [0], list[int](), list[int]()
        for text in texts:
            counts = Counter(name for name, _ in features(text))
            indices += [columns.setdefault(name, len(columns)) for name in counts]
            data += counts.values()
            ends.append(len(indices))
        names = np.array(list(columns))
        order = np.argsort(names)
        counted = csr_matrix((data, indices, ends), shape=(len(texts), len(names)), dtype=float)
        self.names = names[order]
        self._words = np.array([is_word(str(name)) for name in self.names])
        self._counts = counted[:, order].sorted_indices()

    def vocabulary(self, texts: npt.NDArray[np.int64]) -> "_Weighed":
        """The vocabulary of some of the texts, as it would be had there been no others."""
        standing = np.bincount(self._counts[texts].indices, minlength=len(self.names))
        known = standing >= np.where(self._words, 1, RARE_PIECE)
        idf = rarity(standing[known], len(texts))
        return _Weighed(self._counts[:, known].tocsr(), self._words[known], known, idf)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The texts counted over one vocabulary, with its weights."""

    counts: "csr_matrix"
    in_words: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    idf: npt.NDArray[np.float32]

    def rows(self, texts: npt.NDArray[np.int64]) -> "csr_matrix":
        """Shape (texts, features), the same values as `Vocabulary.vector` gives."""
        some = self.counts[texts]
        values = (1 + np.log(some.data)) * self.idf[some.indices]
        row = np.repeat(np.arange(len(texts)), np.diff(some.indptr))
        for block, weight in ((True, WEIGHT_OF_WORDS), (False, 1.0)):
            inside = self.in_words[some.indices] == block
            squares = np.bincount(row[inside], values[inside] ** 2, minlength=len(texts))
            values[inside] *= weight / np.sqrt(squares[row[inside]])
        some.data = values
        return some


def _fit(matrix: "csr_matrix", labels: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Weights of shape (features, classes) and a bias of shape (classes,)."""
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=_REGULAR, random_state=0).fit(matrix, labels)
    return np.asarray(machine.coef_.T), np.asarray(machine.intercept_)


def _calibrated(
    examples: Sequence[Example],
    counted: _Counted,
    labels: npt.NDArray[np.int64],
    classes: Sequence[str],
) -> Limits:
    """The limits, from scores on texts that the machine of their fold had not seen."""
    fold = np.array([example.line * 7919 % 104729 % _FOLDS for example in examples])
    told = np.array([example.calibrates for example in examples])
    scores = np.zeros((len(examples), len(classes)))
    for one in range(_FOLDS):
        seen, unseen = np.flatnonzero(fold != one), np.flatnonzero((fold == one) & told)
        weighed = counted.vocabulary(seen)
        weights, bias = _fit(weighed.rows(seen), labels[seen])
        scores[unseen] = weighed.rows(unseen) @ weights + bias
    return limits_of(scores[told], labels[told], list(classes).index(NONE))


def limits_of(scores: Floats, labels: npt.NDArray[np.int64], none: int) -> Limits:
    """Temperature by likelihood; limits by the shares that may be lost and must be right."""
    from scipy.optimize import minimize_scalar

    places = np.arange(len(labels))

    def loss(temperature: float) -> float:
        chances = softmax(scores, temperature)[places, labels]
        return float(-np.log(np.maximum(chances, 1e-12)).mean())

    temperature = float(minimize_scalar(loss, bounds=(0.5, 20.0), method="bounded").x)
    chances = softmax(scores, temperature)
    real = labels != none
    rows = np.delete(scores, none, axis=1).max(axis=1)
    strength = float(np.quantile(rows[real], _WEAK))
    limit = float(np.quantile((scores[:, none] - rows)[real], 1 - _LOST))
    chances[:, none] = 0
    best = chances.argmax(axis=1)
    return Limits(temperature, limit, strength, _sure(chances[places, best], best == labels))


def _sure(chances: Floats, right: npt.NDArray[np.bool_]) -> float:
    """The lowest probability from which on the wanted share of first rows is right."""
    order = np.argsort(-chances)
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= _SURE)
    return float(chances[order[enough[-1]]]) if len(enough) else 1.0
