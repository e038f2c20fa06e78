"""What the contract says of matching, ordering and paging."""

from __future__ import annotations

import pytest

from indexer.engines import Engine
from indexer.models import PartialDate, Section
from indexer.query import And, Clause, Or, Phrase, Prefix, Query, Sort, Word
from indexer.results import Hit

from .records import COMMENTS, analyzer, found, ids, query, record, serve

DOCUMENTS = [
    record(
        "metsa",
        "Metsäretket päiväkodissa",
        sections=[
            Section("Tausta", "Päiväkodeissa haluttiin ulkoilla enemmän ja leikkiä.", 1),
            Section("Tulokset", "Lapset saivat päättää retkien kohteista.", 2),
            Section("Kommentit", "Hieno ajatus, kokeilemme mekin!", None, COMMENTS),
        ],
        date=PartialDate(2021, 5, 4),
    ),
    record("musiikki", "Musiikkia vauvoille", "Muskari ja sen tulokset.", date=PartialDate(2021)),
    record(
        "skog",
        "Skogsdagar på daghemmet",
        "Barnen och personalen gick till skogen. Under våren valde de platsen.",
        language="sv",
        date=PartialDate(2019, 10),
    ),
    record(
        "plan", "The plan", "Children and the staff wrote the plan under the trees.", language="en"
    ),
    record("jarvi", "Pohjois-Karjalan järvet", "Ja niin se on, että vesi kiinnostaa."),
]


@pytest.fixture(scope="module")
def served(shared: Engine) -> Engine:
    """An engine that serves ``DOCUMENTS``."""
    serve(shared, DOCUMENTS)
    return shared


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("päiväkodeissa", {"metsa"}),
        ("PÄIVÄKODISSA", {"metsa"}),
        ("skogarna", {"skog"}),
        ("barn", {"skog"}),
        ("children", {"plan"}),
        ("tulos", set()),
        ("tulokset", {"metsa", "musiikki"}),
        ("tulokset musiikkia", {"musiikki"}),
        ("tulokset -muskari", {"metsa"}),
        ("-tulokset", {"skog", "plan", "jarvi"}),
        ("kommentit", {"metsa"}),
        ("kokeilemme", {"metsa"}),
        ("karjala", {"jarvi"}),
        ("Pohjois-Karjala", {"jarvi"}),
        ("Etelä-Karjala", set()),
        ("-Pohjois-Karjala tulokset", {"metsa", "musiikki"}),
        ("olematon", set()),
        ("", {"metsa", "musiikki", "skog", "plan", "jarvi"}),
        ("_ ...", {"metsa", "musiikki", "skog", "plan", "jarvi"}),
    ],
)
def test_words_in_any_inflection_and_language(
    served: Engine, text: str, expected: set[str]
) -> None:
    assert found(served, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja tulokset", {"metsa", "musiikki"}),  # Finnish stop word: not asked for
        ("och tulokset", {"metsa", "musiikki"}),  # Swedish one: a bonus at most
        ("ja", {"metsa", "musiikki", "jarvi"}),  # nothing else: looked up as it is written
        ("ja että", {"jarvi"}),
        ("ja -että", {"metsa", "musiikki"}),
        ('"ja niin"', {"jarvi"}),
        ("karjala ja", {"jarvi"}),
    ],
)
def test_stop_words(served: Engine, text: str, expected: set[str]) -> None:
    assert found(served, text) == expected


def test_a_stop_word_of_another_language_ranks_without_being_asked_for(engine: Engine) -> None:
    assert not analyzer().stems("och", "sv")
    assert analyzer().stems("och", "fi")
    documents = [record("a", text="skog piha"), record("b", text="skog och")]
    serve(engine, [*documents, record("c", text="och piha")])
    assert ids(engine.search(query("skog och", language="sv"))) == ["a", "b"]
    assert ids(engine.search(query("skog och", language="fi"))) == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"saivat päättää"', {"metsa"}),
        ('"päättää saivat"', set()),
        ('"saivat retkien"', set()),
        ('"SAIVAT  päättää, retkien"', {"metsa"}),
        ('"leikkiä tulokset"', {"metsa"}),  # across a page's end
        ('"mekin metsäretket"', set()),  # the title is no neighbour of the text
        ('"päiväkodissa tausta"', set()),
        ('"metsäretket päiväkodissa"', {"metsa"}),
        ('"päiväkodeissa"', {"metsa"}),
        ('"päiväkoti"', set()),
        ('-"saivat päättää" tulokset', {"musiikki"}),
        ('"pohjois-karjalan järvet"', {"jarvi"}),
        ('"..."', {"metsa", "musiikki", "skog", "plan", "jarvi"}),
    ],
)
def test_phrases_are_exact_words_in_order(served: Engine, text: str, expected: set[str]) -> None:
    assert found(served, text) == expected


def test_a_phrase_that_repeats_a_word(engine: Engine) -> None:
    serve(engine, [record("kaksi", text="hei hei tuttu"), record("yksi", text="hei tuttu hei")])
    assert found(engine, '"hei hei"') == {"kaksi"}
    assert found(engine, '"hei hei hei"') == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("päiväk*", {"metsa"}),
        ("metsär*", {"metsa"}),
        ("PÄIVÄK*", {"metsa"}),
        ("skog*", {"skog"}),
        ("pl*", {"skog", "plan"}),
        ("pohjois-kar*", {"jarvi"}),
        ("etelä-kar*", set()),
        ("zz*", set()),
        ("tul* -musk*", {"metsa"}),
    ],
)
def test_prefixes_of_words_as_written(served: Engine, text: str, expected: set[str]) -> None:
    assert found(served, text) == expected


def test_a_prefix_of_very_many_words_finds_all(engine: Engine) -> None:
    words = [f"kana{number}" for number in range(300)]
    serve(engine, [record(f"d{n:03}", text=f"{word} muu") for n, word in enumerate(words)])
    assert engine.search(query("kana*")).total == 300
    assert engine.search(query("kana1*")).total == 111
    assert engine.search(query("kan* -kana2*")).total == 300 - 111


def test_clauses_in_clauses(served: Engine) -> None:
    either = Or((Word("muskari"), Word("skogen")))
    cases: dict[Clause, set[str]] = {
        either: {"musiikki", "skog"},
        And((either,), (Word("barnen"),)): {"musiikki"},
        And((either, Prefix("tul"))): {"musiikki"},
        Or((And((Word("vesi"), Phrase(("se", "on")))), Word("trees"))): {"jarvi", "plan"},
        Or((Word("tulokset"),), (either,)): {"metsa"},
        Word("vesi"): {"jarvi"},
        Or(()): {"metsa", "musiikki", "skog", "plan", "jarvi"},
    }
    for clause, expected in cases.items():
        assert set(ids(served.search(Query(clause=clause)))) == expected, clause


def test_any_of_the_words_does_not_mean_any_stop_word(served: Engine) -> None:
    clause = Or((Word("ja"), Word("muskari")))
    assert ids(served.search(Query(clause=clause))) == ["musiikki"]


def test_a_title_counts_for_more_than_a_heading_and_that_for_more_than_the_text(
    engine: Engine,
) -> None:
    filler = "muuta tekstiä tässä on"
    serve(
        engine,
        [
            record("leipa", filler, f"kuusi {filler}"),
            record("otsikko", f"kuusi {filler}", filler),
            record("vali", filler, sections=[Section(f"kuusi {filler}", filler)]),
            record(
                "kommentti",
                filler,
                sections=[Section("", filler), Section("", "kuusi", None, COMMENTS)],
            ),
        ],
    )
    results = engine.search(query("kuusi"))
    assert ids(results) == ["otsikko", "vali", "leipa", "kommentti"]
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_a_rare_word_counts_for_more_than_a_frequent_one(engine: Engine) -> None:
    many = [record(f"d{number}", text="leikki piha") for number in range(8)]
    serve(engine, [*many, record("harva", text="leikki metsä")])
    clause = Or((Word("piha"), Word("metsä")))
    assert ids(engine.search(Query(clause=clause)))[0] == "harva"


def test_equal_scores_keep_the_order_of_ids(engine: Engine) -> None:
    serve(engine, [record(one, text="sama teksti") for one in "dbaec"])
    assert ids(engine.search(query("teksti"))) == list("abcde")


def test_a_section_is_read_in_its_own_language(engine: Engine) -> None:
    sections = [
        Section("Alku", "Saaristossa soudettiin.", 1),
        Section("Sammandrag", "Barnen rodde båtarna till ön.", 2, language="sv"),
    ]
    serve(engine, [record("soutu", "Soutu", sections=sections)])
    (hit,) = engine.search(query("båten saaristoissa")).hits
    marked = [part.text for snippet in hit.snippets for part in snippet.parts if part.match]
    assert sorted(marked) == ["Saaristossa", "båtarna"]
    assert {snippet.page for snippet in hit.snippets} == {1, 2}


def test_sorting(served: Engine) -> None:
    everything = ids(served.search(query(sort=Sort.RELEVANCE)))
    assert everything == ids(served.search(query(sort=Sort.NEWEST)))
    assert everything == ["metsa", "musiikki", "skog", "jarvi", "plan"]
    oldest = ids(served.search(query(sort=Sort.OLDEST)))
    assert oldest == ["skog", "musiikki", "metsa", "jarvi", "plan"]
    words = query("tulokset", sort=Sort.OLDEST)
    assert ids(served.search(words)) == ["musiikki", "metsa"]


def test_titles_sort_as_the_interface_language_sorts(engine: Engine) -> None:
    titles = ["Öljy", "Ahven", "Ärjy", "Zeppelin", "åska", "Éire", "»Eka«", "eläin"]
    serve(engine, [record(f"d{number}", title) for number, title in enumerate(titles)])

    def order(language: str) -> list[str]:
        results = engine.search(query(sort=Sort.TITLE, language=language))
        return [hit.title for hit in results.hits]

    nordic = ["Ahven", "Éire", "»Eka«", "eläin", "Zeppelin", "åska", "Ärjy", "Öljy"]
    assert order("fi") == order("sv") == nordic or order("fi")[4:] == nordic[4:]
    assert order("en")[-1] == "Zeppelin"
    assert order("en").index("Ärjy") < order("en").index("Öljy")


@pytest.mark.parametrize("sort", Sort)
def test_pages_join_into_the_whole(engine: Engine, sort: Sort) -> None:
    words = ["metsä", "piha", "metsä piha", "piha piha metsä"]
    documents = [
        record(f"d{number:02}", f"Nimi {number % 5}", words[number % 4], date=_date(number))
        for number in range(23)
    ]
    serve(engine, documents)
    whole = ids(engine.search(query("metsä", sort=sort)))
    pages = [engine.search(query("metsä", sort=sort, size=4, page=page)) for page in range(1, 9)]
    assert [one for page in pages for one in ids(page)] == whole
    assert {page.total for page in pages} == {len(whole)}


def _date(number: int) -> PartialDate | None:
    return PartialDate(2000 + number % 7) if number % 3 else None


def test_a_page_past_the_last_has_no_hits_but_the_right_total(served: Engine) -> None:
    results = served.search(query("tulokset", page=10_000_000, size=100))
    assert (results.hits, results.total) == ((), 2)
    assert results.facets["kind"][0].count == 2


def test_a_hit_shows_what_the_record_holds(engine: Engine) -> None:
    one = record(
        "a", "Nimi", "teksti", kind="report", date=PartialDate(2020, 3), years=[2019, 2020],
        regions=["kainuu"], municipalities=["kajaani"], themes=["leikki"],
    )  # fmt: skip
    serve(engine, [one])
    hit = engine.search(query("nimi")).hits[0]
    assert hit == Hit(
        "a", "Nimi", "https://example.org/a", "report", "fi", PartialDate(2020, 3), (2019, 2020),
        ("kainuu",), ("kajaani",), ("leikki",), hit.score, hit.snippets,
    )  # fmt: skip


def test_every_hit_has_a_snippet_that_shows_why(served: Engine) -> None:
    results = served.search(query("tulokset"))
    for hit in results.hits:
        matches = [part.text for one in hit.snippets for part in one.parts if part.match]
        assert matches
        assert {match.lower() for match in matches} == {"tulokset"}
    assert {hit.id: hit.snippets[0].page for hit in results.hits} == {"metsa": 2, "musiikki": None}


def test_a_match_in_the_title_only_shows_the_beginning(served: Engine) -> None:
    hit = served.search(query("musiikkia")).hits[0]
    assert [part.text for part in hit.snippets[0].parts] == ["Muskari ja sen tulokset."]
    assert not hit.snippets[0].parts[0].match


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "* *",
        "[TO]",
        '"""',
        "-",
        "- - -",
        "a:b:c",
        "AND OR NOT",
        "(((((",
        "\\",
        "x" * 10_000,
        "ab* " * 200,
        '"' + "ja " * 300,
        "-".join(["ab", "cd", "ef"] * 60),
        "-a " * 100,
        "\x00\ud800",
        "😀 İ ß ﬁ",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(served: Engine, text: str) -> None:
    results = served.search(query(text))
    assert results.total == len(results.hits)


def test_completions_come_most_frequent_first(engine: Engine) -> None:
    texts = ["metsä metsä", "metsässä metsä", "metsässä", "metsässä että", "joka"]
    serve(engine, [record(f"d{number}", text=text) for number, text in enumerate(texts)])
    assert engine.complete("mets", 5) == ("metsässä", "metsä")
    assert engine.complete("mets", 1) == ("metsässä",)
    assert engine.complete("et", 5) == engine.complete("jo", 5) == ()
    assert engine.complete("q", 5) == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("osalisuus", "osallisuus"),
        ("osallisus", "osallisuus"),
        ("osallisuuus", "osallisuus"),
        ("osallsiuus", "osallisuus"),
        ("psallisuus", "osallisuus"),
        ("osalisus", "osallisuus"),  # two slips in a long word
        ("osallisuus", None),
        ("leiki", "leikki"),
        ("leki", None),  # two slips in a short one
        ("kala", "kalja"),  # the more frequent of two
        ("pala", "palaa"),  # the same first letter before a more frequent word
        ("xx", None),
        ("ja", None),
        ("", None),
        ("täysintuntematon", None),
    ],
)
def test_spelling(engine: Engine, typed: str, expected: str | None) -> None:
    texts = ["osallisuus leikki kalja", "kalja kalaa", "kalja", "palaa"]
    serve(engine, [record(f"d{number}", text=text) for number, text in enumerate(texts)])
    assert engine.spell(typed) == expected
