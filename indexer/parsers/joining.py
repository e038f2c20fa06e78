"""Lines joined to a paragraph again: which hyphen at a line end stays and which goes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_END_HYPHENS = "-\u2010\u00ad\ufffe"
_SOFT = "\u00ad\ufffe"
_BOUND = frozenset(["ja", "tai", "sekä", "eli", "ynnä", "och", "eller", "samt", "and", "or"])
"""Words before which a hyphen stands for what follows later: ``kehittämis- ja``."""

_LAST_PART = re.compile(r"[^\W_](?:[\w.’'-]*[^\W_])?$")
_FIRST_PART = re.compile(r"[\w.’'-]*\w")
_LONGEST_WORD = 100
"""Characters; the paragraph before them is not searched for where its last word begins."""

_VOWELS = frozenset("aeiouyäöå")


def join_lines(lines: Sequence[str], known: Collection[str] = ()) -> str:
    """Join the lines of a paragraph; ``known`` are the document's own words in lower case."""
    text = ""
    for line in lines:
        text = join(text, line, known) if text else line
    return text


def join(before: str, after: str, known: Collection[str] = ()) -> str:
    """Join two lines: by a space, or within a word that was cut at the line end."""
    before, after = before.rstrip(), after.lstrip()
    if not (before and after) or before[-1] not in _END_HYPHENS:
        return f"{before} {after}".strip()
    head, hyphen = before[:-1], before[-1]
    if hyphen in _SOFT:
        return head + after
    if not head or not head[-1].isalnum():
        return f"{before} {after}"
    if _is_bound(head, after, known):
        return f"{head}- {after}"
    return f"{head}-{after}" if _keeps_hyphen(head, after, known) else head + after


def _is_bound(head: str, after: str, known: Collection[str]) -> bool:
    """Whether what follows is a word of its own (``kehittämis- ja``), or no word at all."""
    if not (after[0].isalnum() or after[0] in "’'"):
        return True
    first = after.split(maxsplit=1)[0].strip("(),.;:").lower()
    left = _LAST_PART.search(head[-_LONGEST_WORD:])
    return first in _BOUND and not (left and f"{left[0]}{first}".lower() in known)


def _keeps_hyphen(head: str, after: str, known: Collection[str]) -> bool:
    left, right = _LAST_PART.search(head[-_LONGEST_WORD:]), _FIRST_PART.match(after)
    if left is None or right is None:
        return True
    first, second = left[0], right[0]
    hyphened, joined = f"{first}-{second}".lower(), f"{first}{second}".lower()
    if (hyphened in known) != (joined in known):
        return hyphened in known
    return _is_written_with_hyphen(first, second)


def _is_written_with_hyphen(first: str, second: str) -> bool:
    """By the rules of spelling: before a capital or after a figure or an abbreviation, and
    between two parts of a compound of which one ends and the other begins with one vowel.
    """
    last, following = first[-1], second[0]
    if following.isupper() and not first.isupper():
        return True
    if (
        last.isdigit()
        or following.isdigit()
        or (len(first) > 1 and first.isupper() and second.islower())
    ):
        return True
    return last.lower() in _VOWELS and last.lower() == following.lower()
