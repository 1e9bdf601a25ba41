# ruff: noqa: E501 - a sentence a row reads best
"""What the README of open data says, in Latvian, English and Russian."""

from __future__ import annotations

Words = tuple[str, str, str]

WORDS: dict[str, Words] = {
    "what": (
        "Šajā mapē ir pētījuma atvērtie dati: mikrodati (katram respondentam viena rinda), tabulas un to apraksti.",
        "This folder holds the study's open data: microdata (a row a respondent), tables, and what describes them.",
        "В этой папке открытые данные исследования: микроданные (одна строка на респондента), таблицы и их описания.",
    ),
    "released": (
        "Datus publicēšanai nodeva {0}, {1}.",
        "The data were released for publication by {0} on {1}.",
        "Данные для публикации передал(а) {0}, {1}.",
    ),
    "licence": (
        "Licence: {0}. Atsaucoties norādiet pētījuma nosaukumu, izpildītāju un gadu.",
        "Licence: {0}. Please cite the study's title, its conductor and the year.",
        "Лицензия: {0}. При ссылке укажите название исследования, исполнителя и год.",
    ),
    "contact": ("Jautājumiem: {0}.", "Questions: {0}.", "Вопросы: {0}."),
    "files": ("Faili", "Files", "Файлы"),
    "reading": ("Kā lasīt datus", "How to read the data", "Как читать данные"),
    "cells": (
        "CSV faili ir UTF-8, atdalītājs ir komats, decimālzīme ir punkts. Slēgta jautājuma šūnā ir atbildes kods (skat. codebook.csv); jautājumam ar vairākām atbildēm ir viens mainīgais katrai atbildei: 1 – nosaukta, 0 – nav. Tukša šūna nozīmē: nejautāja, neatbildēja vai vērtība ir aizsargāta.",
        "The CSV files are UTF-8, parted by commas, with a decimal point. A closed question's cell holds the code of the answer (see codebook.csv); a question with several answers has a variable for each of them: 1 chosen, 0 not. An empty cell means: not asked, not answered, or protected.",
        "Файлы CSV в кодировке UTF-8, разделитель — запятая, десятичный знак — точка. В ячейке закрытого вопроса код ответа (см. codebook.csv); у вопроса с несколькими ответами по переменной на каждый ответ: 1 — выбран, 0 — нет. Пустая ячейка означает: не спрашивали, нет ответа или значение защищено.",
    ),
    "design": (
        "Slāņi un grupas, pēc kurām izlase veidota, nav publicēti, jo tie varētu atklāt cilvēkus; precizitāti ņemiet no tabulām, nevis rēķiniet no mikrodatiem. Ja ir mainīgais weight, tas ir vidējais svars starp cilvēkiem ar vienādām publicētajām pazīmēm, tāpēc svērti rezultāti no mikrodatiem var nedaudz atšķirties no tabulām.",
        "Strata and clusters of the sample are not published, as they could identify people: take precision from the tables, do not compute it from the microdata. Where there is a variable weight, it is the mean weight of people with the same published traits, so weighted results from the microdata may differ a little from the tables.",
        "Слои и группы выборки не опубликованы, так как могли бы раскрыть людей: точность берите из таблиц, не вычисляйте её по микроданным. Если есть переменная weight, это средний вес людей с одинаковыми опубликованными признаками, поэтому взвешенные результаты по микроданным могут немного отличаться от таблиц.",
    ),
    "changed": ("Kas mainīts, lai nevienu nevarētu pazīt", "What was changed so that nobody can be known", "Что изменено, чтобы никого нельзя было узнать"),
    "changed-what": (
        "Visas izmaiņas pa mainīgajiem ir failā changes.csv.",
        "All changes, variable by variable, are in changes.csv.",
        "Все изменения по переменным — в файле changes.csv.",
    ),
    "k": (
        "Ierakstu skaits: {0}. Pazīmes, pēc kurām cilvēku varētu pazīt: {1}. Katra publicētā šo pazīmju kombinācija ir vismaz {2} cilvēkiem (dažādu kombināciju skaits: {3}). Aizsardzībai tukšas atstātas {4} no {5} šo pazīmju vērtībām.",
        "Records: {0}. Traits by which a person could be known: {1}. Every published combination of them is shared by at least {2} people (different combinations: {3}). For protection {4} of {5} values of these traits were left blank.",
        "Записей: {0}. Признаки, по которым человека можно узнать: {1}. Каждая опубликованная комбинация этих признаков есть не менее чем у {2} человек (разных комбинаций: {3}). Для защиты оставлены пустыми {4} из {5} значений этих признаков.",
    ),
    "l": (
        "- Jautājums {0}: mazākais dažādu atbilžu skaits grupā – {1}; grupas, kurās visi atbildēja vienādi: {2} no {3}.",
        "- Question {0}: fewest different answers in a group: {1}; groups whose members all answered alike: {2} of {3}.",
        "- Вопрос {0}: наименьшее число разных ответов в группе — {1}; групп, где все ответили одинаково: {2} из {3}.",
    ),
}  # fmt: skip

FILES: dict[str, Words] = {
    "microdata.csv": ("mikrodati", "microdata", "микроданные"),
    "codebook.csv": ("mainīgie, vērtības un to nozīme trijās valodās", "variables, values and their meaning in three languages", "переменные, значения и их смысл на трёх языках"),
    "microdata.sav": ("tie paši mikrodati SPSS, PSPP, Stata un R", "the same microdata for SPSS, PSPP, Stata and R", "те же микроданные для SPSS, PSPP, Stata и R"),
    "microdata.parquet": ("tie paši mikrodati Python, R un datubāzēm", "the same microdata for Python, R and databases", "те же микроданные для Python, R и баз данных"),
    "microdata.sss": ("Triple-S 2.0 apraksts failam microdata_sss.csv", "Triple-S 2.0 description of microdata_sss.csv", "описание Triple-S 2.0 для файла microdata_sss.csv"),
    "microdata_sss.csv": ("tie paši mikrodati Triple-S programmām", "the same microdata for Triple-S programs", "те же микроданные для программ Triple-S"),
    "tables.json": ("tabulas (JSON-stat 2.0), nelielas grupas paslēptas", "tables (JSON-stat 2.0), small groups hidden", "таблицы (JSON-stat 2.0), малые группы скрыты"),
    "ddi.xml": ("jautājumi, kodi un metode (DDI-Codebook 2.5)", "questions, codes and method (DDI-Codebook 2.5)", "вопросы, коды и метод (DDI-Codebook 2.5)"),
    "csv-metadata.json": ("CSV failu apraksts (CSVW)", "description of the CSV files (CSVW)", "описание файлов CSV (CSVW)"),
    "changes.csv": ("visas izmaiņas, kas veiktas pirms publicēšanas", "every change made before publication", "все изменения, сделанные до публикации"),
    "dcat.ttl": ("kataloga ieraksts (DCAT-AP 3, Turtle)", "catalogue record (DCAT-AP 3, Turtle)", "запись каталога (DCAT-AP 3, Turtle)"),
    "dcat.jsonld": ("tas pats ieraksts, JSON-LD", "the same record, JSON-LD", "та же запись, JSON-LD"),
    "ppdb.md": ("kartīte Pētījumu un publikāciju datubāzei", "card for the national database of research", "карточка для национальной базы исследований"),
    "ppdb.json": ("tā pati kartīte, JSON", "the same card, JSON", "та же карточка, JSON"),
}  # fmt: skip

CHANGES: dict[str, Words] = {
    "dropped": ("nav publicēts", "not published", "не опубликовано"),
    "recoded": ("apvienots lielākās grupās", "recoded to larger groups", "перекодировано в более крупные группы"),
    "contact-dropped": ("kontaktinformācija, nav publicēta", "contact data, not published", "контактные данные, не опубликованы"),
    "machine-dropped": ("laiki un ierīces dati, nav publicēti", "times and device data, not published", "время и данные устройства, не опубликованы"),
    "text-dropped": ("brīvie teksti, nav publicēti (kodētās atbildes paliek)", "open texts, not published (their codes stay)", "свободные тексты, не опубликованы (коды остаются)"),
    "hidden-dropped": ("nav publicēts, jo atklātu tabulās paslēpto", "not published, as it would disclose what tables hide", "не опубликовано, так как раскрыло бы скрытое в таблицах"),
    "date-to-month": ("datums līdz mēnesim", "date to the month", "дата до месяца"),
    "rare-month-blanked": ("reti mēneši, tukši", "rare months, blank", "редкие месяцы, пусто"),
    "few-numbers-blanked": ("pārāk maz skaitļu, tukši", "too few numbers, blank", "слишком мало чисел, пусто"),
    "ends-coded": ("galējās vērtības kodētas kopā", "extreme values coded together", "крайние значения объединены"),
    "answers-united": ("retas atbildes apvienotas", "rare answers united", "редкие ответы объединены"),
    "answers-dropped": ("retas atbildes nav publicētas", "rare answers not published", "редкие ответы не опубликованы"),
    "blanked": ("atsevišķas vērtības atstātas tukšas", "single values left blank", "отдельные значения оставлены пустыми"),
    "weights-averaged": ("svari aizstāti ar grupas vidējo", "weights replaced by the mean of the group", "веса заменены средним группы"),
    "weights-dropped": ("svari nav publicēti", "weights not published", "веса не опубликованы"),
    "sample-column-dropped": ("izlases kolonnas (slāņi, grupas), nav publicētas", "columns of the sample (strata, clusters), not published", "столбцы выборки (слои, группы), не опубликованы"),
    "renumbered": ("ieraksti sajaukti un numurēti no jauna", "records shuffled and numbered anew", "записи перемешаны и пронумерованы заново"),
}  # fmt: skip
