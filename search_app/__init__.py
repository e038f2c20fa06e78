"""Loistohaku on the web and in the terminal: pages, JSON, commands."""

from __future__ import annotations

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider
from flask_babel import Babel, get_locale

from indexer import LANGUAGES, SearchService, Settings, load_analyzer, open_search

from . import caching, failures, metrics, security, views
from .addresses import document_address, language_of, local
from .context import context, furnish
from .formats import local_date, local_number, local_size, timestamp

LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""Each language by its own name."""


class Json(DefaultJSONProvider):
    """JSON in UTF-8, its keys in the order that the contract gives them."""

    sort_keys = False
    ensure_ascii = False


def create_app(settings: Settings, service: SearchService | None = None) -> Flask:
    """The web application over an index; it follows the index without a restart.

    Raises SettingsError or VocabularyError. An index that is missing or broken raises nothing
    here: the pages say it, and show results as soon as it is there.
    """
    app = Flask(__name__)
    app.json = Json(app)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    found = service or open_search(settings)
    furnish(app, settings, found, load_analyzer(settings.stopwords))
    Babel(app, default_locale=LANGUAGES[0], locale_selector=lambda: language_of(request.path))
    _prepare_templates(app, settings)
    metrics.measure(app, found)
    security.guard(app)
    caching.keep_nothing_else(app)
    failures.handle(app)
    views.hang(app)
    return app


def _prepare_templates(app: Flask, settings: Settings) -> None:
    def here() -> str:
        return str(get_locale())

    app.jinja_env.filters["day"] = lambda value: local_date(value, here())
    app.jinja_env.filters["timestamp"] = timestamp
    app.jinja_env.filters["number"] = lambda value: local_number(value, here())
    app.jinja_env.filters["size"] = lambda value: local_size(value, here())
    app.jinja_env.globals.update(
        site_name=settings.site_name,
        language_names=LANGUAGE_NAMES,
        local=local,
        document_address=document_address,
        static_file=lambda name: f"/static/{name}?v={context().release}",
    )
