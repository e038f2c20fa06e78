"""What a user types always becomes a bounded clause tree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import (
    EVERYTHING,
    MAX_CHARACTERS,
    MAX_WORDS,
    And,
    Clause,
    Cut,
    Filters,
    Or,
    Phrase,
    Prefix,
    Word,
    parse,
    positive,
    relaxed,
)

typed = st.text() | st.text(alphabet="aä1 \"*-'’:\n_.()", max_size=700)


def words_in(clause: Clause) -> int:
    """How many words a tree holds, excluded ones too."""
    if isinstance(clause, And | Or):
        return sum(map(words_in, (*clause.clauses, *clause.excluded)))
    texts = clause.words if isinstance(clause, Phrase) else (clause.text,)
    return sum(len(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)) for text in texts)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("", EVERYTHING),
        ("leikki metsässä", And((Word("leikki"), Word("metsässä")))),
        ("leikki, metsässä!", And((Word("leikki"), Word("metsässä")))),
        ('"leikki metsässä" piha', And((Phrase(("leikki", "metsässä")), Word("piha")))),
        ('"leikki metsässä', And((Phrase(("leikki", "metsässä")),))),
        ('""', EVERYTHING),
        ("leikki -piha", And((Word("leikki"),), (Word("piha"),))),
        ('-"leikki piha"', And((), (Phrase(("leikki", "piha")),))),
        ("leik*", And((Prefix("leik"),))),
        ("-leik*", And((), (Prefix("leik"),))),
        ("l*", And((Word("l"),))),
        ("*", EVERYTHING),
        ("*leikki", And((Word("leikki"),))),
        ("Pohjois-Karjala", And((Word("Pohjois-Karjala"),))),
        ("THL:n vaa'an", And((Word("THL:n"), Word("vaa'an")))),
        ("a/b leikki+piha*", And((Word("a"), Word("b"), Word("leikki"), Prefix("piha")))),
        ("[TO] AND ~5", And((Word("TO"), Word("AND"), Word("5")))),
        ("-", EVERYTHING),
    ],
)
def test_the_language(text: str, clause: Clause) -> None:
    assert parse(text) == (clause, ())


@given(typed)
def test_anything_typed_is_a_bounded_tree_of_words(text: str) -> None:
    clause, cuts = parse(text)
    assert words_in(clause) <= MAX_WORDS
    assert (Cut.CHARACTERS in cuts) == (len(text) > MAX_CHARACTERS)
    assert len(set(cuts)) == len(cuts)
    assert isinstance(clause, And)
    for leaf in positive(clause):
        parts = leaf.words if isinstance(leaf, Phrase) else (leaf.text,)
        assert parts
        assert all(part and part in text for part in parts)


@given(st.lists(st.sampled_from(["leikki", "-piha", "met*", '"se on"']), max_size=40))
def test_the_first_words_are_kept_and_the_cut_is_told(parts: list[str]) -> None:
    clause, cuts = parse(" ".join(parts))
    words = sum(2 if " " in part else 1 for part in parts)
    assert cuts == ((Cut.WORDS,) if words > MAX_WORDS else ())
    assert words_in(clause) == min(words, MAX_WORDS)


def test_a_phrase_that_is_too_long_keeps_its_beginning() -> None:
    words = tuple(f"sana{number}" for number in range(MAX_WORDS + 8))
    clause, cuts = parse(f'"{" ".join(words)}"')
    assert clause == And((Phrase(words[:MAX_WORDS]),))
    assert cuts == (Cut.WORDS,)


def test_the_parts_of_a_hyphened_word_count() -> None:
    clause, cuts = parse("-".join("abcdefgh" * 5))
    assert words_in(clause) == MAX_WORDS
    assert cuts == (Cut.WORDS,)


def test_cuts_tell_both() -> None:
    assert parse("a " * MAX_CHARACTERS)[1] == (Cut.CHARACTERS, Cut.WORDS)
    assert parse("a" * MAX_CHARACTERS)[1] == ()


def test_relaxing_asks_for_any_of_the_words_and_keeps_the_rest() -> None:
    clause, _ = parse('leikki metsä "se on" pih* -talvi')
    either = Or((Word("leikki"), Word("metsä")))
    kept = (Phrase(("se", "on")), Prefix("pih"))
    assert relaxed(clause) == And((*kept, either), (Word("talvi"),))


@pytest.mark.parametrize("text", ["", "leikki", '"se on"', 'leikki "se on"', "-leikki -piha"])
def test_what_has_no_two_words_cannot_be_relaxed(text: str) -> None:
    assert relaxed(parse(text)[0]) is None


def test_leaves_that_can_match() -> None:
    tree = And((Or((Word("a"), Word("b"))), Prefix("cd")), (Word("e"),))
    assert list(positive(tree)) == [Word("a"), Word("b"), Prefix("cd")]


@pytest.mark.parametrize(
    ("ends", "between"),
    [
        ((None, None), None),
        ((2019, None), (2019, None)),
        ((None, 2019), (None, 2019)),
        ((2019, 2021), (2019, 2021)),
        ((2021, 2019), (2019, 2021)),
    ],
)
def test_reversed_years_are_swapped(
    ends: tuple[int | None, int | None], between: tuple[int | None, int | None] | None
) -> None:
    assert Filters({}, *ends).years_between == between
