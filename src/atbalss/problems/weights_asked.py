"""Faults of what weighting is asked to do: targets, margins, sample; part of the room `weights`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

ASKED_FAULTS: dict[str, Fault] = {
    "weights-unknown-question": Fault(
        "error",
        lv=(
            "Svēršanas mērķis ir jautājumam „{question}“, kāda anketā nav.",
            "Izlabojiet nosaukumu. Anketas jautājumi: {known}.",
        ),
        en=(
            "There is a weighting target of “{question}”, which the questionnaire does not have.",
            "Correct the name. The questions are: {known}.",
        ),
        ru=(
            "Цель взвешивания задана для вопроса «{question}», которого в анкете нет.",
            "Исправьте название. Вопросы анкеты: {known}.",
        ),
    ),
    "weights-not-single": Fault(
        "error",
        lv=(
            "Pēc jautājuma „{question}“ svērt nevar: tajā nav vienas atbildes vai skaitļa.",
            "Sveriet pēc jautājuma ar vienu atbildi vai pēc skaitļa, piemēram, vecuma.",
        ),
        en=(
            "Answers cannot be weighted by “{question}”: it has no single answer and no number.",
            "Weight by a question with one answer, or by a number such as age.",
        ),
        ru=(
            "По вопросу «{question}» взвешивать нельзя: в нём нет одного ответа или числа.",
            "Взвешивайте по вопросу с одним ответом или по числу, например возрасту.",
        ),
    ),
    "weights-unknown-code": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav atbildes „{answer}“, kurai dots svēršanas mērķis.",
            "Lietojiet kādu no šiem: {known}.",
        ),
        en=(
            "“{question}” has no answer “{answer}”, for which there is a weighting target.",
            "Use one of these: {known}.",
        ),
        ru=(
            "У вопроса «{question}» нет ответа «{answer}», для которого задана цель взвешивания.",
            "Используйте что-то из этого: {known}.",
        ),
    ),
    "weights-overlap": Fault(
        "error",
        lv=(
            "Svēršanas mērķi pēc {question} pārklājas: „{first}“ un „{second}“.",
            "Sadaliet tā, lai katrs respondents būtu tieši vienā kategorijā.",
        ),
        en=(
            "The weighting targets of {question} overlap: “{first}” and “{second}”.",
            "Divide them so that every respondent is in exactly one category.",
        ),
        ru=(
            "Цели взвешивания по {question} пересекаются: «{first}» и «{second}».",
            "Разделите их так, чтобы каждый респондент был ровно в одной категории.",
        ),
    ),
    "weights-shares-sum": Fault(
        "error",
        lv=(
            "Svēršanas mērķu summa pēc {question} ir {total} %, nevis 100 %.",
            "Pārbaudiet procentus vai pierakstiet trūkstošo kategoriju.",
        ),
        en=(
            "The weighting targets of {question} add to {total}%, not to 100%.",
            "Check the percentages, or add the category that is missing.",
        ),
        ru=(
            "Сумма целей взвешивания по {question} равна {total} %, а не 100 %.",
            "Проверьте проценты или добавьте недостающую категорию.",
        ),
    ),
    "weights-totals-differ": Fault(
        "error",
        lv=(
            "Svēršanas mērķi ir pretrunīgi: pēc {first} kopā ir {first_total} cilvēku, bet pēc "
            "{question} – {total}.",
            "Ņemiet abus no viena avota un par vienu un to pašu iedzīvotāju kopumu.",
        ),
        en=(
            "The weighting targets contradict each other: by {first} there are {first_total} "
            "people, by {question} {total}.",
            "Take both from one source and for one and the same population.",
        ),
        ru=(
            "Цели взвешивания противоречат друг другу: по {first} всего {first_total} человек, а "
            "по {question} — {total}.",
            "Возьмите оба ряда из одного источника и для одной и той же совокупности.",
        ),
    ),
    "weights-no-targets": Fault(
        "error",
        lv=(
            "Svēršanai nav ne mērķu, ne pamatsvaru.",
            "Pierakstiet `targets:` vai failu weighting.csv, vai pamatsvaru kolonnu `base:`.",
        ),
        en=(
            "Weighting has neither targets nor base weights.",
            "Add `targets:` or a file weighting.csv, or a column of base weights `base:`.",
        ),
        ru=(
            "Для взвешивания нет ни целей, ни базовых весов.",
            "Добавьте `targets:`, файл weighting.csv или столбец базовых весов `base:`.",
        ),
    ),
    "weights-two-margins": Fault(
        "error",
        lv=(
            "Pēcstratifikācijai ir viens mērķu krustojums, bet doti vairāki.",
            "Lietojiet `method: rake` vai vienu kopīgu krustojumu.",
        ),
        en=(
            "Post-stratification has one crossing of targets, but several are given.",
            "Use `method: rake`, or one joint crossing.",
        ),
        ru=(
            "У постстратификации одно пересечение целей, а задано несколько.",
            "Используйте `method: rake` или одно общее пересечение.",
        ),
    ),
    "weights-margin-twice": Fault(
        "error",
        lv=(
            "Svēršanas mērķi pēc {question} doti divreiz.",
            "Atstājiet vienus: vai nu study.yaml, vai weighting.csv.",
        ),
        en=(
            "The weighting targets of {question} are given twice.",
            "Keep one of them: in study.yaml or in weighting.csv.",
        ),
        ru=(
            "Цели взвешивания по {question} заданы дважды.",
            "Оставьте одни: либо в study.yaml, либо в weighting.csv.",
        ),
    ),
    "weights-target-size": Fault(
        "error",
        lv=(
            "Svēršanas mērķis „{value}“ nav derīgs.",
            "Ierakstiet skaitli, kas nav negatīvs: procentus (shares, share) vai cilvēkus "
            "(counts, count).",
        ),
        en=(
            "The weighting target “{value}” is not valid.",
            "Write a number that is not negative: percent (shares, share) or people (counts, "
            "count).",
        ),
        ru=(
            "Цель взвешивания «{value}» недопустима.",
            "Впишите неотрицательное число: проценты (shares, share) или людей (counts, count).",
        ),
    ),
    "weights-target-kind": Fault(
        "error",
        lv=(
            "Mērķiem pēc {question} vajag vai nu īpatsvarus, vai skaitus, ne abus un ne neko.",
            "Lietojiet `shares:` (procenti) vai `counts:` (cilvēki).",
        ),
        en=(
            "The targets of {question} need either shares or counts, not both and not neither.",
            "Use `shares:` (percent) or `counts:` (people).",
        ),
        ru=(
            "Целям по {question} нужны либо доли, либо числа, а не то и другое и не ничего.",
            "Используйте `shares:` (проценты) или `counts:` (люди).",
        ),
    ),
    "weights-joint-code": Fault(
        "error",
        lv=(
            "Mērķis „{answer}“ nenosauc pa vienai atbildei katram jautājumam: {question}.",
            "Rakstiet atbildes tādā pašā secībā, atdalītas ar atstarpi: female a18_34.",
        ),
        en=(
            "The target “{answer}” does not name one answer for each question: {question}.",
            "Write the answers in the same order, parted by a blank: female a18_34.",
        ),
        ru=(
            "Цель «{answer}» не называет по одному ответу на каждый вопрос: {question}.",
            "Пишите ответы в том же порядке через пробел: female a18_34.",
        ),
    ),
    "weights-unknown-wave": Fault(
        "error",
        lv=(
            "Svēršanā nosaukts vilnis „{wave}“, kura atbilžu pētījumā nav.",
            "Izlabojiet nosaukumu. Viļņi ar atbildēm: {known}.",
        ),
        en=(
            "Weighting names the wave “{wave}”, of which the study has no answers.",
            "Correct the name. Waves with answers: {known}.",
        ),
        ru=(
            "Во взвешивании названа волна «{wave}», ответов которой в исследовании нет.",
            "Исправьте название. Волны с ответами: {known}.",
        ),
    ),
    "weights-trim": Fault(
        "error",
        lv=(
            "Svaru robežas nav derīgas: vidējais svars ir 1.",
            "`low` ir no 0 līdz 1, `high` ir 1 vai vairāk; `when: after` der tikai `of: weight`.",
        ),
        en=(
            "The bounds of weights are not valid: the mean weight is 1.",
            "`low` is from 0 to 1, `high` 1 or more; `when: after` goes with `of: weight` only.",
        ),
        ru=(
            "Границы весов недопустимы: средний вес равен 1.",
            "`low` — от 0 до 1, `high` — 1 или больше; `when: after` только с `of: weight`.",
        ),
    ),
    "weights-population": Fault(
        "error",
        lv=(
            "`sum: population` prasa vismaz vienus mērķus cilvēku skaitā (counts).",
            "Dodiet skaitus vai atstājiet `sum: interviews`.",
        ),
        en=(
            "`sum: population` needs targets in people (counts) at least once.",
            "Give counts, or leave `sum: interviews`.",
        ),
        ru=(
            "`sum: population` требует хотя бы одних целей в числе людей (counts).",
            "Задайте числа или оставьте `sum: interviews`.",
        ),
    ),
    "weights-not-asked-for": Fault(
        "error",
        lv=(
            "Pētījuma vilnim „{wave}“ svēršana nav noteikta.",
            "Pierakstiet study.yaml atslēgu `weighting:`; paraugs ir dokumentācijas nodaļā „The "
            "study folder“.",
        ),
        en=(
            "No weighting is declared for wave “{wave}” of the study.",
            "Add the key `weighting:` to study.yaml; the chapter “The study folder” of the "
            "documentation has a pattern.",
        ),
        ru=(
            "Для волны «{wave}» взвешивание не задано.",
            "Добавьте в study.yaml ключ `weighting:`; образец — в главе документации «The study "
            "folder».",
        ),
    ),
    "weights-design": Fault(
        "error",
        lv=(
            "Izlases dizains `design:` ir pretrunīgs: {why}.",
            "Dodiet vai nu `strata`, `clusters`, `population`, vai `replicates`; paraugs ir "
            "dokumentācijas nodaļā „The study folder“.",
        ),
        en=(
            "The design of the sample in `design:` contradicts itself: {why}.",
            "Give either `strata`, `clusters`, `population`, or `replicates`; "
            "the chapter “The study folder” of the documentation has a pattern.",
        ),
        ru=(
            "Дизайн выборки в `design:` противоречив: {why}.",
            "Задайте либо `strata`, `clusters`, `population`, либо `replicates`; образец — в "
            "главе документации «The study folder».",
        ),
    ),
}
