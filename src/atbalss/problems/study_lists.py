"""Faults of lists, single questions and translations; part of the room `study`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

LIST_FAULTS: dict[str, Fault] = {
    "study-code-twice": Fault(
        "error",
        lv=(
            "Sarakstā {list} kods {option} ir divreiz.",
            "Dodiet otrajai atbildei citu kodu.",
        ),
        en=(
            "The list {list} has the code {option} twice.",
            "Give the second option another code.",
        ),
        ru=(
            "В списке {list} код {option} стоит дважды.",
            "Дайте второму варианту другой код.",
        ),
    ),
    "study-label-twice": Fault(
        "warning",
        lv=(
            "Sarakstā {list} atbildes {first} un {option} sauc vienādi: „{label}“.",
            "Nosauciet tās tā, lai cilvēks tās atšķir, vai atstājiet vienu.",
        ),
        en=(
            "In the list {list} the options {first} and {option} have the same label: “{label}”.",
            "Word them so that a person can tell them apart, or keep one.",
        ),
        ru=(
            "В списке {list} варианты {first} и {option} названы одинаково: «{label}».",
            "Назовите их так, чтобы их можно было различить, или оставьте один.",
        ),
    ),
    "study-net-empty": Fault(
        "warning",
        lv=(
            "Apkopojumā {net} (saraksts {list}) nav nevienas atbildes.",
            "Ierakstiet {net} atbilžu kolonnā net vai izņemiet apkopojumu.",
        ),
        en=(
            "The net {net} of the list {list} has no members.",
            "Write {net} in the column net of its options, or take the net out.",
        ),
        ru=(
            "В сводной группе {net} (список {list}) нет ни одного варианта.",
            "Впишите {net} в столбец net её вариантов или уберите группу.",
        ),
    ),
    "study-band-empty": Fault(
        "warning",
        lv=(
            "Skalas joslā {net} (saraksts {list}) nav nevienas atbildes.",
            "Ierakstiet {net} atbilžu kolonnā band vai izņemiet joslu.",
        ),
        en=(
            "The band {net} of the list {list} has no members.",
            "Write {net} in the column band of its options, or take the band out.",
        ),
        ru=(
            "В полосе шкалы {net} (список {list}) нет ни одного варианта.",
            "Впишите {net} в столбец band её вариантов или уберите полосу.",
        ),
    ),
    "study-list-unused": Fault(
        "note",
        lv=(
            "Sarakstu {list} nelieto neviens jautājums.",
            "Ja tas nav vajadzīgs, izņemiet to.",
        ),
        en=(
            "No question uses the list {list}.",
            "If it is not needed, take it out.",
        ),
        ru=(
            "Список {list} не использует ни один вопрос.",
            "Если он не нужен, уберите его.",
        ),
    ),
    "study-exclusive-single": Fault(
        "warning",
        lv=(
            "Atbilde {option} izslēdz citas, bet jautājumā {name} tāpat var izvēlēties "
            "tikai vienu.",
            "Izņemiet exclusive vai mainiet jautājuma veidu uz select_multiple.",
        ),
        en=(
            "The option {option} excludes others, but the question {name} takes one answer only "
            "anyway.",
            "Take exclusive out, or make the question a select_multiple.",
        ),
        ru=(
            "Вариант {option} исключает другие, но в вопросе {name} и так можно выбрать "
            "только один.",
            "Уберите exclusive или сделайте вопрос select_multiple.",
        ),
    ),
    "study-name-twice": Fault(
        "error",
        lv=(
            "Jautājums {name} ir divreiz.",
            "Dodiet otrajam jautājumam citu nosaukumu.",
        ),
        en=(
            "There are two questions called {name}.",
            "Give the second question another name.",
        ),
        ru=(
            "Вопрос {name} есть дважды.",
            "Дайте второму вопросу другое имя.",
        ),
    ),
    "study-soft-silent": Fault(
        "warning",
        lv=(
            "Jautājuma {name} mīkstajai pārbaudei nav paziņojuma.",
            "Ierakstiet kolonnā soft_message, kas atbildē ir neparasts.",
        ),
        en=(
            "The soft check of the question {name} has no message.",
            "Write in the column soft_message what is unusual about the answer.",
        ),
        ru=(
            "У мягкой проверки вопроса {name} нет сообщения.",
            "Впишите в столбец soft_message, что в ответе необычного.",
        ),
    ),
    "study-constraint-silent": Fault(
        "note",
        lv=(
            "Jautājuma {name} nosacījumam nav paziņojuma: respondents neuzzinās, kas jālabo.",
            "Ierakstiet to kolonnā constraint_message.",
        ),
        en=(
            "The constraint of the question {name} has no message: respondents are not told "
            "what to mend.",
            "Write one in the column constraint_message.",
        ),
        ru=(
            "У условия вопроса {name} нет сообщения: респондент не узнает, что исправить.",
            "Впишите его в столбец constraint_message.",
        ),
    ),
    "study-open-uncoded": Fault(
        "note",
        lv=(
            "Atvērtajam jautājumam {name} nav kodu saraksta, tāpēc tā atbildes nebūs tabulās.",
            "Ja tās jātabulē, nosauciet kolonnā codeframe sarakstu no codeframes.md.",
        ),
        en=(
            "The open question {name} has no code frame, so its answers will be in no table.",
            "If they are to be tabulated, name a list of codeframes.md in the column codeframe.",
        ),
        ru=(
            "У открытого вопроса {name} нет списка кодов, поэтому его ответов не будет в таблицах.",
            "Если их надо табулировать, назовите в столбце codeframe список из codeframes.md.",
        ),
    ),
    "study-default-code": Fault(
        "error",
        lv=(
            "Jautājuma {name} sākuma vērtības {value} nav sarakstā {list}.",
            "Izlabojiet kolonnu default vai izņemiet to.",
        ),
        en=(
            "The default {value} of the question {name} is not in the list {list}.",
            "Correct the column default, or leave it empty.",
        ),
        ru=(
            "Начального значения {value} вопроса {name} нет в списке {list}.",
            "Исправьте столбец default или оставьте его пустым.",
        ),
    ),
    "study-default-number": Fault(
        "error",
        lv=(
            "Jautājuma {name} sākuma vērtība {value} nav derīgs skaitlis.",
            "Izlabojiet kolonnu default vai izņemiet to.",
        ),
        en=(
            "The default {value} of the question {name} is no number that fits.",
            "Correct the column default, or leave it empty.",
        ),
        ru=(
            "Начальное значение {value} вопроса {name} — не подходящее число.",
            "Исправьте столбец default или оставьте его пустым.",
        ),
    ),
    "study-default-refused": Fault(
        "error",
        lv=(
            "Jautājuma {name} sākuma vērtība {value} neatbilst paša jautājuma nosacījumam.",
            "Saskaņojiet kolonnas default un constraint.",
        ),
        en=(
            "The default {value} of the question {name} does not meet the question's own "
            "constraint.",
            "Make the columns default and constraint agree.",
        ),
        ru=(
            "Начальное значение {value} вопроса {name} не отвечает условию самого вопроса.",
            "Согласуйте столбцы default и constraint.",
        ),
    ),
    "study-translation": Fault(
        "warning",
        lv=(
            "Tekstam „{text}“ nav tulkojuma: {langs}.",
            "Ierakstiet trūkstošo tulkojumu.",
        ),
        en=(
            "The text “{text}” lacks a translation: {langs}.",
            "Write the missing translation.",
        ),
        ru=(
            "У текста «{text}» нет перевода: {langs}.",
            "Впишите недостающий перевод.",
        ),
    ),
}
