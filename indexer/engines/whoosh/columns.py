"""Arrays beside the Whoosh index: plain ``.npy`` files, memory-mapped, shared by all processes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]
Float32 = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]
"""One truth value for each document, by document number."""


def write_column(folder: Path, name: str, values: NDArray[Any]) -> None:
    """Write an array as ``NAME.npy``."""
    np.save(folder / f"{name}.npy", values, allow_pickle=False)


def read_column(folder: Path, name: str, dtype: type[np.generic]) -> NDArray[Any]:
    """Map an array into memory, read-only; its pages are read when they are first used.

    Raises ValueError where the file is cut short or holds values of another type, OSError where
    it is missing.
    """
    mapped = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    if mapped.dtype != dtype:
        raise ValueError(f"column {name} holds {mapped.dtype}")
    return np.asarray(mapped).view(np.ndarray)


def pointers(lengths: NDArray[Any] | list[int]) -> Int64:
    """Where each of some stretches begins, and behind them where the last one ends."""
    ends = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=ends[1:])
    return ends
