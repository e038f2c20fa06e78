"""What a document is about: language, kind, dates, places, themes, networks, with evidence."""

from .enricher import ENRICH_VERSION, Enricher, load_enricher
from .for_staff import staff_warnings

__all__ = ["ENRICH_VERSION", "Enricher", "load_enricher", "staff_warnings"]
