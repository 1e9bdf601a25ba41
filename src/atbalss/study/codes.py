"""Answer codes: the options of a closed question or of a code frame, their nets and bands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from atbalss.study.texts import NO_TEXT, Text


class Missing(StrEnum):
    """Why there is no substantive answer."""

    DONT_KNOW = "dont_know"
    REFUSED = "refused"
    NOT_APPLICABLE = "not_applicable"


class CodeRole(StrEnum):
    """What kind of option a code is."""

    NORMAL = ""
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Code:
    """One option. `filters` holds the choice sheet's own columns that a choice_filter may read.

    `source` is the variable of a data file that says yes or no to it (of a multiple question), and
    `value` the value that stands for it there; blank where its own name does. `description` and
    `examples` tell coders of open answers what belongs to it.
    """

    name: str
    label: Text = NO_TEXT
    short_label: Text = NO_TEXT
    score: float | None = None
    exclusive: bool = False
    missing: Missing | None = None
    role: CodeRole = CodeRole.NORMAL
    nets: tuple[str, ...] = ()
    band: str = ""
    read_aloud: bool = True
    filters: Mapping[str, str] = field(default_factory=dict, hash=False)
    row: int | None = None
    source: str = ""
    value: str = ""
    description: Text = NO_TEXT
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Net:
    """A named union of codes; a person counts once. A band is a net on an ordered scale.

    `inside` names the net around it, where nets have levels; codes are members of both.
    """

    name: str
    label: Text = NO_TEXT
    short_label: Text = NO_TEXT
    is_band: bool = False
    row: int | None = None
    inside: str = ""


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes in printed order, with its nets and bands in printed order."""

    name: str
    codes: tuple[Code, ...] = ()
    nets: tuple[Net, ...] = ()

    def code(self, name: str) -> Code:
        """The code called `name`; KeyError if there is none."""
        for code in self.codes:
            if code.name == name:
                return code
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Whether `name` is a code of the list."""
        return any(code.name == name for code in self.codes)

    def net(self, name: str) -> Net:
        """The net or band called `name`; KeyError if there is none."""
        for net in self.nets:
            if net.name == name:
                return net
        raise KeyError(name)

    def members(self, net: str) -> tuple[str, ...]:
        """Names of the codes that belong to a net or band, in list order."""
        return tuple(c.name for c in self.codes if net in c.nets or c.band == net)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all codes, in list order."""
        return tuple(code.name for code in self.codes)

    @property
    def is_scale(self) -> bool:
        """Whether the codes carry scores, so that means make sense."""
        return any(code.score is not None for code in self.codes)


def with_outer_nets(codes: CodeList) -> CodeList:
    """The list with every code also in the nets around its nets; ValueError names one in a circle.

    So a person counts once in a net of nets, as in any other.
    """
    outer = {net.name: net.inside for net in codes.nets if net.inside}
    if not outer:
        return codes
    around: dict[str, list[str]] = {}
    for net in codes.nets:
        found, name = [net.name], net.name
        while name in outer:
            name = outer[name]
            if name in found:
                raise ValueError(net.name)
            found.append(name)
        around[net.name] = found
    every = (
        tuple(dict.fromkeys(one for net in code.nets for one in around.get(net, [net])))
        for code in codes.codes
    )
    kept = tuple(replace(code, nets=nets) for code, nets in zip(codes.codes, every, strict=True))
    return replace(codes, codes=kept)
