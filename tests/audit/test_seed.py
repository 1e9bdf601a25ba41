# ruff: noqa: E501 - passages are quoted as printed
"""The printed report of 2024: its faults were labelled by hand before any rule was written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

REFERENCE = Path(__file__).resolve().parent.parent / "reference" / "audit"
LANGS = ("lv", "en", "ru")
SOUND = {lang: (REFERENCE / f"sound.{lang}.md").read_text(encoding="utf-8") for lang in LANGS}


def rows(name):
    with (REFERENCE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def found_in(text):
    return audit(read_plain("report.md", text))


def test_the_labels_of_the_seed_are_whole():
    labels = rows("seed_2024.csv")
    assert len(labels) == 68
    assert all(row["line"].isdigit() and row["rule"] for row in labels)


# the passages of the seed that the audit must find, as printed in 2024
SEED = """
# GALVENIE SECINĀJUMI

Viena trešdaļa jeb 36% no klientiem iesniedza pakalpojumu elektroniski.

2024.gada aptaujā salīdzinājumā ar 2023.gadu par 15% (no 33% 2023.gadā līdz 48% 2024.gadā) ir pieaudzis respondentu īpatsvars, kuri apmeklē centrus klātienē.

Oficiālās e-adreses neizmantošana parasti (98% gadījumu) tika argumentēta ar vajadzības trūkumu pēc elektroniskās pastkastītes.

VPVKAC (Valsts un pašvaldības vienotais klientu apkalpošanas centrs) un PMLP (Pilsonības un migrācijas lietu pārvalde). Visbiežāk tika izteikta vēlme saņemt PMPL pakalpojumus klientu apkalpošanas centros.

# 5. Elektroniskās identifikācijas līdzekļi

Lielākā daļa no VPVKAC apmeklētājiem jeb 17% norādīja, ka nekas neveicinātu viņus pakalpojumus sākt izmantot elektroniski.

21. attēls. Interneta lietošanas biežums 2022.-2024.

21. attēls. Elektroniskās identifikācijas līdzekļu esamība

E-ID ir 65% no klientiem, Smart-ID ir 64% no klientiem. Valsts oficiālo e-adresi izmanto 41% no VPVKAC apmeklētājiem. Apvienojot lietotājus, redzams, ka tie VPVKAC klienti, kuri izmanto Smart-ID un e_ID, biežāk izmanto oficiālo e-adresi (79%).

VPVKAC apmeklētāji, kuri neizmanto oficiālo e-adresi, parasti (69% gadījumi) to argumentē ar vajadzības trūkumu pēc elektroniskās pastkastītes.
"""


@pytest.mark.parametrize(
    "rule",
    ["two-values", "majority-word", "fraction-word", "percent-for-points", "duplicate-number",
     "abbreviation-slip", "joint-above-part"],
)  # fmt: skip
def test_the_known_faults_of_the_seed_are_found(rule):
    assert rule in {item.rule for item in found_in(SEED)}


@pytest.mark.parametrize("lang", LANGS)
def test_a_sound_report_is_met_with_silence(lang):
    assert [(item.rule, item.spot.quote) for item in found_in(SOUND[lang])] == []


def test_planted_faults_are_found_and_quoted():
    missed = []
    for row in rows("planted.csv"):
        sound = SOUND[row["lang"]]
        assert row["from"] in sound, row
        found = found_in(sound.replace(row["from"], row["to"]))
        if row["rule"] not in {item.rule for item in found}:
            missed.append(row)
        for item in found:
            assert item.spot.quote and item.spot.line
            for lang in LANGS:
                assert item.why(lang) and item.proposal(lang)
    assert missed == []
