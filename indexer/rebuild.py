"""The nightly rebuild: build aside, validate, promote, keep the last ones; and rolling back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from filelock import FileLock, Timeout

from .analysis.analyzer import Analyzer, load_analyzer
from .contents import Contents, digest_of
from .corpus_store import CorpusStore
from .engines import Engine, GenerationWriter, open_engine
from .errors import (
    EngineError,
    NoIndexError,
    ParseError,
    PromotionRefused,
    RebuildError,
    RebuildRunningError,
)
from .models import Failure, IndexManifest, SourceDocument
from .parse_cache import key_of
from .parsers.sandbox import ParserPool
from .pipeline import Pipeline, open_pool, rules_version, with_media_type
from .run_report import Outcome, RunReport, save_report
from .settings import Settings
from .vocabulary import Vocabularies, load_vocabularies

Progress = Callable[[str, int, int], None]
"""Told what is going on, and how many of how many are done."""


def silent(_phase: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class House:
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


def open_house(settings: Settings) -> House:
    """Open engine, analyser, vocabularies and corpus. Raises SettingsError, VocabularyError."""
    vocabularies = load_vocabularies(settings.vocabularies)
    return House(
        settings,
        open_engine(settings),
        load_analyzer(settings.stopwords),
        vocabularies,
        CorpusStore(settings.corpus, vocabularies),
        Contents(settings.index / "contents"),
    )


def is_current(house: House) -> bool:
    """Whether an index stands that today's program and vocabularies would build so."""
    serving = _serving(house.engine)
    return (
        serving is not None
        and serving.compatibility == house.engine.compatibility
        and house.contents.inputs(serving.generation) == house.inputs
    )


def rebuild(
    house: House,
    full: bool = False,
    allow_loss: bool = False,
    progress: Progress = silent,
    now: datetime | None = None,
) -> RunReport:
    """Bring the index up to the corpus; the report is kept in ``runs/`` however it ends.

    ``full`` parses and enriches everything anew; ``allow_loss`` promotes however many documents
    were lost. Raises RebuildRunningError, PromotionRefused and whatever stopped it.
    """
    with rebuild_lock(house.settings):
        report = RunReport(now or datetime.now(UTC))
        try:
            _Build(house, report, full, allow_loss, progress).run()
            report.end(Outcome.PROMOTED)
        except PromotionRefused as error:
            report.end(Outcome.REFUSED, [str(error)])
            raise
        except BaseException as error:
            report.end(Outcome.FAILED, [str(error) or type(error).__name__])
            raise
        finally:
            save_report(house.settings.index / "runs", report)
        return report


def roll_back(house: House) -> tuple[str, str]:
    """Promote the generation before the serving one; returns (what served, what serves).

    What is withdrawn stays so, and no later roll-back leads to what was rolled back from.
    Raises NoIndexError and RebuildError.
    """
    with rebuild_lock(house.settings):
        serving = house.engine.current()
        if serving is None:
            raise NoIndexError("Nothing has been indexed yet. Run `loistohaku rebuild`.")
        fit = [one for one in house.engine.generations() if _may_follow(one, serving, house)]
        if not fit:
            raise RebuildError(
                f"There is no generation before {serving.generation} that this version of the "
                "program can search. Run `loistohaku rebuild` to build the index anew."
            )
        target = fit[-1].generation
        hide_withdrawn(house.store, house.engine)
        house.engine.promote(target)
        house.contents.forget(serving.generation)
        return serving.generation, target


def _may_follow(one: IndexManifest, serving: IndexManifest, house: House) -> bool:
    """Whether a generation is older, can be searched, and was found sound when it was built."""
    return (
        one.generation < serving.generation
        and one.compatibility == house.engine.compatibility
        and house.contents.inputs(one.generation) is not None
    )


def hide_withdrawn(store: CorpusStore, engine: Engine) -> None:
    """Keep out of search exactly what the corpus says is withdrawn or was purged."""
    with store.unchanging():
        engine.hide(store.withdrawn_ids(engine.hidden()))


@contextmanager
def rebuild_lock(settings: Settings) -> Iterator[None]:
    """Hold the lock of the index.

    Raises RebuildRunningError where another holds it, RebuildError where it cannot be had.
    """
    lock = FileLock(settings.index / "rebuild.lock", timeout=0)
    try:
        settings.index.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise RebuildRunningError(
            f"Another rebuild of {settings.index} is running. Wait until it ends; "
            "`loistohaku status` shows what it did."
        ) from error
    except OSError as error:
        raise RebuildError(
            f"The index folder {settings.index} cannot be written to ({error.strerror}). "
            "Correct its rights, or name another folder with --index."
        ) from error
    try:
        yield
    finally:
        lock.release()


class _Build:
    """One rebuild, step by step; what it learns goes into the report at once."""

    def __init__(
        self, house: House, report: RunReport, full: bool, allow_loss: bool, progress: Progress
    ) -> None:
        self._house = house
        self._report = report
        self._allow_loss = allow_loss
        self._progress = progress
        self._pipeline = Pipeline(
            house.settings.index / "cache", house.vocabularies, report.started.date(), full
        )
        self._serving = _serving(house.engine)

    def run(self) -> None:
        """Purge, scan, parse, build, validate, promote, tidy up."""
        house, report = self._house, self._report
        report.purged = house.store.purge(report.started, house.settings.restore_days)
        listing = house.store.scan(lambda done, total: self._progress("Reading", done, total))
        report.failures += listing.failures
        for path, told in listing.warnings.items():
            report.warn(path, told)
        documents = self._typed(listing.documents)
        writer = house.engine.create(house.analyzer, house.vocabularies)
        try:
            with open_pool(house.settings) as pool:
                contents = self._fill(writer, documents, pool)
            report.compare(self._contents_before(), contents)
            self._refuse_loss(len(contents))
            report.generation = writer.finish(listing.digest, report.failures).generation
            self._refuse_unsound(report.generation)
        except BaseException:
            writer.discard()
            raise
        house.contents.save(report.generation, house.inputs, contents)
        self._promote(report.generation)

    def _typed(self, documents: tuple[SourceDocument, ...]) -> list[SourceDocument]:
        typed = []
        for document in documents:
            try:
                typed.append(with_media_type(document))
            except OSError as error:
                self._fail(document, ParseError(f"is gone or cannot be read ({error.strerror})"))
        return typed

    def _fill(
        self, writer: GenerationWriter, documents: list[SourceDocument], pool: ParserPool
    ) -> dict[str, str]:
        """Parse what is new and add every record; returns ids with digests."""
        new = self._pipeline.unparsed(documents)
        self._report.parsed = len(new)
        failed = self._pipeline.parse(new, pool, self._counter("Parsing", len(new)))
        sound = [one for one in documents if one.path not in failed]
        count = self._counter("Indexing", len(sound))
        contents = {}
        for document, record in self._pipeline.records(sound, pool):
            if isinstance(record, ParseError):
                failed[document.path] = record
            else:
                writer.add(record)
                self._report.warn(document.path, record.warnings)
                contents[document.id] = digest_of(document)
            count()
        for document in documents:
            if document.path in failed:
                self._fail(document, failed[document.path])
        return contents

    def _contents_before(self) -> dict[str, str]:
        return self._house.contents.documents(self._serving.generation) if self._serving else {}

    def _refuse_loss(self, documents: int) -> None:
        before = self._serving.documents if self._serving else 0
        lost = before - len(self._report.purged) - documents
        share = self._house.settings.max_lost_share
        if not self._allow_loss and lost > 0 and lost > share * before:
            raise PromotionRefused(
                f"The new index has {documents} documents, the old one {before}: more than "
                f"{share:.0%} would be lost. The old one goes on serving. Check the corpus "
                f"{self._house.settings.corpus}; if it is right, run "
                "`loistohaku rebuild --allow-loss`."
            )

    def _refuse_unsound(self, generation: str) -> None:
        if problems := self._house.engine.validate(generation):
            raise PromotionRefused(
                f"The new index is not sound: {' '.join(problems)} The old one goes on serving. "
                "Run `loistohaku rebuild --full`."
            )

    def _promote(self, generation: str) -> None:
        engine, store = self._house.engine, self._house.store
        with store.unchanging():
            withdrawn = store.withdrawn_ids(_hidden(engine))
            # First more than need be, so that nothing withdrawn is ever seen.
            engine.hide(withdrawn | _hidden(engine))
            engine.promote(generation)
            engine.hide(withdrawn)
        self._report.pruned = engine.prune(self._house.settings.keep_generations)
        self._house.contents.keep_only({one.generation for one in engine.generations()})
        self._pipeline.forget_unused()

    def _fail(self, document: SourceDocument, error: ParseError) -> None:
        self._report.failures.append(Failure(document.path, str(error)))

    def _counter(self, phase: str, total: int) -> Callable[[], None]:
        done = 0

        def count() -> None:
            nonlocal done
            done += 1
            self._progress(phase, done, total)

        return count


def _serving(engine: Engine) -> IndexManifest | None:
    """What serves; a damaged index counts as none, since a rebuild is what mends it."""
    try:
        return engine.current()
    except EngineError:
        return None


def _hidden(engine: Engine) -> frozenset[str]:
    """The withdrawn ids; where they are damaged, what the corpus says is all there is."""
    try:
        return engine.hidden()
    except EngineError:
        return frozenset()
