"""Personal data is found however it is written, and other numbers are left alone."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.personal import personal_spans
from indexer.models import PersonalKind

_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind.value) for start, end, kind in personal_spans(text)]


@pytest.mark.parametrize(
    "number",
    [
        *("040 123 4567", "0401234567", "040-1234567", "040-123 4567", "040 - 123 4567"),
        *("050 512 345", "0400 123 456", "0400-123456", "0457 123 4567", "044 123 45 67"),
        *("040.123.4567", "040/123 4567", "040–123 4567", "(040) 123 4567", "0500 123 456"),
        *("+358 40 123 4567", "+358401234567", "+358-40-123 4567", "+358 (0)40 123 4567"),
        *("00358 40 123 4567", "(+358) 40 1234567", "+358 9 123 4567", "+46 70 123 45 67"),
        *("09-123 456", "09 1234 5678", "(08) 61 551", "08-61 551", "017-123 456", "016 – 322 300"),
        *("02 123 45", "018-15 000", "06-320 12 34", "03 31 111", "(09) 12345678"),
        *("029 532 1000", "0295 16001", "020 112 233", "0201234567", "010 123 4567", "0800 12345"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "Soita {}.", "puh. {}, iltaisin", "p.{}", "huone 12, {} x"]
)
def test_phone_numbers_in_all_written_forms(number: str, frame: str) -> None:
    assert _found(frame.format(number)) == [(number, "phone")]


@pytest.mark.parametrize(
    "number", ["040\n123 4567", "040 123\n4567", "040-\n1234567", "+358 40\n123 4567"]
)
def test_a_number_goes_on_after_the_end_of_a_line(number: str) -> None:
    assert _found(f"Soita {number}\n12 lasta") == [(number, "phone")]
    assert _found(f"Soita {number}\nMaanantai") == [(number, "phone")]


@pytest.mark.parametrize("text", ["08\n2019\n2020", "09\n310 123", "045\n12\n3"])
def test_numbers_below_each_other_are_no_phones(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("puh. 61 551", "61 551"),
        ("Puh: 61551", "61551"),
        ("tfn 15 000", "15 000"),
        ("vaihde 123 4567", "123 4567"),
        ("p. 0912345678", "0912345678"),
    ],
)
def test_the_word_for_a_phone_makes_a_number_one(text: str, number: str) -> None:
    assert _found(text) == [(number, "phone")]


def test_numbers_in_a_row_are_told_apart() -> None:
    text = "040 1234567/050 7654321,041 1234567;+358 50 123456, 09 123 4567 ja 09 123 4568"
    numbers = ["040 1234567", "050 7654321", "041 1234567", "+358 50 123456"]
    numbers += ["09 123 4567", "09 123 4568"]
    assert [found for found, _ in _found(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        *("vuosina 2019-2020", "2017–2019", "09-2021", "08 2019 2020", "puh. 2019–2020"),
        *("1 040 000 000 euroa", "050 000 euroa", "12 000 000 €", "0,05 123 456", "1,040 123"),
        *("02.03.2019", "09.12.2019", "09-12-2019", "2019-08-12", "9 12 2019"),
        *("ISBN 978-952-03-0123-4", "978-952-03-0456-4", "ISBN 951-39-0456-7", "ISBN 0415376351"),
        *("ISSN 0355-1234", "ISSN-L 0400-1234", "0201256-6", "FI02012566", "Y-tunnus 0201256-6"),
        *("FI21 1234 5600 0007 85", "159030-776", "tilinumero 159030-776"),
        *("OKM/050/123/2020", "OPH-1234-2021", "Dnro 1234/02 05 01/2019", "Dnro 040 123 4567"),
        *("klo 08.00-16.30", "09-15 09-12", "02 03 05 06 08 09", "02100 Espoo", "ks. s. 09-12"),
        *("urn:nbn:fi:jyu-201801171234", "https://doi.org/10.1234/0401234567", "540/2018"),
        *(
            "https://kunta.fi/0401234567",
            "1.2.246.562.10.040123456",
            "p. 123 456",
            "112",
            "116 117",
        ),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "Kuten {} kerrottiin.", "({})"])
def test_other_numbers_are_no_phones(text: str, frame: str) -> None:
    assert _found(frame.format(text)) == []


@pytest.mark.parametrize(
    "address",
    [
        *("etunimi.sukunimi@kunta.fi", "info@edu.kunta.fi", "äiti.öhman@kunta.fi", "a_b-c@x.org"),
        *("etunimi.sukunimi(at)kunta.fi", "etunimi.sukunimi[at]kunta.fi", "etunimi{at}kunta.fi"),
        *("etunimi.sukunimi at kunta.fi", "etunimi.sukunimi (at) kunta (piste) fi", "x(a)kunta.fi"),
        *("etunimi.sukunimi(ät)kunta.fi", "etunimi.sukunimi @ kunta.fi", "etu.nimi_at_kunta.fi"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "Kirjoita: {}.", "<{}>", "({}), x"])
def test_addresses_plain_and_disguised(address: str, frame: str) -> None:
    assert _found(frame.format(address)) == [(address, "email")]


@pytest.mark.parametrize(
    "text",
    ["Read more at kunta.fi", "Seuraa @kunta", "kunta.fi", "ohjeet (a) www.kunta.fi", "a @ b", "@"],
)
def test_what_has_no_address(text: str) -> None:
    assert _found(text) == []


@given(
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    year=st.integers(0, 99),
    sign=st.sampled_from("+-YXWVUABCDEF"),
    number=st.integers(2, 999),
    shift=st.integers(0, 30),
)
def test_an_identity_code_is_told_by_its_check_character(
    day: int, month: int, year: int, sign: str, number: int, shift: int
) -> None:
    born, last = f"{day:02}{month:02}{year:02}", f"{number:03}"
    check = _CHECKS[(int(born + last) + shift) % 31]
    code = f"{born}{sign}{last}{check}"
    kinds = [kind for _, kind in _found(f"tunnus {code}, ks.")]
    assert ("identity_code" in kinds) == (shift == 0)


@pytest.mark.parametrize("code", ["311352-308T", "131352-308T", "0131052-308T", "131052-308TX"])
def test_what_is_no_identity_code(code: str) -> None:
    assert PersonalKind.IDENTITY_CODE.value not in [kind for _, kind in _found(code)]


_BITS = st.sampled_from(
    [
        *"0123456789 +-/.()@[]\n",
        "at",
        "(at)",
        " at ",
        "040 ",
        "+358",
        "kunta.fi",
        "puh. ",
        "131052-308T",
    ]
)


@given(st.lists(_BITS | st.text(string.printable, max_size=5), max_size=60).map("".join))
def test_spans_are_sorted_within_the_text_and_apart(text: str) -> None:
    last = 0
    for start, end, _ in personal_spans(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "bit",
    [
        *("0", "a", "a.", "0 ", "04 ", "040 123 4567 ", "a@", "@", "(", "+1 ", "+1-", "a(at)"),
        *("0\n", "040\n1 "),
        *("a.a at ", "puh. 1 ", "FI21 1234 ", "dnro", "http://", "131052-308T ", "978-1-", "\t"),
    ],
)
def test_hostile_text_costs_no_more_than_its_length(bit: str) -> None:
    """What backtracks or compares all with all would not end within a test's patience."""
    personal_spans("040 123 4567 x@" + bit * (300_000 // len(bit)))
