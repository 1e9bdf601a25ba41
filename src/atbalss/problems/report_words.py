# ruff: noqa: E501 - sentences for people read best whole
"""Faults of numbers and words in prose: units, small bases, words that do not fit, typed numbers."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

WORD_FAULTS: dict[str, Fault] = {
    "report-share-as-points": Fault(
        "error",
        lv=("„{expression}“ ir īpatsvars, bet drukāts kā procentpunkti.", "Lietojiet | pct; procentpunktos ir tikai starpība – change(...)."),
        en=("“{expression}” is a share but printed as percentage points.", "Use | pct; only a difference, change(...), is in percentage points."),
        ru=("«{expression}» — доля, а напечатана как процентные пункты.", "Используйте | pct; в процентных пунктах бывает только разница — change(...)."),
    ),
    "report-difference-as-percent": Fault(
        "error",
        lv=("„{expression}“ ir starpība, bet drukāta kā procenti.", "Lietojiet | pp: īpatsvaru starpība ir procentpunktos."),
        en=("“{expression}” is a difference but printed as percent.", "Use | pp: a difference of shares is in percentage points."),
        ru=("«{expression}» — разница, а напечатана как проценты.", "Используйте | pp: разница долей измеряется в процентных пунктах."),
    ),
    "report-unit": Fault(
        "error",
        lv=("„{expression}“ nav mērāms kā „{unit}“.", "Izņemiet filtru vai mērvienību: vidējais vērtējums ir skalas punktos, skaits – personās."),
        en=("“{expression}” is not measured as “{unit}”.", "Take the filter or the unit away: a mean is in scale points, a count in persons."),
        ru=("«{expression}» не измеряется как «{unit}».", "Уберите фильтр или единицу: среднее — в пунктах шкалы, количество — в людях."),
    ),
    "report-hidden": Fault(
        "error",
        lv=("„{expression}“ bāze ir {base}, mazāka par {limit}, tāpēc skaitli nedrīkst drukāt.", "Izņemiet skaitli vai apvienojiet grupas, lai bāze būtu vismaz {limit}."),
        en=("The base of “{expression}” is {base}, under {limit}, so the number may not be printed.", "Take it out, or join groups until the base is at least {limit}."),
        ru=("База «{expression}» — {base}, меньше {limit}, поэтому число печатать нельзя.", "Уберите число или объедините группы, чтобы база была не меньше {limit}."),
    ),
    "report-withheld": Fault(
        "error",
        lv=("„{expression}“ drukāt nedrīkst: skaitlis attiecas uz vienu vai diviem cilvēkiem vai ļautu atņemot uzzināt citu, slēptu skaitli.", "Izņemiet skaitli vai apvienojiet atbildes vai grupas."),
        en=("“{expression}” may not be printed: it stands for one or two persons, or another, hidden number could be had from it by subtraction.", "Take it out, or join answers or groups."),
        ru=("«{expression}» печатать нельзя: число относится к одному-двум людям или позволило бы вычитанием узнать другое, скрытое число.", "Уберите число или объедините ответы либо группы."),
    ),
    "report-no-number": Fault(
        "error",
        lv=("„{expression}“ nav vērtības: bāze ir nulle vai šajā vilnī šāda skaitļa nav.", "Pārbaudiet vilni un filtru vai izņemiet skaitli."),
        en=("“{expression}” has no value: its base is zero, or the wave has no such figure.", "Check the wave and the filter, or take the number out."),
        ru=("У «{expression}» нет значения: база равна нулю или в этой волне такого числа нет.", "Проверьте волну и фильтр или уберите число."),
    ),
    "report-words-unknown": Fault(
        "error",
        lv=("Vārdos „{words}“ nav daļas vai vairākuma, ko varētu pārbaudīt.", "Lietojiet, piemēram, „trešdaļa“, „katrs piektais“, „gandrīz puse“, „lielākā daļa“."),
        en=("The words “{words}” hold no fraction or majority that could be checked.", "Use, for instance, “a third”, “one in five”, “almost half”, “the majority”."),
        ru=("В словах «{words}» нет доли или большинства, которые можно проверить.", "Используйте, например, «треть», «каждый пятый», «почти половина», «большинство»."),
    ),
    "report-words-do-not-fit": Fault(
        "error",
        lv=("„{words}“ neatbilst skaitlim {value}: tam jābūt {range}.", "Derētu: {suggestion}."),
        en=("“{words}” does not fit the number {value}: it must be {range}.", "This would fit: {suggestion}."),
        ru=("«{words}» не соответствует числу {value}: должно быть {range}.", "Подошло бы: {suggestion}."),
    ),
    "report-no-fraction": Fault(
        "error",
        lv=("Skaitlim {value} tuvumā nav nevienas daļas, ko pateikt vārdā.", "Drukājiet pašu skaitli – share(...)."),
        en=("No fraction word is near the number {value}.", "Print the number itself: share(...)."),
        ru=("Рядом с числом {value} нет доли, которую можно назвать словом.", "Печатайте само число — share(...)."),
    ),
    "report-tie": Fault(
        "error",
        lv=("„{expression}“: pirmajā vietā drukātie skaitļi ir vienādi ({codes}).", "Nosauciet visus ar ties=True vai rakstiet „viens no biežākajiem“."),
        en=("“{expression}”: the printed numbers tie ({codes}).", "Name them all with ties=True, or write “one of the most common”."),
        ru=("«{expression}»: напечатанные числа равны ({codes}).", "Назовите все с ties=True или напишите «один из самых частых»."),
    ),
    "report-rank-unknown": Fault(
        "error",
        lv=("Vārdos „{words}“ nav vietas, ko varētu pārbaudīt.", "Lietojiet, piemēram, „visbiežāk“, „otrs biežākais“, „viens no biežākajiem“, „vismazāk“."),
        en=("The words “{words}” hold no rank that could be checked.", "Use, for instance, “most often”, “second most common”, “one of the most common”, “least often”."),
        ru=("В словах «{words}» нет места, которое можно проверить.", "Используйте, например, «чаще всего», «второй по частоте», «один из самых частых», «реже всего»."),
    ),
    "report-rank-not-significant": Fault(
        "error",
        lv=("„{words}“ prasa pārbaudītu pārsvaru (tested=True), bet {first} pārsvars pār {second} nav statistiski nozīmīgs.", "Rakstiet „viens no biežākajiem“ vai izņemiet tested=True."),
        en=("“{words}” asks for a tested lead (tested=True), but that of {first} over {second} is not statistically significant.", "Write “one of the most common”, or take tested=True away."),
        ru=("«{words}» требует проверенного отрыва (tested=True), но отрыв {first} от {second} статистически не значим.", "Пишите «один из самых частых» или уберите tested=True."),
    ),
    "report-rank-does-not-fit": Fault(
        "error",
        lv=("„{words}“ neatbilst: {what} ir {place}. vietā (izlikti pēc lieluma: {order}).", "Labojiet vārdu vai kodu; ja skaitļi ir vienādi, rakstiet „viens no biežākajiem“."),
        en=("“{words}” does not fit: {what} is number {place} (by size: {order}).", "Mend the word or the code; where numbers tie, write “one of the most common”."),
        ru=("«{words}» не подходит: {what} на {place}-м месте (по величине: {order}).", "Исправьте слово или код; если числа равны, пишите «один из самых частых»."),
    ),
    "report-typed-number": Fault(
        "error",
        lv=("Tekstā ar roku ierakstīts skaitlis: „{text}“.", "Lietojiet izteiksmi, piemēram, {{{{ share(\"jautājums\", \"kods\") }}}}; ja tas nav rezultāts, pierakstiet „{text}“ ievadbloka sarakstā allow."),
        en=("A number is typed in the text: “{text}”.", "Use an expression such as {{{{ share(\"question\", \"code\") }}}}; if it is no result, add “{text}” to allow in the front matter."),
        ru=("В тексте число набрано вручную: «{text}».", "Используйте выражение, например {{{{ share(\"вопрос\", \"код\") }}}}; если это не результат, добавьте «{text}» в список allow вводного блока."),
    ),
    "report-typed-reference": Fault(
        "error",
        lv=("Atsauce „{text}“ ierakstīta ar roku.", "Lietojiet {{{{ fig(\"id\") }}}}, {{{{ tab(\"id\") }}}} vai {{{{ annex(\"id\") }}}}: numurus liek būve."),
        en=("The reference “{text}” is typed.", "Use {{{{ fig(\"id\") }}}}, {{{{ tab(\"id\") }}}} or {{{{ annex(\"id\") }}}}: the build gives the numbers."),
        ru=("Ссылка «{text}» набрана вручную.", "Используйте {{{{ fig(\"id\") }}}}, {{{{ tab(\"id\") }}}} или {{{{ annex(\"id\") }}}}: номера ставит сборка."),
    ),
    "report-bare-fraction": Fault(
        "error",
        lv=("Daļa „{text}“ ierakstīta ar roku un nav piesaistīta skaitlim.", "Lietojiet {{{{ say(\"{text}\", share(...)) }}}} vai {{{{ fraction(share(...)) }}}}."),
        en=("The fraction “{text}” is typed and bound to no number.", "Use {{{{ say(\"{text}\", share(...)) }}}} or {{{{ fraction(share(...)) }}}}."),
        ru=("Доля «{text}» набрана вручную и не связана с числом.", "Используйте {{{{ say(\"{text}\", share(...)) }}}} или {{{{ fraction(share(...)) }}}}."),
    ),
    "report-bare-majority": Fault(
        "error",
        lv=("Vairākuma vārds „{text}“ nav piesaistīts skaitlim.", "Lietojiet {{{{ say(\"{text}\", share(...)) }}}}."),
        en=("The majority word “{text}” is bound to no number.", "Use {{{{ say(\"{text}\", share(...)) }}}}."),
        ru=("Слово о большинстве «{text}» не связано с числом.", "Используйте {{{{ say(\"{text}\", share(...)) }}}}."),
    ),
    "report-bare-rank": Fault(
        "error",
        lv=("Vietas vārds „{text}“ nav piesaistīts skaitļiem.", "Lietojiet {{{{ say_rank(\"{text}\", \"jautājums\", \"kods\") }}}}."),
        en=("The rank word “{text}” is bound to no numbers.", "Use {{{{ say_rank(\"{text}\", \"question\", \"code\") }}}}."),
        ru=("Слово о месте «{text}» не связано с числами.", "Используйте {{{{ say_rank(\"{text}\", \"вопрос\", \"код\") }}}}."),
    ),
    "report-bare-trend": Fault(
        "error",
        lv=("Pārmaiņu vārds „{text}“ nav piesaistīts salīdzinājumam.", "Lietojiet {{{{ direction(\"jautājums\", \"kods\", since=\"vilnis\") }}}}: vārdu izvēlas tests."),
        en=("The trend word “{text}” is bound to no comparison.", "Use {{{{ direction(\"question\", \"code\", since=\"wave\") }}}}: the test chooses the word."),
        ru=("Слово об изменении «{text}» не связано со сравнением.", "Используйте {{{{ direction(\"вопрос\", \"код\", since=\"волна\") }}}}: слово выбирает тест."),
    ),
    "report-abbreviation": Fault(
        "warning",
        lv=("Saīsinājuma „{text}“ nav vārdnīcā.", "Ierakstiet to study.yaml sadaļā glossary vai paskaidrojiet tekstā, piemēram, „pilnais nosaukums ({text})“."),
        en=("The abbreviation “{text}” is not in the glossary.", "Add it to glossary in study.yaml, or explain it in the text, such as “full name ({text})”."),
        ru=("Сокращения «{text}» нет в словаре.", "Добавьте его в раздел glossary файла study.yaml или поясните в тексте: «полное название ({text})»."),
    ),
}  # fmt: skip
