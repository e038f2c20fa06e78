"""Evidence: the sentence that decided, short enough to be shown."""

from __future__ import annotations

from ..models import Evidence

LONGEST = 300
"""Characters of a sentence that are shown."""


def evidence(sentence: str, page: int | None, at: int = 0) -> Evidence:
    """The sentence, cut to LONGEST characters around position ``at`` where it is longer."""
    if len(sentence) > LONGEST:
        start = max(0, min(at - LONGEST // 2, len(sentence) - LONGEST))
        end = start + LONGEST
        start = sentence.rfind(" ", 0, start) + 1 if start else 0
        end = sentence.find(" ", end) if " " in sentence[end:] else len(sentence)
        sentence = ("… " if start else "") + sentence[start:end] + ("" if end < 0 else " …")
    return Evidence(" ".join(sentence.split()), page)
