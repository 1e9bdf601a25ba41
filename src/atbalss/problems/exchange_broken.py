"""Faults of Excel files that cannot be opened, by what stands in them; part of `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

BROKEN_FAULTS: dict[str, Fault] = {
    "exchange-unreadable": Fault(
        "error",
        lv=(
            "Excel darbgrāmata ir bojāta vai nav nokopēta līdz galam.",
            "Nokopējiet vai lejupielādējiet to vēlreiz, vai atveriet programmā Excel un "
            "saglabājiet no jauna kā .xlsx.",
        ),
        en=(
            "The Excel workbook is damaged, or was not copied to its end.",
            "Copy or download it again, or open it in Excel and save it anew as .xlsx.",
        ),
        ru=(
            "Книга Excel повреждена или скопирована не до конца.",
            "Скопируйте или скачайте её ещё раз либо откройте в Excel и сохраните "
            "заново как .xlsx.",
        ),
    ),
    "exchange-excel-empty": Fault(
        "error",
        lv=(
            "Fails ir tukšs: tajā nav neviena baita.",
            "Nokopējiet vai lejupielādējiet to vēlreiz.",
        ),
        en=("The file is empty: it holds no byte.", "Copy or download it again."),
        ru=("Файл пуст: в нём нет ни одного байта.", "Скопируйте или скачайте его ещё раз."),
    ),
    "exchange-excel-none": Fault(
        "error",
        lv=(
            "Šī nav Excel darbgrāmata, lai gan fails tā ir nosaukts.",
            "Atveriet to programmā, kurā tas tapis, un saglabājiet kā Excel darbgrāmatu (.xlsx); "
            "ja tas ir teksts ar komatiem vai semikoliem, nosauciet to par .csv.",
        ),
        en=(
            "This is no Excel workbook, though the file is called one.",
            "Open it in the program that made it and save it as an Excel workbook (.xlsx); if it "
            "is text with commas or semicolons, name it .csv.",
        ),
        ru=(
            "Это не книга Excel, хотя файл так назван.",
            "Откройте его в программе, где он сделан, и сохраните как книгу Excel (.xlsx); если "
            "это текст с запятыми или точками с запятой, назовите его .csv.",
        ),
    ),
    "exchange-excel-locked": Fault(
        "error",
        lv=(
            "Excel darbgrāmata ir aizsargāta ar paroli.",
            "Atveriet to programmā Excel, noņemiet paroli (Fails, Informācija, Aizsargāt "
            "darbgrāmatu) un saglabājiet.",
        ),
        en=(
            "The Excel workbook is protected by a password.",
            "Open it in Excel, remove the password (File, Info, Protect Workbook), and save it.",
        ),
        ru=(
            "Книга Excel защищена паролем.",
            "Откройте её в Excel, снимите пароль (Файл, Сведения, Защита книги) и сохраните.",
        ),
    ),
    "exchange-excel-old": Fault(
        "error",
        lv=(
            "Šis ir vecā Excel formāta (.xls) fails ar galotni .xlsx.",
            "Atveriet to programmā Excel un saglabājiet kā Excel darbgrāmatu (.xlsx).",
        ),
        en=(
            "This is a file of Excel's old format (.xls) with the ending .xlsx.",
            "Open it in Excel and save it as an Excel workbook (.xlsx).",
        ),
        ru=(
            "Это файл старого формата Excel (.xls) с окончанием .xlsx.",
            "Откройте его в Excel и сохраните как книгу Excel (.xlsx).",
        ),
    ),
    "exchange-excel-huge": Fault(
        "error",
        lv=(
            "Anketas darbgrāmatā ir vairāk nekā {most} šūnu.",
            "Izdzēsiet lapas, kas nav anketas lapas (survey, choices, settings).",
        ),
        en=(
            "The questionnaire's workbook has more than {most} cells.",
            "Delete sheets that are not the questionnaire's (survey, choices, settings).",
        ),
        ru=(
            "В книге анкеты больше {most} ячеек.",
            "Удалите листы, не относящиеся к анкете (survey, choices, settings).",
        ),
    ),
}
