"""The language of a message: Kazakh, Russian or English, from its letters, endings and small words.

A person who writes Kazakh mixes in Russian nouns, drops the letters that only Kazakh has, or types
in Latin; a person who writes Russian hardly ever mixes in Kazakh verbs. So Kazakh evidence weighs
more than its share of the words.
"""

import re
from collections import Counter

from assistant.letters import lower
from knowledge.text import LANGUAGES, Language

_TOKEN = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]")
_RUSSIAN_LETTER = re.compile(r"[ёщъэ]|[цкнгшвфпрлджчсмтб]ь|[аеиоуыэюя]ё")

# Small words as people write them, Kazakh also without its own letters.
_KAZAKH_WORDS = frozenset(
    "мен және бойынша үшін ушин керек керекпін керекпин бар жок жоқ не қалай калай қандай кандай "
    "қанша канша қай кай бола болады болама алу алам алсам аламын алмақ сатып салу саламын салам "
    "салсам қою коям қойсам койсам қоямын бе ме па пе ба ма ғой гой екен едім сіз сиз біз биз "
    "менің меним осы бұл бул сол ол деген жасау жаңа жана ескі ески үй уй су сәлем салем рахмет "
    "жел күн кун ма енді енди тенге теңге ауыл ауылда ауылдағы ауылдагы жер арналған арналган "
    "орнату орнатып орнатсам қазір казир туралы шығару шыгару көмір комир газбен несие берес "
    "береді бересиздер деп кой тағы тагы дейін дейин кейін кейин бір бир екі еки үш уш төрт торт "
    "ашу ашамыз алып қала кала бәрі бари".split()
)
_RUSSIAN_WORDS = frozenset(
    "и в во на не с со по для из от до к у о об за под при без что как это ли мы я вы он они его "
    "их мне нам хочу хотим нужно нужен нужна нужны надо можно будет есть или но а то так же если "
    "чтобы чтоб какой какая какие сколько где когда почему зачем кто ставим ставить строим купить "
    "взять кредит старый новый новая вода дом завод привет спасибо да нет здравствуйте тенге млн "
    "млрд год лет нашей наш свой своей понимаю понял поняла понятно вопрос вопроса".split()
)
_ENGLISH_WORDS = frozenset(
    "the a an of for and to in on is are we i my our your it with from by at as be do does can "
    "what which how why who when where will would want need buy build install new old not no yes "
    "hello hi thanks loan plant farm water solar wind heat power waste project green that this "
    "into or if there per over under than them they gas energy company system".split()
)
_LATIN_KAZAKH_WORDS = frozenset(
    "men zhane jane boiynsha ushin kerek bar zhoq joq joq qalai qalay qandai qansha qai bolady "
    "bolama alu alam alsam salu salam salsam qoyu qoyam qoysam bul osy sol ol degen zhana jana "
    "eski uy su salem salam rahmet kun zhel jel endi auyl auylda zher jer arnalgan ornatu qazir "
    "turaly tenge nesie biz siz be ma me ba pa bir eki ush tort zhasau jasau ashu ashamyz alyp "
    "aqsha bop jok zhok kala kalai kerekpin ornatamyz satyp koyu koyam gazben komir".split()
)
_LATIN_RUSSIAN_WORDS = frozenset(
    "i v na ne s po dlya dlia iz ot do k u za pod pri bez chto kak eto li my ya vy on oni mne nam "
    "hochu khochu xochu nuzhno nuzhen nado mozhno budet est ili no esli chtoby kakoi kakoy skolko "
    "gde kogda pochemu stavim stroim kupit vzyat kredit staryi novyi novaya voda dom zavod privet "
    "spasibo da net zdravstvuite krysha na kryshu".split()
)

_KAZAKH_ENDING = re.compile(
    r"(?:..[лдт][аеы]р|..[дт][ыие]ң?н|..[дтн]ың|..[гк]а|..ге|..ға|..[дтн]ан|..ден|..мен|..бен|..пен"
    r"|..атын|..етин|..ети[нм]|..мыз|..миз|..амыз|..емиз|..ыңыз|..[лд]ыгы|..сыз|..сиз|..шы|..ылы"
    r"|..ады|..еди|..йды|..сам|..сем|..ды[мк]|..ди[мк]|..ып|..[лр]ау|..[лр]еу|..[дл]агы|..[дл]еги"
    r"|..иясы|..инасы|..ыру|..лау|..леу|..тау|..теу|..ату|..йту|..ышты|..ишти|..ынын|..инин"
    r"|..ында|..инде|..ына|..ине|..ымыз|..имиз|..гыш|..лык|..лик|..дык|..дик)$"
)
_RUSSIAN_ENDING = re.compile(
    r"(?:..ться|..ать|..ить|..еть|..ого|..его|..ому|..ему|..ый|..ий|..ая|..яя|..ое|..ее|..ые|..ие"
    r"|..ой|..ых|..их|..ыми|..ими|..ую|..юю|..ия|..ии|..ию|..ение|..ения|..ания|..ость|..ости|..ем"
    r"|..им|..ют|..ут|..ов|..ев|..ами|..ями|..ах|..ях|..ка|..ки|..ку|..ции|..ция)$"
)
_LATIN_KAZAKH = re.compile(
    r"q(?!u)|[əğıñŋşúýáäöü]|zhyl|zhas|(?:....(?:lar|ler|dar|der|tar|ter)|..atyn|..etin|..myz|..miz"
    r"|..amyn|..emin|..ady|..edi|..aidy|..aymyz|..aimyz|..gan|..gen|..ghan|..lyq|..lik|..dagy"
    r"|..degi|..ynda|..inde|..yna|..nyn|..dyn|..din|..tyn|..tin|..dan|..den|..ga|..qa|..yp|..ip)$"
)
_LATIN_RUSSIAN = re.compile(
    r"(?:....(?:yi|yy|aya|aia|oye|oe|ogo|ego|omu|emu|uyu|iya|iia|iyu|eniye|enie|ost|osti|ovat|tsya"
    r"|stroit|yat|ami|yami|nuyu|skiy|skii|skuyu))$"
)
_ENGLISH_ENDING = re.compile(
    r"(?:..ing|..tion|..tions|..ment|..ness|..ity|..able|..ful|..ly|..ed|..ers?|..ous|..ive|..ant"
    r"|..ent|..age|..sh|..th|..ght|..ck|..ss|..ee[a-z]?|..oo[a-z]?|..ves|..ies|..rgy|..lls?)$"
)


def language_of(text: str, default: Language = "ru") -> Language:
    """The language that most of a message's evidence speaks for, or `default` when none does.

    >>> language_of("Наубайхананың төбесіне панель қойсам")
    'kk'
    >>> language_of("suga shygatyn nasos kerek")
    'kk'
    >>> language_of("123", default="en")
    'en'
    """
    marks = Counter[Language]()
    for word in _TOKEN.findall(lower(text)):
        if _CYRILLIC.search(word):
            _weigh_cyrillic(word, marks)
        else:
            _weigh_latin(word, marks)
    if not marks:
        return default
    if marks["kk"] and 2 * marks["kk"] >= marks["ru"] and 3 * marks["kk"] >= 2 * marks["en"]:
        return "kk"
    return _strongest(marks, default)


def _strongest(marks: Counter[Language], default: Language) -> Language:
    """The language with the most marks; a tie goes to the default when it is among the tied."""
    most = max(marks.values())
    tied = [language for language in LANGUAGES if marks[language] == most]
    return default if default in tied else tied[0]


def _weigh_cyrillic(word: str, marks: Counter[Language]) -> None:
    """Add what one Cyrillic word says; three for a letter or a small word, one for an ending."""
    if word in _KAZAKH_WORDS and word in _RUSSIAN_WORDS:
        return  # «не» is "what" in one and "not" in the other
    if word in _KAZAKH_WORDS or _KAZAKH_LETTER.search(word):
        marks["kk"] += 3
    elif word in _RUSSIAN_WORDS or _RUSSIAN_LETTER.search(word):
        marks["ru"] += 3
    elif _RUSSIAN_ENDING.search(word):
        marks["ru"] += 2
    elif _KAZAKH_ENDING.search(word):
        marks["kk"] += 2
    else:
        marks["ru"] += 1


def _weigh_latin(word: str, marks: Counter[Language]) -> None:
    """Add what one Latin word says; a bare Latin word leans to English."""
    english = word in _ENGLISH_WORDS
    if word in _LATIN_KAZAKH_WORDS and not english:
        marks["kk"] += 3
    elif word in _LATIN_RUSSIAN_WORDS and not english:
        marks["ru"] += 3
    elif english:
        marks["en"] += 3
    elif _LATIN_KAZAKH.search(word) and not _ENGLISH_ENDING.search(word):
        marks["kk"] += 2
    elif _LATIN_RUSSIAN.search(word):
        marks["ru"] += 2
    elif len(word) > 1:
        marks["en"] += 2 if _ENGLISH_ENDING.search(word) else 1
