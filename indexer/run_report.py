"""What a rebuild did, kept as JSON in ``runs/`` of the index folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from .files import write_atomically
from .models import Failure

KEPT_REPORTS = 100
"""How many reports stay in ``runs/``."""


class Outcome(StrEnum):
    """How a rebuild ended."""

    PROMOTED = "promoted"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(slots=True)
class RunReport:
    """A rebuild as it goes on; ``added`` to ``removed`` count against what served before.

    ``warnings`` are keyed by path; ``problems`` say why nothing was promoted; ``parsed`` counts
    the files that had to be read anew; ``purged`` are paths deleted from the corpus for good.
    ``site_lines`` and ``twins`` are what ``across/told.py`` tells of the corpus as a whole.
    """

    started: datetime
    outcome: Outcome = Outcome.FAILED
    took_s: float = 0.0
    generation: str | None = None
    documents: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    parsed: int = 0
    failures: list[Failure] = field(default_factory=list)
    warnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    purged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    site_lines: dict[str, Any] = field(default_factory=dict)
    twins: dict[str, Any] = field(default_factory=dict)

    def compare(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Count what changed between two contents, ids with digests."""
        self.documents = len(after)
        self.added = len(after.keys() - before.keys())
        self.removed = len(before.keys() - after.keys())
        common = after.keys() & before.keys()
        self.changed = sum(after[one] != before[one] for one in common)
        self.unchanged = len(common) - self.changed

    def warn(self, path: str, told: Iterable[str]) -> None:
        """Add warnings of a file, each once."""
        known = self.warnings.get(path, ())
        if new := tuple(one for one in dict.fromkeys(told) if one not in known):
            self.warnings[path] = known + new

    def end(self, outcome: Outcome, problems: Iterable[str] = ()) -> None:
        """Say how it ended."""
        self.outcome = outcome
        self.problems = tuple(problems)
        self.took_s = round((datetime.now(UTC) - self.started).total_seconds(), 2)

    def body(self) -> dict[str, Any]:
        """The report as JSON values, every key always there."""
        names = ("added", "changed", "unchanged", "removed")
        values = asdict(self)
        counts = {name: values.pop(name) for name in names}
        return {
            **values,
            "started": self.started.isoformat(timespec="seconds"),
            "counts": {**counts, "failed": len(self.failures)},
            "warnings": {path: list(told) for path, told in sorted(self.warnings.items())},
        }


def save_report(runs: Path, report: RunReport) -> Path:
    """Write the report under its time and drop the oldest. Raises OSError."""
    file = runs / f"{report.started.astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}.json"
    data = json.dumps(report.body(), ensure_ascii=False, indent=1)
    # A folder's name may hold bytes that are not UTF-8; so written they are JSON all the same.
    write_atomically(file, data.encode(errors="backslashreplace"))
    for old in report_files(runs)[:-KEPT_REPORTS]:
        old.unlink(missing_ok=True)
    return file


def last_report(runs: Path) -> dict[str, Any] | None:
    """The newest report as JSON values, or None where there is none that can be read."""
    for file in reversed(report_files(runs)):
        try:
            body = json.loads(file.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(body, dict):
            return body
    return None


def report_files(runs: Path) -> list[Path]:
    """The reports, oldest first."""
    return sorted(runs.glob("*Z.json"))
