"""The program as a process: exit codes, one line for an error, and the server."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "search_app.cli"]
ROOT = Path(__file__).parents[2]
SECONDS = 60


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.md").write_text("# Leikki\n\nMetsässä leikittiin.\n", "utf-8")
    (folder / "loistohaku.toml").write_text("parse_workers = 1\n")
    assert run(folder, "rebuild").returncode == 0
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, "--settings", str(folder / "loistohaku.toml"), *words]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [*PROGRAM, "--settings", str(folder / "loistohaku.toml"), "serve"]
    with subprocess.Popen(
        [*command, "--port", str(port), "--workers", "2", "--threads", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as child:
        try:
            yield child
        finally:
            child.send_signal(signal.SIGTERM)
            child.wait(SECONDS)


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """The answer, once the server is up."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read()
        except OSError:
            assert time.monotonic() < end, "the server did not come up"
            time.sleep(0.1)


def test_exit_codes_and_one_line_for_an_error(program: Path) -> None:
    assert run(program, "--help").returncode == 0
    failed = run(program, "withdraw", "none")
    assert failed.returncode == 1
    assert len(failed.stderr.strip().splitlines()) == 1
    assert run(program, "search", "--none").returncode == 2
    assert run(program, "none").returncode == 2


def test_a_reader_that_goes_away_is_no_error_of_ours(program: Path) -> None:
    command = [*PROGRAM, "--settings", str(program / "loistohaku.toml"), "search", "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert "Traceback" not in child.stderr.read()


def test_it_serves_pages_and_the_same_json_as_the_terminal(program: Path) -> None:
    port = free_port()
    with serving(program, port) as child:
        assert child.stdout is not None
        assert f"http://127.0.0.1:{port}" in child.stdout.readline()
        assert fetch(port, "/health")[0] == 200
        assert fetch(port, "/")[0] == 200
        web = json.loads(fetch(port, "/api/v1/search?q=mets%C3%A4")[1])
        status, answer = fetch(port, f"/api/v1/search?q=mets%C3%A4+{'%C3%A4' * 10_000}")
        assert (status, len(json.loads(answer)["query"])) == (200, 500)
        terminal = json.loads(run(program, "search", "metsä", "--json").stdout)
        assert {**web, "took_ms": 0} == {**terminal, "took_ms": 0}
        taken = run(program, "serve", "--port", str(port))
        assert taken.returncode == 1
        assert "--port" in taken.stderr
        assert len(taken.stderr.strip().splitlines()) == 1
    assert child.returncode == 0


def test_the_figures_are_those_of_all_workers(program: Path) -> None:
    port = free_port()
    with serving(program, port):
        for _ in range(30):
            assert fetch(port, "/api/v1/search?q=uusi")[0] == 200
        seen = {figure(fetch(port, "/metrics")[1].decode(), "/api/v1/search") for _ in range(12)}
        assert seen == {30.0}


def figure(text: str, address: str) -> float:
    """How many requests of an address were answered well."""
    line = f'loistohaku_requests_total{{address="{address}",status="200"}} '
    return float(text.partition(line)[2].split("\n")[0])


def test_a_server_follows_a_rebuild(program: Path) -> None:
    port = free_port()
    with serving(program, port):
        assert json.loads(fetch(port, "/api/v1/search?q=uusi")[1])["total"] == 0
        (program / "corpus" / "b.md").write_text("# Uusi\n\nUusi teksti.\n", "utf-8")
        assert run(program, "rebuild").returncode == 0
        assert json.loads(fetch(port, "/api/v1/search?q=uusi")[1])["total"] == 1


def test_serve_refuses_a_port_that_does_not_exist(program: Path) -> None:
    assert run(program, "serve", "--port", "99999").returncode == 2
    assert run(program, "serve", "--host", "no.such.host.invalid").returncode == 1
