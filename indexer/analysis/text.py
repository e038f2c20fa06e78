"""The one normal form of text; every offset counts characters of it."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = dict.fromkeys("\u2010\u2011", "-")
_SPACES = dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u3000", " ")
_BREAKS = {"\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n"}
_NOTHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff", "")
_TABLE = str.maketrans({**_LIGATURES, **_HYPHENS, **_SPACES, **_BREAKS, **_NOTHING})
# Half of a surrogate pair is no character: a broken file may hold one, no encoding can.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def normalise(text: str) -> str:
    """Bring text to NFC without ligatures, soft hyphens, odd spaces and control characters.

    Line ends become ``\\n``. Idempotent. A hyphen at a line end stays: only a parser knows
    whether it joins.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_TABLE)
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))
