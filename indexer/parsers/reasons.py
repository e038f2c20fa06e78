"""Why text was cut, in the words that staff read and that enrichment knows again."""

from __future__ import annotations

RUNNING = "running header or footer"
PAGE_NUMBERS = "page numbers"
CONTENTS = "table of contents"
SIMILAR_FILES = "similar files of a sharing site"
SITE_CONTROLS = "controls of a sharing site"
LONE_NUMBER = "number alone on its line"
PICTURE = "file name and caption of a picture"
NAVIGATION = "navigation"
OUTSIDE = "outside the text"
