"""The wheel, built and run without a network, finds its lists and pages outside the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PRACTICE = """# Lasten osallisuus aamupiirissä

Kajaanin päiväkodeissa lapset saivat syksyllä 2021 suunnitella aamupiirin itse. Tavoitteena oli
vahvistaa osallisuutta, ja kokeilusta tuli pysyvä tapa toimia.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    return target


def run(
    command: list[str], folder: Path, installed: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder outside the repository, with the wheel's packages first."""
    kept = {name: value for name, value in os.environ.items() if "LOISTOHAKU" not in name}
    environment = {**kept, "PYTHONWARNINGS": "error"}
    if installed:
        environment["PYTHONPATH"] = str(installed)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    own = {
        path.relative_to(ROOT).as_posix()
        for package in ("indexer", "search_app")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert own <= held
    assert {f"indexer/stopwords/{language}.txt" for language in ("fi", "sv", "en")} <= held
    assert {"indexer/vocabularies/themes.csv", "search_app/templates/search.html"} <= held


def test_the_wheel_holds_nothing_else_but_licence_and_notice(wheel: Path) -> None:
    held = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in held} == {
        "indexer",
        "search_app",
        "loistohaku-0.1.0.dist-info",
    }
    for name in ("LICENSE", "NOTICE"):
        assert f"loistohaku-0.1.0.dist-info/licenses/{name}" in held


def test_the_wheels_own_packages_are_the_ones_that_run(installed: Path, tmp_path: Path) -> None:
    code = "import indexer, search_app; print(indexer.__file__, search_app.__file__, sep='\\n')"
    for file in run([sys.executable, "-c", code], tmp_path, installed).stdout.splitlines():
        assert Path(file).is_relative_to(installed)


def test_every_command_is_there(installed: Path, tmp_path: Path) -> None:
    said = run([str(installed / "bin" / "loistohaku"), "--help"], tmp_path, installed).stdout
    for command in ("rebuild", "inspect", "search", "analyze", "status", "serve"):
        assert command in said


def test_stop_words_are_found(installed: Path, tmp_path: Path) -> None:
    program = str(installed / "bin" / "loistohaku")
    terms = run([program, "analyze", "lapset ja päiväkodeissa"], tmp_path, installed).stdout
    assert "päiväkod" in terms
    assert "stop word" in terms


def test_it_indexes_searches_and_shows_a_page(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "aamupiiri.md").write_text(PRACTICE, "utf-8")
    program = str(installed / "bin" / "loistohaku")
    run([program, "rebuild"], tmp_path, installed)
    found = json.loads(run([program, "search", "osallisuus", "--json"], tmp_path, installed).stdout)
    assert found["total"] == 1
    assert found["hits"][0]["regions"] == ["kainuu"]
    page = (
        "from indexer import load_settings; from search_app import create_app;"
        "print(create_app(load_settings()).test_client().get('/sv/?q=osallisuus').text)"
    )
    assert "aamupiirissä" in run([sys.executable, "-c", page], tmp_path, installed).stdout


def test_an_editable_install_finds_its_lists_from_another_folder(tmp_path: Path) -> None:
    package = find_spec("indexer")
    assert package is not None
    assert package.origin == str(ROOT / "indexer" / "__init__.py")
    program = str(Path(sys.executable).parent / "loistohaku")
    assert "stop word" in run([program, "analyze", "lapset ja aikuiset"], tmp_path).stdout
