"""What serves, what the last rebuild did, and whether everything is as it was written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .installation import Installation
from .models import IndexManifest
from .parsers import ocr
from .run_report import last_report


def status(installation: Installation) -> dict[str, Any]:
    """The state of corpus and index as JSON values. Raises EngineError for a damaged index.

    ``corpus_changed`` is None where there is nothing to compare. Reads the whole corpus once.
    """
    serving = installation.engine.current()
    index = installation.settings.index
    return {
        "engine": installation.engine.name,
        "analyser": installation.analyzer.rung,
        "ocr": ocr.version() or None,
        "corpus": str(installation.settings.corpus),
        "index": str(index),
        "generation": serving.generation if serving else None,
        "documents": serving.documents if serving else 0,
        "built_at": serving.built_at if serving else None,
        "searchable": serving is not None and _is_searchable(installation, serving),
        "failures": [
            {"path": one.path, "reason": one.reason}
            for one in (serving.failures if serving else ())
        ],
        "withdrawn": sorted(installation.engine.hidden()),
        "generations": [one.generation for one in installation.engine.generations()],
        "last_run": last_report(index / "runs"),
        **_corpus_state(installation, serving),
        "bytes": {
            "corpus": _size(installation.settings.corpus),
            "index": _size(index),
            "cache": _size(index / "cache"),
        },
    }


def check(installation: Installation) -> tuple[list[str], list[str]]:
    """Verify index and corpus: (what is damaged, what staff should look at)."""
    damaged = list(installation.engine.check())
    notes: list[str] = []
    try:
        listing = installation.store.look()
    except CorpusError as error:
        return [*damaged, str(error)], notes
    damaged += [f"{failure.path} {failure.reason}." for failure in listing.failures]
    for path, told in listing.warnings.items():
        notes += [f"{path}: {warning}" for warning in told]
    return damaged, notes


def _is_searchable(installation: Installation, serving: IndexManifest) -> bool:
    return serving.compatibility == installation.engine.compatibility


def _corpus_state(installation: Installation, serving: IndexManifest | None) -> dict[str, Any]:
    try:
        digest = installation.store.look().digest
    except CorpusError as error:
        return {"corpus_changed": None, "corpus_problem": str(error)}
    changed = digest != serving.corpus_digest if serving else None
    return {"corpus_changed": changed, "corpus_problem": None}


def _size(folder: Path) -> int:
    """Bytes of the files under a folder; what goes away meanwhile counts nothing."""
    total = 0
    for file in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += file.lstat().st_size if file.is_file() else 0
    return total
