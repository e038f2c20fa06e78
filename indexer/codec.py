"""Frozen dataclasses to plain JSON values and back, strictly.

The engine stores records with it, the parse cache parsed documents, and a parser's child process
answers with it: JSON, because unpickling what a child sends would run what it sends.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast

T = TypeVar("T")

_SCALARS = (bool, int, float, str)


class CodecError(ValueError):
    """A value does not have the shape that its type says; names where."""


def to_json(value: object) -> Any:
    """Turn a value into what ``json.dumps`` takes; fields at their default are left out.

    Takes dataclasses, enums, tuples, lists, mappings with string keys, paths, scalars and None;
    raises CodecError for anything else.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, _SCALARS):
        return value
    if isinstance(value, Path):
        return value.as_posix()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields_to_json(value)
    if isinstance(value, Mapping):
        return {_key(key): to_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    raise CodecError(f"{type(value).__name__} has no JSON form")


def from_json(kind: type[T], data: Any) -> T:
    """Read what ``to_json`` wrote back into ``kind``.

    Strict: an unknown key, a missing field or a wrong type raises CodecError, so that what an
    older program stored is never half understood.
    """
    return cast(T, _read(kind, data, kind.__name__))


def _fields_to_json(value: Any) -> dict[str, Any]:
    items = {field: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {field.name: to_json(item) for field, item in items.items() if item != _default(field)}


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise CodecError(f"a mapping's key must be a string, not {key!r}")
    return key.value if isinstance(key, Enum) else key


def _read(kind: Any, data: Any, where: str) -> Any:
    if kind is Any:
        return data
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_union(typing.get_args(kind), data, where)
    if origin is not None:
        return _read_generic(origin, typing.get_args(kind), data, where)
    if kind in (None, type(None)):
        return _checked(data is None, data, where, "null", data)
    if dataclasses.is_dataclass(kind):
        return _read_fields(cast(type, kind), data, where)
    return _read_scalar(kind, data, where)


def _read_union(kinds: tuple[Any, ...], data: Any, where: str) -> Any:
    if data is None and type(None) in kinds:
        return None
    problems = []
    for kind in kinds:
        try:
            return _read(kind, data, where)
        except CodecError as problem:
            problems.append(problem)
    raise problems[0]


def _read_generic(origin: Any, args: tuple[Any, ...], data: Any, where: str) -> Any:
    if issubclass(origin, tuple):
        return _read_tuple(args, data, where)
    if issubclass(origin, Mapping):
        items = _checked(isinstance(data, dict), data, where, "an object", data)
        return types.MappingProxyType(
            {_read(args[0], k, where): _read(args[1], v, f"{where}.{k}") for k, v in items.items()}
        )
    if issubclass(origin, Sequence):
        items = _checked(isinstance(data, list), data, where, "a list", data)
        return [_read(args[0], item, f"{where}[{i}]") for i, item in enumerate(items)]
    raise CodecError(f"{where}: {origin.__name__} cannot be read from JSON")


def _read_tuple(args: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    items = _checked(isinstance(data, list), data, where, "a list", data)
    if len(args) == 2 and args[1] is Ellipsis:
        kinds: Sequence[Any] = [args[0]] * len(items)
    else:
        kinds = _checked(len(args) == len(items), data, where, f"{len(args)} items", args)
    return tuple(
        _read(kind, item, f"{where}[{i}]")
        for i, (kind, item) in enumerate(zip(kinds, items, strict=True))
    )


def _read_fields(kind: type, data: Any, where: str) -> Any:
    items = _checked(isinstance(data, dict), data, where, "an object", data)
    hints = _hints(kind)
    if strange := set(items) - set(hints):
        raise CodecError(f"{where}: unknown field {sorted(strange)[0]}")
    values = {name: _read(hints[name], item, f"{where}.{name}") for name, item in items.items()}
    try:
        return kind(**values)
    except TypeError as problem:
        raise CodecError(f"{where}: {problem}") from problem


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind) if field.init}


def _read_scalar(kind: type, data: Any, where: str) -> Any:
    if issubclass(kind, Enum):
        try:
            return kind(data)
        except ValueError as problem:
            raise CodecError(f"{where}: {problem}") from problem
    if issubclass(kind, Path):
        return kind(_checked(isinstance(data, str), data, where, "a path", data))
    if kind is float and type(data) is int:
        return float(data)
    return _checked(type(data) is kind, data, where, kind.__name__, data)


def _checked(right: bool, data: Any, where: str, expected: str, value: T) -> T:
    if not right:
        raise CodecError(f"{where}: expected {expected}, found {type(data).__name__}")
    return value
