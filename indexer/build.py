"""One rebuild, step by step: purge, scan, parse, build aside, validate, promote, tidy up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from .across import CutLines, Shingles, TwinGroup, find_groups, shingles_of, text_of, twins_body
from .contents import digest_of
from .engines import GenerationWriter
from .enrich import staff_warnings
from .errors import ParseError, PromotionRefused
from .installation import Installation, hidden_of, serving_of
from .models import Failure, SourceDocument
from .parsers.sandbox import ParserPool
from .parsing import open_pool, with_media_type
from .pipeline import Pipeline, Sites
from .run_report import RunReport

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Told what is going on, and how many of how many are done."""


def silent(_phase: str, _done: int, _total: int) -> None:
    """Tell nobody."""


class Build:
    """One rebuild, step by step; what it learns goes into the report at once."""

    def __init__(
        self,
        installation: Installation,
        report: RunReport,
        full: bool,
        allow_loss: bool,
        progress: Progress,
    ) -> None:
        self._installation = installation
        self._report = report
        self._allow_loss = allow_loss
        self._progress = progress
        self._pipeline = Pipeline(
            installation.settings.index / "cache",
            installation.vocabularies,
            report.started.date(),
            full,
        )
        self._serving = serving_of(installation.engine)
        self._failed: set[str] = set()

    def run(self) -> None:
        """Purge, scan, parse, build, validate, promote, tidy up."""
        installation, report = self._installation, self._report
        report.purged = installation.store.purge(report.started, installation.settings.restore_days)
        listing = installation.store.scan(
            lambda done, total: self._progress("Reading", done, total)
        )
        report.failures += listing.failures
        for path, told in listing.warnings.items():
            report.warn(path, told)
        documents = self._typed(listing.documents)
        writer = installation.engine.create(installation.analyzer, installation.vocabularies)
        try:
            with open_pool(installation.settings) as pool:
                documents = self._parsed(documents, pool)
                sites = self._sites(documents, pool)
                groups = self._twins(documents, sites, pool)
                contents = self._fill(writer, documents, sites, groups, pool)
            report.compare(self._contents_before(), contents)
            self._refuse_loss(len(contents))
            report.generation = writer.finish(listing.digest, report.failures).generation
            self._refuse_unsound(report.generation)
        except BaseException:
            writer.discard()
            raise
        installation.contents.save(report.generation, installation.inputs, contents, sites.lines)
        self._promote(report.generation)

    def _typed(self, documents: tuple[SourceDocument, ...]) -> list[SourceDocument]:
        typed = []
        for document in documents:
            try:
                typed.append(with_media_type(document))
            except OSError as error:
                self._fail(document, ParseError(f"is gone or cannot be read ({error.strerror})"))
        return typed

    def _parsed(self, documents: list[SourceDocument], pool: ParserPool) -> list[SourceDocument]:
        """Parse what is new; returns the documents that could be, each as it was parsed."""
        new = self._pipeline.files.missing(documents)
        self._report.parsed = len(new)
        parsing = self._pipeline.files.parse(new, pool, self._counter("Parsing", len(new)))
        for document in documents:
            if document.path in parsing.failed:
                self._fail(document, parsing.failed[document.path])
        sound = (one for one in documents if one.path not in parsing.failed)
        return [parsing.documents.get(one.path, one) for one in sound]

    def _sites(self, documents: Sequence[SourceDocument], pool: ParserPool) -> Sites:
        files = self._pipeline.files
        return self._pipeline.sites(
            self._each("Comparing", documents, lambda one: files.lines(one, pool))
        )

    def _twins(
        self, documents: Sequence[SourceDocument], sites: Sites, pool: ParserPool
    ) -> dict[str, TwinGroup]:
        """Make the records that are new, and find who has a twin; what is withdrawn has none."""
        withdrawn = self._installation.store.withdrawn_ids(hidden_of(self._installation.engine))
        sketched = self._each(
            "Enriching", documents, lambda one: self._pipeline.sketch(one, sites, pool)
        )
        sketches = {one.id: sketch for one, sketch in sketched if one.id not in withdrawn}
        by_id = {one.id: one for one in documents}
        groups = find_groups(sketches, lambda one: self._shingles(by_id[one], sites, pool))
        self._report.twins = twins_body(groups, {one.id: one.path for one in documents})
        return {one: group for group in groups for one in group.ids}

    def _shingles(self, document: SourceDocument, sites: Sites, pool: ParserPool) -> Shingles:
        """What near twins share; nothing where the record, made anew, fails this time."""
        try:
            return shingles_of(text_of(self._pipeline.record(document, sites, pool)))
        except ParseError as error:
            self._fail(document, error)
            return shingles_of("")

    def _fill(
        self,
        writer: GenerationWriter,
        documents: Sequence[SourceDocument],
        sites: Sites,
        groups: Mapping[str, TwinGroup],
        pool: ParserPool,
    ) -> dict[str, str]:
        """Add every record with its twins; returns ids with digests."""
        contents: dict[str, str] = {}
        cut = CutLines()
        made = self._each(
            "Indexing", documents, lambda one: self._pipeline.record(one, sites, pool)
        )
        for document, record in made:
            group = groups.get(document.id)
            writer.add(replace(record, twins=group.twins_of(document.id)) if group else record)
            cut.add(sites.by_path.get(document.path, ""), record)
            self._report.warn(document.path, (*record.warnings, *staff_warnings(record)))
            contents[document.id] = digest_of(document)
        self._report.site_lines = cut.body()
        return contents

    def _each(
        self,
        phase: str,
        documents: Sequence[SourceDocument],
        work: Callable[[SourceDocument], T],
    ) -> Iterator[tuple[SourceDocument, T]]:
        """Each document with what the work gives; one that fails is told, and left out after."""
        sound = [one for one in documents if one.path not in self._failed]
        count = self._counter(phase, len(sound))
        for document in sound:
            try:
                yield document, work(document)
            except ParseError as error:
                self._fail(document, error)
            count()

    def _contents_before(self) -> dict[str, str]:
        return (
            self._installation.contents.documents(self._serving.generation) if self._serving else {}
        )

    def _refuse_loss(self, documents: int) -> None:
        before = self._serving.documents if self._serving else 0
        lost = before - len(self._report.purged) - documents
        share = self._installation.settings.max_lost_share
        if not self._allow_loss and lost > 0 and lost > share * before:
            raise PromotionRefused(
                f"The new index has {documents} documents, the old one {before}: more than "
                f"{share:.0%} would be lost. The old one goes on serving. Check the corpus "
                f"{self._installation.settings.corpus}; if it is right, run "
                "`loistohaku rebuild --allow-loss`."
            )

    def _refuse_unsound(self, generation: str) -> None:
        if problems := self._installation.engine.validate(generation):
            raise PromotionRefused(
                f"The new index is not sound: {' '.join(problems)} The old one goes on serving. "
                "Run `loistohaku rebuild --full`."
            )

    def _promote(self, generation: str) -> None:
        engine, store = self._installation.engine, self._installation.store
        with store.unchanging():
            withdrawn = store.withdrawn_ids(hidden_of(engine))
            # First more than need be, so that nothing withdrawn is ever seen.
            engine.hide(withdrawn | hidden_of(engine))
            engine.promote(generation)
            engine.hide(withdrawn)
        self._report.pruned = engine.prune(self._installation.settings.keep_generations)
        self._installation.contents.keep_only({one.generation for one in engine.generations()})
        self._pipeline.forget_unused()

    def _fail(self, document: SourceDocument, error: ParseError) -> None:
        if document.path not in self._failed:
            self._failed.add(document.path)
            self._report.failures.append(Failure(document.path, str(error)))

    def _counter(self, phase: str, total: int) -> Callable[[], None]:
        done = 0

        def count() -> None:
            nonlocal done
            done += 1
            self._progress(phase, done, total)

        return count
