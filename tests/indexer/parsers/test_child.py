"""A parser's process: what it may not do, and how it ends whatever it does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.errors import ParseError
from indexer.parsers import child
from indexer.parsers.child import Child, Result
from indexer.parsers.folders import PREFIX
from indexer.parsers.sandbox import ParserPool

WORKER = """
import sys
from indexer.errors import ParseError
from indexer.parsers import worker

really = worker.parse_file

def parse_file(path, with_ocr):
    try:
        if path.name.startswith("deed"):
            exec(path.read_text(), {"path": path})
    except Exception as error:
        raise ParseError(f"{type(error).__name__}: {error}") from error
    return really(path, with_ocr=with_ocr)

worker.parse_file = parse_file
worker.main(int(sys.argv[1]), int(sys.argv[2]))
"""
STRAY = """
import os, subprocess, sys, time
from pathlib import Path
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        path.with_suffix(".pid").write_text(str(os.getpid()))
        time.sleep(600)
    os._exit(0)
os.wait()
while not path.with_suffix(".pid").exists():
    time.sleep(0.01)
"""
PARENT = """
import sys, time
from pathlib import Path
from indexer.parsers import child
child.COMMAND = (sys.executable, "-P", sys.argv[1])
stuck = child.Child(600, 1024)
stuck.ask(Path(sys.argv[2]))
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let children do what files say whose names begin with ``deed``."""
    program = tmp_path / "worker.py"
    program.write_text(WORKER)
    monkeypatch.setattr(child, "COMMAND", (sys.executable, "-P", str(program)))
    return program


@pytest.fixture
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=1, seconds=2, memory_mb=1024) as pool:
        yield pool


def deed(folder: Path, code: str) -> Path:
    path = folder / "deed.txt"
    path.write_text(code)
    return path


def good(folder: Path) -> Path:
    path = folder / "good.txt"
    path.write_text("Leikki\n\nLeikki alkoi pihalla.")
    return path


def told(result: Result) -> str:
    return str(result) if isinstance(result, ParseError) else "parsed"


def read(pool: ParserPool, *paths: Path) -> list[str]:
    return [told(result) for _, result in pool.parse((path, path) for path in paths)]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os.kill(os.getpid(), 9)", "too much for the memory of this machine"),
        ("import os; os.kill(os.getpid(), 19)", "more than 2 seconds"),
        ("import os, time; os.close(3); os.close(0); time.sleep(60)", "fall silent"),
        ("import os, time\nos.write(3, bytes(3) + b'z')\n"
         "while True:\n  os.write(3, b' '); time.sleep(0.04)", "no sense|more than 2 seconds"),
        ("import os\nwhile True: os.write(3, b'A' * 65536)", "more text than a document may"),
        ("import os\nwhile True: os.write(3, bytes(65536))", "no sense"),
        ("import signal, time\nfor n in (1, 2, 15): signal.signal(n, signal.SIG_IGN)\n"
         "time.sleep(60)", "more than 2 seconds"),
        ("import os, sys; os.write(3, b'\\0\\0\\0\\2{}' * 9)", "no sense"),
    ],
)  # fmt: skip
def test_whatever_a_worker_does_costs_one_document(
    pool: ParserPool, tmp_path: Path, code: str, reason: str
) -> None:
    first, second, third = read(pool, good(tmp_path), deed(tmp_path, code), good(tmp_path))
    assert (first, third) == ("parsed", "parsed")
    assert any(one in second for one in reason.split("|")), second


def test_noise_is_not_heard(pool: ParserPool, tmp_path: Path) -> None:
    noisy = deed(tmp_path, "import os\nfor n in (1, 2): os.write(n, bytes(9 << 20))")
    assert read(pool, noisy, good(tmp_path)) == ["parsed", "parsed"]


@pytest.mark.parametrize(
    "code",
    [
        "",
        "os.kill(os.getpid(), 9)",
        "time.sleep(60)",
    ],
)
def test_what_a_worker_started_ends_with_it(tmp_path: Path, code: str) -> None:
    with ParserPool(workers=1, seconds=2) as pool:
        read(pool, deed(tmp_path, STRAY + code))
    assert is_gone(int((tmp_path / "deed.pid").read_text()))


def test_a_worker_that_dies_while_it_waits_costs_nothing(pool: ParserPool, tmp_path: Path) -> None:
    told_its_number = "import os; path.with_suffix('.pid').write_text(str(os.getpid()))"
    assert read(pool, deed(tmp_path, told_its_number)) == ["parsed"]
    number = int((tmp_path / "deed.pid").read_text())
    os.kill(number, signal.SIGKILL)
    assert is_gone(number)
    assert read(pool, good(tmp_path)) == ["parsed"]


def test_what_a_worker_says_unasked_costs_nothing(pool: ParserPool, tmp_path: Path) -> None:
    late = (
        "import os, threading, time\ndef say():\n"
        "  while not path.with_suffix('.go').exists(): time.sleep(0.01)\n"
        "  os.write(3, b'junk')\n"
        "  path.with_suffix('.said').touch()\nthreading.Thread(target=say, daemon=True).start()"
    )
    assert read(pool, deed(tmp_path, late)) == ["parsed"]
    (tmp_path / "deed.go").touch()
    assert soon((tmp_path / "deed.said").exists)
    assert read(pool, good(tmp_path)) == ["parsed"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("bytes(2 << 30)", "MemoryError"),
        ("f = open('big', 'wb'); f.seek(600 << 20); f.write(b'x'); f.flush()", "too large"),
        ("kept = [open(path) for _ in range(300)]", "Too many open files"),
        ("import resource; assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0), 1", "parsed"),
        ("assert 'NoNewPrivs:\\t1' in open('/proc/self/status').read(), 2", "parsed"),
        ("assert open('/proc/self/oom_score_adj').read() == '1000\\n', 4", "parsed"),
        ("import os; assert os.getcwd() == os.environ['HOME'] == os.environ['TMPDIR'], 3",
         "parsed"),
    ],
)  # fmt: skip
def test_every_limit_bites(pool: ParserPool, tmp_path: Path, code: str, reason: str) -> None:
    first, second = read(pool, deed(tmp_path, code), good(tmp_path))
    assert reason in first
    assert second == "parsed"


def test_the_processors_time_is_limited_apart_from_the_clock(tmp_path: Path) -> None:
    spinning = Child(1, 1024)
    try:
        spinning.ask(deed(tmp_path, "while True: pass"))
        assert "needs more time" in told(answer(spinning))
    finally:
        spinning.stop()


def test_the_time_of_one_document_is_not_counted_against_the_next(tmp_path: Path) -> None:
    busy = deed(tmp_path, "import time\nend = time.process_time() + 0.6\n"
                          "while time.process_time() < end: pass")  # fmt: skip
    one = Child(1, 1024)
    try:
        for _ in range(5):
            one.ask(busy)
            assert told(answer(one)) == "parsed"
    finally:
        one.stop()


def test_nothing_of_the_parent_is_inherited(
    pool: ParserPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOISTOHAKU_SECRET", "avain")
    code = (
        "import os\nassert 'LOISTOHAKU_SECRET' not in os.environ\n"
        "held = [os.readlink(f'/proc/self/fd/{n}') for n in sorted(os.listdir('/proc/self/fd'))"
        " if os.path.lexists(f'/proc/self/fd/{n}')]\n"
        "assert not [one for one in held if 'secret' in one], held"
    )
    with (tmp_path / "secret").open("wb") as secret:
        os.set_inheritable(secret.fileno(), True)
        assert read(pool, deed(tmp_path, code)) == ["parsed"]


def test_there_is_nobody_on_its_network(pool: ParserPool, tmp_path: Path) -> None:
    own = "import os; raise ValueError(os.readlink('/proc/self/ns/net'))"
    if str(Path("/proc/self/ns/net").readlink()) in read(pool, deed(tmp_path, own))[0]:
        pytest.skip("this kernel gives no process a network of its own")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        code = f"import socket; socket.create_connection({address!r}, 1)"
        assert "OSError" in read(pool, deed(tmp_path, code))[0]


def test_it_ends_with_its_parent(program: Path, tmp_path: Path) -> None:
    code = "import os, time; path.with_suffix('.pid').write_text(str(os.getpid())); time.sleep(600)"
    path = deed(tmp_path, code)
    command = [sys.executable, "-c", PARENT, str(program), str(path)]
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(tmp_path)}) as parent:
        assert soon(lambda: (tmp_path / "deed.pid").exists())
        parent.kill()
    assert soon(lambda: (tmp_path / "deed.pid").read_text() != "")
    assert is_gone(int((tmp_path / "deed.pid").read_text()))


def test_the_next_pool_tidies_up_after_one_that_was_killed(program: Path, tmp_path: Path) -> None:
    path = deed(tmp_path, STRAY + "time.sleep(600)")
    command = [sys.executable, "-c", PARENT, str(program), str(path)]
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(tmp_path)}) as parent:
        assert soon(lambda: (tmp_path / "deed.pid").exists())
        (folder,) = tmp_path.glob(f"{PREFIX}*")
        os.utime(folder, (0, 0))
        remove_abandoned_in(tmp_path)
        assert folder.exists()
        parent.kill()
    stray = int((tmp_path / "deed.pid").read_text())
    assert Path(f"/proc/{stray}").exists()
    remove_abandoned_in(tmp_path)
    assert not folder.exists()
    assert is_gone(stray)


def remove_abandoned_in(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(folder))
        with ParserPool(workers=1):
            pass


def answer(one: Child) -> Result:
    while (result := one.read()) is None:
        pass
    return result


def soon(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


def is_gone(number: int) -> bool:
    """Whether a process has ended, though nobody may have asked for its end yet."""

    def ended() -> bool:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        return state in "ZX"

    return soon(ended)
