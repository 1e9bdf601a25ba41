"""Faults of what rows name: lists, filters, texts, code frames; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

NAMED_FAULTS: dict[str, Fault] = {
    "exchange-list-missing": Fault(
        "error",
        lv=(
            "Saraksta „{list}“ lapā choices nav vai tas ir tukšs.",
            "Pievienojiet lapā choices rindas, kurām list_name ir „{list}“.",
        ),
        en=(
            "The list “{list}” is not on the sheet choices, or it is empty.",
            "Add rows with list_name “{list}” to the sheet choices.",
        ),
        ru=(
            "Списка «{list}» на листе choices нет, или он пуст.",
            "Добавьте на лист choices строки, у которых list_name «{list}».",
        ),
    ),
    "exchange-list-slip": Fault(
        "error",
        lv=(
            "Saraksta „{list}“ lapā choices nav; vai bija domāts „{meant}“?",
            "Rakstiet „{meant}“ vai pievienojiet sarakstu „{list}“ lapā choices.",
        ),
        en=(
            "The list “{list}” is not on the sheet choices; was “{meant}” meant?",
            "Write “{meant}”, or add the list “{list}” to the sheet choices.",
        ),
        ru=(
            "Списка «{list}» на листе choices нет; имелся в виду «{meant}»?",
            "Напишите «{meant}» или добавьте список «{list}» на лист choices.",
        ),
    ),
    "exchange-filter-column": Fault(
        "error",
        lv=(
            "Filtrs lasa kolonnu „{column}“, bet saraksta „{list}“ rindām tādas nav.",
            "Pievienojiet kolonnu „{column}“ lapai choices; ja tas ir teksts, lieciet "
            "to apostrofos.",
        ),
        en=(
            "The filter reads the column “{column}”, which the rows of the list "
            "“{list}” do not have.",
            "Add the column “{column}” to the sheet choices; if it is a text, put it in "
            "apostrophes.",
        ),
        ru=(
            "Фильтр читает столбец «{column}», которого у строк списка «{list}» нет.",
            "Добавьте столбец «{column}» на лист choices; если это текст, возьмите его "
            "в апострофы.",
        ),
    ),
    "exchange-filter-slip": Fault(
        "error",
        lv=(
            "Filtrs lasa kolonnu „{column}“, bet saraksta „{list}“ rindām tādas nav; "
            "vai bija domāta „{meant}“?",
            "Rakstiet „{meant}“ vai pievienojiet kolonnu „{column}“ lapai choices.",
        ),
        en=(
            "The filter reads the column “{column}”, which the rows of the list "
            "“{list}” do not have; was “{meant}” meant?",
            "Write “{meant}”, or add the column “{column}” to the sheet choices.",
        ),
        ru=(
            "Фильтр читает столбец «{column}», которого у строк списка «{list}» нет; "
            "имелся в виду «{meant}»?",
            "Напишите «{meant}» или добавьте столбец «{column}» на лист choices.",
        ),
    ),
    "exchange-text-unknown": Fault(
        "error",
        lv=(
            "Tekstā nosaukts ${{{name}}}, bet tāda jautājuma nav.",
            "Izlabojiet nosaukumu figūriekavās vai pievienojiet jautājumu.",
        ),
        en=(
            "The text names ${{{name}}}, but there is no such question.",
            "Correct the name in the braces, or add the question.",
        ),
        ru=(
            "В тексте назван ${{{name}}}, но такого вопроса нет.",
            "Исправьте имя в фигурных скобках или добавьте вопрос.",
        ),
    ),
    "exchange-text-slip": Fault(
        "error",
        lv=(
            "Tekstā nosaukts ${{{name}}}, bet tāda jautājuma nav; vai bija domāts ${{{meant}}}?",
            "Rakstiet ${{{meant}}}.",
        ),
        en=(
            "The text names ${{{name}}}, but there is no such question; was ${{{meant}}} meant?",
            "Write ${{{meant}}}.",
        ),
        ru=(
            "В тексте назван ${{{name}}}, но такого вопроса нет; имелся в виду ${{{meant}}}?",
            "Напишите ${{{meant}}}.",
        ),
    ),
    "exchange-frame-missing": Fault(
        "error",
        lv=(
            "Kodu saraksta „{frame}“ failā codeframes.md nav.",
            "Pievienojiet to tur vai izlabojiet nosaukumu kolonnā codeframe.",
        ),
        en=(
            "The code frame “{frame}” is not in codeframes.md.",
            "Add it there, or correct the name in the column codeframe.",
        ),
        ru=(
            "Кодировочного списка «{frame}» в codeframes.md нет.",
            "Добавьте его туда или исправьте имя в столбце codeframe.",
        ),
    ),
    "exchange-frame-not-open": Fault(
        "error",
        lv=(
            "Kodu saraksts „{frame}“ ir pie jautājuma, kas nav atvērts.",
            "Izdzēsiet šūnu codeframe vai mainiet tipu uz text.",
        ),
        en=(
            "The code frame “{frame}” stands at a question that is not open.",
            "Clear the cell codeframe, or change the type to text.",
        ),
        ru=(
            "Кодировочный список «{frame}» стоит у вопроса, который не открытый.",
            "Очистите ячейку codeframe или измените тип на text.",
        ),
    ),
    "exchange-word-unknown": Fault(
        "error",
        lv=(
            "„{word}“ šeit nav saprotams.",
            "Rakstiet kādu no šiem: {known}; vai atstājiet šūnu tukšu.",
        ),
        en=(
            "“{word}” is not understood here.",
            "Write one of these: {known}; or leave the cell empty.",
        ),
        ru=(
            "«{word}» здесь непонятно.",
            "Напишите одно из этих: {known}; или оставьте ячейку пустой.",
        ),
    ),
}
