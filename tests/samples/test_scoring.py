"""Scoring parsed text against gold pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.samples.scoring import GoldPage, Score, score

GOLD = (
    GoldPage(1, "Leikki alkaa aamulla", "Sisällys"),
    GoldPage(2, "Pohjois-Karjalan pihat", ""),
)


def test_the_gold_itself_scores_full_marks() -> None:
    assert score(GOLD, [(page.number, page.text) for page in GOLD]) == Score(1, 1, 1, 1)


def test_optional_text_neither_helps_nor_harms() -> None:
    pages = [(1, "Sisällys Leikki alkaa aamulla"), (2, "Pohjois-Karjalan pihat")]
    found = score(GOLD, pages)
    assert (found.recall, found.precision) == (1, 1)


def test_furniture_lowers_precision_only() -> None:
    found = score(GOLD, [(1, "Leikki alkaa aamulla Kunta 1"), (2, "Pohjois-Karjalan pihat 2")])
    assert found.recall == 1
    assert found.precision == 6 / 9


def test_a_word_left_cut_or_wrongly_joined_is_missed() -> None:
    assert score(GOLD, [(1, "Leik-ki alkaa aamulla Pohjois-Karjalan pihat")]).recall == 5 / 6
    assert score(GOLD, [(1, "Leikki alkaa aamulla PohjoisKarjalan pihat")]).recall == 4 / 6


def test_text_on_another_page_is_found_but_not_right() -> None:
    found = score(GOLD, [(None, "Leikki alkaa aamulla Pohjois-Karjalan pihat")])
    assert found.recall == found.order == 1
    assert found.pages_right == 3 / 6


def test_letters_in_decomposed_unicode_are_the_same_letters() -> None:
    assert score((GoldPage(1, "pa\u0308iva\u0308", ""),), [(1, "PÄIVÄ")]).recall == 1


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(1, 3)), st.text())))
def test_shares_stay_between_0_and_1(parsed: list[tuple[int | None, str]]) -> None:
    found = score(GOLD, parsed)
    for share in (found.recall, found.precision, found.order, found.pages_right):
        assert 0 <= share <= 1
