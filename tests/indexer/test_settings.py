"""Settings: defaults, then the file, then the environment, then what a command says."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SettingsError
from indexer.settings import Settings, load_settings


def test_without_a_file_folders_stand_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings(environ={})
    assert (settings.corpus, settings.index) == (tmp_path / "corpus", tmp_path / "index")
    assert settings.vocabularies is settings.stopwords is None


def test_the_file_s_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "loistohaku.toml"
    file.write_text('corpus = "asiakirjat"\npage_size = 20\nmax_lost_share = 0.5')
    settings = load_settings(file, environ={})
    assert settings.corpus == tmp_path / "asiakirjat"
    assert (settings.page_size, settings.max_lost_share) == (20, 0.5)


def test_the_environment_wins_over_the_file_and_a_command_over_both(tmp_path: Path) -> None:
    file = tmp_path / "loistohaku.toml"
    file.write_text('corpus = "a"\nindex = "a"\npage_size = 1')
    environ = {
        "LOISTOHAKU_INDEX": "/b",
        "LOISTOHAKU_CORPUS": "/b",
        "LOISTOHAKU_DEBUG": "1",
        "OTHER": "x",
    }
    settings = load_settings(file, environ, corpus=Path("/c"), index=None)
    assert (settings.corpus, settings.index, settings.page_size) == (Path("/c"), Path("/b"), 1)


def test_folders_beside_the_file_replace_packaged_lists(tmp_path: Path) -> None:
    (tmp_path / "vocabularies").mkdir()
    file = tmp_path / "loistohaku.toml"
    file.write_text("")
    settings = load_settings(file, environ={})
    assert settings.vocabularies == tmp_path / "vocabularies"
    assert settings.stopwords is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("corpsu = 'a'", "Unknown setting 'corpsu'"),
        ("page_size = 'ten'", "page_size"),
        ("page_size = true", "page_size"),
        ("site_name = 3", "site_name"),
        ("keep_generations = 0", "1 or more"),
        ("page_size = 0", "1 or more"),
        ("restore_days = -1", "1 or more"),
        ("corpus = '.'", "lies in the corpus"),
        ("index = 'corpus/index'", "lies in the corpus"),
        ("max_lost_share = 2", "between 0 and 1"),
        ("corpus =", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "loistohaku.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=told):
        load_settings(file, environ={})


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no settings file"):
        load_settings(tmp_path / "none.toml", environ={})


def test_a_wrong_value_in_the_environment_is_named() -> None:
    with pytest.raises(SettingsError, match="in the environment"):
        load_settings(environ={"LOISTOHAKU_PARSE_WORKERS": "many"})


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Settings().page_size = 3  # type: ignore[misc]
