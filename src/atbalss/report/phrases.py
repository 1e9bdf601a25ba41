# ruff: noqa: E501 - a phrase a row reads best
"""The fixed words of reports: references, notes, details of bound numbers, heads of blocks."""

from __future__ import annotations

from atbalss.report.document import Reference
from atbalss.report.phrases_method import METHOD
from atbalss.study.texts import spoken

# key: (lv, en, ru)
_PHRASES: dict[str, tuple[str, str, str]] = METHOD | {
    # ---- heads
    "contents": ("Saturs", "Contents", "Содержание"),
    "figures": ("Attēli", "Figures", "Рисунки"),
    "notes": ("Piezīmes", "Notes", "Примечания"),
    "note": ("Piezīme", "Note", "Примечание"),
    "footnotes": ("Zemsvītras piezīmes", "Footnotes", "Сноски"),
    "question": ("Jautājums", "Question", "Вопрос"),
    "questions": ("Jautājumi", "Questions", "Вопросы"),
    "base": ("Bāze", "Base", "База"),
    "data": ("Dati", "Data", "Данные"),
    "data_table": ("Datu tabula", "Data table", "Таблица данных"),
    "glossary": ("Terminu skaidrojums", "Glossary", "Словарь терминов"),
    "method": ("Pētījuma metode", "Method of the study", "Метод исследования"),
    "questionnaire": ("Anketa", "Questionnaire", "Анкета"),
    "respondents": ("Respondentu komentāri", "Respondents’ comments", "Комментарии респондентов"),
    "number": ("Skaitlis", "Number", "Число"),
    "source": ("Avots", "Source", "Источник"),
    "skip": ("Pāriet uz saturu", "Skip to content", "Перейти к содержанию"),
    "page": ("lpp.", "p.", "с."),
    "date": ("Datums", "Date", "Дата"),
    "fingerprint": ("Datu pirkstu nospiedums", "Fingerprint of the data", "Отпечаток данных"),
    # ---- banner tables
    "b_tables": ("Tabulas", "Tables", "Таблицы"),
    "b_table": ("Tabula", "Table", "Таблица"),
    "b_answer": ("Atbilde", "Answer", "Ответ"),
    "b_letter": ("Kolonnas burts", "Column letter", "Буква столбца"),
    "b_count": ("respondenti", "respondents", "респонденты"),
    "b_weighted": ("svērtais skaits", "weighted count", "взвешенное число"),
    "b_row_share": ("% no rindas", "% of row", "% строки"),
    "b_interval": ("ticamības intervāls", "confidence interval", "доверительный интервал"),
    "b_se": ("standartkļūda", "standard error", "стандартная ошибка"),
    "b_rank": ("vieta kolonnā", "rank in column", "место в столбце"),
    "b_difference": ("starpība", "difference", "разница"),
    "b_part_of": ("{label} ({n}. daļa no {all})", "{label} (part {n} of {all})", "{label} (часть {n} из {all})"),
    "b_chi_square": (
        "Rao–Skota hī kvadrāta tests ({variable}): F({df1}; {df2}) = {f}, {p}, Kramēra V = {v}.",
        "Rao–Scott chi-square ({variable}): F({df1}, {df2}) = {f}, {p}, Cramér's V = {v}.",
        "Критерий хи-квадрат Рао–Скотта ({variable}): F({df1}; {df2}) = {f}, {p}, V Крамера = {v}.",
    ),
    "b_chi_square_none": (
        "Rao–Skota hī kvadrāta tests ({variable}) nav iespējams.",
        "The Rao–Scott chi-square ({variable}) cannot be computed.",
        "Критерий хи-квадрат Рао–Скотта ({variable}) вычислить нельзя.",
    ),
    "b_made_from": (
        "Skaitļi un pārbaudes no respondentu atbildēm; visas p vērtības ir failos tables.json un tables-tests.csv.",
        "Numbers and tests from the answers of respondents; all p values are in tables.json and tables-tests.csv.",
        "Числа и проверки по ответам респондентов; все p-значения — в файлах tables.json и tables-tests.csv.",
    ),
    # ---- state of a document
    "draft_mark": ("MELNRAKSTS", "DRAFT", "ЧЕРНОВИК"),
    "state_draft": ("Melnraksts", "Draft", "Черновик"),
    "state_approved": ("Apstiprināts", "Approved", "Утверждено"),
    "embargo": ("Nepublicēt pirms {date}", "Not for publication before {date}", "Не публиковать до {date}"),
    "contact": ("Kontaktinformācija", "Contact", "Контактная информация"),
    "press": ("Ziņa presei", "Press release", "Пресс-релиз"),
    "logo": ("Logotips", "Logo", "Логотип"),
    "seq_fig": ("attēls", "figure", "рисунок"),
    "seq_tab": ("tabula", "table", "таблица"),
    "seq_annex": ("pielikums", "annex", "приложение"),
    "finding": ("Secinājums", "Finding", "Вывод"),
    "key_table": ("Galvenie skaitļi", "Key numbers", "Главные числа"),
    "facts_table": ("Ziņas", "Facts", "Сведения"),
    # ---- invented
    "invented": ("atdarināti dati", "invented data", "вымышленные данные"),
    "invented_title": ("Atdarināti dati", "Invented data", "Вымышленные данные"),
    "invented_text": (
        "Šajā pārskatā izmantotās atbildes ({waves}) ir atdarinātas: tās nav devuši īsti respondenti. "
        "Skaitļi rāda, kā top pārskats, un uz tiem nevar atsaukties kā uz aptaujas rezultātiem.",
        "The answers used in this report ({waves}) are invented: no real respondents gave them. "
        "The numbers show how the report is made and cannot be cited as survey results.",
        "Ответы, использованные в этом отчёте ({waves}), вымышлены: их не давали настоящие респонденты. "
        "Числа показывают, как создаётся отчёт; ссылаться на них как на результаты опроса нельзя.",
    ),
    "invented_quotes": (
        "Citāti ir atdarināti; tos nav teikuši īsti respondenti.",
        "The quotations are invented; no real respondents said them.",
        "Цитаты вымышлены; настоящие респонденты этого не говорили.",
    ),
    "said_lv": ("Teikts latviešu valodā.", "Said in Latvian.", "Сказано на латышском языке."),
    "said_en": ("Teikts angļu valodā.", "Said in English.", "Сказано на английском языке."),
    "said_ru": ("Teikts krievu valodā.", "Said in Russian.", "Сказано на русском языке."),
    # ---- details of a bound number
    "n": ("n = {n}", "n = {n}", "n = {n}"),
    "n_unknown": ("n nav zināms", "n not known", "n неизвестно"),
    "persons_in_cell": ("atbildēja {n}", "{n} said so", "ответили {n}"),
    "effective": ("efektīvā bāze {n}", "effective base {n}", "эффективная база {n}"),
    "interval": ("{level}\u00a0% intervāls {low}–{high}", "{level}% interval {low}–{high}", "{level}%-ный интервал {low}–{high}"),
    "indicative": ("orientējošs {interval}", "indicative {interval}", "ориентировочный {interval}"),
    "n_too_small": ("n par mazu intervālam", "n too small for an interval", "n слишком мало для интервала"),
    "published": ("publicēts skaitlis", "published figure", "опубликованное число"),
    "derived": (
        "iegūts no publicēta skaitļa un publicētas starpības (noapaļojums ±{rounding})",
        "derived from a published figure and a published difference (rounding ±{rounding})",
        "получено из опубликованного числа и опубликованной разницы (округление ±{rounding})",
    ),
    "standardised": ("ar pašreizējo respondentu sastāvu", "with today’s composition of respondents", "при нынешнем составе респондентов"),
    "floor": ("„vismaz“", "“at least”", "«не менее»"),
    "small_base": ("maza bāze, jālasa piesardzīgi", "small base, read with care", "малая база, читать осторожно"),
    "exact": ("precīzi {value}", "exactly {value}", "точно {value}"),
    "invented_number": ("atdarināti dati", "invented data", "вымышленные данные"),
    # ---- comparisons
    "against": ("{wave}: {value}", "{wave}: {value}", "{wave}: {value}"),
    "difference": ("starpība {value}", "difference {value}", "разница {value}"),
    "significant": ("atšķirība statistiski nozīmīga", "statistically significant", "разница статистически значима"),
    "not_significant": (
        "statistiski nozīmīga atšķirība nav pierādīta",
        "no statistically significant difference shown",
        "статистически значимая разница не показана",
    ),
    "lead_significant": (
        "{first} pārsvars pār {second} ir statistiski nozīmīgs",
        "the lead of {first} over {second} is statistically significant",
        "отрыв {first} от {second} статистически значим",
    ),
    "lead_not_significant": (
        "{first} pārsvars pār {second} nav statistiski nozīmīgs",
        "the lead of {first} over {second} is not statistically significant",
        "отрыв {first} от {second} статистически не значим",
    ),
    "rank_left_out": (
        "nav salīdzināts ar to, kā skaitlis nav rādīts: {list}",
        "not compared with what is not shown: {list}",
        "не сравнивается с тем, что не показано: {list}",
    ),
    "lead_untested": (
        "{first} pārsvars pār {second} nav pārbaudīts",
        "the lead of {first} over {second} is not tested",
        "отрыв {first} от {second} не проверен",
    ),
    "detectable_share": (
        "ar 80 % varbūtību būtu atklāta atšķirība no {amount} procentpunktiem",
        "a difference from {amount} percentage points on would have been found with a probability of 80%",
        "с вероятностью 80 % была бы обнаружена разница от {amount} п. п.",
    ),
    "detectable_mean": (
        "ar 80 % varbūtību būtu atklāta atšķirība no {amount} punktiem",
        "a difference from {amount} points on would have been found with a probability of 80%",
        "с вероятностью 80 % была бы обнаружена разница от {amount} балла",
    ),
    "equivalent": (
        "intervāls ir robežās ±{margin}: uzskatāms par nemainīgu",
        "the interval lies within ±{margin}: counts as unchanged",
        "интервал в пределах ±{margin}: считается неизменным",
    ),
    "untestable": (
        "atšķirība nav pārbaudāma, jo iepriekšējais n nav zināms",
        "the difference cannot be tested, as the past n is not known",
        "различие проверить нельзя: прежнее n неизвестно",
    ),
    "untestable_other": (
        "atšķirība nav pārbaudāma",
        "the difference cannot be tested",
        "различие проверить нельзя",
    ),
    "n_from": (
        "nozīmīga būtu, ja toreiz n ≥ {n}",
        "would be significant from a past n of {n}",
        "была бы значимой при прежнем n ≥ {n}",
    ),
    "n_never": (
        "nebūtu nozīmīga ne pie kāda toreizējā n",
        "would not be significant at any past n",
        "не была бы значимой ни при каком прежнем n",
    ),
    "p": ("p = {p}", "p = {p}", "p = {p}"),
    "p_small": ("p < {p}", "p < {p}", "p < {p}"),
    "adjusted_holm": (
        "ar Holma labojumu {size} salīdzinājumiem",
        "Holm-adjusted over {size} comparisons",
        "с поправкой Холма на {size} сравнений",
    ),
    "adjusted_bonferroni": (
        "ar Bonferroni labojumu {size} salīdzinājumiem",
        "Bonferroni-adjusted over {size} comparisons",
        "с поправкой Бонферрони на {size} сравнений",
    ),
    "adjusted_bh": (
        "ar Benjamini–Hohberga labojumu {size} salīdzinājumiem",
        "Benjamini–Hochberg-adjusted over {size} comparisons",
        "с поправкой Бенджамини–Хохберга на {size} сравнений",
    ),
    "adjusted_by": (
        "ar Benjamini–Jekutieli labojumu {size} salīdzinājumiem",
        "Benjamini–Yekutieli-adjusted over {size} comparisons",
        "с поправкой Бенджамини–Йекутиели на {size} сравнений",
    ),
    "adjusted_none": (
        "bez labojuma par salīdzinājumu skaitu ({size})",
        "not adjusted for the number of comparisons ({size})",
        "без поправки на число сравнений ({size})",
    ),
    "the_group": ("grupa", "the group", "группа"),
    "the_rest": ("pārējie", "the rest", "остальные"),
    "approximate": ("aptuvens tests", "approximate test", "приближённый тест"),
    "rounding": (
        "starpība rēķināta no nenoapaļotām vērtībām; noapaļošanas dēļ tā atšķiras no iespiesto skaitļu starpības",
        "the difference comes from unrounded values; because of rounding it is not that of the printed figures",
        "разница вычислена по неокруглённым значениям; из-за округления она отличается от разницы напечатанных чисел",
    ),
    "rounding_inline": (
        " (noapaļošanas dēļ ne {other})",
        " (because of rounding not {other})",
        " (из-за округления не {other})",
    ),
    "mark_note": (
        "* Bāze ir no {low} līdz {high} respondentiem: skaitlis jālasa piesardzīgi.",
        "* The base is {low} to {high} respondents: read the number with care.",
        "* База — от {low} до {high} респондентов: число следует читать осторожно.",
    ),
    # ---- method table
}  # fmt: skip

_REFERENCES = {
    "lv": {
        "fig": ("{n}. attēls {n}. attēla {n}. attēlam {n}. attēlu {n}. attēlā", "attēls"),
        "tab": ("{n}. tabula {n}. tabulas {n}. tabulai {n}. tabulu {n}. tabulā", "tabula"),
        "annex": (
            "{n}. pielikums {n}. pielikuma {n}. pielikumam {n}. pielikumu {n}. pielikumā",
            "pielikums",
        ),
    },
    "ru": {
        "fig": ("рисунок {n} рисунка {n} рисунку {n} рисунок {n} рисунке {n}", "рисунок"),
        "tab": ("таблица {n} таблицы {n} таблице {n} таблицу {n} таблице {n}", "таблица"),
        "annex": (
            "приложение {n} приложения {n} приложению {n} приложение {n} приложении {n}",
            "приложение",
        ),
    },
    "en": {
        "fig": ("Figure {n} " * 5, "Figure"),
        "tab": ("Table {n} " * 5, "Table"),
        "annex": ("Annex {n} " * 5, "Annex"),
    },
}
_CASES = ("nom", "gen", "dat", "acc", "loc")
NBSP = "\u00a0"


def phrase(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase in a language (English where the language is unknown), its fills put in."""
    return spoken(_PHRASES[key], lang, **fills)


def phrases(lang: str) -> dict[str, str]:
    """All fixed phrases of a language, by key."""
    return {key: phrase(key, lang) for key in _PHRASES}


def numbered(kind: str, number: int, lang: str, case: str = "nom") -> str:
    """A numbered thing in a case: `2. attēls`, `2. attēlā`, `Figure 2`, `рисунке 2`.

    `kind` is fig, tab or annex. The number and its word are held together.
    """
    forms, _ = _REFERENCES.get(lang, _REFERENCES["en"])[kind]
    words = forms.format(n=number).split()
    wanted = {"ins": "dat", "par": "acc", "no": "gen"}.get(case, case)
    place = _CASES.index(wanted) * 2
    return NBSP.join(words[place : place + 2])


def label(kind: str, number: int, lang: str) -> str:
    """The label over a figure, table or annex: `2. attēls`, `Figure 2`, `Рисунок 2`."""
    text = numbered(kind, number, lang)
    return text[:1].upper() + text[1:]


def reference(kind: str, number: int, target: str, lang: str, case: str = "nom") -> Reference:
    """A reference to a numbered thing in a case of the language."""
    return Reference(target, numbered(kind, number, lang, case))
