"""Faults of the column `type` of the sheet `survey`; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

TYPE_FAULTS: dict[str, Fault] = {
    "exchange-type-missing": Fault(
        "error",
        lv=(
            "Rindai ir nosaukums vai teksts, bet nav tipa.",
            "Ierakstiet kolonnā type, kas tas ir, piemēram, text vai note; ja rinda nav "
            "vajadzīga, izdzēsiet to.",
        ),
        en=(
            "The row has a name or a text, but no type.",
            "Write what it is into the column type, such as text or note; delete the "
            "row if it is not needed.",
        ),
        ru=(
            "У строки есть имя или текст, но нет типа.",
            "Впишите в столбец type, что это, например text или note; если строка не "
            "нужна, удалите её.",
        ),
    ),
    "exchange-type-slip": Fault(
        "error",
        lv=(
            "Tādu jautājuma tipu kā „{type}“ neviens nezina; vai bija domāts „{meant}“?",
            "Rakstiet „{meant}“.",
        ),
        en=(
            "Nobody knows a question type “{type}”; was “{meant}” meant?",
            "Write “{meant}”.",
        ),
        ru=(
            "Типа вопроса «{type}» никто не знает; имелся в виду «{meant}»?",
            "Напишите «{meant}».",
        ),
    ),
    "exchange-type-unknown": Fault(
        "error",
        lv=(
            "Tādu jautājuma tipu kā „{type}“ neviens nezina.",
            "Izmantojiet kādu no XLSForm tipiem; tos uzskaita dokumentācijas nodaļa "
            "„Questionnaires: XLSForm“.",
        ),
        en=(
            "Nobody knows a question type “{type}”.",
            "Use one of XLSForm's types; the chapter “Questionnaires: XLSForm” of the "
            "documentation lists them.",
        ),
        ru=(
            "Типа вопроса «{type}» никто не знает.",
            "Используйте один из типов XLSForm; они перечислены в главе документации "
            "«Questionnaires: XLSForm».",
        ),
    ),
    "exchange-refused-repeat": Fault(
        "error",
        lv=(
            "Atkārtojumi („{type}“) netiek atbalstīti.",
            "Izdzēsiet atkārtojumu un uzdodiet jautājumus noteiktu skaitu reižu, katru "
            "savā rindā ar savu nosaukumu.",
        ),
        en=(
            "Repeats (“{type}”) are not supported.",
            "Remove the repeat and ask the questions a fixed number of times, each in a "
            "row of its own with its own name.",
        ),
        ru=(
            "Повторы («{type}») не поддерживаются.",
            "Уберите повтор и задайте вопросы определённое число раз, каждый в своей "
            "строке со своим именем.",
        ),
    ),
    "exchange-refused-geo": Fault(
        "error",
        lv=(
            "Ģeogrāfiskas vietas noteikšana („{type}“) netiek atbalstīta.",
            "Izņemiet šo rindu vai uzdodiet vietu kā izvēles jautājumu, piemēram, pēc novadiem.",
        ),
        en=(
            "Locating a place (“{type}”) is not supported.",
            "Take this row out, or ask for the place as a choice, such as of municipalities.",
        ),
        ru=(
            "Определение места («{type}») не поддерживается.",
            "Уберите эту строку или спросите о месте вопросом с выбором, например из списка краёв.",
        ),
    ),
    "exchange-refused-media": Fault(
        "error",
        lv=(
            "Attēli, skaņas, video un faili kā atbildes („{type}“) netiek atbalstīti.",
            "Izņemiet šo rindu vai uzdodiet jautājumu, uz kuru var atbildēt ar vārdiem.",
        ),
        en=(
            "Images, sounds, videos and files as answers (“{type}”) are not supported.",
            "Take this row out, or ask a question that can be answered in words.",
        ),
        ru=(
            "Изображения, звуки, видео и файлы в качестве ответов («{type}») не поддерживаются.",
            "Уберите эту строку или задайте вопрос, на который можно ответить словами.",
        ),
    ),
    "exchange-refused-barcode": Fault(
        "error",
        lv=(
            "Svītrkodu nolasīšana („{type}“) netiek atbalstīta.",
            "Izmantojiet tipu text un ierakstiet kodu ar roku.",
        ),
        en=(
            "Scanning barcodes (“{type}”) is not supported.",
            "Use the type text and type the code in.",
        ),
        ru=(
            "Считывание штрихкодов («{type}») не поддерживается.",
            "Используйте тип text и вводите код вручную.",
        ),
    ),
    "exchange-refused-external": Fault(
        "error",
        lv=(
            "Atbilžu saraksti citos failos („{type}“) netiek atbalstīti.",
            "Pārceliet sarakstu uz lapu choices un izmantojiet select_one vai select_multiple.",
        ),
        en=(
            "Lists of options in other files (“{type}”) are not supported.",
            "Move the list to the sheet choices and use select_one or select_multiple.",
        ),
        ru=(
            "Списки ответов в других файлах («{type}») не поддерживаются.",
            "Перенесите список на лист choices и используйте select_one или select_multiple.",
        ),
    ),
    "exchange-refused-rank": Fault(
        "error",
        lv=(
            "Sakārtošana pēc svarīguma („{type}“) netiek atbalstīta.",
            "Uzdodiet vairākus select_one jautājumus: pirmais, otrais, trešais svarīgākais.",
        ),
        en=(
            "Ranking (“{type}”) is not supported.",
            "Ask several select_one questions: the most important, the second, the third.",
        ),
        ru=(
            "Ранжирование («{type}») не поддерживается.",
            "Задайте несколько вопросов select_one: самое важное, второе, третье.",
        ),
    ),
    "exchange-refused-cascading": Fault(
        "error",
        lv=(
            "Vecais tips „{type}“ netiek atbalstīts.",
            "Izmantojiet select_one ar kolonnu choice_filter.",
        ),
        en=(
            "The old type “{type}” is not supported.",
            "Use select_one with the column choice_filter.",
        ),
        ru=(
            "Старый тип «{type}» не поддерживается.",
            "Используйте select_one со столбцом choice_filter.",
        ),
    ),
    "exchange-refused-search": Fault(
        "error",
        lv=(
            "Atbilžu meklēšana citā failā (search) netiek atbalstīta.",
            "Pārceliet sarakstu uz lapu choices un izmantojiet choice_filter.",
        ),
        en=(
            "Looking options up in another file (search) is not supported.",
            "Move the list to the sheet choices and use choice_filter.",
        ),
        ru=(
            "Поиск ответов в другом файле (search) не поддерживается.",
            "Перенесите список на лист choices и используйте choice_filter.",
        ),
    ),
    "exchange-not-recorded": Fault(
        "warning",
        lv=(
            "„{type}“ šeit netiek pierakstīts.",
            "Ja tas nav vajadzīgs, rindu var atstāt vai izdzēst.",
        ),
        en=(
            "“{type}” is not recorded here.",
            "If it is not needed, the row may stay or go.",
        ),
        ru=(
            "«{type}» здесь не записывается.",
            "Если это не нужно, строку можно оставить или удалить.",
        ),
    ),
}
