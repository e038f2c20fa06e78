"""Which function renders which format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.samples.gold_source import GoldDocument
from tests.samples.render.common import Rendered
from tests.samples.render.docx import render_docx
from tests.samples.render.html import render_html
from tests.samples.render.odp import render_odp
from tests.samples.render.odt import render_odt
from tests.samples.render.pdf import render_report, render_two_column
from tests.samples.render.pdf_scan import render_scan
from tests.samples.render.pdf_slides import render_pdf_slides
from tests.samples.render.pptx import render_pptx
from tests.samples.render.text import render_markdown, render_transcript

RENDERERS: Mapping[str, Callable[[GoldDocument], Rendered]] = {
    "html-blogger": render_html,
    "html-wordpress": render_html,
    "html-liferay": render_html,
    "html-drupal": render_html,
    "pdf-report": render_report,
    "pdf-two-column": render_two_column,
    "pdf-scan": render_scan,
    "pdf-slides": render_pdf_slides,
    "pptx": render_pptx,
    "odp": render_odp,
    "docx": render_docx,
    "odt": render_odt,
    "md": render_markdown,
    "txt": render_transcript,
}
