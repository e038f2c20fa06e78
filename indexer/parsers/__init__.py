"""Files to parsed documents: one file a format, a table of them, a sandbox they run in."""

from .detect import HEAD_BYTES, media_type
from .table import FORMATS, Format, parse_file, parser_version

__all__ = ["FORMATS", "HEAD_BYTES", "Format", "media_type", "parse_file", "parser_version"]
