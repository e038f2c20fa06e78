"""Blocks of site furniture in plain text: lines judged together with their neighbours.

Furniture attracts furniture. A line that may be a button or a heading is a button beside a button;
a heading of related pages takes the titles below it; short lines between two lines of furniture are
theirs. What stands apart by an empty line, and the title, keeps out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from ..models import Removed
from .blocks import Block, Kind, one_line, without_bullet
from .furniture_lines import LONGEST_NOTICE, Role, Told, told
from .furniture_words import SITE_TALK
from .lines import is_date_line, stems
from .reasons import FOOTER, LONE_NUMBER, MENU, NAVIGATION, PICTURE, RELATED, SITE_CONTROLS

_FEWEST_MENU_LINES = 3
_MOST_BETWEEN = 3
_TITLE_SHARE = 0.5
"""Of the words of a title, those that its text says again."""

_ENOUGH_ABOVE = 2
"""Lines of furniture above a title that make all above it furniture, to the title itself."""

_TOP = frozenset({MENU, NAVIGATION})
_BYLINE = re.compile(
    r"(?:teksti|kirjoittaja|toimittaja|kuva|julkaistu|päivitetty|päiväys|tekijä|text|skribent"
    r"|författare|publicerad|uppdaterad|bild|author|by|written by|published|updated)\b(?! by)",
    re.IGNORECASE,
)
_ENOUGH_SITE_TALK = 2
_OWN_HEADING = re.compile(
    r"(?:yhteystiedot|lisätiet\w+|ota yhteyttä|lähteet|kirjallisuutta?|liitteet|kontakt\w*"
    r"|mer information|kontakta oss|källor|bilagor|litteratur|contacts?|more information"
    r"|further information|references|sources|appendix\w*)\b.{0,20}",
    re.IGNORECASE,
)


def furniture(lines: Sequence[str]) -> dict[int, str]:
    """Find the lines of a page that a site put around its text: line number to reason.

    Empty lines part paragraphs, and are never told.
    """
    return _Page(lines).found()


def told_as_removed(
    lines: Sequence[str], cut: Mapping[int, str], page: int | None = None
) -> Iterator[Removed]:
    """What was cut, lines in a row for one reason together."""
    for reason, run in groupby(sorted(cut), cut.__getitem__):
        yield Removed("\n".join(one_line(lines[i]) for i in run), reason, page)


def without_furniture(blocks: Iterable[Block], removed: list[Removed]) -> Iterator[Block]:
    """Blocks of a marked-up page without furniture that no mark told; it goes to ``removed``.

    Items and rows stand together, all else apart. Numbers and pictures are the page's own.
    """
    known, lines, places = list(blocks), list[str](), list[int]()
    for before, block in zip([None, *known], known, strict=False):
        close = before and before.kind is block.kind and block.kind in {Kind.ITEM, Kind.ROW}
        lines += [one_line(block.text)] if close else ["", one_line(block.text)]
        places.append(len(lines) - 1)
    cut = {i: why for i, why in furniture(lines).items() if why not in {LONE_NUMBER, PICTURE}}
    removed.extend(told_as_removed(lines, cut))
    yield from (block for place, block in zip(places, known, strict=True) if place not in cut)


class _Page:
    """The lines of a page that hold text, in order, and what is known of them so far."""

    def __init__(self, lines: Sequence[str]) -> None:
        texts = [one_line(line) for line in lines]
        self._places = [i for i, text in enumerate(texts) if text]
        self._texts = [texts[i] for i in self._places]
        self._told = [told(text) for text in self._texts]
        self._apart = [n == 0 or i - self._places[n - 1] > 1 for n, i in enumerate(self._places)]
        self._cut = {n: t.reason for n, t in enumerate(self._told) if t.role is Role.SURE}
        self._notices()
        body = [n for n, t in enumerate(self._told) if t.role is Role.TEXT]
        self._body = (body[0], body[-1]) if body else (len(texts), len(texts))

    def found(self) -> dict[int, str]:
        """Judge all lines; every step sees what the one before it found."""
        self._menus()
        for n, line in enumerate(self._told):
            if line.role is Role.HEAD:
                self._cut |= dict.fromkeys(self._listed(n), RELATED)
        self._neighbours()
        self._addresses()
        self._above()
        self._between()
        self._below()
        alone = {n: t.reason for n, t in enumerate(self._told) if t.role is Role.ALONE}
        return {self._places[n]: reason for n, reason in sorted((alone | self._cut).items())}

    def _is(self, n: int, *roles: Role) -> bool:
        return 0 <= n < len(self._told) and self._told[n].role in roles

    def _joined(self, n: int) -> bool:
        """Whether a line follows the one before it without an empty line."""
        return 0 < n < len(self._texts) and not self._apart[n]

    def _runs(self) -> Iterator[range]:
        """The paragraphs: lines that no empty line parts."""
        starts = [n for n, apart in enumerate(self._apart) if apart]
        for start, end in pairwise([*starts, len(self._texts)]):
            yield range(start, end)

    def _menus(self) -> None:
        """Menu words one below the other are a menu, where one alone is a heading."""
        for run in self._runs():
            if len(run) >= _FEWEST_MENU_LINES and all(
                self._told[n].reason == MENU and self._is(n, Role.LOOSE, Role.SURE) for n in run
            ):
                self._cut |= dict.fromkeys(run, MENU)

    def _listed(self, head: int) -> Iterator[int]:
        """A heading of related pages and their titles.

        Below the text they run to the end. Above it they are the heading's paragraph, or where
        each stands apart, all but the last, which heads the text.
        """
        yield head
        n = head + 1
        while self._is(n, Role.SHORT, Role.LOOSE, Role.CONTACT) and not self._is_own(n):
            if head < self._body[1] and self._ends_list(n, head):
                return
            yield n
            n += 1

    def _ends_list(self, n: int, head: int) -> bool:
        if n == head + 1:
            return self._apart[n] and (self._joined(n + 1) or self._is(n + 1, Role.TEXT))
        if self._apart[n]:
            return not self._apart[n - 1] or self._is(n + 1, Role.TEXT) or self._joined(n + 1)
        return self._is(n + 1, Role.TEXT) and self._joined(n + 1)

    def _is_own(self, n: int) -> bool:
        return bool(_OWN_HEADING.fullmatch(self._texts[n]))

    def _notices(self) -> None:
        """Sentences about the site and its reader beside furniture."""
        for n, text in enumerate(self._texts):
            above = self._cut.get(n - 1) if self._joined(n) else None
            beside = above or (self._cut.get(n + 1) if self._joined(n + 1) else None)
            words = {word.lower() for word in SITE_TALK.findall(text)}
            is_notice = len(text) <= LONGEST_NOTICE and len(words) >= _ENOUGH_SITE_TALK
            if beside and is_notice and self._is(n, Role.TEXT):
                self._cut[n] = beside
                self._told[n] = Told(Role.SURE, beside)

    def _neighbours(self) -> None:
        """Words that may be furniture, in one paragraph with furniture."""
        for order in (range(len(self._texts)), reversed(range(len(self._texts)))):
            for n in order:
                above = self._joined(n) and n - 1 in self._cut
                below = self._joined(n + 1) and n + 1 in self._cut
                if n not in self._cut and self._is(n, Role.LOOSE) and (above or below):
                    self._cut[n] = self._told[n].reason

    def _addresses(self) -> None:
        """Lines of an address in a paragraph with furniture, unless a heading names contacts.

        Above the text the name of a municipality tells who publishes it.
        """
        for run in self._runs():
            cut = [n for n in run if n in self._cut]
            address = [n for n in run if self._is(n, Role.CONTACT)]
            others = [n for n in run if n not in self._cut and n not in address]
            below = run[0] > self._body[0]
            if below and cut and not others and not (self._is_own(run[0]) and len(address) > 1):
                self._cut |= dict.fromkeys(address, FOOTER)

    def _above(self) -> None:
        """Short lines above the title, in a paragraph with furniture, and between its buttons."""
        title = self._title()
        for run in self._runs():
            cut = [n for n in run if n in self._cut and n < self._body[0]]
            upper = [n for n in cut if n < title]
            if upper and title < len(self._texts):
                start = run[0] if self._cut[upper[0]] in _TOP else upper[0]
                end = title if title in run and len(upper) >= _ENOUGH_ABOVE else upper[-1]
                self._cut |= dict.fromkeys(self._small_among(range(start, end)), MENU)
            lower = [n for n in cut if n > title]
            if lower:
                between = range(lower[0], lower[-1])
                self._cut |= dict.fromkeys(self._small_among(between), SITE_CONTROLS)

    def _small_among(self, lines: range) -> list[int]:
        return [n for n in lines if n not in self._cut and self._is_small(n)]

    def _title(self) -> int:
        """The line above the text that says most of what the text says; else the first or last."""
        above = [
            n
            for n in range(min(self._body[0], len(self._texts)))
            if self._is(n, Role.SHORT, Role.CONTACT) and n not in self._cut and self._is_small(n)
        ]
        if not above:
            return len(self._texts)
        body = stems(" ".join(self._texts[self._body[0] :]))
        shares = {n: len(told & body) / len(told) for n in above if (told := stems(self._texts[n]))}
        best = max(shares, key=shares.__getitem__, default=above[-1])
        if shares.get(best, 0) >= _TITLE_SHARE:
            return best
        return above[0] if above[0] == 0 and self._cut.get(1) not in _TOP else above[-1]

    def _below(self) -> None:
        """Short lines after furniture below the text, in its paragraph."""
        for run in self._runs():
            cut = [n for n in run if n in self._cut and n > self._body[1]]
            if not cut:
                continue
            after = range(cut[0], run[-1] + 1)
            own = next((n for n in after if n not in self._cut and self._is_own(n)), after.stop)
            small = self._small_among(range(cut[0], own))
            self._cut |= dict.fromkeys(small, self._cut[cut[0]])

    def _between(self) -> None:
        """Short lines between lines of furniture within the text."""
        for run in self._runs():
            cut = [n for n in run if n in self._cut and self._body[0] < n]
            for before, after in pairwise(cut):
                gap = range(before + 1, after)
                if len(gap) <= _MOST_BETWEEN and len(self._small_among(gap)) == len(gap):
                    self._cut |= dict.fromkeys(gap, self._cut[before])

    def _is_small(self, n: int) -> bool:
        """Whether a line is short and no item of a list, nor a byline or date of the text's own."""
        text = self._texts[n]
        is_short = self._is(n, Role.SHORT, Role.CONTACT, Role.LOOSE)
        is_own = is_date_line(text) or _BYLINE.match(text)
        return is_short and not is_own and without_bullet(text) is None
