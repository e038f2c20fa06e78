"""A slogan in its two spellings, as slide templates of a town mix them."""

from __future__ import annotations


def spellings(slogan: str) -> tuple[str, str]:
    """Give a slogan as written and with its last part in capitals ("Nokia – VIRTA VIE")."""
    for separator in (" – ", ", "):
        first, found, rest = slogan.partition(separator)
        if found:
            return slogan, f"{first}{separator}{rest.upper()}"
    return slogan, slogan.upper()


def on_slide(slogan: str, number: int) -> str:
    """The spelling that stands on a slide: the other one on every third."""
    return spellings(slogan)[number % 3 == 0] if slogan else ""
