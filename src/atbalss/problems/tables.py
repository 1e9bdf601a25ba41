"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems import tables_counting, tables_units
from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    **tables_counting.FAULTS,
    **tables_units.FAULTS,
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
    "tables-standard-question": Fault(
        "error",
        lv=(
            "Pēc jautājuma „{question}“ standartizēt nevar: tajā nav vienas atbildes no saraksta.",
            "Lietojiet jautājumus ar vienu atbildi, piemēram, dzimumu un vecuma grupu.",
        ),
        en=(
            "“{question}” cannot be standardised by: it has no single answer from a list.",
            "Use questions with one answer, such as sex and age group.",
        ),
        ru=(
            "По вопросу «{question}» стандартизировать нельзя: в нём нет одного ответа из списка.",
            "Используйте вопросы с одним ответом, например пол и возрастную группу.",
        ),
    ),
    "tables-standard-mean": Fault(
        "error",
        lv=(
            "Jautājuma „{question}“ vidējo standartizēt nevar: tā nav skala ar vienu atbildi.",
            "Standartizējiet īpatsvarus vai vienas skalas vidējo, ne skaitļus un ne jautājumu "
            "bloku.",
        ),
        en=(
            "The mean of “{question}” cannot be standardised: it is no scale with one answer.",
            "Standardise shares or the mean of one scale, not numbers and not a grid.",
        ),
        ru=(
            "Среднее вопроса «{question}» стандартизировать нельзя: это не шкала с одним ответом.",
            "Стандартизируйте доли или среднее одной шкалы, а не числа и не таблицу вопросов.",
        ),
    ),
    "tables-standard-stratum": Fault(
        "error",
        lv=(
            "Standartizēt nevar: vilnī „{wave}“ grupā {stratum} respondentu skaits ir {n}, bet "
            "vajag vismaz divus.",
            "Standartizējiet pēc mazāka skaita jautājumu.",
        ),
        en=(
            "Standardising is not possible: wave “{wave}” has {n} respondents in {stratum}, and "
            "two are needed.",
            "Standardise by fewer questions.",
        ),
        ru=(
            "Стандартизировать нельзя: в волне «{wave}» в группе {stratum} респондентов: {n}, а "
            "нужно не меньше двух.",
            "Стандартизируйте по меньшему числу вопросов.",
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
    "tables-filter-not-columnar": Fault(
        "error",
        lv=(
            "Nosacījumu {rule} nevar izmantot kā tabulas filtru: tas ir atkarīgs no nejaušības, "
            "pulksteņa vai atbilžu tekstiem, kādi tie ir intervijas laikā.",
            "Rakstiet filtru ar atbildēm: ${{vecums}} >= 55 and ${{dzimums}} = 'f'.",
        ),
        en=(
            "The rule {rule} cannot be a table's filter: it depends on chance, on the clock or on "
            "texts as they are during an interview.",
            "Write the filter in answers: ${{age}} >= 55 and ${{sex}} = 'f'.",
        ),
        ru=(
            "Условие {rule} не может быть фильтром таблицы: оно зависит от случая, часов или "
            "текстов во время интервью.",
            "Запишите фильтр ответами: ${{age}} >= 55 and ${{sex}} = 'f'.",
        ),
    ),
    "tables-unknown-measure": Fault(
        "error",
        lv=("Tabulā nav mēra vai rādījuma „{name}“.", "Rakstiet vienu no: {known}."),
        en=("Tables have no measure or statistic “{name}”.", "Write one of: {known}."),
        ru=("В таблицах нет меры или показателя «{name}».", "Напишите одно из: {known}."),
    ),
    "tables-banner-unreadable": Fault(
        "error",
        lv=(
            "Kolonnu pierakstu „{part}“ nevar izlasīt.",
            "Rakstiet jautājumu nosaukumus: sex, age > place, tools[a b], @wave.",
        ),
        en=(
            "The banner part “{part}” cannot be read.",
            "Write names of questions: sex, age > place, tools[a b], @wave.",
        ),
        ru=(
            "Запись столбцов «{part}» не читается.",
            "Напишите имена вопросов: sex, age > place, tools[a b], @wave.",
        ),
    ),
    "tables-column-twice": Fault(
        "error",
        lv=("„{column}“ tabulā ir divreiz.", "Atstājiet to vienreiz."),
        en=("“{column}” is in the table twice.", "Keep it once."),
        ru=("«{column}» стоит в таблице дважды.", "Оставьте один раз."),
    ),
    "tables-column-outside-base": Fault(
        "error",
        lv=(
            "Jautājuma „{question}“ kods „{answer}“ ir ārpus bāzes, tāpēc tam nav kolonnas.",
            "Izvēlieties kodu, kas ir bāzē.",
        ),
        en=(
            "The code “{answer}” of “{question}” is outside the base, so it makes no column.",
            "Choose a code that is in the base.",
        ),
        ru=(
            "Код «{answer}» вопроса «{question}» вне базы, поэтому столбца не образует.",
            "Выберите код, входящий в базу.",
        ),
    ),
    "tables-no-nps": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav NPS: tam vajag skalu no 0 līdz 10 (vai no 1 līdz 10).",
            "Prasiet vidējo vērtību vai nosauciet kodus ar promoters un detractors.",
        ),
        en=(
            "The question “{question}” has no NPS: that needs a scale from 0 to 10 (or 1 to 10).",
            "Ask for its mean, or name the codes with promoters and detractors.",
        ),
        ru=(
            "У вопроса «{question}» нет NPS: нужна шкала от 0 до 10 (или от 1 до 10).",
            "Запросите среднее или назовите коды в promoters и detractors.",
        ),
    ),
    "tables-banner-undeclared": Fault(
        "error",
        lv=(
            "Tabula „{id}“ nav pieteikta pirms skaitīšanas.",
            "Iekļaujiet tabulu pieprasījumā (Demand.banners).",
        ),
        en=(
            "The table “{id}” was not declared before the count.",
            "Put the table into the demand (Demand.banners).",
        ),
        ru=(
            "Таблица «{id}» не заявлена до подсчёта.",
            "Включите таблицу в запрос (Demand.banners).",
        ),
    ),
    "tables-unknown-column": Fault(
        "error",
        lv=("Tabulā nav kolonnas „{name}“.", "Pārbaudiet nosaukumu; līdzīgi: {close}."),
        en=("The table has no column “{name}”.", "Check the name; close: {close}."),
        ru=("В таблице нет столбца «{name}».", "Проверьте имя; похожие: {close}."),
    ),
}
