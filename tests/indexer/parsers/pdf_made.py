"""PDF files for tests: pages drawn by functions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]
TOP, LEFT, LEADING = 700, 72, 14


def made(folder: Path, *pages: Draw, **about: str) -> Path:
    """Write a PDF of these pages."""
    path = folder / "my_report.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(about.get("title", ""))
    canvas.setAuthor(about.get("author", ""))
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(canvas: Canvas, *texts: str, y: float = TOP, x: float = LEFT, size: float = 11) -> None:
    """Draw lines of text below each other."""
    canvas.setFont("Helvetica", size)
    for n, text in enumerate(texts):
        canvas.drawString(x, y - n * LEADING, text)


def unnamed_letters(folder: Path, *texts: str) -> Path:
    """Write a PDF whose font does not tell which letters its drawings are."""

    def page(canvas: Canvas) -> None:
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        canvas.setFont("Vera", 11)
        for n, text in enumerate(texts):
            canvas.drawString(LEFT, TOP - n * LEADING, text)

    path = made(folder, page)
    writer = PdfWriter(path)
    resources = cast(DictionaryObject, writer.pages[0]["/Resources"])
    for font in cast(DictionaryObject, resources["/Font"]).values():
        font.get_object().pop("/ToUnicode", None)
    writer.write(path)
    return path
