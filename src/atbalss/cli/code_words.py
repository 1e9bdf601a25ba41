# ruff: noqa: E501 - a sentence a row reads best
"""What `atbalss code` says, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "code": ("atvērto atbilžu kodēšana", "coding of open answers", "кодирование открытых ответов"),
    "status": (
        "cik ir kodēts, no kā, cik vēl palicis",
        "how much is coded, by whom, what is left",
        "сколько закодировано, кем и сколько осталось",
    ),
    "draft": (
        "sagatavo kodu sarakstu: no līdzīgu atbilžu grupām, no faila vai cita pētījuma",
        "prepare a code frame: from groups of like answers, from a file or another study",
        "подготовить список кодов: из групп похожих ответов, из файла или другого исследования",
    ),
    "suggest": (
        "iesaka kodus nekodētām atbildēm",
        "suggest codes for answers that are not coded",
        "предложить коды для незакодированных ответов",
    ),
    "agreement": (
        "cik vienprātīgi ir kodētāji",
        "how far coders agree",
        "насколько согласны кодировщики",
    ),
    "export": (
        "kodētāja lapa Excel: atbildes un kodi, ko izvēlēties no saraksta",
        "a coder's sheet for Excel: answers, and codes to choose from a list",
        "лист кодировщика для Excel: ответы и коды для выбора из списка",
    ),
    "import": (
        "pārņem aizpildītu kodētāja lapu; ko pa to laiku mainīja citi, atstāj",
        "take over a coder's filled sheet; what others changed meanwhile is left out",
        "принять заполненный лист; изменённое другими за это время не берётся",
    ),
    "question": ("jautājuma nosaukums anketā", "name of the question", "имя вопроса в анкете"),
    "wave": ("vilnis (bez tā: pārskata vilnis)", "wave (default: the report's)", "волна (по умолчанию: волна отчёта)"),
    "coder": ("kodētāja vārds, kā tas ierakstāms lēmumos", "the coder's name, as decisions hold it", "имя кодировщика для решений"),
    "to": ("Excel fails, ko izveidot", "Excel file to be made", "создаваемый файл Excel"),
    "sheet": ("aizpildītais Excel fails", "the filled Excel file", "заполненный файл Excel"),
    "all": ("visas atbildes, arī jau kodētās", "all answers, coded ones too", "все ответы, и закодированные"),
    "hints": ("ar mašīnas ieteikumiem", "with the machine's suggestions", "с предложениями машины"),
    "embeddings": (
        "arī pēc nozīmes (papildinājums embeddings)",
        "by meaning as well (extra embeddings)",
        "и по смыслу (дополнение embeddings)",
    ),
    "from": ("kodu saraksts: .yaml, .csv, .xlsx, .md vai cita pētījuma mape", "a code frame: .yaml, .csv, .xlsx, .md or another study's folder", "список кодов: .yaml, .csv, .xlsx, .md или папка исследования"),
    "frame": ("kurš saraksts no tā faila", "which list of that file", "какой список из файла"),
    "groups": ("cik grupu, ne vairāk", "how many groups at most", "не больше скольких групп"),
    "write": ("ieraksta sarakstu failā codeframes.md", "write the frame into codeframes.md", "записать список в codeframes.md"),
    "keep": (
        "saglabā ieteikumus, kas sasniedz pētījuma robežu, kā mašīnas lēmumus",
        "keep suggestions that reach the study's threshold as decisions of the machine",
        "сохранить предложения не ниже порога исследования как решения машины",
    ),
    "top": ("cik ieteikumu atbildei", "suggestions an answer", "сколько предложений на ответ"),
    "nothing-to-code": ("Nav ko kodēt.", "There is nothing to code.", "Кодировать нечего."),
    "proposal": (
        "Priekšlikums, ne kodi: grupas nosauc cilvēks.",
        "A proposal, no codes: groups are named by a person.",
        "Это предложение, не коды: группы называет человек.",
    ),
    "alone": ("līdzīgas citām nav", "like no other", "ни на что не похожие"),
    "wrote-frame": (
        "Saraksts „{0}“ ir failā {1}. Nosauciet grupas (kolonnas name un label) un ierakstiet saraksta nosaukumu anketas kolonnā codeframe.",
        "The frame “{0}” is in {1}. Name its groups (columns name and label), and name the frame in the questionnaire's column codeframe.",
        "Список «{0}» записан в {1}. Назовите группы (столбцы name и label) и впишите имя списка в столбец codeframe анкеты.",
    ),
    "exported": ("{0}: atbildes – {1}.", "{0}: answers – {1}.", "{0}: ответов — {1}."),
    "imported": (
        "Pārņemti lēmumi: {0}; nepārņemtas rindas: {1}.",
        "Decisions taken over: {0}; rows not taken over: {1}.",
        "Принято решений: {0}; не принято строк: {1}.",
    ),
    "kept": ("Mašīnas lēmumi: {0}.", "Decisions of the machine: {0}.", "Решений машины: {0}."),
    "no-threshold": (
        "Pētījums neatļauj kodēt bez cilvēka: study.yaml nav `coding: threshold`.",
        "The study lets no machine code alone: study.yaml has no `coding: threshold`.",
        "Исследование не разрешает кодировать без человека: в study.yaml нет `coding: threshold`.",
    ),
    "status-head": (
        "jautājums|atbildes|cilvēks|mašīna|divi|strīdi|jāpārskata|nekodētas|versija|alfa",
        "question|answers|person|machine|twice|disputed|look again|open|version|alpha",
        "вопрос|ответы|человек|машина|двое|споры|пересмотреть|не закод.|версия|альфа",
    ),
    "status-codes": (
        "Šim vilnim ir arī codes.csv: tos kodus tabulas lieto jautājumos, kuros te lēmumu nav.",
        "This wave also has codes.csv: tables use its codes for questions without decisions here.",
        "У этой волны есть и codes.csv: таблицы берут эти коды в вопросах, где здесь решений нет.",
    ),
    "agreement-line": (
        "{0}: divreiz kodētas {1}; pilnīgi vienādi {2}; Kripendorfa alfa {3} (MASI), {4} (Žakāra attālums)",
        "{0}: coded twice {1}; all alike {2}; Krippendorff's alpha {3} (MASI), {4} (Jaccard distance)",
        "{0}: закодированы дважды {1}; полностью одинаково {2}; альфа Криппендорфа {3} (MASI), {4} (расстояние Жаккара)",
    ),
    "agreement-code": (
        "kods|abi|kāds|alfa (nomināla)",
        "code|all|some|alpha (nominal)",
        "код|все|кто-то|альфа (номинальная)",
    ),
    "drift": ("laikā|atbildes|vienādi|alfa", "over time|answers|alike|alpha", "во времени|ответы|одинаково|альфа"),
    "not-twice": ("{0}: neviena atbilde nav kodēta divreiz.", "{0}: no answer was coded twice.", "{0}: дважды не закодирован ни один ответ."),
}  # fmt: skip


def tell(key: str, lang: str, *fills: object) -> str:
    """A text in a language; `{0}` and so on are filled."""
    return spoken(_WORDS[key], lang, *fills)
