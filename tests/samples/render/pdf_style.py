"""Fonts, styles and per-document habits of the rendered PDF files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.samples.gold_source import GoldDocument
from tests.samples.render.common import pick
from tests.samples.render.hyphenation import hyphenator

FONT_FOLDERS = (
    Path("/usr/share/fonts/truetype/liberation"),
    Path("/usr/share/fonts/truetype/dejavu"),
)
FONT_FILES = {
    "LiberationSerif": ("Regular", "Bold", "Italic", "BoldItalic"),
    "LiberationSans": ("Regular", "Bold", "Italic", "BoldItalic"),
    "DejaVuSerif": ("", "Bold", "Italic", "BoldItalic"),
}
BODY_FONTS = ("LiberationSerif", "LiberationSans", "LiberationSerif", "DejaVuSerif")
COLOURS = ("#1f3a5f", "#2f5d50", "#7a2e3a", "#333333", "#5b3f8c")
PAGE_NUMBERS = ("{page}", "{page} ({count})", "– {page} –", "{page}/{count}")
# What typesetting programs leave at a line end: the keyboard's hyphen, the real one, the soft.
HYPHENS = ("-", "-", "\u2010", "\u00ad")


@dataclass(frozen=True, slots=True)
class Habits:
    """How one document looks: its fonts, colour, page numbers and hyphens."""

    font: str
    colour: HexColor
    page_number: str
    outline: bool
    hyphen: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of one document; summaries in `front` may be in other languages."""

    title: ParagraphStyle
    cover: ParagraphStyle
    heading: ParagraphStyle
    subheading: ParagraphStyle
    body: ParagraphStyle
    front: ParagraphStyle
    item: ParagraphStyle
    cell: ParagraphStyle


def habits(document: GoldDocument) -> Habits:
    """Choose a document's looks by its slug."""
    slug = document.slug
    numbers = PAGE_NUMBERS[:1] if document.meta.front_sections else PAGE_NUMBERS
    return Habits(
        font=load_font(pick(slug + "font", BODY_FONTS)),
        colour=HexColor(pick(slug + "colour", COLOURS)),
        page_number=pick(slug + "number", numbers),
        outline=pick(slug + "outline", (True, False)),
        hyphen=pick(slug + "hyphen", HYPHENS),
    )


def styles(look: Habits, language: str, size: float, leading: float) -> Styles:
    """Make the styles of a document; `size` and `leading` are those of running text in points."""
    body = ParagraphStyle(
        "body",
        fontName=look.font,
        fontSize=size,
        leading=leading,
        alignment=TA_JUSTIFY,
        spaceAfter=leading * 0.6,
        hyphenationLang=hyphenator(language),
        hyphenationMinWordLength=7,
    )
    bold = {"fontName": f"{look.font}-Bold", "alignment": TA_LEFT, "hyphenationLang": ""}
    return Styles(
        title=_derived(
            body, "title", fontSize=size * 2, leading=size * 2.6, textColor=look.colour, **bold
        ),
        cover=_derived(body, "cover", alignment=TA_LEFT, hyphenationLang="", fontSize=size * 1.2),
        heading=_heading(body, "heading", size * 1.45, look, bold),
        subheading=_heading(body, "subheading", size * 1.15, look, bold),
        body=body,
        front=_derived(body, "front", alignment=TA_LEFT, hyphenationLang=""),
        item=_derived(
            body, "item", alignment=TA_LEFT, leftIndent=16, bulletIndent=4, spaceAfter=leading / 4
        ),
        cell=_derived(
            body, "cell", alignment=TA_LEFT, fontSize=size - 1, leading=size + 2, spaceAfter=0
        ),
    )


def load_font(name: str) -> str:
    """Register a font family once and give its name.

    Raises FileNotFoundError when the family is not installed (Debian: fonts-liberation,
    fonts-dejavu-core); only rendering needs it, the rendered corpus carries its letters.
    """
    if name not in pdfmetrics.getRegisteredFontNames():
        for suffix in FONT_FILES[name]:
            face = f"{name}-{suffix}" if suffix not in ("", "Regular") else name
            pdfmetrics.registerFont(TTFont(face, str(font_path(name, suffix))))
        pdfmetrics.registerFontFamily(
            name, name, f"{name}-Bold", f"{name}-Italic", f"{name}-BoldItalic"
        )
    return name


def font_path(name: str, suffix: str) -> Path:
    """Find the file of one face of a family."""
    file_name = f"{name}-{suffix}.ttf" if suffix else f"{name}.ttf"
    for folder in FONT_FOLDERS:
        if (folder / file_name).exists():
            return folder / file_name
    raise FileNotFoundError(f"{file_name}: install fonts-liberation and fonts-dejavu-core")


def _heading(
    body: ParagraphStyle, name: str, size: float, look: Habits, bold: dict[str, object]
) -> ParagraphStyle:
    return _derived(
        body,
        name,
        fontSize=size,
        leading=size * 1.3,
        spaceBefore=size * 0.8,
        spaceAfter=size * 0.45,
        keepWithNext=1,
        textColor=look.colour,
        **bold,
    )


def _derived(parent: ParagraphStyle, name: str, **changes: object) -> ParagraphStyle:
    return ParagraphStyle(name, parent=parent, **changes)
