"""A ```fieldwork block: how people were reached, computed from the records of calls and visits."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.fieldwork.outcomes import EDITION, OUTCOMES, Disposition
from atbalss.fieldwork.rates import NAMES, Eligible
from atbalss.fieldwork.state import RESPONSE, Fieldwork
from atbalss.report.document import Block, BoundText, CellText, DataTable, Inline, Paragraph, Words
from atbalss.report.fieldwork_words import FORMULAS, say
from atbalss.report.numerals import decimal, percent
from atbalss.report.register import Register
from atbalss.tables.result import CellKey, Number, Unit

PLACE = "fieldwork"
Said = BoundText | Words


@dataclass(frozen=True)
class Teller:
    """Numbers of fieldwork as bound texts: each with its entry in the register."""

    found: Fieldwork
    register: Register
    lang: str
    wave: str

    def count(self, what: str, value: int) -> BoundText:
        """A count of cases, visitors or calls."""
        return self._bound(what, Unit.COUNT, float(value), decimal(value, 0, self.lang))

    def share(self, what: str, value: float | None, base: int | None = None) -> Said:
        """A rate in percent with a decimal, or that it is not defined."""
        if value is None:
            return Words(say("undefined", self.lang))
        return self._bound(what, Unit.SHARE, value, percent(value, self.lang, 1), base)

    def _bound(
        self, what: str, unit: Unit, value: float, text: str, base: int | None = None
    ) -> BoundText:
        number = Number(CellKey(PLACE, what, self.wave), unit, value, base=base)
        return BoundText(text, self.register.add(number, text, place=PLACE))

    def sentence(self, key: str, **parts: object) -> tuple[Inline, ...]:
        """A sentence of the catalogue with bound numbers in it."""
        marks = {name: f"\x00{name}\x00" for name in parts}
        pieces = say(key, self.lang, **marks).split("\x00")
        made: list[Inline] = []
        for piece in pieces:
            value = parts.get(piece)
            if isinstance(value, BoundText | Words):
                made.append(value)
            elif piece:
                made.append(Words(str(value) if piece in parts else piece))
        return tuple(made)

    def cell(self, said: Said) -> CellText:
        """A number as the cell of a table."""
        return CellText(said.text, _id(said), numeric=True)


def fieldwork_blocks(found: Fieldwork, register: Register, lang: str, wave: str) -> list[Block]:
    """The cumulative rate first, then participation by centre, outcomes by class, all rates."""
    teller = Teller(found, register, lang, wave)
    blocks: list[Block] = [Paragraph(_headline(teller))]
    if len(found.counters) > 1:
        blocks.append(_counters(teller))
    blocks += [_outcomes(teller), _rates(teller)]
    extent = _extent(teller)
    return [*blocks, Paragraph(extent)]


def _headline(teller: Teller) -> tuple[Inline, ...]:
    found, whole = teller.found, teller.found.counter
    response = teller.share(RESPONSE, found.rates[RESPONSE], found.n_cases)
    if whole is None or not whole.invited:
        cases = teller.count("cases", found.n_cases)
        return teller.sentence("no_counter", response=response, cases=cases)
    return teller.sentence(
        "cumulative",
        rate=teller.share("cumulative", found.cumulative, whole.invited),
        invited=teller.count("invited", whole.invited),
        agreed=teller.count("agreed", whole.agreed),
        participation=teller.share("participation", whole.participation, whole.invited),
        response=response,
    )


def _extent(teller: Teller) -> tuple[Inline, ...]:
    found = teller.found
    parts = teller.sentence(
        "calls",
        cases=teller.count("cases", found.n_cases),
        attempts=teller.count("attempts", found.attempts),
        calls=teller.count("calls", found.calls),
        interviewers=teller.count("interviewers", found.interviewers),
    )
    modes = {
        mode: teller.count(f"interviews {mode}", found.interviews.get(mode, 0))
        for mode in ("phone", "web")
    }
    return (*parts, Words(" "), *teller.sentence("modes", **modes))


def _head(lang: str, words: tuple[str, ...], texts: int) -> tuple[CellText, ...]:
    return tuple(
        CellText(say(key, lang), header=True, numeric=at >= texts) for at, key in enumerate(words)
    )


def _counters(teller: Teller) -> DataTable:
    lang = teller.lang
    rows = []
    whole = teller.found.counter
    for item in (*teller.found.counters, *((whole,) if whole else ())):
        name = item.centre or say("all", lang)
        rows.append(
            (
                CellText(name, header=True),
                teller.cell(teller.count(f"visitors {name}", item.visitors)),
                teller.cell(teller.count(f"invited {name}", item.invited)),
                teller.cell(teller.count(f"agreed {name}", item.agreed)),
                teller.cell(
                    teller.share(f"participation {name}", item.participation, item.invited)
                ),
            )
        )
    head = _head(lang, ("centre", "visitors", "invited", "agreed", "participation"), 1)
    return DataTable(head, tuple(rows), say("counter", lang), widths=(2.4, 1.0, 1.0, 1.0, 1.2))


def _outcomes(teller: Teller) -> DataTable:
    found, lang = teller.found, teller.lang
    rows: list[tuple[CellText, ...]] = []
    for disposition in Disposition:
        codes = [code for code in found.outcomes if found.class_of(code) is disposition]
        size = sum(found.outcomes[code] for code in codes)
        head = f"{disposition.value}: {say(disposition.value, lang)}"
        rows.append((CellText(head, header=True), CellText(""), *_sized(teller, disposition, size)))
        for code in codes:
            name = OUTCOMES[code].label.get(lang)
            count = found.outcomes[code]
            rows.append((CellText(name), CellText(code), *_sized(teller, code, count)))
    total = CellText(say("all", lang), header=True)
    rows.append((total, CellText(""), *_sized(teller, "all", found.n_cases)))
    return DataTable(
        _head(lang, ("outcome", "code", "n", "share"), 2),
        tuple(rows),
        say("outcomes", lang),
        notes=tuple(_outcome_notes(found, lang)),
        widths=(3.6, 0.9, 0.9, 0.9),
    )


def _sized(teller: Teller, what: str, size: int) -> tuple[CellText, CellText]:
    whole = teller.found.n_cases
    share = size / whole if whole else None
    return (
        teller.cell(teller.count(f"n {what}", size)),
        teller.cell(teller.share(f"share {what}", share, whole)),
    )


def _outcome_notes(found: Fieldwork, lang: str) -> list[str]:
    limits = {
        name: percent(getattr(found.thresholds, name), lang) for name in ("complete", "partial")
    }
    notes = [say("edition", lang, edition=EDITION), say(f"preset_{found.preset.value}", lang)]
    if found.classes:
        codes = ", ".join(f"{code} = {item.value}" for code, item in found.classes.items())
        notes.append(say("own_classes", lang, codes=codes))
    return [*notes, say("thresholds", lang, **limits)]


def _rates(teller: Teller) -> DataTable:
    found, lang = teller.found, teller.lang
    counted, weighted = found.rates, found.weighted_rates
    keys = ("rate", "formula", "counted") + (("weighted",) if weighted is not None else ())
    rows = []
    for name in NAMES:
        row = [
            CellText(name, header=True),
            CellText(FORMULAS[name]),
            teller.cell(teller.share(name, counted[name], found.n_cases)),
        ]
        if weighted is not None:
            row.append(teller.cell(teller.share(f"{name} weighted", weighted[name], found.n_cases)))
        rows.append(tuple(row))
    notes = [method_of(found.e, lang)]
    if weighted is not None:
        notes.append(say("weights", lang))
    widths = (1.0, 2.0) + (1.0,) * (len(keys) - 2)
    return DataTable(
        _head(lang, keys, 2), tuple(rows), say("rates", lang), notes=tuple(notes), widths=widths
    )


def method_of(e: Eligible | None, lang: str) -> str:
    """How e was found, in a sentence; AAPOR demands it."""
    if e is None:
        return say("e_none", lang)
    uh, uo = decimal(e.uh, 3, lang), decimal(e.uo, 3, lang)
    if e.method == "casro":
        return say("e_casro", lang, uh=uh)
    return say("e_own", lang, uh=uh, uo=uo, method=e.method)


# ---- the method page and the disclosure items


def recruitment(found: Fieldwork, register: Register, lang: str, wave: str) -> tuple[str, str]:
    """How visitors were invited and how many agreed, in a sentence, and its number's id."""
    whole = found.counter
    if whole is None or not whole.invited:
        return "", ""
    teller = Teller(found, register, lang, wave)
    share = teller.share("participation", whole.participation, whole.invited)
    modes = ", ".join(say(f"mode_{mode.value}", lang) for mode in sorted(whole.modes))
    parts = teller.sentence(
        "recruitment",
        modes=modes,
        visitors=teller.count("visitors", whole.visitors),
        invited=teller.count("invited", whole.invited),
        agreed=teller.count("agreed", whole.agreed),
        participation=share,
    )
    return _plain(parts), _id(share)


def reached(found: Fieldwork, register: Register, lang: str, wave: str) -> tuple[str, str]:
    """How many cases and interviews there were and the response rate, and its number's id."""
    teller = Teller(found, register, lang, wave)
    response = teller.share(RESPONSE, found.rates[RESPONSE], found.n_cases)
    parts = teller.sentence(
        "reached",
        cases=teller.count("cases", found.n_cases),
        complete=teller.count("n I", int(found.found.i)),
        partial=teller.count("n P", int(found.found.p)),
        response=response,
    )
    return _plain(parts), _id(response)


def disclosed(found: Fieldwork, register: Register, lang: str, wave: str) -> dict[str, str]:
    """What the records say of the disclosure items, a sentence an item."""
    told = {"recruitment": recruitment, "sizes": reached}
    return {key: make(found, register, lang, wave)[0] for key, make in told.items()}


def _id(said: Said) -> str:
    return said.number_id if isinstance(said, BoundText) else ""


def _plain(parts: tuple[Inline, ...]) -> str:
    return "".join(item.text for item in parts if isinstance(item, Words | BoundText))
