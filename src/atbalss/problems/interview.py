"""Faults of this room: permanent code -> severity and texts; never reuse a code.

Those that begin with `interview-` are read by interviewers and respondents while they answer.
"""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

_INTERVIEW: dict[str, Fault] = {
    "interview-required": Fault(
        "error",
        lv=("Uz šo jautājumu ir jāatbild.", "Lūdzu, atbildiet uz jautājumu."),
        en=("This question needs an answer.", "Please answer it."),
        ru=("На этот вопрос нужно ответить.", "Пожалуйста, ответьте на него."),
    ),
    "interview-required-own": Fault(
        "error",
        lv=("{message}", "Lūdzu, atbildiet uz jautājumu."),
        en=("{message}", "Please answer the question."),
        ru=("{message}", "Пожалуйста, ответьте на вопрос."),
    ),
    "interview-constraint": Fault(
        "error",
        lv=("Šāda atbilde šeit nav iespējama.", "Lūdzu, pārbaudiet atbildi un izlabojiet to."),
        en=("This answer is not possible here.", "Please check the answer and correct it."),
        ru=("Такой ответ здесь невозможен.", "Пожалуйста, проверьте и исправьте ответ."),
    ),
    "interview-constraint-own": Fault(
        "error",
        lv=("{message}", "Lūdzu, pārbaudiet atbildi un izlabojiet to."),
        en=("{message}", "Please check the answer and correct it."),
        ru=("{message}", "Пожалуйста, проверьте и исправьте ответ."),
    ),
    "interview-soft": Fault(
        "warning",
        lv=(
            "Šī atbilde ir neparasta.",
            "Lūdzu, pārbaudiet to; ja tā ir pareiza, paskaidrojiet, kāpēc.",
        ),
        en=("This answer is unusual.", "Please check it; if it is right, say why."),
        ru=("Это необычный ответ.", "Пожалуйста, проверьте его; если он верен, поясните почему."),
    ),
    "interview-soft-own": Fault(
        "warning",
        lv=("{message}", "Lūdzu, pārbaudiet atbildi; ja tā ir pareiza, paskaidrojiet, kāpēc."),
        en=("{message}", "Please check the answer; if it is right, say why."),
        ru=("{message}", "Пожалуйста, проверьте ответ; если он верен, поясните почему."),
    ),
    "interview-not-whole": Fault(
        "error",
        lv=("Šeit vajadzīgs vesels skaitlis.", "Lūdzu, rakstiet tikai ciparus, piemēram, 12."),
        en=("A whole number is needed here.", "Please write digits only, such as 12."),
        ru=("Здесь нужно целое число.", "Пожалуйста, пишите только цифры, например 12."),
    ),
    "interview-not-number": Fault(
        "error",
        lv=("Šeit vajadzīgs skaitlis.", "Lūdzu, rakstiet skaitli, piemēram, 12 vai 12,5."),
        en=("A number is needed here.", "Please write a number, such as 12 or 12.5."),
        ru=("Здесь нужно число.", "Пожалуйста, напишите число, например 12 или 12,5."),
    ),
    "interview-not-date": Fault(
        "error",
        lv=("Šeit vajadzīgs datums.", "Lūdzu, rakstiet gadu, mēnesi un dienu: 2024-11-26."),
        en=("A date is needed here.", "Please write year, month and day: 2024-11-26."),
        ru=("Здесь нужна дата.", "Пожалуйста, напишите год, месяц и день: 2024-11-26."),
    ),
    "interview-not-time": Fault(
        "error",
        lv=("Šeit vajadzīgs laiks.", "Lūdzu, rakstiet stundas un minūtes: 14:30."),
        en=("A time is needed here.", "Please write hours and minutes: 14:30."),
        ru=("Здесь нужно время.", "Пожалуйста, напишите часы и минуты: 14:30."),
    ),
    "interview-not-moment": Fault(
        "error",
        lv=("Šeit vajadzīgs datums un laiks.", "Lūdzu, rakstiet tā: 2024-11-26T14:30."),
        en=("A date and a time are needed here.", "Please write them so: 2024-11-26T14:30."),
        ru=("Здесь нужны дата и время.", "Пожалуйста, напишите так: 2024-11-26T14:30."),
    ),
    "interview-out-of-range": Fault(
        "error",
        lv=("Atbildei jābūt no {low} līdz {high}.", "Lūdzu, izvēlieties skaitli šajās robežās."),
        en=("The answer must be from {low} to {high}.", "Please choose a number in this range."),
        ru=("Ответ должен быть от {low} до {high}.", "Пожалуйста, выберите число в этих пределах."),
    ),
    "interview-off-step": Fault(
        "error",
        lv=(
            "Skaitļi šeit sākas ar {low} un pieaug pa {step}.",
            "Lūdzu, izvēlieties vienu no tiem.",
        ),
        en=("Numbers here start at {low} and go up by {step}.", "Please choose one of them."),
        ru=("Числа здесь начинаются с {low}, шаг {step}.", "Пожалуйста, выберите одно из них."),
    ),
    "interview-not-offered": Fault(
        "error",
        lv=(
            "Atbilde «{value}» šim jautājumam nav piedāvāta.",
            "Lūdzu, izvēlieties kādu no piedāvātajām atbildēm.",
        ),
        en=(
            "The answer “{value}” is not offered for this question.",
            "Please choose one of the answers offered.",
        ),
        ru=(
            "Ответ «{value}» для этого вопроса не предложен.",
            "Пожалуйста, выберите один из предложенных ответов.",
        ),
    ),
    "interview-one-only": Fault(
        "error",
        lv=("Šeit var būt tikai viena atbilde.", "Lūdzu, izvēlieties vienu."),
        en=("Only one answer is possible here.", "Please choose one."),
        ru=("Здесь возможен только один ответ.", "Пожалуйста, выберите один."),
    ),
    "interview-exclusive": Fault(
        "error",
        lv=(
            "Atbilde «{label}» nav savienojama ar citām atbildēm.",
            "Lūdzu, atstājiet vai nu tikai šo atbildi, vai tikai pārējās.",
        ),
        en=(
            "The answer “{label}” cannot go with other answers.",
            "Please keep either this answer alone or only the others.",
        ),
        ru=(
            "Ответ «{label}» нельзя сочетать с другими ответами.",
            "Пожалуйста, оставьте либо только этот ответ, либо только остальные.",
        ),
    ),
    "interview-not-confirmed": Fault(
        "error",
        lv=("Šeit vajadzīgs apstiprinājums.", "Lūdzu, apstipriniet vai atstājiet tukšu."),
        en=("A confirmation is needed here.", "Please confirm or leave it blank."),
        ru=("Здесь нужно подтверждение.", "Пожалуйста, подтвердите или оставьте пустым."),
    ),
    "interview-too-long": Fault(
        "error",
        lv=("Atbilde ir pārāk gara.", "Lūdzu, saīsiniet to līdz {limit} rakstzīmēm."),
        en=("The answer is too long.", "Please shorten it to {limit} characters."),
        ru=("Ответ слишком длинный.", "Пожалуйста, сократите его до {limit} знаков."),
    ),
    "interview-read-only": Fault(
        "error",
        lv=("Šo atbildi mainīt nevar.", "Lūdzu, turpiniet ar nākamo jautājumu."),
        en=("This answer cannot be changed.", "Please go on to the next question."),
        ru=("Этот ответ изменить нельзя.", "Пожалуйста, перейдите к следующему вопросу."),
    ),
    "interview-no-question": Fault(
        "error",
        lv=("Jautājuma «{name}» šajā anketā nav.", "Lūdzu, atveriet interviju vēlreiz."),
        en=(
            "There is no question “{name}” in this questionnaire.",
            "Please open the interview again.",
        ),
        ru=("Вопроса «{name}» в этой анкете нет.", "Пожалуйста, откройте интервью ещё раз."),
    ),
    "interview-off-route": Fault(
        "error",
        lv=(
            "Pēc iepriekšējām atbildēm jautājums «{name}» nav uzdodams.",
            "Lūdzu, turpiniet ar jautājumu, kas parādīts.",
        ),
        en=(
            "After the earlier answers the question “{name}” is not asked.",
            "Please go on with the question that is shown.",
        ),
        ru=(
            "После предыдущих ответов вопрос «{name}» не задаётся.",
            "Пожалуйста, продолжите с показанного вопроса.",
        ),
    ),
    "interview-dead-end": Fault(
        "error",
        lv=(
            "Uz jautājumu «{name}» {tries} mēģinājumos neizdevās atrast derīgu atbildi.",
            "Pārbaudiet tā nosacījumus constraint, choice_filter un required.",
        ),
        en=(
            "No valid answer to the question “{name}” was found in {tries} tries.",
            "Check its constraint, choice_filter and required.",
        ),
        ru=(
            "На вопрос «{name}» за {tries} попыток не нашлось допустимого ответа.",
            "Проверьте его условия constraint, choice_filter и required.",
        ),
    ),
    "interview-goes-round": Fault(
        "error",
        lv=(
            "Intervija riņķo: pēc {steps} atbildēm tā vēl prasa «{name}».",
            "Pārbaudiet, vai nosacījumi relevant neatsaucas uz vēlākiem jautājumiem.",
        ),
        en=(
            "The interview goes round: after {steps} answers it still asks “{name}”.",
            "Check that no relevant refers to later questions.",
        ),
        ru=(
            "Интервью ходит по кругу: после {steps} ответов оно всё ещё спрашивает «{name}».",
            "Проверьте, что условия relevant не ссылаются на более поздние вопросы.",
        ),
    ),
}

_ANSWERS: dict[str, Fault] = {
    "answers-no-id": Fault(
        "error",
        lv=(
            "Atbilžu failā nav kolonnas id.",
            "Pievienojiet kolonnu id ar citu vērtību katram respondentam.",
        ),
        en=("The file of answers has no column id.", "Add a column id, different in every row."),
        ru=("В файле ответов нет столбца id.", "Добавьте столбец id, разный в каждой строке."),
    ),
    "answers-blank-id": Fault(
        "error",
        lv=("Rindai nav respondenta id.", "Ierakstiet id; līdz tam rinda skaitās ar numuru."),
        en=("The row has no id of its respondent.", "Write the id; till then a number stands in."),
        ru=("В строке нет id респондента.", "Впишите id; до тех пор его заменяет номер."),
    ),
    "answers-same-id": Fault(
        "error",
        lv=("Id «{id}» atkārtojas.", "Atstājiet vienu rindu vai piešķiriet otrai citu id."),
        en=("The id “{id}” is repeated.", "Keep one row or give the other a new id."),
        ru=("Id «{id}» повторяется.", "Оставьте одну строку или дайте второй другой id."),
    ),
    "answers-no-weight": Fault(
        "error",
        lv=(
            "Svaru kolonnas «{column}» failā nav.",
            "Izlabojiet nosaukumu vai pievienojiet to.",
        ),
        en=("There is no column of weights “{column}”.", "Correct its name or add it."),
        ru=("Столбца весов «{column}» в файле нет.", "Исправьте его название или добавьте его."),
    ),
    "answers-bad-weight": Fault(
        "error",
        lv=("Svars «{value}» nav derīgs.", "Ierakstiet skaitli, kas nav mazāks par nulli."),
        en=("The weight “{value}” is not valid.", "Write a number that is not below zero."),
        ru=("Вес «{value}» недопустим.", "Впишите число не меньше нуля."),
    ),
    "answers-no-column": Fault(
        "warning",
        lv=(
            "Jautājumam «{question}» atbilžu failā nav kolonnas.",
            "Pievienojiet kolonnu; līdz tam jautājums skaitās bez atbildēm.",
        ),
        en=(
            "The question “{question}” has no column in the file of answers.",
            "Add the column; till then the question counts as unanswered.",
        ),
        ru=(
            "Для вопроса «{question}» в файле ответов нет столбца.",
            "Добавьте столбец; до тех пор вопрос считается без ответов.",
        ),
    ),
    "answers-unknown-column": Fault(
        "note",
        lv=(
            "Kolonnas «{column}» anketā nav, tāpēc tā netiek izmantota.",
            "Izlabojiet nosaukumu, ja tas ir anketas jautājums.",
        ),
        en=(
            "The column “{column}” is no question, so it is not used.",
            "Correct its name if it is a question of the questionnaire.",
        ),
        ru=(
            "Столбца «{column}» нет в анкете, поэтому он не используется.",
            "Исправьте название, если это вопрос анкеты.",
        ),
    ),
    "answers-not-read": Fault(
        "error",
        lv=(
            "Vērtība «{value}» nav derīga jautājumam «{question}» (veids {kind}).",
            "Izlabojiet to vai atstājiet tukšu.",
        ),
        en=(
            "The value “{value}” does not fit the question “{question}” (type {kind}).",
            "Correct it or leave it blank.",
        ),
        ru=(
            "Значение «{value}» не подходит вопросу «{question}» (тип {kind}).",
            "Исправьте его или оставьте пустым.",
        ),
    ),
    "answers-unknown-code": Fault(
        "error",
        lv=(
            "Koda «{value}» jautājuma «{question}» sarakstā nav.",
            "Izlabojiet kodu vai pievienojiet to sarakstam.",
        ),
        en=(
            "The code “{value}” is not in the list of the question “{question}”.",
            "Correct the code or add it to the list.",
        ),
        ru=(
            "Кода «{value}» нет в списке вопроса «{question}».",
            "Исправьте код или добавьте его в список.",
        ),
    ),
    "answers-no-missing-code": Fault(
        "warning",
        lv=(
            "Jautājuma «{question}» sarakstā nav koda atbildei «{value}»; tā skaitās bez atbildes.",
            "Pievienojiet sarakstam kodu ar vērtību kolonnā missing.",
        ),
        en=(
            "The list of “{question}” has no code for “{value}”; it counts as unanswered.",
            "Add a code to the list, with a value in the column missing.",
        ),
        ru=(
            "В списке вопроса «{question}» нет кода для «{value}»; это считается без ответа.",
            "Добавьте в список код со значением в столбце missing.",
        ),
    ),
    "answers-more-faults": Fault(
        "error",
        lv=("Šajā kolonnā ir vēl {count} tādas vērtības.", "Izlabojiet tās pašas kļūdas arī tur."),
        en=("There are {count} more such values in this column.", "Mend the same faults there."),
        ru=("В этом столбце ещё {count} таких значений.", "Исправьте те же ошибки и там."),
    ),
    "answers-code-without-question": Fault(
        "error",
        lv=(
            "Jautājumam «{question}» nav kodu grāmatas, tāpēc kods netiek izmantots.",
            "Izlabojiet jautājuma nosaukumu vai norādiet anketā tā codeframe.",
        ),
        en=(
            "The question “{question}” has no code frame, so the code is not used.",
            "Correct the question's name or give its codeframe in the questionnaire.",
        ),
        ru=(
            "У вопроса «{question}» нет кодификатора, поэтому код не используется.",
            "Исправьте название вопроса или укажите его codeframe в анкете.",
        ),
    ),
    "answers-code-without-person": Fault(
        "error",
        lv=("Respondenta «{id}» atbilžu failā nav.", "Izlabojiet id vai dzēsiet rindu."),
        en=("There is no respondent “{id}” in the answers.", "Correct the id or delete the row."),
        ru=("Респондента «{id}» нет в файле ответов.", "Исправьте id или удалите строку."),
    ),
    "answers-file-unreadable": Fault(
        "error",
        lv=("Failu nevar nolasīt kā tabulu: {why}.", "Saglabājiet to kā CSV UTF-8 kodējumā."),
        en=("The file cannot be read as a table: {why}.", "Save it as CSV in UTF-8."),
        ru=("Файл не читается как таблица: {why}.", "Сохраните его как CSV в кодировке UTF-8."),
    ),
    "answers-file-no-column": Fault(
        "error",
        lv=("Failā nav kolonnas «{column}».", "Pievienojiet kolonnu vai izlabojiet nosaukumu."),
        en=("The file has no column “{column}”.", "Add the column or correct its name."),
        ru=("В файле нет столбца «{column}».", "Добавьте столбец или исправьте его название."),
    ),
    "answers-file-column-twice": Fault(
        "error",
        lv=("Kolonna «{column}» failā ir divreiz.", "Atstājiet vienu no tām."),
        en=("The column “{column}” is there twice.", "Keep one of them."),
        ru=("Столбец «{column}» в файле дважды.", "Оставьте один из них."),
    ),
    "answers-line-too-long": Fault(
        "error",
        lv=(
            "Rindā ir {found} šūnas, bet kolonnu ir {expected}.",
            "Pārbaudiet atdalītājus un pēdiņas.",
        ),
        en=(
            "The row has {found} cells, but there are {expected} columns.",
            "Check the separators and quotation marks.",
        ),
        ru=("В строке ячеек: {found}, а столбцов: {expected}.", "Проверьте разделители и кавычки."),
    ),
    "answers-published-bad": Fault(
        "error",
        lv=(
            "Publicētā skaitļa šūna «{value}» kolonnā {column} nav derīga.",
            "Ierakstiet derīgu vērtību: {wanted}.",
        ),
        en=(
            "The cell “{value}” in the column {column} is not valid.",
            "Write a valid value: {wanted}.",
        ),
        ru=(
            "Ячейка «{value}» в столбце {column} недопустима.",
            "Впишите допустимое значение: {wanted}.",
        ),
    ),
    "answers-published-twice": Fault(
        "error",
        lv=("Skaitlis «{cell}» ir publicēts divreiz.", "Atstājiet vienu rindu."),
        en=("The figure “{cell}” is there twice.", "Keep one row."),
        ru=("Показатель «{cell}» указан дважды.", "Оставьте одну строку."),
    ),
}

FAULTS: dict[str, Fault] = _INTERVIEW | _ANSWERS
