"""The nightly rebuild and rolling back, each under the lock of the index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from filelock import FileLock, Timeout

from .build import Build, Progress, silent
from .errors import NoIndexError, PromotionRefused, RebuildError, RebuildRunningError
from .installation import Installation, hide_withdrawn
from .models import IndexManifest
from .run_report import Outcome, RunReport, save_report
from .settings import Settings


def rebuild(
    installation: Installation,
    full: bool = False,
    allow_loss: bool = False,
    progress: Progress = silent,
    now: datetime | None = None,
) -> RunReport:
    """Bring the index up to the corpus; the report is kept in ``runs/`` however it ends.

    ``full`` parses and enriches everything anew; ``allow_loss`` promotes however many documents
    were lost. Raises RebuildRunningError, PromotionRefused and whatever stopped it.
    """
    with rebuild_lock(installation.settings):
        report = RunReport(now or datetime.now(UTC))
        try:
            Build(installation, report, full, allow_loss, progress).run()
            report.end(Outcome.PROMOTED)
        except PromotionRefused as error:
            report.end(Outcome.REFUSED, [str(error)])
            raise
        except BaseException as error:
            report.end(Outcome.FAILED, [str(error) or type(error).__name__])
            raise
        finally:
            save_report(installation.settings.index / "runs", report)
        return report


def roll_back(installation: Installation) -> tuple[str, str]:
    """Promote the generation before the serving one; returns (what served, what serves).

    What is withdrawn stays so, and no later roll-back leads to what was rolled back from.
    Raises NoIndexError and RebuildError.
    """
    with rebuild_lock(installation.settings):
        serving = installation.engine.current()
        if serving is None:
            raise NoIndexError("Nothing has been indexed yet. Run `loistohaku rebuild`.")
        fit = [
            one
            for one in installation.engine.generations()
            if _may_follow(one, serving, installation)
        ]
        if not fit:
            raise RebuildError(
                f"There is no generation before {serving.generation} that this version of the "
                "program can search. Run `loistohaku rebuild` to build the index anew."
            )
        target = fit[-1].generation
        hide_withdrawn(installation.store, installation.engine)
        installation.engine.promote(target)
        installation.contents.forget(serving.generation)
        return serving.generation, target


def _may_follow(one: IndexManifest, serving: IndexManifest, installation: Installation) -> bool:
    """Whether a generation is older, can be searched, and was found sound when it was built."""
    return (
        one.generation < serving.generation
        and one.compatibility == installation.engine.compatibility
        and installation.contents.inputs(one.generation) is not None
    )


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
