"""Stems by Snowball: the floor under every other analyser."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer

from .finnish import joined

_NAMES = {"fi": "finnish", "sv": "swedish", "en": "english"}
_OF_THREAD = threading.local()


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word; ``language`` is one of fi, sv and en."""
    found = str(_stemmer(_NAMES[language]).stemWord(word))
    return joined(word, found) if language == "fi" else found


def _stemmer(name: str) -> Any:
    """One stemmer a thread: a stemmer keeps the word it works on."""
    stemmer = getattr(_OF_THREAD, name, None)
    if stemmer is None:
        stemmer = snowballstemmer.stemmer(name)
        setattr(_OF_THREAD, name, stemmer)
    return stemmer
