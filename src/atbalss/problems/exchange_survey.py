"""Faults of rows of the sheet `survey`: names, groups, cells; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

SURVEY_FAULTS: dict[str, Fault] = {
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
}
