"""Which answer comes next, and which answers a second coder codes too."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping, Sequence
from enum import StrEnum

from atbalss.coding.answer import Answer
from atbalss.coding.decisions import Origin, Standing, Status
from atbalss.coding.suggest import Suggestion


class Order(StrEnum):
    """How a queue is ordered."""

    UNCERTAIN = "uncertain"  # first those that teach most: the least sure suggestion
    LIKENESS = "likeness"  # like answers after one another, the greatest group first
    ARRIVAL = "arrival"


class Duty(StrEnum):
    """Why an answer is in a coder's queue, in the order in which duties come."""

    LOOK = "look"  # a changed frame asks for a second look
    STALE = "stale"  # its text is another
    OPEN = "open"  # nobody has coded it
    RELIEF = "relief"  # a second look at what another coded and did not look at yet
    SECOND = "second"  # it is of the share that two code


def is_double(question: str, id: str, share: float, salt: str = "") -> bool:
    """Whether an answer is of the share (0 to 1) that two coders code.

    It is drawn by a hash of question and key: the same answer always gives the same, and a greater
    share holds the smaller one's answers. `salt` (the study's name) makes another draw.
    """
    words = f"{salt}\0{question}\0{id}".encode()
    drawn = int.from_bytes(hashlib.sha256(words).digest()[:8], "big") / 2**64
    return drawn < share


def duty(
    standing: Standing,
    coder: str,
    share: float = 0.0,
    salt: str = "",
    heir_of: Container[str] = (),
) -> Duty | None:
    """Why `coder` should code an answer, or None where nothing is asked of them.

    Whoever coded an answer looks at it again, and so does who has their work (`heir_of`); anybody
    else may, when nothing else is left: nothing waits for a coder who is gone. Others code it a
    second time, if it is drawn and no second coder has. They are not shown what the first decided.
    Settling disputes is a duty of its own: those whose status is DISPUTED.
    """
    if standing.status in (Status.STALE, Status.OPEN):
        return Duty.STALE if standing.status is Status.STALE else Duty.OPEN
    persons = [one for one in standing.held if one.origin is Origin.PERSON]
    if standing.look:
        theirs = any(one.who == coder or one.who in heir_of for one in standing.held)
        return Duty.LOOK if theirs or not persons else Duty.RELIEF
    if standing.status in (Status.ADJUDICATED, Status.MACHINE):
        return None
    second = len({one.who for one in persons}) < 2 and all(one.who != coder for one in persons)
    drawn = is_double(standing.answer.question, standing.answer.id, share, salt)
    return Duty.SECOND if second and drawn else None


def queue(
    standings: Sequence[Standing],
    coder: str,
    order: Order = Order.ARRIVAL,
    *,
    suggestions: Mapping[str, Sequence[Suggestion]] | None = None,
    groups: Mapping[str, int] | None = None,
    share: float = 0.0,
    salt: str = "",
    heir_of: Container[str] = (),
) -> list[tuple[Answer, Duty]]:
    """The answers that a coder is to code, the next one first, each with the reason.

    `suggestions` by id for the order by uncertainty; `groups` by id (`draft.likeness`) for the
    order by likeness. Second looks and changed texts go first, second codings last.
    """
    held = suggestions or {}
    group = groups or {}
    sizes: dict[int, int] = {}
    for number in group.values():
        sizes[number] = sizes.get(number, 0) + 1
    duties = list(Duty)

    def key(pair: tuple[Answer, Duty]) -> tuple[float, ...]:
        answer, why = pair
        first = float(duties.index(why))
        if order is Order.UNCERTAIN:
            best = max((one.confidence for one in held.get(answer.id, ())), default=0.0)
            return (first, abs(best - 0.5), answer.order)
        if order is Order.LIKENESS:
            number = group.get(answer.id, -1)
            return (first, -sizes.get(number, 0), number, answer.order)
        return (first, answer.order)

    found = [
        (one.answer, why)
        for one in standings
        if (why := duty(one, coder, share, salt, heir_of)) is not None
    ]
    return sorted(found, key=key)
