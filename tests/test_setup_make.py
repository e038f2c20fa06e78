"""``make run`` and ``make test`` name what is missing and set up only when something changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HINT = "apt-get install git make python3-venv"
MAKE = shutil.which("make")

pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what the set-up reads, and an empty ``bin`` to be its whole PATH."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "locks", tmp_path / "locks")
    (tmp_path / "bin").mkdir()
    program(tmp_path, "echo", """printf '%s\\n' "$*\"""")
    return tmp_path


def program(clone: Path, name: str, script: str = "exit 0") -> None:
    path = clone / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def make(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(MAKE), *arguments],
        cwd=clone,
        env={"PATH": str(clone / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("target", ["run", "test"])
def test_says_what_to_install_without_git(clone: Path, target: str) -> None:
    program(clone, "python3", f'exec {sys.executable} "$@"')
    done = make(clone, target)
    assert done.returncode != 0
    assert HINT in done.stderr


@pytest.mark.parametrize(
    "python3",
    [
        pytest.param("exit 127", id="absent"),
        pytest.param("exit 1", id="too old or too new"),
        pytest.param('case "$2" in *venv*) exit 1; esac; exit 0', id="no venv module"),
    ],
)
def test_says_what_to_install_without_a_fitting_python(clone: Path, python3: str) -> None:
    program(clone, "git")
    program(clone, "python3", python3)
    done = make(clone, "run")
    assert done.returncode != 0
    assert HINT in done.stderr
    assert not (clone / ".venv").exists()


FITTING = 'case "$1" in --version) echo Python 3.13.99; esac; exit 0'


def test_takes_another_python_where_python3_does_not_fit(clone: Path) -> None:
    program(clone, "git")
    program(clone, "python3", "exit 1")
    program(clone, "python3.13", FITTING)
    assert "Creating .venv with Python 3.13.99." in make(clone, "run").stdout


def test_takes_the_python_it_is_given(clone: Path) -> None:
    program(clone, "git")
    program(clone, "python3")
    program(clone, "mine", FITTING)
    assert "Creating .venv with Python 3.13.99." in make(clone, "run", "PYTHON=mine").stdout


def test_never_installs_into_a_python_that_is_not_of_the_venv(clone: Path) -> None:
    program(clone, "git")
    program(clone, "python3", "exit 1")
    half_made = clone / ".venv" / "bin"
    half_made.mkdir(parents=True)
    (half_made / "python").symlink_to(Path(sys.executable).resolve())
    done = make(clone, "run")
    assert HINT in done.stderr
    assert "Installing" not in done.stdout
    assert make(clone, "-n", "run").stdout.count("--require-virtualenv") == 2


def test_installs_only_when_locks_or_project_changed(clone: Path) -> None:
    stamp = clone / ".venv" / "run.stamp"
    assert "--require-hashes" in make(clone, "-n", "run").stdout
    stamp.parent.mkdir()
    stamp.touch()
    assert "pip" not in make(clone, "-n", "run").stdout
    later = stamp.stat().st_mtime + 10
    os.utime(clone / "locks" / "run.txt", (later, later))
    assert "--require-hashes" in make(clone, "-n", "run").stdout


def test_never_builds_a_package_of_others(clone: Path) -> None:
    calls = [line for line in make(clone, "-n", "test").stdout.splitlines() if "-m pip" in line]
    installs = [line for line in calls if " install " in line]
    assert len(installs) == 3
    for line in installs:
        assert "--only-binary :all:" in line or line.endswith("--no-deps --no-build-isolation -e .")


def test_run_rebuilds_where_needed_and_serves_on_the_port(clone: Path) -> None:
    commands = make(clone, "-n", "run", "PORT=8123").stdout.splitlines()
    assert commands[-2].endswith("loistohaku rebuild --if-needed")
    assert commands[-1].endswith("loistohaku serve --port 8123")


def test_plain_make_names_the_two_commands(clone: Path) -> None:
    said = make(clone).stdout
    assert "make run" in said
    assert "make test" in said
