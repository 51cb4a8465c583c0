"""The rows of the taxonomy."""

from __future__ import annotations

from api.routes.common import Json, Parts, Spoken, router
from api.schemas import AskedDate, AskedLanguage, Code
from api.told import edition_told, row_told

calls = router("taxonomy")


@calls.get("/v1/taxonomy")
def rows(parts: Parts, spoken: Spoken, language: AskedLanguage = None, on: AskedDate = None) -> Json:
    """All rows of the edition in force on a date, by default today."""
    edition = parts.edition(on)
    rulebook = parts.rulebook(edition)
    listed = [row_told(row, edition, rulebook, language or spoken) for row in edition.rows.values()]
    return Json({**edition_told(edition), "rows": listed})


@calls.get("/v1/taxonomy/{code}")
def row(
    code: Code, parts: Parts, spoken: Spoken, language: AskedLanguage = None, on: AskedDate = None
) -> Json:
    """One row."""
    edition = parts.edition(on)
    told = row_told(edition.row(code), edition, parts.rulebook(edition), language or spoken)
    return Json({**edition_told(edition), **told})
