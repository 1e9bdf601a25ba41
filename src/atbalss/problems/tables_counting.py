"""Faults of counting: weights, units, values."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "tables-bad-weights": Fault(
        "error",
        lv=(
            "Kolonnā „{column}“ ir svari, kas ir negatīvi vai nav skaitļi ({count}).",
            "Izlabojiet svarus: svars ir 0 vai lielāks; tukšs svars skaitās 0.",
        ),
        en=(
            "The column “{column}” has weights that are negative or not numbers ({count}).",
            "Mend the weights: a weight is 0 or more; an empty one counts as 0.",
        ),
        ru=(
            "В столбце «{column}» есть веса, которые отрицательны или не являются числами "
            "({count}).",
            "Исправьте веса: вес — 0 или больше; пустой считается нулём.",
        ),
    ),
    "tables-layout-items": Fault(
        "error",
        lv=(
            "Tabulai „{table}“ prasīts izkārtojums „items“, bet rindās ir „{rows}“.",
            "Šādi rāda vienu jautājumu bloku ar kopīgu atbilžu skalu: rindās norādiet tikai to.",
        ),
        en=(
            "The table “{table}” asks for the layout “items”, but its rows are “{rows}”.",
            "One grid is shown so: name it alone in the rows.",
        ),
        ru=(
            "Для таблицы «{table}» задана раскладка «items», но в строках «{rows}».",
            "Так показывают один блок вопросов (сетку): укажите в строках только его.",
        ),
    ),
    "tables-too-many-units": Fault(
        "error",
        lv=(
            "Izlases plānā ir pārāk daudz vienību: {count}, bet skaitīt var līdz {limit}.",
            "Ja katra intervija ir pati sava primārā izlases vienība, klasteru kolonnu nenorādiet.",
        ),
        en=(
            "The sampling design has too many units: {count}; up to {limit} can be counted by.",
            "If each interview is its own primary sampling unit, give no column of clusters.",
        ),
        ru=(
            "В плане выборки слишком много единиц: {count}; считать можно не более чем по {limit}.",
            "Если каждое интервью — своя первичная единица отбора, столбец кластеров не нужен.",
        ),
    ),
    "tables-too-many-values": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ ir vairāk nekā {limit} dažādu vērtību, tāpēc tā mediānu "
            "precīzi saskaitīt nevar.",
            "Noapaļojiet atbildes vai sadaliet tās joslās.",
        ),
        en=(
            "The question “{question}” has more than {limit} different values, so its median "
            "cannot be counted exactly.",
            "Round the answers, or put them into bands.",
        ),
        ru=(
            "У вопроса «{question}» больше {limit} различных значений, поэтому точно посчитать "
            "медиану нельзя.",
            "Округлите ответы или разбейте их на диапазоны.",
        ),
    ),
    "tables-no-compiler": Fault(
        "error",
        lv=(
            "Kompilētai skaitīšanai vajag pakotni numba, bet tās nav.",
            "Uzstādiet „atbalss[fast]“ vai skaitiet bez tās: rezultāts ir tas pats.",
        ),
        en=(
            "Compiled counting needs the package numba, which is not there.",
            "Install “atbalss[fast]”, or count without it: the result is the same.",
        ),
        ru=(
            "Для компилированного подсчёта нужен пакет numba, а его нет.",
            "Установите «atbalss[fast]» или считайте без него: результат тот же.",
        ),
    ),
    "tables-no-values": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nevar glabāt vērtības mediānai: tas nav atklāts skaitlis.",
            "Mediānu no atklātiem skaitļiem piesakiet pirms skaitīšanas; skalai to dod tās kodi.",
        ),
        en=(
            "Values of the question “{question}” cannot be kept for a median: it is no open "
            "number.",
            "Declare medians of open numbers before the count; a scale has its median by its "
            "codes.",
        ),
        ru=(
            "Значения вопроса «{question}» нельзя сохранить для медианы: это не открытое число.",
            "Заявляйте до подсчёта медианы открытых чисел; у шкалы медиана видна по её кодам.",
        ),
    ),
}
