"""The terminal: what each verb prints, and that errors are one line with the right exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.commands import terminal

TEXTS = {
    "leikki.md": "# Leikki metsässä\n\nKajaanissa leikittiin metsässä syksyllä 2019.\n",
    "raportti.txt": "Loppuraportti\n\nOsallisuus kasvoi Kuopion päiväkodeissa.\n",
    "bad.pdf": "%PDF-1.7 ei mitään",
}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in a folder of its own, with three documents in its corpus."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "corpus" / name).write_text(text, "utf-8")
    (tmp_path / "loistohaku.toml").write_text("parse_workers = 1\n")

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(terminal, words, prog_name="loistohaku")

    return invoke


@pytest.fixture
def indexed(run: Run) -> Run:
    assert run("rebuild").exit_code == 0
    return run


def refused(result: Result, code: int, told: str) -> None:
    assert result.exit_code == code, result.output
    assert told in result.stderr
    assert "Traceback" not in result.output
    if code == 1:
        assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", sorted(terminal.commands))
def test_every_command_has_help_and_takes_the_folders(command: str) -> None:
    result = CliRunner().invoke(terminal, [command, "--help"])
    assert result.exit_code == 0
    assert all(f"--{name}" in result.output for name in ("corpus", "index", "settings"))


def test_the_verbs_of_the_contract_are_there() -> None:
    assert {
        *("rebuild", "add", "withdraw", "restore", "inspect", "search", "analyze", "evaluate"),
        *("status", "check", "rollback"),
    } <= set(terminal.commands)


def test_a_rebuild_says_what_it_did_and_which_files_failed(run: Run) -> None:
    result = run("rebuild")
    assert result.exit_code == 0
    assert "serves 2 documents: 2 added" in result.stdout
    assert "failed: bad.pdf" in result.stderr
    assert "Parsing: 3 of 3" in result.stderr


def test_a_rebuild_s_report_as_json_is_all_that_stdout_holds(run: Run) -> None:
    body = json.loads(run("rebuild", "--json").stdout)
    assert body["counts"] == {"added": 2, "changed": 0, "unchanged": 0, "removed": 0, "failed": 1}
    assert body["failures"][0]["path"] == "bad.pdf"


def test_if_needed_builds_once(run: Run) -> None:
    assert "Generation 000001" in run("rebuild", "--if-needed").stdout
    assert "up to date" in run("rebuild", "--if-needed").stdout


def test_folders_may_stand_before_and_after_the_verb(indexed: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run_ok(indexed("--index", "other", "rebuild", "--corpus", "empty"))
    assert "0 documents" in indexed("--index", "other", "search").stdout
    assert "2 documents" in indexed("--index", "other", "search", "--index", "index").stdout


def run_ok(result: Result) -> bool:
    return result.exit_code == 0


def test_folders_may_come_from_the_environment(
    indexed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "corpus")
    refused(indexed("search", "leikki"), 1, "loistohaku rebuild")
    monkeypatch.setenv("LOISTOHAKU_INDEX", str(tmp_path / "index"))
    assert run_ok(indexed("search", "leikki"))


def test_an_empty_corpus_is_indexed_with_a_clear_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("rebuild", "--corpus", "empty")
    assert result.exit_code == 0
    assert "no documents yet" in result.stdout


def test_missing_things_are_one_line_and_exit_1(run: Run, tmp_path: Path) -> None:
    refused(run("rebuild", "--corpus", "none"), 1, "--corpus")
    refused(run("search", "leikki"), 1, "loistohaku rebuild")
    refused(run("check"), 1, "loistohaku rebuild")
    refused(run("rollback"), 1, "loistohaku rebuild")
    refused(run("status", "--settings", "none.toml"), 1, "settings file")
    refused(run("inspect", "none.html"), 1, "none.html")
    refused(run("withdraw", "none"), 1, "none")
    refused(run("add", "none.pdf"), 1, "none.pdf")
    (tmp_path / "loistohaku.toml").write_text("page_size = 'x'")
    refused(run("status"), 1, "page_size")


def test_a_refused_promotion_exits_1(indexed: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "leikki.md").unlink()
    result = indexed("rebuild")
    assert result.exit_code == 1
    assert "--allow-loss" in result.stderr
    assert "2 documents" in indexed("search").stdout
    assert run_ok(indexed("rebuild", "--allow-loss"))


def test_an_unexpected_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("indexer.commands.indexing.read_status", explode)
    refused(run("status"), 1, "LOISTOHAKU_DEBUG=1")
    monkeypatch.setenv("LOISTOHAKU_DEBUG", "1")
    assert isinstance(run("status").exception, ZeroDivisionError)


def test_wrong_usage_exits_2(indexed: Run) -> None:
    refused(indexed("none"), 2, "No such command")
    refused(indexed("search", "--none"), 2, "No such option")
    refused(indexed("inspect"), 2, "Missing argument")
    refused(indexed("add", "leikki.md", "--region", "Narnia"), 2, "Narnia")
    refused(indexed("add", "a.md", "b.md", "--title", "x"), 2, "one file")
    refused(indexed("add", "a.md", "--date", "eilen"), 2, "eilen")


@pytest.mark.parametrize(
    "words", [("--year", "abc"), ("--page", "-1"), ("--region", "Narnia"), ("--sort", "x")]
)
def test_a_wrong_filter_is_wrong_usage(indexed: Run, words: tuple[str, ...]) -> None:
    refused(indexed("search", *words), 2, words[1])


def test_search_prints_results_with_place_and_marks(indexed: Run) -> None:
    result = indexed("search", "metsä", "--region", "kainuu")
    assert "1 documents" in result.stdout
    assert "[leikki]" in result.stdout
    assert "Kainuu" in result.stdout


def test_search_as_json_is_the_body_of_the_api(indexed: Run) -> None:
    body = json.loads(indexed("search", "osallisuus", "--json", "--limit", "1").stdout)
    assert (body["query"], body["total"], body["size"]) == ("osallisuus", 1, 1)
    assert body["hits"][0]["id"] == "raportti"
    assert "facets" in body


@pytest.mark.parametrize("words", ["*", '"', "-", "((", "a" * 10_000, "sana " * 100, "\\"])
def test_no_words_are_an_error(indexed: Run, words: str) -> None:
    result = indexed("search", "--json", "--", words)
    assert result.exit_code == 0
    json.loads(result.stdout)


def test_an_overlong_query_is_cut_and_says_so(indexed: Run) -> None:
    assert "500 characters" in indexed("search", "a" * 10_000).stderr


def test_no_results_is_success(indexed: Run) -> None:
    result = indexed("search", "olematon")
    assert (result.exit_code, "0 documents" in result.stdout) == (0, True)


def test_add_rebuild_withdraw_restore(indexed: Run, tmp_path: Path) -> None:
    (tmp_path / "Uusi.md").write_text("# Liikunta\n\nHypittiin pihalla.\n", "utf-8")
    words = ("--title", "Hyppy", "--date", "2020-05", "--kind", "blogi", "--municipality", "Lahti")
    result = indexed("add", "Uusi.md", *words, "--theme", "liikunta", "--lang", "fi")
    assert "added with the id uusi" in result.stdout
    refused(indexed("add", "Uusi.md"), 1, "--replace")
    assert run_ok(indexed("rebuild"))
    hit = json.loads(indexed("search", "hypittiin", "--json").stdout)["hits"][0]
    assert (hit["title"], hit["date"], hit["kind"]) == ("Hyppy", "2020-05", "blog")
    assert (hit["municipalities"], hit["themes"]) == (["lahti"], ["liikunta"])
    assert run_ok(indexed("withdraw", "uusi", "--reason", "vanhentunut"))
    assert "0 documents" in indexed("search", "hypittiin").stdout
    assert "uusi" in indexed("status").stdout
    assert run_ok(indexed("restore", "uusi"))
    assert "1 documents" in indexed("search", "hypittiin").stdout


def test_rights_and_a_mere_link_go_into_the_sidecar(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A")
    assert "write url" in run("add", "a.md", "--link-only", "--rights", "© kunta").stderr
    sidecar = (tmp_path / "corpus" / "a.md.toml").read_text("utf-8")
    assert 'rights = "© kunta"' in sidecar
    assert "link_only = true" in sidecar
    address = ("--url", "https://example.org/a")
    assert "write url" not in run("add", "a.md", "--replace", "--link-only", *address).stderr


def test_several_files_are_added_all_or_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A")
    refused(run("add", "a.md", "none.md"), 1, "none.md")
    assert not (tmp_path / "corpus" / "a.md").exists()
    refused(run("add", "a.md", "a.md"), 1, "a.md")


def test_analyze_shows_the_terms_and_why(run: Run) -> None:
    lines = run("analyze", "Päiväkodeissa", "ja", "lapset").stdout.splitlines()
    assert lines[0].split("\t")[:1] == ["päiväkodeissa"]
    assert lines[1] == "ja\t-\tstop word"
    assert lines[2].split("\t") == ["lapset", "laps", "snowball, fi"]


def test_inspect_needs_neither_index_nor_corpus(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lone").mkdir()
    file = tmp_path / "lone" / "a.md"
    file.write_text(TEXTS["leikki.md"], "utf-8")
    file.with_name("a.md.toml").write_text('title = "Nimi"\nomituinen = 1')
    result = run("inspect", str(file), "corpus/bad.pdf", "--json", "--corpus", "none")
    assert result.exit_code == 0
    good, bad = map(json.loads, result.stdout.splitlines())
    assert (good["title"], [one["label"] for one in good["regions"]]) == ("Nimi", ["Kainuu"])
    assert any("omituinen" in warning for warning in good["warnings"])
    assert (bad["path"], bad["kind"], bad["text"]) == ("corpus/bad.pdf", None, "")
    assert bad["warnings"]
    assert set(good) == set(bad)
    assert not (tmp_path / "index").exists()


def test_inspect_for_reading(run: Run) -> None:
    result = run("inspect", "corpus/leikki.md", "corpus/bad.pdf")
    assert "Kainuu" in result.stdout
    assert "warning" in result.stdout


def test_status_before_and_after(run: Run) -> None:
    assert "Nothing has been indexed yet" in run("status").stdout
    run("rebuild")
    assert "000001, 2 documents" in run("status").stdout
    state = json.loads(run("status", "--json").stdout)
    assert (state["documents"], state["analyser"], state["last_run"]["outcome"]) == (
        2, "snowball", "promoted",
    )  # fmt: skip
    assert state["failures"][0]["path"] == "bad.pdf"


def test_check_names_what_is_damaged(indexed: Run, tmp_path: Path) -> None:
    result = indexed("check")
    assert (result.exit_code, "sound" in result.stdout) == (0, True)
    column = next((tmp_path / "index" / "generations").rglob("*.npy"))
    column.write_bytes(b"")
    result = indexed("check")
    assert result.exit_code == 1
    assert "loistohaku rebuild" in result.stderr


def test_a_corrupt_index_is_one_line_in_every_command(indexed: Run, tmp_path: Path) -> None:
    (tmp_path / "index" / "CURRENT").write_text("../../etc\n")
    for command in (("search", "a"), ("status",), ("check",), ("rollback",)):
        refused(indexed(*command), 1, "index")
    assert run_ok(indexed("rebuild"))
    assert "2 documents" in indexed("search").stdout


def test_what_may_not_be_read_is_no_wrong_usage(
    indexed: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert run_ok(indexed("status", "--index", "index", "--corpus", "corpus"))
    assert run_ok(indexed("inspect", "corpus/leikki.md"))


def test_an_index_of_another_version_is_refused(indexed: Run, tmp_path: Path) -> None:
    manifest = tmp_path / "index" / "generations" / "000001" / "manifest.json"
    body = json.loads(manifest.read_text("utf-8")) | {"compatibility": "another"}
    manifest.write_text(json.dumps(body), "utf-8")
    refused(indexed("search", "leikki"), 1, "another version")
    assert "another version" in indexed("status").stdout
    assert "Generation 000002" in indexed("rebuild", "--if-needed").stdout


def test_rollback_says_which(indexed: Run) -> None:
    refused(indexed("rollback"), 1, "no generation before")
    assert run_ok(indexed("rebuild"))
    assert "000001 serves instead of 000002" in indexed("rollback").stdout


def test_evaluate_prints_the_measures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").write_text('{"id": "a", "text": "Leikki metsässä."}\n', "utf-8")
    (tmp_path / "q").write_text("1\tmetsä\n", "utf-8")
    (tmp_path / "r").write_text("1 0 a 1\n", "utf-8")
    words = ("evaluate", "--docs", "d", "--queries", "q", "--qrels", "r")
    result = run(*words, "--run", "out.txt", "--lang", "fi")
    assert "nDCG@10     1.0000" in result.stdout
    assert (tmp_path / "out.txt").read_text().startswith("1 Q0 a 1 ")
    body = json.loads(run(*words, "--json").stdout)
    assert body == {"queries": 1, "ndcg@10": 1.0, "mrr@10": 1.0, "recall@100": 1.0}
    refused(run("evaluate", "--docs", "none", "--queries", "q", "--qrels", "r"), 1, "none")
