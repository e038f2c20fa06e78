"""What staff forbid to serve is not served, however old the index is."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.installation import open_installation
from indexer.rebuild import rebuild, roll_back
from indexer.search import open_search
from indexer.settings import Settings


@pytest.mark.parametrize("said", ["link_only = true", "title = "])
def test_what_may_only_be_linked_to_is_so_at_once_and_after_a_roll_back(
    tmp_path: Path, said: str
) -> None:
    site = open_installation(
        Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", parse_workers=1)
    )
    site.settings.corpus.mkdir()
    (site.settings.corpus / "sivu.md").write_text("# Retki\n\nRyhmä retkeili.\n", "utf-8")

    def is_linked_to() -> bool:
        found = open_search(site.settings).document("sivu")
        assert found is not None
        return found.link_only

    rebuild(site)
    assert not is_linked_to()
    (site.settings.corpus / "sivu.md.toml").write_text(said, "utf-8")
    assert is_linked_to()
    rebuild(site)
    assert is_linked_to()
    roll_back(site)
    assert is_linked_to()
