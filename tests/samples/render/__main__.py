"""The command `python -m tests.samples.render [SLUG…]`."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tests.samples.gold_source import GOLD_FOLDER, GoldDocument, read, read_all
from tests.samples.render.common import Rendered
from tests.samples.render.registry import RENDERERS
from tests.samples.render.sidecar import render_sidecar

CORPUS = Path(__file__).parents[3] / "corpus"


def main(slugs: Sequence[str]) -> int:
    """Render the named gold texts, or all; gives the exit status."""
    missing = [slug for slug in slugs if not (GOLD_FOLDER / f"{slug}.md").exists()]
    if missing:
        print(f"no such gold text: {', '.join(missing)}", file=sys.stderr)
        return 2
    documents = [read(GOLD_FOLDER / f"{slug}.md") for slug in slugs] or read_all()
    for document in documents:
        path = write(document, CORPUS)
        print(f"{document.slug} → {path.relative_to(CORPUS.parent)}")
    return 0


def write(document: GoldDocument, corpus: Path) -> Path:
    """Render one document with its sidecar and its page texts; gives the file's path."""
    rendered = RENDERERS[document.meta.format](document)
    path = corpus / unicodedata.normalize("NFC", document.meta.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(rendered.data)
    sidecar = path.with_name(f"{path.name}.toml")
    sidecar.unlink(missing_ok=True)
    if document.meta.sidecar:
        sidecar.write_bytes(render_sidecar(document))
    (GOLD_FOLDER / f"{document.slug}.pages.json").write_text(_pages_json(rendered), "utf-8")
    return path


def _pages_json(rendered: Rendered) -> str:
    optional = rendered.optional or ("",) * len(rendered.pages)
    pages = [
        {"page": number, "text": text, "optional": extra}
        for number, (text, extra) in enumerate(zip(rendered.pages, optional, strict=True), start=1)
    ]
    return json.dumps(pages, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
