"""What shows only across the corpus: lines that a site repeats, and documents with one text."""

from __future__ import annotations

from .minhash import Shingles, shingles_of
from .page_lines import PageLines, page_lines, site_of
from .site_lines import SITE_LINE, protected_labels, site_lines, without_site_lines
from .sketches import Sketch, sketch_of, text_of
from .told import CutLines, told_lines, twins_body
from .twins import TwinGroup, find_groups

__all__ = [
    "ACROSS_VERSION",
    "SITE_LINE",
    "CutLines",
    "PageLines",
    "Shingles",
    "Sketch",
    "TwinGroup",
    "find_groups",
    "page_lines",
    "protected_labels",
    "shingles_of",
    "site_lines",
    "site_of",
    "sketch_of",
    "text_of",
    "told_lines",
    "twins_body",
    "without_site_lines",
]

ACROSS_VERSION = 1
"""Raised whenever the same documents would lose other lines, or have other twins."""
