"""Faults of YAML files: keys and what stands under them; part of the room `folder`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

KEY_FAULTS: dict[str, Fault] = {
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
        lv=(
            "Trūkst atslēgas „{key}“.",
            "Pierakstiet to; paraugs ir dokumentācijas nodaļā „The study folder“.",
        ),
        en=(
            "The key “{key}” is missing.",
            "Add it; the chapter “The study folder” of the documentation has a pattern.",
        ),
        ru=(
            "Нет ключа «{key}».",
            "Добавьте его; образец — в главе документации «The study folder».",
        ),
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
            "Rakstiet katru savā rindiņā: atslēga, kols, vērtība; paraugs ir dokumentācijas "
            "nodaļā „The study folder“.",
        ),
        en=(
            "“{key}” must have keys with values.",
            "Write each on a line: key, colon, value; the chapter “The study folder” of the "
            "documentation has a pattern.",
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
    "folder-twice": Fault(
        "error",
        lv=("„{key}“ ir divreiz.", "Atstājiet vienu."),
        en=("“{key}” is there twice.", "Keep one."),
        ru=("«{key}» указано дважды.", "Оставьте одно."),
    ),
}
