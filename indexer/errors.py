"""Everything that can go wrong and that somebody can mend.

LoistohakuError              base: its text says what is wrong and what to do
├── SettingsError            a setting or a folder it names
├── VocabularyError          a vocabulary, stop word or synonym file
├── CorpusError              the corpus folder, a sidecar, an unknown document
├── ParseError               one document could not be read; costs that document only
├── QueryError               what a caller of the API asked for (400)
├── EngineError              the index (503)
│   ├── NoIndexError         nothing has been indexed yet
│   └── IndexMismatchError   the index was built by another analyser or schema
└── RebuildError             the nightly rebuild
    ├── RebuildRunningError  another rebuild holds the lock
    └── PromotionRefused     the new generation failed its validation
"""

from __future__ import annotations


class LoistohakuError(Exception):
    """Base of all errors a user or an operator can mend."""


class SettingsError(LoistohakuError):
    """A setting is wrong or names a folder that cannot be used."""


class VocabularyError(LoistohakuError):
    """A vocabulary, stop word or synonym file cannot be used."""


class CorpusError(LoistohakuError):
    """The corpus folder, a sidecar or a document in it cannot be used."""


class ParseError(LoistohakuError):
    """One document could not be read; the others are not concerned."""


class QueryError(LoistohakuError):
    """A request asks for something that does not exist."""


class EngineError(LoistohakuError):
    """The index cannot answer."""


class NoIndexError(EngineError):
    """Nothing has been indexed yet."""


class IndexMismatchError(EngineError):
    """The index was built by another analyser, vocabulary or schema."""


class RebuildError(LoistohakuError):
    """The index could not be rebuilt."""


class RebuildRunningError(RebuildError):
    """Another rebuild holds the lock."""


class PromotionRefused(RebuildError):  # noqa: N818 - a decision, not a fault
    """The new generation failed its validation; the old one goes on serving."""
