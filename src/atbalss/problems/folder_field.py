"""Faults of a study's fieldwork: its file and a wave in the field; part of the room `folder`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FIELD_FAULTS: dict[str, Fault] = {
    "folder-field-no-site": Fault(
        "error",
        lv=(
            "Vilnis „field“ jālasa no aptauju vietnes, bet šeit tādas nav.",
            "Uzstādiet programmu ar vietni (pip install atbalss[site]) vai norādiet citu vilni.",
        ),
        en=(
            "The wave “field” is read from the site, but there is none here.",
            "Install the program with the site (pip install atbalss[site]), or name another wave.",
        ),
        ru=(
            "Волна «field» читается с сайта опросов, но здесь его нет.",
            "Установите программу с сайтом (pip install atbalss[site]) или укажите другую волну.",
        ),
    ),
    "folder-field-none": Fault(
        "error",
        lv=(
            "Vietnes datubāzē nav pētījuma „{study}“.",
            "Norādiet vietnes mapi mainīgajā ATBALSS_DATA vai datubāzi mainīgajā DATABASE_URL.",
        ),
        en=(
            "The site's database has no study “{study}”.",
            "Name the site's folder in ATBALSS_DATA, or its database in DATABASE_URL.",
        ),
        ru=(
            "В базе данных сайта нет исследования «{study}».",
            "Укажите папку сайта в ATBALSS_DATA или базу данных в DATABASE_URL.",
        ),
    ),
    "folder-field-several": Fault(
        "error",
        lv=(
            "Pētījums „{study}“ vietnē ir vairākām organizācijām: {known}.",
            "Norādiet vienu no tām mainīgajā ATBALSS_ORGANISATION.",
        ),
        en=(
            "Several organisations of the site have a study “{study}”: {known}.",
            "Name one of them in ATBALSS_ORGANISATION.",
        ),
        ru=(
            "Исследование «{study}» есть у нескольких организаций: {known}.",
            "Укажите одну из них в ATBALSS_ORGANISATION.",
        ),
    ),
    "folder-field-empty": Fault(
        "error",
        lv=(
            "Pētījumam „{study}“ vietnē vēl nav nevienas intervijas.",
            "Pagaidiet pirmās intervijas; mēģinājuma intervijas pārskatā neieskaita.",
        ),
        en=(
            "The study “{study}” has no interview on the site yet.",
            "Wait for the first interviews; trial interviews never count in a report.",
        ),
        ru=(
            "У исследования «{study}» на сайте ещё нет ни одного интервью.",
            "Дождитесь первых интервью; пробные интервью в отчёт не входят.",
        ),
    ),
    "folder-no-fielding": Fault(
        "error",
        lv=(
            "Pētījuma mapē nav field.yaml ar lauka darba noteikumiem.",
            "Uzrakstiet to; paraugu ieraksta `atbalss new CITA_MAPE`.",
        ),
        en=(
            "The study folder has no field.yaml with the rules of fieldwork.",
            "Write one; `atbalss new OTHER_FOLDER` writes an example.",
        ),
        ru=(
            "В папке исследования нет field.yaml с правилами полевых работ.",
            "Напишите его; образец пишет `atbalss new ДРУГАЯ_ПАПКА`.",
        ),
    ),
    "folder-field-rule": Fault(
        "error",
        lv=("Lauka darba noteikums nav saprotams: {what}.", "Izlabojiet to zem rules."),
        en=("A rule of fieldwork makes no sense: {what}.", "Mend it under rules."),
        ru=("Правило полевых работ непонятно: {what}.", "Исправьте его в rules."),
    ),
    "folder-centre-code": Fault(
        "error",
        lv=("Kods „{word}“ neder.", "Lietojiet latīņu burtus, ciparus, - un _; līdz 50 zīmēm."),
        en=(
            "The code “{word}” will not do.",
            "Use Latin letters, digits, - and _; up to 50 signs.",
        ),
        ru=(
            "Код «{word}» не подходит.",
            "Используйте латинские буквы, цифры, - и _; до 50 знаков.",
        ),
    ),
    "folder-quota-cell": Fault(
        "error",
        lv=(
            "Kvotas atbildes nav anketā: {question} = {answer}.",
            "Nosauciet izvēles jautājumu un kādu no tā kodiem.",
        ),
        en=(
            "The questionnaire has no such answer of a quota: {question} = {answer}.",
            "Name a choice question and one of its codes.",
        ),
        ru=(
            "В анкете нет такого ответа для квоты: {question} = {answer}.",
            "Назовите вопрос с выбором и один из его кодов.",
        ),
    ),
    "folder-quota-taken": Fault(
        "error",
        lv=(
            "Kvotā „{name}“ jau ir vairāk interviju vai tā jau skaita citas atbildes.",
            "Palieliniet mērķi vai dodiet jaunai kvotai jaunu nosaukumu.",
        ),
        en=(
            "The quota “{name}” holds more interviews already, or counts other answers.",
            "Raise its target, or name a new quota.",
        ),
        ru=(
            "В квоте «{name}» уже больше интервью, или она считает другие ответы.",
            "Увеличьте цель или дайте новой квоте новое имя.",
        ),
    ),
}
