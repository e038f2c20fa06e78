"""How often enrichment is right: ``python -m tests.quality.metadata [--misses] [--url]``.

Prints precision, recall and F1 of each field for each set of labelled documents; with
``--raise-floors`` pins what was reached where that is better, with ``--lower-floors`` also where
it is worse.
"""

from __future__ import annotations

import argparse

from tests.quality import floors

from .labelled import PAGES, corpus, pages, unseen, written
from .measures import Measured, measure
from .test_metadata import FLOORS


def main() -> None:
    """Print the figures of every set, and pin them if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help="pages, corpus, written, unseen")
    parser.add_argument(
        "--misses", action="store_true", help="print what was wrong or missed, the unseen apart"
    )
    parser.add_argument("--url", action="store_true", help="give the pages their addresses")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    sets = {
        "pages": lambda: pages(with_url=options.url) if PAGES.is_dir() else (),
        "corpus": corpus,
        "written": written,
        "unseen": unseen,
    }
    reached = {}
    for name in options.sets or sets:
        measured = measure(sets[name]())
        reached[name] = measured.figures
        _print(name, measured, options.misses and name != "unseen")
    if options.raise_floors or options.lower_floors:
        floors.pin(FLOORS, reached, lower=options.lower_floors)


def _print(name: str, measured: Measured, with_misses: bool) -> None:
    print(f"{name}: {measured.documents} documents")
    for what, figures in measured.figures.items():
        row = "  ".join(f"{measure} {value:.3f}" for measure, value in figures.items())
        print(f"  {what:15} {row}")
        for miss in measured.misses[what] if with_misses else ():
            print(f"    {miss}")


if __name__ == "__main__":
    main()
