"""Request bodies have one meaning, or a code that says why they have none."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import UnreadableBody
from api.strict_json import DEEPEST, read_json

REFUSED = {
    "a text that is no JSON": (b"{", "not_json"),
    "nothing": (b"", "not_json"),
    "two documents": (b"{} {}", "not_json"),
    "NaN": (b'{"a": NaN}', "number_not_finite"),
    "Infinity": (b'{"a": Infinity}', "number_not_finite"),
    "minus Infinity": (b'{"a": [-Infinity]}', "number_not_finite"),
    "1e400": (b'{"a": 1e400}', "number_out_of_range"),
    "1e-400": (b'{"a": 1e-400}', "number_out_of_range"),
    "an exponent beyond any": (b'{"a": 1e99999999999999999999999}', "number_out_of_range"),
    "a number of 5000 digits": (b"1" * 5000, "number_out_of_range"),
    "a duplicate key": (b'{"a": 1, "a": 1}', "duplicate_key"),
    "a duplicate key below": (b'[{"b": {"a": 1, "\\u0061": 2}}]', "duplicate_key"),
    "half a character": (b'{"a": "\\ud800"}', "half_character"),
    "half a character as a key": (b'{"\\udfff": 1}', "half_character"),
    "half a character in a list": (b'["x", "\\ud83d x"]', "half_character"),
    "Latin-1": ('{"a": "é"}'.encode("latin-1"), "not_utf8"),
    "a surrogate in UTF-8": (b'"\xed\xa0\x80"', "not_utf8"),
    "deep nesting": (b"[" * 100_000 + b"]" * 100_000, "too_deep"),
    "deep nesting that is not closed": (b'{"a":' * 50_000, "too_deep"),
}


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=list(REFUSED))
def test_an_ambiguous_body_is_refused_with_its_code(body: bytes, code: str) -> None:
    with pytest.raises(UnreadableBody) as refused:
        read_json(body)
    assert refused.value.code == code


def test_numbers_are_exact() -> None:
    assert read_json(b"[0.1, 40, -2.50, 1e2]") == [
        Decimal("0.1"),
        40,
        Decimal("-2.50"),
        Decimal("1E+2"),
    ]


def test_a_whole_character_written_in_two_halves_is_read() -> None:
    assert read_json(b'"\\ud83c\\udf31"') == "\N{SEEDLING}"


def test_brackets_within_strings_are_no_nesting() -> None:
    assert read_json(json.dumps("[" * 1000 + '\\"[').encode()) == "[" * 1000 + '\\"['


def test_nesting_up_to_the_limit_is_read() -> None:
    read_json(b"[" * DEEPEST + b"]" * DEEPEST)
    with pytest.raises(UnreadableBody):
        read_json(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        read_json(body)
    except UnreadableBody as refused:
        assert refused.code  # noqa: PT017 - any other exception fails the test


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=8,
    )
)
def test_what_is_written_is_what_is_read(tree: object) -> None:
    body = json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")
    try:
        assert read_json(body) == tree
    except UnreadableBody as refused:
        assert refused.code in {"not_utf8", "too_deep"}  # noqa: PT017
