"""What each generation was made of, so that the next rebuild can tell what changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from .codec import to_json
from .corpus_listing import indexed_part
from .files import write_atomically
from .models import SourceDocument
from .parse_cache import key_of


def digest_of(document: SourceDocument) -> str:
    """Changes when the file, its place or what its sidecar says of the record does."""
    return key_of(document.path, document.checksum, to_json(indexed_part(document.staff)))[:16]


class Contents:
    """Files ``NAME.json`` in a folder, one a generation; without one nothing is known of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(
        self,
        generation: str,
        inputs: str,
        documents: Mapping[str, str],
        site_lines: Mapping[str, Collection[str]],
    ) -> None:
        """Keep the inputs' digest, the ids with their documents', and the lines of each site."""
        lines = {site: sorted(site_lines[site]) for site in sorted(site_lines)}
        body = {"inputs": inputs, "documents": documents, "site_lines": lines}
        write_atomically(self._file(generation), json.dumps(body, indent=0).encode())

    def inputs(self, generation: str) -> str | None:
        """The digest of everything but the corpus that the generation was built with."""
        return self._read(generation).get("inputs")

    def documents(self, generation: str) -> dict[str, str]:
        """The ids of a generation with their documents' digests."""
        return dict(self._read(generation).get("documents", {}))

    def site_lines(self, generation: str) -> dict[str, frozenset[str]]:
        """The lines that each site repeated when the generation was built."""
        kept = self._read(generation).get("site_lines", {})
        return {site: frozenset(lines) for site, lines in kept.items()}

    def forget(self, generation: str) -> None:
        """Delete what is kept of a generation."""
        self._file(generation).unlink(missing_ok=True)

    def keep_only(self, generations: Collection[str]) -> None:
        """Delete what is kept of other generations."""
        for file in self._folder.glob("*.json"):
            if file.stem not in generations:
                self.forget(file.stem)

    def _read(self, generation: str) -> dict[str, Any]:
        try:
            body = json.loads(self._file(generation).read_bytes())
        except (OSError, ValueError):
            return {}
        return body if isinstance(body, dict) else {}

    def _file(self, generation: str) -> Path:
        return self._folder / f"{generation}.json"
