"""How true parsed text is to its original: ``python -m tests.quality.fidelity``.

Prints a table by format with plain tools' figures under ours; ``--raise-floors`` pins what was
reached where that is better, ``--lower-floors`` also where it is worse.
"""

from __future__ import annotations

import argparse

from tests.quality import floors

from .peers import PEERS
from .scores import CORPUS, MEASURES, TITLE, documents, ours, peers
from .test_text_fidelity import FLOORS


def main() -> None:
    """Print the table, and pin its figures if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    beside = peers()
    print(f"{'format':28}" + "".join(f"{name:>13}" for name in (*MEASURES, TITLE)))
    for kind, row in ours().items():
        _print(kind, row)
        if kind in beside:
            _print(f"  {_peer_name(kind)}", beside[kind])
    if options.raise_floors or options.lower_floors:
        floors.pin(FLOORS, ours(), lower=options.lower_floors)


def _print(name: str, row: dict[str, float]) -> None:
    print(f"{name:28}" + "".join(f"{value:13.4f}" for value in row.values()))


def _peer_name(kind: str) -> str:
    file = next(one.meta.file for one in documents() if one.meta.format == kind)
    return PEERS[(CORPUS / file).suffix.lower()].name


if __name__ == "__main__":
    main()
