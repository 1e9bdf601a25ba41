# ruff: noqa: E501 - sentences for people read best whole
"""The words of who differs, of centres and of alerts, in Latvian, English and Russian.

Labels stand in lists behind a colon, so that sentences stay grammatical with labels as they are.
Nothing here says why anybody differs.
"""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    # ---- who differs: sentences
    "more_answer": (
        "Atbildi {answer} biežāk nekā pārējie sniedza šādas grupas: ",
        "The answer {answer} was given more often than by the rest by these groups: ",
        "Ответ {answer} чаще остальных давали следующие группы: ",
    ),
    "less_answer": (
        "Atbildi {answer} retāk nekā pārējie sniedza šādas grupas: ",
        "The answer {answer} was given less often than by the rest by these groups: ",
        "Ответ {answer} реже остальных давали следующие группы: ",
    ),
    "more_says": (
        "{says} biežāk nekā pārējie: ",
        "{says} more often than the rest: ",
        "{says} чаще остальных: ",
    ),
    "less_says": (
        "{says} retāk nekā pārējie: ",
        "{says} less often than the rest: ",
        "{says} реже остальных: ",
    ),
    "less_then": ("Retāk nekā pārējie: ", "Less often than the rest: ", "Реже остальных: "),
    "more_mean": (
        "Vidējais vērtējums ({answer}) ir augstāks nekā pārējiem šādās grupās: ",
        "The mean ({answer}) is higher than that of the rest in these groups: ",
        "Среднее ({answer}) выше, чем у остальных, в следующих группах: ",
    ),
    "less_mean": (
        "Vidējais vērtējums ({answer}) ir zemāks nekā pārējiem šādās grupās: ",
        "The mean ({answer}) is lower than that of the rest in these groups: ",
        "Среднее ({answer}) ниже, чем у остальных, в следующих группах: ",
    ),
    "less_mean_then": (
        "Zemāks tas ir šādās grupās: ",
        "It is lower in these groups: ",
        "Ниже оно в следующих группах: ",
    ),
    "against": (" pret ", " against ", " против "),
    "nobody": (
        "Neviena no aplūkotajām grupām ({looks}) statistiski nozīmīgi neatšķiras no pārējiem ({answer}). Mazākā starpība, ko šeit būtu izdevies pierādīt ar 80 % varbūtību, ir {least}.",
        "None of the groups looked at ({looks}) differs significantly from the rest ({answer}). The smallest difference that would have been shown here with a probability of 80% is {least}.",
        "Ни одна из рассмотренных групп ({looks}) статистически значимо не отличается от остальных ({answer}). Наименьшая разница, которую здесь удалось бы показать с вероятностью 80 %, — {least}.",
    ),
    "nobody_judged": (
        "Neviena grupa nav pietiekami liela, lai to salīdzinātu ar pārējiem ({answer}).",
        "No group is large enough to be compared with the rest ({answer}).",
        "Ни одна группа не достаточно велика для сравнения с остальными ({answer}).",
    ),
    # ---- who differs: figure, table, notes
    "group": ("Grupa", "Group", "Группа"),
    "own": ("Grupā", "In the group", "В группе"),
    "rest": ("Pārējie", "The rest", "Остальные"),
    "difference": ("Starpība", "Difference", "Разница"),
    "difference_points": (
        "Starpība (procentpunkti)",
        "Difference (percentage points)",
        "Разница (процентные пункты)",
    ),
    "interval": ("{level} % intervāls", "{level}% interval", "{level}%-ный интервал"),
    "p_adjusted": ("p (koriģēts)", "p (adjusted)", "p (с поправкой)"),
    "effect_h": ("Koena h", "Cohen’s h", "h Коэна"),
    "effect_d": ("Koena d", "Cohen’s d", "d Коэна"),
    "n_both": ("n (grupā / pārējie)", "n (group / rest)", "n (группа / остальные)"),
    "not_judged": ("nav vērtēta", "not judged", "не оценивается"),
    "differ_reading": (
        "Katra grupa salīdzināta ar pārējiem, kas atbildēja uz abiem jautājumiem, nevis ar visiem kopā; intervāli nav koriģēti.",
        "Each group is compared with the rest of those who answered both questions, not with all together; intervals are not corrected.",
        "Каждая группа сравнивается с остальными ответившими на оба вопроса, а не со всеми вместе; интервалы без поправки.",
    ),
    "differ_marks": (
        "Aizpildīts punkts – atšķirība ir statistiski nozīmīga pēc korekcijas; neaizpildīts – nav pierādīta. Svītra – {level} % intervāls.",
        "A filled point is a difference that is significant after correction; a hollow one is not shown. The line is the {level}% interval.",
        "Закрашенная точка — различие статистически значимо после поправки; незакрашенная — не показано. Линия — {level}%-ный интервал.",
    ),
    "differ_circle": (
        "○ – atšķirība pēc korekcijas nav pierādīta.",
        "○: no difference is shown after correction.",
        "○ — после поправки различие не показано.",
    ),
    "differ_tests_share": (
        "Tests: divu īpatsvaru rezultātu (score) z tests pēc efektīvās bāzes; intervāls pēc Ņūkomba. {adjust}.",
        "Test: score z test of two shares on the effective base; interval after Newcombe. {adjust}.",
        "Критерий: z-тест двух долей (score) по эффективной базе; интервал по Ньюкомбу. {adjust}.",
    ),
    "differ_tests_mean": (
        "Tests: Velča t tests. {adjust}.",
        "Test: Welch’s t test. {adjust}.",
        "Критерий: t-тест Уэлча. {adjust}.",
    ),
    "adjust_holm": (
        "Pārbaužu kopa – visas šeit vērtētās grupas ({size} pārbaudes); p vērtības koriģētas pēc Holma",
        "The family of tests are all groups judged here ({size} tests); p values are adjusted by Holm’s method",
        "Семейство проверок — все оценённые здесь группы (проверок: {size}); p скорректированы по Холму",
    ),
    "adjust_bonferroni": (
        "Pārbaužu kopa – visas šeit vērtētās grupas ({size} pārbaudes); p vērtības koriģētas pēc Bonferroni",
        "The family of tests are all groups judged here ({size} tests); p values are adjusted by Bonferroni’s method",
        "Семейство проверок — все оценённые здесь группы (проверок: {size}); p скорректированы по Бонферрони",
    ),
    "adjust_bh": (
        "Pārbaužu kopa – visas šeit vērtētās grupas ({size} pārbaudes); p vērtības koriģētas pēc Benjamini un Hohberga (kļūdaini atradumi no visiem – ne vairāk kā 5 %)",
        "The family of tests are all groups judged here ({size} tests); p values are adjusted by Benjamini and Hochberg (at most 5% of what is found is false)",
        "Семейство проверок — все оценённые здесь группы (проверок: {size}); p скорректированы по Бенджамини и Хохбергу (ложных находок не более 5 %)",
    ),
    "adjust_by": (
        "Pārbaužu kopa – visas šeit vērtētās grupas ({size} pārbaudes); p vērtības koriģētas pēc Benjamini un Jekutieli",
        "The family of tests are all groups judged here ({size} tests); p values are adjusted by Benjamini and Yekutieli",
        "Семейство проверок — все оценённые здесь группы (проверок: {size}); p скорректированы по Бенджамини и Йекутиели",
    ),
    "adjust_none": (
        "Vērtētās grupas: {size}; p vērtības par pārbaužu skaitu nav koriģētas",
        "Groups judged: {size}; p values are not adjusted for the number of tests",
        "Оценено групп: {size}; p на число проверок не скорректированы",
    ),
    "twins": (
        "Divas grupas, kas kopā ir visi, skaitītas kā viena pārbaude.",
        "Two groups that together are everybody count as one test.",
        "Две группы, вместе составляющие всех, считаются одной проверкой.",
    ),
    "twins_figure": (
        "Attēlā ir viena no tām, tabulā – abas.",
        "The figure has one of them, the table both.",
        "На рисунке одна из них, в таблице обе.",
    ),
    "one_at_a_time": (
        "Grupas aplūkotas pa vienai un pārklājas (piemēram, vecāki cilvēki biežāk nestrādā), tāpēc atšķirība vēl nepasaka tās iemeslu.",
        "Groups are looked at one at a time and overlap (older people, for example, work less often), so a difference does not tell its reason.",
        "Группы рассматриваются по одной и пересекаются (например, пожилые люди чаще не работают), поэтому различие ещё не говорит о своей причине.",
    ),
    "small_groups": (
        "Pārāk mazas, lai vērtētu (vai slēptas, lai neatklātu mazas): {list}.",
        "Too small to be judged (or hidden so that small ones are not given away): {list}.",
        "Слишком малы для оценки (или скрыты, чтобы не раскрыть малые): {list}.",
    ),
    "axis_more": ("biežāk →", "more often →", "чаще →"),
    "axis_less": ("← retāk", "← less often", "← реже"),
    "axis_higher": ("augstāk →", "higher →", "выше →"),
    "axis_lower": ("← zemāk", "← lower", "← ниже"),
    # ---- between units
    "below": (
        "Zem {level} % robežas ir: ",
        "Below the {level}% limit: ",
        "Ниже {level}%-ной границы: ",
    ),
    "above": (
        "Virs {level} % robežas ir: ",
        "Above the {level}% limit: ",
        "Выше {level}%-ной границы: ",
    ),
    "others": (
        " Kopā – {total}; pārējo ({n}) atšķirības no tā nav lielākas, kā tās var radīt nejaušība.",
        " Overall: {total}; the others ({n}) differ from it no more than chance can make them.",
        " В целом — {total}; остальные ({n}) отличаются от этого не больше, чем может вызвать случайность.",
    ),
    "none_outside": (
        "Ārpus {level} % robežām nav neviena punkta ({n}): atšķirības no kopējā rezultāta ({total}) nav lielākas, kā tās var radīt nejaušība.",
        "No point ({n}) lies outside the {level}% limits: differences from the overall result ({total}) are no larger than chance can make them.",
        "За {level}%-ными границами нет ни одной точки ({n}): отличия от общего результата ({total}) не больше, чем может вызвать случайность.",
    ),
    "unit": ("Vienība", "Unit", "Единица"),
    "value": ("Rezultāts", "Result", "Результат"),
    "limits_of": ("{level} % robežas", "{level}% limits", "{level}%-ные границы"),
    "shrunken": ("Piesaistītais novērtējums", "Shrunken estimate", "Сжатая оценка"),
    "rank": ("Vieta (iespējamā)", "Rank (possible)", "Место (возможное)"),
    "place": ("Secinājums", "Verdict", "Вывод"),
    "place_inside": ("robežās", "within", "в границах"),
    "place_near": ("ārpus 95 %", "beyond 95%", "за 95 %"),
    "place_above": ("virs robežas", "above", "выше границы"),
    "place_below": ("zem robežas", "below", "ниже границы"),
    "place_hidden": ("slēpta", "hidden", "скрыто"),
    "size_axis": (
        "Bāze (respondentu skaits)",
        "Base (number of respondents)",
        "База (число респондентов)",
    ),
    "size_axis_effective": ("Efektīvā bāze", "Effective base", "Эффективная база"),
    "funnel_reading": (
        "Katrs punkts ir viena vienība ({unit}); līnija – kopējais rezultāts. Robežas rāda, kur nejaušība vien aizved 95 % (iekšējās) un 99,8 % (ārējās) tikpat lielu vienību, ja tās visas ir vienādas.",
        "Each point is one unit ({unit}); the line is the overall result. The limits show where chance alone takes 95% (inner) and 99.8% (outer) of units of the same size if all are alike.",
        "Каждая точка — одна единица ({unit}); линия — общий результат. Границы показывают, куда одна случайность уводит 95 % (внутренние) и 99,8 % (внешние) единиц такого же размера, если все они одинаковы.",
    ),
    "funnel_share": (
        "Robežas: eksaktas binomiālas, interpolētas (Špīgelhalters, 2005). Piesaistītie novērtējumi: beta-binomiālais empīriskais Beijess.",
        "Limits: exact binomial, interpolated (Spiegelhalter 2005). Shrunken estimates: beta-binomial empirical Bayes.",
        "Границы: точные биномиальные, интерполированные (Шпигельхальтер, 2005). Сжатые оценки: бета-биномиальный эмпирический Байес.",
    ),
    "funnel_mean": (
        "Robežas: normālas, pēc kopējās standartnovirzes vienībās. Piesaistītie novērtējumi: normālais empīriskais Beijess.",
        "Limits: normal, on the sd within units. Shrunken estimates: normal empirical Bayes.",
        "Границы: нормальные, по стандартному отклонению внутри единиц. Сжатые оценки: нормальный эмпирический Байес.",
    ),
    "funnel_chance": (
        "Vienību skaits: {n}. Ja visas būtu vienādas, ārpus 99,8 % robežām nejauši nonāktu vidēji {expected}.",
        "Units: {n}. If all were alike, {expected} on average would lie outside the 99.8% limits by chance.",
        "Единиц: {n}. Если бы все были одинаковы, за 99,8%-ными границами случайно оказалось бы в среднем {expected}.",
    ),
    "overdispersed": (
        "Vienības atšķiras vairāk, nekā to var radīt nejaušība (φ = {phi}), tāpēc ārpus robežām nonākušo ir vairāk arī bez īpaša iemesla.",
        "Units vary more than chance can explain (φ = {phi}), so more of them lie outside the limits even without a special reason.",
        "Единицы различаются больше, чем может вызвать случайность (φ = {phi}), поэтому за границами их больше и без особой причины.",
    ),
    "hidden_units": (
        "Vienības ar bāzi zem {n} (vai slēptas, lai tās neatklātu) nav parādītas ({count}), bet kopējā rezultātā ir iekļautas.",
        "Units with a base under {n} (or hidden so as not to give those away) are not shown ({count}), but count in the overall result.",
        "Единицы с базой меньше {n} (или скрытые, чтобы их не раскрыть) не показаны ({count}), но учтены в общем результате.",
    ),
    "rank_reading": (
        "Vieta 1 ir augstākais rezultāts; vietas ir robežās, kurās tās nevar atšķirt (95 %).",
        "Rank 1 is the highest result; ranks are given as the range within which they cannot be told apart (95%).",
        "Место 1 — наивысший результат; места даны в пределах, в которых их не различить (95 %).",
    ),
    # ---- over time
    "below_control": (
        "Zem kontroles robežas ir: ",
        "Below the control limit: ",
        "Ниже контрольной границы: ",
    ),
    "above_control": (
        "Virs kontroles robežas ir: ",
        "Above the control limit: ",
        "Выше контрольной границы: ",
    ),
    "run_above": (
        "Vismaz deviņi posmi pēc kārtas ir virs vidējā līmeņa: ",
        "At least nine periods in a row are above the centre: ",
        "Не менее девяти периодов подряд выше среднего уровня: ",
    ),
    "run_below": (
        "Vismaz deviņi posmi pēc kārtas ir zem vidējā līmeņa: ",
        "At least nine periods in a row are below the centre: ",
        "Не менее девяти периодов подряд ниже среднего уровня: ",
    ),
    "centre_is": (
        " Vidējais līmenis – {total}.",
        " The centre is {total}.",
        " Средний уровень — {total}.",
    ),
    "calm": (
        "Neviens posms ({n}) nav ārpus kontroles robežām, un nav deviņu posmu pēc kārtas vienā pusē vidējam līmenim ({total}): svārstības nav lielākas, kā tās var radīt nejaušība.",
        "No period ({n}) lies outside the control limits, and no nine in a row lie on one side of the centre ({total}): the variation is no larger than chance can make it.",
        "Ни один период ({n}) не выходит за контрольные границы, и нет девяти подряд по одну сторону среднего уровня ({total}): колебания не больше, чем может вызвать случайность.",
    ),
    "period": ("Posms", "Period", "Период"),
    "control_limits": ("Kontroles robežas", "Control limits", "Контрольные границы"),
    "alert": ("Signāls", "Alert", "Сигнал"),
    "alert_above": ("virs robežas", "above the limit", "выше границы"),
    "alert_below": ("zem robežas", "below the limit", "ниже границы"),
    "alert_run_above": ("virkne virs vidējā", "run above the centre", "серия выше среднего"),
    "alert_run_below": ("virkne zem vidējā", "run below the centre", "серия ниже среднего"),
    "alert_hidden": ("slēpts", "hidden", "скрыто"),
    "control_reading": (
        "Līnija vidū – visu posmu kopējais rezultāts; robežās nejauši paliek 99,7 % posmu. Signāli: punkts ārpus robežām (Nelsona 1. kārtula) un deviņi punkti pēc kārtas vienā pusē (2. kārtula).",
        "The middle line is the result of all periods together; 99.7% of periods stay within the limits by chance. Alerts: a point outside the limits (Nelson’s rule 1) and nine points in a row on one side (rule 2).",
        "Средняя линия — общий результат всех периодов; в границах случайно остаются 99,7 % периодов. Сигналы: точка за границами (правило Нельсона 1) и девять точек подряд по одну сторону (правило 2).",
    ),
    "p_chart_exact_binomial": (
        "Robežas: p karte, eksaktas binomiālas pēc katra posma bāzes.",
        "Limits: p chart, exact binomial by the base of each period.",
        "Границы: p-карта, точные биномиальные по базе каждого периода.",
    ),
    "p_chart_laney": (
        "Robežas: Lejnija p′ karte; posmi svārstās {sigma} reizes vairāk, nekā to rada nejaušība, un robežas ir tik platas.",
        "Limits: Laney’s p′ chart; periods vary {sigma} times as much as chance makes them, and the limits are that much wider.",
        "Границы: p′-карта Лейни; периоды колеблются в {sigma} раза сильнее, чем вызвала бы случайность, и границы во столько же шире.",
    ),
    "xbar_pooled_sd": (
        "Robežas: vidējo vērtību (X-bar) karte pēc kopējās standartnovirzes posmos un katra posma bāzes.",
        "Limits: X-bar chart on the sd within periods and the base of each.",
        "Границы: карта средних по стандартному отклонению внутри периодов и базе каждого.",
    ),
    "xbar_laney": (
        "Robežas: vidējo vērtību (X-bar) karte ar Lejnija labojumu; posmi svārstās {sigma} reizes vairāk, nekā to rada nejaušība, un robežas ir tik platas.",
        "Limits: X-bar chart with Laney’s correction; periods vary {sigma} times as much as chance makes them, and the limits are that much wider.",
        "Границы: карта средних с поправкой Лейни; периоды колеблются в {sigma} раза сильнее, чем вызвала бы случайность, и границы во столько же шире.",
    ),
    "provisional": (
        "Posmu ir maz (mazāk par {few}), tāpēc robežas ir provizoriskas.",
        "There are few periods (fewer than {few}), so the limits are provisional.",
        "Периодов мало (меньше {few}), поэтому границы предварительные.",
    ),
    "hidden_periods": (
        "Posmi ar bāzi zem {n} nav parādīti ({count}), bet kopējā rezultātā ir iekļauti.",
        "Periods with a base under {n} are not shown ({count}), but count in the overall result.",
        "Периоды с базой меньше {n} не показаны ({count}), но учтены в общем результате.",
    ),
    "upper": ("augšējā", "upper", "верхняя"),
    "lower": ("apakšējā", "lower", "нижняя"),
    "overall": ("kopā", "overall", "в целом"),
    "rest_short": ("pārējie", "the rest", "остальные"),
    "indicative": (
        "Pārbaudes un robežas ir indikatīvas: respondenti pieteicās paši.",
        "Tests and limits are indicative: respondents selected themselves.",
        "Проверки и границы ориентировочные: респонденты вызвались сами.",
    ),
    "invented": ("Atdarināti dati.", "Invented data.", "Вымышленные данные."),
    "marked": (
        "* Maza bāze: vērtējams piesardzīgi.",
        "* Small base: read with care.",
        "* Малая база: оценивать с осторожностью.",
    ),
}


def say(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase in a language (English where the language is not known), filled."""
    return spoken(_WORDS[key], lang, **fills)


def pieces(key: str, lang: str, **fills: object) -> list[object]:
    """A phrase cut at its `{names}`, which are replaced by values of any kind."""
    found: list[object] = []
    for part in spoken(_WORDS[key], lang).split("{"):
        name, closed, rest = part.partition("}")
        if not closed:
            found.append(part)
            continue
        found += [fills[name], rest]
    return [item for item in found if item != ""]
