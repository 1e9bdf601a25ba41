# ruff: noqa: E501 - sentences for people read best whole
"""The words of a fieldwork block in reports, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "cumulative": (
        "Kopējais atbilstības līmenis ir {rate}: no {invited} uzaicinātajiem piekrita {agreed} ({participation}), un no atlasītajiem nointervēts {response} (RR1).",
        "The cumulative response rate is {rate}: of {invited} invited, {agreed} agreed ({participation}), and of the sampled cases {response} were interviewed (RR1).",
        "Совокупный уровень ответов — {rate}: из {invited} приглашённых согласились {agreed} ({participation}), из отобранных опрошено {response} (RR1).",
    ),
    "no_counter": (
        "Cik cilvēku uzaicināts, nav uzskaitīts, tāpēc kopējo atbilstības līmeni nevar aprēķināt. Atbilžu līmenis (RR1) ir {response}; gadījumu skaits: {cases}.",
        "How many people were invited was not counted, so there is no cumulative rate. The response rate (RR1) is {response}; cases: {cases}.",
        "Сколько человек приглашено, не учтено, поэтому совокупного уровня нет. Уровень ответов (RR1) — {response}; случаев: {cases}.",
    ),
    "calls": (
        "Gadījumi: {cases}. Mēģinājumi: {attempts}, sastādīti numuri: {calls}, intervētāji: {interviewers}.",
        "Cases: {cases}. Attempts: {attempts}, numbers dialled: {calls}, interviewers: {interviewers}.",
        "Случаи: {cases}. Попытки: {attempts}, набранные номера: {calls}, интервьюеры: {interviewers}.",
    ),
    "modes": (
        "Intervijas pa tālruni: {phone}, tīmeklī: {web}.",
        "Interviews by telephone: {phone}, on the web: {web}.",
        "Интервью по телефону: {phone}, в сети: {web}.",
    ),
    "outcomes": ("Iznākumi pēc klases", "Outcomes by class", "Исходы по классам"),
    "rates": ("Atbilžu, sadarbības, atteikumu un kontaktu līmeņi", "Response, cooperation, refusal and contact rates", "Уровни ответов, сотрудничества, отказов и контактов"),
    "counter": ("Piedalīšanās pie letes pa centriem", "Participation at the counter by centre", "Участие у стойки по центрам"),
    "code": ("Kods", "Code", "Код"),
    "outcome": ("Iznākums", "Outcome", "Исход"),
    "class": ("Klase", "Class", "Класс"),
    "n": ("Gadījumi", "Cases", "Случаи"),
    "share": ("Daļa", "Share", "Доля"),
    "all": ("Kopā", "Total", "Всего"),
    "rate": ("Rādītājs", "Rate", "Показатель"),
    "formula": ("Formula", "Formula", "Формула"),
    "counted": ("Skaitīts", "Counted", "По числу"),
    "weighted": ("Svērts", "Weighted", "Взвешенный"),
    "centre": ("Centrs", "Centre", "Центр"),
    "visitors": ("Apmeklētāji", "Visitors", "Посетители"),
    "invited": ("Uzaicināti", "Invited", "Приглашены"),
    "agreed": ("Piekrituši", "Agreed", "Согласились"),
    "participation": ("Piedalīšanās", "Participation", "Участие"),
    "undefined": ("nav definēts", "not defined", "не определён"),
    "I": ("Pilna intervija", "Complete interview", "Полное интервью"),
    "P": ("Daļēja intervija", "Partial interview", "Частичное интервью"),
    "R": ("Atteikums", "Refusal", "Отказ"),
    "NC": ("Nav kontakta", "Non-contact", "Нет контакта"),
    "O": ("Cits iemesls", "Other", "Другая причина"),
    "UH": ("Nezināms, vai numurs derīgs", "Unknown if the number serves a person", "Неизвестно, действует ли номер"),
    "UO": ("Nezināms, vai persona piederīga", "Unknown if the person is eligible", "Неизвестно, подходит ли человек"),
    "NE": ("Nav piederīgs", "Not eligible", "Не подходит"),
    "edition": (
        "Kodi un formulas: {edition}. K = I+P+R+NC+O, U = UH+UO.",
        "Codes and formulas: {edition}. K = I+P+R+NC+O, U = UH+UO.",
        "Коды и формулы: {edition}. K = I+P+R+NC+O, U = UH+UO.",
    ),
    "preset_named": (
        "Kodi lasīti kā uzaicināto sarakstam: nederīgs numurs paliek saucējā.",
        "Codes are read as for a list of invited persons: a dead number stays in the denominator.",
        "Коды прочитаны как для списка приглашённых: недействующий номер остаётся в знаменателе.",
    ),
    "preset_random": (
        "Kodi lasīti kā nejaušiem numuriem: nederīgs numurs nav piederīgs.",
        "Codes are read as for random digits: a dead number is not eligible.",
        "Коды прочитаны как для случайных номеров: недействующий номер не подходит.",
    ),
    "own_classes": ("Pētījums pats noteicis klasi kodiem: {codes}.", "The study itself classed these codes: {codes}.", "Исследование само определило класс кодов: {codes}."),
    "thresholds": (
        "Intervija ir pilna no {complete} un daļēja no {partial} pamatjautājumu.",
        "An interview is complete from {complete} and partial from {partial} of the core questions.",
        "Интервью полное с {complete} и частичное с {partial} основных вопросов.",
    ),
    "e_none": (
        "e (nezināmo gadījumu piederīgo daļa) nav novērtēta, tāpēc RR3, RR4, REF2 un CON2 nav definēti.",
        "e (the eligible share of unknown cases) was not estimated, so RR3, RR4, REF2 and CON2 are not defined.",
        "e (доля подходящих среди неизвестных) не оценена, поэтому RR3, RR4, REF2 и CON2 не определены.",
    ),
    "e_casro": (
        "e = {uh}, pēc CASRO metodes: K / (K + NE).",
        "e = {uh}, by the CASRO method: K / (K + NE).",
        "e = {uh}, по методу CASRO: K / (K + NE).",
    ),
    "e_own": ("e: UH {uh}, UO {uo}; metode: {method}.", "e: UH {uh}, UO {uo}; method: {method}.", "e: UH {uh}, UO {uo}; метод: {method}."),
    "weights": (
        "Svērtie rādītāji lieto gadījumu pamatsvarus.",
        "Weighted rates use the base weights of cases.",
        "Взвешенные показатели используют базовые веса случаев.",
    ),
    "mode_everybody": ("uzaicināts ikviens apmeklētājs", "every visitor was invited", "приглашали каждого посетителя"),
    "mode_every_kth": ("uzaicināts katrs k-tais apmeklētājs", "every k-th visitor was invited", "приглашали каждого k-го посетителя"),
    "mode_quota": ("uzaicināts pēc kvotas", "visitors were invited by quota", "приглашали по квоте"),
    "mode_choice": ("darbinieks pats izvēlējās, ko uzaicināt", "staff chose whom to invite", "сотрудник сам выбирал, кого пригласить"),
    "mode_open_link": ("atklāta saite: piedalījās, kas gribēja", "an open link: whoever wanted took part", "открытая ссылка: участвовал кто хотел"),
    "recruitment": (
        "Pie letes ({modes}) no {visitors} apmeklētājiem uzaicināti {invited}, piekrita {agreed} ({participation}).",
        "At the counter ({modes}), of {visitors} visitors {invited} were invited and {agreed} agreed ({participation}).",
        "У стойки ({modes}) из {visitors} посетителей пригласили {invited}, согласились {agreed} ({participation}).",
    ),
    "reached": (
        "Gadījumi: {cases}, pilnas intervijas: {complete}, daļējas: {partial}; atbilžu līmenis RR1 {response}.",
        "Cases: {cases}, complete interviews: {complete}, partial: {partial}; response rate RR1 {response}.",
        "Случаи: {cases}, полные интервью: {complete}, частичные: {partial}; уровень ответов RR1 {response}.",
    ),
    "head_recruitment": ("Uzaicināšana", "Recruitment", "Приглашение"),
    "head_reached": ("Sasniegtie", "Reached", "Охват"),
}  # fmt: skip

FORMULAS = {
    "RR1": "I / (K+U)",
    "RR2": "(I+P) / (K+U)",
    "RR3": "I / (K+eU)",
    "RR4": "(I+P) / (K+eU)",
    "RR5": "I / K",
    "RR6": "(I+P) / K",
    "COOP1": "I / (I+P+R+O)",
    "COOP2": "(I+P) / (I+P+R+O)",
    "COOP3": "I / (I+P+R)",
    "COOP4": "(I+P) / (I+P+R)",
    "REF1": "R / (K+U)",
    "REF2": "R / (K+eU)",
    "REF3": "R / K",
    "CON1": "(I+P+R+O) / (K+U)",
    "CON2": "(I+P+R+O) / (K+eU)",
    "CON3": "(I+P+R+O) / K",
}


def say(key: str, lang: str, **parts: object) -> str:
    """Words in a language, with their parts filled."""
    return spoken(_WORDS[key], lang, **parts)
