"""A scanned paper: pages that are pictures, a little askew and dirty, without any text layer."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.samples import gold_source as gold
from tests.samples.gold_source import GoldDocument
from tests.samples.render.common import Rendered, date_in_figures
from tests.samples.render.pdf import fixed_clock
from tests.samples.render.pdf_style import font_path

DPI = 120
WIDTH, HEIGHT = int(A4[0] / 72 * DPI), int(A4[1] / 72 * DPI)
MARGIN = int(0.95 * DPI)
PAPER, INK = 238, 38
JPEG_QUALITY = 38


@dataclass(frozen=True, slots=True)
class Line:
    """One typed line: its text, its face, and the empty space above it in pixels."""

    text: str
    font: ImageFont.FreeTypeFont
    space: int


def render_scan(document: GoldDocument) -> Rendered:
    """Typeset with a typewriter-like face and photograph the pages.

    `pages` holds what a reader sees on each picture; a parser without OCR finds nothing.
    """
    pages = tuple(_paginated(tuple(_lines(document))))
    target = io.BytesIO()
    with fixed_clock(document.meta.date):
        canvas = Canvas(target, pagesize=A4, invariant=1)
        for number, lines in enumerate(pages, start=1):
            picture = _scanned(_drawn(lines, number), f"{document.slug}{number}")
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
            canvas.showPage()
        canvas.save()
    texts = tuple("\n".join(line.text for line in page) for page in pages)
    return Rendered(target.getvalue(), texts)


def _font(size: float, suffix: str = "Regular") -> ImageFont.FreeTypeFont:
    path = font_path("LiberationSerif", suffix)
    return ImageFont.truetype(str(path), size * DPI / 72, layout_engine=ImageFont.Layout.BASIC)


def _lines(document: GoldDocument) -> Iterator[Line]:
    body, bold, title = _font(11), _font(13, "Bold"), _font(17, "Bold")
    meta = document.meta
    yield from _wrapped(meta.organisation, body, 0)
    yield from _wrapped(date_in_figures(meta.date, meta.language), body, 0)
    yield from _wrapped(meta.title, title, DPI // 2)
    for block in document.body:
        if isinstance(block, gold.Heading):
            yield from _wrapped(gold.plain(block.text), bold, DPI // 5)
        elif isinstance(block, gold.Table):
            for row in block.rows:
                yield from _wrapped("   ".join(gold.plain(cell) for cell in row), body, 2)
        elif isinstance(block, gold.ListItem):
            mark = "-" if block.number is None else f"{block.number}."
            yield from _wrapped(f"{mark} {gold.plain(block.text)}", body, 4)
        else:
            yield from _wrapped(gold.plain(block.text), body, DPI // 12)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, space: int) -> Iterator[Line]:
    line = ""
    for word in text.split():
        wider = f"{line} {word}".strip()
        if line and font.getlength(wider) > WIDTH - 2 * MARGIN:
            yield Line(line, font, space)
            line, space = word, 0
        else:
            line = wider
    if line:
        yield Line(line, font, space)


def _paginated(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    page: list[Line] = []
    used = 0
    for line in lines:
        height = _height(line)
        if page and used + height > HEIGHT - 2 * MARGIN:
            yield tuple(page)
            page, used = [], 0
        page.append(line)
        used += height
    yield tuple(page)


def _height(line: Line) -> int:
    return line.space + int(line.font.size * 1.35)


def _drawn(lines: tuple[Line, ...], number: int) -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), PAPER)
    pen, top = ImageDraw.Draw(image), MARGIN
    for line in lines:
        pen.text((MARGIN, top + line.space), line.text, fill=INK, font=line.font)
        top += _height(line)
    pen.text((WIDTH // 2, HEIGHT - MARGIN // 2), str(number), fill=INK, font=_font(10))
    return image


def _scanned(image: Image.Image, seed: str) -> io.BytesIO:
    """Turn the sheet a little, dirty it, and leave the traces of a cheap scanner's JPEG."""
    dice = random.Random(zlib.crc32(seed.encode()))  # noqa: S311  # looks, not secrets
    turned = image.rotate(
        dice.uniform(-0.9, 0.9), Image.Resampling.BICUBIC, expand=False, fillcolor=PAPER
    )
    small = (WIDTH // 2, HEIGHT // 2)
    grain = Image.frombytes("L", small, dice.randbytes(small[0] * small[1]))
    grain = grain.point(lambda value: value // 16).resize(image.size)
    dirty = ImageChops.subtract(turned.filter(ImageFilter.GaussianBlur(0.5)), grain)
    file = io.BytesIO()
    dirty.save(file, "JPEG", quality=JPEG_QUALITY)
    file.seek(0)
    return file
