# ruff: noqa: E501 - a sentence a row reads best
"""What was guessed when a study was drafted from a data file; gathered into `exchange.FAULTS`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

_TEXTS: dict[str, tuple[str, tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    "id": (
        "note",
        ("Respondentus atšķir mainīgais „{name}“.", "Ja tas nav respondenta numurs, izlabojiet answers.csv kolonnu id."),
        ("Respondents are told apart by the variable “{name}”.", "If it is no number of the respondent, mend the column id of answers.csv."),
        ("Респондентов различает переменная «{name}».", "Если это не номер респондента, исправьте столбец id в answers.csv."),
    ),
    "no-id": (
        "note",
        ("Failā nav mainīgā, kas atšķirtu respondentus; id ir rindas numurs.", "Ja vajag, ierakstiet savus numurus answers.csv kolonnā id."),
        ("No variable of the file tells respondents apart; the id is the number of the row.", "Write numbers of your own into the column id of answers.csv, if you have any."),
        ("В файле нет переменной, различающей респондентов; id — номер строки.", "При необходимости впишите свои номера в столбец id файла answers.csv."),
    ),
    "weight": (
        "note",
        ("Fails pats saka, ka svari ir mainīgajā „{name}“.", "Pārbaudiet sadaļu weighting failā study.yaml."),
        ("The file itself says that the variable “{name}” holds the weights.", "Check the section weighting of study.yaml."),
        ("Файл сам указывает, что веса — в переменной «{name}».", "Проверьте раздел weighting в study.yaml."),
    ),
    "weight-maybe": (
        "warning",
        ("Mainīgais „{name}“ izskatās pēc svariem, bet fails to nesaka; pārskats nav svērts.", "Ja tie ir svari, sāciet vēlreiz ar `atbalss new MAPE --from {file} --weight {name}`."),
        ("The variable “{name}” looks like weights, but the file does not say so; the report is not weighted.", "If they are, begin again with `atbalss new FOLDER --from {file} --weight {name}`."),
        ("Переменная «{name}» похожа на веса, но файл этого не говорит; отчёт не взвешен.", "Если это веса, начните заново: `atbalss new ПАПКА --from {file} --weight {name}`."),
    ),
    "contact": (
        "warning",
        ("Mainīgajā „{name}“ ir vārdi, tālruņi vai adreses; tas pētījumā nav pārņemts.", "Kontaktus glabājiet atsevišķi; ja tie nav kontakti, pārdēvējiet mainīgo un sāciet vēlreiz."),
        ("The variable “{name}” holds names, telephones or addresses; it was left out of the study.", "Keep contacts apart; if it holds none, rename the variable and begin again."),
        ("В переменной «{name}» имена, телефоны или адреса; в исследование она не включена.", "Храните контакты отдельно; если их там нет, переименуйте переменную и начните заново."),
    ),
    "renamed": (
        "note",
        ("Mainīgais „{old}“ anketā ir jautājums „{new}“; sākotnējais nosaukums ir kolonnā source_name.", "Ja gribat citu nosaukumu, mainiet to anketā un answers.csv."),
        ("The variable “{old}” is the question “{new}”; its own name is in the column source_name.", "For another name, change it in the questionnaire and in answers.csv."),
        ("Переменная «{old}» в анкете — вопрос «{new}»; исходное имя в столбце source_name.", "Если нужно другое имя, измените его в анкете и в answers.csv."),
    ),
    "set-shared": (
        "warning",
        ("Vairākatbilžu kopa „{name}“ dala mainīgos ar citu kopu vai ar svariem; tā nav pārņemta.", "Ja tā vajadzīga kā atsevišķs jautājums, pārrakstiet to anketā."),
        ("The multiple-response set “{name}” shares variables with another set or the weights; it was not taken over.", "Write it into the questionnaire if it is needed as a question of its own."),
        ("Набор множественных ответов «{name}» делит переменные с другим набором или весами; он не перенесён.", "Если он нужен как отдельный вопрос, внесите его в анкету."),
    ),
    "options-declared": (
        "note",
        ("Mainīgie {first}–{last} ({count}) ir viens jautājums ar vairākām atbildēm: tā saka fails.", "Pārbaudiet atbilžu tekstus anketā."),
        ("The variables {first} to {last} ({count}) are one question of several answers: the file says so.", "Check the texts of its answers in the questionnaire."),
        ("Переменные {first}–{last} ({count}) — один вопрос с несколькими ответами: так указано в файле.", "Проверьте тексты ответов в анкете."),
    ),
    "options": (
        "warning",
        ("Mainīgie {first}–{last} ({count}) uzskatīti par vienu jautājumu ar vairākām atbildēm; „izvēlēts“ ir {counted}.", "Ja tie ir atsevišķi jautājumi, pārrakstiet tos anketā kā select_one."),
        ("The variables {first} to {last} ({count}) are taken as one question of several answers; “chosen” is {counted}.", "If they are questions of their own, write them as select_one in the questionnaire."),
        ("Переменные {first}–{last} ({count}) приняты за один вопрос с несколькими ответами; «выбрано» — {counted}.", "Если это отдельные вопросы, запишите их в анкете как select_one."),
    ),
    "none-code": (
        "note",
        ("Jautājumā „{name}“ ir respondenti, kas neizvēlējās neko ({count}); viņiem pielikta atbilde „{answer}“, lai tie paliktu bāzē.", "Pārbaudiet tās tekstu anketā."),
        ("Some respondents ({count}) chose nothing in “{name}”; they are given the answer “{answer}”, so that they stay in the base.", "Check its text in the questionnaire."),
        ("В вопросе «{name}» ничего не выбрали: {count}; им добавлен ответ «{answer}», чтобы они остались в базе.", "Проверьте его текст в анкете."),
    ),
    "slots": (
        "note",
        ("Vairākatbilžu kopa „{name}“ (mainīgo skaits: {count}) ir viens jautājums; katrā mainīgajā ir viena no atbildēm.", "Pārbaudiet atbilžu sarakstu anketā."),
        ("The multiple-response set “{name}” ({count} variables) is one question; each variable holds one of the answers.", "Check the list of answers in the questionnaire."),
        ("Набор множественных ответов «{name}» (переменных: {count}) — один вопрос; в каждой переменной один из ответов.", "Проверьте список ответов в анкете."),
    ),
    "grid": (
        "warning",
        ("Mainīgie {first}–{last} ({count}) ar vienādām atbildēm uzskatīti par vienu tabulu.", "Pārbaudiet tabulas virsrakstu un vienumu tekstus anketā."),
        ("The variables {first} to {last} ({count}) have the same answers and are taken as one grid.", "Check the title of the grid and the texts of its items in the questionnaire."),
        ("Переменные {first}–{last} ({count}) с одинаковыми ответами приняты за одну таблицу.", "Проверьте заголовок таблицы и тексты пунктов в анкете."),
    ),
    "missing": (
        "warning",
        ("Mainīgā „{name}“ vērtība {value} („{label}“) uzskatīta par trūkstošu atbildi ({word}).", "Ja tā ir atbilde, izdzēsiet vārdu kolonnā missing."),
        ("The value {value} of “{name}” (“{label}”) is taken as a missing answer ({word}).", "If it is an answer, take the word out of the column missing."),
        ("Значение {value} переменной «{name}» («{label}») принято за пропуск ({word}).", "Если это ответ, удалите слово в столбце missing."),
    ),
    "unsure": (
        "warning",
        ("Mainīgā „{name}“ vērtība {value} („{label}“) uzskatīta par „grūti pateikt“: īpatsvaru bāzē tā paliek, vidējā vērtībā ne.", "Ja bāzē tai nav jābūt, ierakstiet jautājuma kolonnā dk_in_base vārdu no; ja tā ir parasta atbilde, izdzēsiet vārdu kolonnā missing."),
        ("The value {value} of “{name}” (“{label}”) is taken as “hard to say”: it stays in the base of shares, not in means.", "If it is to leave the base, write no in the question's column dk_in_base; if it is an answer like others, take the word out of the column missing."),
        ("Значение {value} переменной «{name}» («{label}») принято за «трудно сказать»: в базе долей оно остаётся, в среднем — нет.", "Если в базе его быть не должно, впишите no в столбец dk_in_base вопроса; если это обычный ответ, удалите слово из столбца missing."),
    ),
    "unsure-declared": (
        "warning",
        ("Mainīgā „{name}“ vērtību {value} („{label}“) fails sauc par trūkstošu, tāpēc tā nav ne īpatsvaru bāzē, ne vidējā vērtībā (kā SPSS).", "Ja īpatsvaru bāzē tai jāpaliek, izdzēsiet vārdu no jautājuma kolonnā dk_in_base."),
        ("The file declares the value {value} of “{name}” (“{label}”) missing, so it is neither in the base of shares nor in means (as in SPSS).", "If it is to stay in the base of shares, take the word no out of the question's column dk_in_base."),
        ("Значение {value} переменной «{name}» («{label}») файл называет пропуском, поэтому его нет ни в базе долей, ни в среднем (как в SPSS).", "Если в базе долей оно должно остаться, удалите слово no из столбца dk_in_base вопроса."),
    ),
    "missing-open": (
        "warning",
        ("Mainīgā „{name}“ vērtība {value} uzskatīta par trūkstošu atbildi ({word}).", "Ja tā ir atbilde, ierakstiet to answers.csv."),
        ("The value {value} of “{name}” is taken as a missing answer ({word}).", "If it is an answer, write it into answers.csv."),
        ("Значение {value} переменной «{name}» принято за пропуск ({word}).", "Если это ответ, впишите его в answers.csv."),
    ),
    "unlabelled": (
        "warning",
        ("Mainīgā „{name}“ vērtībai {value} nav birkas; tā ir {count} rindās ({rows}).", "Ierakstiet tās tekstu anketā vai izlabojiet atbildes."),
        ("The value {value} of “{name}” has no label; it stands in {count} rows ({rows}).", "Write its text into the questionnaire, or mend the answers."),
        ("У значения {value} переменной «{name}» нет метки; строк с ним: {count} ({rows}).", "Впишите его текст в анкету или исправьте ответы."),
    ),
    "ends": (
        "warning",
        ("Mainīgajam „{name}“ birkas ir tikai skalas galiem; pieņemta skala {low}–{high}.", "Pārbaudiet skalas garumu anketā."),
        ("Only the ends of “{name}” have labels; a scale of {low} to {high} is assumed.", "Check the length of the scale in the questionnaire."),
        ("У переменной «{name}» метки только на концах шкалы; принята шкала {low}–{high}.", "Проверьте длину шкалы в анкете."),
    ),
    "some-labels": (
        "warning",
        ("Mainīgajam „{name}“ dažām vērtībām nav birku (tādu vērtību skaits: {count}), tāpēc tas uzskatīts par skaitli.", "Ja tas ir saraksts, ierakstiet to anketā kā select_one."),
        ("Some values of “{name}” have no label ({count}), so it is taken as a number.", "If it is a list, write it as select_one in the questionnaire."),
        ("У переменной «{name}» значений без меток: {count}; она принята за число.", "Если это список, запишите её в анкете как select_one."),
    ),
    "cell-lists": (
        "note",
        ("Kolonnas „{name}“ šūnās ir vairākas atbildes, ko atdala „{sign}“; tas ir jautājums ar vairākām atbildēm, un tā atbilžu variantu skaits ir {count}.", "Pārskatiet atbilžu variantus anketā; ja tas ir atvērts jautājums, aizstājiet failā atdalītāju ar citu zīmi."),
        ("Cells of the column “{name}” hold several answers, parted by “{sign}”; it is a question of several answers with {count} options.", "Look over the options in the questionnaire; if it is an open question, put another sign in place of the separator in the file."),
        ("В ячейках столбца «{name}» по нескольку ответов через «{sign}»; это вопрос с несколькими ответами, вариантов: {count}.", "Проверьте варианты в анкете; если вопрос открытый, замените в файле разделитель другим знаком."),
    ),
    "number-odd": (
        "warning",
        ("Mainīgā „{name}“ vērtība {value} stāv ārpus skalas, uz kuras ir pārējās (reižu skaits: {count}); tagad tā ir skaitlis un ieiet vidējā.", "Ja tā nozīmē „nav atbildes“, aizstājiet to failā answers.csv ar _dont_know vai _refused, vai atstājiet šūnu tukšu."),
        ("The value {value} of “{name}” is off the scale that the others are on (times: {count}); now it is a number and enters the mean.", "If it means “no answer”, put _dont_know or _refused in its place in answers.csv, or leave the cell blank."),
        ("Значение {value} переменной «{name}» вне шкалы, на которой остальные (раз: {count}); сейчас это число, и оно входит в среднее.", "Если оно означает «нет ответа», замените его в answers.csv на _dont_know или _refused либо оставьте ячейку пустой."),
    ),
    "few-texts": (
        "warning",
        ("Mainīgajā „{name}“ atkārtojas {count} teksti, tāpēc tas uzskatīts par slēgtu jautājumu.", "Ja tas ir atvērts jautājums, ierakstiet anketā veidu text."),
        ("{count} texts come again and again in “{name}”, so it is taken as a closed question.", "If it is an open one, write the type text in the questionnaire."),
        ("В переменной «{name}» повторяются тексты ({count}), поэтому она принята за закрытый вопрос.", "Если вопрос открытый, укажите в анкете тип text."),
    ),
    "frame": (
        "note",
        ("Atvērtajam jautājumam „{name}“ sagatavots kodu saraksts „{frame}“ ar divām atbildēm.", "Papildiniet to failā codeframes.md un kodējiet atbildes codes.csv."),
        ("The open question “{name}” has a code frame “{frame}” of two codes to begin with.", "Fill it in codeframes.md and code the answers in codes.csv."),
        ("Для открытого вопроса «{name}» подготовлен список кодов «{frame}» с двумя ответами.", "Дополните его в codeframes.md и закодируйте ответы в codes.csv."),
    ),
    "names": (
        "note",
        ("Kolonnas „{old}“ nosaukums nav lietojams; tā ir „{new}“, un virsraksts ir jautājuma teksts.", "Pārbaudiet jautājuma tekstu anketā."),
        ("The header “{old}” cannot be a name; the column is “{new}” and the header is the question's text.", "Check the text of the question."),
        ("Заголовок «{old}» не может быть именем; столбец — «{new}», а заголовок — текст вопроса.", "Проверьте текст вопроса в анкете."),
    ),
}  # fmt: skip

ADOPT_FAULTS: dict[str, Fault] = {
    f"exchange-adopt-{code}": Fault(severity, lv=lv, en=en, ru=ru)
    for code, (severity, lv, en, ru) in _TEXTS.items()
}
