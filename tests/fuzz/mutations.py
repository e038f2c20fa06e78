"""Changes to real files that know how the files are built: what a bit flip alone seldom reaches."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

Mutation = Callable[[bytes, Random], bytes]

_MARKUP = re.compile(rb"(<[^<>]*>)")
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj", re.DOTALL)
_REFERENCE = re.compile(rb"\b\d+ \d+ R\b")
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\nendstream)", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z]+")
_NUMBERS = (b"0", b"-1", b"1e9", b"99999999999", b"0.0000001", b"65536", b"2147483648", b"NaN", b"")
_MOST_COPIED = 1_000
_ODD = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"&#55296;", b"&e;", b"]]>", b"-->"),
    *(b"<!--", b"<![CDATA[", b"<table><tr>", b"<li>", b"</p>", b"<pre>", b"%", b"(", b"<<", b"["),
    *(b"\n---\n", b"\n+++\n", b"\n# ", b"|-|\n", b"\r", b"\xe2\x80\xa8", b"\xcc\x88" * 50),
)


def flip(data: bytes, random: Random) -> bytes:
    """Change a few bits."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """Take the end, the beginning or a piece out of the middle."""
    one, other = sorted((random.randrange(len(data)), random.randrange(len(data))))
    return random.choice([data[:one], data[one:], data[:one] + data[other:]])


def splice(data: bytes, random: Random) -> bytes:
    """Say a piece again, elsewhere or many times over."""
    start = random.randrange(len(data))
    piece = data[start : start + random.choice([1, 10, 100, 1000])]
    at = random.randrange(len(data))
    return data[:at] + piece * random.choice([1, 2, 50]) + data[at:]


def put(data: bytes, random: Random) -> bytes:
    """Put in what means something to one format or another."""
    at = random.randrange(len(data))
    return data[:at] + random.choice(_ODD) * random.choice([1, 1, 30]) + data[at:]


def renumber(data: bytes, random: Random) -> bytes:
    """Make a number another, up to none at all."""
    return _one_changed(_NUMBER, data, random, lambda _: random.choice(_NUMBERS))


def retag(data: bytes, random: Random) -> bytes:
    """Drop, double, swap or nest the tags of HTML and XML."""
    parts = _MARKUP.split(data)
    tags = range(1, len(parts), 2)
    if len(tags) < 2:
        return data
    one, other = random.choice(tags), random.choice(tags)
    deed = random.randrange(4)
    if deed == 0:
        parts[one] = b""
    elif deed == 1:
        parts[one] *= random.choice([2, 20, 300])
    elif deed == 2:
        parts[one], parts[other] = parts[other], parts[one]
    else:
        first, last = min(one, other), max(one, other)
        parts[last] += b"".join(parts[first : last + 1])
    return b"".join(parts)


def rebranch(data: bytes, random: Random) -> bytes:
    """Move, double, empty, rename or nest the elements of XML, which stays well formed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:  # not XML, or broken by an earlier change
        return retag(data, random)
    elements = [one for one in root.iter() if isinstance(one.tag, str)][1:]
    if not elements:
        return data
    for _ in range(random.choice([1, 1, 3, 9])):
        one, other = random.choice(elements), random.choice(elements)
        deed = random.randrange(6)
        if deed == 0:
            copies = min(random.choice([1, 1, 50]), _MOST_COPIED // sum(1 for _ in one.iter()))
            other.extend([deepcopy(one) for _ in range(copies)])
        elif deed == 1:
            one.tag = other.tag
        elif deed == 2:
            one.clear()
        elif deed == 3 and one.attrib:
            one.set(random.choice(list(one.attrib)), random.choice(_NUMBERS).decode())
        elif deed == 4 and one.attrib:
            del one.attrib[random.choice(list(one.attrib))]
        elif one.getparent() is not None:
            one.getparent().remove(one)
    return bytes(etree.tostring(root))


def reobject(data: bytes, random: Random) -> bytes:
    """Lead a PDF's references astray, swap two of its objects, or lose one."""
    objects = list(_OBJECT.finditer(data))
    deed = random.randrange(4)
    if deed == 0 or len(objects) < 2:
        target = b"%d 0 R" % random.randrange(max(len(objects), 2) * 2)
        return _one_changed(_REFERENCE, data, random, lambda _: target)
    if deed == 1:
        return _one_changed(_NAME, data, random, lambda _: random.choice(_NAME.findall(data)))
    one, other = sorted(random.sample(objects, 2), key=lambda found: found.start())
    middle = data[one.end() : other.start()]
    first, last = (other[0], one[0]) if deed == 2 else (b"", other[0])
    return data[: one.start()] + first + middle + last + data[other.end() :]


def restream(data: bytes, random: Random) -> bytes:
    """Change what a PDF's stream holds when it is unpacked."""

    def changed(found: re.Match[bytes]) -> bytes:
        try:
            plain = zlib.decompress(found[2])
        except zlib.error:
            return found[1] + any_of(PLAIN, found[2], random) + found[3]
        return found[1] + zlib.compress(any_of(PLAIN, plain, random)) + found[3]

    return _one_changed(_STREAM, data, random, changed)


def rezip(data: bytes, random: Random) -> bytes:
    """Change, lose, rename or swap the parts of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # an earlier change broke it: there is nothing to know of its parts
        return flip(data, random)
    if not parts:
        return flip(data, random)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _reparted(parts, random).items():
            archive.writestr(name, content)
    return out.getvalue()


def _reparted(parts: dict[str, bytes], random: Random) -> dict[str, bytes]:
    one, other = random.choice(list(parts)), random.choice(list(parts))
    deed = random.randrange(20)
    if deed == 0:
        del parts[one]
    elif deed == 1:
        parts[one], parts[other] = parts[other], parts[one]
    elif deed == 2:
        name = random.choice(["x.xml", other.upper(), "word/document.xml", "content.xml"])
        parts[name] = parts.pop(one)
    else:
        parts[one] = any_of(_PART, parts[one], random)
    return parts


PLAIN: tuple[Mutation, ...] = (flip, cut, splice, put, renumber)
_PDF: tuple[Mutation, ...] = (reobject, reobject, restream, restream, renumber, *PLAIN)
_PART: tuple[Mutation, ...] = (*[rebranch] * 8, retag, renumber, put, flip, cut)
_ZIP: tuple[Mutation, ...] = (*[rezip] * 20, flip, cut)
_MARKED: tuple[Mutation, ...] = (retag, retag, put, *PLAIN)


def mutations_of(data: bytes) -> tuple[Mutation, ...]:
    """The mutations that suit a file, the more telling ones several times."""
    if data.startswith(b"%PDF"):
        return _PDF
    return _ZIP if data.startswith(b"PK") else _MARKED


def any_of(mutations: tuple[Mutation, ...], data: bytes, random: Random) -> bytes:
    """One of several mutations; nothing stays nothing."""
    return random.choice(mutations)(data, random) if data else data


def _one_changed(
    pattern: re.Pattern[bytes],
    data: bytes,
    random: Random,
    change: Callable[[re.Match[bytes]], bytes],
) -> bytes:
    """The data with one of the pattern's matches changed."""
    matches = list(pattern.finditer(data))
    if not matches:
        return data
    found = random.choice(matches)
    return data[: found.start()] + change(found) + data[found.end() :]
