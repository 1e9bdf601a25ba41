"""What was computed before: the face of `Cells`, answered from memory where it can be.

A report asks `Cells` some two thousand things. What they are answered depends on the program, on
everything in the study but the narratives, and on the demand; under that key it is kept as plain
JSON. A build that asks only what is known then needs no respondents, no data-frame library and no
statistics; one that asks something new counts, once, and remembers that too.

A new method of `Cells` is remembered by naming it in `REMEMBERED` and, where it returns a class of
its own, naming that class's module in `codec.MODULES`. A test fails on a public method in no list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from atbalss.problems import Refused
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.codec import NotPlainError, packed, text_of, unpacked
from atbalss.tables.demand import Demand

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

REMEMBERED = frozenset(
    {
        "banner",
        "base",
        "codes",
        "compare",
        "control",
        "count",
        "difference",
        "differs",
        "family_table",
        "funnel",
        "has_mean",
        "label",
        "lead",
        "mean",
        "n_distinct",
        "share",
        "standardised",
        "table",
        "waves_with",
    }
)
KNOWN = frozenset({"current", "questionnaire", "waves"})  # known before anything is counted
COUNTED = frozenset({"as_json"})  # asked of the counted numbers every time
FULL = 20_000  # answers in one file; beyond it only those of the last build are kept
_REFUSED = "!"

Made = TypeVar("Made")


class Store(Protocol):
    """A place that keeps contents by name between two builds and may lose any of them."""

    def read(self, name: str) -> bytes | None:
        """What was last written under a name, whole; None if it is not there."""

    def write(self, name: str, content: bytes) -> None:
        """Keep content under a name, if it can be kept and is still true."""


@dataclass(frozen=True)
class Memory:
    """What numbers depend on, as a fingerprint, and where they are kept."""

    fingerprint: str
    store: Store

    def once(self, kind: str, parts: Any, make: Callable[[], Made]) -> Made:
        """`make()`, or what it gave when it was last asked for with the same `parts`."""
        name = self.name(kind, parts)
        plain = self.load(name)
        if plain is not None:
            try:
                return cast(Made, unpacked(plain))
            except NotPlainError:
                pass
        made = make()
        with suppress(NotPlainError):
            self.keep(name, packed(made))
        return made

    def name(self, kind: str, parts: Any) -> str:
        """The name that something is kept under, from all that it depends on."""
        text = text_of([self.fingerprint, kind, packed(parts)])
        return f"{kind}-{hashlib.sha256(_bytes(text)).hexdigest()[:32]}"

    def load(self, name: str) -> Any:
        """The plain values kept under a name; None where they are gone or not what was written."""
        content = self.store.read(name)
        if content is None:
            return None
        digest, _, body = content.partition(b"\n")
        if digest != _digest(name, body):
            return None
        return json.loads(body.decode("utf-8", "surrogatepass"))

    def keep(self, name: str, plain: Any) -> None:
        """Keep plain values under a name, with a sum by which damage is noticed."""
        body = _bytes(text_of(plain))
        self.store.write(name, _digest(name, body) + b"\n" + body)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()


class Recalled:
    """Answers what `Cells` answers; counts only when it is asked something new."""

    def __init__(
        self,
        memory: Memory,
        demand: Demand,
        questionnaire: Questionnaire,
        current: str,
        waves: Sequence[str],
        count: Callable[[], Cells],
    ) -> None:
        self._questionnaire = questionnaire
        self._is_extended = bool(demand.periods or demand.banners)
        self.current = current
        self.waves = tuple(waves)
        self._memory = memory
        self._name = memory.name("numbers", demand)
        loaded = memory.load(self._name)
        self._known: dict[str, Any] = loaded if isinstance(loaded, dict) else {}
        self._asked: dict[str, Any] = {}  # key -> value, those of this build
        self._fresh = False
        self._count = count
        self._cells: Cells | None = None

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire, with the questions that the demand itself makes of rules and dates."""
        return self.counted.questionnaire if self._is_extended else self._questionnaire

    @property
    def counted(self) -> Cells:
        """The numbers themselves, counted when first needed."""
        if self._cells is None:
            self._cells = self._count()
        return self._cells

    @property
    def has_counted(self) -> bool:
        """Whether something was asked that was not known."""
        return self._cells is not None

    def keep(self) -> None:
        """Keep what was learnt; to be called when a build has asked all it asks."""
        if not self._fresh:
            return
        known = self._known
        if len(known) > FULL:
            known = {key: known[key] for key in self._asked if key in known}
        self._memory.keep(self._name, known)
        self._fresh = False

    def __getattr__(self, name: str) -> Any:
        if name in COUNTED:
            return getattr(self.counted, name)
        raise AttributeError(name)

    def __iter__(self) -> Any:
        return iter(self.counted)

    def _answer(self, method: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        try:
            key = _key(method, arguments, named)
        except NotPlainError:
            return getattr(self.counted, method)(*arguments, **named)
        if key not in self._asked:
            self._asked[key] = self._value(key, method, arguments, named)
        value = self._asked[key]
        if isinstance(value, Refused):
            raise Refused(value.problems)
        return value

    def _value(
        self, key: str, method: str, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> Any:
        if key in self._known:
            try:
                return _restored(self._known[key])
            except NotPlainError:
                del self._known[key]
        value: Any
        try:
            value = getattr(self.counted, method)(*arguments, **named)
            plain = packed(value)
        except Refused as refused:
            value, plain = refused, [_REFUSED, *map(packed, refused.problems)]
        except NotPlainError:
            return value
        self._known[key] = plain
        self._fresh = True
        return value if isinstance(value, Refused) else unpacked(plain)


def _key(method: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    """A question as text: the method and what it was asked with; long ones as their hash."""
    text = text_of([method, packed(arguments), packed(dict(sorted(named.items())))])
    return text if len(text) <= 120 else f"{method} {hashlib.sha256(_bytes(text)).hexdigest()}"


def _restored(plain: Any) -> Any:
    if isinstance(plain, list) and plain[:1] == [_REFUSED]:
        return Refused([unpacked(item) for item in plain[1:]])
    return unpacked(plain)


def _asker(method: str) -> Callable[..., Any]:
    def ask(self: Recalled, *arguments: Any, **named: Any) -> Any:
        return self._answer(method, arguments, named)

    ask.__name__ = method
    return ask


for _method in REMEMBERED:
    setattr(Recalled, _method, _asker(_method))


def recalled(
    memory: Memory,
    demand: Demand,
    questionnaire: Questionnaire,
    current: str,
    waves: Sequence[str],
    count: Callable[[], Cells],
) -> tuple[Cells, Callable[[], None]]:
    """A stand-in for the `Cells` that `count` would make, and what keeps what it has learnt."""
    made = Recalled(memory, demand, questionnaire, current, waves, count)
    return cast("Cells", made), made.keep
