"""The fixed words of figures and their data tables, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "answer": ("Atbilde", "Answer", "Ответ"),
    "item": ("Rādītājs", "Item", "Показатель"),
    "share": ("Īpatsvars", "Share", "Доля"),
    "mean": ("Vidēji", "Mean", "Среднее"),
    "interval": ("{level} % intervāls", "{level}% interval", "{level}%-ный интервал"),
    "persons": ("Skaits", "Count", "Число"),
    "base": ("Bāze", "Base", "База"),
    "base_n": ("Bāze (n)", "Base (n)", "База (n)"),
    "n": ("n = {n}", "n = {n}", "n = {n}"),
    "standard_line": (
        "{row} (sastāvs kā: {current})",
        "{row} (composition of {current})",
        "{row} (состав: {current})",
    ),
    "dashed": (
        "Raustītā līnija rāda, kādi būtu skaitļi ar pašreizējo respondentu sastāvu.",
        "The dashed line shows what the numbers would be with today’s composition of respondents.",
        "Пунктирная линия показывает, какими были бы числа при нынешнем составе респондентов.",
    ),
    "no_chart": (
        "Attēla nav: visi tā skaitļi ir paslēpti vai nav zināmi. Kāpēc, teikts piezīmēs.",
        "There is no chart: all its numbers are hidden or not known. The notes say why.",
        "Рисунка нет: все его числа скрыты или неизвестны. Почему — сказано в примечаниях.",
    ),
    "n_weighted": (
        "n = {n}, efektīvā bāze {effective}",
        "n = {n}, effective base {effective}",
        "n = {n}, эффективная база {effective}",
    ),
    "base_weighted": ("Svērtā bāze", "Weighted base", "Взвешенная база"),
    "base_effective": ("Efektīvā bāze", "Effective base", "Эффективная база"),
    "n_unknown": ("n nav zināms", "n not known", "n неизвестно"),
    "unpublished": ("nav publicēts", "not published", "не опубликовано"),
    "everybody": ("Visi respondenti", "All respondents", "Все респонденты"),
    "small": ("n par mazu", "n too small", "n слишком мало"),
    "higher": (
        "Salīdzinājums ({wave}): statistiski nozīmīgi augstāks: {list}.",
        "Significantly higher than in {wave}: {list}.",
        "Статистически значимо выше, чем {wave}: {list}.",
    ),
    "lower": (
        "Salīdzinājums ({wave}): statistiski nozīmīgi zemāks: {list}.",
        "Significantly lower than in {wave}: {list}.",
        "Статистически значимо ниже, чем {wave}: {list}.",
    ),
    "same": (
        "Salīdzinājums ({wave}): statistiski nozīmīga atšķirība nav pierādīta: {list}.",
        "No significant difference from {wave} is shown: {list}.",
        "Статистически значимое различие с {wave} не показано: {list}.",
    ),
    "unchanged": (
        "Salīdzinājums ({wave}): nemainīgs (visa starpības ticamības robeža ir noteiktajā "
        "pielaidē): {list}.",
        "Unchanged since {wave} (the whole interval of the difference lies within the declared "
        "margin): {list}.",
        "Без изменений с {wave} (весь интервал разности лежит в заданных пределах): {list}.",
    ),
    "rounded": (
        "Noapaļošanas dēļ redzamo procentu summa var nebūt tieši 100.",
        "Because of rounding the printed percentages may not add to exactly 100.",
        "Из-за округления сумма показанных процентов может отличаться от 100.",
    ),
    "gap": (
        "Kur josla nesniedzas līdz galam, pārējās daļas nav publicētas.",
        "Where a bar does not reach the end, the other parts were not published.",
        "Где полоса не доходит до конца, остальные части не публиковались.",
    ),
    "derived": (
        "† Publicētais skaitlis mīnus publicētā starpība; abu noapaļojums kopā ±{rounding}.",
        "† A published figure minus a published difference; rounding of both together ±{rounding}.",
        "† Опубликованное число минус опубликованная разность; общее округление ±{rounding}.",
    ),
    "hollow": (
        "Neaizpildītie punkti ir publicēti skaitļi bez intervāla.",
        "Hollow points are published figures without an interval.",
        "Незакрашенные точки — опубликованные числа без интервала.",
    ),
    "whiskers": (
        "Svītras rāda {level} % intervālu.",
        "Lines show the {level}% interval.",
        "Линии показывают {level}%-ный интервал.",
    ),
    "back": (
        "Atpakaļ uz {n}. piezīmes vietu",
        "Back to where note {n} stands",
        "Назад к месту сноски {n}",
    ),
    "footnote": ("{n}. piezīme", "Note {n}", "Сноска {n}"),
    "link_to": ("Pastāvīga saite: {what}", "Permanent link: {what}", "Постоянная ссылка: {what}"),
    "invented": ("Atdarināti dati.", "Invented data.", "Вымышленные данные."),
}


def word(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase in a language (English where the language is not known), filled."""
    return spoken(_WORDS[key], lang, **fills)
