"""The clause of a passage that a question asks about, to be told before the whole.

A threshold lists its criteria at semicolons and on lines of their own; the clause that shares most
of the question's telling words comes first, one with a figure where a figure is asked for.
"""

import re
from collections.abc import Callable
from typing import Final

from assistant.lexical import stems
from knowledge.text import Language

_CUT: Final = re.compile(r"\n+|;\s+|(?<=[а-яa-zәіңғүұқөһ]{4})\.\s+(?=[A-ZА-ЯӘІҢҒҮҰҚӨҺ])")
_FIGURE: Final = 0.5  # what a figure in a clause weighs when one is asked for, beside a usual word
_LONG: Final = 0.25  # how much a long clause, which holds more words, loses by its length
_LEAD: Final = 1.2  # a clause is told apart when it leads the next one by so much


def telling_clause(
    text: str, topic: str, language: Language, rarity: Callable[[str], float], *, figure: bool
) -> str:
    """The clause of a text that a topic asks about, or nothing when none stands out.

    >>> law = "прямые выбросы < 50 граммов CO2e/км; для сельскохозяйственной техники – стандарт Euro V"
    >>> telling_clause(law, "сельскохозяйственная техника", "ru", lambda stem: 1.0, figure=False)
    'для сельскохозяйственной техники – стандарт Euro V'
    """
    pieces = (piece.strip(" ;.") for piece in _CUT.split(text))
    clauses = {piece: set(stems(piece, language)) for piece in pieces if piece}
    if len(clauses) < 2:  # noqa: PLR2004 - one clause is the whole
        return ""
    asked = dict.fromkeys(stems(topic, language))  # in one order, so that sums are always the same
    weights = {
        clause: len(clause) ** -_LONG
        * sum(rarity(stem) for stem in asked if stem in held)
        * (1 + _FIGURE * (figure and any(map(str.isdigit, clause))))
        for clause, held in clauses.items()
    }
    first, second = sorted(weights, key=lambda clause: -weights[clause])[:2]
    return first if weights[first] > _LEAD * weights[second] else ""
