"""The page: no part of it comes from elsewhere, and no text is taken for HTML."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from knowledge.text import LANGUAGES

PAGES = Path(__file__).parents[2] / "api" / "pages"
FILES = [file.name for file in sorted(PAGES.iterdir())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_begins_in_the_language_of_the_browser(client: TestClient, language: str) -> None:
    answer = client.get("/", headers={"Accept-Language": f"{language}-KZ"})
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}">' in answer.text
    assert "$" not in answer.text


def test_the_page_allows_nothing_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("name", FILES)
def test_no_file_of_the_page_names_another_site_or_writes_html(name: str) -> None:
    text = (PAGES / name).read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|//cdn", text)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("name", [name for name in FILES if name != "index.html"])
def test_every_file_is_served_with_its_type_and_only_once_if_unchanged(client: TestClient, name: str) -> None:
    answer = client.get(f"/page/{name}")
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = client.get(f"/page/{name}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_every_sentence_that_the_page_names_is_there(client: TestClient) -> None:
    named = set()
    for name in FILES:
        named |= set(re.findall(r"[\"'](page-[a-z0-9-]+)[\"']", (PAGES / name).read_text("utf-8")))
    for language in LANGUAGES:
        told = client.get("/v1/phrases/page", params={"language": language}).json()["phrases"]
        assert named <= set(told)
        assert all(told.values())


def test_the_page_says_no_sentence_of_its_own() -> None:
    for name in FILES:
        if name.endswith(".js"):
            code = re.sub(r"//.*|/\*.*?\*/", "", (PAGES / name).read_text("utf-8"))
            strings = re.findall(r'"([^"\n]*)"', code)
            assert not [text for text in strings if re.search(r"[A-ZА-Я]\w+ \w+ ", text)], name
