# ruff: noqa: E501 - sentences for people read best whole
"""Faults at the audit's door: files that cannot be read."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

DOOR_FAULTS: dict[str, Fault] = {
    "audit-no-file": Fault(
        "error",
        lv=("Faila „{path}“ nav.", "Pārbaudiet ceļu."),
        en=("There is no file “{path}”.", "Check the path."),
        ru=("Файла «{path}» нет.", "Проверьте путь."),
    ),
    "audit-unknown-format": Fault(
        "error",
        lv=("„{path}“ nav formātā, ko var lasīt.", "Derīgi ir pdf, docx, html, md un txt."),
        en=(
            "“{path}” is in no format that can be read.",
            "Give a pdf, docx, html, md or txt file.",
        ),
        ru=("Формат файла «{path}» прочесть нельзя.", "Подходят pdf, docx, html, md и txt."),
    ),
    "audit-too-large": Fault(
        "error",
        lv=(
            "„{path}“ ir pārāk liels: {what}.",
            "Pārbaudiet, vai fails nav bojāts, vai dodiet to pa daļām.",
        ),
        en=(
            "“{path}” is too large: {what}.",
            "Check whether the file is damaged, or give it in parts.",
        ),
        ru=(
            "Файл «{path}» слишком велик: {what}.",
            "Проверьте, не повреждён ли файл, или дайте его по частям.",
        ),
    ),
    "audit-broken": Fault(
        "error",
        lv=(
            "„{path}“ nevar izlasīt: fails ir bojāts, šifrēts vai nav tas, par ko izliekas.",
            "Atveriet to savā programmā un saglabājiet no jauna.",
        ),
        en=(
            "“{path}” cannot be read: it is damaged, encrypted, or not what its name says.",
            "Open it in its own program and save it anew.",
        ),
        ru=(
            "Файл «{path}» прочесть нельзя: он повреждён, зашифрован или это не то, что говорит его имя.",
            "Откройте его в своей программе и сохраните заново.",
        ),
    ),
    "audit-no-text": Fault(
        "error",
        lv=(
            "„{path}“ nav teksta, ko varētu pārbaudīt.",
            "Ja tas ir skenēts attēls, vispirms atpazīstiet tekstu.",
        ),
        en=(
            "“{path}” holds no text to check.",
            "If it is a scanned picture, recognise its text first.",
        ),
        ru=(
            "В файле «{path}» нет текста для проверки.",
            "Если это скан, сначала распознайте текст.",
        ),
    ),
    "audit-needs-library": Fault(
        "error",
        lv=(
            "Lai lasītu šādu failu, vajadzīga bibliotēka {library}.",
            "Uzinstalējiet ar pip install 'atbalss[audit]'.",
        ),
        en=(
            "The library {library} is needed to read such a file.",
            "Install it with pip install 'atbalss[audit]'.",
        ),
        ru=(
            "Чтобы читать такой файл, нужна библиотека {library}.",
            "Установите её: pip install 'atbalss[audit]'.",
        ),
    ),
}
