"""What lint lets through and what it stops, in three languages."""

from __future__ import annotations

import pytest

from atbalss.report.lint import Piece, abbreviations, lint_run

from .told import STUDY, build, codes

INNOCENT = {
    "lv": [
        "Aptauja notika 2024. gada 25. oktobrī un 26.11.2024.",
        "Salīdzinājums aptver 2022.–2024. gadu.",
        "Vērtēja skalā no 1 līdz 10, tas ir, 10 punktu skalā.",
        "Ministru kabineta noteikumi Nr. 401 un PDF/A-3a fails.",
        "Vārds „visbiežāk“ un skaitlis „44 %“ te ir tikai pieminēti.",
        "No vienas puses labi, no otras puses slikti; abas puses zina.",
        "Vajadzētu palielināt un uzlabot. Kritēriji ir augsti.",
        "Divas rekomendācijas un četri kritēriji ir nosaukti.",
        "Viens cilvēks zvanīja uz www.example.lv/2.",
        "Lielāka daļa darba vēl priekšā.",
        "Pārskata trešajā daļā aprakstīts, kā aptauja notika; ceturtā daļa ir īsa.",
    ],
    "en": [
        "Fieldwork ran from 25 October to 26 November 2024.",
        "Rated on a scale from 1 to 10.",
        "The word “most often” is only mentioned.",
        "Two recommendations follow. We should increase trust.",
    ],
    "ru": [
        "Опрос шёл с 25 октября по 26 ноября 2024 года.",
        "Оценивали по шкале от 1 до 10.",
        "Слово «чаще всего» лишь упомянуто.",
        "Следует увеличить доверие. Две рекомендации.",
        "Третья часть отчёта описывает ход опроса.",
    ],
}
GUILTY = {
    "lv": [
        ("Lieto 44 % klientu.", "report-typed-number", "44 %"),
        ("Lieto 44% klientu.", "report-typed-number", "44%"),
        ("Vidēji 7,9.", "report-typed-number", "7,9"),
        ("Starpība ir +24.", "report-typed-number", "+24"),
        ("Tā teica trīs no četriem klientiem.", "report-bare-fraction", "trīs no četriem"),
        ("Tā teica divdesmit respondentu.", "report-typed-number", "divdesmit respondentu"),
        ("Tas ir divas reizes vairāk.", "report-typed-number", "divas reizes vairāk"),
        ("Tas ir divreiz vairāk.", "report-typed-number", "divreiz vairāk"),
        ("Tas ir pusotru reizi biežāk.", "report-typed-number", "pusotru reizi biežāk"),
        ("Trešā daļa klientu gaida.", "report-bare-fraction", "Trešā daļa"),
        ("To zina viena ceturtā daļa.", "report-bare-fraction", "viena ceturtā daļa"),
        ("Zina gandrīz divas trešās daļas.", "report-bare-fraction", "gandrīz divas trešās daļas"),
        ("Par pieciem procentpunktiem.", "report-typed-number", "pieciem procentpunktiem"),
        ("Skatīt 2. attēlā.", "report-typed-reference", "2. attēlā"),
        ("Gandrīz puse klientu.", "report-bare-fraction", "Gandrīz puse"),
        ("Katrs piektais klients.", "report-bare-fraction", "Katrs piektais"),
        ("Vairākumam patīk.", "report-bare-majority", "Vairākumam"),
        ("Lielākajai daļai patīk.", "report-bare-majority", "Lielākajai daļai"),
        ("Tas ir otrs biežākais iemesls.", "report-bare-rank", "otrs biežākais"),
        ("Rādītājs samazinājās.", "report-bare-trend", "samazinājās"),
        ("Novērojams pieaugums.", "report-bare-trend", "pieaugums"),
        ("Rādītājs nemainījās.", "report-bare-trend", "nemainījās"),
        ("Tas ir lielāks nekā 2023. gadā.", "report-bare-trend", "lielāks nekā 2023"),
        ("Lietotāju kļuva vairāk.", "report-bare-trend", "kļuva vairāk"),
        ("Tā saka divkārt vairāk cilvēku.", "report-bare-trend", "divkārt vairāk"),
        ("Lieto ½ klientu.", "report-typed-number", "½"),
        ("Lieto 1990 klienti.", "report-typed-number", "1990"),
    ],
    "en": [
        ("It is used by 44% of clients.", "report-typed-number", "44%"),
        ("Named by ten respondents.", "report-typed-number", "ten respondents"),
        ("See Figure 2.", "report-typed-reference", "Figure 2"),
        ("Almost two thirds agree.", "report-bare-fraction", "Almost two thirds"),
        ("Most clients agree.", "report-bare-majority", "Most clients"),
        ("This is most often named.", "report-bare-rank", "most often"),
        ("The share has increased.", "report-bare-trend", "increased"),
        ("It is higher than in 2022.", "report-bare-trend", "higher than in 2022"),
        ("Fewer clients than in 2022.", "report-bare-trend", "Fewer clients than in 2022"),
        ("Several times as many know it.", "report-typed-number", "Several times as"),
    ],
    "ru": [
        ("Пользуются 44 % клиентов.", "report-typed-number", "44 %"),
        ("Так сказали двадцать респондентов.", "report-typed-number", "двадцать респондентов"),
        ("Смотри рисунок 2.", "report-typed-reference", "рисунок 2"),
        ("Почти половина согласна.", "report-bare-fraction", "Почти половина"),
        ("Большинство согласно.", "report-bare-majority", "Большинство"),
        ("Третья часть клиентов знает.", "report-bare-fraction", "Третья часть"),
        ("Так в полтора раза чаще.", "report-typed-number", "в полтора раза чаще"),
        ("Чаще всего называют цену.", "report-bare-rank", "Чаще всего"),
        ("Доля выросла.", "report-bare-trend", "выросла"),
        ("Доля выше, чем в 2023 году.", "report-bare-trend", "выше, чем в 2023"),
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, t) for lang in INNOCENT for t in INNOCENT[lang]])
def test_what_is_no_result_passes(lang, text):
    assert codes(lint_run([Piece(text, 1)], "r.md", lang, ())) == []


@pytest.mark.parametrize(
    ("lang", "text", "code", "shown"), [(lang, *case) for lang in GUILTY for case in GUILTY[lang]]
)
def test_what_is_typed_is_found(lang, text, code, shown):
    found = lint_run([Piece(text, 7)], "r.md", lang, ())
    assert codes(found) == [code]
    assert dict(found[0].args)["text"] == shown
    assert found[0].where.line == 7


def test_what_the_front_matter_allows_passes():
    text = "Vērtēja ar 9 vai 10 punktiem, vairāk par pusi."
    assert len(lint_run([Piece(text, 1)], "r.md", "lv", ())) == 3
    assert lint_run([Piece(text, 1)], "r.md", "lv", ("9 vai 10 punktiem", "vairāk par pusi")) == []
    assert len(lint_run([Piece("109 vai 10", 1)], "r.md", "lv", ("9 vai 10",))) == 2


def test_bound_parts_are_never_linted():
    _, found = build(
        "{{ share('use', 'daily') }} klientu, {{ say('piektdaļa', share('use', 'weekly')) }}."
    )
    assert found == []


def test_lines_of_a_paragraph_are_told_apart():
    pieces = [Piece("Pirmā ", 3), Piece("Otrā 44", 4), Piece(" trešā 45", 5)]
    assert [item.where.line for item in lint_run(pieces, "r.md", "lv", ())] == [4, 5]


def test_names_of_waves_are_no_numbers():
    _, found = build("Vilnis 2023 un 2023. gads.")
    assert found == []


def test_abbreviations():
    def of(*texts: str) -> list[str]:
        runs = [[Piece(text, i + 1)] for i, text in enumerate(texts)]
        found = abbreviations(runs, STUDY, "r.md", "lv")
        return [dict(item.args)["text"] for item in found]

    assert of("CATI ir vārdnīcā.") == []
    assert of("VID un vēlreiz VID.", "VSAA") == ["VID", "VSAA"]
    assert of("Valsts ieņēmumu dienests (VID) un VID.") == []
    assert of("Ludviķis XIV un Smart-ID.") == []
