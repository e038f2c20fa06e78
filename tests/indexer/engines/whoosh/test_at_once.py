"""Many threads and processes at once, and promotions and deletions under them."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from indexer.engines.whoosh.engine import WhooshEngine
from indexer.models import Record
from indexer.query import Query

from ..records import build, engine_with, ids, query, record

ROOT = Path(__file__).parents[4]
WORDS = ("leikki", "metsä", "piha", "talvi", "kesä", "retki", "ruoka", "kieli", "luku")
QUERIES = [
    *(query(text, size=5) for text in ("leikki", "metsä piha", '"leikki metsä"', "met*", "")),
    query("kesä talvi -retki", {"theme": ["leikki"]}, size=5),
]


def corpus(seed: int, count: int = 150) -> list[Record]:
    """Random documents over few words, so that each word has several blocks of postings."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret
    themes = ("leikki", "vasu", "osallisuus")
    return [
        record(
            f"d{number:03}",
            " ".join(random.choices(WORDS, k=2)),
            " ".join(random.choices(WORDS, k=60)),
            themes=[random.choice(themes)],
        )
        for number in range(count)
    ]


def answer(engine: WhooshEngine, asked: Query) -> object:
    """All that a query gives, for comparing."""
    results = engine.search(asked)
    return results.total, results.hits, dict(results.facets)


def test_threads_get_the_answers_of_a_single_one(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, corpus(1))
    expected = [answer(engine, asked) for asked in QUERIES]
    fresh = WhooshEngine(tmp_path / "index")
    places = range(len(QUERIES))
    order = [[*places[turn:], *places[:turn]] for turn in places] * 3

    def work(places: list[int]) -> list[bool]:
        return [answer(fresh, QUERIES[place]) == expected[place] for place in places]

    with ThreadPoolExecutor(8) as threads:
        assert all(all(right) for right in threads.map(work, order))


def test_readers_see_one_generation_or_the_next_while_others_are_deleted(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, corpus(0))
    known = {str(answer(engine, asked)): asked for asked in QUERIES}
    other = build(engine, corpus(1))
    engine.promote(other)
    known |= {str(answer(engine, asked)): asked for asked in QUERIES}
    stop = threading.Event()
    wrong: list[object] = []

    def work(reader: WhooshEngine) -> None:
        while not stop.is_set():
            wrong.extend(
                asked for asked in QUERIES if known.get(str(answer(reader, asked))) != asked
            )

    shared = WhooshEngine(tmp_path / "index")
    readers = [shared, shared, shared, WhooshEngine(tmp_path / "index")]
    threads = [threading.Thread(target=work, args=(reader,)) for reader in readers]
    for thread in threads:
        thread.start()
    for number in range(5):
        engine.promote(build(engine, corpus(number % 2)))
        engine.prune(0)
    stop.set()
    for thread in threads:
        thread.join()
    assert not wrong


def test_other_processes_follow_a_promotion_and_a_deletion(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, [record("eka", text="sana")])
    code = """
import sys
from pathlib import Path
from indexer.engines.whoosh.engine import WhooshEngine
from indexer.query import Query
engine = WhooshEngine(Path(sys.argv[1]))
for line in sys.stdin:
    print(*[hit.id for hit in engine.search(Query()).hits], flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "index")],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None

        def ask() -> str:
            print(file=child.stdin, flush=True)
            return child.stdout.readline().strip()  # type: ignore[union-attr]

        assert ask() == "eka"
        engine.promote(build(engine, [record("toka", text="sana"), record("vika", text="sana")]))
        engine.prune(0)
        assert ask() == "toka vika"
        engine.hide(["toka"])
        assert ask() == "vika"
        child.stdin.close()
    assert child.returncode == 0


@pytest.mark.parametrize("size", [1, 127, 128, 129, 300])
def test_every_posting_is_read_whatever_the_number_of_blocks(tmp_path: Path, size: int) -> None:
    engine = engine_with(tmp_path, [record(f"d{number:03}", text="sana") for number in range(size)])
    results = engine.search(query("sana", size=1000))
    assert results.total == size
    assert ids(results) == [f"d{number:03}" for number in range(size)]
