"""The house stands on floors: every import is read, and none leads upstairs or in a circle."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("indexer", "search_app")
FLOORS = (
    ("errors", "models", "results", "codec", "files"),
    (
        *("settings", "vocabulary", "corpus_store", "corpus_listing", "corpus_walk"),
        *("sidecar", "document_ids"),
    ),
    ("analysis", "query"),
    ("parsers", "enrich", "across", "snippets", "marking"),
    ("engines",),
    ("pipeline", "parsing", "parse_cache"),
    (
        *(
            "rebuild",
            "build",
            "installation",
            "run_report",
            "status",
            "search",
            "search_request",
            "json_bodies",
            "practice_json",
        ),
        *("evaluate", "inspect", "contents"),
    ),
    ("commands",),
    ("__init__",),
    ("search_app",),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FLASK = {"flask", "flask_babel", "werkzeug", "jinja2"}
MOST_LINES = 400


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in files(*PACKAGES)}


def room_of(module: str) -> str:
    """The room a module lies in: a file or folder of indexer, its door, or search_app."""
    package, *rest = module.split(".")
    if package == "search_app":
        return package
    return rest[0] if rest else "__init__"


@cache
def imports(path: Path) -> tuple[tuple[str, str | None], ...]:
    """Each import anywhere in a file as (absolute module, name or None), in its order."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, str | None]]:
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((base, alias.name) for alias in node.names)


def targets(path: Path) -> set[str]:
    """The modules of our own that a file imports; ``from . import x`` is x where x is a file."""
    found = set()
    for module, name in imports(path):
        inner = f"{module}.{name}"
        target = inner if inner in MODULES else module
        if target in MODULES:
            found.add(target)
    return found


def outside(path: Path) -> set[str]:
    """The top-level names that a file imports."""
    return {module.split(".")[0] for module, _ in imports(path)}


def allowed(source: str, target: str) -> bool:
    here, there = room_of(source), room_of(target)
    side_by_side = all((ROOT / "indexer" / f"{room}.py").is_file() for room in (here, there))
    return (
        here == there
        or FLOOR_OF[there] < FLOOR_OF[here]
        or (side_by_side and FLOOR_OF[there] == FLOOR_OF[here])
    )


def in_child(code: str) -> str:
    """Run code in a fresh interpreter at the root and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(module) for module in MODULES}
    assert rooms <= set(FLOOR_OF), f"give {rooms - set(FLOOR_OF)} a floor in docs and test"


def test_contributors_are_told_the_floors() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told = dict(re.findall(r"^\| (\d) \| (.*) \|$", page, re.MULTILINE))
    for number, rooms in enumerate(FLOORS):
        assert set(rooms) <= set(re.findall(r"`(\w+)`", told[str(number)])), number


@pytest.mark.parametrize("module", MODULES)
def test_a_file_imports_its_own_folder_or_lower_floors(module: str) -> None:
    upstairs = {target for target in targets(MODULES[module]) if not allowed(module, target)}
    assert not upstairs, f"{module} imports {upstairs}"


def test_no_circles_between_files() -> None:
    waiting = {module: targets(path) - {module} for module, path in MODULES.items()}
    while free := {module for module, needs in waiting.items() if not needs}:
        waiting = {m: needs - free for m, needs in waiting.items() if m not in free}
    assert not waiting, f"in or above a circle: {sorted(waiting)}"


def test_whoosh_only_in_its_folder() -> None:
    home = ROOT / "indexer" / "engines" / "whoosh"
    elsewhere = [p for p in files(*PACKAGES) if "whoosh" in outside(p) and home not in p.parents]
    assert not elsewhere


def test_flask_only_in_search_app() -> None:
    assert not [path for path in files("indexer") if outside(path) & FLASK]


def test_indexer_knows_nothing_of_the_web() -> None:
    assert not [path for path in files("indexer") if "search_app" in outside(path)]


def test_the_ground_floor_needs_only_the_standard_library() -> None:
    for room in FLOORS[0]:
        names = outside(ROOT / "indexer" / f"{room}.py")
        assert names <= {*sys.stdlib_module_names, "indexer"}, room


@pytest.mark.parametrize("path", files("search_app"), ids=lambda path: path.name)
def test_search_app_comes_in_through_the_door(path: Path) -> None:
    names = set(in_child("import indexer; print(*indexer.__all__)").split())
    for module, name in imports(path):
        if module.split(".")[0] == "indexer":
            assert module == "indexer", f"{path.name} imports {module}, not the door"
            assert name in names, f"{path.name} imports {name}, which is not in indexer.__all__"


def test_the_door_opens_lazily() -> None:
    code = "import indexer, sys; print(*(m for m in sys.modules if m.startswith('indexer.')))"
    assert in_child(code) == ""
    assert in_child("import indexer; [getattr(indexer, name) for name in indexer.__all__]") == ""


def test_an_unknown_name_at_the_door_is_an_attribute_error() -> None:
    code = "import indexer; print(hasattr(indexer, 'no_such_name'))"
    assert in_child(code) == "False"


def test_parsers_load_neither_whoosh_nor_numpy() -> None:
    code = "import indexer.parsers, sys; print(*({'whoosh', 'numpy'} & set(sys.modules)))"
    assert in_child(code) == ""


@pytest.mark.parametrize("path", files(*PACKAGES, "tests", "benchmarks"), ids=str)
def test_no_file_is_longer_than_a_room(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_one_distribution_provides_whoosh() -> None:
    assert packages_distributions()["whoosh"] == ["Whoosh-Reloaded"]
