"""Sidecars: what staff say of ``NAME.ext`` in ``NAME.ext.toml`` beside it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli_w

from .document_ids import ID
from .errors import CorpusError
from .files import write_atomically
from .models import PartialDate, StaffMetadata, Status
from .vocabulary import Vocabularies

SUFFIX = ".toml"
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FINNISH = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})")
# What XML, and so the feeds, cannot hold; tabs and line ends stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_YEARS = range(1800, 2201)

Reader = Callable[[Any, Vocabularies], Any]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says, and what in it could not be used.

    ``readable`` is False where the file as a whole could not be read: then nobody knows
    whether the document is withdrawn, nor whether its original may be served, which it is not.
    """

    staff: StaffMetadata = field(default_factory=StaffMetadata)
    warnings: tuple[str, ...] = ()
    readable: bool = True


def sidecar_of(file: Path) -> Path:
    """Where a document's sidecar stands."""
    return file.with_name(file.name + SUFFIX)


def read_sidecar(file: Path, vocabularies: Vocabularies) -> Sidecar:
    """Read a sidecar; what cannot be used is left out and told in a warning. Never raises."""
    try:
        values = load_values(file)
    except CorpusError as error:
        told = f"{error} Until then the original is not served."
        return Sidecar(StaffMetadata(link_only=True), (told,), readable=False)
    used: dict[str, Any] = {}
    warnings = []
    for key, value in values.items():
        try:
            used[key] = read_value(key, value, vocabularies)
        except CorpusError as error:
            warnings.append(f"{file.name}: {error} Until then the document goes without it.")
    if "status" in values and "status" not in used:
        used["status"] = Status.WITHDRAWN
        warnings.append(f"{file.name}: the document is kept out of search until status is right.")
    if "link_only" in values and "link_only" not in used:
        used["link_only"] = True
        warnings.append(f"{file.name}: the original is not served until link_only is right.")
    return Sidecar(StaffMetadata(**used), tuple(warnings))


def load_values(file: Path) -> dict[str, Any]:
    """The keys and values of a sidecar as they stand. Raises CorpusError."""
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise CorpusError(
            f"{file.name}: the sidecar cannot be read ({reason}). Correct or delete it."
        ) from error


def write_values(file: Path, values: Mapping[str, Any]) -> None:
    """Write a sidecar atomically; keys without a value (None, empty) are left out."""
    said = {key: value for key, value in values.items() if value not in (None, "", [], ())}
    write_atomically(file, tomli_w.dumps(said).encode())


def read_value(key: str, value: Any, vocabularies: Vocabularies) -> Any:
    """Read one key's value for StaffMetadata. Raises CorpusError naming the key and what to do."""
    reader = _READERS.get(key)
    if reader is None:
        raise CorpusError(f"unknown key {key!r}; use one of {', '.join(_READERS)}.")
    try:
        return reader(value, vocabularies)
    except ValueError as error:
        raise CorpusError(f"{key}: {error}.") from None


def values_of(staff: StaffMetadata) -> dict[str, Any]:
    """What a sidecar has to hold to say this."""
    return {
        **{key: getattr(staff, key) for key in ("id", "title", "url", "kind", "language")},
        "date": str(staff.date) if staff.date else None,
        **{key: list(getattr(staff, key)) for key in ("regions", "municipalities", "themes")},
        "status": staff.status.value if staff.status is Status.WITHDRAWN else None,
        **{key: getattr(staff, key) for key in ("withdrawn_at", "reason", "note", "rights")},
        "link_only": staff.link_only or None,
    }


def parse_date(text: str) -> PartialDate:
    """Read ``2021``, ``2021-11``, ``2021-11-12``, ``11.2021`` or ``12.11.2021``.

    Raises ValueError saying what is wrong.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
    elif finnish := _FINNISH.fullmatch(text):
        day, month, year = finnish.groups()
    else:
        raise ValueError(f"{text!r} is not a date; write it as 2021, 2021-11 or 2021-11-12")
    found = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    try:
        date(found.year, found.month or 1, found.day or 1)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar") from None
    if found.year not in _YEARS:
        raise ValueError(f"{text!r} cannot be the year of a document")
    return found


def _text(value: Any, _: Vocabularies) -> str:
    if not isinstance(value, str):
        raise ValueError('write the value in quotation marks, such as "text"')
    if _CONTROL.search(value):
        raise ValueError("there is a control character in it; write the text anew")
    return unicodedata.normalize("NFC", value).strip()


def _line(value: Any, vocabularies: Vocabularies) -> str:
    return " ".join(_text(value, vocabularies).split())


def _flag(value: Any, _: Vocabularies) -> bool:
    if not isinstance(value, bool):
        raise ValueError("write true or false, without quotation marks")
    return value


def _id(value: Any, vocabularies: Vocabularies) -> str:
    identifier = _text(value, vocabularies)
    if not ID.fullmatch(identifier):
        raise ValueError(f"{identifier!r} is not an id; use 1-80 of a-z, 0-9 and hyphens")
    return identifier


def _url(value: Any, vocabularies: Vocabularies) -> str:
    url = _text(value, vocabularies)
    if not re.fullmatch(r"https?://\S+", url):
        raise ValueError(f"{url!r} is not an address; it begins with https:// or http://")
    return url


def _date(value: Any, vocabularies: Vocabularies) -> PartialDate:
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, int) and not isinstance(value, bool):
        return parse_date(str(value))
    return parse_date(_text(value, vocabularies))


def _moment(value: Any, vocabularies: Vocabularies) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = _text(value, vocabularies)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a moment; write it as 2026-11-21T12:00:00Z") from None
    return text


def _status(value: Any, vocabularies: Vocabularies) -> Status:
    try:
        return Status(_text(value, vocabularies))
    except ValueError:
        raise ValueError('write status = "published" or status = "withdrawn"') from None


def _concept(facet: str) -> Reader:
    def read(value: Any, vocabularies: Vocabularies) -> str:
        return _found(facet, value, vocabularies)

    return read


def _found(facet: str, value: Any, vocabularies: Vocabularies) -> str:
    text = _text(value, vocabularies)
    concept = vocabularies[facet].find(text)
    if concept is None or concept not in vocabularies[facet].concepts:
        raise ValueError(f"{text!r} is not known; use a name or id from the vocabulary ({facet})")
    return concept


def _concepts(facet: str, is_narrower: bool | None = None) -> Reader:
    """A list of concepts; ``is_narrower`` parts municipalities (True) from regions (False)."""

    def read(value: Any, vocabularies: Vocabularies) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise ValueError('write a list, such as ["first", "second"]')
        found = tuple(dict.fromkeys(_found(facet, one, vocabularies) for one in value))
        for concept in found:
            narrower = vocabularies.parent(facet, concept) is not None
            if is_narrower is not None and narrower != is_narrower:
                belongs = "municipalities" if narrower else "regions"
                raise ValueError(f"{concept!r} belongs under {belongs}")
        return found

    return read


_READERS: Mapping[str, Reader] = {
    "id": _id,
    "title": _line,
    "url": _url,
    "date": _date,
    "kind": _concept("kind"),
    "language": _concept("lang"),
    "regions": _concepts("region", is_narrower=False),
    "municipalities": _concepts("region", is_narrower=True),
    "themes": _concepts("theme"),
    "status": _status,
    "withdrawn_at": _moment,
    "reason": _text,
    "note": _text,
    "rights": _line,
    "link_only": _flag,
}
