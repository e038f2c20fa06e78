"""Telephone numbers as Finns write them, told from the other numbers of a text.

What a number may look like: area and network codes of Traficom's numbering plan. What tells against
it: a date, a sum, an account, the number of a book, of a business or of a matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

_SPACE = r"[^\S\n]"
_START = re.compile(r"[0+](?<!\w.)(?<!\d[.,:–-].)", re.DOTALL)
_GAP = rf"(?:{_SPACE}|\n(?=[(\d]))"
_NUMBER = re.compile(
    rf"(?:(?:\+{_SPACE}?|00)[1-9]\d{{0,14}}|0[1-9]\d{{0,9}})(?!\d)(?:{_SPACE}?\))?"
    rf"(?:{_GAP}{{0,2}}(?:[-–−/.]{_GAP}{{0,2}})?\(?\d{{1,10}}(?!\d)\)?"
    rf"(?:(?:{_GAP}{{1,2}}|[-–−.]\n?)?\(?\d{{1,8}}(?!\d)\)?){{0,5}})?(?!\w)"
)
"""A run of digits that begins as phone numbers do; a line may end within it."""

_NEXT = re.compile(r"[,;](?=[0+])")
"""What parts a number from the next where no space does."""

_DIGITS = re.compile(rf"\d{{2,10}}(?!\d)(?:(?:{_SPACE}|[-–−])\d{{2,4}}(?!\d)){{0,3}}(?!\w)")
_CUE = re.compile(
    r"(?<!\w)(?:puh(?:elin)?(?:nro|numero)?|matkapuh|tel|tfn|telefon|phone|mob|gsm|fax|faksi"
    rf"|vaihde|växel|(?P<page>p)){_SPACE}?[.:]{{0,2}}{_SPACE}{{0,2}}$",
    re.IGNORECASE,
)
"""The word for a phone: what follows is one, a switchboard's or one written in one."""

_LONGEST_CUE = 20

_OTHER_NUMBERS = re.compile(
    r"(?:https?://|www\.|\b10\.\d{4,9}/|\burn:)\S+"
    r"|\b[A-Z]{2}\d{2}(?: ?\d{4}){3,6}(?: ?\d{1,3})?\b"
    r"|\bIS[BS]N[^\d\n]{0,12}\d[\dX -]{6,16}"
    r"|(?<![\d-])97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ]\d\b"
    r"|(?<![\w-])\d{7}-\d(?![\w-])|(?<![\w-])\d{4}-\d{3}[\dX](?![\w-])"
    r"|(?<!\d)\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    r"|\b(?:dnro|dnr|diaari\w{0,12}|diarie\w{0,12}|asia(?:nro|numero)|y-tunnus|fo-nummer"
    r"|business id|viite\w{0,10}|tili(?:nro|numero)?|konto(?:nr|nummer)?|account|oid|hankenumero"
    r"|laskunumero)\b[^\w\n]{0,3}(?:[A-Z]{1,6}[/ -]?)?\d[\d ./-]{3,25}",
    re.IGNORECASE,
)
"""Addresses, accounts, books, businesses, dates and matters."""

_GROUP = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_PHONE_AFTER = re.compile(
    rf"{_SPACE}?(?:€|%|eur|mk\b|markka|kr\b|kpl\b|kertaa|st\b|/\d{{4}})|[-–]\d", re.IGNORECASE
)
_THOUSANDS_BEFORE = re.compile(r"(?<!\d)\d{1,3}[ .]$")

_MOBILE = re.compile(r"0(?:4\d|50)\d*")
_NATIONAL = re.compile(r"0(?:10|20|29|30|39|7[1-5]|[678]00)\d*")
_AREA = re.compile(r"0(?:[235689]|1[3-9])")

Span = tuple[int, int]
Digits = Sequence[re.Match[str]]


def phone_spans(text: str) -> tuple[Span, ...]:
    """Start and end of each number, sorted, without overlaps; in time linear in the text."""
    found = {*_whole_numbers(text), *_after_cues(text)}
    if not found:
        return ()
    others = [one.span() for one in _OTHER_NUMBERS.finditer(text)]
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one[0], -one[1])):
        if (not kept or kept[-1][1] <= span[0]) and not _is_a_sum(text, *span):
            kept.append(span)
    return tuple(outside(kept, others))


def outside(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """The spans that overlap none of the others, which are sorted and do not overlap."""
    starts = [start for start, _ in taken]
    for start, end in spans:
        before = bisect_left(starts, end) - 1
        if before < 0 or taken[before][1] <= start:
            yield start, end


def _whole_numbers(text: str) -> Iterator[Span]:
    at = 0
    following: re.Match[str] | None = None
    while start := following or _START.search(text, at):
        begin = at = start.end() if following else start.start()
        run = _NUMBER.match(text, begin)
        end = _end(text, run) if run else None
        following = _NEXT.match(text, end) if end else None
        at = end or at + 1
        if end:
            opens = text[max(0, begin - 1)] == "(" and ")" in text[begin : end + 1]
            yield begin - opens, end


def _end(text: str, run: re.Match[str]) -> int | None:
    """Where the number that a run of digits begins with ends; None where it begins with none."""
    digits = list(_GROUP.finditer(text, *run.span()))
    kind = _kind(text, run, digits)
    if kind is None:
        return None
    least, most = kind
    total, end = 0, None
    for number, group in enumerate(digits):
        total += len(group[0])
        is_extra = end is not None and (
            _YEAR.fullmatch(group[0])
            or len(group[0]) == 1
            or "\n" in text[digits[number - 1].end() : group.start()]
        )
        if total > most or is_extra or (number > 1 and len(group[0]) == 1 and number < 3):
            break
        if total >= least:
            end = group.end()
    return end


def _kind(text: str, run: re.Match[str], digits: Digits) -> tuple[int, int] | None:
    """The fewest and most digits of a number that begins so; None where none does."""
    first = digits[0][0]
    if "+" in run[0][:3] or first.startswith("00358"):
        return 8, 15
    if _MOBILE.fullmatch(first):
        return 9, 11
    if len(digits) > 1 and all(_YEAR.fullmatch(one[0]) for one in digits[1:]):
        return None
    if _NATIONAL.fullmatch(first):
        return 8, 10
    return (7, 10) if _AREA.fullmatch(first) and _is_local(text, digits) else None


def _is_local(text: str, digits: Digits) -> bool:
    """Whether what follows an area code is a local number, no date and no row of a table."""
    if len(digits) < 2 or digits[1][0].startswith("0"):
        return False
    between = text[digits[0].end() : digits[1].start()]
    is_year = _YEAR.fullmatch(digits[1][0]) and not (len(digits) > 2 and len(digits[2][0]) == 4)
    has_long_group = any(len(one[0]) >= 3 for one in digits[1:])
    return not {".", "\n"} & set(between) and not is_year and (")" in between or has_long_group)


def _after_cues(text: str) -> Iterator[Span]:
    """Numbers after the word for a phone; after "p.", which is a page too, those with a nought."""
    for run in _DIGITS.finditer(text):
        groups = _GROUP.findall(run[0])
        if not 5 <= sum(map(len, groups)) <= 12 or all(map(_YEAR.fullmatch, groups)):
            continue
        cue = _CUE.search(text, max(0, run.start() - _LONGEST_CUE), run.start())
        if cue and (run[0].startswith("0") or not cue["page"]):
            yield run.span()


def _is_a_sum(text: str, start: int, end: int) -> bool:
    """Whether the words around say so: ``1 040 000 000``, ``020 123 456 €``."""
    if _NO_PHONE_AFTER.match(text, end):
        return True
    in_threes = all(len(one) == 3 for one in _GROUP.findall(text, start, end))
    return in_threes and bool(_THOUSANDS_BEFORE.search(text, max(0, start - 5), start))
