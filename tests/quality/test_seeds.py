"""The five seed documents give the records that a cataloguer would make of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indexer.models import Record, SourceDocument
from tests.quality.understanding import understand, vocabularies

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "eval" / "seeds.json"
SEEDS: list[dict[str, Any]] = json.loads(GOLD.read_text("utf-8")) if GOLD.is_file() else []

pytestmark = pytest.mark.skipif(not SEEDS, reason="../shared with the seeds is not here")


@cache
def record(name: str) -> Record:
    file = SHARED / "seeds" / name
    source = SourceDocument(file.stem, file.name, file, "text/plain", "0")
    return understand(source)


def labels(facet: str, concepts: Iterable[str]) -> set[str]:
    return {vocabularies().label(facet, concept, "fi") for concept in concepts}


@pytest.fixture(params=SEEDS, ids=lambda seed: seed["seed"])
def seed(request: pytest.FixtureRequest) -> dict[str, Any]:
    gold: dict[str, Any] = request.param
    return gold


def test_title_kind_and_language(seed: dict[str, Any]) -> None:
    found = record(seed["file"])
    titles = {title.replace("–", "-") for title in (seed["title"], *seed["title_also"])}
    assert found.title.replace("–", "-") in titles
    assert found.kind.concept == seed["kind"]
    assert found.language.concept == seed["language"]


def test_date_and_years(seed: dict[str, Any]) -> None:
    found = record(seed["file"])
    assert (str(found.date) if found.date else None) == seed["date"]
    assert list(found.years) == seed["years"]


def test_places(seed: dict[str, Any]) -> None:
    found = record(seed["file"])
    assert labels("region", (a.concept for a in found.regions)) == set(seed["regions"])
    municipalities = labels("region", (a.concept for a in found.municipalities))
    assert set(seed["municipalities"]) <= municipalities
    also = set(seed.get("municipalities_also", ()))
    assert municipalities <= set(seed["municipalities"]) | also
    assert not municipalities & set(seed.get("municipalities_not", ()))


def test_themes(seed: dict[str, Any]) -> None:
    themes = vocabularies()["theme"]
    broad = [a.concept for a in record(seed["file"]).themes if themes.parent(a.concept) is None]
    found = labels("theme", broad)
    assert set(seed["themes"]) <= found
    assert found <= set(seed["themes"]) | set(seed["themes_also"])


def test_networks(seed: dict[str, Any]) -> None:
    found = labels("network", (a.concept for a in record(seed["file"]).networks))
    assert set(seed["networks"]) <= found
    assert found <= {*seed["networks"], *seed.get("networks_also", ())}


def test_everything_detected_has_its_evidence(seed: dict[str, Any]) -> None:
    found = record(seed["file"])
    named = (found.organisation,) if found.organisation else ()
    concepts = (*found.regions, *found.municipalities, *found.themes, *found.networks)
    groups = (*found.age_groups, *found.activities)
    for assignment in (*concepts, *groups, *found.projects, *named):
        assert assignment.evidence is not None
        assert assignment.evidence.text


def test_the_organisation_is_the_one_that_the_text_states(seed: dict[str, Any]) -> None:
    """A town may go by its name alone; where the text leaves it open, it stays unknown."""
    found = record(seed["file"]).organisation
    if found is not None:
        town = vocabularies()["region"].concepts.get(found.id)
        also = {f"{town.pref_label['fi']}n kaupunki"} if town else set()
        assert seed["organisation"] in {found.name} | also


def test_the_practice_of_a_project_page_and_of_slides() -> None:
    project, slides = record(SEEDS[2]["file"]), record(SEEDS[3]["file"])
    assert [part.part for part in project.practice.parts] == [
        *("tausta", "tavoitteet", "toteutus", "toimijat", "resurssit"),
    ]
    funding = [(one.kind.value, one.amount, one.funder) for one in project.practice.funding]
    assert funding == [
        ("grant", 187_000, "sosiaali-ja-terveysministerio"),
        ("own", 62_500, None),
        ("total", 250_000, None),
    ]
    told = {(part.part, part.page) for part in slides.practice.parts}
    assert told == {("tavoitteet", 4), ("tavoitteet", 5), ("tulokset", 3)}


def test_the_programme_of_a_summary_is_named() -> None:
    assert "kaste" in {project.id for project in record(SEEDS[4]["file"]).projects}


def test_boilerplate_is_cut_and_listed() -> None:
    slides, transcript = record(SEEDS[3]["file"]), record(SEEDS[4]["file"])
    assert {removed.text for removed in slides.removed} >= {"PIENI KAUPUNKI, ISO ELÄMÄ"}
    assert any("Samankaltaiset" in removed.text for removed in transcript.removed)
    kept = replace(transcript, removed=()).sections
    assert not any("Samankaltaiset" in section.text for section in kept)
