"""The program ``loistohaku``: the commands of the indexer, and serve."""

from __future__ import annotations

import click

from indexer import chosen_settings, folders, terminal


@click.command()
@folders
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True,
              help="Processes.")  # fmt: skip
@click.option("--threads", type=click.IntRange(1), default=8, show_default=True,
              help="Threads in each process.")  # fmt: skip
def serve(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the web pages and the JSON API until stopped with Ctrl-C."""
    from . import create_app
    from .server import refuse_taken_port
    from .server import serve as run

    settings = chosen_settings()
    create_app(settings)
    refuse_taken_port(host, port)
    click.echo(f"Serving {settings.index} on http://{host}:{port} (stop with Ctrl-C)")
    run(lambda: create_app(settings), host, port, workers, threads)


terminal.add_command(serve)


def main() -> None:
    """Run the program."""
    terminal(prog_name="loistohaku")


if __name__ == "__main__":
    main()
