# ruff: noqa: E501 - a sentence a row reads best
"""What `atbalss new` and `atbalss export` say, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "new": (
        "izveido pētījuma mapi: no datu faila vai mazu sākuma pētījumu",
        "make a study folder: from a data file, or a small study to begin with",
        "создать папку исследования: из файла данных или небольшое начальное исследование",
    ),
    "new-folder": ("jaunā mape", "the new folder", "новая папка"),
    "new-from": (
        "datu fails (.sav, .zsav, .csv, .xlsx, .parquet vai Triple-S .sss, .xml) vai anketa (XLSForm: .xlsx, .xls, .md)",
        "data file (.sav, .zsav, .csv, .xlsx, .parquet or Triple-S .sss, .xml) or a questionnaire (XLSForm: .xlsx, .xls, .md)",
        "файл данных (.sav, .zsav, .csv, .xlsx, .parquet или Triple-S .sss, .xml) или анкета (XLSForm: .xlsx, .xls, .md)",
    ),
    "new-preset": (
        "gatava anketa; sdg – vienotās digitālās vārtejas trīs jautājumi trijās valodās",
        "a ready questionnaire; sdg: the Single Digital Gateway's three questions in three languages",
        "готовая анкета; sdg — три вопроса единого цифрового портала на трёх языках",
    ),
    "new-preset-from": (
        "Norādiet vai nu --preset, vai --from.",
        "Give either --preset or --from.",
        "Укажите либо --preset, либо --from.",
    ),
    "new-lang": (
        "pētījuma valodas ar komatu, pirmā ir galvenā: lv, en, ru (bez tām: ziņojumu valoda; failam: kādā ir birkas; sdg: visas trīs)",
        "languages of the study, parted by commas, its own first: lv, en, ru (default: that of messages; of a file, that of its labels; of sdg, all three)",
        "языки исследования через запятую, первый — основной: lv, en, ru (по умолчанию: язык сообщений; для файла: язык меток; для sdg: все три)",
    ),
    "new-lang-which": (
        "valodas ar komatu, piemēram, lv,ru; derīgas ir {0}",
        "languages with a comma, such as lv,ru; valid are {0}",
        "языки через запятую, например lv,ru; допустимы {0}",
    ),
    "new-lang-from": (
        "Ar --from valodas nāk no faila: norādiet --lang vienu valodu, kurā ir teksti bez valodas.",
        "With --from the languages come from the file: name one by --lang, that of texts without a language.",
        "С --from языки берутся из файла: укажите в --lang один язык — язык текстов, у которых он не назван.",
    ),
    "new-langs": (
        "Pētījuma valodas: {0}. Tās var mainīt study.yaml rindā languages.",
        "Languages of the study: {0}. The line languages of study.yaml changes them.",
        "Языки исследования: {0}. Их меняет строка languages в study.yaml.",
    ),
    "new-title": ("pētījuma nosaukums", "title of the study", "название исследования"),
    "new-wave": ("viļņa nosaukums, piemēram, 2026", "name of the wave, such as 2026", "название волны, например 2026"),
    "new-weight": ("mainīgais, kurā ir svari", "the variable that holds the weights", "переменная с весами"),
    "new-exists": (
        "Mape „{0}“ jau ir un nav tukša; izvēlieties citu.",
        "The folder “{0}” exists and is not empty; choose another.",
        "Папка «{0}» уже есть и не пуста; выберите другую.",
    ),
    "new-next": (
        "Tālāk: pārskatiet {0}/guesses.md, tad `atbalss report {0} --out out`.",
        "Next: go through {0}/guesses.md, then `atbalss report {0} --out out`.",
        "Далее: просмотрите {0}/guesses.md, затем `atbalss report {0} --out out`.",
    ),
    "new-next-empty": (
        "Tālāk: izlabojiet {0}/questionnaire.md, tad `atbalss rehearse {0}`.",
        "Next: mend {0}/questionnaire.md, then `atbalss rehearse {0}`.",
        "Далее: исправьте {0}/questionnaire.md, затем `atbalss rehearse {0}`.",
    ),
    "export": (
        "raksta atbildes citā formātā: .sav, .zsav, .xlsx, .csv vai .parquet",
        "write the answers in another format: .sav, .zsav, .xlsx, .csv or .parquet",
        "записать ответы в другом формате: .sav, .zsav, .xlsx, .csv или .parquet",
    ),
    "export-to": (
        "jaunais fails; formātu nosaka galotne",
        "the new file; its ending chooses the format",
        "новый файл; формат по окончанию",
    ),
    "export-wave": (
        "vilnis (bez tā: tas, par ko ir pārskats)",
        "the wave (default: the one the report is about)",
        "волна (по умолчанию: та, о которой отчёт)",
    ),
    "export-labels": (
        ".xlsx: atbilžu teksti kodu vietā",
        ".xlsx: texts of answers instead of codes",
        ".xlsx: тексты ответов вместо кодов",
    ),
    "export-excel": (
        ".csv: ar BOM un semikoliem, lai Excel to atver pareizi",
        ".csv: with a byte order mark and semicolons, so that Excel opens it well",
        ".csv: с BOM и точками с запятой, чтобы Excel открыл его верно",
    ),
}  # fmt: skip


def tell(key: str, lang: str, *fills: object) -> str:
    """The words of `key` in `lang`, with its places filled."""
    return spoken(_WORDS[key], lang, *fills)
