"""XML with everything off that a document could do harm with."""

from __future__ import annotations

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
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(f"holds broken XML ({error.msg}); open it and save it anew") from error
