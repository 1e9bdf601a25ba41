"""Faults of rows of the sheets `choices` and `nets`; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

CHOICES_FAULTS: dict[str, Fault] = {
    "exchange-choice-no-list": Fault(
        "warning",
        lv=(
            "Atbilžu rindai nav saraksta nosaukuma, tāpēc tā netiek izmantota.",
            "Ierakstiet kolonnā list_name, kuram sarakstam tā pieder.",
        ),
        en=(
            "The row of an option names no list, so it is not used.",
            "Write the list it belongs to into the column list_name.",
        ),
        ru=(
            "У строки ответа нет имени списка, поэтому она не используется.",
            "Впишите в столбец list_name, к какому списку она относится.",
        ),
    ),
    "exchange-code-twice": Fault(
        "error",
        lv=(
            "Kods „{option}“ sarakstā „{list}“ ir divreiz.",
            "Dodiet katrai atbildei savu kodu.",
        ),
        en=(
            "The code “{option}” is in the list “{list}” twice.",
            "Give each option a code of its own.",
        ),
        ru=(
            "Код «{option}» встречается в списке «{list}» дважды.",
            "Дайте каждому ответу свой код.",
        ),
    ),
    "exchange-code-no-name": Fault(
        "error",
        lv=(
            "Atbildei ir teksts, bet nav koda.",
            "Ierakstiet kodu kolonnā name.",
        ),
        en=(
            "The option has a text, but no code.",
            "Write a code into the column name.",
        ),
        ru=(
            "У ответа есть текст, но нет кода.",
            "Впишите код в столбец name.",
        ),
    ),
    "exchange-code-blank": Fault(
        "warning",
        lv=(
            "Kodā „{option}“ ir atstarpe.",
            "Aizstājiet atstarpi ar pasvītrojumu: vairāku atbilžu jautājumos ar "
            "atstarpi šķir kodus.",
        ),
        en=(
            "The code “{option}” holds a blank.",
            "Replace the blank by an underscore: in multiple answers blanks part the codes.",
        ),
        ru=(
            "В коде «{option}» есть пробел.",
            "Замените пробел подчёркиванием: в вопросах с несколькими ответами пробелом "
            "разделяют коды.",
        ),
    ),
    "exchange-code-blank-multiple": Fault(
        "error",
        lv=(
            "Saraksta „{list}“ kodā „{option}“ (lapas choices {row}. rinda) ir "
            "atstarpe, bet ar atstarpi šķir vairākas atbildes.",
            "Aizstājiet atstarpi ar pasvītrojumu.",
        ),
        en=(
            "The code “{option}” of the list “{list}” (sheet choices, row {row}) holds "
            "a blank, but blanks part multiple answers.",
            "Replace the blank by an underscore.",
        ),
        ru=(
            "В коде «{option}» списка «{list}» (лист choices, строка {row}) есть "
            "пробел, а пробелом разделяют несколько ответов.",
            "Замените пробел подчёркиванием.",
        ),
    ),
    "exchange-code-no-label": Fault(
        "warning",
        lv=(
            "Kodam „{option}“ nav teksta.",
            "Ierakstiet atbildes tekstu kolonnā label.",
        ),
        en=(
            "The code “{option}” has no text.",
            "Write the option's text into the column label.",
        ),
        ru=(
            "У кода «{option}» нет текста.",
            "Впишите текст ответа в столбец label.",
        ),
    ),
    "exchange-score": Fault(
        "error",
        lv=(
            "Punkti „{score}“ nav skaitlis.",
            "Ierakstiet kolonnā score skaitli ar decimālo punktu vai atstājiet to tukšu.",
        ),
        en=(
            "The score “{score}” is no number.",
            "Write a number with a decimal point into the column score, or leave it empty.",
        ),
        ru=(
            "Баллы «{score}» — не число.",
            "Впишите в столбец score число с десятичной точкой или оставьте его пустым.",
        ),
    ),
    "exchange-net-no-name": Fault(
        "error",
        lv=(
            "Apvienojumam nav nosaukuma vai saraksta.",
            "Aizpildiet kolonnas list_name un name vai izdzēsiet rindu.",
        ),
        en=(
            "The net has no name or no list.",
            "Fill the columns list_name and name, or delete the row.",
        ),
        ru=(
            "У объединения нет имени или списка.",
            "Заполните столбцы list_name и name или удалите строку.",
        ),
    ),
    "exchange-net-no-list": Fault(
        "error",
        lv=(
            "Apvienojums „{net}“ attiecas uz sarakstu „{list}“, kura lapā choices nav.",
            "Izlabojiet saraksta nosaukumu vai izdzēsiet rindu.",
        ),
        en=(
            "The net “{net}” is of the list “{list}”, which is not on the sheet choices.",
            "Correct the list's name, or delete the row.",
        ),
        ru=(
            "Объединение «{net}» относится к списку «{list}», которого на листе choices нет.",
            "Исправьте имя списка или удалите строку.",
        ),
    ),
    "exchange-net-twice": Fault(
        "error",
        lv=(
            "Apvienojums „{net}“ sarakstam „{list}“ ir divreiz.",
            "Atstājiet vienu no abām rindām.",
        ),
        en=(
            "The net “{net}” is given twice for the list “{list}”.",
            "Keep one of the two rows.",
        ),
        ru=(
            "Объединение «{net}» для списка «{list}» указано дважды.",
            "Оставьте одну из двух строк.",
        ),
    ),
    "exchange-net-unknown-around": Fault(
        "error",
        lv=(
            "Sarakstā „{list}“ nav apvienojuma „{net}“, kurā būtu jāietilpst citam.",
            "Pievienojiet to lapā nets vai izlabojiet kolonnu inside.",
        ),
        en=(
            "The list “{list}” has no net “{net}” for another to be inside.",
            "Add it to the sheet nets, or correct the column inside.",
        ),
        ru=(
            "В списке «{list}» нет объединения «{net}», в которое входило бы другое.",
            "Добавьте его на лист nets или исправьте столбец inside.",
        ),
    ),
    "exchange-net-circle": Fault(
        "error",
        lv=(
            "Saraksta „{list}“ apvienojums „{net}“ ietilpst pats sevī.",
            "Izlabojiet kolonnu inside tā, lai apvienojumi neveido loku.",
        ),
        en=(
            "The net “{net}” of the list “{list}” is inside itself.",
            "Correct the column inside, so that nets make no circle.",
        ),
        ru=(
            "Объединение «{net}» списка «{list}» входит само в себя.",
            "Исправьте столбец inside, чтобы объединения не образовывали круга.",
        ),
    ),
    "exchange-net-is-code": Fault(
        "error",
        lv=(
            "„{net}“ sarakstā „{list}“ ir gan kods, gan apvienojums.",
            "Pārdēvējiet vienu no tiem, lai skaitļi nesajūk.",
        ),
        en=(
            "“{net}” is both a code and a net of the list “{list}”.",
            "Rename one of them, so that their numbers are not mixed up.",
        ),
        ru=(
            "«{net}» в списке «{list}» — и код, и объединение.",
            "Переименуйте одно из них, чтобы числа не перепутались.",
        ),
    ),
    "exchange-net-undeclared": Fault(
        "warning",
        lv=(
            "Apvienojums „{net}“ nav aprakstīts lapā nets, tāpēc tam nav teksta.",
            "Pievienojiet lapā nets rindu: saraksts „{list}“, nosaukums „{net}“ un teksts.",
        ),
        en=(
            "The net “{net}” is not described on the sheet nets, so it has no text.",
            "Add a row to the sheet nets: list “{list}”, name “{net}” and a text.",
        ),
        ru=(
            "Объединение «{net}» не описано на листе nets, поэтому у него нет текста.",
            "Добавьте на лист nets строку: список «{list}», имя «{net}» и текст.",
        ),
    ),
}
