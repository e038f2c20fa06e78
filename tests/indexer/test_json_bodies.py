"""The JSON bodies keep the contract's keys and broaden narrower kinds and themes."""

from __future__ import annotations

import json

import pytest

from indexer.json_bodies import record_json, result_json
from indexer.models import (
    FACETS,
    Assignment,
    Dating,
    Evidence,
    Funding,
    FundingKind,
    Named,
    PartialDate,
    Practice,
    PracticePart,
    Record,
    Removed,
    Section,
    Source,
)
from indexer.results import FacetCount, Hit, Other, ResultSet, Snippet, SnippetPart
from indexer.search_request import read_request
from indexer.vocabulary import Vocabularies, load_vocabularies

INSPECT_KEYS = {
    *("id", "path", "media_type", "title", "language", "kind", "date", "date_precision", "years"),
    *("regions", "municipalities", "networks", "themes", "sections", "text", "removed"),
    *("warnings", "organisation", "projects", "age_groups", "activities", "practice"),
    *("norm_changes", "rights", "link_only"),
}


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies()


def record(**changes: object) -> Record:
    values: dict[str, object] = {
        "id": "kajaani-puisto",
        "path": "blogit/kajaani.html",
        "media_type": "text/html",
        "checksum": "0" * 64,
        "title": "Puistossa",
        "sections": (Section("Alku", "Leikimme puistossa.", 1), Section("", "Lopuksi.", 2)),
        "language": Assignment("fi", 1.0),
        "kind": Assignment("guide", 0.9, Evidence("Opas leikkiin.", 1)),
        "dating": Dating(PartialDate(2021, 11), Evidence("Marraskuu 2021", 1)),
        "years": (2021,),
        "regions": (Assignment("kainuu", 0.8, Evidence("Kajaanissa leikitään.", 1)),),
        "municipalities": (Assignment("kajaani", 1.0, source=Source.STAFF),),
        "removed": (Removed("Jaa", "share buttons"),),
        "warnings": ("Sivu 2 on tyhjä.",),
    }
    return Record(**(values | changes))  # type: ignore[arg-type]


def test_a_record_has_the_keys_of_the_contract_and_is_json(vocabularies: Vocabularies) -> None:
    body = record_json(record(), vocabularies)
    assert set(body) >= INSPECT_KEYS
    assert json.loads(json.dumps(body)) == body


def test_a_date_is_reduced_to_its_precision(vocabularies: Vocabularies) -> None:
    body = record_json(record(), vocabularies)
    assert (body["date"], body["date_precision"]) == ("2021-11", "month")
    undated = record_json(record(dating=None), vocabularies)
    assert (undated["date"], undated["date_precision"]) == (None, None)


def test_a_narrower_kind_is_told_beside_one_of_the_ten(vocabularies: Vocabularies) -> None:
    body = record_json(record(), vocabularies)
    assert (body["kind"], body["kind_narrower"]) == ("other", "guide")
    plain = record_json(record(kind=Assignment("blog", 1.0)), vocabularies)
    assert (plain["kind"], plain["kind_narrower"]) == ("blog", None)


def test_a_narrower_theme_gives_the_preferred_one(vocabularies: Vocabularies) -> None:
    themes = (
        Assignment("lasten-kokoukset", 0.7, Evidence("Lasten kokous päätti.", 3)),
        Assignment("leikki", 0.4),
    )
    body = record_json(record(themes=themes), vocabularies)["themes"]
    assert [row["label"] for row in body] == ["osallisuus", "leikki"]
    assert body[0]["narrower"][0]["label"] == "lasten kokoukset"
    assert body[0]["evidence"] == {"text": "Lasten kokous päätti.", "page": 3}
    assert body[1]["narrower"] == []


def test_a_theme_found_broad_and_narrow_is_one_row(vocabularies: Vocabularies) -> None:
    themes = (Assignment("lasten-kokoukset", 0.9), Assignment("osallisuus", 0.5))
    rows = record_json(record(themes=themes), vocabularies)["themes"]
    assert [(row["id"], row["score"]) for row in rows] == [("osallisuus", 0.9)]


def test_a_change_of_norms_has_its_label_text_and_day(vocabularies: Vocabularies) -> None:
    body = record_json(record(norm_changes=("vasu-2022",)), vocabularies, "en")
    (change,) = body["norm_changes"]
    assert (change["id"], change["date"]) == ("vasu-2022", "2022-08-01")
    assert change["label"].startswith("National core curriculum")
    assert "1 August 2022" in change["text"]


def test_a_section_has_its_language_or_the_document_s(vocabularies: Vocabularies) -> None:
    sections = (Section("", "Leikimme."), Section("", "Vi leker.", language="sv"))
    body = record_json(record(sections=sections), vocabularies)["sections"]
    assert [one["language"] for one in body] == ["fi", "sv"]


def test_rights_and_whether_the_original_is_served(vocabularies: Vocabularies) -> None:
    body = record_json(record(rights="© kunta", link_only=True), vocabularies)
    assert (body["rights"], body["link_only"]) == ("© kunta", True)


def test_labels_come_in_the_language_asked_for(vocabularies: Vocabularies) -> None:
    region = record_json(record(), vocabularies, "sv")["regions"][0]
    assert region["label"] == "Kajanaland"
    assert region["evidence"] == {"text": "Kajaanissa leikitään.", "page": 1}


def test_the_work_is_told_by_labels_with_evidence(vocabularies: Vocabularies) -> None:
    said = Evidence("Oikeus oppia -ohjelma tuki työtä.", 2)
    body = record_json(
        record(
            organisation=Named("kajaanin-seudun-verkosto", "Kajaanin seudun verkosto", 0.75, said),
            projects=(Named("oikeus-oppia", "Oikeus oppia", 0.6, said),),
            age_groups=(Assignment("alle-3-vuotiaat", 0.5),),
            activities=(Assignment("vuorohoito", 0.5),),
        ),
        vocabularies,
        "sv",
    )
    assert body["organisation"]["label"] == "Kajaanin seudun verkosto"
    assert body["projects"] == [
        {
            "id": "oikeus-oppia",
            "label": "Rätt att lära",
            "score": 0.6,
            "evidence": {"text": "Oikeus oppia -ohjelma tuki työtä.", "page": 2},
            "source": "detected",
        }
    ]
    assert body["age_groups"][0]["label"] == "barn under 3 år"
    assert body["activities"][0]["label"] == "skiftvård"


def test_the_practice_has_parts_money_and_a_period(vocabularies: Vocabularies) -> None:
    money = Funding(FundingKind.GRANT, Evidence("Avustus 900 €.", 3), 900, "opetushallitus")
    practice = Practice((PracticePart("opit", "Aloita pienestä.", "Vinkit", 3),), (money,))
    body = record_json(record(practice=practice, years=(2019, 2020)), vocabularies)["practice"]
    assert body == {
        "parts": [
            {
                "id": "opit",
                "label": "opit ja vinkit muille",
                "heading": "Vinkit",
                "text": "Aloita pienestä.",
                "page": 3,
            }
        ],
        "funding": [
            {
                "kind": "grant",
                "amount": 900,
                "funder": {"id": "opetushallitus", "label": "Opetushallitus"},
                "evidence": {"text": "Avustus 900 €.", "page": 3},
            }
        ],
        "period": {"from": 2019, "to": 2020, "evidence": None},
    }


def test_a_document_that_states_nothing_says_so(vocabularies: Vocabularies) -> None:
    body = record_json(record(), vocabularies)
    assert (body["organisation"], body["projects"]) == (None, [])
    assert body["practice"] == {"parts": [], "funding": [], "period": None}


def test_text_holds_headings_and_texts_in_order(vocabularies: Vocabularies) -> None:
    text = record_json(record(), vocabularies)["text"]
    assert text.index("Alku") < text.index("Leikimme puistossa.") < text.index("Lopuksi.")


def test_a_result_has_exactly_the_keys_of_the_contract(vocabularies: Vocabularies) -> None:
    hit = Hit(
        "a", "A", None, "guide", "fi", PartialDate(2020), (2020,), ("kainuu",), (), (), 1.23456,
        (Snippet((SnippetPart("osallisuus", True), SnippetPart(" arjessa")), 4),),
        (Other("b", "B", ("kuhmo",), PartialDate(2021, 3), True),), ("tuki-2022",),
    )  # fmt: skip
    results = ResultSet((hit,), 1, {"region": (FacetCount("kajaani", 1, True, "kainuu"),)})
    request = read_request({"q": ["osallisuus"], "page": ["2"]}, vocabularies)
    body = result_json(results, request, vocabularies)
    assert set(body) == {
        *("query", "total", "page", "size", "took_ms", "suggestion", "hits", "facets")
    }
    assert tuple(body["facets"]) == FACETS
    assert body["facets"]["region"] == [
        {"id": "kajaani", "label": "Kajaani", "count": 1, "selected": True, "parent": "kainuu"}
    ]
    assert set(body["hits"][0]) == {
        *("id", "title", "url", "kind", "language", "date", "date_precision", "years"),
        *("regions", "municipalities", "themes", "score", "snippets", "also_in", "norm_changes"),
    }
    assert body["hits"][0]["also_in"] == [
        {
            "id": "b",
            "title": "B",
            "municipalities": ["kuhmo"],
            "date": "2021-03",
            "same_text": True,
        }
    ]
    assert body["hits"][0]["norm_changes"] == ["tuki-2022"]
    assert body["hits"][0]["kind"] == "other"
    assert body["hits"][0]["snippets"] == [
        {
            "page": 4,
            "parts": [
                {"text": "osallisuus", "match": True},
                {"text": " arjessa", "match": False},
            ],
        }
    ]
    assert (body["query"], body["page"]) == ("osallisuus", 2)
