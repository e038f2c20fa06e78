"""OpenDocument texts, written as the XML that LibreOffice writes, in small."""

from __future__ import annotations

from markupsafe import escape

from tests.samples import gold_source as gold
from tests.samples.gold_source import GoldDocument
from tests.samples.render import odf
from tests.samples.render.common import Rendered, pick

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
COLOURS = ("#1f3a5f", "#2f5d50", "#7a2e3a", "#5b3f8c")


def render_odt(document: GoldDocument) -> Rendered:
    """Write an OpenDocument text; it knows no pages, so there is one text."""
    title = f'<text:p text:style-name="Title">{escape(document.meta.title)}</text:p>'
    body = "".join((title, *odf.block_elements(document.body)))
    texts = (document.meta.title, *gold.block_texts(document.body))
    data = odf.package(
        document, MEDIA_TYPE, f"<office:text>{body}</office:text>", "", _styles(document)
    )
    return Rendered(data, ("\n".join(texts),))


def _styles(document: GoldDocument) -> str:
    colour = pick(document.slug, COLOURS)
    footer = escape(document.meta.footer or document.meta.organisation)
    return (
        "<office:styles>"
        + odf.paragraph_style("Title", 22, bold=True, colour=colour)
        + odf.paragraph_style("Heading_20_1", 16, bold=True, colour=colour)
        + odf.paragraph_style("Heading_20_2", 13, bold=True, colour=colour)
        + odf.paragraph_style("Text_20_body", 11)
        + odf.paragraph_style("List", 11)
        + "</office:styles>"
        + odf.page_layout("21cm", "29.7cm", "2.3cm")
        + odf.master_page("Standard", f"<style:footer><text:p>{footer}</text:p></style:footer>")
    )
