"""XML with everything off that a document could do harm with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from ..errors import ParseError


def parse_xml(data: bytes) -> Any:
    """Parse XML to its root element: no entities, no network, no DTD, no huge trees.

    Raises ParseError when it is not well formed or goes beyond libxml2's own limits.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    with told_plainly():
        return etree.fromstring(data, parser)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Make what lxml says of XML, here or within a library, a ParseError in plain words."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise ParseError(_reason(error)) from error


def _reason(error: etree.XMLSyntaxError) -> str:
    if "amplification" in error.msg or "entity reference loop" in error.msg:
        return "says the same over and over in entities, as no document does; it is not read"
    if "depth" in error.msg:
        return "is nested too deeply to be read; save it anew as PDF"
    return f"holds broken XML ({error.msg}); open it and save it anew"
