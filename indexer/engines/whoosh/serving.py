"""Follows what serves, in every process: the generation of CURRENT and the withdrawn ids."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ...errors import EngineError, NoIndexError
from .columns import Mask
from .generation import IndexFolder, Signature, signature
from .reader import Snapshot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """A generation and who may be seen in it, as they stood together at one moment."""

    snapshot: Snapshot
    visible: Mask
    hidden: frozenset[str]
    current_at: Signature
    hidden_at: Signature


class Serving:
    """Hands out the newest view; two look-ups in the file system where nothing has changed."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._view: View | None = None

    def ask(self, question: Callable[[View], T]) -> T:
        """Ask the serving generation; again where it was replaced and deleted meanwhile.

        Raises NoIndexError where nothing has been promoted.
        """
        while True:
            view = self.view()
            if view is None:
                raise NoIndexError("Nothing has been indexed yet. Run `loistohaku rebuild`.")
            try:
                return question(view)
            except EngineError:
                if signature(self._folder.current) == view.current_at:
                    raise

    def view(self) -> View | None:
        """The view of this moment, or None where nothing serves."""
        now = signature(self._folder.current), signature(self._folder.hidden)
        view = self._view
        if view is not None and (view.current_at, view.hidden_at) == now:
            return view
        with self._lock:
            return self._refreshed()

    def _refreshed(self) -> View | None:
        while True:
            old = self._view
            current_at, hidden_at = signature(self._folder.current), signature(self._folder.hidden)
            if old is not None and (old.current_at, old.hidden_at) == (current_at, hidden_at):
                return old
            name = self._folder.serving()
            if name is None:
                self._view = None
                return None
            try:
                self._view = self._opened(name, old, current_at, hidden_at)
            except EngineError:
                if signature(self._folder.current) == current_at:
                    raise
                continue
            return self._view

    def _opened(
        self, name: str, old: View | None, current_at: Signature, hidden_at: Signature
    ) -> View:
        same = old is not None and old.current_at == current_at
        snapshot = old.snapshot if old is not None and same else self._snapshot(name)
        hidden = self._folder.read_hidden()
        return View(snapshot, snapshot.visible(hidden), hidden, current_at, hidden_at)

    def _snapshot(self, name: str) -> Snapshot:
        self._folder.refuse_if_open_to_others()
        return Snapshot(self._folder.generation(name))
