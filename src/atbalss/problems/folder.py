"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault
from atbalss.problems.folder_field import FIELD_FAULTS
from atbalss.problems.folder_keys import KEY_FAULTS
from atbalss.problems.folder_yaml import YAML_FAULTS

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
            "Pārbaudiet, vai fails ir vesels un vai to drīkst lasīt.",
        ),
        en=(
            "The file “{file}” cannot be read: {why}.",
            "Check that the file is whole and that you may read it.",
        ),
        ru=(
            "Файл «{file}» не читается: {why}.",
            "Проверьте, что файл цел и что его разрешено читать.",
        ),
    ),
    "folder-not-utf8": Fault(
        "error",
        lv=(
            "Fails „{file}“ nav saglabāts UTF-8 kodējumā.",
            "Atveriet to teksta redaktorā un saglabājiet ar kodējumu UTF-8; programmā Excel "
            "izvēlieties „CSV UTF-8“.",
        ),
        en=(
            "The file “{file}” is not saved as UTF-8.",
            "Open it in a text editor and save it with the encoding UTF-8; in Excel choose "
            "“CSV UTF-8”.",
        ),
        ru=(
            "Файл «{file}» сохранён не в кодировке UTF-8.",
            "Откройте его в текстовом редакторе и сохраните в кодировке UTF-8; в Excel выберите "
            "«CSV UTF-8».",
        ),
    ),
    "folder-binary": Fault(
        "error",
        lv=(
            "Fails „{file}“ nav teksta fails.",
            "Pārbaudiet, vai šajā vietā nav nokopēts cits fails, piemēram, Excel darbgrāmata.",
        ),
        en=(
            "The file “{file}” is no text file.",
            "Check that no other file, such as an Excel workbook, was copied to this place.",
        ),
        ru=(
            "Файл «{file}» не текстовый.",
            "Проверьте, не скопирован ли сюда другой файл, например книга Excel.",
        ),
    ),
    "folder-frames-begun": Fault(
        "note",
        lv=(
            "Atvērto atbilžu kodu saraksti sākti ar vienu kodu („Cits“): {frames}.",
            "Ierakstiet pārējos kodus codeframes.md; tos var pievienot arī kodējot.",
        ),
        en=(
            "Code frames of open questions were begun with one code (“Other”): {frames}.",
            "Write the other codes into codeframes.md; they may also be added while coding.",
        ),
        ru=(
            "Списки кодов открытых вопросов начаты с одного кода («Другое»): {frames}.",
            "Впишите остальные коды в codeframes.md; их можно добавлять и при кодировании.",
        ),
    ),
    "folder-not-a-file": Fault(
        "error",
        lv=(
            "„{file}“ ir mape, bet te vajadzīgs fails ar šo nosaukumu.",
            "Pārdēvējiet vai izņemiet mapi un ielieciet tās vietā failu.",
        ),
        en=(
            "“{file}” is a folder; a file of this name is needed here.",
            "Rename the folder or take it out, and put the file in its place.",
        ),
        ru=(
            "«{file}» — папка, а здесь нужен файл с таким именем.",
            "Переименуйте или уберите папку и положите на её место файл.",
        ),
    ),
    "folder-empty": Fault(
        "error",
        lv=(
            "Fails ir tukšs.",
            "Aizpildiet to; paraugs ir dokumentācijas nodaļā „The study folder“.",
        ),
        en=(
            "The file is empty.",
            "Fill it in; the chapter “The study folder” of the documentation has a pattern.",
        ),
        ru=("Файл пуст.", "Заполните его; образец — в главе документации «The study folder»."),
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
            "Нужно не меньше {needed}:1; ближайший подходящий цвет — {proposal}.",
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
            "Ielieciet atbildes tajā. Ja aptauja norit vietnē, lietojiet `--wave field`; "
            "izmēģina ar `atbalss rehearse`.",
        ),
        en=(
            "The wave “{wave}” has no answers: waves/{wave}/answers.csv is missing.",
            "Put the answers there. If the study is fielded on the site, use `--wave field`; "
            "`atbalss rehearse` tries it out.",
        ),
        ru=(
            "У волны «{wave}» нет ответов: нет файла waves/{wave}/answers.csv.",
            "Положите ответы туда. Если опрос идёт на сайте, используйте `--wave field`; "
            "опробовать можно с `atbalss rehearse`.",
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
    **KEY_FAULTS,
    **YAML_FAULTS,
    **FIELD_FAULTS,
}
