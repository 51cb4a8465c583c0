"""Reading a person's texts for one row: what they state of the facts that its rule can ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.proposal import Figure, Proposal
from assistant.propose import read
from assistant.ranking import InScope
from assistant.ruling import specs_of, usable, verdict_of
from assistant.services import Services
from assistant.state import PROPOSED, Stated
from evaluator import tree
from evaluator.errors import FactFault, UnusableFacts
from knowledge.facts import FactSpec
from knowledge.text import Language


@dataclass(frozen=True, slots=True)
class Heard:
    """Facts read and usable, figures that no fact of the row can hold, and what cannot be used."""

    facts: tuple[Stated, ...]
    figures: tuple[Figure, ...]
    faults: tuple[FactFault, ...]


def heard(  # noqa: PLR0913 - texts in their surroundings
    texts: Sequence[str],
    code: str,
    services: Services,
    language: Language,
    *,
    first: int = 0,
    asked: str | None = None,
    known: Sequence[Stated] = (),
) -> Heard:
    """What texts state for a row; of two statements of one fact the later text's counts.

    `first` is the number of the first text in the conversation, `known` what was stated before.
    """
    facts: dict[str, Stated] = {}
    figures: list[Figure] = []
    for number, text in enumerate(texts, start=first):
        proposals, others = _read(text, code, services, language, asked, [*known, *facts.values()])
        facts |= {p.fact: Stated.of(p, PROPOSED, number) for p in proposals}
        figures += others
    good, faults = usable(facts.values(), services)
    return Heard(tuple(good), tuple(figures), tuple(faults))


def _read(
    text: str,
    code: str,
    services: Services,
    language: Language,
    asked: str | None,
    known: Sequence[Stated],
) -> tuple[list[Proposal], list[Figure]]:
    """One text; a figure that several facts might take goes to the only one still missing."""
    specs, units = specs_of(code, services), services.knowledge.units
    reading = read(text, specs, units, language, asked=asked)
    identity = next(iter(specs), "")  # «канализации нет, строим»: no says why, not what
    proposals = [p for p in reading.proposals if p.fact != identity or p.value is not False]
    figures = list(reading.figures)
    missing = _missing(code, [*known, *(Stated.of(p, PROPOSED, None) for p in proposals)], services)
    if figures and missing:
        left = {name: spec for name, spec in specs.items() if name in missing}
        second = read(text, left, units, language, asked=asked).proposals
        places = {(figure.start, figure.end) for figure in figures}
        proposals += [p for p in second if (p.start, p.end) in places]
    return proposals, [figure for figure in figures if not _asked_for(figure, specs, services)]


def _asked_for(figure: Figure, specs: Mapping[str, FactSpec], services: Services) -> bool:
    """Whether some fact of the row is measured so: then the figure may yet be its value."""
    units = services.knowledge.units
    dimension = units[figure.unit].dimension
    return any(spec.unit and units[spec.unit].dimension == dimension for spec in specs.values())


def _missing(code: str, facts: Sequence[Stated], services: Services) -> tuple[str, ...]:
    """What would still be missing if everything stated were so."""
    try:
        return verdict_of(code, facts, services).missing
    except UnusableFacts:
        return ()


def scope_of(code: str, text: str, services: Services, language: Language) -> InScope:
    """Whether the figures of a text contradict the scope of a row.

    A hint for the order of candidates and nothing else.
    """
    specs = {
        name: spec
        for name, spec in specs_of(code, services).items()
        if spec.kind in ("quantity", "quantities")
    }
    if specs.keys().isdisjoint(tree.asked(services.rulebook.rule(code).scope)):
        return "unknown"  # most rows set no limit of size
    read_out = read(text, specs, services.knowledge.units, language).proposals
    facts = [Stated.of(proposal, PROPOSED, None) for proposal in read_out]
    try:
        scope = verdict_of(code, facts, services).scope
    except UnusableFacts:
        return "unknown"
    return scope.outcome.value
