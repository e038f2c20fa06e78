"""PDF files that expand, circle, nest, lie and break."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

from .kind import Hostile, always
from .packing import zlib_of_nothing

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_SAID = b"BT /F1 12 Tf 72 700 Td (Leikki alkoi pihalla.) Tj ET"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF file of objects, numbered from 1; the first is the catalogue."""
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, data in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
    count = len(objects) + 1
    return bytes(body + end % (count, table, count) + b"startxref\n%d\n%%%%EOF\n" % len(body))


def stream(data: bytes, said: bytes = b"") -> bytes:
    """A stream object; ``said`` are more entries of its dictionary."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), said, data)


def paged(
    contents: bytes, *more: bytes, resources: bytes = b"", catalogue: bytes = b"", page: bytes = b""
) -> bytes:
    """A PDF of one page: objects 1 to 5 are its own, ``more`` are counted from 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> %b >> %b >>" % (resources, page),
            contents,
            _FONT,
            *more,
        ]
    )


def _flate_bomb(mebibytes: int, layers: int = 1) -> bytes:
    data = zlib_of_nothing(mebibytes)
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return paged(stream(data, b"/Filter [%b]" % (b"/FlateDecode " * layers)))


def _operators(count: int) -> bytes:
    return paged(
        stream(
            zlib.compress(b"BT /F1 9 Tf 9 9 Td (a) Tj ET\n" * (count // 5)), b"/Filter /FlateDecode"
        )
    )


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    pages = b"<< /Type /Pages /Kids [%b] /Count %d /MediaBox [0 0 595 842] >>" % (kids, count)
    page = b"<< /Type /Page /Parent 2 0 R >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, *[page] * count])


def _circling_pages() -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
        ]
    )


def _deep_pages(depth: int) -> bytes:
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(3, depth)
    ]
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            *nodes,
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (depth - 1),
        ]
    )


def _circling_outline() -> bytes:
    return paged(
        stream(_SAID),
        b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
        b"<< /Title (Leikki) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>",
        catalogue=b"/Outlines 6 0 R",
    )


def _form(content: bytes, named: int | None) -> bytes:
    inner = b"/XObject << /X %d 0 R >>" % named if named else b""
    said = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %b >>" % inner
    return stream(content, said)


def _circling_form() -> bytes:
    form = _form(b"/X Do /X Do", 6)
    return paged(stream(_SAID + b" /X Do"), form, resources=b"/XObject << /X 6 0 R >>")


def _laughing_forms(depth: int) -> bytes:
    forms = [_form(b"/X Do\n" * 10, number + 1) for number in range(6, 6 + depth)]
    last = _form(b"BT (ha) Tj ET", None)
    return paged(stream(b"/X Do"), *forms, last, resources=b"/XObject << /X 6 0 R >>")


def _encrypted() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(paged(stream(_SAID)))))
    writer.encrypt("avain", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _circling_xref() -> bytes:
    data = paged(stream(_SAID))
    at = data.rindex(b"xref\n0 ")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def _giant_xref() -> bytes:
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    said = b"/Type /XRef /Size 2000000000 /Index [0 2000000000] /W [1 9999999 1] /Root 1 0 R"
    return head + b"2 0 obj\n" + stream(b"\x01" * 99, said) + b"\nendobj\nstartxref\n58\n%%EOF"


def _character_map_bomb() -> bytes:
    ranges = b"\n".join(b"<%04x0000> <%04xffff> <0041>" % (n, n) for n in range(100))
    told = b"/CIDInit begincmap 100 beginbfrange\n%b\nendbfrange endcmap" % ranges
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /W [0 2000000000 500] >>] >>"
    )
    page = paged(stream(b"BT /F2 9 Tf <00410042> Tj ET"), stream(told), font)
    return page.replace(b"/Font << /F1 5 0 R >>", b"/Font << /F2 7 0 R >>")


def _wide_predictor() -> bytes:
    said = b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 >>"
    return paged(stream(zlib.compress(_SAID * 1000), said))


def _run_lengths() -> bytes:
    inner = b"\x81\x00" * 100_000
    for _ in range(3):
        inner = zlib.compress(inner, 9)
    return paged(stream(inner, b"/Filter [%b /RunLengthDecode]" % (b"/FlateDecode " * 3)))


def _endless_lines(*lines: bytes) -> bytes:
    shown = b"".join(
        b"1 0 0 1 9 %d Tm (%b) Tj " % (800 - 20 * n, one) for n, one in enumerate(lines)
    )
    return paged(stream(b"BT /F1 12 Tf " + shown + b"ET"))


_GOOD = paged(stream(_SAID))

PDFS = (
    Hostile("pommi-1-gt.pdf", lambda _: _flate_bomb(1024)),
    Hostile("pommi-10-gt.pdf", lambda _: _flate_bomb(10 * 1024, 2)),
    Hostile("pommi-sisakkain.pdf", lambda _: _flate_bomb(10 * 1024, 12)),
    Hostile("pommi-jaksot.pdf", lambda _: _run_lengths()),
    Hostile("600000-operaattoria.pdf", lambda _: _operators(600_000)),
    Hostile("20000-sivua.pdf", lambda _: _pages(20_000), "20000 pages, more than"),
    Hostile("sivupuu-kiertaa.pdf", lambda _: _circling_pages(), "PDF|pages|nested|broken"),
    Hostile("sivupuu-syva.pdf", lambda _: _deep_pages(5_000)),
    Hostile("otsikot-kiertavat.pdf", lambda _: _circling_outline()),
    Hostile("lomake-kiertaa.pdf", lambda _: _circling_form()),
    Hostile("lomakkeiden-nauru.pdf", lambda _: _laughing_forms(12)),
    Hostile("salattu.pdf", lambda _: _encrypted(), "password"),
    Hostile("taulukko-kiertaa.pdf", lambda _: _circling_xref()),
    Hostile("taulukko-jattilainen.pdf", lambda _: _giant_xref(), "broken|no page|memory|time"),
    Hostile("merkkikartta.pdf", lambda _: _character_map_bomb()),
    Hostile("leveat-rivit.pdf", lambda _: _wide_predictor()),
    Hostile("pisteita.pdf", lambda _: _endless_lines(b"." * 200_000, b"1" + b" " * 200_000 + b"x")),
    Hostile("tavuviiva.pdf", lambda _: _endless_lines(b"x" * 200_000 + b"-", b"leikki")),
    Hostile("sulut.pdf", always(paged(stream(b"[" * 200_000)))),
    Hostile(
        "sulut-luettelossa.pdf", always(paged(stream(_SAID), catalogue=b"/A " + b"[" * 99_999))
    ),
    Hostile("numero.pdf", always(_GOOD.replace(b"595", b"9" * 6_000))),
    Hostile("koko-nan.pdf", always(_GOOD.replace(b"595 842", b"1e999 -.--"))),
    Hostile("kuva-paattymatta.pdf", always(paged(stream(b"BI /W 9 /H 9 ID " + b"x E" * 99_999)))),
    Hostile("katkennut.pdf", always(_GOOD[: len(_GOOD) // 3]), "broken|no page"),
    Hostile("pelkka-alku.pdf", always(b"%PDF-1.7\n"), "broken"),
    Hostile("alku-ja-roskaa.pdf", always(b"%PDF-1.7\n" + bytes(range(256)) * 4000), "broken"),
)
