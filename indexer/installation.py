"""What rebuilds and commands work with: settings, engine, analyser, vocabularies, corpus."""

from __future__ import annotations

from dataclasses import dataclass

from .analysis.analyzer import Analyzer, load_analyzer
from .contents import Contents
from .corpus_store import CorpusStore
from .engines import Engine, open_engine
from .errors import EngineError
from .models import IndexManifest
from .parse_cache import key_of
from .pipeline import rules_version
from .settings import Settings
from .vocabulary import Vocabularies, load_vocabularies


@dataclass(frozen=True, slots=True)
class Installation:
    """What a rebuild works with."""

    settings: Settings
    engine: Engine
    analyzer: Analyzer
    vocabularies: Vocabularies
    store: CorpusStore
    contents: Contents

    @property
    def inputs(self) -> str:
        """Digest of everything but the corpus that decides what the index says."""
        return key_of(
            self.engine.compatibility,
            self.analyzer.fingerprint,
            self.vocabularies.digest,
            rules_version(),
        )


def open_installation(settings: Settings) -> Installation:
    """Open engine, analyser, vocabularies and corpus. Raises SettingsError, VocabularyError."""
    vocabularies = load_vocabularies(settings.vocabularies)
    return Installation(
        settings,
        open_engine(settings),
        load_analyzer(settings.stopwords),
        vocabularies,
        CorpusStore(settings.corpus, vocabularies),
        Contents(settings.index / "contents"),
    )


def is_current(installation: Installation) -> bool:
    """Whether an index stands that today's program and vocabularies would build so."""
    current = serving_of(installation.engine)
    return (
        current is not None
        and current.compatibility == installation.engine.compatibility
        and installation.contents.inputs(current.generation) == installation.inputs
    )


def hide_withdrawn(store: CorpusStore, engine: Engine) -> None:
    """Keep out of search exactly what the corpus says is withdrawn or was purged."""
    with store.unchanging():
        engine.hide(store.withdrawn_ids(engine.hidden()))


def serving_of(engine: Engine) -> IndexManifest | None:
    """What serves; a damaged index counts as none, since a rebuild is what mends it."""
    try:
        return engine.current()
    except EngineError:
        return None


def hidden_of(engine: Engine) -> frozenset[str]:
    """The withdrawn ids; where they are damaged, what the corpus says is all there is."""
    try:
        return engine.hidden()
    except EngineError:
        return frozenset()
