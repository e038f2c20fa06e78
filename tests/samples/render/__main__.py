"""The command `python -m tests.samples.render [SLUG…]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tests.samples.gold_source import CORPUS, GOLD_FOLDER, GoldDocument, read, read_all
from tests.samples.render.common import Rendered
from tests.samples.render.registry import RENDERERS
from tests.samples.render.sidecar import render_sidecar


def main(slugs: Sequence[str]) -> int:
    """Render the named gold texts, or all; gives the exit status."""
    missing = [slug for slug in slugs if not (GOLD_FOLDER / f"{slug}.md").exists()]
    if missing:
        print(f"no such gold text: {', '.join(missing)}", file=sys.stderr)
        return 2
    documents = [read(GOLD_FOLDER / f"{slug}.md") for slug in slugs] or read_all()
    for document in documents:
        write(document)
        print(f"{document.slug} → {document.path.relative_to(CORPUS.parent)}")
    return 0


def write(document: GoldDocument) -> None:
    """Render one document with its sidecar and its page texts."""
    rendered = RENDERERS[document.meta.format](document)
    document.path.parent.mkdir(parents=True, exist_ok=True)
    document.path.write_bytes(rendered.data)
    document.sidecar_path.unlink(missing_ok=True)
    if document.meta.sidecar:
        document.sidecar_path.write_bytes(render_sidecar(document))
    (GOLD_FOLDER / f"{document.slug}.pages.json").write_text(_pages_json(rendered), "utf-8")


def _pages_json(rendered: Rendered) -> str:
    optional = rendered.optional or ("",) * len(rendered.pages)
    pages = [
        {"page": number, "text": text, "optional": extra}
        for number, (text, extra) in enumerate(zip(rendered.pages, optional, strict=True), start=1)
    ]
    return json.dumps(pages, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
