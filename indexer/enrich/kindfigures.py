"""Signs of kinds that are figures of the form: layout and voice, which any wording shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from .kindforms import Form


class FormSign(NamedTuple):
    """A figure of the form that speaks for kinds, and why it does."""

    name: str
    holds: Callable[[Form], bool]
    weights: Mapping[str, float]
    why: str


FORM_SIGNS: tuple[FormSign, ...] = (
    FormSign(
        "slides",
        lambda f: f.reading.layout == "slides" or "presentation" in f.reading.media_type,
        {"presentation": 20},
        "the format is that of slides",
    ),
    FormSign(
        "laid out as slides",
        lambda f: f.loose >= 0.7 and f.blanks < 2 and len(f.lines) >= (5 if f.is_shared else 8),
        {"presentation": 3, "plan": 0.5, "project_page": 0.5},
        "slides are lines, hardly sentences",
    ),
    FormSign(
        "bullets",
        lambda f: len(f.lines) >= 8 and f.items >= 0.35 and f.loose >= 0.65 and f.blanks < 2,
        {"presentation": 3},
        "slides are bullets",
    ),
    FormSign(
        "shared as a file",
        lambda f: f.is_shared,
        {"report": 1.5, "thesis": 0.5},
        "what is shared as PDF is most often a report or a thesis",
    ),
    FormSign(
        "a longer PDF",
        lambda f: "pdf" in f.reading.media_type and f.reading.words > 400,
        {"report": 4},
        "a longer PDF without other signs is most often a report",
    ),
    FormSign(
        "a blog's layout",
        lambda f: f.reading.layout == "blogger",
        {"blog": 6},
        "blog software made it",
    ),
    FormSign("comments", lambda f: f.reading.has_comments, {"blog": 4}, "readers commented on it"),
    FormSign("I", lambda f: f.says_i >= 0.7, {"blog": 4.5}, "bloggers say I"),
    FormSign(
        "we",
        lambda f: f.says_we >= 1.5 and f.loose < 0.65,
        {"blog": 3, "network_page": 1},
        "bloggers say we",
    ),
    FormSign(
        "questions",
        lambda f: f.asks >= 0.7 and f.loose < 0.6 and f.blanks < 2,
        {"blog": 3.5},
        "bloggers ask and exclaim",
    ),
    FormSign("orders", lambda f: f.orders >= 0.9, {"guide": 3}, "guides tell what to do"),
    FormSign("many orders", lambda f: f.orders >= 4, {"guide": 3}, "guides tell what to do"),
    FormSign("blanks", lambda f: f.blanks >= 3, {"tool": 7}, "forms have places to fill in"),
    FormSign(
        "rules",
        lambda f: f.rules >= 2 and f.past < 3,
        {"plan": 2},
        "plans tell what is done, not what was",
    ),
    FormSign(
        "past",
        lambda f: f.past >= 4,
        {"report": 1.5, "plan": -2},
        "reports tell what was done, plans what shall be",
    ),
    FormSign(
        "prose of today",
        lambda f: f.past < 2 and f.loose < 0.45 and f.says_we + f.says_i < 0.7 and f.rules < 2,
        {"news": 1, "article": 1},
        "news and articles are running text of nobody in particular",
    ),
    FormSign(
        "this week",
        lambda f: f.names_weekday and f.says_we + f.says_i < 0.7 and f.loose < 0.7,
        {"news": 3},
        "news tell what was decided on a day of the week",
    ),
    FormSign("an officer", lambda f: f.officer_tells, {"news": 3.5}, "news let an officer tell"),
    FormSign(
        "sources",
        lambda f: f.has_sources,
        {"article": 1.5, "thesis": 0.5},
        "works of scholars list their sources",
    ),
)
