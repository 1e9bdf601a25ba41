# ruff: noqa: E501 - sentences for people read best whole
"""Faults of the room audit: what is wrong in a report that anybody wrote, and at its door."""

from __future__ import annotations

from atbalss.problems.audit_door import DOOR_FAULTS
from atbalss.problems.audit_form import FORM_FAULTS
from atbalss.problems.audit_told import TOLD_FAULTS
from atbalss.problems.catalogue import Fault

NUMBER_FAULTS: dict[str, Fault] = {
    "audit-two-values": Fault(
        "warning",
        lv=(
            "Vienam un tam pašam dotas divas vērtības: šeit {value} %, {line}. rindā {other} %.",
            "Noskaidrojiet pareizo skaitli un abās vietās rakstiet to pašu; ja skaitļi ir par dažādām lietām, pasakiet atšķirību (grupa, vilnis, bāze).",
        ),
        en=(
            "One quantity has two values: {value}% here, {other}% on line {line}.",
            "Find out which is right and print it in both places; if they are different quantities, say how they differ (group, wave, base).",
        ),
        ru=(
            "У одной величины два значения: здесь {value} %, в строке {line} — {other} %.",
            "Выясните верное число и напишите его в обоих местах; если это разные величины, скажите, чем они различаются (группа, волна, база).",
        ),
    ),
    "audit-fraction-word": Fault(
        "warning",
        lv=("„{words}“ neatbilst skaitlim {value} %.", "Derētu: {better}."),
        en=("“{words}” does not fit {value}%.", "This would fit: {better}."),
        ru=("«{words}» не соответствует числу {value} %.", "Подошло бы: {better}."),
    ),
    "audit-great-majority-word": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst skaitlim {value} %: tas ir vairākums, bet ne tik liels.",
            "Derētu: {better}.",
        ),
        en=(
            "“{words}” does not fit {value}%: that is a majority, but not so large a one.",
            "This would fit: {better}.",
        ),
        ru=(
            "«{words}» не соответствует числу {value} %: это большинство, но не столь значительное.",
            "Подошло бы: {better}.",
        ),
    ),
    "audit-order-broken": Fault(
        "warning",
        lv=(
            "Īpatsvari ({count}) ir no lielākā līdz mazākajam, bet {value} % ir aiz {other} %.",
            "Pārbaudiet abus skaitļus un secību.",
        ),
        en=(
            "The shares ({count}) go from the largest to the smallest, but {value}% follows {other}%.",
            "Check both numbers and the order.",
        ),
        ru=(
            "Доли ({count}) идут от большей к меньшей, но {value} % следует за {other} %.",
            "Проверьте оба числа и порядок.",
        ),
    ),
    "audit-minority-word": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst skaitlim {value} %: mazākums ir mazāk nekā puse.",
            "Derētu: {better}; vai arī pārbaudiet skaitli.",
        ),
        en=(
            "“{words}” does not fit {value}%: a minority is less than half.",
            "This would fit: {better}; or check the number.",
        ),
        ru=(
            "«{words}» не соответствует числу {value} %: меньшинство — это меньше половины.",
            "Подошло бы: {better}; или проверьте число.",
        ),
    ),
    "audit-majority-word": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst skaitlim {value} %: vairākums ir vairāk nekā puse.",
            "Derētu: {better}; ja domāta biežākā atbilde, rakstiet „visbiežāk“.",
        ),
        en=(
            "“{words}” does not fit {value}%: a majority is more than half.",
            "This would fit: {better}; if the most frequent answer is meant, write “most often”.",
        ),
        ru=(
            "«{words}» не соответствует числу {value} %: большинство — это больше половины.",
            "Подошло бы: {better}; если имеется в виду самый частый ответ, напишите «чаще всего».",
        ),
    ),
    "audit-rank-word": Fault(
        "warning",
        lv=(
            "„{words}“ teikts par {value}, bet blakus ir {other}.",
            "Pārbaudiet secību: mainiet vārdu, skaitli vai to, par ko tas teikts.",
        ),
        en=(
            "“{words}” is said of {value}, but {other} stands beside it.",
            "Check the order: change the word, the number, or what it is said of.",
        ),
        ru=(
            "«{words}» сказано о {value}, но рядом стоит {other}.",
            "Проверьте порядок: измените слово, число или то, о чём оно сказано.",
        ),
    ),
    "audit-rank-tie": Fault(
        "warning",
        lv=(
            "„{words}“ teikts par {value}, bet tikpat daudz ({other}) ir arī citai atbildei.",
            "Nosauciet abas atbildes vai rakstiet „viena no biežākajām“.",
        ),
        en=(
            "“{words}” is said of {value}, but another answer has as many ({other}).",
            "Name both answers, or write “one of the most frequent”.",
        ),
        ru=(
            "«{words}» сказано о {value}, но столько же ({other}) и у другого ответа.",
            "Назовите оба ответа или напишите «один из самых частых».",
        ),
    ),
    "audit-percent-for-points": Fault(
        "warning",
        lv=(
            "Īpatsvaru starpība {value} drukāta procentos.",
            "Rakstiet procentpunktos, nevis procentos: {value}.",
        ),
        en=(
            "The difference of shares, {value}, is printed as percent.",
            "Write it in percentage points, not in percent: {value}.",
        ),
        ru=(
            "Разница долей {value} напечатана в процентах.",
            "Пишите в процентных пунктах, а не в процентах: {value}.",
        ),
    ),
    "audit-value-difference": Fault(
        "warning",
        lv=(
            "No {earlier} līdz {later} ir {right}, bet teikts {amount}.",
            "Labojiet starpību uz {right} vai vienu no līmeņiem.",
        ),
        en=(
            "From {earlier} to {later} is {right}, but {amount} is printed.",
            "Change the difference to {right}, or one of the levels.",
        ),
        ru=(
            "От {earlier} до {later} — это {right}, а напечатано {amount}.",
            "Исправьте разницу на {right} или один из уровней.",
        ),
    ),
    "audit-trend-slight": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst līmeņiem: no {earlier} % līdz {later} % (procentpunktos: {amount}).",
            "Mainiet vārdu vai pārbaudiet līmeņus.",
        ),
        en=(
            "“{words}” does not fit the levels: from {earlier}% to {later}% (points: {amount}).",
            "Change the word, or check the levels.",
        ),
        ru=(
            "«{words}» не соответствует уровням: с {earlier} % до {later} % (пунктов: {amount}).",
            "Измените слово или проверьте уровни.",
        ),
    ),
    "audit-trend-word": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst līmeņiem: agrāk {earlier}, tagad {later}.",
            "Mainiet vārdu vai pārbaudiet, vai līmeņi nav samainīti vietām.",
        ),
        en=(
            "“{words}” does not fit the levels: {earlier} before, {later} after.",
            "Change the word, or check whether the levels are swapped.",
        ),
        ru=(
            "«{words}» не соответствует уровням: было {earlier}, стало {later}.",
            "Измените слово или проверьте, не перепутаны ли уровни.",
        ),
    ),
    "audit-trend-sign": Fault(
        "warning",
        lv=("„{words}“ neatbilst zīmei: {amount}.", "Mainiet vārdu vai zīmi."),
        en=("“{words}” does not fit the sign: {amount}.", "Change the word or the sign."),
        ru=("«{words}» не соответствует знаку: {amount}.", "Измените слово или знак."),
    ),
    "audit-untested-change": Fault(
        "warning",
        lv=(
            "„{words}“: {amount} punktu starpību ar {base} atbildēm nevar parādīt; nejaušības robeža ir vismaz {margin} punkti.",
            "Rakstiet, ka būtisku izmaiņu nav, vai nosauciet abu viļņu n un testa rezultātu.",
        ),
        en=(
            "“{words}”: {base} answers cannot show a difference of {amount} points; chance alone makes at least {margin}.",
            "Say that there is no significant change, or give the n of both waves and the test.",
        ),
        ru=(
            "«{words}»: разницу в {amount} пункта {base} ответов показать не могут; предел случайности не меньше {margin}.",
            "Напишите, что значимых изменений нет, или приведите n обеих волн и результат проверки.",
        ),
    ),
    "audit-joint-above-part": Fault(
        "warning",
        lv=(
            "Nav iespējams: {value} % no grupas ({group} % no visiem) būtu vismaz {least} % no visiem, bet visu vidū tas ir {whole} %.",
            "Pārbaudiet grupas bāzi un abus skaitļus.",
        ),
        en=(
            "Impossible: {value}% of a group of {group}% of all would be at least {least}% of all, but among all it is {whole}%.",
            "Check the base of the group and both numbers.",
        ),
        ru=(
            "Невозможно: {value} % группы ({group} % всех) — это не меньше {least} % всех, но среди всех это {whole} %.",
            "Проверьте базу группы и оба числа.",
        ),
    ),
    "audit-both-above-one": Fault(
        "warning",
        lv=(
            "Nav iespējams: abi kopā ir {value} %, bet viens no tiem – tikai {whole} %.",
            "Pārbaudiet abus skaitļus: tie, kam ir abi, nevar būt vairāk nekā tie, kam ir viens.",
        ),
        en=(
            "Impossible: both together are {value}%, but one of the two is only {whole}%.",
            "Check both numbers: those who have both cannot be more than those who have one.",
        ),
        ru=(
            "Невозможно: оба вместе — {value} %, а одно из двух — только {whole} %.",
            "Проверьте оба числа: тех, у кого есть и то и другое, не может быть больше, чем тех, у кого есть одно.",
        ),
    ),
    "audit-part-above-whole": Fault(
        "warning",
        lv=(
            "Nav iespējams: daļa ir {value} %, bet veselais, kurā tā ietilpst, – tikai {whole} %.",
            "Pārbaudiet abus skaitļus: daļa nevar būt lielāka par veselo.",
        ),
        en=(
            "Impossible: a part is {value}%, but the whole that it belongs to only {whole}%.",
            "Check both numbers: a part cannot be more than its whole.",
        ),
        ru=(
            "Невозможно: часть — {value} %, а целое, в которое она входит, — только {whole} %.",
            "Проверьте оба числа: часть не может быть больше целого.",
        ),
    ),
    "audit-impossible-percent": Fault(
        "warning",
        lv=(
            "No {base} cilvēkiem {value} % iegūt nevar; tuvākie ir {fits}.",
            "Pārbaudiet skaitli vai bāzi; ja dati ir svērti, pasakiet to.",
        ),
        en=(
            "No count of {base} gives {value}%; the nearest are {fits}.",
            "Check the number or the base; if the figures are weighted, say so.",
        ),
        ru=(
            "Из {base} человек {value} % получиться не может; ближайшие — {fits}.",
            "Проверьте число или базу; если данные взвешены, скажите об этом.",
        ),
    ),
    "audit-count-and-percent": Fault(
        "warning",
        lv=(
            "{count} no {base} ir {right} %, bet drukāts {value} %.",
            "Labojiet skaitu vai procentus.",
        ),
        en=(
            "{count} of {base} is {right}%, but {value}% is printed.",
            "Correct the count or the percent.",
        ),
        ru=(
            "{count} из {base} — это {right} %, а напечатано {value} %.",
            "Исправьте количество или процент.",
        ),
    ),
    "audit-sum-of-answers": Fault(
        "warning",
        lv=(
            "Viena jautājuma atbildes kopā ir {total} %, un nav teikts, ka varēja izvēlēties vairākas.",
            "Labojiet skaitļus vai pasakiet, ka bija iespējamas vairākas atbildes.",
        ),
        en=(
            "The answers to one question make {total}%, and it is not said that several could be given.",
            "Correct the numbers, or say that several answers were possible.",
        ),
        ru=(
            "Ответы на один вопрос дают в сумме {total} %, и не сказано, что можно было выбрать несколько.",
            "Исправьте числа или скажите, что можно было дать несколько ответов.",
        ),
    ),
    "audit-one-percent-two-items": Fault(
        "warning",
        lv=(
            "Viens skaitlis ({value} %) teikts par divām lietām, kurām katrai ir savs.",
            "Rakstiet, ka katru minēja {value} %.",
        ),
        en=(
            "One number ({value}%) is said of two things that have one each.",
            "Say that each was named by {value}%.",
        ),
        ru=(
            "Одно число ({value} %) сказано о двух вещах, у каждой из которых оно своё.",
            "Напишите, что каждую назвали {value} %.",
        ),
    ),
    "audit-small-cell": Fault(
        "warning",
        lv=(
            "Aiz tabulas šūnām (rindas: {rows}) no {base} atbildēm ir viens vai divi cilvēki.",
            "Apvienojiet šīs rindas grupā „Citas atbildes“.",
        ),
        en=(
            "One or two persons of {base} stand behind cells of the table (rows: {rows}).",
            "Join these rows into “Other answers”.",
        ),
        ru=(
            "За ячейками таблицы (строк: {rows}) стоят один-два человека из {base}.",
            "Объедините эти строки в «Другие ответы».",
        ),
    ),
    "audit-summary-without-body": Fault(
        "warning",
        lv=(
            "Kopsavilkuma skaitlis {value} % pamattekstā nav atrodams.",
            "Pārbaudiet to vai pasakiet arī pamattekstā.",
        ),
        en=(
            "{value}% of the summary stands nowhere in the body.",
            "Check it, or say it in the body too.",
        ),
        ru=(
            "Числа {value} % из резюме нет в основном тексте.",
            "Проверьте его или приведите и в основном тексте.",
        ),
    ),
    "audit-study-number": Fault(
        "warning",
        lv=(
            "Pētījumā šim ({cell}) ir {right}, bet drukāts {value}.",
            "Rakstiet {right} vai pasakiet, par kuru grupu vai vilni ir skaitlis.",
        ),
        en=(
            "The study has {right} for this ({cell}), but {value} is printed.",
            "Write {right}, or say which group or wave the number is of.",
        ),
        ru=(
            "В исследовании для этого ({cell}) — {right}, а напечатано {value}.",
            "Напишите {right} или скажите, о какой группе или волне число.",
        ),
    ),
}

FAULTS: dict[str, Fault] = NUMBER_FAULTS | TOLD_FAULTS | FORM_FAULTS | DOOR_FAULTS
