"""Examples for OpenAPI, one a language: the same calls that the tests make."""

from __future__ import annotations

from fastapi.openapi.models import Example

MATCHES: dict[str, Example] = {
    "kk": {"value": {"text": "Наубайхананың төбесіне күн панелін қойғым келеді", "language": "kk"}},
    "ru": {"value": {"text": "Строим ГЭС на 40 МВт, водохранилище 3 км²", "oked": "35.11.2"}},
    "en": {"value": {"text": "An organic farm that grows wheat", "limit": 5}},
}
_HYDROPOWER = {
    "hydropower_plant": True,
    "rated_capacity": {"value": 40, "unit": "MW"},
    "reservoir_area": "3 km²",
    "eia_allows": True,
}
VERDICTS: dict[str, Example] = {
    "kk": {
        "value": {
            "code": "1.4.2",
            "facts": {**_HYDROPOWER, "rated_capacity": "40 МВт", "eia_allows": None},
            "language": "kk",
        }
    },
    "ru": {
        "value": {
            "code": "1.4.2",
            "facts": {**_HYDROPOWER, "reservoir_area": "300 га"},
            "on": "2026-01-15",
            "language": "ru",
        }
    },
    "en": {
        "value": {
            "code": "1.4.2",
            "facts": _HYDROPOWER,
            "on": "2026-01-15",
            "floor": "declared",
            "language": "en",
        }
    },
}
QUESTIONS: dict[str, Example] = {
    "kk": {"value": {"text": "Қалдықты жағу «жасыл» жоба бола ма?", "language": "kk"}},
    "ru": {"value": {"text": "Какой порог для ГЭС больше 10 МВт?", "language": "ru"}},
    "en": {"value": {"text": "Do activity codes decide whether a project is green?"}},
}
CONVERSATIONS: dict[str, Example] = {
    language: {"value": {"language": language}} for language in ("kk", "ru", "en")
}
MESSAGES: dict[str, Example] = {
    "kk": {"value": {"text": "Су қоймасы 3 км² болатын 40 МВт су электр станциясын саламыз"}},
    "ru": {"value": {"text": "Переводим котельную с угля на газ"}},
    "en": {"value": {"text": "Solar panels on the roof of our bakery"}},
    "choose": {"value": {"choose": "1.4.2"}},
    "confirm": {"value": {"confirm": "all"}},
    "facts": {"value": {"facts": {"reservoir_area": {"value": 3, "unit": "km2"}}}},
    "withdraw": {"value": {"withdraw": ["reservoir_area"]}},
}
