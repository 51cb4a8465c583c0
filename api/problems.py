"""Every error as `application/problem+json` (RFC 9457), told in the caller's language.

`code` is stable. `faults` names what is wrong one by one: `{fact, code, detail}` where facts are
unusable, `{field, code, detail}` where the request is. Nothing that was sent is repeated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from typing_extensions import override

from api.errors import RequestRefused, TokenMissing
from api.language import spoken
from api.sentences import error_text, fact_faults
from evaluator.errors import UnusableFacts
from knowledge.errors import JasylError
from knowledge.phrases import say
from knowledge.text import Language

MEDIA_TYPE: Final = "application/problem+json"
INTERNAL: Final = "internal"
_STATUS_OF: Final = {"unknown_row": 404, "unknown_edition": 404, "knowledge_faults": 500, "error": 500}
_CODE_OF: Final = {400: "bad_request", 404: "not_found", 405: "method_not_allowed"}
_FIELD_CODES: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "literal_error": "not_a_choice",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "too_short": "too_short",
    "string_pattern_mismatch": "wrong_form",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "date_from_datetime_parsing": "not_a_date",
    "date_parsing": "not_a_date",
    "date_type": "not_a_date",
    "one_of": "one_of",
}
_MOST_FAULTS: Final = 50


class Problem(JSONResponse):
    """The answer to a call that was refused or failed."""

    media_type = MEDIA_TYPE

    def __init__(
        self,
        status: int,
        code: str,
        language: Language,
        values: Mapping[str, str] | None = None,
        faults: Sequence[Mapping[str, str]] | None = None,
    ) -> None:
        content: dict[str, object] = {
            "type": f"urn:jasyl:problem:{code.replace('_', '-')}",
            "title": say(language, f"error-title-{_family(status)}"),
            "status": status,
            "detail": error_text(language, code, values or {}),
            "code": code,
        }
        if faults is not None:
            content["faults"] = list(faults)
        super().__init__(content, status_code=status, headers={"Content-Language": language})

    @override
    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def problem_of(error: JasylError, language: Language) -> Problem:
    """An error that was raised on purpose, as an answer."""
    if isinstance(error, UnusableFacts):
        return Problem(422, error.code, language, error.values, fact_faults(error, language))
    if isinstance(error, RequestRefused):
        answer = Problem(error.status, error.code, language, error.values)
        if isinstance(error, TokenMissing):
            answer.headers["WWW-Authenticate"] = "Bearer"
        if error.status in {408, 413}:
            answer.headers["Connection"] = "close"
        return answer
    status = _STATUS_OF.get(error.code, 422)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Problem(status, INTERNAL, language)
    return Problem(status, error.code, language, error.values)


def _family(status: int) -> str:
    return str(status) if status in {401, 404, 413, 503} else f"{status // 100}xx"


def language_of(request: Request) -> Language:
    """The language of a call: its body's or query's `language`, its header, or the setting."""
    named = request.scope.get("jasyl.language") or request.query_params.get("language")
    return spoken(named, request.headers, request.app.state.jasyl.settings.language)


def _refused(request: Request, error: Exception) -> Problem:
    assert isinstance(error, JasylError)  # noqa: S101 - registered for it
    return problem_of(error, language_of(request))


def _invalid(request: Request, error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    language = language_of(request)
    faults = []
    for entry in error.errors()[:_MOST_FAULTS]:
        code = _FIELD_CODES.get(entry["type"], "wrong_type")
        field = ".".join(str(key) for key in entry["loc"] if key != "body") or "body"
        faults.append({"field": field, "code": code, "detail": error_text(language, f"field_{code}", {})})
    return Problem(422, "invalid_request", language, faults=faults)


def _http(request: Request, error: Exception) -> Problem:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    status = error.status_code
    answer = Problem(status, _CODE_OF.get(status, "bad_request"), language_of(request))
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


def add_handlers(app: FastAPI) -> None:
    """Answer every error of an app this way; `api.guard` has the last resort."""
    app.add_exception_handler(JasylError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
