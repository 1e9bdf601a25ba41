"""`atbalss new --preset sdg`: the Single Digital Gateway's three questions in three languages.

Found what you looked for (yes, partly, no), one to five stars, how to improve. The page and the
kind of service come with the visitor, not from them. Regulation (EU) 2018/1724 article 25 and
implementing regulation (EU) 2020/1121 articles 6, 7 and 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.folder.codeframes import LANGUAGES
from atbalss.folder.drafts import about_text
from atbalss.folder.new import New, study_name
from atbalss.folder.workbooks import write_workbook
from atbalss.opendata.sdg import DATE, FOUND, IMPROVE, KIND, PAGE, RATING
from atbalss.problems.catalogue import LANGS

TITLE = {
    "lv": "Jūsu vērtējums par šo lapu",
    "en": "Your view of this page",
    "ru": "Ваша оценка этой страницы",
}
_SURVEY = (
    ("today", DATE, ("", "", ""), "", "", ""),
    ("text", PAGE, ("Vērtētā lapa", "Page rated", "Оценённая страница"), "", "sample", ""),
    (
        "select_one kind",
        KIND,
        ("Pakalpojuma veids", "Kind of service", "Вид услуги"),
        "",
        "sample",
        "",
    ),
    (
        "select_one found",
        FOUND,
        (
            "Vai atradāt to, ko meklējāt?",
            "Did you find what you were looking for?",
            "Нашли ли Вы то, что искали?",
        ),
        "yes",
        "",
        "",
    ),
    (
        "select_one stars",
        RATING,
        (
            "Cik zvaigžņu Jūs dodat šai lapai?",
            "How many stars do you give this page?",
            "Сколько звёзд Вы дадите этой странице?",
        ),
        "yes",
        "",
        "",
    ),
    (
        "text",
        IMPROVE,
        (
            "Kā mēs varētu to uzlabot? Lūdzu, nerakstiet personas datus.",
            "How could we improve it? Please do not write any personal data.",
            "Как мы могли бы её улучшить? Пожалуйста, не указывайте личные данные.",
        ),
        f"${{{KIND}}} = 'assistance'",
        "",
        "multiline",
    ),
)
_CHOICES = (
    ("found", "yes", ("Jā", "Yes", "Да"), ""),
    ("found", "partly", ("Daļēji", "Partly", "Частично"), ""),
    ("found", "no", ("Nē", "No", "Нет"), ""),
    *(
        ("stars", str(n), (f"{n} ★",) * 3 if 1 < n < 5 else ends, str(n))
        for n, ends in (
            (1, ("1 ★ ļoti slikti", "1 ★ very bad", "1 ★ очень плохо")),
            (2, ()),
            (3, ()),
            (4, ()),
            (5, ("5 ★ ļoti labi", "5 ★ very good", "5 ★ очень хорошо")),
        )
    ),
    ("kind", "information", ("Informācija", "Information", "Информация"), ""),
    ("kind", "procedure", ("E-pakalpojums", "Online procedure", "Э-услуга"), ""),
    ("kind", "assistance", ("Palīdzības dienests", "Assistance service", "Служба помощи"), ""),
)


def new_sdg(
    path: Path, *, year: int, wave: str = "", title: str = "", langs: Sequence[str] = LANGS
) -> New:
    """Make the study folder of the preset, without answers, in these languages."""
    path.mkdir(parents=True, exist_ok=True)
    name = wave or str(year)
    titles = title or {lang: TITLE[lang] for lang in langs}
    about = about_text(study_name(path), titles, langs, name)
    file, sheet = path / "study.yaml", path / "questionnaire.md"
    file.write_text(about, encoding="utf-8", newline="\n")
    write_workbook(questionnaire(langs), sheet)
    (path / "waves" / name).mkdir(parents=True, exist_ok=True)
    return New((file, sheet), (), tuple(langs))


def questionnaire(langs: Sequence[str] = LANGS) -> Workbook:
    """The three questions in these languages, the first of them the form's own."""
    columns = [f"label::{LANGUAGES[lang]}" for lang in langs]
    survey = [["type", "name", *columns, "required", "role", "appearance"]]
    survey += [
        [kind, name, *_of(texts, langs), need, role, look]
        for kind, name, texts, need, role, look in _SURVEY
    ]
    choices = [["list_name", "name", *columns, "score"]]
    choices += [[name, code, *_of(texts, langs), score] for name, code, texts, score in _CHOICES]
    settings = [["form_title", "default_language"], [TITLE[langs[0]], LANGUAGES[langs[0]]]]
    return Workbook(
        (
            Sheet.of("survey", survey),
            Sheet.of("choices", choices),
            Sheet.of("settings", settings),
        )
    )


def _of(texts: Sequence[str], langs: Sequence[str]) -> list[str]:
    """The texts of these languages, out of those of all."""
    return [texts[LANGS.index(lang)] for lang in langs]
