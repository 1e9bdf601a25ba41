"""Faults of what can happen in an interview; part of the room `study`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

ROUTE_FAULTS: dict[str, Fault] = {
    "study-unreachable": Fault(
        "error",
        lv=(
            "Jautājumu {name} nevar sasniegt neviens: {rule} nekad neizpildās.",
            "Izlabojiet nosacījumu vai izņemiet jautājumu.",
        ),
        en=(
            "Nobody can reach the question {name}: {rule} never holds.",
            "Correct the condition, or take the question out.",
        ),
        ru=(
            "До вопроса {name} никто не может дойти: {rule} никогда не выполняется.",
            "Исправьте условие или уберите вопрос.",
        ),
    ),
    "study-group-unreachable": Fault(
        "error",
        lv=(
            "Grupu {name} nevar sasniegt neviens: {rule} nekad neizpildās.",
            "Izlabojiet nosacījumu vai izņemiet grupu.",
        ),
        en=(
            "Nobody can reach the group {name}: {rule} never holds.",
            "Correct the condition, or take the group out.",
        ),
        ru=(
            "До группы {name} никто не может дойти: {rule} никогда не выполняется.",
            "Исправьте условие или уберите группу.",
        ),
    ),
    "study-switched-off": Fault(
        "note",
        lv=(
            "{name} ir izslēgts: tā nosacījums nekad neizpildās un ne uz ko neatsaucas.",
            "Ja tas vairs nav vajadzīgs, izņemiet to.",
        ),
        en=(
            "{name} is switched off: its condition never holds and refers to nothing.",
            "If it is no longer needed, take it out.",
        ),
        ru=(
            "{name} отключён: его условие никогда не выполняется и ни на что не ссылается.",
            "Если он больше не нужен, уберите его.",
        ),
    ),
    "study-constraint-impossible": Fault(
        "error",
        lv=(
            "Jautājumā {name} neviena atbilde neatbilst nosacījumam {rule}.",
            "Izlabojiet nosacījumu: parasti ir sajauktas robežas vai and un or.",
        ),
        en=(
            "No answer to the question {name} meets the constraint {rule}.",
            "Correct the constraint: usually the bounds, or and and or, are mixed up.",
        ),
        ru=(
            "Ни один ответ на вопрос {name} не отвечает условию {rule}.",
            "Исправьте условие: обычно перепутаны границы либо and и or.",
        ),
    ),
    "study-constraint-dead-end": Fault(
        "error",
        lv=(
            "Jautājums {name} ir obligāts, bet neviena atbilde neatbilst nosacījumam {rule}: "
            "intervija tur apstātos.",
            "Izlabojiet nosacījumu: parasti ir sajauktas robežas vai and un or.",
        ),
        en=(
            "The question {name} is required, but no answer meets the constraint {rule}: the "
            "interview would end there.",
            "Correct the constraint: usually the bounds, or and and or, are mixed up.",
        ),
        ru=(
            "Вопрос {name} обязателен, но ни один ответ не отвечает условию {rule}: интервью "
            "там остановится.",
            "Исправьте условие: обычно перепутаны границы либо and и or.",
        ),
    ),
    "study-option-never": Fault(
        "warning",
        lv=(
            "Atbildi {option} jautājumā {name} filtrs nekad nepiedāvā.",
            "Izlabojiet filtru vai šīs atbildes kolonnas, vai izņemiet atbildi.",
        ),
        en=(
            "The filter of the question {name} never offers the option {option}.",
            "Correct the filter or the columns of this option, or take the option out.",
        ),
        ru=(
            "Вариант {option} в вопросе {name} фильтр никогда не предлагает.",
            "Исправьте фильтр или столбцы этого варианта либо уберите вариант.",
        ),
    ),
    "study-filter-empty": Fault(
        "error",
        lv=(
            "Jautājuma {name} filtrs {rule} nekad nepiedāvā nevienu atbildi.",
            "Izlabojiet filtru: pārbaudiet kolonnas nosaukumu un vērtības.",
        ),
        en=(
            "The filter {rule} of the question {name} never offers any option.",
            "Correct the filter: see to the column's name and its values.",
        ),
        ru=(
            "Фильтр {rule} вопроса {name} никогда не предлагает ни одного варианта.",
            "Исправьте фильтр: проверьте название столбца и значения.",
        ),
    ),
    "study-route-not-checked": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājumu {name} var sasniegt: par {reason} nevar izlemt.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether the question {name} can be reached, as {reason} cannot be "
            "decided.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, можно ли дойти до вопроса {name}: о {reason} решить нельзя.",
            "Проверьте это пробным интервью.",
        ),
    ),
    "study-constraint-not-checked": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājuma {name} nosacījumam kāda atbilde atbilst: par "
            "{reason} nevar izlemt.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether any answer meets the constraint of {name}, as {reason} cannot "
            "be decided.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, отвечает ли какой-либо ответ условию вопроса {name}: о {reason} "
            "решить нельзя.",
            "Проверьте это пробным интервью.",
        ),
    ),
    "study-options-not-checked": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājuma {name} filtrs piedāvā visas atbildes: par {reason} "
            "nevar izlemt.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether the filter of {name} offers all options, as {reason} cannot "
            "be decided.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, предлагает ли фильтр вопроса {name} все варианты: о {reason} решить "
            "нельзя.",
            "Проверьте это пробным интервью.",
        ),
    ),
    "study-route-not-checked-long": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājumu {name} var sasniegt: iespēju ir pārāk daudz.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether the question {name} can be reached, as there are too many "
            "possibilities.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, можно ли дойти до вопроса {name}: возможностей слишком много.",
            "Проверьте это пробным интервью.",
        ),
    ),
    "study-constraint-not-checked-long": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājuma {name} nosacījumam kāda atbilde atbilst: iespēju ir "
            "pārāk daudz.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether any answer meets the constraint of {name}, as there are too "
            "many possibilities.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, отвечает ли какой-либо ответ условию вопроса {name}: возможностей "
            "слишком много.",
            "Проверьте это пробным интервью.",
        ),
    ),
    "study-options-not-checked-long": Fault(
        "note",
        lv=(
            "Nav pārbaudīts, vai jautājuma {name} filtrs piedāvā visas atbildes: iespēju ir "
            "pārāk daudz.",
            "Pārbaudiet to ar izmēģinājuma interviju.",
        ),
        en=(
            "Not checked: whether the filter of {name} offers all options, as there are too "
            "many possibilities.",
            "Try it in a test interview.",
        ),
        ru=(
            "Не проверено, предлагает ли фильтр вопроса {name} все варианты: возможностей "
            "слишком много.",
            "Проверьте это пробным интервью.",
        ),
    ),
}
