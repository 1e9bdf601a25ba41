# ruff: noqa: E501 - sentences are kept whole
"""Faults of what a report tells in words: means, persons, groups without a base, bare claims."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

TOLD_FAULTS: dict[str, Fault] = {
    "audit-no-share": Fault(
        "warning",
        lv=(
            "„{words}“ neatbilst nevienam no atbilžu īpatsvariem ({values}), ne vairāku atbilžu summai.",
            "Nosauciet atbildi ar tās procentiem vai izvēlieties vārdu, kas tiem der.",
        ),
        en=(
            "“{words}” fits none of the answers ({values}), nor several of them together.",
            "Name the answer with its percent, or choose a word that fits it.",
        ),
        ru=(
            "«{words}» не подходит ни к одному из ответов ({values}), ни к нескольким вместе.",
            "Назовите ответ с его процентом или выберите слово, которое ему подходит.",
        ),
    ),
    "audit-times-and-levels": Fault(
        "warning",
        lv=(
            "„{words}“, bet no {earlier} % un {later} % iznāk {right} reizes.",
            "Labojiet reižu skaitu vai vienu no skaitļiem.",
        ),
        en=(
            "“{words}”, but {earlier}% and {later}% make {right} times.",
            "Change how many times it is, or one of the numbers.",
        ),
        ru=(
            "«{words}», но {earlier} % и {later} % дают {right} раза.",
            "Исправьте, во сколько раз, или одно из чисел.",
        ),
    ),
    "audit-two-samples": Fault(
        "warning",
        lv=(
            "Izlasei doti divi lielumi: šeit {value}, {line}. rindā {other}.",
            "Noskaidrojiet, cik cilvēku atbildēja, un visur rakstiet to pašu skaitli.",
        ),
        en=(
            "The sample has two sizes: {value} here, {other} on line {line}.",
            "Find out how many answered, and print the same number everywhere.",
        ),
        ru=(
            "У выборки два размера: здесь {value}, в строке {line} — {other}.",
            "Выясните, сколько человек ответило, и пишите везде одно число.",
        ),
    ),
    "audit-two-counts": Fault(
        "warning",
        lv=(
            "Vienam skaitam dotas divas vērtības: šeit {value}, {line}. rindā {other}.",
            "Noskaidrojiet pareizo skaitli un abās vietās rakstiet to pašu; ja skaitļi ir par dažādām lietām, pasakiet atšķirību.",
        ),
        en=(
            "One count has two values: {value} here, {other} on line {line}.",
            "Find out which is right and print it in both places; if they are different quantities, say how they differ.",
        ),
        ru=(
            "Одному количеству даны два значения: здесь {value}, в строке {line} — {other}.",
            "Выясните верное число и напишите его в обоих местах; если это разные величины, скажите, чем они различаются.",
        ),
    ),
    "audit-two-means": Fault(
        "warning",
        lv=(
            "Vienam vidējam lielumam dotas divas vērtības: šeit {value}, {line}. rindā {other}.",
            "Noskaidrojiet pareizo skaitli un abās vietās rakstiet to pašu; ja skaitļi ir par dažādām lietām, pasakiet atšķirību.",
        ),
        en=(
            "One average has two values: {value} here, {other} on line {line}.",
            "Find out which is right and print it in both places; if they are different quantities, say how they differ.",
        ),
        ru=(
            "У одной средней величины два значения: здесь {value}, в строке {line} — {other}.",
            "Выясните верное число и напишите его в обоих местах; если это разные величины, скажите, чем они различаются.",
        ),
    ),
    "audit-two-lists": Fault(
        "warning",
        lv=(
            "Divi saraksti sakrīt, izņemot „{words}“: šeit {value}, {line}. rindā {other}.",
            "Noskaidrojiet pareizo skaitli un abās vietās rakstiet to pašu; ja saraksti ir par dažādām lietām, pasakiet atšķirību (grupa, vilnis, bāze).",
        ),
        en=(
            "Two lists agree but for “{words}”: {value} here, {other} on line {line}.",
            "Find out which is right and print it in both places; if the lists are of different things, say how they differ (group, wave, base).",
        ),
        ru=(
            "Два списка совпадают во всём, кроме «{words}»: здесь {value}, в строке {line} — {other}.",
            "Выясните верное число и напишите его в обоих местах; если списки о разном, скажите, чем они различаются (группа, волна, база).",
        ),
    ),
    "audit-counts-and-whole": Fault(
        "warning",
        lv=(
            "Daļas kopā ir {total}, bet pavisam to ir {whole}.",
            "Labojiet kādu no skaitļiem vai pasakiet, kur paliek pārējie.",
        ),
        en=(
            "The parts make {total}, but there are {whole} in all.",
            "Correct one of the counts, or say what became of the rest.",
        ),
        ru=(
            "Части дают в сумме {total}, а всего их {whole}.",
            "Исправьте одно из чисел или скажите, куда делись остальные.",
        ),
    ),
    "audit-weighed-mean": Fault(
        "warning",
        lv=(
            "Visu vidējais ir {value}, bet grupu vidējie no {line}. rindas kopā dod {other}.",
            "Labojiet visu vai kādas grupas vidējo, vai pasakiet, kā vidējais svērts.",
        ),
        en=(
            "The mean of all is {value}, but those of the groups from line {line} make {other}.",
            "Correct the mean of all or that of a group, or say how they were weighted.",
        ),
        ru=(
            "Среднее по всем — {value}, а средние групп со строки {line} дают {other}.",
            "Исправьте среднее по всем или по группе либо скажите, как оно взвешено.",
        ),
    ),
    "audit-two-changes": Fault(
        "warning",
        lv=(
            "Pārmaiņai pret {year}. gadu pie {level} ir divas vērtības: šeit {value}, {line}. rindā {other}.",
            "Atrodiet iepriekšējo vērtību un visur rakstiet vienu starpību.",
        ),
        en=(
            "The change of {level} against {year} has two values: {value} here, {other} on line {line}.",
            "Find the earlier value and print the same difference everywhere.",
        ),
        ru=(
            "У изменения показателя {level} по сравнению с {year} годом два значения: здесь {value}, в строке {line} — {other}.",
            "Найдите прежнее значение и пишите везде одну разницу.",
        ),
    ),
    "audit-two-dates": Fault(
        "warning",
        lv=(
            "Aptaujas laikam doti divi datumi: šeit {value}, {line}. rindā {other}.",
            "Noskaidrojiet, kad notika aptauja, un visur rakstiet vienus datumus; ja tie ir dažādi posmi, pasakiet to.",
        ),
        en=(
            "The survey is dated twice: {value} here, {other} on line {line}.",
            "Find out when the survey ran and print the same dates everywhere; if these are different stages, say so.",
        ),
        ru=(
            "Опрос датирован по-разному: здесь {value}, в строке {line} — {other}.",
            "Выясните, когда шёл опрос, и пишите везде одни даты; если это разные этапы, скажите об этом.",
        ),
    ),
    "audit-small-cell-told": Fault(
        "warning",
        lv=(
            "„{words}“: atbildi var saistīt ar vienu vai diviem cilvēkiem, kurus var pazīt.",
            "Pievienojiet šos cilvēkus lielākai grupai vai atbildi nepieminiet.",
        ),
        en=(
            "“{words}”: the answer is that of one or two persons who can be recognised.",
            "Join them to a larger group, or leave the answer out.",
        ),
        ru=(
            "«{words}»: ответ принадлежит одному-двум людям, которых можно узнать.",
            "Объедините их с большей группой или не приводите этот ответ.",
        ),
    ),
    "audit-missing-base-of": Fault(
        "warning",
        lv=(
            "{value} % ir no tiem, uz kuriem attiecas „{words}“, bet nav teikts, cik viņu ir.",
            "Nosauciet apakšgrupas n.",
        ),
        en=(
            "{value}% is of those meant by “{words}”, but it is not said how many they are.",
            "Give the n of the subgroup.",
        ),
        ru=(
            "{value} % — это доля тех, о ком сказано «{words}», но не сказано, сколько их.",
            "Приведите n подгруппы.",
        ),
    ),
    "audit-missing-base-title": Fault(
        "warning",
        lv=(
            "Pie citām tabulām un sarakstiem ({beside}) ir teikts, cik cilvēku atbildēja, bet pie šīs nav.",
            "Nosauciet šīs tabulas vai saraksta n.",
        ),
        en=(
            "Other tables and lists ({beside}) say how many persons answered, but this one does not.",
            "Give the n of this table or list.",
        ),
        ru=(
            "При других таблицах и списках ({beside}) сказано, сколько человек ответило, а здесь нет.",
            "Приведите n этой таблицы или списка.",
        ),
    ),
    "audit-missing-interval-of": Fault(
        "warning",
        lv=(
            "Pārskats sola intervālu pie katra procenta, bet pie {value} % tā nav.",
            "Norādiet intervālu arī šeit.",
        ),
        en=(
            "The report promises an interval with every percentage, but {value}% has none.",
            "Give the interval here too.",
        ),
        ru=(
            "Отчёт обещает интервал при каждом проценте, но при {value} % его нет.",
            "Приведите интервал и здесь.",
        ),
    ),
    "audit-missing-interval-by": Fault(
        "warning",
        lv=(
            "Pie citiem rezultātiem vai izlasēm ({beside}) ir kļūda, bet pie šī nav.",
            "Norādiet kļūdu arī šeit.",
        ),
        en=(
            "Other results or samples ({beside}) have their sampling error, but this one has none.",
            "Give the error here too.",
        ),
        ru=(
            "У других результатов или выборок ({beside}) погрешность указана, а здесь нет.",
            "Приведите погрешность и здесь.",
        ),
    ),
    "audit-missing-wording-of": Fault(
        "warning",
        lv=(
            "Citu rezultātu jautājumi ir doti (pavisam {asked}), bet nav teikts, kas jautāts, lai iegūtu {value} %.",
            "Nosauciet jautājumu, kā tas uzdots.",
        ),
        en=(
            "Other results have their questions ({asked} in all), but it is not said what was asked to get {value}%.",
            "Print the question as it was asked.",
        ),
        ru=(
            "У других результатов есть вопросы (всего {asked}), но не сказано, о чём спрашивали, чтобы получить {value} %.",
            "Приведите вопрос, как он был задан.",
        ),
    ),
    "audit-missing-wording-by": Fault(
        "warning",
        lv=(
            "Pie citiem attēliem vai tabulām ({asked}) ir jautājums, kā tas uzdots, bet pie šī nav.",
            "Nosauciet jautājumu, kā tas uzdots.",
        ),
        en=(
            "Other figures or tables ({asked}) have their question as it was asked, but this one has none.",
            "Print the question as it was asked.",
        ),
        ru=(
            "При других рисунках или таблицах ({asked}) есть вопрос, как он был задан, а здесь нет.",
            "Приведите вопрос, как он был задан.",
        ),
    ),
    "audit-claim-without-body": Fault(
        "warning",
        lv=(
            "Kopsavilkums to apgalvo, bet pamattekstā par to („{words}“) nekā nav.",
            "Parādiet rezultātu pamattekstā vai apgalvojumu svītrojiet.",
        ),
        en=(
            "The summary claims this, but the body says nothing of it (“{words}”).",
            "Show the result in the body, or strike the claim.",
        ),
        ru=(
            "Резюме это утверждает, но в основном тексте об этом («{words}») ничего нет.",
            "Приведите результат в основном тексте или уберите утверждение.",
        ),
    ),
}
