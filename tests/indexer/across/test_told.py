"""What a report tells of the corpus as a whole: every figure, and names within bounds."""

from __future__ import annotations

from indexer.across import SITE_LINE, CutLines, TwinGroup, told_lines, twins_body
from indexer.across.told import MOST_LISTED, MOST_OF_EACH
from indexer.models import UNKNOWN, Assignment, Record, Removed


def record(identifier: str, *cut: str) -> Record:
    unknown = Assignment(UNKNOWN, 0.0)
    removed = (Removed("Valikko", "menu"), *(Removed(one, SITE_LINE) for one in cut))
    return Record(
        identifier, f"{identifier}.md", "text/markdown", "", "", (), unknown, unknown,
        removed=removed,
    )  # fmt: skip


def groups(*sizes: int) -> list[TwinGroup]:
    return [
        TwinGroup((tuple(f"{number:02}-{at:02}" for at in range(size)),))
        for number, size in enumerate(sizes)
    ]


def paths(*sizes: int) -> dict[str, str]:
    return {one: f"{one}.md" for group in groups(*sizes) for one in group.ids}


def test_cut_lines_are_counted_by_site_and_other_cuts_are_not() -> None:
    cut = CutLines()
    cut.add("a.fi", record("1", "Etusivu", "Yhteystiedot"))
    cut.add("a.fi", record("2", "Etusivu", "Etusivu"))
    cut.add("b.fi", record("3"))
    assert cut.body() == {
        "sites": 1,
        "documents": 2,
        "listed": [
            {
                "site": "a.fi",
                "documents": 2,
                "distinct": 2,
                "lines": [
                    {"text": "Etusivu", "documents": 2},
                    {"text": "Yhteystiedot", "documents": 1},
                ],
            }
        ],
    }


def test_names_are_bounded_and_figures_are_not() -> None:
    cut = CutLines()
    for site in range(MOST_LISTED + 5):
        cut.add(f"{site}.fi", record("1", *(f"Rivi {at} " * 99 for at in range(MOST_OF_EACH + 5))))
    body = cut.body()
    assert (body["sites"], len(body["listed"])) == (MOST_LISTED + 5, MOST_LISTED)
    assert body["listed"][0]["distinct"] == MOST_OF_EACH + 5
    assert len(body["listed"][0]["lines"]) == MOST_OF_EACH
    assert max(len(line["text"]) for line in body["listed"][0]["lines"]) < 200
    sizes = [2] * (MOST_LISTED + 1) + [MOST_OF_EACH + 3]
    twins = twins_body(groups(*sizes), paths(*sizes))
    assert (twins["groups"], twins["documents"]) == (len(sizes), sum(sizes))
    assert len(twins["listed"]) == MOST_LISTED
    assert len(twins["listed"][0]["paths"]) == MOST_OF_EACH


def test_both_are_told_in_plain_words() -> None:
    cut = CutLines()
    cut.add("a.fi", record("1", "Etusivu"))
    cut.add("a.fi", record("2", "Etusivu"))
    told = list(told_lines(cut.body(), twins_body(groups(2, 23), paths(2, 23)), few=1))
    assert told[0] == "a.fi: 1 line that the site repeats cut from 2 documents, such as “Etusivu”"
    assert told[1].startswith("the same text: 01-00.md, 01-01.md")
    assert told[1].endswith("and 3 more")
    assert told[2] == "25 documents in 2 groups have a twin in all."


def test_nothing_found_is_not_told() -> None:
    assert list(told_lines(CutLines().body(), twins_body((), {}), few=5)) == []
