"""What OpenDocument texts and decks share: the package, the blocks, the styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from tests.samples import gold_source as gold
from tests.samples.gold_source import Block, GoldDocument, ListItem
from tests.samples.render.common import add_member, grouped, moment, runs

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
COLOURS = ("#1f3a5f", "#2f5d50", "#7a2e3a", "#5b3f8c")
PARTS = ("content.xml", "styles.xml", "meta.xml")
SPAN_STYLES = (
    '<style:style style:name="bold" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="italic" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
)


def package(
    document: GoldDocument, media_type: str, body: str, automatic: str, styles: str
) -> bytes:
    """Pack a document; `automatic` are the styles of its content, `styles` its style sheet."""
    target = io.BytesIO()
    content = (
        f"<office:automatic-styles>{SPAN_STYLES}{automatic}</office:automatic-styles>"
        f"<office:body>{body}</office:body>"
    )
    with zipfile.ZipFile(target, "w") as archive:
        add_member(archive, "mimetype", media_type, store=True)
        add_member(archive, "content.xml", _root("document-content", content))
        add_member(archive, "styles.xml", _root("document-styles", styles))
        add_member(archive, "meta.xml", _root("document-meta", _meta(document)))
        add_member(archive, "META-INF/manifest.xml", _manifest(media_type))
    return target.getvalue()


def _root(name: str, content: str) -> str:
    return f'{XML_HEAD}<office:{name} {NAMESPACES} office:version="1.3">{content}</office:{name}>'


def _manifest(media_type: str) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = [("/", media_type), *((part, "text/xml") for part in PARTS)]
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries
    )
    return (
        f'{XML_HEAD}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{files}</manifest:manifest>"
    )


def _meta(document: GoldDocument) -> str:
    when = moment(document.meta.date).strftime("%Y-%m-%dT%H:%M:%S")
    return (
        f"<office:meta><dc:title>{escape(document.meta.title)}</dc:title>"
        f"<dc:creator>{escape(document.meta.organisation)}</dc:creator>"
        f"<dc:language>{document.meta.language}</dc:language>"
        f"<meta:creation-date>{when}</meta:creation-date><dc:date>{when}</dc:date></office:meta>"
    )


def block_elements(blocks: Iterable[Block]) -> Iterator[str]:
    """Write blocks as elements of the text and table vocabularies."""
    for group in grouped(blocks):
        block = group[0]
        if isinstance(block, gold.ListItem):
            yield _list(tuple(item for item in group if isinstance(item, ListItem)), 0)
        elif isinstance(block, gold.Table):
            yield _table(block)
        elif isinstance(block, gold.Heading):
            level = block.level - 1
            yield (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{_inline(block.text)}</text:h>"
            )
        else:
            yield f'<text:p text:style-name="Text_20_body">{_inline(block.text)}</text:p>'


def _list(items: tuple[ListItem, ...], depth: int) -> str:
    """A list whose deeper items stand in a list inside the item before them."""
    parts: list[str] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and items[end].depth > depth:
            end += 1
        inner = _list(items[index + 1 : end], depth + 1) if end > index + 1 else ""
        parts.append(
            f'<text:list-item><text:p text:style-name="List">{_inline(items[index].text)}'
            f"</text:p>{inner}</text:list-item>"
        )
        index = end
    kind = "List_20_1" if items[0].number is None else "Numbering_20_1"
    return f'<text:list text:style-name="{kind}">{"".join(parts)}</text:list>'


def _table(table: gold.Table) -> str:
    columns = max(len(row) for row in table.rows)
    rows = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{_inline(cell)}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in table.rows
    )
    return (
        f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>'
        f"{rows}</table:table>"
    )


def _inline(text: str) -> Markup:
    def span(part: str, look: str) -> Markup:
        if not look:
            return escape(part)
        return Markup('<text:span text:style-name="{}">{}</text:span>').format(look, part)

    return Markup("").join(span(part, look) for part, look in runs(text))


def paragraph_style(name: str, size: int, bold: bool = False, colour: str = "#222222") -> str:
    """A paragraph style; `size` is in points."""
    weight = "bold" if bold else "normal"
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-bottom="0.25cm"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{weight}" '
        f'fo:color="{colour}"/></style:style>'
    )


def page_layout(width: str, height: str, margin: str) -> str:
    """The page layout `PL` for the style sheet."""
    return (
        '<office:automatic-styles><style:page-layout style:name="PL">'
        f'<style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" '
        f'fo:margin="{margin}"/></style:page-layout></office:automatic-styles>'
    )


def master_page(name: str, content: str) -> str:
    """The master page of that name, with what stands on each page."""
    return (
        f'<office:master-styles><style:master-page style:name="{name}" '
        f'style:page-layout-name="PL">{content}</style:master-page></office:master-styles>'
    )
