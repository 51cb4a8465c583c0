"""Facts proposed from a person's own words, each with the phrase it was read from.

Nothing is decided here: a proposal counts for nothing until the person confirms it. A number is
proposed for a fact only if its unit measures what the fact asks and the text speaks of the fact
nearby, or no other fact of the row could be meant, or the fact has just been asked; one number
never fills two facts. A yes/no fact is proposed where its cue stands, false where it is denied.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from assistant.amounts import Amounts
from assistant.choices import chosen
from assistant.cues import (
    Cue,
    all_cues,
    clause,
    folded,
    found,
    is_absent,
    is_affirmed,
    is_asked,
    is_denied,
    is_replaced,
)
from assistant.proposal import Figure, Proposal, Reading, Spec, Value
from assistant.quantities import levelled
from knowledge.text import Language
from knowledge.units import Units

__all__ = ["Figure", "Proposal", "Reading", "Spec", "Value", "propose", "read"]

_KNOWN_BY_OWNER: Final = 1  # FactSpec.effort; a dearer fact needs a word that it is at hand
_PAPER: Final = 3


def propose(
    text: str,
    specs: Mapping[str, Spec],
    units: Units,
    language: Language,
    *,
    asked: str | None = None,
) -> tuple[Proposal, ...]:
    """The facts among `specs` that a text seems to state; `asked` has just been asked for."""
    return read(text, specs, units, language, asked=asked).proposals


def read(
    text: str,
    specs: Mapping[str, Spec],
    units: Units,
    language: Language,
    *,
    asked: str | None = None,
) -> Reading:
    """The proposals and the other figures of a text, both in its order."""
    numbers = Amounts(text, specs, units, language, asked)
    amounts = tuple(numbers.proposals())
    plain = folded(levelled(text))
    others = {name: spec for name, spec in specs.items() if name != asked}
    told = (*_attested(text, plain, others), *_choices(text, plain, others))
    proposals = sorted((*amounts, *told), key=lambda proposal: (proposal.start, proposal.fact))
    return Reading(tuple(proposals), tuple(numbers.figures(amounts)))


def _attested(text: str, plain: str, specs: Mapping[str, Spec]) -> Iterator[Proposal]:
    """Yes/no facts, each from the first of its cues that says something."""
    for name, spec in specs.items():
        if spec.kind != "attested":
            continue
        whole = spec.effort > _KNOWN_BY_OWNER
        for cue in found(all_cues(spec.cues), plain):
            said = _says(plain, cue, spec.effort)
            if said is not None:
                start, end = _phrase(plain, cue, whole=whole or not said)
                yield Proposal(name, said, None, text[start:end], start, end)
                break


def _says(plain: str, cue: Cue, effort: int) -> bool | None:
    """What the clause of a cue says of its fact; None when it is replaced, or only asked about."""
    if is_replaced(plain, cue):
        return None
    denied = is_denied(plain, cue)
    if effort <= _KNOWN_BY_OWNER:
        return not denied
    if is_asked(plain, cue):
        return None
    if effort >= _PAPER and is_absent(plain, cue):
        return False
    return True if is_affirmed(plain, cue) and not denied else None


def _phrase(plain: str, cue: Cue, *, whole: bool) -> tuple[int, int]:
    """The place of the words of a cue, or of its clause where the rest of it matters."""
    if not whole:
        return cue.start, cue.end
    left, right = clause(plain, cue.start, cue.end)
    said = plain[left:right]
    return left + len(said) - len(said.lstrip()), left + len(said.rstrip())


def _choices(text: str, plain: str, specs: Mapping[str, Spec]) -> Iterator[Proposal]:
    """Choices named outright: «LEED», «Евро-5»."""
    for name, spec in specs.items():
        named = chosen(plain, spec.choices) if spec.kind == "choice" and spec.choices else None
        if named:
            value, start, end = named
            yield Proposal(name, value, None, text[start:end], start, end)
