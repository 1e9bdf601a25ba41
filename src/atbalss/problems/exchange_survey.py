"""Faults of rows of the sheet `survey`; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

SURVEY_FAULTS: dict[str, Fault] = {
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
            "Izmantojiet kādu no XLSForm tipiem; tos uzskaita docs/xlsform.md.",
        ),
        en=(
            "Nobody knows a question type “{type}”.",
            "Use one of XLSForm's types; docs/xlsform.md lists them.",
        ),
        ru=(
            "Типа вопроса «{type}» никто не знает.",
            "Используйте один из типов XLSForm; они перечислены в docs/xlsform.md.",
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
    "exchange-name-missing": Fault(
        "error",
        lv=(
            "Rindai nav nosaukuma.",
            "Ierakstiet kolonnā name īsu nosaukumu bez atstarpēm.",
        ),
        en=(
            "The row has no name.",
            "Write a short name without blanks into the column name.",
        ),
        ru=(
            "У строки нет имени.",
            "Впишите в столбец name короткое имя без пробелов.",
        ),
    ),
    "exchange-name-bad": Fault(
        "error",
        lv=(
            "„{name}“ neder par nosaukumu.",
            "Sāciet nosaukumu ar burtu vai pasvītrojumu; tālāk drīkst būt burti, "
            "cipari, _ - un punkts, bet ne atstarpes.",
        ),
        en=(
            "“{name}” cannot be a name.",
            "Begin the name with a letter or an underscore; then letters, digits, _ - "
            "and dots may follow, but no blanks.",
        ),
        ru=(
            "«{name}» не годится в качестве имени.",
            "Начните имя с буквы или подчёркивания; дальше можно буквы, цифры, _ - и "
            "точку, но не пробелы.",
        ),
    ),
    "exchange-name-reserved": Fault(
        "error",
        lv=(
            "Nosaukums „{name}“ ir aizņemts: atbilžu failā tāda kolonna jau ir.",
            "Nosauciet jautājumu citādi, piemēram, resp_{name}.",
        ),
        en=(
            "The name “{name}” is taken: files of answers have such a column already.",
            "Name the question otherwise, such as resp_{name}.",
        ),
        ru=(
            "Имя «{name}» занято: в файле ответов такой столбец уже есть.",
            "Назовите вопрос иначе, например resp_{name}.",
        ),
    ),
    "exchange-name-twice": Fault(
        "error",
        lv=(
            "Nosaukums „{name}“ jau ir {row}. rindā.",
            "Dodiet katram jautājumam savu nosaukumu, arī tad, ja jautājumi ir dažādās grupās.",
        ),
        en=(
            "The name “{name}” is already in row {row}.",
            "Give each question a name of its own, in different groups too.",
        ),
        ru=(
            "Имя «{name}» уже есть в строке {row}.",
            "Дайте каждому вопросу своё имя, даже если вопросы в разных группах.",
        ),
    ),
    "exchange-group-twice": Fault(
        "warning",
        lv=(
            "Grupas nosaukums „{name}“ jau ir citai grupai.",
            "Dodiet katrai grupai savu nosaukumu.",
        ),
        en=(
            "Another group is already called “{name}”.",
            "Give each group a name of its own.",
        ),
        ru=(
            "Группа с именем «{name}» уже есть.",
            "Дайте каждой группе своё имя.",
        ),
    ),
    "exchange-end-alone": Fault(
        "error",
        lv=(
            "Te kaut kas beidzas ({what}), bet nekas nav sākts.",
            "Izdzēsiet šo rindu vai pievienojiet tai atbilstošo begin_{what}.",
        ),
        en=(
            "Something ends here ({what}), but nothing is open.",
            "Delete this row, or add the begin_{what} that belongs to it.",
        ),
        ru=(
            "Здесь что-то заканчивается ({what}), но ничего не начато.",
            "Удалите эту строку или добавьте соответствующую begin_{what}.",
        ),
    ),
    "exchange-end-other": Fault(
        "error",
        lv=(
            "Te beidzas {what}, bet {row}. rindā sākts {opened}.",
            "Rakstiet end_{opened} vai izlabojiet {row}. rindu.",
        ),
        en=(
            "A {what} ends here, but row {row} began a {opened}.",
            "Write end_{opened}, or correct row {row}.",
        ),
        ru=(
            "Здесь заканчивается {what}, но в строке {row} начат {opened}.",
            "Напишите end_{opened} или исправьте строку {row}.",
        ),
    ),
    "exchange-never-ends": Fault(
        "error",
        lv=(
            "„{name}“ te sākas, bet nekur nebeidzas.",
            "Pievienojiet rindu end_{what} aiz pēdējā jautājuma, kas tam pieder.",
        ),
        en=(
            "“{name}” begins here, but ends nowhere.",
            "Add a row end_{what} after the last question that belongs to it.",
        ),
        ru=(
            "«{name}» здесь начинается, но нигде не заканчивается.",
            "Добавьте строку end_{what} после последнего вопроса, который сюда относится.",
        ),
    ),
    "exchange-no-label": Fault(
        "warning",
        lv=(
            "Jautājumam „{name}“ nav teksta.",
            "Ierakstiet jautājuma tekstu kolonnā label.",
        ),
        en=(
            "The question “{name}” has no text.",
            "Write the question's text into the column label.",
        ),
        ru=(
            "У вопроса «{name}» нет текста.",
            "Впишите текст вопроса в столбец label.",
        ),
    ),
    "exchange-no-calculation": Fault(
        "warning",
        lv=(
            "Aprēķinam nav izteiksmes, tāpēc tas vienmēr būs tukšs.",
            "Ierakstiet izteiksmi kolonnā calculation vai izdzēsiet rindu.",
        ),
        en=(
            "The calculation has no expression, so it will always be empty.",
            "Write an expression into the column calculation, or delete the row.",
        ),
        ru=(
            "У вычисления нет выражения, поэтому оно всегда будет пустым.",
            "Впишите выражение в столбец calculation или удалите строку.",
        ),
    ),
    "exchange-calculation-hidden": Fault(
        "warning",
        lv=(
            "„{name}“ nav ne maināms, ne uzdodams: to tikai aprēķina, un intervijā tas "
            "nav redzams.",
            "Ja rezultāts jāparāda, pievienojiet note ar ${{{name}}} tekstā.",
        ),
        en=(
            "“{name}” can neither be changed nor asked: it is only computed, and the "
            "interview does not show it.",
            "To show the result, add a note with ${{{name}}} in its text.",
        ),
        ru=(
            "«{name}» нельзя ни изменить, ни спросить: он только вычисляется и в "
            "интервью не виден.",
            "Чтобы показать результат, добавьте note с ${{{name}}} в тексте.",
        ),
    ),
    "exchange-calculation-default": Fault(
        "warning",
        lv=(
            "Jautājumu „{name}“ gan uzdod, gan aprēķina; aprēķins te ir tikai sākotnējā atbilde.",
            "Ja atbildi nedrīkst mainīt, izmantojiet tipu calculate.",
        ),
        en=(
            "The question “{name}” is both asked and computed; the calculation here "
            "only gives the first answer.",
            "If the answer must not be changed, use the type calculate.",
        ),
        ru=(
            "Вопрос «{name}» и задаётся, и вычисляется; вычисление здесь даёт только "
            "начальный ответ.",
            "Если менять ответ нельзя, используйте тип calculate.",
        ),
    ),
    "exchange-appearance-device": Fault(
        "warning",
        lv=(
            "Izskats „{appearance}“ prasa ierīces vai citas lietotnes palīdzību; te "
            "atbildi vienkārši ieraksta.",
            "Pārliecinieties, ka uz jautājumu var atbildēt arī tā.",
        ),
        en=(
            "The appearance “{appearance}” needs a device or another app; here the "
            "answer is simply typed.",
            "See that the question can be answered like that.",
        ),
        ru=(
            "Вид «{appearance}» требует устройства или другого приложения; здесь ответ "
            "просто вводят.",
            "Убедитесь, что на вопрос можно ответить и так.",
        ),
    ),
    "exchange-last-saved": Fault(
        "warning",
        lv=(
            "Sākotnējā atbilde no iepriekšējās intervijas (last-saved#) te netiek ņemta.",
            "Pārliecinieties, ka uz jautājumu var atbildēt bez tās.",
        ),
        en=(
            "The first answer from the interview before (last-saved#) is not taken here.",
            "See that the question can be answered without it.",
        ),
        ru=(
            "Начальный ответ из предыдущего интервью (last-saved#) здесь не берётся.",
            "Убедитесь, что на вопрос можно ответить без него.",
        ),
    ),
    "exchange-range": Fault(
        "error",
        lv=(
            "Skalas robežas nav saprotamas: „{parameters}“.",
            "Rakstiet, piemēram, start=1 end=10 step=1: solis nav nulle un nav lielāks "
            "par attālumu starp galiem.",
        ),
        en=(
            "The bounds of the range are not understood: “{parameters}”.",
            "Write such as start=1 end=10 step=1: a step that is not zero and not "
            "larger than the way between the ends.",
        ),
        ru=(
            "Границы шкалы непонятны: «{parameters}».",
            "Напишите, например, start=1 end=10 step=1: шаг не нулевой и не больше "
            "расстояния между концами.",
        ),
    ),
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
