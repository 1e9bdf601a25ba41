"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "folder-not-a-study": Fault(
        "error",
        lv=(
            "Mapē „{path}“ nav faila study.yaml.",
            "Norādiet pētījuma mapi, piemēram, studies/vpvkac, vai izveidojiet tajā study.yaml.",
        ),
        en=(
            "The folder “{path}” has no file study.yaml.",
            "Name a study folder, such as studies/vpvkac, or make a study.yaml in it.",
        ),
        ru=(
            "В папке «{path}» нет файла study.yaml.",
            "Укажите папку исследования, например studies/vpvkac, или создайте в ней study.yaml.",
        ),
    ),
    "folder-field-no-site": Fault(
        "error",
        lv=(
            "Vilnis „field“ jālasa no aptauju vietnes, bet šeit tādas nav.",
            "Uzstādiet programmu ar vietni (pip install atbalss[site]) vai norādiet citu vilni.",
        ),
        en=(
            "The wave “field” is read from the site, but there is none here.",
            "Install the program with the site (pip install atbalss[site]), or name another wave.",
        ),
        ru=(
            "Волна «field» читается с сайта опросов, но здесь его нет.",
            "Установите программу с сайтом (pip install atbalss[site]) или укажите другую волну.",
        ),
    ),
    "folder-field-none": Fault(
        "error",
        lv=(
            "Vietnes datubāzē nav pētījuma „{study}“.",
            "Norādiet vietnes mapi mainīgajā ATBALSS_DATA vai datubāzi mainīgajā DATABASE_URL.",
        ),
        en=(
            "The site's database has no study “{study}”.",
            "Name the site's folder in ATBALSS_DATA, or its database in DATABASE_URL.",
        ),
        ru=(
            "В базе данных сайта нет исследования «{study}».",
            "Укажите папку сайта в ATBALSS_DATA или базу данных в DATABASE_URL.",
        ),
    ),
    "folder-field-several": Fault(
        "error",
        lv=(
            "Pētījums „{study}“ vietnē ir vairākām organizācijām: {known}.",
            "Norādiet vienu no tām mainīgajā ATBALSS_ORGANISATION.",
        ),
        en=(
            "Several organisations of the site have a study “{study}”: {known}.",
            "Name one of them in ATBALSS_ORGANISATION.",
        ),
        ru=(
            "Исследование «{study}» есть у нескольких организаций: {known}.",
            "Укажите одну из них в ATBALSS_ORGANISATION.",
        ),
    ),
    "folder-field-empty": Fault(
        "error",
        lv=(
            "Pētījumam „{study}“ vietnē vēl nav nevienas intervijas.",
            "Pagaidiet pirmās intervijas; mēģinājuma intervijas pārskatā neieskaita.",
        ),
        en=(
            "The study “{study}” has no interview on the site yet.",
            "Wait for the first interviews; trial interviews never count in a report.",
        ),
        ru=(
            "У исследования «{study}» на сайте ещё нет ни одного интервью.",
            "Дождитесь первых интервью; пробные интервью в отчёт не входят.",
        ),
    ),
    "folder-no-questionnaire": Fault(
        "error",
        lv=(
            "Mapē „{path}“ nav ne questionnaire.md, ne questionnaire.xlsx.",
            "Ielieciet mapē anketu kā XLSForm darbgrāmatu vai Markdown tabulas.",
        ),
        en=(
            "The folder “{path}” has neither questionnaire.md nor questionnaire.xlsx.",
            "Put the questionnaire there as an XLSForm workbook or as Markdown tables.",
        ),
        ru=(
            "В папке «{path}» нет ни questionnaire.md, ни questionnaire.xlsx.",
            "Положите туда анкету как книгу XLSForm или как таблицы Markdown.",
        ),
    ),
    "folder-two-questionnaires": Fault(
        "error",
        lv=(
            "Mapē ir gan questionnaire.md, gan questionnaire.xlsx, un nav skaidrs, kurš ir īstais.",
            "Atstājiet vienu; otru vienmēr var iegūt ar `atbalss study convert`.",
        ),
        en=(
            "The folder has both questionnaire.md and questionnaire.xlsx; which one counts?",
            "Keep one; the other can always be made with `atbalss study convert`.",
        ),
        ru=(
            "В папке есть и questionnaire.md, и questionnaire.xlsx; неясно, какая анкета верна.",
            "Оставьте одну; вторую всегда можно получить командой `atbalss study convert`.",
        ),
    ),
    "folder-unreadable": Fault(
        "error",
        lv=(
            "Failu „{file}“ nevar nolasīt: {why}.",
            "Pārbaudiet, vai fails ir vesels un saglabāts UTF-8 kodējumā.",
        ),
        en=(
            "The file “{file}” cannot be read: {why}.",
            "Check that the file is whole and saved as UTF-8.",
        ),
        ru=(
            "Файл «{file}» не читается: {why}.",
            "Проверьте, что файл цел и сохранён в кодировке UTF-8.",
        ),
    ),
    "folder-empty": Fault(
        "error",
        lv=("Fails ir tukšs.", "Aizpildiet to; paraugs ir docs/study-folder.md."),
        en=("The file is empty.", "Fill it in; docs/study-folder.md has a pattern."),
        ru=("Файл пуст.", "Заполните его; образец — в docs/study-folder.md."),
    ),
    "folder-yaml": Fault(
        "error",
        lv=(
            "Šis nav derīgs YAML (lasītājs angliski saka: {what}).",
            "Pārbaudiet atkāpes, kolus un pēdiņas šajā rindiņā un virs tās.",
        ),
        en=(
            "This is not valid YAML ({what}).",
            "Check indents, colons and quotes in this line and the one above.",
        ),
        ru=(
            "Это недопустимый YAML (сообщение по-английски: {what}).",
            "Проверьте отступы, двоеточия и кавычки в этой строке и над ней.",
        ),
    ),
    "folder-yaml-key-twice": Fault(
        "error",
        lv=("Atslēga „{key}“ ir divreiz.", "Atstājiet vienu no tām."),
        en=("The key “{key}” stands twice.", "Keep one of them."),
        ru=("Ключ «{key}» указан дважды.", "Оставьте один из них."),
    ),
    "folder-unknown-key": Fault(
        "error",
        lv=("Atslēga „{key}“ šeit nav pazīstama.", "Domāta varbūt: {known}."),
        en=("The key “{key}” is not known here.", "Perhaps this was meant: {known}."),
        ru=("Ключ «{key}» здесь неизвестен.", "Возможно, имелось в виду: {known}."),
    ),
    "folder-missing-key": Fault(
        "error",
        lv=("Trūkst atslēgas „{key}“.", "Pierakstiet to; paraugs ir docs/study-folder.md."),
        en=("The key “{key}” is missing.", "Add it; docs/study-folder.md has a pattern."),
        ru=("Нет ключа «{key}».", "Добавьте его; образец — в docs/study-folder.md."),
    ),
    "folder-not-text": Fault(
        "error",
        lv=(
            "Pie „{key}“ jābūt tekstam.",
            "Ierakstiet tekstu; ja tajā ir kols vai #, lieciet to pēdiņās.",
        ),
        en=(
            "“{key}” must be a text.",
            "Write a text, in quotes if it has a colon or a #.",
        ),
        ru=(
            "У «{key}» должен быть текст.",
            "Впишите текст; если в нём есть двоеточие или #, возьмите его в кавычки.",
        ),
    ),
    "folder-not-list": Fault(
        "error",
        lv=(
            "Pie „{key}“ jābūt sarakstam.",
            "Rakstiet [a, b] vai katru vienumu savā rindiņā aiz defises.",
        ),
        en=(
            "“{key}” must be a list.",
            "Write [a, b], or each item on a line of its own behind a hyphen.",
        ),
        ru=(
            "У «{key}» должен быть список.",
            "Пишите [a, b] или каждый пункт на своей строке после дефиса.",
        ),
    ),
    "folder-not-keys": Fault(
        "error",
        lv=(
            "Pie „{key}“ jābūt atslēgām ar vērtībām.",
            "Rakstiet katru savā rindiņā: atslēga, kols, vērtība; paraugs ir docs/study-folder.md.",
        ),
        en=(
            "“{key}” must have keys with values.",
            "Write each on a line: key, colon, value; docs/study-folder.md has a pattern.",
        ),
        ru=(
            "У «{key}» должны быть ключи со значениями.",
            "Пишите каждый на своей строке: ключ, двоеточие, значение.",
        ),
    ),
    "folder-not-date": Fault(
        "error",
        lv=("Pie „{key}“ jābūt datumam.", "Rakstiet gadu, mēnesi un dienu: 2024-12-16."),
        en=("“{key}” must be a date.", "Write year, month and day: 2024-12-16."),
        ru=("У «{key}» должна быть дата.", "Пишите год, месяц и день: 2024-12-16."),
    ),
    "folder-not-flag": Fault(
        "error",
        lv=("Pie „{key}“ jābūt vārdam yes vai no.", "Rakstiet yes vai no."),
        en=("“{key}” must be yes or no.", "Write yes or no."),
        ru=("У «{key}» должно быть yes или no.", "Пишите yes или no."),
    ),
    "folder-language": Fault(
        "error",
        lv=(
            "Valodā „{lang}“ Atbalss pārskatus neraksta.",
            "Pie languages norādiet vienu vai vairākas no šīm: {known}; pirmā ir galvenā.",
        ),
        en=(
            "Atbalss writes no reports in the language “{lang}”.",
            "Under languages name one or more of these: {known}; the first is the main one.",
        ),
        ru=(
            "На языке «{lang}» Atbalss отчётов не пишет.",
            "В languages укажите один или несколько из этих: {known}; первый — основной.",
        ),
    ),
    "folder-number": Fault(
        "error",
        lv=("Atslēgai „{key}“ vajadzīgs skaitlis no {low} līdz {high}.", "Izlabojiet skaitli."),
        en=("The key “{key}” needs a number from {low} to {high}.", "Mend the number."),
        ru=("Ключу «{key}» нужно число от {low} до {high}.", "Исправьте число."),
    ),
    "folder-choice": Fault(
        "error",
        lv=("Atslēgas „{key}“ vērtība nav pazīstama.", "Derīgas ir: {values}."),
        en=("The value of “{key}” is not known.", "Valid ones are: {values}."),
        ru=("Значение ключа «{key}» неизвестно.", "Допустимы: {values}."),
    ),
    "folder-no-fielding": Fault(
        "error",
        lv=(
            "Pētījuma mapē nav field.yaml ar lauka darba noteikumiem.",
            "Uzrakstiet to; paraugs ir vietnes aprakstā.",
        ),
        en=(
            "The study folder has no field.yaml with the rules of fieldwork.",
            "Write one; the site's page has an example.",
        ),
        ru=(
            "В папке исследования нет field.yaml с правилами полевых работ.",
            "Напишите его; образец есть в описании сайта.",
        ),
    ),
    "folder-field-rule": Fault(
        "error",
        lv=("Lauka darba noteikums nav saprotams: {what}.", "Izlabojiet to zem rules."),
        en=("A rule of fieldwork makes no sense: {what}.", "Mend it under rules."),
        ru=("Правило полевых работ непонятно: {what}.", "Исправьте его в rules."),
    ),
    "folder-centre-code": Fault(
        "error",
        lv=("Kods „{word}“ neder.", "Lietojiet latīņu burtus, ciparus, - un _; līdz 50 zīmēm."),
        en=(
            "The code “{word}” will not do.",
            "Use Latin letters, digits, - and _; up to 50 signs.",
        ),
        ru=(
            "Код «{word}» не подходит.",
            "Используйте латинские буквы, цифры, - и _; до 50 знаков.",
        ),
    ),
    "folder-twice": Fault(
        "error",
        lv=("„{key}“ ir divreiz.", "Atstājiet vienu."),
        en=("“{key}” is there twice.", "Keep one."),
        ru=("«{key}» указано дважды.", "Оставьте одно."),
    ),
    "folder-quota-cell": Fault(
        "error",
        lv=(
            "Kvotas atbildes nav anketā: {question} = {answer}.",
            "Nosauciet izvēles jautājumu un kādu no tā kodiem.",
        ),
        en=(
            "The questionnaire has no such answer of a quota: {question} = {answer}.",
            "Name a choice question and one of its codes.",
        ),
        ru=(
            "В анкете нет такого ответа для квоты: {question} = {answer}.",
            "Назовите вопрос с выбором и один из его кодов.",
        ),
    ),
    "folder-quota-taken": Fault(
        "error",
        lv=(
            "Kvotā „{name}“ jau ir vairāk interviju vai tā jau skaita citas atbildes.",
            "Palieliniet mērķi vai dodiet jaunai kvotai jaunu nosaukumu.",
        ),
        en=(
            "The quota “{name}” holds more interviews already, or counts other answers.",
            "Raise its target, or name a new quota.",
        ),
        ru=(
            "В квоте «{name}» уже больше интервью, или она считает другие ответы.",
            "Увеличьте цель или дайте новой квоте новое имя.",
        ),
    ),
    "folder-theme-colour": Fault(
        "error",
        lv=(
            "Krāsa „{key}“ nav uzrakstīta pareizi.",
            "Rakstiet #rrggbb; vajadzīgas krāsas: {count}.",
        ),
        en=(
            "The colour “{key}” is not written rightly.",
            "Write #rrggbb; colours needed: {count}.",
        ),
        ru=("Цвет «{key}» записан неверно.", "Пишите #rrggbb; нужно цветов: {count}."),
    ),
    "folder-theme-contrast": Fault(
        "error",
        lv=(
            "Krāsu „{key}“ ({colour}) nevar salasīt kopā ar „{against}“: kontrasts ir {ratio}:1.",
            "Vajag vismaz {needed}:1; tuvākā derīgā krāsa ir {proposal}.",
        ),
        en=(
            "The colour “{key}” ({colour}) cannot be read with “{against}”: contrast is {ratio}:1.",
            "At least {needed}:1 is needed; the nearest colour that passes is {proposal}.",
        ),
        ru=(
            "Цвет «{key}» ({colour}) не читается вместе с «{against}»: контраст {ratio}:1.",
            "Нужно не меньше {needed}:1; ближайший подходящий цвет – {proposal}.",
        ),
    ),
    "folder-theme-logo": Fault(
        "error",
        lv=(
            "Logotipu „{file}“ nevar izlasīt.",
            "Vajag PNG vai SVG failu pētījuma mapē, līdz 2 MB.",
        ),
        en=(
            "The logo “{file}” cannot be read.",
            "A PNG or SVG file in the study folder, up to 2 MB.",
        ),
        ru=(
            "Логотип «{file}» нельзя прочитать.",
            "Нужен файл PNG или SVG в папке исследования, до 2 МБ.",
        ),
    ),
    "folder-unknown-wave": Fault(
        "error",
        lv=("Viļņa „{wave}“ nav starp viļņiem.", "Pazīstami viļņi: {known}."),
        en=("The wave “{wave}” is not among the waves.", "Known waves: {known}."),
        ru=("Волны «{wave}» нет среди волн.", "Известные волны: {known}."),
    ),
    "folder-small-rows-reason": Fault(
        "warning",
        lv=(
            "Rindas ar vienu vai divām personām tiks publicētas, bet iemesls nav pateikts.",
            "Pierakstiet small_rows_reason vai lietojiet small_rows: fold.",
        ),
        en=(
            "Rows of one or two persons will be published and no reason is given.",
            "Add small_rows_reason, or use small_rows: fold.",
        ),
        ru=(
            "Строки с одним или двумя людьми будут опубликованы, а причина не указана.",
            "Добавьте small_rows_reason или укажите small_rows: fold.",
        ),
    ),
    "folder-no-answers": Fault(
        "error",
        lv=(
            "Vilnim „{wave}“ nav atbilžu: nav faila waves/{wave}/answers.csv.",
            "Ielieciet atbildes, vai izmēģiniet ar `atbalss rehearse`.",
        ),
        en=(
            "The wave “{wave}” has no answers: waves/{wave}/answers.csv is missing.",
            "Put the answers there, or try with `atbalss rehearse`.",
        ),
        ru=(
            "У волны «{wave}» нет ответов: нет файла waves/{wave}/answers.csv.",
            "Положите ответы туда или попробуйте `atbalss rehearse`.",
        ),
    ),
    "folder-no-report": Fault(
        "error",
        lv=(
            "Pētījumā nav faila report.{lang}.md.",
            "Uzrakstiet to vai sāciet ar `atbalss report draft {path} --lang {lang}`.",
        ),
        en=(
            "The study has no file report.{lang}.md.",
            "Write it, or begin with `atbalss report draft {path} --lang {lang}`.",
        ),
        ru=(
            "В исследовании нет файла report.{lang}.md.",
            "Напишите его или начните с `atbalss report draft {path} --lang {lang}`.",
        ),
    ),
    "folder-sample-size": Fault(
        "warning",
        lv=(
            "study.yaml vilnim „{wave}“ sola {said} intervijas, bet atbilžu failā ir {found}.",
            "Izlabojiet n vai atbilžu failu.",
        ),
        en=(
            "study.yaml promises {said} interviews for wave “{wave}”; the answers hold {found}.",
            "Mend n, or the answers.",
        ),
        ru=(
            "study.yaml обещает для волны «{wave}» {said} интервью, а в ответах их {found}.",
            "Исправьте n или ответы.",
        ),
    ),
    "folder-table-twice": Fault(
        "error",
        lv=("Tabula „{id}“ ir aprakstīta divreiz.", "Dodiet tabulām dažādus id."),
        en=("The table “{id}” is described twice.", "Give the tables ids of their own."),
        ru=("Таблица «{id}» описана дважды.", "Дайте таблицам разные id."),
    ),
    "folder-no-table": Fault(
        "error",
        lv=("Pētījumā nav tabulas „{id}“.", "Pārbaudiet tables.yaml; līdzīgi: {close}."),
        en=("The study has no table “{id}”.", "Look into tables.yaml; close: {close}."),
        ru=("В исследовании нет таблицы «{id}».", "Проверьте tables.yaml; похожие: {close}."),
    ),
    "folder-no-file": Fault(
        "error",
        lv=("Faila „{file}“ nav.", "Pārbaudiet ceļu un nosaukumu."),
        en=("There is no file “{file}”.", "Check its path and name."),
        ru=("Файла «{file}» нет.", "Проверьте путь и имя."),
    ),
    "folder-data-kind": Fault(
        "error",
        lv=("Šāda veida datu failu nevar nolasīt.", "Derīgi ir: {kinds}."),
        en=("A data file of this kind cannot be read.", "Valid ones: {kinds}."),
        ru=("Файл данных такого вида не читается.", "Допустимы: {kinds}."),
    ),
    "folder-new-empty": Fault(
        "error",
        lv=(
            "Failā nav nevienas atbildes.",
            "Saglabājiet failu ar datiem, ne tikai ar mainīgajiem.",
        ),
        en=("The file holds no answers.", "Save it with its data, not with its variables alone."),
        ru=("В файле нет ответов.", "Сохраните файл с данными, а не только с переменными."),
    ),
    "folder-no-answers-yet": Fault(
        "note",
        lv=(
            "Pētījumā vēl nav atbilžu; pārbaudīts apraksts un anketa.",
            "Atbildes ielieciet kā waves/{wave}/answers.csv; anketu izmēģina `atbalss rehearse`.",
        ),
        en=(
            "The study has no answers yet; its description and questionnaire were checked.",
            "Put answers into waves/{wave}/answers.csv; `atbalss rehearse` tries what is asked.",
        ),
        ru=(
            "В исследовании ещё нет ответов; проверены описание и анкета.",
            "Ответы кладут в waves/{wave}/answers.csv; анкету испытывает `atbalss rehearse`.",
        ),
    ),
}
