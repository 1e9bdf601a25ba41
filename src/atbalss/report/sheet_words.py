# ruff: noqa: E501 - a phrase a row reads best
"""The fixed words of workbooks, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "cover": ("Titullapa", "Cover", "Титул"),
    "notes": ("Piezīmes", "Notes", "Примечания"),
    "numbers": ("Teksta skaitļi", "Numbers in text", "Числа в тексте"),
    "limits": ("{label}, robežas", "{label}, limits", "{label}, границы"),
    "limits_title": (
        "{title}: robežlīnijas",
        "{title}: lines of the limits",
        "{title}: линии границ",
    ),
    "limit": ("{name} robeža", "{name} limit", "{name} граница"),
    "limit_low": ("{name}, apakšējā", "{name}, lower", "{name}, нижняя"),
    "limit_high": ("{name}, augšējā", "{name}, upper", "{name}, верхняя"),
    "centre": ("Kopā {name}", "Overall {name}", "В целом {name}"),
    "numbers_title": (
        "Pārskata teksta skaitļi",
        "Numbers in the text of the report",
        "Числа в тексте отчёта",
    ),
    "numbers_about": (
        "Katrs skaitlis un vārds, ko pārskata teksts ņem no datiem, ar bāzi, 95 % vai citu noteikto intervālu un izteiksmi.",
        "Each number and word that the text of the report takes from the data, with base, interval and expression.",
        "Каждое число и слово, которое текст отчёта берёт из данных, с базой, интервалом и выражением.",
    ),
    "sheet": ("Lapa", "Sheet", "Лист"),
    "title": ("Nosaukums", "Title", "Название"),
    "kind": ("Veids", "Kind", "Вид"),
    "kind_figure": (
        "Attēla dati ar diagrammu",
        "Data of a figure, with chart",
        "Данные рисунка с диаграммой",
    ),
    "kind_limits": ("Diagrammas līnijas", "Lines of a chart", "Линии диаграммы"),
    "kind_table": ("Tabula", "Table", "Таблица"),
    "kind_banner": ("Tabula pa grupām", "Table by groups", "Таблица по группам"),
    "kind_numbers": ("Teksta skaitļi", "Numbers of the text", "Числа текста"),
    "back": ("Uz saturu", "To the contents", "К содержанию"),
    "one_table": (
        "Šajā lapā ir viena tabula.",
        "This sheet holds one table.",
        "На этом листе одна таблица.",
    ),
    "see_notes": (
        "Zīmes un piezīmes paskaidrotas lapā „{sheet}“.",
        "Signs and notes are explained on the sheet “{sheet}”.",
        "Знаки и примечания объяснены на листе «{sheet}».",
    ),
    "question": ("Jautājums", "Question", "Вопрос"),
    "item": ("Rādītājs", "Item", "Показатель"),
    "row": ("Atbilde", "Answer", "Ответ"),
    "statistic": ("Rādītājs", "Statistic", "Показатель"),
    "value": ("Vērtība", "Value", "Значение"),
    "letters": (
        "Burti: statistiski nozīmīgi lielāks par kolonnu",
        "Letters: significantly above the column",
        "Буквы: статистически значимо выше столбца",
    ),
    "all_questions": ("Visi jautājumi", "All questions", "Все вопросы"),
    "unit_share": ("Īpatsvars, %", "Share, %", "Доля, %"),
    "unit_mean": ("Vidējā vērtība, punkti", "Mean, points", "Среднее, баллы"),
    "unit_share_difference": (
        "Starpība, procentpunkti",
        "Difference, percentage points",
        "Разность, процентные пункты",
    ),
    "unit_mean_difference": ("Starpība, punkti", "Difference, points", "Разность, баллы"),
    "low": ("Intervāla apakša", "Interval, low end", "Нижний край интервала"),
    "high": ("Intervāla augša", "Interval, high end", "Верхний край интервала"),
    "persons": ("Skaits (n)", "Number of persons (n)", "Число человек (n)"),
    "base": ("Bāze (n)", "Base (n)", "База (n)"),
    "section": ("Nodaļa", "Section", "Раздел"),
    "printed": ("Kā drukāts", "As printed", "Как напечатано"),
    "expression": ("Izteiksme", "Expression", "Выражение"),
    "line": ("Avota rinda", "Line of the source", "Строка источника"),
    "note": ("Piezīme", "Note", "Примечание"),
    "where": ("Kur", "Where", "Где"),
    "everywhere": ("Visās lapās", "On all sheets", "На всех листах"),
    "sign": ("Zīme", "Sign", "Знак"),
    "sign_none": (
        "– : nav vērtības, tā nav publicēta vai nav attiecināma.",
        "– : there is no value, it was not published, or it does not apply.",
        "– : значения нет, оно не опубликовано или неприменимо.",
    ),
    "sign_hidden": (
        "… : vērtība paslēpta, lai neatklātu dažu cilvēku atbildes vai nerādītu skaitli ar par mazu bāzi.",
        "… : the value is hidden: its base is too small, or it would disclose answers of a few persons.",
        "… : значение скрыто: база слишком мала или оно раскрыло бы ответы нескольких человек.",
    ),
    "sign_small": (
        "* : maza bāze, lasīt piesardzīgi.",
        "* : a small base, read with caution.",
        "* : малая база, читать с осторожностью.",
    ),
    "sign_derived": (
        "† : iegūts no publicētas starpības.",
        "† : derived from a published difference.",
        "† : получено из опубликованной разности.",
    ),
    "sign_floor": (
        "≥ : publicēta apakšējā robeža.",
        "≥ : a published lower bound.",
        "≥ : опубликованная нижняя граница.",
    ),
    "field": ("Ziņa", "Item", "Поле"),
    "content": ("Saturs", "Content", "Содержание"),
    "subtitle": ("Apakšvirsraksts", "Subtitle", "Подзаголовок"),
    "period": ("Laiks", "Period", "Период"),
    "state": ("Stāvoklis", "State", "Состояние"),
    "invented": ("Brīdinājums", "Warning", "Предупреждение"),
    "tables": ("Tabulu skaits", "Number of tables", "Число таблиц"),
    "exact": (
        "Šūnās ir precīzās vērtības; formāts rāda tās tā, kā drukāts pārskatā.",
        "Cells hold exact values; their format shows them as the report prints them.",
        "В ячейках точные значения; формат показывает их так, как напечатано в отчёте.",
    ),
    "chart_of": ("Diagramma: {title}", "Chart: {title}", "Диаграмма: {title}"),
}


def word(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase of workbooks in a language, filled."""
    return spoken(_WORDS[key], lang, **fills)
