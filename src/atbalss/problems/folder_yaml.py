"""Faults of YAML as a text: what a hand slips in most often, each told in its own words."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

YAML_FAULTS: dict[str, Fault] = {
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
    "folder-yaml-tab": Fault(
        "error",
        lv=("Rindiņas sākumā ir tabulators.", "Atkāpes rakstiet ar atstarpēm."),
        en=("The line is indented by a tab.", "Indent with blanks."),
        ru=("Строка начинается с табуляции.", "Делайте отступы пробелами."),
    ),
    "folder-yaml-colon": Fault(
        "error",
        lv=(
            "Šajā rindiņā ir kols, kura YAML te negaida.",
            "Ja kols pieder tekstam, ielieciet visu tekstu pēdiņās; ja tā ir atslēga, "
            "pārbaudiet atkāpi.",
        ),
        en=(
            "There is a colon in this line where YAML expects none.",
            "If it belongs to a text, put the whole text in quotes; if to a key, check the indent.",
        ),
        ru=(
            "В этой строке есть двоеточие там, где YAML его не ждёт.",
            "Если оно из текста, возьмите весь текст в кавычки; если это ключ, проверьте отступ.",
        ),
    ),
    "folder-yaml-open": Fault(
        "error",
        lv=(
            "Te kas ir atvērts un nav aizvērts: pēdiņas, [ vai {{.",
            "Aizveriet to tajā pašā rindiņā.",
        ),
        en=(
            "Something is opened here and never closed: a quote, [ or {{.",
            "Close it in the same line.",
        ),
        ru=(
            "Здесь что-то открыто и не закрыто: кавычка, [ или {{.",
            "Закройте в той же строке.",
        ),
    ),
    "folder-yaml-indent": Fault(
        "error",
        lv=(
            "Šī rindiņa neiederas starp tām, kas ir virs tās.",
            "Vienas sadaļas atslēgām un svītriņām vajag vienādu atkāpi, aiz atslēgas – kolu.",
        ),
        en=(
            "This line does not fit those above it.",
            "Keys and dashes of one section need the same indent, and a key a colon after it.",
        ),
        ru=(
            "Эта строка не подходит к тем, что над ней.",
            "Ключам и чёрточкам одного раздела нужен одинаковый отступ, а после ключа — двоеточие.",
        ),
    ),
    "folder-yaml-sign": Fault(
        "error",
        lv=(
            "Ar zīmi „{sign}“ vērtība YAML sākties nevar.",
            "Ielieciet visu vērtību pēdiņās.",
        ),
        en=("A value in YAML cannot begin with “{sign}”.", "Put the whole value in quotes."),
        ru=(
            "Значение в YAML не может начинаться со знака «{sign}».",
            "Возьмите всё значение в кавычки.",
        ),
    ),
    "folder-yaml-date": Fault(
        "error",
        lv=(
            "Tāda datuma nav.",
            "Rakstiet gadu, mēnesi un dienu, piemēram, 2026-03-31; ja tas nav datums, ielieciet "
            "to pēdiņās.",
        ),
        en=(
            "There is no such date.",
            "Write year, month and day, such as 2026-03-31; put what is no date in quotes.",
        ),
        ru=(
            "Такой даты нет.",
            "Пишите год, месяц и день, например 2026-03-31; если это не дата, возьмите в кавычки.",
        ),
    ),
    "folder-yaml-deep": Fault(
        "error",
        lv=(
            "Te atslēgas ir cita citā pārāk dziļi vai atkārto cita citu ar & un *.",
            "Rakstiet tā, kā raksta cilvēks: dažos līmeņos un bez atsaucēm.",
        ),
        en=(
            "Keys lie too deep in one another here, or repeat one another by & and *.",
            "Write as a person does: in a few levels and without references.",
        ),
        ru=(
            "Здесь ключи вложены слишком глубоко или повторяют друг друга через & и *.",
            "Пишите, как пишет человек: в несколько уровней и без ссылок.",
        ),
    ),
}
