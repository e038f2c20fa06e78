"""One blueprint for each kind of address; every one is there in each language."""

from __future__ import annotations

from flask import Flask

from ..addresses import PREFIXES
from . import api, document, feeds, health, search

BLUEPRINTS = (search.pages, document.pages, feeds.pages, api.pages)


def hang(app: Flask) -> None:
    """Give the application its addresses."""
    for language, prefix in PREFIXES.items():
        for blueprint in BLUEPRINTS:
            name = f"{blueprint.name}_{language}"
            app.register_blueprint(blueprint, url_prefix=prefix or None, name=name)
    app.register_blueprint(health.pages)
