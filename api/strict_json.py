"""JSON that has one meaning only.

Refused with a code each: what is no UTF-8 or no JSON, NaN and Infinity, numbers beyond any
quantity, a key that stands twice, half a character (a lone surrogate), deep nesting. A number
becomes an int or a Decimal, never a float.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from typing_extensions import override

from api.errors import UnreadableBody

DEEPEST: Final = 16
LONGEST_NUMBER: Final = 60
FURTHEST_EXPONENT: Final = 100
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_json(body: bytes) -> object:
    """The one meaning of a JSON text; raises UnreadableBody.

    >>> read_json(b'{"value": 0.1, "limit": 3}')
    {'value': Decimal('0.1'), 'limit': 3}
    """
    if _depth(body) > DEEPEST:
        raise UnreadableBody("too_deep")
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise UnreadableBody("not_utf8") from error
    try:
        return json.loads(
            text,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
            cls=_Decoder,
        )
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableBody("not_json") from error


class _Decoder(json.JSONDecoder):
    """Python's decoder; half characters are looked for once in the whole."""

    @override
    def decode(self, s: str, *args: Any) -> object:
        tree = super().decode(s, *args)
        if "\\u" in s:  # the only way one can be written
            _refuse_halves(tree)
        return tree


def _depth(body: bytes) -> int:
    """How deep brackets stand in each other, outside of strings."""
    deepest = depth = 0
    for byte in _STRING.sub(b"", body):
        if byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _number(digits: str) -> int | Decimal:
    if len(digits) > LONGEST_NUMBER:
        raise UnreadableBody("number_out_of_range")
    try:
        value = Decimal(digits)
    except InvalidOperation as error:
        raise UnreadableBody("number_out_of_range") from error
    if value and abs(value.adjusted()) > FURTHEST_EXPONENT:
        raise UnreadableBody("number_out_of_range")
    return int(digits) if digits.lstrip("-").isdigit() else value


def _refuse_constant(_: str) -> NoReturn:
    raise UnreadableBody("number_not_finite")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnreadableBody("duplicate_key")
    return found


def _refuse_halves(tree: object) -> None:
    """Raise for a string with half a character anywhere in a tree, keys included."""
    match tree:
        case str() if _SURROGATE.search(tree):
            raise UnreadableBody("half_character")
        case dict():
            for key, value in tree.items():
                _refuse_halves(key)
                _refuse_halves(value)
        case list():
            for value in tree:
                _refuse_halves(value)
