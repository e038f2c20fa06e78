"""Office files that unpack to too much, laugh, reach out, climb out or lie."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial

from .kind import Hostile, always
from .packing import Entry, zip_of

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_P = b'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_O = b"urn:oasis:names:tc:opendocument:xmlns"
_ODF = b'xmlns:office="%b:office:1.0" xmlns:text="%b:text:1.0"' % (_O, _O)

_MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
    "odt": ("content.xml", "text"),
    "odp": ("content.xml", "presentation"),
}
_FRAMES = {
    "docx": (b"<w:document %b><w:body>" % _W, b"</w:body></w:document>"),
    "pptx": (b"<p:presentation %b>" % _P, b"</p:presentation>"),
    "odt": (
        b"<office:document-content %b><office:body><office:text>" % _ODF,
        b"</office:text></office:body></office:document-content>",
    ),
    "odp": (
        b"<office:document-content %b><office:body><office:presentation>" % _ODF,
        b"</office:presentation></office:body></office:document-content>",
    ),
}
_SAID = {
    "docx": b"<w:p><w:r><w:t>%b</w:t></w:r></w:p>",
    "pptx": b"<p:x>%b</p:x>",
    "odt": b"<text:p>%b</text:p>",
    "odp": b"<text:p>%b</text:p>",
}


def relations(*rows: tuple[str, str, str]) -> bytes:
    """The part of an Office file that tells its relations: (kind, target, mode)."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{f' TargetMode={mode!r}' if mode else ''}/>"
        for number, (kind, target, mode) in enumerate(rows, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'.encode()


def around(suffix: str) -> list[Entry]:
    """What an office file needs beside its main part."""
    main, kind = _MAIN[suffix]
    if suffix.startswith("od"):
        told = f"application/vnd.oasis.opendocument.{kind}".encode()
        return [Entry.of("mimetype", told)]
    content_type = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )
    return [
        Entry.of("[Content_Types].xml", types.encode()),
        Entry.of("_rels/.rels", relations(("officeDocument", main, ""))),
    ]


def office(suffix: str, body: bytes, doctype: bytes = b"", more: tuple[Entry, ...] = ()) -> bytes:
    """An office file whose text is ``body``, as XML of its format."""
    head, tail = _FRAMES[suffix]
    main = Entry.of(_MAIN[suffix][0], _DECLARATION + doctype + head + body + tail)
    return zip_of([*around(suffix), main, *more])


def _bomb(suffix: str) -> bytes:
    """816 MB of paragraphs in a few megabytes or less."""
    head, tail = _FRAMES[suffix]
    block = _SAID[suffix] % b"Leikki alkoi pihalla. " * 20_000
    times = 816 * 2**20 // len(block)
    main = Entry.of_times(_MAIN[suffix][0], _DECLARATION + head, block, times, tail)
    return zip_of([*around(suffix), main])


def _lie(suffix: str) -> bytes:
    """The same, said to be of a thousand bytes."""
    head, tail = _FRAMES[suffix]
    block = _SAID[suffix] % b"Leikki alkoi pihalla. " * 20_000
    told = Entry.of_times(_MAIN[suffix][0], _DECLARATION + head, block, 200, tail)
    return zip_of([*around(suffix), Entry(told.name, told.packed, 1000, told.crc)])


def _laughs(suffix: str) -> bytes:
    entities = b"".join(b'<!ENTITY l%d "%b">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    doctype = b'<!DOCTYPE x [<!ENTITY l0 "ha">%b]>' % entities
    return office(suffix, _SAID[suffix] % b"&l9;", doctype)


def _quadratic(suffix: str) -> bytes:
    doctype = b'<!DOCTYPE x [<!ENTITY l "%b">]>' % (b"ha" * 50_000)
    return office(suffix, _SAID[suffix] % (b"&l;" * 10_000), doctype)


def _outside(suffix: str) -> Callable[[str], bytes]:
    def make(address: str) -> bytes:
        doctype = (
            b'<!DOCTYPE x SYSTEM "%b" [<!ENTITY e SYSTEM "%b"><!ENTITY %% p SYSTEM "%b">%%p;]>'
        )
        return office(suffix, _SAID[suffix] % b"Leikki &e;", doctype % ((address.encode(),) * 3))

    return make


def _reaching_relations(address: str) -> bytes:
    rels = relations(
        ("attachedTemplate", address, "External"),
        ("image", address, "External"),
        ("footnotes", address, "External"),
        ("header", "../../../../../../etc/passwd", ""),
        ("endnotes", "document.xml", ""),
        ("footer", "/etc/passwd", ""),
    )
    return office(
        "docx", _SAID["docx"] % b"Leikki", more=(Entry.of("word/_rels/document.xml.rels", rels),)
    )


def _untyped_relation(_outside: str) -> bytes:
    rels = relations(("footnotes", "https://example.org/", "External"))
    rels = rels.replace(f'Type="{_OFFICE}/footnotes" '.encode(), b"")
    part = Entry.of("word/_rels/document.xml.rels", rels)
    return office("docx", _SAID["docx"] % b"Leikki alkoi pihalla.", more=(part,))


def _climbing(name: str) -> bytes:
    return office("docx", _SAID["docx"] % b"Leikki", more=(Entry.of(name, b"<x/>"),))


def _nested(suffix: str, depth: int) -> bytes:
    return office(
        suffix,
        b"<w:tbl><w:tr><w:tc>" * depth
        if suffix == "docx"
        else b"<text:list><text:list-item>" * depth,
    )


def _wide_repeat() -> bytes:
    """A row that says it stands a hundred million times, its cell as often."""
    table = b'xmlns:table="%b:table:1.0"' % _O
    many = b"100000000"
    body = (
        b"<table:table %b><table:table-row table:number-rows-repeated='%b'>"
        b"<table:table-cell table:number-columns-repeated='%b'><text:p>Leikki"
        b"<text:s text:c='%b'/></text:p></table:table-cell></table:table-row></table:table>"
    ) % (table, many, many, many)
    return office("odt", body)


def _giant_picture() -> bytes:
    """A deck with a picture of 10 gigapixels in its first bytes, and one slide."""
    from pptx import Presentation

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Leikki"
    slide.shapes.add_picture(io.BytesIO(_png(9, 9)), 0, 0)
    out = io.BytesIO()
    deck.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(
        [
            Entry.of(name, _png(100_000, 100_000) if name.endswith(".png") else data)
            for name, data in parts.items()
        ]
    )


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def _overlapping() -> bytes:
    """Thousands of entries that all say they are the one kernel of 90 MB."""
    kernel = Entry.of_times("word/document.xml", b"", bytes(2**20), 90, b"")
    data = zip_of([*around("docx"), kernel])
    end = data.rindex(b"PK\x05\x06")
    start = struct.unpack_from("<I", data, end + 16)[0]
    last = data[data.rindex(b"PK\x01\x02") : end]
    directory = data[start:end] + last * 5_000
    told = struct.pack("<HHHHIIH", 0, 0, 5_003, 5_003, len(directory), start, 0)
    return data[:start] + directory + b"PK\x05\x06" + told


def _cut(suffix: str) -> bytes:
    data = office(suffix, _SAID[suffix] % b"Leikki alkoi pihalla." * 999)
    return data[: len(data) * 2 // 3]


def _made(make: Callable[[str], bytes], told: str, _outside: str) -> bytes:
    return make(told)


def _each(name: str, make: Callable[[str], bytes], reason: str) -> tuple[Hostile, ...]:
    """A file of every office format."""
    return tuple(Hostile(f"{name}.{one}", partial(_made, make, one), reason) for one in _MAIN)


_TOO_MUCH = "more than a document may hold"
_LAUGHS = "over and over"
_DEEP = "nested too deeply"

ARCHIVES = (
    *_each("816-mt", _bomb, _TOO_MUCH),
    *_each("valehtelee", _lie, "broken"),
    *_each("nauru", _laughs, _LAUGHS),
    *_each("nauru-leveana", _quadratic, _LAUGHS),
    *(Hostile(f"ulkoa.{one}", _outside(one)) for one in _MAIN),
    *_each("katkennut", _cut, "broken or cut"),
    *(
        Hostile(f"ulos-{number}.docx", partial(_made, _climbing, name), "outside itself")
        for number, name in enumerate(
            ("../../ulos.xml", "/etc/cron.d/ulos", "..\\..\\ulos.xml", "C:\\ulos.xml", "a/../../b")
        )
    ),
    Hostile("suhteet.docx", _reaching_relations),
    Hostile("suhde-ilman-lajia.docx", _untyped_relation),
    Hostile("sisakkain.docx", lambda _: _nested("docx", 50_000), _DEEP),
    Hostile("sisakkain.odt", lambda _: _nested("odt", 50_000), _DEEP),
    Hostile("toistuva.odt", lambda _: _wide_repeat()),
    Hostile("gigapikselit.pptx", lambda _: _giant_picture()),
    Hostile("paallekkain.docx", lambda _: _overlapping(), _TOO_MUCH),
    Hostile("tyhja.docx", always(zip_of([])), "broken|named|archive"),
    Hostile("kuvia.docx", always(zip_of([Entry.of("kuva.jpg", b"...")])), "without a document"),
)
