"""What the contract says of building, validating, promoting, withdrawing and pruning."""

from __future__ import annotations

import pytest

from indexer.analysis.analyzer import Analyzer
from indexer.engines import Engine
from indexer.engines.base import fingerprint
from indexer.errors import EngineError, NoIndexError
from indexer.models import Failure

from .records import analyzer, build, found, ids, query, record, serve, vocabularies

ONE = record("yksi", "Leikki metsässä", "Ryhmä retkeili metsässä joka viikko.", years=[2020])
TWO = record("kaksi", "Leikki pihalla", "Piha muuttui yhdessä lasten kanssa.")


def test_nothing_serves_before_the_first_promotion(engine: Engine) -> None:
    assert engine.current() is None
    assert engine.generations() == ()
    assert engine.vocabularies() is None
    assert engine.hidden() == frozenset()
    for question in (lambda: engine.search(query("leikki")), lambda: engine.document("yksi")):
        with pytest.raises(NoIndexError, match="rebuild"):
            question()


def test_a_built_generation_is_not_seen_until_it_is_promoted(engine: Engine) -> None:
    name = build(engine, [ONE])
    assert engine.current() is None
    assert [one.generation for one in engine.generations()] == [name]
    engine.promote(name)
    assert found(engine, "leikki") == {"yksi"}


def test_the_manifest_says_what_the_generation_is_made_of(engine: Engine) -> None:
    writer = engine.create(analyzer(), vocabularies())
    writer.add(ONE)
    failure = Failure("rikki.pdf", "The file is empty.")
    manifest = writer.finish("tiiviste", [failure])
    assert manifest.generation == writer.name
    assert (manifest.documents, manifest.corpus_digest) == (1, "tiiviste")
    assert manifest.failures == (failure,)
    assert manifest.counts["year"] == 1
    assert manifest.counts["theme"] == 0
    assert manifest.compatibility == engine.compatibility
    assert manifest.fingerprint == fingerprint(engine.compatibility, analyzer(), vocabularies())
    assert manifest.built_at.endswith("+00:00")
    engine.promote(manifest.generation)
    assert engine.current() == manifest


def test_other_stop_words_give_another_fingerprint() -> None:
    other = Analyzer({**analyzer().stopwords, "fi": frozenset({"leikki"})})
    assert fingerprint("x", other, vocabularies()) != fingerprint("x", analyzer(), vocabularies())


def test_names_sort_in_the_order_of_creation(engine: Engine) -> None:
    names = [build(engine, [ONE]) for _ in range(3)]
    assert names == sorted(names)
    assert [one.generation for one in engine.generations()] == names


def test_a_generation_keeps_the_stop_words_it_was_built_with(engine: Engine) -> None:
    words = Analyzer({"fi": frozenset({"metsässä"}), "sv": frozenset(), "en": frozenset()})
    engine.promote(build(engine, [ONE, TWO], words))
    assert found(engine, "leikki metsässä") == {"yksi", "kaksi"}
    serve(engine, [ONE, TWO])
    assert found(engine, "leikki metsässä") == {"yksi"}


def test_the_serving_vocabularies_are_those_of_the_generation(engine: Engine) -> None:
    serve(engine, [ONE])
    kept = engine.vocabularies()
    assert kept is not None
    for facet, scheme in vocabularies().schemes.items():
        assert dict(kept[facet].concepts) == dict(scheme.concepts)


def test_promotion_backwards_is_a_rollback(engine: Engine) -> None:
    first = serve(engine, [ONE])
    serve(engine, [TWO])
    assert found(engine) == {"kaksi"}
    engine.promote(first)
    assert found(engine) == {"yksi"}


def test_only_what_exists_is_promoted_and_validated(engine: Engine) -> None:
    for name in ("000099", "..", "", "no such"):
        with pytest.raises(EngineError, match="no generation"):
            engine.promote(name)
        with pytest.raises(EngineError, match="no generation"):
            engine.validate(name)


def test_the_same_id_twice_is_refused_and_leaves_the_build_usable(engine: Engine) -> None:
    writer = engine.create(analyzer(), vocabularies())
    writer.add(ONE)
    with pytest.raises(EngineError, match="yksi"):
        writer.add(ONE)
    writer.add(TWO)
    assert writer.finish("d").documents == 2


def test_a_discarded_generation_leaves_nothing(engine: Engine) -> None:
    serve(engine, [ONE])
    writer = engine.create(analyzer(), vocabularies())
    writer.add(TWO)
    writer.discard()
    assert len(engine.generations()) == 1
    assert found(engine) == {"yksi"}
    with pytest.raises(EngineError):
        writer.add(TWO)


def test_prune_keeps_the_newest_and_the_serving_one(engine: Engine) -> None:
    names = [build(engine, [ONE]) for _ in range(5)]
    engine.promote(names[1])
    assert engine.prune(2) == (names[0], names[2])
    assert [one.generation for one in engine.generations()] == [names[1], *names[3:]]
    assert found(engine) == {"yksi"}
    assert engine.prune(0) == tuple(names[3:])
    assert found(engine) == {"yksi"}


def test_hiding_is_at_once_and_for_every_generation(engine: Engine) -> None:
    serve(engine, [ONE, TWO])
    engine.hide(["yksi", "never seen"])
    assert engine.hidden() == {"yksi", "never seen"}
    results = engine.search(query("leikki"))
    assert (ids(results), results.total) == (["kaksi"], 1)
    assert [one.count for one in results.facets["kind"]] == [1]
    assert engine.document("yksi") is None
    assert [one.id for one in engine.records()] == ["kaksi"]
    serve(engine, [ONE, TWO])
    assert found(engine) == {"kaksi"}
    engine.hide([])
    assert found(engine) == {"yksi", "kaksi"}


def test_words_of_hidden_documents_are_not_suggested(engine: Engine) -> None:
    serve(engine, [ONE, TWO])
    assert engine.complete("retk", 5) == ("retkeili",)
    assert engine.spell("retkeeli") == "retkeili"
    engine.hide(["yksi"])
    assert engine.complete("retk", 5) == ()
    assert engine.spell("retkeeli") is None


def test_an_empty_generation_answers(engine: Engine) -> None:
    serve(engine, [])
    for text in ("", "leikki", '"leikki metsässä"', "leik*", "-leikki"):
        results = engine.search(query(text, {"region": ["kainuu"]}))
        assert (results.total, results.hits) == (0, ())
    assert list(engine.records()) == []
    assert engine.document("yksi") is None
    assert engine.complete("le", 5) == ()
    assert engine.spell("leikki") is None
    assert engine.check() == ()


def test_records_come_back_whole_and_in_order_of_id(engine: Engine) -> None:
    serve(engine, [TWO, ONE])
    assert engine.document("kaksi") == TWO
    assert engine.document("kolme") is None
    assert list(engine.records()) == sorted([ONE, TWO], key=lambda one: one.id)


def test_half_a_surrogate_pair_does_not_stop_a_build(engine: Engine) -> None:
    broken = record("rikki", "Otsikko \ud800", "Teksti \udfff jatkuu sanalla kuusi.")
    serve(engine, [broken])
    hit = engine.search(query("kuusi")).hits[0]
    assert hit.title == "Otsikko ?"
    assert any(part.match and part.text == "kuusi" for part in hit.snippets[0].parts)
