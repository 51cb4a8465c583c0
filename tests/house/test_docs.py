"""What the documents say of settings, targets, files, error codes and verdicts is so."""

import datetime as dt
import re
from pathlib import Path

import pytest

from api.settings import PREFIX, Settings
from evaluator.certificate import certify
from evaluator.evaluate import evaluate
from evaluator.facts import read_facts
from evaluator.rulebook import Rulebook
from knowledge.load import load_knowledge
from knowledge.phrases import has

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
STATION = {"hydropower_plant": True, "rated_capacity": "40 MW", "reservoir_area": "5 km2"}
FAILED = {**STATION, "lifecycle_emissions": "150 gCO2e/kWh", "eia_allows": True}


def test_readme_lists_exactly_the_settings_that_there_are() -> None:
    listed = re.findall(r"^\| `(JASYL_\w+)`", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]


def test_every_error_code_of_the_guide_has_its_sentence() -> None:
    table = (ROOT / "docs" / "guide-web-team.md").read_text("utf-8").partition("| status | codes |")[2]
    codes = re.findall(r"`([a-z][a-z0-9_]+)`", table.partition("\n\n")[0])
    assert [code for code in codes if not has("en", f"error-{code.replace('_', '-')}")] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_every_link_of_a_document_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\((?!http|#)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_every_target_that_a_document_names_is_one(path: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= set(targets)


@pytest.mark.parametrize(
    ("document", "facts"),
    [("README.md", FAILED), ("docs/guide-web-team.md", STATION)],
    ids=["readme", "guide"],
)
def test_a_printed_certificate_is_the_one_that_the_rule_gives(
    document: str, facts: dict[str, object]
) -> None:
    known = load_knowledge()
    on = dt.date(2026, 1, 15)
    rule = Rulebook(known, known.edition_in_force(on)).rule("1.4.2")
    verdict = evaluate(rule, read_facts(facts, known.facts, known.units), on=on)
    assert certify(verdict).number in (ROOT / document).read_text("utf-8"), "print the example anew"
