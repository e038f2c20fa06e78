"""Progress: a bar on a terminal, few plain lines elsewhere."""

from __future__ import annotations

import io

import pytest

from indexer.commands.progress import TerminalProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_plain_lines_tell_the_end_of_each_phase(capsys: pytest.CaptureFixture[str]) -> None:
    with TerminalProgress() as progress:
        for phase in ("Reading", "Parsing"):
            for done in range(1, 101):
                progress(phase, done, 100)
    assert capsys.readouterr().err.splitlines() == ["Reading: 100 of 100", "Parsing: 100 of 100"]


def test_long_work_speaks_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.commands.progress.SECONDS", 0.0)
    with TerminalProgress() as progress:
        progress("Parsing", 1, 3)
        progress("Parsing", 2, 3)
    assert capsys.readouterr().err.splitlines() == ["Parsing: 1 of 3", "Parsing: 2 of 3"]


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with TerminalProgress() as progress:
        progress("Reading", 1, 2)
        progress("Parsing", 1, 2)
    assert "Reading" in terminal.getvalue()
    assert "Parsing: " in terminal.getvalue()
