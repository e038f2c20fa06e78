"""What of a record is compared with all other records; small enough to be kept."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Record, SectionRole
from .minhash import shingles_of, signature_of
from .page_lines import digest_of

FEWEST_WORDS = 10
"""A shorter text, such as a scanner's mark, tells nothing: then the bytes of the file do."""

FEWEST_SHINGLES = 30
"""A text with fewer is the twin only of the same text: a changed day makes it another notice."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Sketch:
    """``text`` tells the words of a record, ``years`` those of its title.

    ``shingles`` is how many its text has; ``signature`` is in base64, "" for a short text.
    """

    text: str
    years: tuple[str, ...] = ()
    shingles: int = 0
    signature: str = ""


def sketch_of(record: Record) -> Sketch:
    """Take down what of a record is compared with others."""
    text = text_of(record)
    enough = len(text.split(maxsplit=FEWEST_WORDS)) >= FEWEST_WORDS
    shingles = shingles_of(text)
    is_short = len(shingles) < FEWEST_SHINGLES
    return Sketch(
        text=digest_of(text) if enough else record.checksum,
        years=tuple(sorted(set(_YEAR.findall(record.title)))),
        shingles=len(shingles),
        signature="" if is_short else base64.b64encode(signature_of(shingles)).decode(),
    )


def text_of(record: Record) -> str:
    """What twins are told by: all that is indexed but the title and what readers wrote."""
    return "\n".join(_texts(record))


def _texts(record: Record) -> Iterator[str]:
    for section in record.sections:
        if section.role is not SectionRole.COMMENTS:
            yield from (section.heading, section.text)
