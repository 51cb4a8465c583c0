"""The page at `/`, its files, and its sentences as JSON."""

from __future__ import annotations

import hashlib
from functools import cache
from html import escape
from importlib import resources
from string import Template
from typing import Final

from fastapi import Request, Response
from starlette.exceptions import HTTPException

from api.routes.common import Json, Spoken, router
from api.schemas import AskedLanguage
from knowledge.phrases import keys, say
from knowledge.text import Language

calls = router("page")

_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@cache
def _files() -> dict[str, tuple[bytes, str, str]]:
    """The files of the page by name: content, type, tag."""
    found = {}
    for file in resources.files("api").joinpath("pages").iterdir():
        suffix = file.name[file.name.rfind(".") :]
        if suffix in _TYPES:
            content = file.read_bytes()
            tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
            found[file.name] = content, f"{_TYPES[suffix]}; charset=utf-8", tag
    return found


@cache
def _page(language: Language) -> str:
    """The page with the few words that it has before its script runs."""
    frame = resources.files("api").joinpath("pages", "index.html").read_text(encoding="utf-8")
    words = {name: say(language, f"page-{name}") for name in ("title", "lead", "no-script")}
    told = {name.replace("-", "_"): escape(text) for name, text in words.items()}
    return Template(frame).substitute(told, language=language)


@calls.get("/", include_in_schema=False)
def page(spoken: Spoken) -> Response:
    """The page on which a newcomer tries it."""
    headers = {"Content-Language": spoken, "Vary": "Accept-Language"}
    return Response(_page(spoken), media_type="text/html; charset=utf-8", headers=headers)


@calls.get("/page/{name}", include_in_schema=False)
def file(name: str, request: Request) -> Response:
    """One file of the page; a browser asks again each time and is told if nothing changed."""
    if name not in _files():
        raise HTTPException(404)
    content, media_type, tag = _files()[name]
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


@calls.get("/v1/phrases/page")
def phrases(spoken: Spoken, language: AskedLanguage = None) -> Json:
    """The sentences of the page by key."""
    told = language or spoken
    return Json({"language": told, "phrases": {key: say(told, key) for key in keys(told, "page.ftl")}})
