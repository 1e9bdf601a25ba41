"""Faults of workbooks, their sheets and columns; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

SHEETS_FAULTS: dict[str, Fault] = {
    "exchange-not-a-coding-sheet": Fault(
        "error",
        lv=("Fails nav šī pētījuma kodētāja lapa.", "Izveidojiet lapu ar `atbalss code export`."),
        en=("The file is no coder's sheet of this study.", "Make one by `atbalss code export`."),
        ru=(
            "Файл — не лист кодировщика этого исследования.",
            "Создайте его: `atbalss code export`.",
        ),
    ),
    "exchange-sheet-name": Fault(
        "error",
        lv=(
            "Excel nepieņem lapas nosaukumu „{sheet}“.",
            "Dodiet lapai citu nosaukumu: ne vairāk par 31 rakstzīmi, bez [ ] : * ? / "
            "\\ un atšķirīgu no citām lapām.",
        ),
        en=(
            "Excel does not take the sheet name “{sheet}”.",
            "Give the sheet another name: at most 31 characters, without [ ] : * ? / \\ "
            "and unlike the other sheets.",
        ),
        ru=(
            "Excel не принимает название листа «{sheet}».",
            "Назовите лист иначе: не больше 31 знака, без [ ] : * ? / \\ и не так, как "
            "другие листы.",
        ),
    ),
    "exchange-cell-long": Fault(
        "error",
        lv=(
            "Šūnas teksts ir garāks, nekā Excel spēj glabāt ({longest} rakstzīmes).",
            "Saīsiniet tekstu vai sadaliet to divās rindās.",
        ),
        en=(
            "A cell's text is longer than Excel can hold ({longest} characters).",
            "Shorten the text or part it into two rows.",
        ),
        ru=(
            "Текст ячейки длиннее, чем может хранить Excel ({longest} знаков).",
            "Сократите текст или разделите его на две строки.",
        ),
    ),
    "exchange-sheet-twice": Fault(
        "error",
        lv=(
            "Lapa „{sheet}“ ir divreiz.",
            "Apvienojiet abas vienā tabulā zem viena virsraksta.",
        ),
        en=(
            "The sheet “{sheet}” is there twice.",
            "Join the two into one table under one heading.",
        ),
        ru=(
            "Лист «{sheet}» встречается дважды.",
            "Объедините оба в одну таблицу под одним заголовком.",
        ),
    ),
    "exchange-table-broken": Fault(
        "error",
        lv=(
            "Zem lapas virsraksta ir otra tabula: tās rindas netiktu nolasītas.",
            "Izdzēsiet tukšo vai teksta rindu, kas pārtrauc tabulu; tukšu tabulas rindu "
            "rakstiet ar svītrām | |.",
        ),
        en=(
            "There is a second table under the sheet's heading: its rows would not be read.",
            "Delete the blank or text line that breaks the table; write an empty table "
            "row with bars | |.",
        ),
        ru=(
            "Под заголовком листа есть вторая таблица: её строки не были бы прочитаны.",
            "Удалите пустую или текстовую строку, которая разрывает таблицу; пустую "
            "строку таблицы пишите чертами | |.",
        ),
    ),
    "exchange-no-survey": Fault(
        "error",
        lv=(
            "Darbgrāmatā nav lapas survey.",
            "Nosauciet par survey to lapu, kurā ir jautājumi.",
        ),
        en=(
            "The workbook has no sheet called survey.",
            "Call the sheet that holds the questions survey.",
        ),
        ru=(
            "В книге нет листа survey.",
            "Назовите survey тот лист, на котором вопросы.",
        ),
    ),
    "exchange-sheet-slip": Fault(
        "warning",
        lv=(
            "Lapu „{sheet}“ neviens nelasa; vai bija domāta „{meant}“?",
            "Pārdēvējiet lapu par „{meant}“; ja tā ir tikai piezīmēm, sāciet tās "
            "nosaukumu ar pasvītrojumu.",
        ),
        en=(
            "Nobody reads the sheet “{sheet}”; was “{meant}” meant?",
            "Rename the sheet “{meant}”; if it only holds notes, begin its name with an "
            "underscore.",
        ),
        ru=(
            "Лист «{sheet}» никто не читает; имелся в виду «{meant}»?",
            "Переименуйте лист в «{meant}»; если он только для заметок, начните его "
            "название с подчёркивания.",
        ),
    ),
    "exchange-entities-ignored": Fault(
        "warning",
        lv=(
            "Lapa entities (entītijas) netiek izmantota: intervija notiek, bet "
            "entītijas neveidojas.",
            "Ja entītijas nav vajadzīgas, izdzēsiet lapu entities un kolonnu save_to.",
        ),
        en=(
            "The sheet entities is not used: the interview runs, but no entities are made.",
            "If no entities are needed, delete the sheet entities and the column save_to.",
        ),
        ru=(
            "Лист entities не используется: интервью идёт, но сущности не создаются.",
            "Если сущности не нужны, удалите лист entities и столбец save_to.",
        ),
    ),
    "exchange-survey-empty": Fault(
        "error",
        lv=(
            "Lapā nav neviena jautājuma.",
            "Pierakstiet vismaz vienu jautājumu: kolonnās type un name.",
        ),
        en=(
            "The sheet has no question.",
            "Write at least one question, in the columns type and name.",
        ),
        ru=(
            "На листе нет ни одного вопроса.",
            "Запишите хотя бы один вопрос в столбцах type и name.",
        ),
    ),
    "exchange-no-column": Fault(
        "error",
        lv=(
            "Lapas pirmajā rindā nav kolonnas {column}.",
            "Pirmajā rindā jābūt kolonnu nosaukumiem, to vidū {column}; virs tiem "
            "nedrīkst būt citu rindu.",
        ),
        en=(
            "Row 1 of the sheet has no column {column}.",
            "Row 1 must hold the names of the columns, {column} among them, with no "
            "other row above.",
        ),
        ru=(
            "В первой строке листа нет столбца {column}.",
            "В первой строке должны стоять названия столбцов, среди них {column}; "
            "других строк над ними быть не должно.",
        ),
    ),
    "exchange-header-blank": Fault(
        "warning",
        lv=(
            "Kolonnai {column} nav nosaukuma, tāpēc tās šūnas netiek lasītas.",
            "Dodiet kolonnai nosaukumu pirmajā rindā vai izdzēsiet tās šūnas.",
        ),
        en=(
            "The column {column} has no name, so its cells are not read.",
            "Name the column in row 1, or delete its cells.",
        ),
        ru=(
            "У столбца {column} нет названия, поэтому его ячейки не читаются.",
            "Назовите столбец в первой строке или удалите его ячейки.",
        ),
    ),
    "exchange-column-slip": Fault(
        "warning",
        lv=(
            "Kolonna „{column}“ netiek izmantota; vai bija domāta „{meant}“?",
            "Pārdēvējiet kolonnu par „{meant}“; ja tā ir citam nolūkam, dodiet tai "
            "nosaukumu, kas nav tik līdzīgs.",
        ),
        en=(
            "The column “{column}” is not used; was “{meant}” meant?",
            "Rename the column “{meant}”; if it has another purpose, give it a name less alike.",
        ),
        ru=(
            "Столбец «{column}» не используется; имелся в виду «{meant}»?",
            "Переименуйте столбец в «{meant}»; если он для другого, назовите его не так похоже.",
        ),
    ),
    "exchange-column-slip-grave": Fault(
        "error",
        lv=(
            "Kolonna „{column}“ netiek izmantota; vai bija domāta „{meant}“? Bez tās "
            "intervija noritētu citādi.",
            "Pārdēvējiet kolonnu par „{meant}“; ja tā ir citam nolūkam, dodiet tai "
            "nosaukumu, kas nav tik līdzīgs.",
        ),
        en=(
            "The column “{column}” is not used; was “{meant}” meant? Without it the "
            "interview would run differently.",
            "Rename the column “{meant}”; if it has another purpose, give it a name less alike.",
        ),
        ru=(
            "Столбец «{column}» не используется; имелся в виду «{meant}»? Без него "
            "интервью шло бы иначе.",
            "Переименуйте столбец в «{meant}»; если он для другого, назовите его не так похоже.",
        ),
    ),
    "exchange-column-twice": Fault(
        "error",
        lv=(
            "Divas kolonnas nozīmē vienu un to pašu: šī un „{first}“.",
            "Atstājiet tikai vienu no tām.",
        ),
        en=(
            "Two columns mean the same: this one and “{first}”.",
            "Keep only one of them.",
        ),
        ru=(
            "Два столбца означают одно и то же: этот и «{first}».",
            "Оставьте только один из них.",
        ),
    ),
    "exchange-column-language": Fault(
        "warning",
        lv=(
            "Kolonna ir valodā, kurā nav neviena jautājuma teksta.",
            "Izlabojiet valodas kodu nosaukuma beigās (anketas valodas: {langs}) vai "
            "pievienojiet jautājumu tekstus šajā valodā.",
        ),
        en=(
            "The column is in a language that no question has a text in.",
            "Correct the language code at the end of its name (languages of the form: "
            "{langs}), or add question texts in this language.",
        ),
        ru=(
            "Столбец на языке, на котором нет текста ни у одного вопроса.",
            "Исправьте код языка в конце названия (языки анкеты: {langs}) или добавьте "
            "тексты вопросов на этом языке.",
        ),
    ),
    "exchange-column-ignored": Fault(
        "warning",
        lv=(
            "Kolonna „{column}“ šeit netiek izmantota.",
            "Pārliecinieties, ka bez tās intervija ir tāda, kā vajag; tad kolonnu var atstāt.",
        ),
        en=(
            "The column “{column}” is not used here.",
            "See that the interview is as it should be without it; then the column may stay.",
        ),
        ru=(
            "Столбец «{column}» здесь не используется.",
            "Убедитесь, что интервью и без него такое, как нужно; тогда столбец можно оставить.",
        ),
    ),
    "exchange-media-ignored": Fault(
        "note",
        lv=(
            "Attēli, skaņas un video pie jautājumu tekstiem netiek rādīti.",
            "Pārliecinieties, ka teksti ir saprotami arī bez tiem.",
        ),
        en=(
            "Images, sounds and videos beside question texts are not shown.",
            "See that the texts are clear without them.",
        ),
        ru=(
            "Изображения, звуки и видео рядом с текстами вопросов не показываются.",
            "Убедитесь, что тексты понятны и без них.",
        ),
    ),
    "exchange-default-language": Fault(
        "warning",
        lv=(
            "Iestatījumos noklusējuma valoda ir „{language}“, bet tādas valodas kolonnu nav.",
            "Rakstiet to tieši tā, kā kolonnas nosaukumā aiz ::, piemēram, Latviešu (lv).",
        ),
        en=(
            "The settings name “{language}” as the default language, but no column has it.",
            "Write it just as in a column's name after ::, such as English (en).",
        ),
        ru=(
            "В настройках язык по умолчанию «{language}», но столбцов с таким языком нет.",
            "Напишите его точно так, как в названии столбца после ::, например Русский (ru).",
        ),
    ),
    "exchange-pyxform-refuses": Fault(
        "error",
        lv=(
            "pyxform, kas lasa XLSForm visās programmās, šo anketu nepieņem: {message}",
            "Izlabojiet to, ko tas nosauc, lai anketa derētu arī citām programmām.",
        ),
        en=(
            "pyxform, which reads XLSForm for all programs, does not take this form: {message}",
            "Mend what it names, so that the form is good for other programs too.",
        ),
        ru=(
            "pyxform, который читает XLSForm для всех программ, не принимает эту анкету: {message}",
            "Исправьте то, что он называет, чтобы анкета годилась и для других программ.",
        ),
    ),
    "exchange-pyxform-crashes": Fault(
        "warning",
        lv=(
            "pyxform pie šīs anketas pārtrūka, nepateicis, kas nav kārtībā: {message}",
            "Anketu šī programma nolasīja pati; citas programmas to varētu nepieņemt.",
        ),
        en=(
            "pyxform broke down over this form without saying what is wrong: {message}",
            "This program has read the form itself; other programs might not take it.",
        ),
        ru=(
            "pyxform сломался на этой анкете, не сказав, что не так: {message}",
            "Эта программа прочитала анкету сама; другие программы могут её не принять.",
        ),
    ),
    "exchange-pyxform-remarks": Fault(
        "note",
        lv=(
            "pyxform piezīme: {message}",
            "Apsveriet, vai tas jālabo.",
        ),
        en=(
            "A remark by pyxform: {message}",
            "Consider whether it needs mending.",
        ),
        ru=(
            "Замечание pyxform: {message}",
            "Подумайте, нужно ли это исправить.",
        ),
    ),
}
