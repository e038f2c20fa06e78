"""Stems by Snowball: the floor under every other analyser."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer

_NAMES = {"fi": "finnish", "sv": "swedish", "en": "english"}
_OF_THREAD = threading.local()


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word; a language without a stemmer leaves it as it is."""
    name = _NAMES.get(language)
    return str(_stemmer(name).stemWord(word)) if name else word


def _stemmer(name: str) -> Any:
    """One stemmer a thread: a stemmer keeps the word it works on."""
    stemmer = getattr(_OF_THREAD, name, None)
    if stemmer is None:
        stemmer = snowballstemmer.stemmer(name)
        setattr(_OF_THREAD, name, stemmer)
    return stemmer
