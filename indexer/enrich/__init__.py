"""What a document is about: language, kind, dates, places, themes, networks, with evidence."""

from .enricher import ENRICH_VERSION, Enricher, load_enricher

__all__ = ["ENRICH_VERSION", "Enricher", "load_enricher"]
