"""Lines that a site puts around its documents: menus, footers, texts about the site itself.

A parser sees one page and can only guess what is the site's; the corpus tells, since the site
repeats it. Labels that documents rightly share and texts that they quote repeat too: what parts
those from the site's own lines is stated here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from ..models import ParsedDocument, Removed, Section
from ..vocabulary import Scheme
from .page_lines import HEADING, STATEMENT, PageLines, digest_of, parts_of

SITE_LINE = "line that repeats over the site"
"""The reason under which such a line is listed among what was removed."""

FEWEST = 4
"""Documents of one site in which a line stands, at least: three may agree by chance."""

SHARE = 0.5
"""Share of the site's documents in which a line stands, at least.

What is put around pages stands on all of one layout; a tag, a town or a series on fewer.
"""

MOST_RUNNING = 150
"""Words of running text that a document may share with so many others and still count.

No site says more of itself on each page: such documents are versions of one text.
"""

_RUNNING = 8
"""Words from which a line is running text and no entry of a menu."""

Parts = Sequence[Sequence[str]]
"""The tokens of a document, part by part."""


def protected_labels(practice_parts: Scheme) -> frozenset[str]:
    """Digests of the headings under which every document tells of its own work."""
    concepts = practice_parts.concepts.values()
    preferred = (label for one in concepts for label in one.pref_label.values())
    others = (label for one in concepts for names in one.alt_labels.values() for label in names)
    return frozenset(map(digest_of, (*preferred, *others)))


def site_lines(pages: Iterable[PageLines], protected: Collection[str] = ()) -> frozenset[str]:
    """The tokens of the lines that one site repeats, its pages given in any order.

    Copies of one text count once, versions of one text not at all. A short line that mostly
    stands between lines of the document's own is a label of what follows, and stays.
    """
    distinct = {page.text: page for page in sorted(pages, key=lambda one: (one.text, one.parts))}
    documents = [[part.split() for part in page.parts] for page in distinct.values()]
    counts = _counts(documents)
    many = _many(counts, len(documents))
    documents = [one for one in documents if _running_words(one, many) <= MOST_RUNNING]
    counts = _counts(documents)
    many = {one for one in _many(counts, len(documents)) if one[3:] not in protected}
    around = _counts(
        [[part[at] for at in _around(part, many)] for part in parts] for parts in documents
    )
    return frozenset(one for one in many if one[0] == HEADING or around[one] >= SHARE * counts[one])


def without_site_lines(parsed: ParsedDocument, lines: Collection[str]) -> ParsedDocument:
    """Cut a site's lines and list them as removed; a document of nothing else keeps them.

    A heading goes with the last line under it, where the site repeats the heading too.
    """
    doomed: dict[int, set[int]] = defaultdict(set)
    headings: set[int] = set()
    for part in parts_of(parsed.sections):
        headings |= {one.section for one in part if one.number < 0 and one.token in lines}
        for at in _around([one.token for one in part], lines):
            doomed[part[at].section].add(part[at].number)
    kept: list[Section] = []
    removed: list[Removed] = []
    for number, section in enumerate(parsed.sections):
        rest, gone = _parted(section, doomed[number])
        if doomed[number] and not rest and (number in headings or not section.heading):
            gone = [section.heading, *gone]
        else:
            kept.append(replace(section, text=rest) if gone else section)
        removed += [Removed(text, SITE_LINE, section.page) for text in gone if text]
    if not removed or not any(section.text for section in kept):
        return parsed
    return replace(parsed, sections=tuple(kept), removed=(*parsed.removed, *removed))


def _counts(documents: Iterable[Parts]) -> Counter[str]:
    """In how many documents each token stands."""
    return Counter(
        token for parts in documents for token in {one for part in parts for one in part}
    )


def _many(counts: Counter[str], documents: int) -> set[str]:
    enough = max(FEWEST, ceil(SHARE * documents))
    return {token for token, number in counts.items() if number >= enough and token[1:]}


def _running_words(parts: Parts, many: Collection[str]) -> int:
    lengths = (int(one[1:3]) for part in parts for one in part if one in many)
    return sum(length for length in lengths if length >= _RUNNING)


def _around(part: Sequence[str], many: Collection[str]) -> Iterator[int]:
    """The places of lines among ``many`` that stand around the text and are no label in it.

    Those are sentences, and other lines beside a line of their kind or at an end of the part.
    """
    lines = [at for at, one in enumerate(part) if not (one[0] == HEADING and one in many)]
    like = [True, *(part[at] in many for at in lines), True]
    for place, at in enumerate(lines, start=1):
        is_around = part[at][0] == STATEMENT or like[place - 1] or like[place + 1]
        if like[place] and is_around:
            yield at


def _parted(section: Section, doomed: Collection[int]) -> tuple[str, list[str]]:
    """The text that stays, and the lines of it that go."""
    lines = section.text.split("\n")
    rest = "\n".join(line for at, line in enumerate(lines) if at not in doomed)
    return rest.strip(), [lines[at].strip() for at in sorted(doomed) if at >= 0]
