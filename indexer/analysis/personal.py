"""Where a text holds phone numbers, e-mail addresses and personal identity codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..models import PersonalKind
from .phones import Span, outside, phone_spans

_CENTURIES = {
    **dict.fromkeys("+", 1800),
    **dict.fromkeys("-–−YXWVU", 1900),
    **dict.fromkeys("ABCDEF", 2000),
}
"""The sign after the day of birth; Y to U and B to F were taken into use in 2023."""

_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CODE = re.compile(
    r"([0-3](?<![^\W_].)[0-9])([01][0-9])([0-9]{2})([-–−+YXWVUABCDEF])([0-9]{3})([0-9A-FHJ-NPR-Y])"
    r"(?![^\W_])",
    re.IGNORECASE | re.DOTALL,
)

_SPACE = r"[^\S\n]"
_AT = re.compile(
    rf"[@(\[{{<](?:(?<=@)|{_SPACE}?(?:@|at|ät|snabel-?a|miukumauku){_SPACE}?[)\]}}>]"
    r"|a\)(?<=\w\(a\))(?=\w))",
    re.IGNORECASE,
)
_BARE_AT = re.compile(r"[ _-]at[ _-]", re.IGNORECASE)
"""The bare word tells only after a name of two parts: "read more at kunta.fi" is English."""

_LONGEST_NAME = 64
_BEFORE = re.compile(rf"(?<![\w.+%'-])[\w+%'-][\w.+%'-]*{_SPACE}?$")
_BEFORE_BARE = re.compile(r"(?<![\w.+%'-])[\w+%'-]+[._][\w.+%'-]*$")
_DOT = (
    rf"(?:\.|{_SPACE}?[(\[{{](?:\.|dot|piste|punkt)[)\]}}]{_SPACE}?|{_SPACE}(?:dot|piste){_SPACE})"
)
_LABEL = r"[^\W_][\w-]{0,62}"
_AFTER = re.compile(
    rf"{_SPACE}?{_LABEL}(?:{_DOT}{_LABEL}){{0,5}}{_DOT}[^\W\d_]{{2,18}}(?![\w@])", re.IGNORECASE
)


def personal_spans(text: str) -> tuple[tuple[int, int, PersonalKind], ...]:
    """Find personal data: start, end and kind, sorted and without overlaps.

    Phone numbers as Finns write them and international ones, e-mail addresses plain or disguised
    (``(at)``, ``[at]``, `` at ``), identity codes whose check character is right. Takes time
    linear in the text's length.
    """
    spans: list[Span] = []
    kinds: dict[Span, PersonalKind] = {}
    for kind, found in (
        (PersonalKind.IDENTITY_CODE, _codes(text)),
        (PersonalKind.EMAIL, _mails(text)),
        (PersonalKind.PHONE, phone_spans(text)),
    ):
        kinds |= dict.fromkeys(outside(found, spans), kind)
        spans = sorted(kinds)
    return tuple((*span, kinds[span]) for span in spans)


def _mails(text: str) -> Iterator[Span]:
    """Addresses around each sign or word for it, in the order of the text."""
    signs = [(one, _BEFORE) for one in _AT.finditer(text)]
    signs += [(one, _BEFORE_BARE) for one in _BARE_AT.finditer(text)]
    last = 0
    for sign, before in sorted(signs, key=lambda one: one[0].start()):
        earliest = max(last, sign.start() - _LONGEST_NAME)
        name = before.search(text, earliest, sign.start())
        host = _AFTER.match(text, sign.end()) if name else None
        if name and host:
            last = host.end()
            yield name.start(), last


def _codes(text: str) -> Iterator[Span]:
    """Identity codes of days that were, with the right check character."""
    for found in _CODE.finditer(text):
        day, month, year, sign, number, check = found.groups()
        try:
            date(_CENTURIES[sign.upper()] + int(year), int(month), int(day))
        except ValueError:
            continue
        if _CHECKS[int(day + month + year + number) % len(_CHECKS)] == check.upper():
            yield found.span()
