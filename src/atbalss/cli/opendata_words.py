# ruff: noqa: E501 - a sentence a row reads best
"""What `atbalss opendata` says, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "opendata": (
        "pārbauda, vai datus drīkst publicēt, un raksta atvērto datu mapi",
        "check whether data may be published, and write the folder of open data",
        "проверить, можно ли публиковать данные, и записать папку открытых данных",
    ),
    "check": (
        "tikai pārbauda: ko tas maksā, kādi ir priekšlikumi, kas traucē",
        "only check: what it costs, what is proposed, what stands in the way",
        "только проверка: цена, предложения, препятствия",
    ),
    "release": (
        "ieraksta release.yaml: šis cilvēks tieši šos datus nodod publicēšanai",
        "write release.yaml: this person releases exactly these data",
        "записать release.yaml: этот человек передаёт для публикации именно эти данные",
    ),
    "note": ("piezīme pie lēmuma", "a note to the decision", "примечание к решению"),
    "out": ("mape, kurā rakstīt atvērtos datus", "folder to write the open data to", "папка для открытых данных"),
    "one-of": (
        "Norādiet vienu no: --check, --release VĀRDS, --out MAPE.",
        "Give one of --check, --release NAME, --out FOLDER.",
        "Укажите одно из: --check, --release ИМЯ, --out ПАПКА.",
    ),
    "wave": (
        "Vilnis {0}: ieraksti: {1}; pazīmes: {2}; k = {3}; kombinācijas: {4}; tukšas atstātas {5} no {6} vērtībām.",
        "Wave {0}: records: {1}; quasi-identifiers: {2}; k = {3}; combinations: {4}; {5} of {6} values blanked.",
        "Волна {0}: записей: {1}; признаки: {2}; k = {3}; комбинаций: {4}; оставлено пустыми {5} из {6} значений.",
    ),
    "diversity": (
        "  {0}: mazākais dažādu atbilžu skaits kombinācijā – {1}; visi atbildējuši vienādi {2} no {3} kombinācijām.",
        "  {0}: fewest different answers in a combination: {1}; all alike in {2} of {3} combinations.",
        "  {0}: наименьшее число разных ответов в комбинации — {1}; все ответили одинаково в {2} из {3} комбинаций.",
    ),
    "now": (
        "Ar izvēlētajām grupām: pazīstami {0} cilvēki; tukšas jāatstāj {1} no {2} vērtībām; zudums {3}; jautājumi, kuru nav mikrodatos: {4}.",
        "With the chosen groups: {0} people at risk; {1} of {2} values to blank; loss {3}; questions not in microdata: {4}.",
        "С выбранными группами: узнаваемы {0} человек; оставить пустыми {1} из {2} значений; потеря {3}; вопросов нет в микроданных: {4}.",
    ),
    "proposals": (
        "Priekšlikumi (level katrai pazīmei; 0 – kā jautāts), mazākais zudums vispirms:",
        "Proposals (level of each quasi-identifier; 0 as asked), least loss first:",
        "Предложения (level каждого признака; 0 — как спрошено), сначала наименьшая потеря:",
    ),
    "effect": (
        "pazīstami pirms aizsardzības: {0}; tukšas: {1} no {2}; zudums {3}; jautājumi, kuru nav mikrodatos: {4}",
        "at risk before blanking: {0}; blanked: {1} of {2}; loss {3}; questions not in microdata: {4}",
        "узнаваемы до защиты: {0}; пустых: {1} из {2}; потеря {3}; вопросов нет в микроданных: {4}",
    ),
    "no-proposals": (
        "Neviena izmēģinātā grupu izvēle neder publicēšanai.",
        "No choice of groups that was tried may be published.",
        "Ни один из испытанных наборов групп публиковать нельзя.",
    ),
    "broken": (
        "  ar mazāku zudumu, bet nederīgi (uzbrukums vai pārbaude tos noraida): {0}",
        "  of less loss, but refused by the attack or the check: {0}",
        "  с меньшей потерей, но отвергнуты атакой или проверкой: {0}",
    ),
    "fingerprint": ("Datu nospiedums: {0}", "Fingerprint of the data: {0}", "Отпечаток данных: {0}"),
    "released": (
        "{0} šos datus nodod publicēšanai; lēmums ierakstīts: {1}",
        "{0} releases these data; the decision is written to {1}",
        "{0} передаёт эти данные для публикации; решение записано: {1}",
    ),
    "sdg": (
        "mēneša atsauksmes vienotajai digitālajai vārtejai: bez brīvā teksta",
        "a month's feedback for the Single Digital Gateway: without free text",
        "отзывы за месяц для единого цифрового портала: без свободного текста",
    ),
    "sdg-month": ("mēnesis, piemēram, 2026-10", "the month, such as 2026-10", "месяц, например 2026-10"),
    "sdg-wave": ("vilnis (bez tā: pašreizējais)", "the wave (default: the current one)", "волна (по умолчанию текущая)"),
    "sdg-out": ("mape, kurā rakstīt .csv un .json", "folder for .csv and .json", "папка для .csv и .json"),
    "sdg-done": (
        "Atsauksmes: {0}; bez lapas adreses: {1}; bez atbildēm: {2}. Jānosūta līdz {3}.",
        "Responses: {0}; without a page: {1}; not answered: {2}. To be sent by {3}.",
        "Отзывов: {0}; без адреса страницы: {1}; без ответов: {2}. Отправить до {3}.",
    ),
    "diff": (
        "salīdzina divus pārskata izlaidumus: kas mainījies, labojumu lapai",
        "compare two builds of a report: what changed, for the corrections page",
        "сравнить две сборки отчёта: что изменилось, для страницы исправлений",
    ),
    "diff-old": ("vecais izlaidums: mape vai .numbers.json", "the old build: folder or .numbers.json", "старая сборка: папка или .numbers.json"),
    "diff-new": ("jaunais izlaidums: mape vai .numbers.json", "the new build: folder or .numbers.json", "новая сборка: папка или .numbers.json"),
    "diff-lang": ("pārskata un lapas valoda", "language of the report and of the page", "язык отчёта и страницы"),
    "diff-study": (
        "jaunā pētījuma mape: jautājumu un nodaļu nosaukumi",
        "the new study folder: labels of questions, titles of sections",
        "папка нового исследования: названия вопросов и разделов",
    ),
    "diff-old-study": (
        "vecā pētījuma mape: salīdzina arī pārskata tekstu",
        "the old study folder: the narrative is compared too",
        "папка старого исследования: сравнивается и текст отчёта",
    ),
    "diff-out": (
        "mape, kurā rakstīt corrections.md, .html un .json",
        "folder for corrections.md, .html and .json",
        "папка для corrections.md, .html и .json",
    ),
    "diff-no-path": (
        "Mapes vai faila „{0}“ nav. Pārbaudiet ceļu un nosaukumu.",
        "There is no folder or file “{0}”. Check its path and name.",
        "Папки или файла «{0}» нет. Проверьте путь и имя.",
    ),
    "diff-none": (
        "Mapē vai failā „{0}“ nav viena izlaiduma skaitļu ({1}).",
        "“{0}” does not hold the numbers of one build ({1}).",
        "В «{0}» нет чисел одной сборки ({1}).",
    ),
}  # fmt: skip


def tell(key: str, lang: str, *fills: object) -> str:
    """The words of `key` in `lang`, with its places filled."""
    return spoken(_WORDS[key], lang, *fills)
