"""Sums as bytes and back, bit for bit: what a worker sends home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.spec import Spec
from atbalss.tables.sums import Sums


def pack(sums: Sums) -> bytes:
    """The arrays of some sums as bytes of numpy's own format, which holds no code."""
    out = BytesIO()
    arrays: dict[str, Any] = dict(_arrays(sums, "sums"))
    np.savez(out, **arrays)
    return out.getvalue()


def unpack(spec: Spec, packed: bytes) -> Sums:
    """The sums of a spec from what `pack` made; ValueError or KeyError for other bytes."""
    with np.load(BytesIO(packed), allow_pickle=False) as arrays:
        found: Sums = _filled(Sums.zeros(spec), dict(arrays), "sums")
    return found


def _arrays(value: Any, path: str) -> Iterator[tuple[str, NDArray[Any]]]:
    if isinstance(value, np.ndarray):
        yield path, value
    for name, part in _parts(value):
        yield from _arrays(part, f"{path}.{name}")


def _filled(template: Any, arrays: Mapping[str, NDArray[Any]], path: str) -> Any:
    """A value built like `template` with the arrays of its paths."""
    if isinstance(template, np.ndarray):
        return arrays[path]
    parts = {name: _filled(part, arrays, f"{path}.{name}") for name, part in _parts(template)}
    if isinstance(template, Mapping):
        return parts
    return type(template)(**parts) if parts else template


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif is_dataclass(value):
        yield from ((item.name, getattr(value, item.name)) for item in fields(value))
