"""The law is whole: hashed, every character in one cell, every cell in the data, every quote in the law."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.edition import Edition
from knowledge.errors import KnowledgeFaults
from knowledge.law import bare, read_law
from knowledge.load import ROOT, load_knowledge
from knowledge.yamlfile import read_yaml

EDITION: Edition = load_knowledge().editions[0]
FOLDER = ROOT / "taxonomy" / EDITION.id
SOURCE = FOLDER / "law.kk.txt"
LAYOUT = FOLDER / "layout.txt"
LAW = EDITION.law
TABLE = slice(129, 4265)  # the lines from the heading 1.1 to the last one before the notes
ROWS = 62
DOTTED = {"2.1.4", "3.3.1", "6.1"}  # the source sets a full stop after these numbers too


def numbered(number: str, name: str) -> str:
    """A name behind its number, as the source prints it."""
    return f"{number}.{name}" if number in DOTTED else number + name


def row_cells(code: str) -> Iterator[tuple[str, str]]:
    """(cell, our words) of a row; the name with its number, as the source has it."""
    row = EDITION.rows[code]
    yield f"{code}/name", numbered(code, row.name.kk)
    yield f"{code}/oked", row.activity_codes.printed
    yield f"{code}/examples", row.examples.kk
    yield f"{code}/threshold", row.threshold.kk


def headings() -> Iterator[tuple[str, str]]:
    """(cell, our words) of categories and sectors."""
    yield from ((f"{number}/title", f"{number}.{name.kk}") for number, name in EDITION.categories.items())
    yield from ((f"{number}/title", numbered(number, name.kk)) for number, name in EDITION.sectors.items())


def table() -> str:
    """The table of the source, straight from its lines and without whitespace."""
    return bare("\n".join(LAW.text.split("\n")[TABLE]))


def test_the_source_is_the_text_that_was_hashed() -> None:
    head = read_yaml(FOLDER / "edition.yaml")
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == head["source"]["sha256"] == LAW.sha256
    assert SOURCE.read_bytes().decode("utf-8") == LAW.text


def test_a_source_that_was_touched_does_not_load(tmp_path: Path) -> None:
    touched = tmp_path / "law.kk.txt"
    touched.write_text(LAW.text.replace("100 g CO2", "900 g CO2", 1), "utf-8")
    with pytest.raises(KnowledgeFaults, match="the source text was changed"):
        read_law(touched, LAYOUT, LAW.sha256)


def test_the_table_has_its_62_rows_and_each_stands_in_a_sector_and_a_category() -> None:
    assert len(EDITION.rows) == ROWS
    assert {row.sector for row in EDITION.rows.values()} == set(EDITION.sectors)
    assert {row.category for row in EDITION.rows.values()} == set(EDITION.categories)


@pytest.mark.parametrize("code", EDITION.rows)
def test_every_kazakh_cell_of_a_row_is_its_cell_of_the_source(code: str) -> None:
    assert {cell: bare(ours) for cell, ours in row_cells(code)} == {
        cell: LAW.cells[cell] for cell, _ in row_cells(code)
    }


def test_every_heading_is_its_cell_of_the_source() -> None:
    assert {cell: bare(ours) for cell, ours in headings()} == {
        cell: LAW.cells[cell] for cell, _ in headings()
    }


def test_provisions_notes_and_abbreviations_are_their_cells_of_the_source() -> None:
    ours = {cell: bare(words.kk) for cell, words in EDITION.provisions.items()}
    assert ours == {cell: LAW.cells[cell] for cell in ours}
    wanted = {"general.1", "general.2", "general.3", "general.4", "note.*", "note.**", "note.***", "abbr"}
    assert wanted == set(ours)


def test_every_character_of_the_table_stands_in_exactly_one_datum() -> None:
    ours: Counter[str] = Counter()
    for code, row in EDITION.rows.items():
        for cell, words in row_cells(code):
            if cell.endswith("/threshold") and row.threshold_shared_with:
                continue  # the merged cell is counted with the other row
            ours.update(bare(words))
    for _, words in headings():
        ours.update(bare(words))
    assert ours == Counter(table())


def test_every_character_of_the_source_stands_in_exactly_one_cell() -> None:
    merged = {cell for cell in LAW.cells if "," in cell}
    served = {f"{code}/{cell.split('/')[1]}" for cell in merged for code in cell.split("/")[0].split(",")}
    assert sum(len(LAW.cells[cell]) for cell in set(LAW.cells) - served) == len(bare(LAW.text))
    counted = Counter("".join(words for cell, words in LAW.cells.items() if cell not in served))
    assert counted == Counter(bare(LAW.text))


def test_no_cell_of_the_layout_is_left_out_of_the_data() -> None:
    known = {cell for code in EDITION.rows for cell, _ in row_cells(code)}
    known |= {cell for cell, _ in headings()} | set(EDITION.provisions)
    frame = {"preamble", "title", "general.head", "annex.head", "table.head", "notes.head"}
    rest = {cell for cell in LAW.cells if not cell.startswith("amendment.") and "," not in cell}
    assert rest - known == frame


def test_every_cell_lies_in_the_source_in_long_pieces() -> None:
    whole = bare(LAW.text)
    short = []
    for code in EDITION.rows:
        for cell, words in row_cells(code):
            rest, pieces = bare(words), 0
            while rest:
                size = next(size for size in range(len(rest), 0, -1) if rest[:size] in whole)
                rest, pieces = rest[size:], pieces + 1
            if pieces > 1 + len(bare(words)) // 12:
                short.append((cell, pieces))
    assert short == []


def test_every_shared_threshold_is_one_cell_and_says_the_same_in_every_language() -> None:
    shared = {
        code: row.threshold_shared_with for code, row in EDITION.rows.items() if row.threshold_shared_with
    }
    assert shared == {"2.3.2": "2.3.1"}
    assert EDITION.rows["2.3.2"].threshold == EDITION.rows["2.3.1"].threshold


def test_every_note_rests_on_words_that_stand_in_the_law() -> None:
    own = [(code, note) for code, row in EDITION.rows.items() for note in row.notes.items()]
    own += [("", note) for note in EDITION.notes.items()]
    every = tuple(LAW.cells)
    wrong = [
        (code, name)
        for code, (name, note) in own
        if not all(LAW.quotes(piece, every) for piece in note.words.split("…") if piece.strip())
    ]
    assert own
    assert wrong == []


def test_every_activity_code_stands_in_the_printed_cell() -> None:
    wrong: list[tuple[str, str]] = []
    for code, row in EDITION.rows.items():
        printed, codes = bare(row.activity_codes.printed), row.activity_codes
        wrong.extend(
            (code, one) for one in codes.codes if any(part not in printed for part in one.split("-"))
        )
        wrong.extend((code, one.kk) for one in codes.clauses if not LAW.quotes(one.kk, (f"{code}/oked",)))
    assert wrong == []


def test_a_quote_must_keep_the_order_of_its_pieces_and_its_cell() -> None:
    cell = ("1.4.2/threshold",)
    assert LAW.quotes("меншікті қуат … > 10 Вт/м2", cell)
    assert LAW.quotes("м е н ш і к т і қуат", cell)
    assert not LAW.quotes("> 10 Вт/м2 … меншікті қуат", cell)
    assert not LAW.quotes("меншікті қуат", ("1.4.1/name",))
    assert not LAW.quotes("меншікті қуат > 11 Вт/м2", cell)
    assert not LAW.quotes("…", cell)


@pytest.mark.parametrize(
    "entry",
    ["5 x/name\n4 y/name\n", "no line at all\n", "10 x/name\n10 y/name\n"],
    ids=["back", "words", "same"],
)
def test_a_layout_that_turns_back_does_not_load(tmp_path: Path, entry: str) -> None:
    layout = tmp_path / "layout.txt"
    layout.write_text(entry, "utf-8")
    with pytest.raises(KnowledgeFaults, match="not a later place of the source"):
        read_law(SOURCE, layout, LAW.sha256)
