"""Why text was cut, and the kinds of warning: words that other rooms know again."""

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
SHARING = "share buttons"
COOKIES = "cookie notice"
COMMENT_FORM = "comment form"
MENU = "menu"
RELATED = "related links"
NEWSLETTER = "newsletter"
FOOTER = "footer of the site"
TAGS = "tags and footer of the post"
WIDGET = "question, chat or notice of the site"
PLAYER = "controls of a player"
NO_WORD = "too long to be a word"

NEEDS_OCR = "needs_ocr"
READ_BY_OCR = "read_by_ocr"
BROKEN_TEXT = "broken_text"
WARNINGS = (
    *(NEEDS_OCR, READ_BY_OCR, "unread_pages", BROKEN_TEXT, "no_text", "misnamed", "front_matter"),
)
"""What a parser's warning begins with, before a colon, the pages where it has any, and advice."""
