"""Editions are overlays: only what changed, and the old one stays as it was."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from evaluator.certificate import certify, verify
from evaluator.evaluate import evaluate
from evaluator.facts import read_facts
from evaluator.rulebook import Rulebook
from knowledge.errors import KnowledgeFaults, UnknownRow
from knowledge.load import ROOT, Knowledge, load_knowledge

OLD = "2025-04-21"
NEW = "2027-01-01"
DATA = ("facts", "taxonomy", "context", "units.yaml", "lookalikes.yaml")
FACTS = {
    "hydropower_plant": True,
    "rated_capacity": "40 MW",
    "power_density": "12 W/m2",
    "lifecycle_emissions": "150 gCO2e/kWh",
    "eia_allows": True,
}


def copied(folder: Path) -> Path:
    """A copy of our data, to be changed."""
    root = folder / "knowledge"
    root.mkdir()
    for name in DATA:
        source = ROOT / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copy(source, root / name)
    return root


def overlay(folder: Path, head: str = "") -> Path:
    """A copy with a second edition in which the law asks for more than 14 W/m2 in row 1.4.2."""
    root = copied(folder)
    old, new = root / "taxonomy" / OLD, root / "taxonomy" / NEW
    (new / "rows").mkdir(parents=True)
    law = (old / "law.kk.txt").read_bytes().decode("utf-8")
    row = (old / "rows" / "1.4.2.yaml").read_text("utf-8")
    assert law.count("қатынасы) > 10") == 1
    amended = law.replace("қатынасы) > 10", "қатынасы) > 14")
    (new / "law.kk.txt").write_bytes(amended.encode())
    shutil.copy(old / "layout.txt", new / "layout.txt")
    changed = row.replace("> 10 Вт/м2", "> 14 Вт/м2").replace(
        "power_density, above: 10", "power_density, above: 14"
    )
    (new / "rows" / "1.4.2.yaml").write_text(changed, "utf-8")
    sha = hashlib.sha256(amended.encode()).hexdigest()
    text = f'id: "{NEW}"\nin_force: {NEW}\nsource: {{file: law.kk.txt, sha256: {sha}}}\n{head}'
    (new / "edition.yaml").write_text(text, "utf-8")
    return root


@pytest.fixture
def both(tmp_path: Path) -> Knowledge:
    return load_knowledge(overlay(tmp_path))


def outcome(knowledge: Knowledge, on: dt.date) -> str:
    edition = knowledge.edition_in_force(on)
    rule = Rulebook(knowledge, edition).rule("1.4.2")
    return evaluate(rule, read_facts(FACTS, knowledge.facts, knowledge.units), on=on).outcome


def test_an_edition_of_one_row_takes_everything_else_from_the_one_before(both: Knowledge) -> None:
    old, new = both.editions
    assert (old.id, new.id) == (OLD, NEW)
    assert list(new.rows) == list(old.rows)
    assert [code for code in new.rows if new.rows[code] != old.rows[code]] == ["1.4.2"]
    assert (new.categories, new.sectors, new.provisions, new.act) == (
        old.categories,
        old.sectors,
        old.provisions,
        old.act,
    )


def test_the_old_edition_is_what_it_was_without_the_new_one(both: Knowledge) -> None:
    alone = load_knowledge().editions[0]
    assert both.editions[0].rows == alone.rows
    assert both.editions[0].law == alone.law
    ours, theirs = Rulebook(load_knowledge(), alone), Rulebook(both, both.editions[0])
    assert all(ours.rule(code).hash == theirs.rule(code).hash for code in alone.rows)


def test_the_date_chooses_the_edition_and_with_it_the_verdict(both: Knowledge) -> None:
    assert both.edition_in_force(dt.date(2026, 12, 31)).id == OLD
    assert both.edition_in_force(dt.date(2027, 1, 1)).id == NEW
    assert outcome(both, dt.date(2026, 12, 31)) == "eligible"
    assert outcome(both, dt.date(2027, 1, 1)) == "not_eligible"


def test_an_overlay_is_checked_against_its_own_words_of_the_law(both: Knowledge) -> None:
    for edition in both.editions:
        assert Rulebook(both, edition).check() == ()


def test_only_the_rules_that_changed_have_another_hash(both: Knowledge) -> None:
    old, new = (Rulebook(both, edition) for edition in both.editions)
    changed = [code for code in both.editions[0].rows if old.rule(code).hash != new.rule(code).hash]
    assert changed == ["1.4.2"]


def test_a_certificate_of_the_old_edition_still_holds_once_there_is_a_new_one(both: Knowledge) -> None:
    ours = load_knowledge()
    rule = Rulebook(ours, ours.editions[0]).rule("1.4.2")
    found = evaluate(rule, read_facts(FACTS, ours.facts, ours.units), on=dt.date(2026, 1, 15))
    assert verify(certify(found).told(), both).status == "same"


def test_a_row_that_is_withdrawn_is_gone_from_the_new_edition_alone(tmp_path: Path) -> None:
    both = load_knowledge(overlay(tmp_path, 'withdrawn: ["8.1.3"]\n'))
    old, new = both.editions
    assert old.row("8.1.3").code == "8.1.3"
    with pytest.raises(UnknownRow, match=r"edition 2027-01-01 has no row '8\.1\.3'"):
        new.row("8.1.3")


def test_an_overlay_that_still_quotes_the_old_words_is_refused_by_the_check(tmp_path: Path) -> None:
    root = overlay(tmp_path)
    row = root / "taxonomy" / NEW / "rows" / "1.4.2.yaml"
    row.write_text(row.read_text("utf-8").replace("> 14 Вт/м2", "> 10 Вт/м2"), "utf-8")
    both = load_knowledge(root)
    faults = Rulebook(both, both.editions[1]).check()
    assert any(
        "the law does not have these words" in fault.what and "10 Вт/м2" in fault.what for fault in faults
    )


def test_an_edition_that_is_not_held_is_not_found(both: Knowledge) -> None:
    assert both.edition("1999-01-01") is None
    assert both.edition(NEW) is both.editions[1]


def test_the_first_edition_must_name_its_act(tmp_path: Path) -> None:
    root = overlay(tmp_path)
    shutil.rmtree(root / "taxonomy" / OLD)
    with pytest.raises(KnowledgeFaults, match="the first edition must name its act"):
        load_knowledge(root)
