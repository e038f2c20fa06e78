"""The web server: gunicorn with threads, started from within the program."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.http import message

from indexer import LoistohakuError

from .metrics import share_between_processes, stop_sharing

LONGEST_ADDRESS = 128 * 1024
"""Bytes of a request's first line: a search for 10,000 letters is answered by what to do."""


class PortTakenError(LoistohakuError):
    """Nothing can listen where it was asked to."""


def serve(make_app: Callable[[], Flask], host: str, port: int, workers: int, threads: int) -> None:
    """Serve until told to stop; each worker process makes its own application.

    Raises PortTakenError where the port cannot be had.
    """
    refuse_taken_port(host, port)
    figures = share_between_processes()
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "threads": threads,
        "worker_class": "gthread",
        "limit_request_line": LONGEST_ADDRESS,
        "loglevel": "warning",
        "worker_tmp_dir": None,
        "control_socket_disable": True,
        "on_exit": lambda _: stop_sharing(figures),
    }
    # Gunicorn takes no higher limit than this one, only none at all.
    message.MAX_REQUEST_LINE = LONGEST_ADDRESS
    _Server(make_app, options).run()


def refuse_taken_port(host: str, port: int) -> None:
    """Raise PortTakenError where something listens already; gunicorn would try for seconds."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise PortTakenError(
            f"Cannot listen on {host}:{port} ({error.strerror}). If another program uses the "
            "port, choose one with --port (or PORT=8080 make run)."
        ) from error


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with its settings given here, no command line and no file read."""

    def __init__(self, make_app: Callable[[], Flask], options: dict[str, Any]) -> None:
        self._make_app = make_app
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the options."""
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """Make the application, in the worker."""
        return self._make_app()
