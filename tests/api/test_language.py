"""The language in which a caller is answered."""

import pytest

from api.language import preferred, spoken
from knowledge.text import Language


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("kk", "kk"),
        ("kk-KZ,ru;q=0.9", "kk"),
        ("ru;q=0.4, en;q=0.5", "en"),
        ("de, fr;q=0.9", "ru"),
        ("", "ru"),
        ("kk;q=0", "ru"),
        ("kk;q=nan, en;q=0.1", "en"),
        ("kk;q=1e9999, en", "en"),
        (";;;,,,q=,", "ru"),
    ],
    ids=str,
)
def test_a_header_is_read_as_browsers_mean_it(header: str, expected: Language) -> None:
    assert preferred(header, "ru") == expected


def test_a_named_language_goes_before_the_header() -> None:
    assert spoken("en", {"accept-language": "kk"}, "ru") == "en"
    assert spoken(["en"], {"accept-language": "kk"}, "ru") == "kk"
