"""The filters of the report language: how a number is printed, and which numbers may be so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from atbalss.problems import Refused, problem
from atbalss.report.bind import DIFFERENCES, Printed, Value
from atbalss.report.words import case_name, counted, language
from atbalss.tables.result import Unit


@dataclass(kw_only=True)
class Filters:
    """Filters for one document in one language."""

    lang: str
    source: str = ""  # the expression that is being evaluated

    def plain(self, item: Printed) -> Printed:
        """Without unit, noun and mark of difference."""
        return replace(self._number(item), unit=False, noun="")

    def pct(self, item: Printed) -> Printed:
        """As percent; only a share is."""
        unit = self._number(item).number.unit
        if unit in DIFFERENCES:
            raise Refused([problem("report-difference-as-percent", expression=self.source)])
        if unit is not Unit.SHARE:
            raise self._wrong_unit("%")
        return replace(item, unit=True)

    def pp(self, item: Printed) -> Printed:
        """As percentage points; only a difference of shares is."""
        unit = self._number(item).number.unit
        if unit is Unit.SHARE:
            raise Refused([problem("report-share-as-points", expression=self.source)])
        if unit is not Unit.SHARE_DIFFERENCE:
            raise self._wrong_unit(counted_unit(self.lang))
        return replace(item, unit=True)

    def with_interval(self, item: Printed) -> Printed:
        """With the interval in brackets."""
        return replace(self._number(item), interval=True)

    def signed(self, item: Printed) -> Printed:
        """With a sign; only a difference has one."""
        if self._number(item).number.unit not in DIFFERENCES:
            raise self._wrong_unit("+/−")
        return replace(item, signed=True)

    def absolute(self, item: Printed, case: str = "") -> Printed:
        """A difference without its sign, its unit in a case if one is given."""
        if self._number(item).number.unit not in DIFFERENCES:
            raise self._wrong_unit("+/−")
        return replace(item, signed=False, case=self._case(case) if case else item.case)

    def in_case(self, item: Value, case: str) -> Value:
        """The unit's or noun's words in a case."""
        return replace(self._number(item), case=self._case(case))

    def with_digits(self, item: Printed, digits: int) -> Printed:
        """With so many decimals."""
        if not 0 <= digits <= 4:
            raise ValueError(f"digits({digits})")
        return replace(self._number(item), digits=digits)

    def filters(self) -> dict[str, Callable[..., object]]:
        """All filters by name."""
        return {name: getattr(self, method) for name, method in FILTERS.items()}

    def _number(self, item: object) -> Printed:
        if not isinstance(item, Printed):
            raise ValueError("share(...) | filter")
        return item

    def _wrong_unit(self, unit: str) -> Refused:
        return Refused([problem("report-unit", expression=self.source, unit=unit)])

    def _case(self, case: str) -> str:
        try:
            return case_name(case, self.lang)
        except KeyError as error:
            known = ", ".join(dict.fromkeys(language(self.lang).CASES))
            raise ValueError(f"case={case!r} ({known})") from error


def counted_unit(lang: str) -> str:
    """The word for percentage points."""
    from decimal import Decimal

    return counted(Decimal(2), "percentage_point", lang)


FILTERS = {
    "plain": "plain",
    "pct": "pct",
    "pp": "pp",
    "interval": "with_interval",
    "signed": "signed",
    "abs": "absolute",
    "case": "in_case",
    "digits": "with_digits",
}
