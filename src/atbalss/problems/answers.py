"""Faults of answer files and frames; read by analysts. Gathered into `interview.FAULTS`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

ANSWERS: dict[str, Fault] = {
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
    "answers-no-declared-column": Fault(
        "error",
        lv=(
            "Study.yaml nosauktās kolonnas «{column}» atbilžu failā nav.",
            "Pievienojiet kolonnu vai izlabojiet `design:` un `weighting:` failā study.yaml.",
        ),
        en=(
            "The file of answers has no column “{column}”, which study.yaml names.",
            "Add the column, or correct `design:` and `weighting:` in study.yaml.",
        ),
        ru=(
            "В файле ответов нет столбца «{column}», названного в study.yaml.",
            "Добавьте столбец или исправьте `design:` и `weighting:` в study.yaml.",
        ),
    ),
    "answers-blank-label": Fault(
        "error",
        lv=(
            "Rindai nav vērtības izlases kolonnā «{column}».",
            "Ierakstiet, pie kura slāņa vai kopas respondents pieder.",
        ),
        en=(
            "The row has no value in “{column}”, a column of the sample.",
            "Write which stratum or cluster the respondent belongs to.",
        ),
        ru=(
            "В строке нет значения в столбце выборки «{column}».",
            "Впишите, к какому слою или кластеру относится респондент.",
        ),
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
        lv=(
            "Failu nevar nolasīt kā tabulu: {why}.",
            "Saglabājiet to kā CSV UTF-8 kodējumā (programmā Excel: „CSV UTF-8“) vai dodiet .xlsx.",
        ),
        en=(
            "The file cannot be read as a table: {why}.",
            "Save it as CSV in UTF-8 (in Excel: “CSV UTF-8”), or give the .xlsx.",
        ),
        ru=(
            "Файл не читается как таблица: {why}.",
            "Сохраните его как CSV в кодировке UTF-8 (в Excel: «CSV UTF-8») или дайте .xlsx.",
        ),
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
    "answers-line-too-short": Fault(
        "warning",
        lv=(
            "Rindā ir {found} šūnas, bet kolonnu ir {expected}; trūkstošās uzskatītas par tukšām.",
            "Pārbaudiet, vai fails nav aprauts.",
        ),
        en=(
            "The row has {found} cells of {expected}; the rest counts as blank.",
            "Check whether the file was cut off.",
        ),
        ru=(
            "В строке ячеек: {found}, а столбцов: {expected}; недостающие считаются пустыми.",
            "Проверьте, не обрезан ли файл.",
        ),
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
