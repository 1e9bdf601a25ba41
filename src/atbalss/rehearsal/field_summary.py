"""What a rehearsed fieldwork came to, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from atbalss.fieldwork.case import disposition_of
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss.fieldwork.rates import Tally, cumulative, proportional, rates, tally
from atbalss.rehearsal.field import Fieldwork, blocked, by_day


@dataclass(frozen=True)
class Summary:
    """Counts, rates and hours of a fieldwork. `blocked` counts the rules that held unreached cases.

    `interviews` are complete and partial ones. Rates are AAPOR's, unweighted, e by CASRO.
    """

    invited: int
    agreed: int
    by_centre: Mapping[str, tuple[int, int]]
    tally: Tally
    rates: Mapping[str, float | None]
    cumulative: float | None
    codes: Mapping[str, int]
    interviews: int
    attempts: int
    present: float  # hours
    busy: float
    unreached: int
    blocked: Mapping[str, int]
    days: Mapping[str, int]
    quotas: Mapping[str, tuple[int, int]]  # done, target
    dead_routes: tuple[str, ...]

    @property
    def attempts_each(self) -> float | None:
        """Attempts a finished interview; None without one."""
        return self.attempts / self.interviews if self.interviews else None

    @property
    def hours_each(self) -> float | None:
        """Hours at work a finished interview; None without one."""
        return self.present / self.interviews if self.interviews else None

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON."""
        letters = "i p r nc o uh uo ne".split()
        return {
            "invented": True,
            "invited": self.invited,
            "agreed": self.agreed,
            "by_centre": {
                name: {"invited": pair[0], "agreed": pair[1]}
                for name, pair in self.by_centre.items()
            },
            "tally": {name.upper(): getattr(self.tally, name) for name in letters},
            "rates": dict(self.rates),
            "e_method": "casro",
            "cumulative": self.cumulative,
            "codes": dict(self.codes),
            "interviews": self.interviews,
            "attempts": self.attempts,
            "attempts_each": self.attempts_each,
            "hours": {"present": self.present, "busy": self.busy, "each": self.hours_each},
            "unreached": self.unreached,
            "blocked": dict(self.blocked),
            "by_day": dict(self.days),
            "quotas": {
                name: {"done": done, "target": target}
                for name, (done, target) in self.quotas.items()
            },
            "dead_routes": list(self.dead_routes),
        }


def summary(work: Fieldwork) -> Summary:
    """The summary of a fieldwork."""
    preset = work.plan.preset
    counted = tally((disposition_of(code, preset), 1.0) for code in work.codes.values())
    found = rates(counted, proportional(counted))
    invited = [item for item in work.people.visits if item.is_invited]
    agreed = sum(item.has_agreed for item in invited)
    codes = Counter(work.codes.values())
    return Summary(
        len(invited),
        agreed,
        {
            centre: (
                sum(item.centre == centre for item in invited),
                sum(item.centre == centre and item.has_agreed for item in invited),
            )
            for centre in work.plan.centres
        },
        counted,
        found,
        cumulative(len(invited), agreed, found["RR2"]),
        dict(sorted(codes.items())),
        codes["1.1"] + codes["1.2"],
        sum(len(case.attempts) for case in work.cases),
        sum(item.present for item in work.hours.values()) / 60,
        sum(item.busy for item in work.hours.values()) / 60,
        sum(
            not any(OUTCOMES[item.code].contacted for item in case.attempts) for case in work.cases
        ),
        dict(blocked(work).most_common()),
        {day.isoformat(): n for day, n in by_day(work).items()},
        {item.name: (item.done, item.target) for item in work.quotas},
        work.bank.made.never_reached,
    )
