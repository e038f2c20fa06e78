"""Sparse matrices in three arrays (CSR), as far as an index needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from .columns import Float32, Int32, Int64, pointers, read_column, write_column


class Matrix(NamedTuple):
    """Row ``r`` has ``weights`` in ``columns``, from ``pointers[r]`` to ``pointers[r + 1]``."""

    pointers: Int64
    columns: Int32
    weights: Float32

    @property
    def sums(self) -> Float32:
        """The sum of each row's weights."""
        ends = np.concatenate(([0.0], np.cumsum(self.weights, dtype=np.float64)))
        return np.asarray(ends[self.pointers[1:]] - ends[self.pointers[:-1]], np.float32)

    def spread(self, rows: Int32) -> tuple[Int64, Int32, Float32]:
        """The cells of some rows one after another: how many a row has, columns, weights."""
        places, lengths = cells(self.pointers, rows)
        return lengths, self.columns[places], self.weights[places]


def cells(starts: Int64, rows: Int32) -> tuple[Int64, Int64]:
    """The places of all cells of some rows, one row after another, and how many each has."""
    begins = starts[rows]
    lengths = starts[rows + 1] - begins
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(begins - (ends - lengths), lengths), lengths


def matrix_of(rows: Iterable[Sequence[tuple[int, float]]]) -> Matrix:
    """A matrix from its rows, each of columns with weights."""
    lengths: list[int] = []
    found: list[tuple[int, float]] = []
    for row in rows:
        lengths.append(len(row))
        found += row
    columns = np.array([column for column, _ in found], np.int32)
    return Matrix(pointers(lengths), columns, np.array([w for _, w in found], np.float32))


def write_matrix(folder: Path, name: str, matrix: Matrix) -> None:
    """Write a matrix as three columns."""
    for part, values in matrix._asdict().items():
        write_column(folder, f"{name}_{part}", values)


def read_matrix(folder: Path, name: str) -> Matrix:
    """Map a matrix that ``write_matrix`` wrote. Raises ValueError where it is damaged."""
    matrix = Matrix(
        read_column(folder, f"{name}_pointers", np.int64),
        read_column(folder, f"{name}_columns", np.int32),
        read_column(folder, f"{name}_weights", np.float32),
    )
    if not len(matrix.columns) == len(matrix.weights) == matrix.pointers[-1]:
        raise ValueError(f"the columns of {name} do not belong together")
    return matrix
