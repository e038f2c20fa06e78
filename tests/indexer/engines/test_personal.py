"""Personal data stays in the document: no snippet, title of a result or suggestion shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines import Engine
from indexer.query import Phrase, Prefix, Query, Word
from indexer.snippets import MASK, masked

from .records import found, query, record, serve
from .test_brute_force import WORDS, clauses, property_test

PHONE, MAIL, CODE = "040 765 4321", "salanimi.salasuku@example.org", "131052-308T"
SECRET = ("7654321", "765", "4321", "salanimi", "salasuku", "example", "131052", "308T")
TEXT = f"Ohjaaja vastaa: puh. {PHONE} tai {MAIL}. Ryhmä leikkii metsässä, ja aikuinen kirjaa."

private = st.sampled_from([f"puh. {PHONE}", MAIL, CODE])
texts = st.lists(st.sampled_from(WORDS) | private, min_size=1, max_size=60).map(" ".join)
asked = st.lists(
    clauses
    | st.sampled_from([Word("salanimi"), Word("4321"), Prefix("765"), Phrase(("040", "765"))]),
    min_size=1,
    max_size=4,
)


@pytest.fixture
def served(engine: Engine) -> Engine:
    """An engine that serves a document with a phone number, an address, and one in its title."""
    serve(
        engine,
        [
            record("a", "Leikki", TEXT),
            record("b", f"Ota yhteyttä {MAIL}", "Salaperäinen metsä."),
            record("c", "Nimet", "Ryhmän nimi on example."),
        ],
    )
    return engine


def test_a_mark_stands_for_it_in_a_snippet(served: Engine) -> None:
    (hit,) = served.search(query("ohjaaja")).hits
    (snippet,) = hit.snippets
    assert "".join(part.text for part in snippet.parts) == (
        f"Ohjaaja vastaa: puh. {MASK} tai {MASK}. Ryhmä leikkii metsässä, ja aikuinen kirjaa."
    )


def test_what_was_sought_is_marked_beside_it(served: Engine) -> None:
    (hit,) = served.search(query('"tai" ryhmä salanimi')).hits
    marked = [part.text for part in hit.snippets[0].parts if part.match]
    assert marked == ["tai", "Ryhmä"]


def test_a_result_hides_it_in_a_title_and_the_document_shows_it(served: Engine) -> None:
    (hit,) = served.search(query("salaperäinen")).hits
    assert hit.title == f"Ota yhteyttä {MASK}"
    document = served.document("b")
    assert document is not None
    assert document.title == f"Ota yhteyttä {MAIL}"


def test_it_is_found_by_who_knows_it(served: Engine) -> None:
    assert found(served, f'"{PHONE}"') == {"a"}
    assert found(served, "salasuku") == {"a", "b"}


def test_no_word_of_it_is_suggested(served: Engine) -> None:
    assert served.complete("sala", 9) == ("salaperäinen",)
    assert served.complete("765", 9) == ()
    assert served.spell("salanimj") is None
    assert served.complete("exam", 9) == ("example",), "another document says it openly"
    served.hide({"c"})
    assert served.complete("exam", 9) == ()


def test_a_text_without_any_stays_as_it_is() -> None:
    assert masked("Vuosina 2019–2021, 12 lasta.") == "Vuosina 2019–2021, 12 lasta."
    assert masked(f"{PHONE}, {MAIL}") == f"{MASK}, {MASK}"


@given(written=st.lists(texts, min_size=1, max_size=4), asked=asked)
@property_test
def test_no_snippet_shows_any_of_it(engine: Engine, written: list[str], asked: list) -> None:  # type: ignore[type-arg]
    serve(engine, [record(f"d{place}", "", text) for place, text in enumerate(written)])
    for clause in asked:
        for hit in engine.search(Query(clause=clause, size=100)).hits:
            for snippet in hit.snippets:
                shown = "".join(part.text for part in snippet.parts)
                assert not [secret for secret in SECRET if secret in shown]
    engine.prune(1)
