"""The blocks of a reply, put together from phrases, facts and the evaluator's own explanation."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, get_args

from assistant import blocks
from assistant.proposal import Figure
from assistant.ruling import confirmed, law_of, verdict_of
from assistant.services import Answered, Services
from assistant.state import PROPOSED, Candidate, State, Stated
from evaluator.errors import FactFault, FaultCode
from evaluator.explain import present
from evaluator.words import Teller
from knowledge.facts import FactSpec
from knowledge.lookalikes import Lookalikes
from knowledge.phrases import say
from knowledge.text import Language

_FAULTS: Final = get_args(FaultCode)
_WAYS: Final = 3
_FORMS: Final = {"attested": "yes-no", "choice": "choice"}


def text(language: Language, key: str, **values: str | int) -> blocks.Text:
    """A sentence of ours."""
    return blocks.Text(say(language, key, **values), key)


def shown(fact: Stated, services: Services, language: Language) -> str:
    """The value of a fact in words, as the evaluator tells it."""
    value: Any = fact.value
    if isinstance(value, tuple):
        value = tuple(Decimal(part) for part in value)
    elif fact.unit:
        value = Decimal(value)
    return Teller(services.knowledge, language).value(fact.id, value, fact.unit)


def candidates(state: State, key: str, closing: str, group: Lookalikes | None = None) -> blocks.Candidates:
    """The rows that may be meant, each with the phrase that speaks for it, and the question that
    tells them apart.
    """
    language, preselected = state.language, None
    if state.decision == "match" or key == "interview-candidates-other":
        preselected = state.candidates[0].code
    lines = [_candidate(place, one, language) for place, one in enumerate(state.candidates, 1)]
    opening = say(language, key, count=len(state.candidates))
    asked = _apart(state, group) if group else None
    if asked:
        lines += ["", asked["text"], *(_option(option, language) for option in asked["options"])]
    return blocks.Candidates(
        "\n".join([opening, *lines, say(language, closing, count=len(state.candidates))]),
        "choose" if state.decision == "several" else state.decision or "none",
        [one.to_json() for one in state.candidates],
        preselected,
        asked,
    )


def _apart(state: State, group: Lookalikes) -> dict[str, Any]:
    """The question that tells the offered rows apart, each answer with the place of its row."""
    places = {one.code: place for place, one in enumerate(state.candidates, 1)}
    options = [
        {"code": way.code, "text": way.answer[state.language], "place": places[way.code]}
        for way in group.answers
        if way.code in places
    ]
    return {"text": group.question[state.language], "options": options}


def _option(option: Mapping[str, Any], language: Language) -> str:
    return say(language, "interview-apart-option", answer=option["text"], number=option["place"])


def _candidate(place: int, one: Candidate, language: Language) -> str:
    against = next((phrase for phrase, _, wrong in one.reasons if wrong), None)
    phrase = against or next((phrase for phrase, _, _ in one.reasons), None)
    key = "interview-candidate"
    if phrase:
        key += "-against" if against else "-because"
    values: dict[str, str | int] = {"number": place, "title": one.title, "code": one.code}
    return say(language, key, **(values | ({"phrase": phrase} if phrase else {})))


def facts(
    state: State, told: Iterable[Stated], services: Services, figures: Sequence[Figure] = ()
) -> blocks.Facts:
    """Facts read back; those not yet confirmed with the question whether they are right."""
    language, rows = state.language, []
    lines = []
    for fact in told:
        spec = services.knowledge.facts[fact.id]
        value = shown(fact, services, language)
        rows.append({**fact.to_json(), "label": spec.label[language], "shown": value})
        lines.append(_fact_line(fact, spec.label[language], value, language))
    unsure = any(row["standing"] == PROPOSED for row in rows)
    if lines:
        lines.insert(0, say(language, "interview-read" if unsure else "interview-noted"))
    taken = {fact.phrase for fact in state.facts}
    figures = [figure for figure in figures if figure.phrase not in taken]
    if figures:
        quoted = (say(language, "interview-quoted", phrase=figure.phrase) for figure in figures)
        phrases = "; ".join(quoted)
        lines.append(say(language, "interview-figures", phrases=phrases))
    if unsure:
        lines.append(say(language, "interview-confirm-read", count=len(rows)))
    return blocks.Facts("\n".join(lines), rows, unsure, [_figure(figure) for figure in figures])


def _fact_line(fact: Stated, label: str, value: str, language: Language) -> str:
    if fact.phrase and fact.standing == PROPOSED:
        return say(language, "interview-fact-phrase", label=label, value=value, phrase=fact.phrase)
    return say(language, "interview-fact", label=label, value=value)


def _figure(figure: Figure) -> dict[str, Any]:
    return {"value": format(figure.value, "f"), "unit": figure.unit, "phrase": figure.phrase}


def question(state: State, services: Services) -> blocks.Question:
    """The pending question with its help, its reason and its proof."""
    name, code, language = state.asking or "", state.code or "", state.language
    spec = services.knowledge.facts[name]
    law = law_of(name, code, services)
    unit = services.knowledge.units[spec.unit].spelled(language) if spec.unit else ""
    choices = [{"id": choice, "label": label[language]} for choice, label in (spec.choices or {}).items()]
    why = say(language, "interview-why", code=code, law=law) if law else ""
    proof = say(language, "interview-proof", evidence=spec.evidence[language].rstrip("."))
    lines = [spec.question[language], spec.help[language], why, proof, _how(spec, unit, language)]
    lines += [
        say(language, "interview-choice", number=place, label=choice["label"])
        for place, choice in enumerate(choices, 1)
    ]
    return blocks.Question(
        text="\n".join(line for line in lines if line),
        fact=name,
        label=spec.label[language],
        form=_FORMS.get(spec.kind, spec.kind),
        question=spec.question[language],
        help=spec.help[language],
        why=why,
        law=law,
        evidence=spec.evidence[language],
        unit=spec.unit,
        choices=choices,
    )


def _how(spec: FactSpec, unit: str, language: Language) -> str:
    """How to answer a question of this kind."""
    if spec.kind == "choice":
        return say(language, "interview-answer-choice")
    if spec.kind == "attested":
        return say(language, "interview-answer-yes-no")
    if not unit:
        return say(language, "interview-answer-count")
    return say(language, "interview-answer-number", unit=unit)


def verdict(state: State, services: Services) -> blocks.Verdict:
    """The verdict as the evaluator explains it: in brief as text, and whole."""
    code, language = state.code or "", state.language
    told = present(verdict_of(code, confirmed(state), services), language)
    specs = services.knowledge.facts
    judged = [one for one in told["missing_facts"] if specs[one["fact"]].kind == "judged"]
    asked = [one for one in told["missing_facts"] if one not in judged]
    lines = [
        say(language, "interview-chosen", code=code, title=told["title"]),
        told["outcome_text"],
        *_listed("interview-verdict-missing", [one["label"] for one in asked], language),
        *_listed("interview-verdict-person", [one["label"] for one in judged], language),
        *_listed("interview-verdict-conflict", [_conflict(c) for c in told["conflicts"]], language),
    ]
    if told["outcome"] == "not_eligible":
        ways = [f"– {way['text']}" for way in told["would_change"][:_WAYS]]
        lines += [say(language, "interview-verdict-change", count=len(ways)), *ways] if ways else []
    lines += [told["review"]] if told["review"] else []
    return blocks.Verdict("\n".join([*lines, told["advice"]]), told)


def _conflict(told: Mapping[str, str]) -> str:
    return f"{told['label']} – {told['text']}"


def _listed(key: str, items: Sequence[str], language: Language) -> list[str]:
    """A sentence with a list in it; nothing when the list is empty."""
    return [say(language, key, count=len(items), facts="; ".join(items))] if items else []


def fault(state: State, wrong: FactFault, stated: Stated | None, services: Services) -> blocks.Error:
    """Why a statement cannot be used."""
    language = state.language
    code = wrong.code if wrong.code in _FAULTS else "other"
    spec = services.knowledge.facts.get(wrong.fact)
    values = {"fact": wrong.fact, "label": spec.label[language] if spec else wrong.fact}
    values["value"] = shown(stated, services, language) if stated and spec else ""
    values["value"] = values["value"] or wrong.values.get("given", "")
    values["limit"] = _limit(wrong, spec, services, language)
    sentence = say(language, f"interview-fault-{code.replace('_', '-')}", **values)
    return blocks.Error(sentence, wrong.code, wrong.fact)


def _limit(wrong: FactFault, spec: FactSpec | None, services: Services, language: Language) -> str:
    """The bound that a value passes, or the unit wanted."""
    if spec is None or spec.unit is None:
        return ""
    if "limit" in wrong.values:
        teller = Teller(services.knowledge, language)
        return teller.amount(Decimal(wrong.values["limit"]), wrong.values["unit"])
    return services.knowledge.units[spec.unit].spelled(language)


def error(language: Language, code: str, key: str, **values: str | int) -> blocks.Error:
    """An error that is not about one fact."""
    return blocks.Error(say(language, key, **values), code)


def answer(told: Answered) -> blocks.Answer:
    """An answer to a question asked in between."""
    citations = [{"ref": one.ref, "language": one.language, "quote": one.quote} for one in told.citations]
    return blocks.Answer(told.text, told.status, citations, told.written_by)
