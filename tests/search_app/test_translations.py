"""Every text of the interface is there in each language, and the catalogues in use are fresh."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from indexer.across.site_lines import SITE_LINE
from indexer.enrich.boilerplate import SLOGAN
from indexer.parsers import reasons

APP = Path(__file__).parents[2] / "search_app"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
OPTIONS = {"**/templates/**.html": {"extensions": "jinja2.ext.i18n"}}
HOLE = re.compile(r"%\(\w+\)s")
RENEW = "Run: make texts"

Key = str | tuple[str, ...]


def forms(text: object) -> tuple[str, ...]:
    """The singular and plural forms of a message; one where it has no plural."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text or ""),)


def catalogue(language: str) -> Catalog:
    with (APP / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def texts_in_use() -> set[Key]:
    found = extract_from_dir(str(APP), METHODS, OPTIONS)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    messages = [message for message in catalogue(language) if message.id]
    assert {message.id for message in messages} == texts_in_use(), RENEW
    for message in messages:
        asked, said = forms(message.id), forms(message.string)
        assert all(said), message.id
        assert not message.fuzzy
        for one in said:
            assert set(HOLE.findall(one)) == set(HOLE.findall(asked[0])), message.id


def test_every_reason_that_is_given_has_its_words() -> None:
    values = ((name, text) for name, text in vars(reasons).items() if name.isupper())
    given = {text for _, text in values if isinstance(text, str)} | {SLOGAN, SITE_LINE}
    template = (APP / "templates" / "_reasons.html").read_text("utf-8")
    assert not {reason for reason in given if f'"{reason}":' not in template}


def test_every_kind_of_warning_has_its_words() -> None:
    template = (APP / "templates" / "_reasons.html").read_text("utf-8")
    assert not {kind for kind in reasons.WARNINGS if f'"{kind}":' not in template}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_compiled_catalogue_is_fresh(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    file = APP / "translations" / language / "LC_MESSAGES" / "messages.mo"
    assert file.read_bytes() == compiled.getvalue(), RENEW
