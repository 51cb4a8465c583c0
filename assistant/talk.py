"""Small talk and commands of a conversation, told from descriptions of a project.

Only a short message that is nothing else counts: «спасибо, а если 12 МВт?» is a question.
"""

import re
from typing import Final, Literal

from assistant.cues import folded
from knowledge.text import LANGUAGES, Language

Intent = Literal["greeting", "thanks", "goodbye", "restart", "person", "abilities", "identity"]

_PADDING: Final = (
    r"(?:[\s,.!)(]|(?:вам|вас|сізге|сизге|большое|огромное|көп|коп|very much|a lot|so much|there"
    r"|все|всем|бәріңізге|please|пожалуйста|өтінемін|хочу|можно|давайте|давай|мен|я|маған"
    r"|келеді|i want to|i would like to|i'd like to|let's|can i|could i|let me)\b)*"
)
_WORDS: Final[dict[Intent, str]] = {
    "greeting": (
        r"сәлем\w*|салем\w*|ассала\w+(?: \w+)?|саламат\w*(?: сыз\s?ба)?|армысыз\w*"
        r"|қайырлы (?:таң|күн|кеш)|привет\w*|здравствуй\w*|здрасте|добрый (?:день|вечер)"
        r"|доброе утро|hello|hi|hey|good (?:morning|afternoon|evening|day)|salem\w*"
    ),
    "thanks": r"рахмет\w*|рақмет\w*|спасибо|благодарю|спс|thanks?|thank you|thx|rahmet|rakhmet",
    "goodbye": r"сау бол\w*|хош\w*|до свидания|пока|bye|goodbye|see you",
    "restart": (
        r"басынан(?: баста\w*)?|қайта (?:баста\w*|бастайық)|жаңа жоба\w*|басқа жоба\w*"
        r"|нача?[тл]ь?\w* (?:заново|сначала|снова)|заново|сначала|новый проект|другой проект|сброс\w*"
        r"|start (?:again|over|afresh)|restart|reset|new project|another project|begin again"
    ),
    "person": (
        r"(?:адам|оператор|маман|менеджер|қызметкер)\w*(?: \w+)?\s*(?:сөйлес\w*|қос\w*|керек|шақыр\w*)?"
        r"|(?:поговорить|связ\w+|соедин\w+|позов\w+|позвать|переключ\w+)?\s*(?:с|со|на)?\s*(?:живым\s+)?"
        r"(?:человек\w*|оператор\w*|менеджер\w*|специалист\w*|сотрудник\w*)"
        r"|(?:talk|speak|chat)?\s*(?:to|with)?\s*(?:an?|the)?\s*(?:real|live)?\s*"
        r"(?:human|person|operator|agent|manager|specialist)"
    ),
    "abilities": (
        r"не істей аласы[зң]|не істе\w+ ала\w+|көмек(?:тес\w*)?|что (?:ты|вы) (?:умеешь|умеете|можешь"
        r"|можете)|помощь|помоги(?:те)?|help|what can you do|how does (?:it|this) work"
        r"|как это работает|бұл қалай жұмыс істейді"
    ),
    "identity": (
        r"(?:сен|сіз)(?:дер)? кімсі[ңз]\w*|атың(?:ыз)? кім|адамсы[зң] ба|робот\w*"
        r"|кто (?:ты|вы)|(?:ты|вы) (?:робот|бот|человек)|как (?:тебя|вас) зовут"
        r"|who are you|are you (?:a |an )?(?:bot|robot|human|ai|person)|what is your name"
    ),
}
_INTENTS: Final[tuple[tuple[Intent, re.Pattern[str]], ...]] = tuple(
    (intent, re.compile(rf"{_PADDING}(?:(?:{words}){_PADDING})+[?]?")) for intent, words in _WORDS.items()
)
_SWITCHES: Final[dict[Language, re.Pattern[str]]] = {
    "kk": re.compile(r"\b(?:қазақша|казакша|қазақ тілінде|на казахском|по-?казахски|in kazakh|qazaqsha)\b"),
    "ru": re.compile(r"\b(?:по-?русски|на русском|орысша|орыс тілінде|in russian)\b"),
    "en": re.compile(r"\b(?:in english|по-?английски|на английском|ағылшынша|ағылшын тілінде)\b"),
}
_ASKS: Final = re.compile(
    r"^\W*(?:что|как\w{0,4}|сколько|почему|зачем|где|когда|кто|куда|чем|откуда"
    r"|не деген|неге|қалай|калай|қандай|кандай|қанша|канша|қайда|қашан|кім|не үшін"
    r"|what|how|why|where|when|who|which)\b"
    r"|\b(?:дегеніміз не|деген не|не деген|что такое|что значит|что означает|what is|what does)\b"
)
_SHORT: Final = 7
_MEANING: Final = re.compile(
    r"(?:а )?(?:что (?:это|такое)(?: такое| значит)?|объясните|поясните|почему|зачем(?: это)?"
    r"|(?:я )?не (?:понимаю|понял|поняла|понятно)(?: вопрос\w*)?"
    r"|(?:бұл|ол) не(?: деген)?(?: сөз)?|не бул(?: суз| соз)?|неге|(?:сұрақты )?түсінбедім|түсіндір\w*"
    r"|(?:but )?why(?: do you ask)?|what (?:is|does|do)(?: you)? (?:it|that|this|mean)(?: mean)?|explain"
    r"|i (?:do not|don.t|did not|didn.t) understand(?: the question| it)?)\W*"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def intent_of(text: str) -> Intent | None:
    """The small talk or command that a whole message is.

    >>> intent_of("Рахмет!"), intent_of("start again"), intent_of("спасибо, а если 12 МВт?")
    ('thanks', 'restart', None)
    """
    plain = folded(text).strip()
    if len(plain.split()) > _SHORT:
        return None
    return next((intent for intent, pattern in _INTENTS if pattern.fullmatch(plain)), None)


def asks_meaning(text: str) -> bool:
    """Whether a short message asks what the pending question means, or why it is asked.

    >>> asks_meaning("что это значит?"), asks_meaning("бұл не?"), asks_meaning("why?"), asks_meaning("нет")
    (True, True, True, False)
    """
    plain = folded(text).strip()
    return len(plain.split()) <= _SHORT and bool(_MEANING.fullmatch(plain))


def wanted_language(text: str) -> Language | None:
    """The language that a short message asks to speak.

    >>> wanted_language("можно по-русски?"), wanted_language("қазақша жазыңыз")
    ('ru', 'kk')
    """
    plain = folded(text)
    if len(plain.split()) > _SHORT:
        return None
    return next((spoken for spoken in LANGUAGES if _SWITCHES[spoken].search(plain)), None)


def asks_what(text: str) -> bool:
    """Whether a message asks what, how or why, and not whether a project fits.

    >>> asks_what("Что такое ОВОС?"), asks_what("Можно ли поставить панели?")
    (True, False)
    """
    return bool(_ASKS.search(folded(text)))


def is_question(text: str) -> bool:
    """Whether a message is a question at all."""
    return text.rstrip().endswith("?") or asks_what(text)


def side_question(text: str) -> tuple[str, str]:
    """A message as what it states and the question at its end, either of them maybe empty.

    >>> side_question("Да. А что такое ОВОС?")
    ('Да.', 'А что такое ОВОС?')
    """
    parts = _SENTENCE.split(text.strip())
    if not is_question(parts[-1]):
        return text, ""
    return " ".join(parts[:-1]), parts[-1]
