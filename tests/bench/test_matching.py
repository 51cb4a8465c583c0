"""How well and how fast rows are found, beside peers trained on the same lines.

`JASYL_BENCH_ALL=1` (or `--all-peers`) adds the peers that take minutes, `JASYL_YARDSTICK=FOLDER`
(or `--yardstick FOLDER`) to these a sentence-transformers model of English.
"""

import os
from pathlib import Path

import pytest

from assistant.corpus import HELD_OUT, Utterance, utterances
from knowledge.load import load_knowledge
from tests.bench.peers.base import DAY, lines_of, task_of
from tests.bench.peers.measure import LOST, Measured, measured, ours, say, table
from tests.bench.peers.table import FAST, recipes

THREADS = 2
NEAR = 0.01  # of the lines: less tells no two apart
WANTED = 10  # ms, median


def asked(line: Utterance) -> bool:
    """Whether a line has one right answer."""
    return line.kind != "ambiguous"


@pytest.fixture(scope="module")
def beside(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    """Ourselves and every peer by name, measured in one run and printed as one table."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that spin cost the machine's others
    import torch

    torch.set_num_threads(THREADS)
    knowledge = load_knowledge()
    edition = knowledge.edition_in_force(DAY)
    learnt = lines_of(edition)
    held_out = [line for line in utterances(edition.rows, HELD_OUT) if asked(line)]
    own = ours(knowledge, edition, held_out, tmp_path_factory.mktemp("built"))
    folder: str = pytestconfig.getoption("--yardstick")
    wanted = recipes(slow=pytestconfig.getoption("--all-peers"), yardstick=Path(folder) if folder else None)
    others = list(measured(wanted, task_of(knowledge, edition, learnt), held_out))
    english = [own[0].only("en")] if any(one.languages == ("en",) for one in others) else []
    say(f"\n{len(learnt)} lines to learn from, {len(held_out)} held out; right row first/among three, %;")
    say(f"± lines right that ours has wrong, and wrong that ours has right; none refused where {LOST:.0%} of")
    say("the real held-out lines of a language are (a limit set on these very lines); ms: median\n")
    say(table(own[0], [own[1], *others, *english]))
    return {one.name: one for one in (*own, *others)}


@pytest.mark.bench
def test_no_fast_peer_puts_more_rows_first(beside: dict[str, Measured]) -> None:
    best = beside["ours"].first
    assert {one.name: beside[one.name].first for one in FAST if beside[one.name].first > best + NEAR} == {}


@pytest.mark.bench
def test_a_match_with_its_reasons_takes_less_than_ten_milliseconds(beside: dict[str, Measured]) -> None:
    assert beside["ours"].milliseconds < WANTED
