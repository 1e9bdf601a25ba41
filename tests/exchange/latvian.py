"""An invented CATI export with Latvian letters in names, labels and the file's label."""

from __future__ import annotations

import numpy as np
import polars as pl

from atbalss.exchange.labelled import DAY, Labelled, Level, ResponseSet, Span, Variable

DK = ((98.0, "Grūti pateikt"), (99.0, "Atteicās atbildēt"))
BOTH = (Span(98.0, 98.0), Span(99.0, 99.0))


def latvian(n: int = 120, seed: int = 7) -> Labelled:
    """Every kind of variable an institute's file has; the same for the same seed."""
    chance = np.random.default_rng(seed)
    made: list[tuple[Variable, list]] = []

    def number(name: str, label: str, values, **more) -> None:
        made.append(
            (Variable(name, label, format=more.pop("format", "F8.2"), **more), list(values))
        )

    def text(name: str, label: str, values, **more) -> None:
        made.append((Variable(name, label, is_text=True, **more), list(values)))

    def pick(values, share=None):
        return chance.choice(values, n, p=share).astype(float)

    number("respid", "Respondenta numurs", np.arange(1001.0, 1001 + n), format="F8.0")
    days = 13_900_000_000 // DAY * DAY + chance.integers(0, 20, n) * DAY
    number("intdate", "Intervijas datums", days.astype(float), format="EDATE10")
    number("sākums", "Sākuma laiks", chance.integers(0, DAY, n).astype(float), format="TIME8")
    text("Telefons", "Telefona numurs", [f"+371 2{x:07d}" for x in chance.integers(0, 9999999, n)])
    number(
        "S1",
        "S1. Dzimums",
        pick([1, 2]),
        labels=((1.0, "Vīrietis"), (2.0, "Sieviete")),
        level=Level.NOMINAL,
    )
    ages = np.where(chance.random(n) < 0.05, 999, chance.integers(18, 80, n)).astype(float)
    number(
        "S2",
        "S2. Vecums",
        ages,
        format="F3.0",
        labels=((999.0, "Atteicās atbildēt"),),
        missing=(Span(900.0, 999.0),),
        level=Level.SCALE,
    )
    ends = ((1.0, "Pilnīgi neapmierināts"), (10.0, "Pilnīgi apmierināts"), *DK)
    overall = np.where(chance.random(n) < 0.08, 98, chance.integers(3, 11, n)).astype(float)
    number("Q1", "Q1. Cik apmierināts(-a) esat?", overall, labels=ends, missing=BOTH)
    steps = ("Ļoti slikti", "Slikti", "Viduvēji", "Labi", "Ļoti labi")
    marks = (*((float(i), step) for i, step in enumerate(steps, 1)), *DK)
    for i, item in enumerate(("Laipnība", "Gaidīšanas laiks", "Telpu ērtums"), 1):
        values = np.where(chance.random(n) < 0.06, 98, chance.integers(1, 6, n)).astype(float)
        number(
            f"Q2_{i}",
            f"Q2. Novērtējiet, lūdzu: {item}",
            values,
            labels=marks,
            missing=BOTH,
            level=Level.ORDINAL,
        )
    told = ((0.0, "Nav minēts"), (1.0, "Minēts"))
    for i, (item, share) in enumerate((("Internetā", 0.5), ("Pa tālruni", 0.3), ("Cits", 0.1)), 1):
        values = (chance.random(n) < share).astype(float)
        number(f"Q3_{i}", f"Q3. Kā saņemat pakalpojumus? {item}", values, labels=told)
    tools = ((1.0, "e-paraksts"), (2.0, "internetbanka"), (3.0, "eID karte"), *DK)
    for i in (1, 2, 3):
        values = [float(v) if i == 1 or chance.random() < 0.4 else None for v in pick([1, 2, 3])]
        number(f"Q4a{i}", "Q4. Ko izmantojat?", values, labels=tools, missing=BOTH)
    for i, item in enumerate(("Rīgā", "Ķekavā"), 1):
        number(f"ņ_{i}", item, pick([0, 1]), labels=told)
    family = ((1.0, "Precējies"), (2.0, "Neprecējies"), *DK)
    number("Ģimenes.stāvoklis@", "D1. Ģimenes stāvoklis", pick([1, 2, 99]), labels=family)
    place = chance.choice(["RIX", "ĶEK", "NA"], n)
    text(
        "Novads",
        "Novads",
        place,
        labels=(("RIX", "Rīga"), ("ĶEK", "Ķekava"), ("NA", "Nav atbildes")),
        missing=(Span("NA", "NA"),),
    )
    words = [None if chance.random() < 0.6 else f"=īsāku gaidīšanu {k}" for k in range(n)]
    text("Q9", "Q9. Ko ieteiktu uzlabot?", words)
    long = [None, "ž" * 400] * (n // 2)
    text("ļoti_garš_nosaukums_ar_mīkstinājumiem_ņķģ", "Gara atbilde", long)
    number("svars", "Svars", np.round(chance.gamma(20, 0.05, n), 4), format="F8.4")
    variables = tuple(variable for variable, _ in made)
    data = pl.DataFrame(
        [
            pl.Series(item.name, values, dtype=pl.String if item.is_text else pl.Float64)
            for item, values in made
        ]
    )
    sets = (
        ResponseSet("Q4", ("Q4a1", "Q4a2", "Q4a3"), "Q4. Kādus rīkus izmantojat?"),
        ResponseSet("vietas", ("ņ_1", "ņ_2"), "Kur saņemat pakalpojumus?", "1"),
        ResponseSet("pēc_vērtības", ("Q3_1", "Q3_2"), "", "1", by_value=True, own_label=True),
    )
    notes = ("Atdarināti dati.", "Otrā piezīme: āčēģīķļņšūž")
    return Labelled(variables, data, sets, "Pakalpojumu kvalitāte: āčēģīķļņšūž", notes, "svars")
