"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "fieldwork-number": Fault(
        "error",
        lv=(
            "Noteikumā „{rule}“ jābūt veselam skaitlim no {low} līdz {high}, bet tur ir „{value}“.",
            "Ierakstiet skaitli šajās robežās.",
        ),
        en=(
            "The rule “{rule}” takes a whole number from {low} to {high}, but it says “{value}”.",
            "Write a number within these bounds.",
        ),
        ru=(
            "В правиле «{rule}» должно быть целое число от {low} до {high}, а указано «{value}».",
            "Укажите число в этих пределах.",
        ),
    ),
    "fieldwork-zone": Fault(
        "error",
        lv=("Laika joslas „{value}“ nav.", "Rakstiet, piemēram, Europe/Riga."),
        en=("There is no time zone “{value}”.", "Write Europe/Riga, for example."),
        ru=("Часового пояса «{value}» нет.", "Пишите, например, Europe/Riga."),
    ),
    "fieldwork-hours": Fault(
        "error",
        lv=(
            "Zvanu laiku „{value}“ nevar saprast.",
            "Sākumam jābūt pirms beigām (piemēram, 09:00–20:00); vajag vismaz vienu nedēļas dienu.",
        ),
        en=(
            "The calling hours “{value}” make no sense.",
            "They begin before they end (such as 09:00–20:00), on at least one day of the week.",
        ),
        ru=(
            "Часы звонков «{value}» непонятны.",
            "Начало должно быть раньше конца (например, 09:00–20:00); нужен хоть один день недели.",
        ),
    ),
    "fieldwork-no-hours": Fault(
        "error",
        lv=("Nav neviena laika, kad drīkst zvanīt.", "Norādiet vismaz vienas zvanu stundas."),
        en=("There is no time at which calls may be made.", "Give calling hours at least once."),
        ru=("Нет времени, когда можно звонить.", "Укажите часы звонков хотя бы один раз."),
    ),
    "fieldwork-day": Fault(
        "error",
        lv=(
            "„{value}“ nav datums.",
            "Rakstiet gadu, mēnesi un dienu ar defisēm, piemēram, 2026-12-24.",
        ),
        en=("“{value}” is no date.", "Write year, month and day with hyphens, such as 2026-12-24."),
        ru=("«{value}» — не дата.", "Пишите год, месяц и день через дефис, например 2026-12-24."),
    ),
    "fieldwork-days": Fault(
        "error",
        lv=(
            "Pēdējā diena ({last}) ir pirms pirmās ({first}).",
            "Izlabojiet vienu no abiem datumiem.",
        ),
        en=("The last day ({last}) is before the first ({first}).", "Mend one of the two dates."),
        ru=("Последний день ({last}) раньше первого ({first}).", "Исправьте одну из дат."),
    ),
    "fieldwork-outcome": Fault(
        "error",
        lv=(
            "Noteikumā „{rule}“ minēts iznākuma kods „{value}“, bet tāda nav.",
            "Lietojiet AAPOR kodus, piemēram, 3.13.",
        ),
        en=(
            "The rule “{rule}” names the outcome code “{value}”, but there is none.",
            "Use AAPOR's codes, such as 3.13.",
        ),
        ru=(
            "В правиле «{rule}» указан код исхода «{value}», но такого нет.",
            "Используйте коды AAPOR, например 3.13.",
        ),
    ),
    "fieldwork-choice": Fault(
        "error",
        lv=("Noteikuma „{rule}“ vērtība „{value}“ neder.", "Izvēlieties vienu no šīm: {known}."),
        en=("The rule “{rule}” cannot be “{value}”.", "Choose one of these: {known}."),
        ru=("Правило «{rule}» не может быть «{value}».", "Выберите одно из: {known}."),
    ),
    "fieldwork-thresholds": Fault(
        "error",
        lv=(
            "Intervijas sliekšņi neder: pilna no {complete}, daļēja no {partial}.",
            "Abi ir no 0 līdz 1, un daļējas intervijas slieksnis nav augstāks par pilnas.",
        ),
        en=(
            "The thresholds of an interview will not do: complete {complete}, partial {partial}.",
            "Both lie between 0 and 1, and that of a partial interview is not above the other.",
        ),
        ru=(
            "Пороги интервью не годятся: полное с {complete}, частичное с {partial}.",
            "Оба от 0 до 1, и порог частичного интервью не выше порога полного.",
        ),
    ),
    "fieldwork-shape": Fault(
        "error",
        lv=("Noteikumu „{rule}“ nevar saprast.", "Skatiet piemēru studies/vpvkac/field.yaml."),
        en=("The rule “{rule}” cannot be read.", "See the example studies/vpvkac/field.yaml."),
        ru=("Правило «{rule}» непонятно.", "Посмотрите пример studies/vpvkac/field.yaml."),
    ),
    "fieldwork-e": Fault(
        "error",
        lv=(
            "Nav saprotams, kā novērtēt nezināmo gadījumu piederību (e).",
            "Rakstiet casro vai norādiet uh un uo (no 0 līdz 1) un method.",
        ),
        en=(
            "How the eligibility of unknown cases (e) is estimated makes no sense.",
            "Write casro, or give uh and uo (from 0 to 1) and a method.",
        ),
        ru=(
            "Непонятно, как оценивается пригодность неизвестных случаев (e).",
            "Напишите casro или укажите uh и uo (от 0 до 1) и method.",
        ),
    ),
    "fieldwork-quota": Fault(
        "error",
        lv=(
            "Kvotas „{name}“ mērķis {target} ir mazāks par jau aizņemtajām vietām ({taken}).",
            "Norādiet vismaz tik, cik vietu jau pabeigts un rezervēts.",
        ),
        en=(
            "The target {target} of the quota “{name}” is below the places taken ({taken}).",
            "Give at least as many as are done and reserved.",
        ),
        ru=(
            "Цель {target} квоты «{name}» меньше уже занятых мест ({taken}).",
            "Укажите не меньше, чем уже готово и зарезервировано.",
        ),
    ),
    "fieldwork-invite": Fault(
        "error",
        lv=(
            "Centrā „{name}“ noteikums „katru k-to“ nav saprotams.",
            "k ir no 1 līdz 10 000, un pirmais uzaicināmais nav aiz k.",
        ),
        en=(
            "The k-th visitor rule of the centre “{name}” makes no sense.",
            "k lies between 1 and 10,000, and the first visitor invited is not beyond k.",
        ),
        ru=(
            "В центре «{name}» непонятно правило «каждый k-й».",
            "k от 1 до 10 000, и первый приглашаемый не дальше k.",
        ),
    ),
}
