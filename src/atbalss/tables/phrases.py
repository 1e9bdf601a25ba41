"""The fixed words of tables, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.problems.catalogue import LANGS
from atbalss.study.texts import Text

PHRASES: dict[str, tuple[str, str, str]] = {
    "mean": ("Vidējais vērtējums", "Mean", "Среднее"),
    "overall": ("Visi kritēriji kopā", "All items together", "Все критерии вместе"),
    "total": ("Visi", "All", "Все"),
    "folded": ("Citas atbildes", "Other answers", "Прочие ответы"),
    "base": ("Bāze", "Base", "База"),
    "multiple": (
        "Bija iespējamas vairākas atbildes, tāpēc to summa var pārsniegt 100 %; īpatsvari "
        "rēķināti no respondentu, nevis atbilžu skaita.",
        "Several answers were possible, so they may add to more than 100%; shares are of "
        "respondents, not of answers.",
        "Можно было дать несколько ответов, поэтому их сумма может превышать 100 %; доли "
        "рассчитаны от числа респондентов, а не ответов.",
    ),
    "hidden": (
        "… Paslēpti skaitļi, kuru bāze ir mazāka par {n}.",
        "… Hidden: numbers with a base under {n}.",
        "… Скрыты числа с базой меньше {n}.",
    ),
    "withheld": (
        "… Paslēptas vērtības, kas attiecas uz vienu vai diviem cilvēkiem vai ļautu atņemot "
        "uzzināt citas paslēptās.",
        "… Hidden: values that stand for one or two persons, or from which other hidden ones "
        "could be had by subtraction.",
        "… Скрыты значения, которые относятся к одному-двум людям или позволили бы вычитанием "
        "узнать другие скрытые.",
    ),
    "marked": (
        "* Maza bāze ({low}–{high}): skaitļi vērtējami piesardzīgi.",
        "* Small base ({low}–{high}): read with care.",
        "* Малая база ({low}–{high}): числа следует оценивать с осторожностью.",
    ),
    "indicative": (
        "Intervāli ir indikatīvi: respondenti pieteicās paši, un intervāli rēķināti tā, it kā "
        "viņi būtu vienkārša nejauša izlase.",
        "Intervals are indicative: respondents selected themselves, and the intervals are "
        "computed as if they were a simple random sample.",
        "Интервалы ориентировочные: респонденты вызвались сами, а интервалы рассчитаны так, "
        "как если бы это была простая случайная выборка.",
    ),
    "by_design": (
        "Standartkļūdas, intervāli un pārbaudes atbilst tam, kā veidota izlase ({parts}).",
        "Standard errors, intervals and tests follow how the sample was drawn ({parts}).",
        "Стандартные ошибки, интервалы и проверки учитывают построение выборки ({parts}).",
    ),
    "strata": ("slāņi", "strata", "слои"),
    "clusters": ("klasteri", "clusters", "кластеры"),
    "population": (
        "galīgas kopas labojums",
        "finite population correction",
        "поправка на конечную совокупность",
    ),
    "replicates": ("replikāciju svari", "replicate weights", "репликационные веса"),
    "dk_out": (
        "Atbildes „grūti pateikt“ bāzē nav iekļautas.",
        "“Hard to say” is left out of the base.",
        "Ответы «трудно сказать» в базу не включены.",
    ),
    "dk_out_of_mean": (
        "Atbildes „grūti pateikt“ vidējā vērtībā nav iekļautas.",
        "“Hard to say” is left out of the mean.",
        "Ответы «трудно сказать» в среднее не включены.",
    ),
    "refused": (
        "Respondenti, kuri atteicās atbildēt, bāzē nav iekļauti: {n}.",
        "Respondents who refused to answer are left out of the base: {n}.",
        "Отказавшиеся отвечать в базу не включены: {n}.",
    ),
    "folded_small": (
        "„Citas atbildes“ apvieno atbildes, ko deva viens vai divi respondenti (variantu "
        "skaits: {n}).",
        "“Other answers” unites answers given by one or two respondents (options: {n}).",
        "«Прочие ответы» объединяют ответы одного или двух респондентов (вариантов: {n}).",
    ),
    "folded_rows": (
        "„Citas atbildes“ apvieno atbildes, ko deva viens vai divi respondenti, un, ja tas "
        "vajadzīgs, nākamās retākās.",
        "“Other answers” unites answers given by one or two respondents and, where needed, the "
        "next rarest.",
        "«Прочие ответы» объединяют ответы одного или двух респондентов и, если нужно, следующие "
        "по редкости.",
    ),
    "folded_share": (
        "„Citas atbildes“ apvieno retākās atbildes (variantu skaits: {n}).",
        "“Other answers” unites the rarer answers (options: {n}).",
        "«Прочие ответы» объединяют более редкие ответы (вариантов: {n}).",
    ),
    "published": (
        "{wave}: pēc publicētajiem datiem; respondentu skaits nav zināms, tāpēc atšķirības nav "
        "pārbaudāmas.",
        "{wave}: from published figures; the number of respondents is not known, so differences "
        "cannot be tested.",
        "{wave}: по опубликованным данным; число респондентов неизвестно, поэтому различия "
        "проверить нельзя.",
    ),
    "published_n": (
        "{wave}: pēc publicētajiem datiem; pārbaudes ir aptuvenas.",
        "{wave}: from published figures; tests are approximate.",
        "{wave}: по опубликованным данным; проверки приблизительны.",
    ),
    "derived": (
        "{wave}: dažas vērtības iegūtas, no publicētās vērtības atņemot publicēto starpību; "
        "tajās ir abu skaitļu noapaļojums.",
        "{wave}: some values are a published value minus a published difference and carry the "
        "rounding of both.",
        "{wave}: часть значений получена вычитанием опубликованной разницы из опубликованного "
        "значения и несёт округление обоих чисел.",
    ),
    "floor": (
        "{wave}: publicēts kā „vismaz“, tāpēc netiek salīdzināts.",
        "{wave}: published as “at least”, so it is not compared.",
        "{wave}: опубликовано как «не менее», поэтому не сравнивается.",
    ),
    "n_from": (
        "{wave}: starpība būtu statistiski nozīmīga 5 % līmenī, ja toreiz respondentu skaits būtu "
        "bijis vismaz: {list}.",
        "{wave}: the difference would be significant at 5% if the number of respondents then had "
        "been at least: {list}.",
        "{wave}: разница была бы статистически значима на уровне 5 %, если бы тогда респондентов "
        "было не менее: {list}.",
    ),
    "n_from_none": ("ne pie kāda skaita", "at no number", "ни при каком числе"),
    "tests": (
        "Viļņu atšķirības pārbaudītas ar Holma korekciju (pārbaudes: {n}).",
        "Differences between waves are tested with Holm's correction (tests: {n}).",
        "Различия между волнами проверены с поправкой Холма (проверок: {n}).",
    ),
    "wave": ("Vilnis", "Wave", "Волна"),
    "sd": ("Standartnovirze", "Standard deviation", "Стандартное отклонение"),
    "median": ("Mediāna", "Median", "Медиана"),
    "nps_row": (
        "Ieteikšanas indekss (NPS)",
        "Net promoter score (NPS)",
        "Индекс готовности рекомендовать (NPS)",
    ),
    "index_row": ("Indekss (0–100)", "Index (0–100)", "Индекс (0–100)"),
    "top_box": (
        "Augstākie vērtējumi ({ends})",
        "Top ratings ({ends})",
        "Высшие оценки ({ends})",
    ),
    "bottom_box": (
        "Zemākie vērtējumi ({ends})",
        "Bottom ratings ({ends})",
        "Низшие оценки ({ends})",
    ),
    "cumulative": ("Līdz „{label}“", "Up to “{label}”", "До «{label}»"),
    "nps": (
        "NPS ir 9 un 10 ballu īpatsvars mīnus 0–6 ballu īpatsvars skalā no 0 līdz 10, no –100 "
        "līdz 100.",
        "NPS is the share of ratings 9 and 10 minus the share of 0–6 on the scale from 0 to 10, "
        "from –100 to 100.",
        "NPS — доля оценок 9 и 10 минус доля оценок 0–6 по шкале от 0 до 10, от –100 до 100.",
    ),
    "nps_from_one": (
        "NPS te rēķināts skalā no 1 līdz 10 (9–10 mīnus 1–6), nevis no 0 līdz 10, kā to definē "
        "metode, tāpēc ar citu pētījumu NPS tas nav tieši salīdzināms.",
        "NPS is computed here on a scale from 1 to 10 (9–10 minus 1–6), not from 0 to 10 as the "
        "method defines it, so it does not compare directly with the NPS of other studies.",
        "NPS здесь рассчитан по шкале от 1 до 10 (9–10 минус 1–6), а не от 0 до 10, как "
        "определяет метод, поэтому с NPS других исследований он прямо не сопоставим.",
    ),
    "nps_own": (
        "Indeksa kodus noteikusi tabula: {up} mīnus {down}.",
        "The codes of the score are the table's own: {up} minus {down}.",
        "Коды индекса заданы таблицей: {up} минус {down}.",
    ),
    "index": (
        "Indekss ir (vidējais − {low}) / ({high} − {low}) × 100: skalas gali ir 0 un 100.",
        "The index is (mean − {low}) / ({high} − {low}) × 100: the ends of the scale are 0 and "
        "100.",
        "Индекс — (среднее − {low}) / ({high} − {low}) × 100: концы шкалы — 0 и 100.",
    ),
    "rest": ("pārējie", "the rest", "остальные"),
    "n_unweighted": ("Respondenti (n)", "Respondents (n)", "Респонденты (n)"),
    "n_weighted": ("Svērtā bāze", "Weighted base", "Взвешенная база"),
    "n_effective": ("Efektīvā bāze", "Effective base", "Эффективная база"),
    "columns_letters": ("Kolonnas burts", "Column letter", "Буква столбца"),
    "filter": ("Filtrs: {words}.", "Filter: {words}.", "Фильтр: {words}."),
    "standardised": (
        "{wave} (sastāvs kā: {current})",
        "{wave} (composition of {current})",
        "{wave} (состав: {current})",
    ),
    "standard_note": (
        "„Sastāvs kā: {current}“: kāds skaitlis būtu, ja respondentu sastāvs (pazīmes: {by}) jau "
        "toreiz būtu bijis tāds kā pašreizējā vilnī (tiešā standartizācija).",
        "“Composition of {current}”: what the number would have been if respondents had already "
        "been made up as in the current wave (by {by}; direct standardisation).",
        "«Состав: {current}»: каким было бы число, если бы состав респондентов (признаки: {by}) "
        "уже тогда был таким, как в текущей волне (прямая стандартизация).",
    ),
    "weighted_waves": (
        "Svērti dati ({waves}); „n“ ir respondentu skaits bez svariem.",
        "Weighted data ({waves}); “n” counts respondents without weights.",
        "Взвешенные данные ({waves}); «n» — число респондентов без весов.",
    ),
    "weighted_all": (
        "Svērti dati; „n“ ir respondentu skaits bez svariem.",
        "Weighted data; “n” counts respondents without weights.",
        "Взвешенные данные; «n» — число респондентов без весов.",
    ),
    "is_weighted": (
        "Dati ir svērti; „n“ ir respondentu skaits bez svariem, efektīvā bāze – Kiša formula "
        "(Σw)² / Σw².",
        "The data are weighted; “n” counts respondents without weights, the effective base is "
        "Kish's (Σw)² / Σw².",
        "Данные взвешены; «n» — число респондентов без весов, эффективная база — по формуле Киша "
        "(Σw)² / Σw².",
    ),
    "weights_fixed": (
        "Kļūdās, intervālos un pārbaudēs svari ņemti kā nemainīgi; ja tie pielāgoti mērķiem, "
        "patiesās kļūdas parasti ir nedaudz mazākas.",
        "Errors, intervals and tests take the weights as fixed; where they were fitted to targets, "
        "the true errors are mostly a little smaller.",
        "В ошибках, интервалах и проверках веса считаются фиксированными; если они подогнаны под "
        "целевые доли, истинные ошибки обычно немного меньше.",
    ),
    "weight_off": (
        "Šajā tabulā svari nav lietoti.",
        "Weights are not used in this table.",
        "В этой таблице веса не применены.",
    ),
    "letters_one": (
        "Burts šūnā nosauc kolonnu, kuras skaitlis ir statistiski nozīmīgi mazāks ({level} % "
        "ticamības līmenis); salīdzinātas viena mainīgā kolonnas.",
        "A letter in a cell names a column whose number is significantly lower ({level}% "
        "confidence level); columns of one variable are compared.",
        "Буква в ячейке называет столбец, число в котором статистически значимо меньше (уровень "
        "доверия {level} %); сравниваются столбцы одной переменной.",
    ),
    "letters_two": (
        "Burts šūnā nosauc kolonnu, kuras skaitlis ir statistiski nozīmīgi mazāks: lielais burts – "
        "{level} %, mazais – {second} % ticamības līmenī; salīdzinātas viena mainīgā kolonnas.",
        "A letter in a cell names a column whose number is significantly lower: capital at the "
        "{level}%, small at the {second}% confidence level; columns of one variable are compared.",
        "Буква в ячейке называет столбец, число в котором статистически значимо меньше: заглавная "
        "— на уровне доверия {level} %, строчная — {second} %; сравниваются столбцы одной "
        "переменной.",
    ),
    "rest_marks": (
        "↑ un ↓: skaitlis ir statistiski nozīmīgi lielāks vai mazāks nekā visiem pārējiem kopā.",
        "↑ and ↓: the number is significantly higher or lower than that of all others together.",
        "↑ и ↓: число статистически значимо больше или меньше, чем у всех остальных вместе.",
    ),
    "rest_marks_two": (
        "↑ un ↓ (⁺ un ⁻ – zemākajā līmenī): skaitlis ir statistiski nozīmīgi lielāks vai mazāks "
        "nekā visiem pārējiem kopā.",
        "↑ and ↓ (⁺ and ⁻ at the lower level): the number is significantly higher or lower than "
        "that of all others together.",
        "↑ и ↓ (⁺ и ⁻ — на низшем уровне): число статистически значимо больше или меньше, чем у "
        "всех остальных вместе.",
    ),
    "rule_dimensions": (
        "Pārbaude pēc „dimensions“ noteikuma: Stjūdenta t tests ar apvienotu dispersiju uz Kiša "
        "efektīvajām bāzēm; respondenti, kas ir abās kolonnās, ņemti vērā.",
        "Tests by the “dimensions” rule: Student's t with pooled variance on Kish's effective "
        "bases; respondents in both columns are accounted for.",
        "Проверка по правилу «dimensions»: t-критерий Стьюдента с объединённой дисперсией на "
        "эффективных базах Киша; респонденты в обоих столбцах учтены.",
    ),
    "rule_design": (
        "Pārbaude pēc „design“ noteikuma: īpatsvariem z tests, vidējām vērtībām t tests ar "
        "precīzajām standartkļūdām; kopīgo respondentu kovariācija ņemta vērā.",
        "Tests by the “design” rule: z for shares and t for means on exact standard errors; the "
        "covariance of shared respondents is kept.",
        "Проверка по правилу «design»: для долей z-критерий, для средних t-критерий на точных "
        "стандартных ошибках; ковариация общих респондентов учтена.",
    ),
    "rule_units": (
        "Pārbaude pēc „design“ noteikuma: t testi ar izlases plāna standartkļūdām (slāņi, "
        "klasteri vai atkārtojumu svari); kopīgo respondentu kovariācija ņemta vērā.",
        "Tests by the “design” rule: t tests on the sampling design's standard errors (strata, "
        "clusters or replicate weights); the covariance of shared respondents is kept.",
        "Проверка по правилу «design»: t-критерии на стандартных ошибках плана выборки (слои, "
        "кластеры или повторные веса); ковариация общих респондентов учтена.",
    ),
    "correction_none": (
        "p vērtības nav koriģētas par pārbaužu skaitu.",
        "p values are not corrected for the number of tests.",
        "p-значения не скорректированы на число проверок.",
    ),
    "correction_row": (
        "Korekcija par pārbaužu skaitu: {name}; pārbaužu kopa – vienas rindas visi kolonnu pāri "
        "viena mainīgā ietvaros (lielākā: {n}).",
        "Correction for the number of tests: {name}; the family is all pairs of columns of one "
        "variable in one row (the largest: {n}).",
        "Поправка на число проверок: {name}; семейство — все пары столбцов одной переменной в "
        "одной строке (наибольшее: {n}).",
    ),
    "correction_question": (
        "Korekcija par pārbaužu skaitu: {name}; pārbaužu kopa – visi kolonnu pāri viena mainīgā "
        "ietvaros visās viena jautājuma rindās (lielākā: {n}).",
        "Correction for the number of tests: {name}; the family is all pairs of columns of one "
        "variable over all rows of one question (the largest: {n}).",
        "Поправка на число проверок: {name}; семейство — все пары столбцов одной переменной по "
        "всем строкам одного вопроса (наибольшее: {n}).",
    ),
    "bonferroni": ("Bonferoni", "Bonferroni", "Бонферрони"),
    "holm": ("Holms", "Holm", "Холм"),
    "bh": ("Benjamini–Hohbergs", "Benjamini–Hochberg", "Бенджамини–Хохберг"),
    "by": ("Benjamini–Jekutieli", "Benjamini–Yekutieli", "Бенджамини–Йекутиели"),
    "untested_small": (
        "Kolonnas, kuru bāze ir mazāka par {n}, nav pārbaudītas.",
        "Columns with a base under {n} are not tested.",
        "Столбцы с базой меньше {n} не проверены.",
    ),
    "untested_grid": (
        "Visas jautājumu tabulas kopējais vidējais pēc šī noteikuma nav pārbaudāms.",
        "The overall mean of a grid cannot be tested by this rule.",
        "Общее среднее таблицы вопросов по этому правилу не проверяется.",
    ),
    "difference_column": (
        "Starpība: šīs kolonnas skaitlis mīnus „{name}“.",
        "Difference: this column's number minus “{name}”.",
        "Разница: число этого столбца минус «{name}».",
    ),
    "running": (
        "Uzkrājošās rindas vairākatbilžu jautājumā saskaita atbildes, nevis respondentus.",
        "Running sums of a multiple question add up answers, not respondents.",
        "Накопленные строки вопроса с несколькими ответами складывают ответы, а не респондентов.",
    ),
    "sd_weights": (
        "Standartnovirze: Σw(x–m)² / (Σw – 1).",
        "Standard deviation: Σw(x–m)² / (Σw – 1).",
        "Стандартное отклонение: Σw(x–m)² / (Σw — 1).",
    ),
    "invented": ("Atdarināti dati.", "Invented data.", "Вымышленные данные."),
}


def text(key: str, **fills: object) -> Text:
    """A fixed phrase in all languages; a fill may be a Text of its own."""
    words = {}
    for lang, form in zip(LANGS, PHRASES[key], strict=True):
        done = {
            name: value.get(lang) if isinstance(value, Text) else str(value)
            for name, value in fills.items()
        }
        words[lang] = form.format_map(done)
    return Text.of(words)


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
