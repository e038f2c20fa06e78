"""The locks hold every dependency with its hashes, agree with each other and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "locks"
PYTHONS = ("3.11.2", "3.11.9", "3.12.1", "3.13.0")
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?(?P<hashes>"
    r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+)$",
    re.MULTILINE,
)

Entry = tuple[str, str, str, frozenset[str]]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def entries(lock: str) -> set[Entry]:
    """(name, version, marker, hashes) of each entry of a lock."""
    text = (LOCKS / f"{lock}.txt").read_text("utf-8")
    return {
        (m["name"], m["version"], m["marker"] or "", frozenset(m["hashes"].split()) - {"\\"})
        for m in ENTRY.finditer(text)
    }


def versions(lock: str, python: str) -> dict[str, str]:
    """What a lock installs on Linux under one version of Python."""
    linux = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    chosen = [
        (name, version)
        for name, version, marker, _ in entries(lock)
        if not marker or Marker(marker).evaluate(linux)
    ]
    assert len(chosen) == len(dict(chosen)), "one version of each package"
    return dict(chosen)


def wanted(lock: str) -> list[Requirement]:
    """What a lock is made for."""
    extras = project()["project"]["optional-dependencies"]
    chosen = {"run": (), "test": ("test", "bench", "ocr")}.get(lock, (lock,))
    lines = [*project()["project"]["dependencies"], *(r for name in chosen for r in extras[name])]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", ["run", "test", "voikko", "ocr"])
def test_every_line_of_a_lock_is_an_entry_with_hashes(lock: str) -> None:
    text = (LOCKS / f"{lock}.txt").read_text("utf-8")
    rest = [line for line in ENTRY.sub("", text).splitlines() if line and line[0] != "#"]
    assert not rest
    assert "://" not in text


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", ["run", "test", "voikko", "ocr"])
def test_a_lock_meets_what_the_project_asks(lock: str, python: str) -> None:
    locked = versions(lock, python)
    for requirement in wanted(lock):
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("lock", ["run", "voikko", "ocr"])
def test_locks_agree(lock: str) -> None:
    beside = {entry[0]: entry for entry in entries("test")}
    shared = [entry for entry in entries(lock) if entry[0] in beside]
    assert set(shared) <= entries("test")
    assert {entry[0] for entry in entries("run")} <= set(beside)


def test_the_build_backend_is_locked() -> None:
    (line,) = project()["build-system"]["requires"]
    backend = Requirement(line)
    assert line in (LOCKS / "build.in").read_text("utf-8").splitlines()
    for lock in ("run", "test"):
        locked = versions(lock, "3.12.1")
        assert backend.specifier.contains(locked[backend.name])
        assert "editables" in locked


def test_the_documented_extras_exist() -> None:
    assert {"voikko", "ocr", "test", "bench"} <= set(project()["project"]["optional-dependencies"])
