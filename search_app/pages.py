"""What each page says: one frozen, typed context for each template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from indexer import Notice, PartialDate, Removed, Snippet, SnippetPart

from .facets import Chip, FacetPanel, FacetRow, YearChart

Parts = tuple[SnippetPart, ...]
"""Text in stretches, of which some are marked."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its language, and its own address in each language."""

    language: str
    addresses: Mapping[str, str]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads; ``current`` where the reader is there already."""

    label: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A snippet, and the address of the page of the document that it stands on."""

    snippet: Snippet
    address: str


@dataclass(frozen=True, slots=True)
class Also:
    """Another document with the same text: what tells it apart from the one that names it.

    ``title`` is "" where it is the same; then ``detail``, its place or date, is what there is.
    """

    title: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class Result:
    """A hit as the page shows it. ``language`` is a label, "" where it goes without saying.

    ``change`` is the last norm that has changed since, "" where none has; ``changes`` is their
    number.
    """

    title: str
    title_language: str
    address: str
    kind: str
    places: tuple[str, ...]
    date: PartialDate | None
    years: str
    language: str
    passages: tuple[Passage, ...]
    also: tuple[Also, ...]
    change: str
    changes: int


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the reader is among the pages of results; addresses are None at either end."""

    page: int
    pages: int
    previous: str | None
    next: str | None
    numbers: tuple[Link | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that may have been meant, and the search for them."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page. ``hidden`` are the parameters that a form keeps beside its own fields.

    ``documents`` counts the whole index. ``beyond`` is the address of the first page where the
    page asked for lies past the last.
    """

    frame: Frame
    text: str
    documents: int
    total: int
    results: tuple[Result, ...]
    notices: tuple[Notice, ...]
    relaxed: bool
    suggestion: Suggestion | None
    chips: tuple[Chip, ...]
    clear: str
    national: FacetRow | None
    panels: tuple[FacetPanel, ...]
    years: YearChart
    orders: tuple[Link, ...]
    pager: Pager
    beyond: str | None
    hidden: tuple[tuple[str, str], ...]
    hidden_without_range: tuple[tuple[str, str], ...]
    exports: Mapping[str, str]
    plain: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a document's metadata: what it leads to, who says so, and by which sentence."""

    label: str
    address: str | None
    by_staff: bool
    evidence: str = ""
    page: int | None = None
    page_address: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The values of one field of a document's metadata."""

    name: str
    values: tuple[Fact, ...]


class BlockKind(StrEnum):
    """How a stretch of text is set."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or table: its lines, each of one cell or more."""

    kind: BlockKind
    lines: tuple[tuple[Parts, ...], ...]


@dataclass(frozen=True, slots=True)
class Passus:
    """A heading and the blocks under it; ``role`` says whether notes or comments.

    ``anchor`` is its id on the page; ``language`` is "" where it is the document's.
    """

    heading: Parts
    blocks: tuple[Block, ...]
    role: str
    anchor: str
    language: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A part of the practice: its beginning, where it is read on, and where else it is stated."""

    name: str
    blocks: tuple[Block, ...]
    page: int | None
    address: str | None
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole euros, or a funder without one; ``kind`` is a FundingKind's value."""

    kind: str
    amount: int | None
    funder: str


@dataclass(frozen=True, slots=True)
class Card:
    """The practice in short; ``years`` is the project's period, "" where there is none."""

    parts: tuple[Stated, ...]
    money: tuple[Money, ...]
    years: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a document; ``number`` is the PDF page or slide, or counts parts of a text.

    ``printed`` is what is printed on the page, "" where it is the number or unknown.
    """

    number: int
    printed: str
    sections: tuple[Passus, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Some leaves that are shown together, from the first to the last number.

    ``printed`` is what is printed on the pages from the first to the last, "" where unknown.
    """

    first: int
    last: int
    printed: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What a parser warned of: its kind, the pages as it named them, and its own words."""

    kind: str
    pages: str
    said: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of norms since the document: ``note`` says what changed, ``address`` where."""

    label: str
    note: str
    address: str | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document: its practice in short, its metadata with evidence, some leaves of its text.

    ``changes`` come newest first. ``same`` and ``similar`` are the documents with the same and
    nearly the same text. Where ``link_only`` is set the original is never served here.

    ``card`` is None where the text states no practice, and beyond the text's beginning.
    ``paged`` says that the numbers are those of the original's pages. ``missing`` is a page that
    was asked for and does not exist.
    """

    frame: Frame
    id: str
    title: str
    language: str
    text: str
    kind: str
    places: tuple[str, ...]
    date: PartialDate | None
    years: str
    changes: tuple[Change, ...]
    same: tuple[Also, ...]
    similar: tuple[Also, ...]
    card: Card | None
    facts: tuple[Facts, ...]
    leaves: tuple[Leaf, ...]
    spans: tuple[Span, ...]
    last: int
    paged: bool
    missing: str
    file: str | None
    file_type: str
    file_size: int | None
    url: str | None
    link_only: bool
    removed: tuple[Removed, ...]
    remarks: tuple[Remark, ...]
    json: str


class Matter(StrEnum):
    """What a page without content is about."""

    NOT_FOUND = "not-found"
    FILE_GONE = "file-gone"
    LINK_ONLY = "link-only"
    NO_INDEX = "no-index"
    UNAVAILABLE = "unavailable"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page that says what went wrong and what to do; ``detail`` is for who runs the service."""

    frame: Frame
    matter: Matter
    status: int
    detail: str = ""
