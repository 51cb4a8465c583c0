"""`docs/readings.md` says what the notes of the law say."""

from pathlib import Path

from knowledge.load import load_knowledge
from knowledge.readings import readings, told

ROOT = Path(__file__).parents[2]
EDITION = load_knowledge().editions[-1]


def test_the_readings_are_those_of_the_notes() -> None:
    written = (ROOT / "docs" / "readings.md").read_text("utf-8")
    assert written == told(EDITION), "run `make readings`"


def test_every_note_has_its_place_in_the_readings() -> None:
    noted = {("", name) for name in EDITION.notes}
    noted |= {(code, name) for code, row in EDITION.rows.items() for name in row.notes}
    assert {(reading.code, reading.name) for reading in readings(EDITION)} == noted


def test_a_note_stands_at_the_cell_that_holds_its_first_words() -> None:
    wrong = [
        (reading.code, reading.name)
        for reading in readings(EDITION)
        if not EDITION.law.quotes(reading.note.words.split("…")[0], (reading.ref,))
    ]
    assert wrong == []
