"""What the operating system says of a file, in the languages of the user."""

from __future__ import annotations

import errno
import os

_SAID: dict[str, tuple[str, str]] = {  # name of the error: Latvian, Russian; English is its own
    "ENOENT": ("tāda faila vai mapes nav", "такого файла или папки нет"),
    "EACCES": ("nav atļaujas", "нет прав доступа"),
    "EPERM": ("nav atļaujas", "нет прав доступа"),
    "EROFS": ("disks ir tikai lasāms", "диск доступен только для чтения"),
    "ENOSPC": ("diskā nav vietas", "на диске нет места"),
    "EDQUOT": ("diskā atvēlētā vieta ir iztērēta", "отведённое место на диске израсходовано"),
    "EEXIST": ("tāds fails vai mape jau ir", "такой файл или папка уже есть"),
    "ENOTDIR": ("ceļā mapes vietā ir fails", "в пути вместо папки стоит файл"),
    "EISDIR": ("tā ir mape, nevis fails", "это папка, а не файл"),
    "ENAMETOOLONG": ("nosaukums ir pārāk garš", "имя слишком длинное"),
    "ELOOP": ("saites ved pa apli", "ссылки замыкаются в круг"),
    "EIO": ("disks vai tīkls neatbild", "диск или сеть не отвечает"),
}
_BY_WORDS = {
    os.strerror(number): words
    for name, words in _SAID.items()
    if (number := getattr(errno, name, None)) is not None
}


def said(reason: str, lang: str) -> str:
    """The system's reason in `lang` where we know it; else as the system gave it."""
    lv, ru = _BY_WORDS.get(reason, (reason, reason))
    return {"lv": lv, "ru": ru}.get(lang, reason)
