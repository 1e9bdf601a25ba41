"""Faults of weighting: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
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
    "weights-missing": Fault(
        "error",
        lv=(
            "Vilnī „{wave}“ bez atbildes uz {question} ir {n} respondenti, pēc kā jāsver.",
            "Papildiniet atbildes vai lietojiet `missing: keep`: tad šie respondenti patur savu "
            "īpatsvaru izlasē.",
        ),
        en=(
            "In wave “{wave}” {n} respondents have no answer to {question}, which is to be "
            "weighted by.",
            "Complete the answers, or use `missing: keep`: such respondents then keep their share "
            "of the sample.",
        ),
        ru=(
            "В волне «{wave}» нет ответа на {question} у {n} респондентов, а по нему надо "
            "взвешивать.",
            "Дополните ответы или используйте `missing: keep`: тогда эти респонденты сохраняют "
            "свою долю в выборке.",
        ),
    ),
    "weights-missing-kept": Fault(
        "note",
        lv=(
            "Vilnī „{wave}“ bez atbildes uz {question} ir {n} respondenti; tie patur savu "
            "īpatsvaru izlasē.",
            "Ja tā nevajag, lietojiet `missing: refuse` vai papildiniet atbildes.",
        ),
        en=(
            "In wave “{wave}” {n} respondents have no answer to {question}; they keep their share "
            "of the sample.",
            "If that is not wanted, use `missing: refuse` or complete the answers.",
        ),
        ru=(
            "В волне «{wave}» нет ответа на {question} у {n} респондентов; они сохраняют свою "
            "долю в выборке.",
            "Если это не нужно, используйте `missing: refuse` или дополните ответы.",
        ),
    ),
    "weights-uncovered": Fault(
        "error",
        lv=(
            "Vilnī „{wave}“ {n} respondentiem pēc {question} nav svēršanas mērķa: {answers}.",
            "Pierakstiet mērķi, izņemiet šos respondentus no atbildēm (piemēram, jaunākus par 18 "
            "gadiem) vai lietojiet `uncovered: keep`.",
        ),
        en=(
            "In wave “{wave}” {n} respondents have no weighting target by {question}: {answers}.",
            "Add the target, take these respondents out of the answers (such as those under 18), "
            "or use `uncovered: keep`.",
        ),
        ru=(
            "В волне «{wave}» для {n} респондентов нет цели взвешивания по {question}: {answers}.",
            "Добавьте цель, уберите этих респондентов из ответов (например, моложе 18 лет) или "
            "используйте `uncovered: keep`.",
        ),
    ),
    "weights-uncovered-kept": Fault(
        "note",
        lv=(
            "Vilnī „{wave}“ {n} respondentiem pēc {question} nav svēršanas mērķa ({answers}); tie "
            "patur savu īpatsvaru izlasē.",
            "Ja tā nevajag, pierakstiet mērķi.",
        ),
        en=(
            "In wave “{wave}” {n} respondents have no weighting target by {question} ({answers}); "
            "they keep their share of the sample.",
            "If that is not wanted, add the target.",
        ),
        ru=(
            "В волне «{wave}» для {n} респондентов нет цели взвешивания по {question} ({answers}); "
            "они сохраняют свою долю в выборке.",
            "Если это не нужно, добавьте цель.",
        ),
    ),
    "weights-empty-category": Fault(
        "error",
        lv=(
            "Svēršanas mērķis ir kategorijai „{answer}“ ({question}), bet vilnī „{wave}“ tajā nav "
            "neviena respondenta.",
            "Apvienojiet to ar blakus kategoriju, piemēram, ar kopuma (net) nosaukumu.",
        ),
        en=(
            "There is a weighting target of “{answer}” ({question}), but wave “{wave}” has nobody "
            "in it.",
            "Unite it with its neighbour, for example by the name of a net.",
        ),
        ru=(
            "Цель взвешивания задана для категории «{answer}» ({question}), но в волне «{wave}» в "
            "ней никого нет.",
            "Объедините её с соседней, например названием группы (net).",
        ),
    ),
    "weights-zero-target": Fault(
        "error",
        lv=(
            "Svēršanas mērķis kategorijai „{answer}“ ({question}) ir 0, bet vilnī „{wave}“ tajā "
            "ir {n} respondenti.",
            "Izlabojiet mērķi vai izņemiet šos respondentus no atbildēm.",
        ),
        en=(
            "The weighting target of “{answer}” ({question}) is 0, but wave “{wave}” has {n} "
            "respondents in it.",
            "Mend the target, or take these respondents out of the answers.",
        ),
        ru=(
            "Цель взвешивания для категории «{answer}» ({question}) равна 0, но в волне «{wave}» "
            "в ней {n} респондентов.",
            "Исправьте цель или уберите этих респондентов из ответов.",
        ),
    ),
    "weights-not-convergent": Fault(
        "error",
        lv=(
            "Svēršanas mērķi nav savienojami: pēc {rounds} kārtām kategorijai „{answer}“ "
            "({question}) ir {share} %, nevis {target} %.",
            "Pārbaudiet, vai mērķi nav pretrunā, un apvienojiet kategorijas, kuru krustojumā nav "
            "neviena respondenta.",
        ),
        en=(
            "The weighting targets cannot be met together: after {rounds} rounds “{answer}” "
            "({question}) has {share}%, not {target}%.",
            "See whether targets contradict each other, and unite categories whose crossing has "
            "no respondents.",
        ),
        ru=(
            "Цели взвешивания несовместимы: после {rounds} проходов у категории «{answer}» "
            "({question}) {share} %, а не {target} %.",
            "Проверьте, не противоречат ли цели друг другу, и объедините категории, на пересечении "
            "которых нет респондентов.",
        ),
    ),
    "weights-bounds-unmet": Fault(
        "error",
        lv=(
            "Svaru robežās svēršanas mērķi nav sasniedzami: kategorijai „{answer}“ ({question}) "
            "pēc {rounds} kārtām ir {share} %, nevis {target} %.",
            "Paplašiniet `trim` robežas, apvienojiet kategorijas vai lietojiet `when: after`, kas "
            "tur robežas, bet ne mērķus.",
        ),
        en=(
            "Within the bounds the weighting targets cannot be met: after {rounds} rounds "
            "“{answer}” ({question}) has {share}%, not {target}%.",
            "Widen the bounds of `trim`, unite categories, or use `when: after`, which keeps the "
            "bounds but not the targets.",
        ),
        ru=(
            "В заданных границах весов цели недостижимы: после {rounds} проходов у категории "
            "«{answer}» ({question}) {share} %, а не {target} %.",
            "Расширьте границы `trim`, объедините категории или используйте `when: after`: границы "
            "сохраняются, а цели — нет.",
        ),
    ),
    "weights-nobody": Fault(
        "error",
        lv=(
            "Vilnī „{wave}“ nav neviena respondenta ar svaru, kas lielāks par nulli.",
            "Pārbaudiet pamatsvaru kolonnu.",
        ),
        en=(
            "In wave “{wave}” nobody has a weight above zero.",
            "Check the column of base weights.",
        ),
        ru=(
            "В волне «{wave}» ни у кого нет веса больше нуля.",
            "Проверьте столбец базовых весов.",
        ),
    ),
    "weights-costly": Fault(
        "warning",
        lv=(
            "Svēršana vilnī „{wave}“ ir dārga: dizaina efekts {deff}, no {n} intervijām efektīvi "
            "paliek {effective}.",
            "Apvienojiet kategorijas vai ierobežojiet svarus ar `trim`; sk. `atbalss weigh`.",
        ),
        en=(
            "Weighting wave “{wave}” is costly: a design effect of {deff}; of {n} interviews "
            "{effective} are left in effect.",
            "Unite categories, or bound the weights with `trim`; see `atbalss weigh`.",
        ),
        ru=(
            "Взвешивание волны «{wave}» обходится дорого: дизайн-эффект {deff}, из {n} интервью "
            "фактически остаётся {effective}.",
            "Объедините категории или ограничьте веса с помощью `trim`; см. `atbalss weigh`.",
        ),
    ),
    "weights-heavy": Fault(
        "warning",
        lv=(
            "Vilnī „{wave}“ lielākais svars ir {weight}: viens cilvēks runā par vairākiem.",
            "Ierobežojiet svarus ar `trim` vai apvienojiet mazās kategorijas; sk. `atbalss weigh`.",
        ),
        en=(
            "In wave “{wave}” the greatest weight is {weight}: one person speaks for several.",
            "Bound the weights with `trim`, or unite small categories; see `atbalss weigh`.",
        ),
        ru=(
            "В волне «{wave}» наибольший вес равен {weight}: один человек говорит за нескольких.",
            "Ограничьте веса с помощью `trim` или объедините малые категории; см. `atbalss weigh`.",
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
            "Pierakstiet study.yaml atslēgu `weighting:`; paraugs ir docs/study-folder.md.",
        ),
        en=(
            "No weighting is declared for wave “{wave}” of the study.",
            "Add the key `weighting:` to study.yaml; docs/study-folder.md has a pattern.",
        ),
        ru=(
            "Для волны «{wave}» взвешивание не задано.",
            "Добавьте в study.yaml ключ `weighting:`; образец — в docs/study-folder.md.",
        ),
    ),
    "weights-design": Fault(
        "error",
        lv=(
            "Izlases dizains `design:` ir pretrunīgs: {why}.",
            "Dodiet vai nu `strata`, `clusters`, `population`, vai `replicates`; paraugs ir "
            "docs/study-folder.md.",
        ),
        en=(
            "The design of the sample in `design:` contradicts itself: {why}.",
            "Give either `strata`, `clusters`, `population`, or `replicates`; "
            "docs/study-folder.md has a pattern.",
        ),
        ru=(
            "Дизайн выборки в `design:` противоречив: {why}.",
            "Задайте либо `strata`, `clusters`, `population`, либо `replicates`; образец — в "
            "docs/study-folder.md.",
        ),
    ),
}
