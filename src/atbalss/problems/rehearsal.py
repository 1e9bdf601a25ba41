"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "rehearsal-target-measure": Fault(
        "error",
        lv=("Mēru „{measure}“ nepazīst.", "Ieraksti kādu no šiem: {known}."),
        en=("There is no measure “{measure}”.", "Write one of these: {known}."),
        ru=("Нет меры «{measure}».", "Укажите одну из этих: {known}."),
    ),
    "rehearsal-target-choice": Fault(
        "error",
        lv=("Izvēli „{choice}“ nepazīst.", "Ieraksti kādu no šīm: {known}."),
        en=("There is no choice “{choice}”.", "Write one of these: {known}."),
        ru=("Нет выбора «{choice}».", "Укажите один из этих: {known}."),
    ),
    "rehearsal-target-no-reason": Fault(
        "error",
        lv=(
            "Mērķis ir atstāts neizpildīts, bet nav teikts, kāpēc.",
            "Ailē reason ieraksti, kuram skaitlim tas ir pretrunā un kāpēc seko otram.",
        ),
        en=(
            "The target is left unmet, but no reason is given.",
            "In the column reason write which figure it contradicts and why the other is followed.",
        ),
        ru=(
            "Цель оставлена невыполненной, но причина не указана.",
            "В столбце reason укажите, какому числу она противоречит и почему принято другое.",
        ),
    ),
    "rehearsal-target-number": Fault(
        "error",
        lv=("„{value}“ nav skaitlis.", "Raksti skaitli ar punktu, piemēram, 36 vai 9.7."),
        en=("“{value}” is no number.", "Write a number with a point, such as 36 or 9.7."),
        ru=("«{value}» не число.", "Пишите число с точкой, например 36 или 9.7."),
    ),
    "rehearsal-target-question": Fault(
        "error",
        lv=("Anketā nav jautājuma „{question}“.", "Vai domāts „{close}“? Izlabo nosaukumu."),
        en=(
            "The questionnaire has no question “{question}”.",
            "Is “{close}” meant? Mend the name.",
        ),
        ru=("В анкете нет вопроса «{question}».", "Имеется в виду «{close}»? Исправьте имя."),
    ),
    "rehearsal-target-code": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav atbildes, neto vai joslas „{name}“.",
            "Vai domāts „{close}“? Izlabo nosaukumu.",
        ),
        en=(
            "The question “{question}” has no answer, net or band “{name}”.",
            "Is “{close}” meant? Mend the name.",
        ),
        ru=(
            "У вопроса «{question}» нет ответа, нетто или диапазона «{name}».",
            "Имеется в виду «{close}»? Исправьте имя.",
        ),
    ),
    "rehearsal-target-no-scale": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav skalas, tāpēc vidējā vērtējuma tam nav.",
            "Prasi īpatsvaru vai dod atbildēm vērtību ailē score.",
        ),
        en=(
            "The question “{question}” is no scale, so it has no mean.",
            "Ask for a share, or give its answers a score.",
        ),
        ru=(
            "Вопрос «{question}» не является шкалой, поэтому среднего у него нет.",
            "Задайте долю или укажите значения ответов в столбце score.",
        ),
    ),
    "rehearsal-target-not-countable": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ mērķi nav izpildāmi: tam nav kodu, vai tā atbildes filtrē "
            "cits jautājums, vai tas atlasa respondentus.",
            "Mērķi liec slēgtam jautājumam vai atvērtam jautājumam ar kodu sarakstu.",
        ),
        en=(
            "Targets of the question “{question}” cannot be met: it has no codes, or another "
            "question filters its options, or it screens respondents.",
            "Set targets on closed questions, or on open ones that have a code frame.",
        ),
        ru=(
            "Цели для вопроса «{question}» невыполнимы: у него нет кодов, либо варианты фильтрует "
            "другой вопрос, либо он отбирает респондентов.",
            "Ставьте цели закрытым вопросам или открытым со списком кодов.",
        ),
    ),
    "rehearsal-too-many-types": Fault(
        "error",
        lv=(
            "Jautājumiem {names} kopā ir pārāk daudz atbilžu kombināciju.",
            "Vienā mērķī krusto mazāk jautājumu.",
        ),
        en=(
            "The questions {names} together have too many combinations of answers.",
            "Cross fewer questions in one target.",
        ),
        ru=(
            "У вопросов {names} вместе слишком много сочетаний ответов.",
            "Пересекайте в одной цели меньше вопросов.",
        ),
    ),
    "rehearsal-no-interviews": Fault(
        "error",
        lv=(
            "Pa šīs anketas maršrutiem {n} intervijas nevar sastādīt.",
            "Pārbaudi maršrutus ar atbalss check.",
        ),
        en=(
            "No {n} interviews can be made along the routes of this questionnaire.",
            "Check the routes with atbalss check.",
        ),
        ru=(
            "По маршрутам этой анкеты нельзя составить {n} интервью.",
            "Проверьте маршруты командой atbalss check.",
        ),
    ),
    "rehearsal-targets-contradict": Fault(
        "error",
        lv=(
            "Šie skaitļi nevar būt patiesi reizē: {targets} (rindas {rows}).",
            "Vienam no tiem ailē choice ieraksti leave un ailē reason – kāpēc seko pārējiem.",
        ),
        en=(
            "These figures cannot all be true: {targets} (rows {rows}).",
            "For one of them write leave in the column choice, and in reason why the others are "
            "followed.",
        ),
        ru=(
            "Эти числа не могут быть верны одновременно: {targets} (строки {rows}).",
            "Для одного из них укажите leave в столбце choice, а в reason — почему приняты другие.",
        ),
    ),
    "rehearsal-targets-need-refusals": Fault(
        "note",
        lv=(
            "Ja atbild visi, šie skaitļi nevar būt patiesi reizē: {targets} (rindas {rows}); "
            "tāpēc kāds uz jautājumu atsakās atbildēt un bāze ir mazāka.",
            "Nekas nav jādara; ja bāze iespiesta, pārbaudi to.",
        ),
        en=(
            "If everybody answers, these figures cannot all be true: {targets} (rows {rows}); so "
            "somebody refuses the question and its base is smaller.",
            "Nothing needs doing; if the base is printed, check it.",
        ),
        ru=(
            "Если отвечают все, эти числа не могут быть верны одновременно: {targets} (строки "
            "{rows}); поэтому кто-то отказывается отвечать, и база меньше.",
            "Ничего делать не нужно; если база напечатана, проверьте её.",
        ),
    ),
    "rehearsal-target-left": Fault(
        "note",
        lv=(
            "{target} nevar būt patiess reizē ar šiem: {targets} (rindas {rows}). {reason}.",
            "Izvēle ir dokumentēta; nekas nav jādara.",
        ),
        en=(
            "{target} cannot be true together with {targets} (rows {rows}). {reason}.",
            "The choice is documented; nothing needs doing.",
        ),
        ru=(
            "{target} не может быть верно одновременно с этими: {targets} (строки {rows}). "
            "{reason}.",
            "Выбор задокументирован; ничего делать не нужно.",
        ),
    ),
    "rehearsal-target-left-needlessly": Fault(
        "warning",
        lv=(
            "{target} ir atstāts neizpildīts, bet ar pārējiem tas nav pretrunā.",
            "Ailē choice ieraksti follow.",
        ),
        en=(
            "{target} is left unmet, but it does not contradict the others.",
            "Write follow in the column choice.",
        ),
        ru=(
            "{target} оставлено невыполненным, но другим не противоречит.",
            "В столбце choice укажите follow.",
        ),
    ),
    "rehearsal-target-missed": Fault(
        "error",
        lv=(
            "{target} nav izpildīts: sastādītajās intervijās ir {ours}.",
            "Tā ir programmas kļūda; lūdzu, ziņo par to.",
        ),
        en=(
            "{target} is not met: the invented interviews have {ours}.",
            "This is a fault of the program; please report it.",
        ),
        ru=(
            "{target} не выполнено: в составленных интервью {ours}.",
            "Это ошибка программы; пожалуйста, сообщите о ней.",
        ),
    ),
    "rehearsal-not-filled": Fault(
        "warning",
        lv=(
            "Uz obligāto jautājumu „{question}“ atbildi izdomāt neizdevās.",
            "Pārbaudi tā nosacījumu; intervija paliek nepilna.",
        ),
        en=(
            "No answer could be made up for the required question “{question}”.",
            "Check its constraint; the interview stays incomplete.",
        ),
        ru=(
            "Не удалось придумать ответ на обязательный вопрос «{question}».",
            "Проверьте его условие; интервью остаётся неполным.",
        ),
    ),
}
