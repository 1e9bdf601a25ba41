"""Faults of comparisons of groups, units and periods."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "tables-no-groups": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav grupu, ko salīdzināt: anketā nav demogrāfijas jautājumu.",
            "Nosauciet grupēšanas jautājumus (by) vai anketā pierakstiet tiem role: demographic.",
        ),
        en=(
            "There are no groups to compare for “{question}”: the questionnaire has no "
            "demographic questions.",
            "Name the grouping questions (by), or give them role: demographic in the "
            "questionnaire.",
        ),
        ru=(
            "Для вопроса «{question}» нет групп для сравнения: в анкете нет демографических "
            "вопросов.",
            "Назовите группирующие вопросы (by) или укажите им в анкете role: demographic.",
        ),
    ),
    "tables-grouped-by-itself": Fault(
        "error",
        lv=(
            "Jautājums „{question}“ nevar grupēt pats sevi.",
            "Izņemiet to no grupēšanas jautājumiem (by).",
        ),
        en=(
            "The question “{question}” cannot group itself.",
            "Take it out of the grouping questions (by).",
        ),
        ru=(
            "Вопрос «{question}» не может группировать сам себя.",
            "Уберите его из группирующих вопросов (by).",
        ),
    ),
    "tables-outside-base": Fault(
        "error",
        lv=(
            "Atbilde „{answer}“ jautājumā „{question}“ nav īpatsvaru bāzē, tāpēc tai nav "
            "īpatsvara.",
            "Izvēlieties atbildi, kas nav atteikums un nav „neattiecas“.",
        ),
        en=(
            "The answer “{answer}” of “{question}” is outside the base, so it has no share.",
            "Choose an answer that is no refusal and not “does not apply”.",
        ),
        ru=(
            "Ответ «{answer}» на вопрос «{question}» вне базы долей, поэтому доли у него нет.",
            "Выберите ответ, который не является отказом или «не относится».",
        ),
    ),
    "tables-no-answers": Fault(
        "error",
        lv=(
            "Vilnim „{wave}“ nav atbilžu, zināmi tikai publicētie skaitļi.",
            "Izvēlieties vilni, kura atbildes ir pētījuma mapē.",
        ),
        en=(
            "The wave “{wave}” has no answers, only published figures.",
            "Choose a wave whose answers are in the study folder.",
        ),
        ru=(
            "У волны «{wave}» нет ответов, известны только опубликованные числа.",
            "Выберите волну, ответы которой есть в папке исследования.",
        ),
    ),
    "tables-not-single": Fault(
        "error",
        lv=(
            "Pēc jautājuma „{question}“ nevar sadalīt: katram respondentam vajag tieši vienu "
            "vienību.",
            "Izvēlieties vienas atbildes jautājumu (select_one), piemēram, centru.",
        ),
        en=(
            "“{question}” cannot part the respondents: each must belong to one unit.",
            "Choose a question with one answer (select_one), such as the centre.",
        ),
        ru=(
            "Вопрос «{question}» не делит респондентов: каждый должен относиться к одной единице.",
            "Выберите вопрос с одним ответом (select_one), например центр.",
        ),
    ),
    "tables-no-dates": Fault(
        "error",
        lv=(
            "Jautājumā „{question}“ nav datumu, pēc kuriem dalīt laiku.",
            "Nosauciet datuma jautājumu (date, dateTime, today), kurā ir atbildes.",
        ),
        en=(
            "“{question}” has no dates to part time by.",
            "Name a question of dates (date, dateTime, today) that has answers.",
        ),
        ru=(
            "В вопросе «{question}» нет дат, по которым делить время.",
            "Назовите вопрос с датой (date, dateTime, today), на который есть ответы.",
        ),
    ),
    "tables-too-many-periods": Fault(
        "error",
        lv=(
            "No {first} līdz {last} ir vairāk nekā {most} posmu.",
            "Pārbaudiet datumus atbildēs vai ņemiet garākus posmus (every).",
        ),
        en=(
            "From {first} to {last} there are more than {most} periods.",
            "Check the dates among the answers, or take longer periods (every).",
        ),
        ru=(
            "С {first} по {last} больше {most} периодов.",
            "Проверьте даты в ответах или возьмите более длинные периоды (every).",
        ),
    ),
    "tables-periods-engine": Fault(
        "error",
        lv=(
            "Ārējs dzinējs nevar dalīt laiku pēc jautājuma „{question}“ datumiem.",
            "Pierakstiet atbildēm mēneša jautājumu (select_one) vai skaitiet uz šī datora.",
        ),
        en=(
            "An outside engine cannot part time by the dates of “{question}”.",
            "Give the answers a question of the month (select_one), or count on this machine.",
        ),
        ru=(
            "Внешний движок не может делить время по датам вопроса «{question}».",
            "Добавьте к ответам вопрос о месяце (select_one) или считайте на этом компьютере.",
        ),
    ),
}
