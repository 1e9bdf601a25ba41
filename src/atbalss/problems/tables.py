"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems import tables_counting
from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    **tables_counting.FAULTS,
    "tables-unknown-question": Fault(
        "error",
        lv=(
            "Anketā nav jautājuma vai tabulas „{name}“.",
            "Pārbaudiet nosaukumu; līdzīgi: {close}.",
        ),
        en=(
            "The questionnaire has no question or grid “{name}”.",
            "Check the name; close: {close}.",
        ),
        ru=("В анкете нет вопроса или таблицы «{name}».", "Проверьте имя; похожие: {close}."),
    ),
    "tables-grid-has-no-codes": Fault(
        "error",
        lv=(
            "„{name}“ ir jautājumu tabula; atbilžu kodi ir tās rindām, nevis tabulai.",
            "Nosauciet rindu ({items}) vai prasiet tabulas vidējo vērtību.",
        ),
        en=(
            "“{name}” is a grid; answer codes belong to its items, not to the grid.",
            "Name an item ({items}), or ask for the mean of the grid.",
        ),
        ru=(
            "«{name}» — таблица вопросов; коды ответов есть у её строк, а не у таблицы.",
            "Назовите строку ({items}) или запросите среднее таблицы.",
        ),
    ),
    "tables-unknown-code": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav koda, apvienojuma vai joslas „{answer}“.",
            "Pārbaudiet nosaukumu; līdzīgi: {close}.",
        ),
        en=(
            "The question “{question}” has no code, net or band “{answer}”.",
            "Check the name; close: {close}.",
        ),
        ru=(
            "У вопроса «{question}» нет кода, объединения или диапазона «{answer}».",
            "Проверьте имя; похожие: {close}.",
        ),
    ),
    "tables-unknown-wave": Fault(
        "error",
        lv=("Pētījumā nav viļņa „{name}“.", "Norādiet vienu no viļņiem: {close}."),
        en=("The study has no wave “{name}”.", "Name one of its waves: {close}."),
        ru=("В исследовании нет волны «{name}».", "Укажите одну из волн: {close}."),
    ),
    "tables-no-codes": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav atbilžu kodu, tāpēc tam nav īpatsvaru.",
            "Prasiet vidējo vērtību vai bāzi vai dodiet jautājumam kodu sarakstu (codeframe).",
        ),
        en=(
            "The question “{question}” has no answer codes, so it has no shares.",
            "Ask for its mean or base, or give the question a code frame (codeframe).",
        ),
        ru=(
            "У вопроса «{question}» нет кодов ответов, поэтому у него нет долей.",
            "Запросите среднее или базу либо дайте вопросу список кодов (codeframe).",
        ),
    ),
    "tables-no-mean": Fault(
        "error",
        lv=(
            "Jautājums „{question}“ nav skala vai skaitlis, tāpēc tam nav vidējās vērtības.",
            "Prasiet koda īpatsvaru vai dodiet kodiem vērtības kolonnā score.",
        ),
        en=(
            "The question “{question}” is neither a scale nor a number, so it has no mean.",
            "Ask for the share of a code, or give its codes values in the column score.",
        ),
        ru=(
            "Вопрос «{question}» не шкала и не число, поэтому у него нет среднего.",
            "Запросите долю кода или задайте кодам значения в столбце score.",
        ),
    ),
    "tables-undeclared-filter": Fault(
        "error",
        lv=(
            "Filtrs {among} nav pieteikts pirms skaitīšanas.",
            "Pieminiet filtru pārskatā tā, lai to var nolasīt pirms skaitīšanas (Demand.amongs).",
        ),
        en=(
            "The filter {among} was not declared before the count.",
            "Name the filter in the report where it can be read before the count (Demand.amongs).",
        ),
        ru=(
            "Фильтр {among} не заявлен до подсчёта.",
            "Укажите фильтр в отчёте так, чтобы его можно было прочесть до подсчёта "
            "(Demand.amongs).",
        ),
    ),
    "tables-outside-family": Fault(
        "error",
        lv=(
            "Salīdzinājums „{later}“ pret „{earlier}“ nav salīdzinājumu kopā, kas fiksēta pirms "
            "teksta.",
            "Iekļaujiet šo viļņu salīdzinājumu kādā attēlā vai tabulā.",
        ),
        en=(
            "The comparison of “{later}” with “{earlier}” is not in the family that was fixed "
            "before the text.",
            "Show this comparison of waves in a figure or a table.",
        ),
        ru=(
            "Сравнение «{later}» с «{earlier}» не входит в набор, заданный до текста.",
            "Покажите это сравнение волн на рисунке или в таблице.",
        ),
    ),
    "tables-unlike-units": Fault(
        "error",
        lv=(
            "Nevar atņemt „{earlier}“ no „{later}“: mērvienības ir dažādas.",
            "Salīdziniet īpatsvaru ar īpatsvaru un vidējo vērtību ar vidējo vērtību.",
        ),
        en=(
            "“{earlier}” cannot be subtracted from “{later}”: their units differ.",
            "Compare a share with a share and a mean with a mean.",
        ),
        ru=(
            "Нельзя вычесть «{earlier}» из «{later}»: единицы различаются.",
            "Сравнивайте долю с долей и среднее со средним.",
        ),
    ),
}
