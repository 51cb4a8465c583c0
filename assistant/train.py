"""Training of the matcher: a linear classifier over features, its temperature and its limits.

One linear support vector machine, one class a row and one for each kind of `none` (an ordinary
business, a question to the bank, small talk …), learns from the lines of the corpus and from the
names and examples of the law. Where a stronger embedder is named, its vectors stand beside the
features in the same machine, so that they weigh what they are worth. Its scores on lines it had not
seen (cross-validation) set the temperature that turns scores into probabilities, and the limits of
the decision. Only arrays and JSON are written.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from assistant.corpus import NONE, Utterance
from assistant.counted import Counted, Places, Vectors, Weighed
from assistant.features import Vocabulary, stressed
from assistant.letters import words
from assistant.passages import Passage
from assistant.vague import Vagueness, learn
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    pass

Floats = npt.NDArray[np.float64]
Meaning = Callable[[Sequence[str]], Vectors]
"""Texts to vectors of unit length."""

_REGULAR: Final = 0.3  # the machine's C
_TOLERANCE: Final = 0.01  # of its solver: ten times finer changes no answer and takes longer
_FOLDS: Final = 3
_THREADS: Final = 2  # they share the solver's chance, so that weights differ in the third decimal place
_TOLD_KINDS: Final = ("utterance", "notice")
_TOLD: Final = 2.0  # what someone says of a project weighs more than a bare term
_LOST: Final = 0.05  # the share of real projects that may be refused by machines which saw two thirds of
# the lines; the one that saw all of them refuses a fifth as many
_SURE: Final = 0.92  # the share of `match` decisions that must be right


@dataclass(frozen=True, slots=True)
class Example:
    """A training text: its class and language; whether it sets the calibration (a text that someone
    might write, no bare term and no cell of the law); whether it leaves open what decides.
    """

    text: str
    label: str
    language: Language
    calibrates: bool
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How scores become a decision.

    `temperature` multiplies scores before the softmax; `none` is, by language, the lead of the log
    probability of all kinds of `none` over the best row's from which the answer is none; `match`
    the probability of the best row from which it stands alone.
    """

    temperature: float
    none: Mapping[Language, float]
    match: float


def softmax(scores: Floats, temperature: float) -> Floats:
    """Probabilities along the last axis."""
    raised = scores * temperature
    powers = np.exp(raised - raised.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def lead_of_none(chances: Floats, none: npt.NDArray[np.bool_]) -> Floats:
    """How far the chance of `none`, all its kinds together, leads the best row's, as a logarithm."""
    tiny = np.finfo(float).tiny
    together, best = chances[..., none].sum(axis=-1), chances[..., ~none].max(axis=-1)
    return np.asarray(np.log(np.maximum(together, tiny)) - np.log(np.maximum(best, tiny)))


def is_none(label: str) -> bool:
    """Whether a class is a kind of `none`."""
    return label.startswith(NONE)


def train(
    passages: Sequence[Passage], lines: Sequence[Utterance], folder: Path, meaning: Meaning | None = None
) -> None:
    """Train, calibrate and write `vocabulary`, `weights.npy`, `bias.npy`, `vague.npy`, `matcher.json`; with
    `meaning` also `meaning.npy`, the weights of its vectors.
    """
    from threadpoolctl import threadpool_limits

    examples = _examples(passages, lines)
    classes = sorted({example.label for example in examples})
    with threadpool_limits(limits=1):
        trainer = _Trainer(examples, classes, meaning)
        done = trainer.trained()
    idf = done.weighed.idf
    features = len(idf)
    folder.mkdir()
    Vocabulary(trainer.counted.names[done.weighed.known].tolist(), idf).save(folder / "vocabulary")
    np.save(folder / "weights.npy", done.weights[:features].astype(np.float16), allow_pickle=False)
    if meaning:
        np.save(folder / "meaning.npy", done.weights[features:].astype(np.float32), allow_pickle=False)
    np.save(folder / "bias.npy", done.bias, allow_pickle=False)
    trainer.vagueness(done.weighed).save(folder / "vague.npy")
    settings = {"classes": classes, "doubts": doubts(lines), **asdict(done.limits)}
    (folder / "matcher.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def _examples(passages: Sequence[Passage], lines: Sequence[Utterance]) -> list[Example]:
    """The lines, and the law's names and examples, in a fixed order."""
    told = [
        Example(
            line.text,
            f"{NONE}:{line.why}" if line.why else line.code,
            line.language,
            calibrates=line.kind in _TOLD_KINDS,
            vague=line.kind == "ambiguous",
        )
        for line in lines
    ]
    law = [
        Example(passage.text, passage.code, passage.language, calibrates=False)
        for passage in passages
        if passage.code and passage.ref.endswith(("/name", "/examples"))
    ]
    return told + law


@dataclass(frozen=True, slots=True)
class _Trained:
    """The texts weighed, the weights of shape (features and numbers of a vector, classes), the bias
    (classes,), and the limits.
    """

    weighed: Weighed
    weights: Floats
    bias: Floats
    limits: Limits


class _Trainer:
    """The examples, counted once and fitted several times."""

    def __init__(self, examples: Sequence[Example], classes: Sequence[str], meaning: Meaning | None) -> None:
        self._examples = examples
        self._labels = np.array([classes.index(example.label) for example in examples])
        self._none = np.array([is_none(name) for name in classes])
        self._told = np.array([example.calibrates for example in examples])
        vectors = meaning([example.text for example in examples]) if meaning else None
        self.counted = Counted([stressed(e.text, words(e.text)) for e in examples], vectors)

    def trained(self) -> "_Trained":
        """The machine that has seen everything, with what the others made of what they had not seen."""
        everything = np.arange(len(self._examples))
        fold = everything * 7919 % 104729 % _FOLDS  # neighbours, often alike, fall apart
        seen = [everything, *(np.flatnonzero(fold != one) for one in range(_FOLDS))]
        with ThreadPoolExecutor(_THREADS) as threads:  # the solver works outside the interpreter's lock
            whole, *parts = threads.map(self._fitted, seen)
        weighed, weights, bias = whole
        scores = np.zeros((len(self._examples), len(self._none)))
        for one, (part, part_weights, part_bias) in enumerate(parts):
            unseen = np.flatnonzero((fold == one) & self._told)
            scores[unseen] = part.rows(unseen) @ part_weights + part_bias
        languages = [example.language for example in self._examples if example.calibrates]
        limits = limits_of(scores[self._told], self._labels[self._told], self._none, languages)
        return _Trained(weighed, weights, bias, limits)

    def vagueness(self, weighed: Weighed) -> Vagueness:
        """The machine that knows vague texts, over the features of all texts weighed."""
        first = {example.text: place for place, example in reversed(list(enumerate(self._examples)))}
        some = np.array([place for place in first.values() if not is_none(self._examples[place].label)])
        vague = np.array([self._examples[place].vague for place in some])
        lengths = [len(words(self._examples[place].text)) for place in some]
        return learn(weighed.features(some), lengths, vague, self._told[some])

    def _fitted(self, seen: Places) -> tuple["Weighed", Floats, Floats]:
        """A machine that has seen some of the examples."""
        from sklearn.svm import LinearSVC

        weighed = self.counted.vocabulary(seen)
        machine = LinearSVC(C=_REGULAR, tol=_TOLERANCE, random_state=0)
        importance = np.where(self._told[seen], _TOLD, 1.0)
        machine.fit(weighed.rows(seen), self._labels[seen], sample_weight=importance)
        return weighed, np.asarray(machine.coef_.T), np.asarray(machine.intercept_)


def limits_of(
    scores: Floats, labels: Places, none: npt.NDArray[np.bool_], languages: Sequence[Language]
) -> Limits:
    """Temperature by likelihood; limits by the shares that may be lost and must be right.

    `scores` has the shape (texts, classes), `labels` and `languages` one entry a text, `none` one a
    class.
    """
    from scipy.optimize import minimize_scalar

    places = np.arange(len(labels))

    def loss(temperature: float) -> float:
        chances = softmax(scores, temperature)[places, labels]
        return float(-np.log(np.maximum(chances, 1e-12)).mean())

    temperature = round(float(minimize_scalar(loss, bounds=(0.5, 20.0), method="bounded").x), 4)
    chances = softmax(scores, temperature)
    leads, real, spoken = lead_of_none(chances, none), ~none[labels], np.array(languages)
    refused = {
        language: round(float(np.quantile(leads[real & (spoken == language)], 1 - _LOST)), 4)
        for language in LANGUAGES
    }
    chances[:, none] = 0
    best = chances.argmax(axis=1)
    sure = _sure(chances[places, best][real], (best == labels)[real])
    return Limits(temperature, refused, round(sure, 4))


def doubts(lines: Iterable[Utterance]) -> dict[str, dict[str, int]]:
    """For each row, how often it stands in doubt with each other one in the ambiguous lines."""
    rows: dict[str, list[str]] = {}
    for line in lines:
        if line.kind == "ambiguous":
            rows.setdefault(line.text, []).append(line.code)
    pairs = Counter(pair for doubted in rows.values() for pair in permutations(doubted, 2))
    found: dict[str, dict[str, int]] = {}
    for (row, other), count in sorted(pairs.items()):
        found.setdefault(row, {})[other] = count
    return found


def _sure(chances: Floats, right: npt.NDArray[np.bool_]) -> float:
    """The lowest probability from which on the wanted share of first rows is right."""
    order = np.argsort(-chances)
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= _SURE)
    return float(chances[order[enough[-1]]]) if len(enough) else 1.0
