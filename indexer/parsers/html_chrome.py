"""What surrounds the text of a web page: told by tags and by the words of class and id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..models import Removed
from .blocks import one_line
from .html_blocks import is_silent
from .reasons import OUTSIDE

_REASONS = (
    ("cookie notice", r"cookies?|consent|gdpr|cybot|onetrust|cc-window|sliding-popup"),
    (
        "share buttons",
        r"share|sharing|shares|sharedaddy|sharethis|share-?(?:bar|buttons?|icons?|links?)"
        r"|social|addtoany|addthis|service-links|bookmarks",
    ),
    (
        "related links",
        r"related|relatedposts|recommended|popular|recent|blog-pager|pager|pagination"
        r"|post-navigation|asset-links|entry-links|archive|blogarchive|read-more|jp-relatedposts",
    ),
    ("comment form", r"comments?|respond|discussion|reply"),
    (
        "menu",
        r"nav|navbar|navigation|menu|breadcrumbs?|skip-link|skiplinks?|language-selector|tabs"
        r"|quick-access-nav|element-invisible|hide-accessible|screen-reader-text|toc",
    ),
    ("tags and footer of the post", r"tags?|labels?|entry-footer|post-footer|post-labels|ratings?"),
    ("sidebar", r"sidebar|(?<!elementor-)widget|aside|complementary|secondary|rail"),
    ("header of the site", r"header|banner|masthead|branding|site-title"),
    ("footer of the site", r"footer|colophon|copyright|contentinfo|attribution"),
    ("search form", r"search"),
    ("advertisement", r"ads?|advert|promo|sponsor|newsletter|subscribe|popup|modal"),
)
_TAGS = {
    "nav": "menu",
    "aside": "sidebar",
    "header": "header of the site",
    "footer": "footer of the site",
    "form": "search form",
}
_WORDS = tuple(
    (reason, re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])", re.IGNORECASE))
    for reason, words in _REASONS
)
_WITHIN_TEXT = frozenset(
    {"cookie notice", "share buttons", "related links", "menu", "tags and footer of the post"}
    | {"comment form", "sidebar", "search form", "advertisement", "footer of the site"}
)
"""What is cut inside a text too; a header in an article holds its title."""

_LONGEST_TOLD = 500
_MOST_TOLD = 80
_MOST_LINKED = 0.8
_FEWEST_LINKS = 3


def reason_for(element: Tag) -> str | None:
    """Why an element is not the page's text, by its tag, role, class and id; None if it may be."""
    told = [element.get(attribute) or "" for attribute in ("class", "id", "role")]
    names = " ".join(name if isinstance(name, str) else " ".join(name) for name in told)
    for reason, pattern in _WORDS:
        if pattern.search(names):
            return reason
    return _TAGS.get(element.name)


def cut_inside(content: Tag) -> Iterator[Removed]:
    """Take share buttons, menus, related links and the like out of an element, and tell them."""
    for element in content.find_all(True):
        if element.decomposed or not isinstance(element, Tag):
            continue
        reason = reason_for(element)
        if reason in _WITHIN_TEXT or (element.name == "ul" and _is_link_list(element)):
            text = _told(element)
            element.decompose()
            if text:
                yield Removed(text, reason or "related links")


def outside(soup: BeautifulSoup, kept: Collection[Tag]) -> Iterator[Removed]:
    """Tell what stands on a page outside the kept elements, a piece at a time."""
    body = soup.find("body")
    if not isinstance(body, Tag):
        return
    on_the_way = {id(parent) for element in kept for parent in element.parents}
    stays = {id(element) for element in kept}
    for count, (element, reason) in enumerate(_pieces(body, on_the_way, stays, OUTSIDE)):
        if count >= _MOST_TOLD:
            return
        yield Removed(_told(element), reason)


def _pieces(
    element: Tag, on_the_way: set[int], stays: set[int], reason: str
) -> Iterator[tuple[Tag | NavigableString, str]]:
    for child in element.children:
        if is_silent(child) or id(child) in stays:
            continue
        if isinstance(child, Tag):
            why = reason_for(child) or _inner_reason(child) or reason
            if id(child) in on_the_way:
                yield from _pieces(child, on_the_way, stays, reason)
            elif _told(child):
                yield child, why
        elif isinstance(child, NavigableString) and child.strip():
            yield child, reason


def _inner_reason(element: Tag) -> str | None:
    """The reason that the first marked element inside gives."""
    return next((reason for inner in element.find_all(True) if (reason := reason_for(inner))), None)


def _is_link_list(element: Tag) -> bool:
    links = element.find_all("a")
    linked = sum(len(link.get_text(strip=True)) for link in links)
    return len(links) >= _FEWEST_LINKS and linked > _MOST_LINKED * len(element.get_text(strip=True))


def _told(element: Tag | NavigableString) -> str:
    if isinstance(element, Tag):
        shown = (text for text in element.strings if not _is_hidden(text, element))
        text = one_line(" ".join(shown))
    else:
        text = one_line(str(element))
    return text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"


def _is_hidden(text: NavigableString, within: Tag) -> bool:
    for parent in text.parents:
        if is_silent(parent):
            return True
        if parent is within:
            return False
    return False
