"""Faults of what rules and texts of a questionnaire refer to; part of the room `study`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

NAME_FAULTS: dict[str, Fault] = {
    "study-name-unknown": Fault(
        "error",
        lv=(
            "Izteiksmē nosaukts jautājums {name}, kāda aptaujā nav.",
            "Izlabojiet nosaukumu vai pievienojiet trūkstošo jautājumu.",
        ),
        en=(
            "The expression names the question {name}, which the questionnaire does not have.",
            "Correct the name, or add the missing question.",
        ),
        ru=(
            "В выражении назван вопрос {name}, которого в анкете нет.",
            "Исправьте имя или добавьте недостающий вопрос.",
        ),
    ),
    "study-name-unknown-slip": Fault(
        "error",
        lv=(
            "Izteiksmē nosaukts jautājums {name}, kāda aptaujā nav; ir {meant}.",
            "Ja domāts {meant}, izlabojiet nosaukumu.",
        ),
        en=(
            "The expression names the question {name}, which the questionnaire does not have; "
            "there is {meant}.",
            "If {meant} is meant, correct the name.",
        ),
        ru=(
            "В выражении назван вопрос {name}, которого в анкете нет; есть {meant}.",
            "Если имеется в виду {meant}, исправьте имя.",
        ),
    ),
    "study-text-unknown": Fault(
        "error",
        lv=(
            "Tekstā jāieliek atbilde uz jautājumu {name}, kāda aptaujā nav.",
            "Izlabojiet nosaukumu tekstā vai izņemiet to.",
        ),
        en=(
            "The text is to be filled with the answer to {name}, which the questionnaire does "
            "not have.",
            "Correct the name in the text, or take it out.",
        ),
        ru=(
            "В текст должен подставляться ответ на вопрос {name}, которого в анкете нет.",
            "Исправьте имя в тексте или уберите его.",
        ),
    ),
    "study-text-unknown-slip": Fault(
        "error",
        lv=(
            "Tekstā jāieliek atbilde uz jautājumu {name}, kāda aptaujā nav; ir {meant}.",
            "Ja domāts {meant}, izlabojiet nosaukumu.",
        ),
        en=(
            "The text is to be filled with the answer to {name}, which the questionnaire does "
            "not have; there is {meant}.",
            "If {meant} is meant, correct the name.",
        ),
        ru=(
            "В текст должен подставляться ответ на вопрос {name}, которого в анкете нет; есть "
            "{meant}.",
            "Если имеется в виду {meant}, исправьте имя.",
        ),
    ),
    "study-text-forward": Fault(
        "warning",
        lv=(
            "Tekstā jāieliek atbilde uz jautājumu {name}, kas tobrīd vēl nav uzdots.",
            "Pārceliet jautājumu {name} agrāk vai izņemiet to no teksta.",
        ),
        en=(
            "The text is to be filled with the answer to {name}, which has not been asked by then.",
            "Move the question {name} forward, or take it out of the text.",
        ),
        ru=(
            "В текст должен подставляться ответ на вопрос {name}, который к тому времени ещё не "
            "задан.",
            "Перенесите вопрос {name} раньше или уберите его из текста.",
        ),
    ),
    "study-forward": Fault(
        "warning",
        lv=(
            "Nosacījums atsaucas uz jautājumu {name}, kas tiek uzdots vēlāk: tobrīd atbildes "
            "vēl nav.",
            "Pārceliet jautājumu {name} agrāk vai mainiet nosacījumu.",
        ),
        en=(
            "The condition refers to the question {name}, which is asked later: there is no "
            "answer yet.",
            "Move the question {name} forward, or change the condition.",
        ),
        ru=(
            "Условие ссылается на вопрос {name}, который задаётся позже: ответа ещё нет.",
            "Перенесите вопрос {name} раньше или измените условие.",
        ),
    ),
    "study-forward-computed": Fault(
        "note",
        lv=(
            "Aprēķins atsaucas uz jautājumu {name}, kas tiek uzdots vēlāk; līdz tam tas rēķina "
            "ar tukšu atbildi.",
            "Ja aprēķins vajadzīgs agrāk, pārceliet jautājumu {name}; citādi nav jādara nekas.",
        ),
        en=(
            "The calculation refers to the question {name}, which is asked later; until then it "
            "counts with a blank.",
            "If it is needed earlier, move the question {name}; otherwise nothing need be done.",
        ),
        ru=(
            "Вычисление ссылается на вопрос {name}, который задаётся позже; до того оно считает "
            "с пустым ответом.",
            "Если оно нужно раньше, перенесите вопрос {name}; иначе делать ничего не надо.",
        ),
    ),
    "study-forward-default": Fault(
        "warning",
        lv=(
            "Sākuma vērtība atsaucas uz jautājumu {name}, kas tiek uzdots vēlāk: tobrīd "
            "atbildes vēl nav.",
            "Pārceliet jautājumu {name} agrāk vai izņemiet sākuma vērtību.",
        ),
        en=(
            "The default refers to the question {name}, which is asked later: there is no "
            "answer yet.",
            "Move the question {name} forward, or take the default out.",
        ),
        ru=(
            "Начальное значение ссылается на вопрос {name}, который задаётся позже: ответа ещё "
            "нет.",
            "Перенесите вопрос {name} раньше или уберите начальное значение.",
        ),
    ),
    "study-circle": Fault(
        "error",
        lv=(
            "Nosacījumi un aprēķini veido apli: {names}.",
            "Pārtrauciet apli: kādam no šiem jautājumiem jāiztiek bez atsauces uz nākamo.",
        ),
        en=(
            "Conditions and calculations go in a circle: {names}.",
            "Break the circle: one of these questions must do without referring to the next.",
        ),
        ru=(
            "Условия и вычисления образуют круг: {names}.",
            "Разорвите круг: один из этих вопросов должен обойтись без ссылки на следующий.",
        ),
    ),
    "study-bare-name": Fault(
        "error",
        lv=(
            "Izteiksmē ir vārds {name} bez ${{…}} un bez apostrofiem.",
            "Jautājumu raksta kā ${{{name}}}, tekstu – kā '{name}'.",
        ),
        en=(
            "The expression has the word {name} without ${{…}} and without apostrophes.",
            "A question is written ${{{name}}}, a text '{name}'.",
        ),
        ru=(
            "В выражении слово {name} стоит без ${{…}} и без апострофов.",
            "Вопрос записывают как ${{{name}}}, текст — как '{name}'.",
        ),
    ),
    "study-own-answer": Fault(
        "warning",
        lv=(
            "Nosacījumā punkts nozīmē paša jautājuma atbildi, bet tās vēl nav.",
            "Nosauciet jautājumu, kas domāts: ${{nosaukums}}.",
        ),
        en=(
            "In this condition the dot stands for the question's own answer, which is not there "
            "yet.",
            "Name the question that is meant: ${{name}}.",
        ),
        ru=(
            "В условии точка означает ответ на сам этот вопрос, но его ещё нет.",
            "Назовите вопрос, который имеется в виду: ${{name}}.",
        ),
    ),
    "study-pattern": Fault(
        "error",
        lv=(
            "Regulārā izteiksme {pattern} nav derīga.",
            "Izlabojiet to; iekavām un kvadrātiekavām jābūt pa pāriem.",
        ),
        en=(
            "The regular expression {pattern} is not valid.",
            "Correct it; brackets must come in pairs.",
        ),
        ru=(
            "Регулярное выражение {pattern} неверно.",
            "Исправьте его; скобки должны идти парами.",
        ),
    ),
    "study-refers-to-note": Fault(
        "warning",
        lv=(
            "Izteiksme atsaucas uz {name}, bet tā ir piezīme, uz kuru neviens neatbild.",
            "Atsaucieties uz jautājumu.",
        ),
        en=(
            "The expression refers to {name}, but that is a note, which nobody answers.",
            "Refer to a question.",
        ),
        ru=(
            "Выражение ссылается на {name}, но это примечание, на которое никто не отвечает.",
            "Сошлитесь на вопрос.",
        ),
    ),
    "study-code-unknown": Fault(
        "error",
        lv=(
            "Izteiksmē jautājuma {name} atbilde salīdzināta ar {option}, bet sarakstā {list} "
            "tādas atbildes nav.",
            "Izlabojiet kodu vai pievienojiet to sarakstam {list}.",
        ),
        en=(
            "The expression compares the answer to {name} with {option}, but the list {list} has "
            "no such option.",
            "Correct the code, or add it to the list {list}.",
        ),
        ru=(
            "В выражении ответ на вопрос {name} сравнивается с {option}, но в списке {list} "
            "такого варианта нет.",
            "Исправьте код или добавьте его в список {list}.",
        ),
    ),
    "study-multiple-compared": Fault(
        "warning",
        lv=(
            "Jautājumā {name} var atzīmēt vairākas atbildes, tāpēc = ir patiess tikai tad, ja "
            "atzīmēta viena vienīgā.",
            "Lietojiet selected(${{{name}}}, 'kods').",
        ),
        en=(
            "The question {name} takes several answers, so = holds only if that one alone is "
            "marked.",
            "Use selected(${{{name}}}, 'code').",
        ),
        ru=(
            "В вопросе {name} можно отметить несколько ответов, поэтому = верно, только если "
            "отмечен один этот.",
            "Используйте selected(${{{name}}}, 'code').",
        ),
    ),
}
