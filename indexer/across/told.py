"""What a run report tells of lines cut and of twins: all of the figures, some of the names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..models import Record
from .site_lines import SITE_LINE
from .twins import TwinGroup

MOST_LISTED = 50
"""Sites, and groups, that are named."""

MOST_OF_EACH = 20
"""Lines of a site, and documents of a group, that are named."""

_LONGEST = 120


class CutLines:
    """Counts, by site, the documents that each line was cut from."""

    def __init__(self) -> None:
        self._lines: dict[str, Counter[str]] = defaultdict(Counter)
        self._documents: Counter[str] = Counter()

    def add(self, site: str, record: Record) -> None:
        """Count what was cut from a record."""
        if cut := {one.text for one in record.removed if one.reason == SITE_LINE}:
            self._documents[site] += 1
            self._lines[site].update(cut)

    def body(self) -> dict[str, Any]:
        """The figures as JSON values, the sites with most documents first."""
        sites = sorted(self._documents.items(), key=lambda item: (-item[1], item[0]))
        return {
            "sites": len(self._documents),
            "documents": self._documents.total(),
            "listed": [self._site(site, documents) for site, documents in sites[:MOST_LISTED]],
        }

    def _site(self, site: str, documents: int) -> dict[str, Any]:
        counts = self._lines[site]
        often = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_OF_EACH]
        lines = [{"text": text[:_LONGEST], "documents": number} for text, number in often]
        return {"site": site, "documents": documents, "distinct": len(counts), "lines": lines}


def twins_body(groups: Sequence[TwinGroup], paths: Mapping[str, str]) -> dict[str, Any]:
    """The figures of twins as JSON values, the largest groups first; paths are keyed by id."""
    largest = sorted(groups, key=lambda group: (-len(group.ids), group.ids))[:MOST_LISTED]
    return {
        "groups": len(groups),
        "documents": sum(len(group.ids) for group in groups),
        "listed": [
            {
                "same_text": len(group.texts) == 1,
                "documents": len(group.ids),
                "paths": [paths[one] for one in group.ids[:MOST_OF_EACH]],
            }
            for group in largest
        ],
    }


def told_lines(site_lines: Mapping[str, Any], twins: Mapping[str, Any], few: int) -> Iterable[str]:
    """Both in plain words, a line for each of the first few sites and groups."""
    for site in site_lines.get("listed", ())[:few]:
        first = site["lines"][0]["text"]
        lines = "1 line" if site["distinct"] == 1 else f"{site['distinct']} lines"
        yield (
            f"{site['site']}: {lines} that the site repeats cut from "
            f"{site['documents']} documents, such as “{first}”"
        )
    for group in twins.get("listed", ())[:few]:
        same = "the same text" if group["same_text"] else "nearly the same text"
        more = group["documents"] - len(group["paths"])
        names = ", ".join(group["paths"]) + (f" and {more} more" if more else "")
        yield f"{same}: {names}"
    if twins.get("groups", 0) > few:
        yield f"{twins['documents']} documents in {twins['groups']} groups have a twin in all."
