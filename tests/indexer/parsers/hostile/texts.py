"""Web pages, Markdown and plain text that are deep, long, mislabelled or empty."""

from __future__ import annotations

from .kind import Hostile, always

_PAGE = b"<!DOCTYPE html><html><head><title>Leikki</title></head><body>%b</body></html>"
_WORDS = b"Leikki alkoi pihalla ja jatkui salissa. "
_LONG = 5 * 2**20


def _page(body: bytes) -> bytes:
    return _PAGE % body


def _outside(address: str) -> bytes:
    told = address.encode()
    doctype = b'<!DOCTYPE html SYSTEM "%b" [<!ENTITY e SYSTEM "%b">]>' % (told, told)
    reach = b'<link rel="stylesheet" href="%b"><iframe src="%b"></iframe><img src="%b">' % (
        (told,) * 3
    )
    return (
        doctype
        + b"<html><body><article><p>&e; "
        + _WORDS * 20
        + b"</p>"
        + reach
        + b"</article></body></html>"
    )


def _aliases() -> bytes:
    lines = [b"a0: &a0 [leikki, leikki]"]
    lines += [
        b"a%d: &a%d [%b]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 10)
    ]
    return b"---\n" + b"\n".join(lines) + b"\ntitle: *a9\ntags: *a9\n---\n\n# Leikki\n\nTeksti.\n"


def _front(lines: str) -> bytes:
    return f"---\n{lines}\n---\n\n# Leikki\n\nLeikki alkoi pihalla.\n".encode()


_BINARY = "holds something else"

TEXTS = (
    Hostile("ulkoa.html", _outside),
    Hostile("html.pdf", always(_page(b"<article>" + _WORDS * 20 + b"</article>"))),
    Hostile("pdf.html", always(b"%PDF-1.4 ..."), "broken"),
    Hostile("kuva.pdf", always(b"\x89PNG\r\n\x1a\n" + bytes(99)), _BINARY),
    Hostile("ohjelma.txt", always(b"\x7fELF" + bytes(999)), _BINARY),
    Hostile("nollia.txt", always(bytes(9999)), _BINARY),
    Hostile("tyhja.pdf", always(b""), "is empty"),
    Hostile("tyhja.txt", always(b""), "is empty"),
    Hostile("pelkka-bom.txt", always(b"\xef\xbb\xbf")),
    Hostile("pelkka-bom-16.txt", always(b"\xff\xfe")),
    Hostile("pariton-16.txt", always("Leikki".encode("utf-16") + b"\x00")),
    Hostile("puolikkaat-16.txt", always(b"\xff\xfe" + b"\x00\xd8" * 999 + b"a\x00")),
    Hostile("yksi-sana.txt", always(b"a" * _LONG)),
    Hostile("yksi-sana.html", always(_page(b"<p>" + b"a" * _LONG))),
    Hostile("yksi-rivi.txt", always(_WORDS * 12_000)),
    Hostile("yksi-rivi.md", always(_WORDS * 10_000)),
    Hostile("virke.txt", always(b"leikki " * 30_000)),
    Hostile("rivit.txt", always(b"a\n" * 50_000)),
    Hostile("numeroita.txt", always(b"Page 1\n" + b"2 3 4 " * 20_000)),
    Hostile("kakkosia.txt", always(b"Transkriptio:\n" + b"sana " * 99 + b"2 " * 40_000)),
    Hostile("liikaa.txt", always(b"a" * 31 * 2**20), "more than 30 MB"),
    Hostile("syva.html", always(_page(b"<div>" * 30_000 + b"Leikki"))),
    Hostile("syva-b.html", always(_page(b"<b>" * 30_000 + b"Leikki"))),
    Hostile("miljoona.html", always(_page(b"<i>a</i>" * 500_000))),
    Hostile("taulukot.html", always(_page(b"<table><tr><td>a" * 2_000))),
    Hostile("lista.html", always(_page(b"<ul><li>a" * 3_000))),
    Hostile("lomake.html", always(_page(b"<form><select><option>" * 6_000))),
    Hostile("maare.html", always(_page(b'<p title="' + b"a" * _LONG + b'">Leikki</p>'))),
    Hostile(
        "maareet.html",
        always(_page(b"<p " + b" ".join(b"a%d=1" % n for n in range(6_000)) + b">Leikki")),
    ),
    Hostile("kommentti.html", always(_page(b"<!--" * 200_000))),
    Hostile("merkisto.html", always(b"<meta charset=punycode>" + b"<p>" + b"leikki-" * 200_000)),
    Hostile("merkisto-zip.html", always(b"<meta charset=zip>" + _page(b"Leikki"))),
    Hostile(
        "jsonld.html",
        always(_page(b'<script type="application/ld+json">' + b"[" * 99_999 + b"</script>Leikki")),
    ),
    Hostile(
        "viittaukset.html", always(_page(b"<p>" + b"&#55296;&#0;&#x10ffff;&#99999999999;" * 20_000))
    ),
    Hostile("aliakset.md", always(_aliases())),
    Hostile("kehä.md", always(_front("tags: &a [*a]\ntitle: &t {t: *t}"))),
    Hostile(
        "paivays.md", always(_front("date: 2024-13-45\ntitle: .nan\ntags: [.inf, 0x7fffffff, ~]"))
    ),
    Hostile("paivays-2.md", always(_front("date: 9999-12-31T23:59:59-23:59\ntitle: 2001-02-30"))),
    Hostile("ohjelma.md", always(_front('title: !!python/object/apply:os.system ["touch ulos"]'))),
    Hostile("kuusikymmenkuutio.md", always(_front("title: " + "1:" * 5_000 + "1"))),
    Hostile("numero.md", always(_front("title: " + "9" * 50_000))),
    Hostile("sulut.md", always(b"[" * 20_000)),
    Hostile("linkit.md", always(b"[a](" * 8_000)),
    Hostile("korostus.md", always(b"*a _b " * 8_000)),
    Hostile("lainaukset.md", always(b"> " * 20_000 + b"Leikki")),
    Hostile("luettelot.md", always(b"\n".join(b"  " * n + b"- a" for n in range(1_000)))),
    Hostile("kommentit.md", always(b"<!--" * 100_000)),
    Hostile(
        "kommentit-esitys.md", always(b"# A\n\n---\n\n# B\n\n---\n\n# C\n\n" + b"<!-- a " * 30_000)
    ),
    Hostile("tyhjat-rivit.md", always(b"---\n" + b"\n" * 300_000 + b"Leikki")),
    Hostile("valilyonnit.md", always(b"Leikki" + b" " * 300_000 + b"alkoi")),
    Hostile("tagit-lohkossa.md", always(b"<div>\n" + b"<a " * 100_000)),
    Hostile("tagit.md", always(b"<a " * 40_000)),
    Hostile(
        "taulukko.md", always(b"|a" * 5_000 + b"|\n" + b"|-" * 5_000 + b"|\n" + b"|b\n" * 1_000)
    ),
    Hostile("taaksepain.md", always(b"`" * 100_000 + b" a " + b"`" * 99_999)),
)
