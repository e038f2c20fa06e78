"""What the pages for developers and operators say is there is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md", "NOTICE", "docs/design.md")
PATH = re.compile(r"(?:indexer|search_app|tests|locks|stopwords|docs|corpus)/[\w./-]*\w|\.ci/run")


def read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_named_is_there(page: str) -> None:
    named = {path for path in PATH.findall(read(page)) if "NAME" not in path}
    assert not {path for path in named if not (ROOT / path).exists()}


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["test"], *extras["bench"]]
    reasons = read("docs/design.md").partition("\n## Dependencies\n")[2]
    rows = re.findall(r"^\| ([a-z0-9-]+) \|", reasons, re.MULTILINE)
    assert sorted({Requirement(line).name for line in lines}) == sorted(set(rows) - {"package"})


def test_the_readme_names_the_two_commands_and_what_they_need() -> None:
    text = read("README.md")
    for part in ("make run", "make test", "apt-get install git make python3-venv"):
        assert part in text


def test_the_licence_is_whole() -> None:
    text = read("LICENSE")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert re.findall(r"^(\d+)\.[A-Z]", text, re.MULTILINE) == [str(n) for n in range(1, 16)]
    assert "Appendix" in text
    assert text.endswith("require the production of a new EUPL version.\n")
