"""The examples of docs/operations.md work as they stand there, but for the folders."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import search_app.cli
from indexer.commands import terminal
from indexer.settings import Settings

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
HOME = "/srv/loistohaku"
PROGRAM = "program/.venv/bin/loistohaku"
UNITS = dict(re.findall(r"`/etc/systemd/system/([\w.-]+)`:\n\n```ini\n(.*?)```", PAGE, re.S))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation as the page describes it, the program being this checkout's."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text("# Leikki\n\nMetsässä leikittiin.\n", "utf-8")
    settings = re.search(r"```toml\n(.*?)```", PAGE, re.S)
    assert settings is not None
    (tmp_path / "loistohaku.toml").write_text(settings[1])
    program = tmp_path / PROGRAM
    program.parent.mkdir(parents=True)
    python = shlex.quote(sys.executable)
    program.write_text(f'#!/bin/sh\nexec {python} -m search_app.cli "$@"\n')
    program.chmod(0o755)
    return tmp_path


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_the_three_units_are_there() -> None:
    assert sorted(UNITS) == [
        *("loistohaku-rebuild.service", "loistohaku-rebuild.timer", "loistohaku.service"),
    ]


def test_the_units_are_understood_by_systemd(home: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    for name, text in UNITS.items():
        unit = text.replace(HOME, str(home)).replace("User=loistohaku", "User=root")
        (home / name).write_text(unit)
    paths = [str(home / name) for name in UNITS]
    done = subprocess.run([analyze, "verify", "--man=no", *paths], capture_output=True, text=True)
    told = [line for line in done.stderr.splitlines() if str(home) in line or "loistohaku" in line]
    assert (done.returncode, told) == (0, [])


def test_the_service_s_rebuild_works(home: Path) -> None:
    line = re.search(r"ExecStart=(.*)", UNITS["loistohaku-rebuild.service"])
    assert line is not None
    command = shlex.split(line[1].replace(HOME, str(home)))
    done = subprocess.run(command, cwd=home, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (home / "index" / "CURRENT").is_file()


def test_the_line_for_cron_works_and_is_silent(home: Path) -> None:
    line = re.search(r"```cron\n(?:\S+ ){5}(.*)\n```", PAGE)
    assert line is not None
    command = ["/bin/sh", "-c", line[1].replace(HOME, str(home))]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (home / "loistohaku.toml").write_text('corpus = "none"')
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    assert "no corpus folder" in done.stdout


def test_every_command_named_is_there() -> None:
    named = set(re.findall(r"(?:`|^    |bin/)loistohaku\s([a-z]+)", PAGE, re.M))
    assert {"rebuild", "rollback", "withdraw", "serve"} <= named
    assert named <= {*terminal.commands, search_app.cli.serve.name}


def test_every_setting_is_explained_with_its_default() -> None:
    table = PAGE[PAGE.index("| setting |") :].split("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| `?([^|`]*)`? \|", table, re.M))
    assert list(rows) == [field.name for field in fields(Settings)]
    for name, default in rows.items():
        value = getattr(Settings(), name)
        assert value is None or str(value) == default.strip(), name
