"""The several things that one text may name, each with the words that name it.

A text is cut where people join things: at stops and commas, at "and" and its sisters
(`knowledge/utterances/joints.yaml`). A piece that by itself is sure of a row is a component. Of things
that share a word ("gas and electric buses") the first piece borrows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from assistant.corpus import FOLDER
from assistant.letters import Word, flat, words
from assistant.scores import Scored, Scorer
from knowledge.yamlfile import read_yaml

_MOST: Final = 60  # so many pieces are looked at
_SURE: Final = 0.5  # a piece must be so sure of its row
_FIRM: Final = -0.2  # and score so high for it by itself
_LESS_FIRM: Final = -0.4  # or so high, when the whole text scores
_HEARD: Final = -0.6  # so high for it
_ALONE: Final = 0.0  # a single word scores higher still
_BRIEF: Final = 8  # and stands in a text of no more words
_BESIDE_A_FIGURE: Final = 2  # words beside a figure that can name a thing
_STOP: Final = re.compile(r"[.,;:!?\n()+&]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a text (`text[start:end]`) that names a thing of its own, its row and how sure."""

    text: str
    code: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Joints:
    """The words that join things and the words for what drives them, in skeleton spelling."""

    conjunctions: tuple[tuple[str, ...], ...]
    drives: frozenset[str]


@cache
def _joints(path: Path = FOLDER / "joints.yaml") -> _Joints:
    tree = read_yaml(path)
    joined = {tuple(flat(word).split()) for listed in tree["conjunctions"].values() for word in listed}
    drives = frozenset(flat(word) for listed in tree["drives"].values() for word in listed)
    return _Joints(tuple(sorted(joined, key=len, reverse=True)), drives)


def components(text: str, whole: Scored, scorer: Scorer) -> tuple[Component, ...]:
    """The things that a text names, in its order; empty when it names but one."""
    found: list[Component] = []
    pieces = list(islice(_pieces(text, whole.cut), _MOST))
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ()
        phrase = _whole_phrase(piece, following)
        if _measures(piece) or (len(phrase) == 1 and len(whole.cut) > _BRIEF):
            continue  # names nothing, whatever it scores
        scored = scorer.score_words(phrase)
        code = max(scored.chances, key=lambda code: scored.chances[code])
        if not _names_a_thing(scored, code, whole):
            continue
        start, end = piece[0].start, piece[-1].end
        one = Component(text[start:end], code, round(scored.chances[code], 4), start, end)
        if found and found[-1].code == code and not _driven_apart(pieces[place - 1], piece):
            start = found.pop().start
            one = Component(text[start:end], code, one.confidence, start, end)
        found.append(one)
    kept = _without_repeats(found)
    return tuple(kept) if len(kept) > 1 else ()


def _pieces(text: str, cut: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words of a text between what joins things."""
    piece: list[Word] = []
    skip = 0
    for place, word in enumerate(cut):
        if place < skip:
            continue
        stopped = piece and _STOP.search(text, piece[-1].end, word.start)
        joint = _joint(cut, place)
        if piece and (stopped or joint):
            yield tuple(piece)
            piece = []
        if joint:
            skip = place + joint
        else:
            piece.append(word)
    if piece:
        yield tuple(piece)


def _joint(cut: Sequence[Word], place: int) -> int:
    """How many words from this place on join things."""
    for joint in _joints().conjunctions:
        if cut[place].skeleton == joint[0] and joint == tuple(
            word.skeleton for word in cut[place : place + len(joint)]
        ):
            return len(joint)
    return 0


def _whole_phrase(piece: tuple[Word, ...], following: tuple[Word, ...]) -> tuple[Word, ...]:
    """What names the thing of a piece: of a single word, also the rest of the next piece («solar» of
    «solar and wind power»); what another drive drives («gas» of «gas and electric buses»).
    """
    if len(piece) > 1 or len(following) < 2:  # noqa: PLR2004 - a word alone, before several
        return piece
    return following if _driven_apart(piece, following) else piece + following[1:]


def _names_a_thing(scored: Scored, code: str, whole: Scored) -> bool:
    """Whether a piece by itself is sure of a row."""
    if not scored.known or scored.lead >= 0 or scored.chances[code] < _SURE:
        return False
    firmness = scored.firmness[code]
    if len(scored.cut) == 1:
        return firmness >= _ALONE
    return firmness >= (_LESS_FIRM if whole.firmness[code] >= _HEARD else _FIRM)


def _measures(piece: Sequence[Word]) -> bool:
    """Whether a piece is a bare figure: «40 МВт» names no thing."""
    told = [word for word in piece if not word.text[0].isdigit()]
    return len(told) < len(piece) and len(told) < _BESIDE_A_FIGURE


def _driven_apart(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether two pieces differ in what drives their things."""
    drives = _joints().drives
    one, other = ({word.skeleton for word in piece} & drives for piece in (first, second))
    return bool(one and other and one != other)


def _without_repeats(found: Sequence[Component]) -> list[Component]:
    """The surest component of each row; neighbours driven apart stay both."""
    kept: list[Component] = []
    for one in found:
        same = [other for other in kept if other.code == one.code]
        if all(_driven_apart(words(other.text), words(one.text)) for other in same):
            kept.append(one)
        elif one.confidence > same[-1].confidence:
            kept[kept.index(same[-1])] = one
    return sorted(kept, key=lambda one: one.start)
