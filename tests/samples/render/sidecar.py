"""Sidecars: the few lines of metadata that staff write beside some documents."""

from __future__ import annotations

from collections.abc import Mapping

import tomli_w

from tests.samples.gold_source import GoldDocument
from tests.samples.render.common import pick

# Staff fill in what they care about, so no two habits are the same.
FIELD_SETS = (
    ("title", "date", "kind", "regions", "municipalities", "themes"),
    ("date", "themes", "note"),
    ("title", "url", "kind", "regions"),
    ("url", "date", "municipalities", "themes", "note"),
    ("kind", "regions", "municipalities", "themes", "language"),
)
NOTES = {
    "fi": ("Saatu sähköpostilla, julkaisulupa kysytty.", "Tarkistettu luetteloinnin yhteydessä."),
    "sv": ("Skickad per e-post, lov att publicera har frågats.", "Granskad vid katalogiseringen."),
    "en": ("Sent by e-mail, permission to publish asked for.", "Checked when catalogued."),
}
Field = str | list[str] | bool


def render_sidecar(document: GoldDocument) -> bytes:
    """Write a sidecar with some of the fields; a field that the record lacks is left out."""
    known = _fields(document)
    chosen = pick(document.slug + "sidecar", FIELD_SETS)
    table = {name: known[name] for name in (*chosen, *_terms(document)) if known[name]}
    return tomli_w.dumps(table).encode()


def _fields(document: GoldDocument) -> Mapping[str, Field]:
    meta = document.meta
    return {
        "title": meta.title,
        "url": f"https://naytteet.example/{document.slug}",
        "date": meta.date,
        "kind": meta.kind,
        "language": meta.language,
        "regions": list(meta.regions),
        "municipalities": list(meta.municipalities),
        "themes": list(meta.themes),
        "note": pick(document.slug, NOTES[meta.language]),
        "rights": meta.rights,
        "link_only": meta.link_only,
    }


def _terms(document: GoldDocument) -> tuple[str, ...]:
    """What must be told of a document that may only be linked to: its address, too."""
    return ("url", "rights", "link_only") if document.meta.link_only else ("rights",)
