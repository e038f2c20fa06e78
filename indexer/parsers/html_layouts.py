"""Layouts that many pages of the field share, and where each keeps what.

Selectors are CSS. Of ``content`` the first selector that meets something with text decides; all
that it meets is taken, since the first page of a blog shows several posts.
"""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: any of ``marks`` tells it."""

    name: str
    marks: tuple[str, ...]
    content: tuple[str, ...]
    title: tuple[str, ...]
    date: tuple[str, ...]
    comments: tuple[str, ...]
    site: tuple[str, ...] = ()


_NO_COMMENT = ":not(.field-name-comment-body, .field--name-comment-body)"

LAYOUTS = (
    Layout(
        name="blogger",
        marks=('meta[name="generator"][content*="blogger" i]', ".post.hentry .post-body"),
        content=(".post-body", ".post .entry-content"),
        title=(".post-title", ".entry-title"),
        date=("abbr.published", ".date-header", ".post-timestamp"),
        comments=(".comment-body", ".comment-content"),
        site=(".Header h1", "#header h1", "#header p.title"),
    ),
    Layout(
        name="wordpress",
        marks=(
            'meta[name="generator"][content*="wordpress" i]',
            'link[href*="/wp-content/"]',
            'link[href*="/wp-includes/"]',
            "body.single-post",
            ".hentry .entry-content",
        ),
        content=(".entry-content", ".wp-block-post-content", ".post-content", "article .content"),
        title=(".entry-title", ".post-title", ".wp-block-post-title"),
        date=(
            *("time.published", "time.entry-date", ".posted-on", ".entry-date"),
            *(".entry-meta time", ".wp-block-post-date"),
        ),
        comments=(".comment-content", ".wp-block-comment-content"),
        site=(".site-title", ".wp-block-site-title"),
    ),
    Layout(
        name="liferay",
        marks=('[class*="portlet-"]', '[class*="lfr-"]', '[class*="yui3-skin"]'),
        content=(
            ".entry-body",
            ".asset-full-content .journal-content-article",
            ".journal-content-article",
            ".asset-full-content",
            ".portlet-blogs .entry-content",
        ),
        title=(".entry-title h1", ".entry-title", ".asset-title", ".header-title"),
        date=(".entry-date", ".asset-publish-date", ".metadata-publish-date", ".publish-date"),
        comments=(".lfr-discussion-message", ".discussion-body", ".lfr-discussion .message-body"),
        site=(".site-name",),
    ),
    Layout(
        name="drupal",
        marks=(
            'meta[name="generator" i][content*="drupal" i]',
            'body[class*="page-node"]',
            'body[class*="node--type"]',
            ".field-name-body",
            ".field--name-body",
        ),
        content=(
            f".field-name-body, body:has(.field-name-body) .field-type-text-long{_NO_COMMENT}",
            f".field--name-body, body:has(.field--name-body) .field--type-text-long{_NO_COMMENT}",
            ".node__content",
            ".node .content",
            ".node-content",
        ),
        title=("#page-title", "h1.page-title", ".page-title h1", ".node__title", "h1.title"),
        date=('[property*="dc:date"]', ".submitted", ".node__submitted", ".date-display-single"),
        comments=(".comment .comment-text", ".comment__content", ".comment .content"),
        site=("#site-name", ".site-name", ".site-branding__name"),
    ),
)


def layout_of(soup: BeautifulSoup) -> Layout | None:
    """The layout that a page's marks tell; None for a page of another kind."""
    return next(
        (layout for layout in LAYOUTS if any(soup.select_one(mark) for mark in layout.marks)), None
    )


def select_filled(soup: BeautifulSoup, selectors: tuple[str, ...]) -> list[Tag]:
    """All elements with text that the first fruitful selector meets, none inside another."""
    for selector in selectors:
        met = [element for element in soup.select(selector) if element.get_text(strip=True)]
        if met:
            inner = {id(child) for element in met for child in element.find_all(True)}
            return [element for element in met if id(element) not in inner]
    return []
