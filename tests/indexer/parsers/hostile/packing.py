"""Much packed into little, without ever holding it: deflate blocks and zip entries by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

MIB = 2**20


def deflated(data: bytes) -> bytes:
    """Raw deflate of bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflated_times(block: bytes, times: int) -> bytes:
    """Raw deflate of a block said many times, at the cost of packing it once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return once * times + packer.flush()


@cache
def zlib_of_nothing(mebibytes: int) -> bytes:
    """A zlib stream of so many MiB of zero bytes."""
    size = mebibytes * MIB
    adler = (size % 65521) << 16 | 1
    return b"\x78\xda" + deflated_times(bytes(MIB), mebibytes) + struct.pack(">I", adler)


@dataclass(frozen=True, slots=True)
class Entry:
    """A packed entry of a zip archive, with what the archive says of it."""

    name: bytes
    packed: bytes
    size: int
    crc: int

    @classmethod
    def of(cls, name: str, data: bytes) -> Entry:
        """An honest entry."""
        return cls(name.encode(), deflated(data), len(data), zlib.crc32(data))

    @classmethod
    def of_times(cls, name: str, head: bytes, block: bytes, times: int, tail: bytes) -> Entry:
        """An entry of a head, a block said many times and a tail, honest but for its CRC."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
        once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
        last = packer.compress(tail) + packer.flush()
        size = len(head) + len(block) * times + len(tail)
        return cls(name.encode(), first + once * times + last, size, 0)


def zip_of(entries: Sequence[Entry]) -> bytes:
    """A zip archive of packed entries, whatever they claim."""
    body, directory = bytearray(), bytearray()
    for entry in entries:
        said = struct.pack(
            "<HHHHHIII", 20, 0x800, 8, 0, 0x21, entry.crc, len(entry.packed), entry.size
        )
        at = len(body)
        body += b"PK\x03\x04" + said + struct.pack("<HH", len(entry.name), 0)
        body += entry.name + entry.packed
        directory += b"PK\x01\x02\x14\x00" + said
        directory += struct.pack("<HHHHHII", len(entry.name), 0, 0, 0, 0, 0, at) + entry.name
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + end
