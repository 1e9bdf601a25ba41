"""Faults of weighting: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault
from atbalss.problems.weights_asked import ASKED_FAULTS

FAULTS: dict[str, Fault] = {
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
    **ASKED_FAULTS,
}
