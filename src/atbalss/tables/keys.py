"""Keys: the place of a row and what a group of questions says of it, as one whole number.

Made in 16 bits where they suffice and in the same memory again and again: beside counting, making
keys is what costs time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.block import Block, Bools, Codes, PersonSums, bits_of
from atbalss.tables.packing import MOST_LEVELS, Factor, Group
from atbalss.tables.spec import GridLines, MultipleLines, SingleLines

Key = NDArray[np.intp]
AnyKey = Key | NDArray[np.uint16]
SMALL = 1 << 16


class Scratch:
    """Memory for keys, used again for every group and block."""

    def __init__(self) -> None:
        self._make(0)

    def hold(self, rows: int) -> None:
        """Makes room for so many rows."""
        if rows > len(self.key):
            self._make(rows)

    def _make(self, rows: int) -> None:
        self.level, self.part = np.empty(rows, np.uint16), np.empty(rows, np.uint16)
        self.place = np.empty(rows, np.uint16)
        self.bytes, self.key = np.empty(rows, np.uint8), np.empty(rows, np.intp)


class Keys:
    """Makes the keys of one block's rows, given the place of each row."""

    def __init__(
        self,
        block: Block,
        place: NDArray[np.integer[Any]],
        grids: Mapping[str, PersonSums | None],
        scratch: Scratch,
    ) -> None:
        self._block, self._place, self._grids = block, place, grids
        self._bits: dict[tuple[str, bool], list[Bools] | None] = {}
        rows = len(block)
        scratch.hold(rows)
        self._level, self._part = scratch.level[:rows], scratch.part[:rows]
        self._bytes, self._key = scratch.bytes[:rows], scratch.key[:rows]
        self._place16 = scratch.place[:rows]
        np.copyto(self._place16, place, casting="unsafe")

    def of(self, group: Group, places: int, *, small: bool = False) -> AnyKey | None:
        """level x places + place of each row; None if the block has no question of the group.

        As intp, which numpy counts fastest, or with `small` in 16 bits where they suffice.

        The other way round rows of neighbouring cells would lie a power of two apart, which is
        half as fast.
        The key lies in scratch memory: it lasts until the next one is made.
        """
        if group.levels > MOST_LEVELS:
            return self._of_large(group, places)
        if not self._add_levels(group):
            return None
        if places * group.levels <= SMALL:
            self._level *= np.uint16(places)
            self._level += self._place16
            if small:
                return self._level
            np.copyto(self._key, self._level)
            return self._key
        np.copyto(self._key, self._level)
        self._key *= places
        self._key += self._place
        return self._key

    def of_nothing(self) -> Key:
        """The key of rows of which a group's questions say nothing."""
        np.copyto(self._key, self._place)
        return self._key

    def _of_large(self, group: Group, places: int) -> Key | None:
        """The key of a question with so many codes that it stands alone."""
        (factor,) = group.factors
        codes = self._codes(factor)
        if codes is None:
            return None
        np.add(codes, np.intp(1), out=self._key)
        self._key *= places
        self._key += self._place
        return self._key

    def _add_levels(self, group: Group) -> bool:
        """The level of each row, if the block has any question of the group.

        Arithmetic wraps around, so that -1 for no code adds up.
        """
        found = False
        for factor, stride in zip(group.factors, group.strides, strict=True):
            into = self._part if found else self._level
            if not (self._read_bits(factor, into) if factor.count else self._read(factor, into)):
                continue
            if stride != 1:
                into *= np.uint16(stride)
            if found:
                self._level += into
            found = True
        return found

    def _codes(self, factor: Factor) -> Codes | None:
        if not isinstance(factor.item, SingleLines):
            raise TypeError(factor.item)
        return self._block.codes.get(factor.item.question)

    def _read(self, factor: Factor, into: NDArray[np.uint16]) -> bool:
        """Position of the code plus one."""
        codes = self._codes(factor)
        if codes is None:
            return False
        np.copyto(into, codes, casting="unsafe")
        into += np.uint16(1)
        return True

    def _read_bits(self, factor: Factor, into: NDArray[np.uint16]) -> bool:
        """Bits as a number, the first one lowest; plus one, if 0 is for who did not answer."""
        bits = self._rows_of_bits(factor)
        if bits is None:
            return False
        own = bits[factor.first : factor.first + factor.count]
        if len(own) > 8:
            np.copyto(into, self._number(own[8:]))
            into <<= np.uint16(8)
            into |= self._number(own[:8])
        else:
            np.copyto(into, self._number(own))
        if isinstance(factor.item, MultipleLines) and not factor.split:
            answered = self._block.answered[factor.item.question]
            into += np.uint16(1)
            if not answered.all():
                into *= answered
        return True

    def _number(self, bits: list[Bools]) -> NDArray[np.uint8]:
        """Up to eight rows of bits as one row of bytes."""
        number = self._bytes
        np.copyto(number, bits[-1])
        for bit in reversed(bits[:-1]):
            number += number
            number |= bit.view(np.uint8)
        return number

    def _rows_of_bits(self, factor: Factor) -> list[Bools] | None:
        item = factor.item
        name = item.grid if isinstance(item, GridLines) else item.question
        if (name, factor.split) not in self._bits:
            grid = self._grids.get(name)
            self._bits[name, factor.split] = bits_of(item, self._block, factor.split, grid)
        return self._bits[name, factor.split]
