# ruff: noqa: E501 - a phrase a row reads best
"""Fixed phrases of the method page and of comparisons: Latvian, English, Russian."""

from __future__ import annotations

METHOD: dict[str, tuple[str, str, str]] = {
    "commissioner": ("Pasūtītājs", "Commissioned by", "Заказчик"),
    "conductor": ("Izpildītājs", "Conducted by", "Исполнитель"),
    "aim": ("Mērķis", "Aim", "Цель"),
    "target_group": ("Mērķa grupa", "Target group", "Целевая группа"),
    "sample_size": ("Izlases apjoms", "Sample size", "Объём выборки"),
    "sampling": ("Izlases veidošana", "Sampling", "Построение выборки"),
    "mode": ("Aptaujas metode", "Mode", "Метод опроса"),
    "dates": ("Aptaujas laiks", "Dates of fieldwork", "Время опроса"),
    "weighting": ("Svēršana", "Weighting", "Взвешивание"),
    "languages": ("Aptaujas valodas", "Languages", "Языки опроса"),
    "lang_lv": ("latviešu", "Latvian", "латышский"),
    "lang_en": ("angļu", "English", "английский"),
    "lang_ru": ("krievu", "Russian", "русский"),
    # ---- disclosure
    "d_strategy": ("Datu vākšanas stratēģija", "Data collection strategy", "Стратегия сбора данных"),
    "d_sponsor": ("Kas pasūtīja un veica pētījumu", "Who sponsored and conducted the research", "Кто заказал и провёл исследование"),
    "d_instrument": ("Jautājumi un to pasniegšana", "Questions and how they were put", "Вопросы и их подача"),
    "d_population": ("Pētāmais kopums", "Population under study", "Изучаемая совокупность"),
    "d_recruitment": ("Kā radīta izlase un uzrunāti respondenti", "How the sample was generated and recruited", "Как построена выборка и приглашены респонденты"),
    "d_mode": ("Datu vākšanas veids un valodas", "Modes and languages of data collection", "Способ и языки сбора данных"),
    "d_dates": ("Datu vākšanas laiks", "Dates of data collection", "Время сбора данных"),
    "d_sizes": ("Izlases apjoms un precizitāte", "Sample sizes and precision", "Объём выборки и точность"),
    "d_weighting": ("Datu svēršana", "Weighting", "Взвешивание данных"),
    "d_processing": ("Datu apstrāde un kvalitātes pārbaude", "Data processing and quality checks", "Обработка данных и проверка качества"),
    "d_limitations": ("Ierobežojumi", "Limitations", "Ограничения"),
    "d_blank": ("Nav norādīts", "Not stated", "Не указано"),
    "d_see_annex": ("Anketa: {annex}.", "Questionnaire: {annex}.", "Анкета: {annex}."),
    "self_selected": (
        "Respondenti aptaujai pieteicās paši, tā nav varbūtīga izlase. Intervāli ir orientējoši: tie rāda, kāda "
        "būtu nejaušības kļūda vienkāršā nejaušā izlasē ar tādu pašu bāzi, un neaptver pašatlases radīto novirzi. "
        "Rezultātus nevar bez papildu pieņēmumiem attiecināt uz visiem, kas neatbildēja.",
        "Respondents selected themselves; this is no probability sample. Intervals are indicative: they show the "
        "random error that a simple random sample with the same base would have, and leave out the bias of "
        "self-selection. Without further assumptions the results cannot be carried over to those who did not answer.",
        "Респонденты сами согласились на опрос; это не вероятностная выборка. Интервалы ориентировочные: они "
        "показывают случайную ошибку простой случайной выборки с той же базой и не учитывают смещение из-за "
        "самоотбора. Без дополнительных допущений результаты нельзя переносить на тех, кто не ответил.",
    ),
    "probability": (
        "Varbūtīga izlase; intervāli rēķināti ar {level}\u00a0% ticamību.",
        "A probability sample; intervals at {level}% confidence.",
        "Вероятностная выборка; интервалы с доверием {level}\u00a0%.",
    ),
    "unweighted": ("Dati nav svērti.", "The data are not weighted.", "Данные не взвешены."),
    "d_complete": (
        "Visas vienpadsmit AAPOR atklātības prasību ziņas ir sniegtas.",
        "All eleven items of the AAPOR disclosure requirements are given.",
        "Все одиннадцать сведений, требуемых AAPOR, приведены.",
    ),
    "d_incomplete": (
        "Saraksts nav pilnīgs; trūkst: {items}.",
        "The list is not complete; missing: {items}.",
        "Список неполон; не хватает: {items}.",
    ),
    # ---- table of comparisons
    "c_head_what": ("Rādītājs", "Figure", "Показатель"),
    "c_head_past": ("Pret", "Against", "К волне"),
    "c_head_now": ("Tagad", "Now", "Сейчас"),
    "c_head_then": ("Toreiz", "Then", "Тогда"),
    "c_head_difference": ("Starpība", "Difference", "Разница"),
    "c_head_p": ("p", "p", "p"),
    "c_head_holm": ("p (Holms)", "p (Holm)", "p (Холм)"),
    "c_head_effect": ("h vai d", "h or d", "h или d"),
    "c_head_detectable": ("Atklātu no", "Could show", "Уловимо от"),
    "c_head_verdict": ("Secinājums", "Verdict", "Вывод"),
    "c_head_n_from": ("n no", "n from", "n от"),
    "c_higher": ("augstāk", "higher", "выше"),
    "c_lower": ("zemāk", "lower", "ниже"),
    "c_no_difference_shown": ("nav pierādīta", "not shown", "не доказана"),
    "c_unchanged": ("nemainīgs", "unchanged", "без изменений"),
    "c_untestable": ("nav pārbaudāma", "untestable", "не проверить"),
    "c_never": ("nekad", "never", "никогда"),
    "c_margin_share": ("±{margin} procentpunkti", "±{margin} percentage points", "±{margin} процентного пункта"),
    "c_margin_mean": ("±{margin} punkti", "±{margin} points", "±{margin} пункта"),
    "c_note_difference": (
        "Starpība rēķināta no nenoapaļotām vērtībām: īpatsvariem procentpunktos, vidējiem skalas punktos.",
        "The difference comes from unrounded values: percentage points for shares, scale points for means.",
        "Разница вычислена по неокруглённым значениям: для долей — в процентных пунктах, для средних — в пунктах шкалы.",
    ),
    "c_note_p": (
        "p – viena paša salīdzinājuma p vērtība; p (Holms) – tā pati ar Holma korekciju {size} salīdzinājumiem, "
        "un pēc tās ({level}\u00a0% līmenī) spriests secinājums: „augstāk“ un „zemāk“ ir statistiski nozīmīgas atšķirības.",
        "p is that of the single comparison; p (Holm) is the same adjusted over {size} comparisons, and the verdict "
        "goes by it (at {level}%): “higher” and “lower” are statistically significant differences.",
        "p — значение для отдельного сравнения; p (Холм) — с поправкой Холма на {size} сравнений, и вывод сделан "
        "по нему (уровень {level}\u00a0%): «выше» и «ниже» — статистически значимые различия.",
    ),
    "c_note_effect": (
        "Efekta lielums: īpatsvariem Koena h, vidējiem Koena d; 0,2 parasti sauc par mazu, 0,5 – par vidēju, "
        "0,8 – par lielu.",
        "Effect size: Cohen’s h for shares, Cohen’s d for means; 0.2 is usually called small, 0.5 medium, 0.8 large.",
        "Размер эффекта: для долей h Коэна, для средних d Коэна; 0,2 обычно называют малым, 0,5 — средним, "
        "0,8 — большим.",
    ),
    "c_note_detectable": (
        "„Atklātu no“: mazākā starpība, ko ar šādām bāzēm atsevišķa pārbaude {level} % līmenī atklātu ar "
        "80 % varbūtību.",
        "“Could show”: the smallest difference that a single test at {level}% would find with these bases with a "
        "probability of 80%.",
        "«Уловимо от»: наименьшая разница, которую отдельная проверка на уровне {level} % при таких базах "
        "обнаружила бы с вероятностью 80 %.",
    ),
    "c_note_approximate": (
        "Tests pret publicētu skaitli ir aptuvens.",
        "A test against a published figure is approximate.",
        "Тест относительно опубликованного числа приближённый.",
    ),
    "c_note_no_difference_shown": (
        "„Nav pierādīta“: statistiski nozīmīga atšķirība nav pierādīta; tas nenozīmē, ka nekas nav mainījies.",
        "“Not shown”: no statistically significant difference is shown; that does not mean that nothing changed.",
        "«Не доказана»: статистически значимое различие не показано; это не значит, что ничего не изменилось.",
    ),
    "c_note_unchanged": (
        "„Nemainīgs“: viss starpības intervāls ir noteiktajās robežās ({margin}), tātad līdzvērtība pārbaudīta "
        "ar diviem vienpusējiem testiem.",
        "“Unchanged”: the whole interval of the difference lies within the declared margin ({margin}), so "
        "equivalence is tested by two one-sided tests.",
        "«Без изменений»: весь интервал разницы лежит в заданных пределах ({margin}), то есть равнозначность "
        "проверена двумя односторонними тестами.",
    ),
    "c_note_n_from": (
        "„Nav pārbaudāma“: nav zināms, cik cilvēku toreiz atbildēja, tāpēc nav p vērtības. „n no“ – mazākais "
        "toreizējais respondentu skaits, no kura starpība, vērtēta viena pati, būtu nozīmīga 5\u00a0% līmenī; "
        "„nekad“ – nebūtu ne pie kāda skaita.",
        "“Untestable”: it is not known how many people answered then, so there is no p value. “n from” is the smallest "
        "past number of respondents from which the difference, taken alone, would pass at 5%; “never”: at no number.",
        "«Не проверить»: неизвестно, сколько человек тогда ответило, поэтому значения p нет. «n от» — наименьшее "
        "тогдашнее число респондентов, при котором разница, взятая отдельно, была бы значимой на уровне 5\u00a0%; "
        "«никогда» — ни при каком числе.",
    ),
    "c_mean": ("vidējais", "mean", "среднее"),
}  # fmt: skip
