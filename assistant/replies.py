"""What a person answers to the question just asked: yes, no, do not know, a number, a choice."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from assistant.choices import answered
from assistant.cues import folded
from assistant.numbers import numbers
from assistant.propose import Proposal, Spec, propose
from assistant.quantities import levelled, quantities
from knowledge.text import LANGUAGES, Language
from knowledge.units import Units

_YES: Final = (
    r"и[әяa]|иә|ия|иа|ийа|әрине|арине|дұрыс|дурыс|болады|бар|мақұл|жарайды|расында|келісемін"
    r"|да|ага|угу|конечно|верно|правильно|так и есть|все так|все верно|все правильно|подтверждаю"
    r"|есть|имеется|будет|согласен|согласна|разумеется|точно"
    r"|yes|yep|yeah|yup|sure|correct|right|of course|ok|okay|ок|окей|confirm|that's right|all right"
    r"|iya|ia|ija|durys|bar|da|konechno"
)
_NO: Final = (
    r"жоқ|жок|емес|болмайды|жо[кқ]|жоғ\w+|нет|неа|нету|не будет|не верно|неверно|не так|не правильно"
    r"|неправильно|отсутствует|no|nope|not|nah|wrong|incorrect|joq|zhoq|jok|zhok|net"
)
_UNKNOWN: Final = (
    r"білмеймін|билмеймин|белгісіз|сенімді емеспін|есімде жоқ|нақты білмеймін|өткіз\w*|аттап өт\w*"
    r"|не знаю|незнаю|хз|не уверен\w?|затрудняюсь\w*(?: ответить)?|не могу сказать|не помню|без понятия"
    r"|пропусти\w*|дальше|пока неизвестно|неизвестно|i don'?t know|dont know|don'?t know|do not know"
    r"|no idea|not sure|unsure|idk|skip|unknown|bilmeimin|bilmeymin|ne znayu|ne znaiu"
)
_START: Final = r"^[\s«\"(]*(?:ну|эм+|м+|well|негізі|вообще|честно|to be honest|сэр)?[\s,]*"
_DONT_KNOW: Final = re.compile(
    rf"{_START}(?:(?:я|мы|мен|біз|we|точно|пока|әлі|это|ол|мұны)\s+){{0,3}}(?:{_UNKNOWN})\b"
)
_SAYS_YES: Final = re.compile(rf"{_START}(?:{_YES})(?!\w)")
_SAYS_NO: Final = re.compile(
    rf"{_START}(?:(?:у нас|пока|әлі|бізде|we have|it is|this is)\s+)?(?:{_NO})(?!\w)"
)
_ENDS_NO: Final = re.compile(
    r"\b(?:жоқ|жок|емес|болмайды|нет|не будет|нету|отсутствует|\w{2,}[мбп][ае]й(?:д[ыі]|м[ыі]з|м[ыі]н))\W*$"
)
_ENDS_YES: Final = re.compile(r"\b(?:бар|болады|есть|будет|имеется|алдық|алғанбыз|получен\w?|получили)\W*$")
_NONE: Final = re.compile(
    rf"{_START}(?:none of|neither|ни одн\w+|ни то|ничего из|ничто из|ничего не подходит|ешқайсы\w*)\b"
    r"|(?:не подходит|сай келмейді|дұрыс емес)\W*$"
)
_OTHER_UNIT: Final = re.compile(r"\s?[^\W\d_]{1,6}\.?\s?/\s?[^\W\d_]")
_SHORT_ANSWER: Final = 8


class Said(Enum):
    """An answer that is no value."""

    UNKNOWN = auto()
    WRONG_UNIT = auto()
    SEVERAL = auto()
    ANOTHER = auto()  # the text is no answer to this question


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, and the words that say so."""

    yes: bool
    phrase: str


def yes_no(text: str) -> YesNo | None:
    """Whether a message says yes or no.

    >>> yes_no("Иә, дұрыс").yes, yes_no("нет, угля не будет").yes, yes_no("40 МВт")
    (True, False, None)
    """
    plain = folded(text)
    if _DONT_KNOW.search(plain):
        return None
    for pattern, yes in ((_SAYS_NO, False), (_SAYS_YES, True)):
        if pattern.search(plain):
            return YesNo(yes, text.strip())
    if len(plain.split()) <= _SHORT_ANSWER:
        for pattern, yes in ((_ENDS_NO, False), (_ENDS_YES, True)):
            if pattern.search(plain):
                return YesNo(yes, text.strip())
    return None


def none_of_these(text: str) -> bool:
    """Whether a message turns down everything offered.

    >>> none_of_these("Ни одна не подходит"), none_of_these("ешқайсысы")
    (True, True)
    """
    return bool(_NONE.search(folded(text)))


_STEM: Final = 5
_BESIDE: Final = re.compile(
    r"около|примерно|приблизительно|где|то|это|у|нас|будет|есть|ровно|всего|общая|составляет|она|оно|он|там|по"
    r"|about|approximately|around|roughly|it|is|we|have|ours|exactly|in|all|total|some|the|a|of"
    r"|шамамен|шамасы|жуық|бізде|ол|бар|болады|дәл|барлығы|жалпы|тең|сонда"
)


def is_unknown(text: str) -> bool:
    """Whether a message says that the person does not know.

    >>> is_unknown("Мен оны білмеймін"), is_unknown("I don't know yet"), is_unknown("знаю")
    (True, True, False)
    """
    plain = folded(text)
    return bool(_DONT_KNOW.search(plain)) or bool(
        len(plain.split()) <= _SHORT_ANSWER and re.search(rf"\b(?:{_UNKNOWN})\W*$", plain)
    )


def answer_to(spec: Spec, text: str, units: Units, language: Language) -> Proposal | Said:
    """The value that a message states for the fact just asked, or why it states none.

    Yes and no answer a yes/no fact only; a bare number takes the unit of the question.
    """
    if is_unknown(text):
        return Said.UNKNOWN
    if spec.kind in ("attested", "judged"):
        said = yes_no(text)
        return Proposal(spec.id, said.yes, None, text.strip(), 0, len(text)) if said else Said.ANOTHER
    if spec.kind == "choice":
        return _choice(spec, text)
    return _amount(spec, text, units, language)


def _choice(spec: Spec, text: str) -> Proposal | Said:
    """One of the choices; a plain no is the choice `none` where there is one."""
    choices = spec.choices or {}
    value = answered(text, choices)
    said = yes_no(text)
    if value is None and said and not said.yes and "none" in choices:
        value = "none"
    return Proposal(spec.id, value, None, text.strip(), 0, len(text)) if value else Said.ANOTHER


def _amount(spec: Spec, text: str, units: Units, language: Language) -> Proposal | Said:
    """A number with its unit, or without one in the unit of the question."""
    read = propose(text, {spec.id: spec}, units, language, asked=spec.id)
    if read:
        return read[0]
    plain = folded(levelled(text))
    said = numbers(plain, language)
    united = quantities(text, units, language)
    if any(quantity.ranged for quantity in united) or len(said) > 1:
        return Said.SEVERAL if len(plain.split()) <= _SHORT_ANSWER else Said.ANOTHER
    if united or (said and _OTHER_UNIT.match(plain, said[0].end)):
        return Said.WRONG_UNIT if len(plain.split()) <= _SHORT_ANSWER else Said.ANOTHER
    if len(said) != 1 or (said[0].spelt and len(plain.split()) > _SHORT_ANSWER):
        return Said.ANOTHER
    number = said[0]
    if _more_than_a_number(spec, plain[: number.start] + " " + plain[number.end :]):
        return Said.WRONG_UNIT if len(plain.split()) <= _SHORT_ANSWER else Said.ANOTHER
    phrase = text[number.start : number.end]
    return Proposal(spec.id, number.value, spec.unit, phrase, number.start, number.end)


def _more_than_a_number(spec: Spec, rest: str) -> bool:
    """Whether words stand beside a bare number that neither hedge it nor come from the question.

    Such a word may be a unit that the table does not hold, or a bound: then the number is not taken.
    """
    asked = " ".join(folded(text[language]) for text in (spec.label, spec.question) for language in LANGUAGES)
    stems = {word[:_STEM] for word in re.findall(r"[^\W\d_]+", asked)}
    words = re.findall(r"[^\W\d_]+", rest)
    return any(not _BESIDE.fullmatch(word) and word[:_STEM] not in stems for word in words)
