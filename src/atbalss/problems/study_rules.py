"""Faults of a rule that cannot be read; part of the room `study`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

RULE_FAULTS: dict[str, Fault] = {
    "study-rule-empty": Fault(
        "error",
        lv=("Izteiksme ir tukša.", "Ierakstiet nosacījumu vai atstājiet šūnu pavisam tukšu."),
        en=("The expression is empty.", "Write a condition, or leave the cell quite empty."),
        ru=("Выражение пустое.", "Впишите условие или оставьте ячейку совсем пустой."),
    ),
    "study-rule-syntax": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} nav saprotams {position}. rakstzīmē sākošais „{near}“.",
            "Pārrakstiet šo vietu: jautājumus raksta kā ${{nosaukums}}, tekstus – apostrofos, "
            "salīdzina ar = != < <= > >=, saista ar and un or.",
        ),
        en=(
            "In the expression {rule}, what begins at character {position} is not understood: "
            "{near}",
            "Rewrite this place: questions are written as ${{name}}, texts in apostrophes, "
            "comparisons with = != < <= > >=, joined by and and or.",
        ),
        ru=(
            "В выражении {rule} непонятно то, что начинается со знака {position}: {near}",
            "Перепишите это место: вопросы записывают как ${{name}}, тексты — в апострофах, "
            "сравнивают знаками = != < <= > >=, связывают словами and и or.",
        ),
    ),
    "study-rule-ends": Fault(
        "error",
        lv=(
            "Izteiksme {rule} pārtrūkst: {position}. rakstzīmes vietā vēl kaut kā trūkst.",
            "Pabeidziet izteiksmi; pārbaudiet, vai katrai iekavai ir pāris.",
        ),
        en=(
            "The expression {rule} breaks off: something is missing at character {position}.",
            "Finish the expression; see that each bracket has its pair.",
        ),
        ru=(
            "Выражение {rule} обрывается: на месте знака {position} чего-то не хватает.",
            "Закончите выражение; проверьте, что у каждой скобки есть пара.",
        ),
    ),
    "study-rule-quote": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} {position}. rakstzīmē atvērtās pēdiņas nav aizvērtas.",
            "Aizveriet tekstu ar tādām pašām pēdiņām, ar kādām tas atvērts.",
        ),
        en=(
            "In the expression {rule} the quotation mark at character {position} is not closed.",
            "Close the text with the same mark that opens it.",
        ),
        ru=(
            "В выражении {rule} кавычка, открытая на знаке {position}, не закрыта.",
            "Закройте текст такой же кавычкой, какой он открыт.",
        ),
    ),
    "study-rule-quotes": Fault(
        "error",
        lv=(
            "Izteiksmes {rule} tekstā, kas sākas {position}. rakstzīmē, ir gan ', gan \".",
            "Saliekiet šo tekstu ar concat() no divām daļām.",
        ),
        en=(
            "In the expression {rule} the text that begins at character {position} "
            "holds both ' and \".",
            "Put this text together from two parts with concat().",
        ),
        ru=(
            "В выражении {rule} текст, начинающийся со знака {position}, содержит и ', и \".",
            "Соберите этот текст из двух частей функцией concat().",
        ),
    ),
    "study-rule-path": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} {position}. rakstzīmē sākas ceļš („{near}“); "
            "ceļus šī programma nelasa.",
            "Nosauciet jautājumu kā ${{nosaukums}}.",
        ),
        en=(
            "In the expression {rule} a path begins at character {position} ({near}); "
            "paths are not read here.",
            "Name the question as ${{name}}.",
        ),
        ru=(
            "В выражении {rule} на знаке {position} начинается путь ({near}); "
            "пути здесь не читаются.",
            "Назовите вопрос как ${{name}}.",
        ),
    ),
    "study-rule-function-unknown": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} ir funkcija {name}(), kādas nav.",
            "Izlabojiet funkcijas nosaukumu; visas zināmās funkcijas uzskaita dokumentācijas "
            "nodaļa „Rules“.",
        ),
        en=(
            "The expression {rule} calls the function {name}(), which does not exist.",
            "Correct the function's name; the chapter “Rules” of the documentation lists all "
            "that are known.",
        ),
        ru=(
            "В выражении {rule} вызвана функция {name}(), которой нет.",
            "Исправьте название функции; все известные перечислены в главе документации «Rules».",
        ),
    ),
    "study-rule-function-refused": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} ir {name}: tam vajadzīgi atkārtojumi, citi faili vai ierīce, "
            "kuru šai intervijai nav.",
            "Pārrakstiet izteiksmi bez {name}, piemēram, nosaucot katru jautājumu atsevišķi.",
        ),
        en=(
            "The expression {rule} uses {name}, which needs repeats, other files or a device "
            "that this interview does not have.",
            "Rewrite the expression without {name}, for example by naming each question.",
        ),
        ru=(
            "В выражении {rule} есть {name}: для этого нужны повторы, другие файлы или устройство, "
            "которых у этого интервью нет.",
            "Перепишите выражение без {name}, например назвав каждый вопрос отдельно.",
        ),
    ),
    "study-rule-arity": Fault(
        "error",
        lv=(
            "Izteiksmē {rule} funkcijai {name}() dotie argumenti: {given}; vajadzīgie: {wanted}.",
            "Pielieciet trūkstošos vai izņemiet liekos argumentus; tos šķir ar komatu.",
        ),
        en=(
            "In the expression {rule} the function {name}() is given {given} argument(s), "
            "but takes {wanted}.",
            "Add the missing arguments or take out those too many; they are parted by commas.",
        ),
        ru=(
            "В выражении {rule} функции {name}() дано аргументов: {given}; нужно: {wanted}.",
            "Добавьте недостающие аргументы или уберите лишние; их разделяют запятыми.",
        ),
    ),
    "study-rule-deep": Fault(
        "error",
        lv=(
            "Izteiksme {rule} ir pārāk dziļa: tajā ir vairāk nekā {limit} līmeņu.",
            "Sadaliet to vairākos aprēķinos (calculate) un atsaucieties uz tiem.",
        ),
        en=(
            "The expression {rule} is too deep: it has more than {limit} levels.",
            "Divide it into several calculations (calculate) and refer to them.",
        ),
        ru=(
            "Выражение {rule} слишком глубокое: в нём больше {limit} уровней.",
            "Разделите его на несколько вычислений (calculate) и ссылайтесь на них.",
        ),
    ),
}
