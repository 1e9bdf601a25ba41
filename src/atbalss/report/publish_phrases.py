"""The fixed words of a published site, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "language": ("Latviešu", "English", "Русский"),
    "report": ("Pārskats", "Report", "Отчёт"),
    "results": ("Rezultāti pa jautājumiem", "Results by question", "Результаты по вопросам"),
    "figures": ("Attēli un lejupielādes", "Figures and downloads", "Рисунки и файлы"),
    "numbers": ("Visi skaitļi", "All numbers", "Все числа"),
    "cite": ("Kā atsaukties", "How to cite", "Как ссылаться"),
    "home": ("Sākums", "Home", "Начало"),
    "pages": ("Lapas", "Pages", "Страницы"),
    "skip": ("Uz saturu", "Skip to content", "К содержанию"),
    "everybody": ("Visi respondenti", "All respondents", "Все респонденты"),
    "nets": ("Atbildes kopā", "Answers taken together", "Ответы вместе"),
    "bands": ("Atbildes joslās", "Answers in bands", "Ответы по ступеням"),
    "over-waves": ("Pa gadiem", "Over the years", "По годам"),
    "choose-question": ("Jautājums", "Question", "Вопрос"),
    "choose-view": ("Skatījums", "View", "Разрез"),
    "search": ("Meklēt jautājumos", "Search the questions", "Поиск по вопросам"),
    "views-of": ("Skatījumi", "Views", "Разрезы"),
    "base": ("Bāze", "Base", "База"),
    "question": ("Jautājums", "Question", "Вопрос"),
    "download": ("Lejupielādēt", "Download", "Скачать"),
    "address": ("Pastāvīgā adrese", "Permanent address", "Постоянный адрес"),
    "embed": ("Ievietot citā lapā", "Embed in another page", "Вставить на другую страницу"),
    "embed-help": (
        "Ielīmējiet šo rindu savas lapas HTML kodā.",
        "Paste this line into the HTML of your page.",
        "Вставьте эту строку в HTML-код своей страницы.",
    ),
    "whole-report": ("Viss pārskats", "The whole report", "Весь отчёт"),
    "number": ("Skaitlis", "Number", "Число"),
    "what": ("Kas saskaitīts", "What is counted", "Что подсчитано"),
    "interval": ("Ticamības intervāls", "Confidence interval", "Доверительный интервал"),
    "numbers-help": (
        "Katram pārskata skaitlim ir sava pastāvīga adrese, bāze un ticamības intervāls.",
        "Every number of the report has its own permanent address, base and confidence interval.",
        "У каждого числа отчёта есть свой постоянный адрес, база и доверительный интервал.",
    ),
    "results-help": (
        "Izvēlieties jautājumu, tad grupu vai gadu. Mazās grupās skaitļi ir paslēpti, lai nevienu"
        " nevarētu pazīt.",
        "Choose a question, then a group or a year. Numbers of small groups are hidden so that"
        " nobody can be recognised.",
        "Выберите вопрос, затем группу или год. Числа малых групп скрыты, чтобы никого нельзя"
        " было узнать.",
    ),
    "figures-help": (
        "Katram attēlam: SVG un PNG, CSV un Excel datnes, rindiņa ievietošanai citā lapā.",
        "Of each figure: SVG and PNG, CSV and Excel files, a line to embed it in another page.",
        "Для каждого рисунка: SVG и PNG, файлы CSV и Excel, строка для вставки на другую страницу.",
    ),
    "numbers-card": (
        "Skaitlis, bāze, ticamības intervāls un pastāvīga adrese.",
        "The number, its base, confidence interval and permanent address.",
        "Число, база, доверительный интервал и постоянный адрес.",
    ),
    "cite-card": (
        "Gatava atsauce un BibTeX ieraksts.",
        "A reference to copy and a BibTeX entry.",
        "Готовая ссылка и запись BibTeX.",
    ),
    "file-html": ("Tīmekļa lapa (HTML)", "Web page (HTML)", "Веб-страница (HTML)"),
    "file-pdf": ("PDF", "PDF", "PDF"),
    "file-docx": ("Word", "Word", "Word"),
    "file-pptx": ("PowerPoint", "PowerPoint", "PowerPoint"),
    "file-xlsx": ("Tabulas (Excel)", "Tables (Excel)", "Таблицы (Excel)"),
    "file-json": ("Visi skaitļi (JSON)", "All numbers (JSON)", "Все числа (JSON)"),
    "file-cubes": ("Rezultāti (JSON-stat)", "Results (JSON-stat)", "Результаты (JSON-stat)"),
    "file-rows": ("Rezultāti (Excel)", "Results (Excel)", "Результаты (Excel)"),
    "file-rows-csv": ("Rezultāti (CSV)", "Results (CSV)", "Результаты (CSV)"),
    "file-dcat": (
        "Apraksts datu portāliem (DCAT-AP)",
        "Description for data portals (DCAT-AP)",
        "Описание для порталов данных (DCAT-AP)",
    ),
    "span": ("no {low} līdz {high}", "{low} to {high}", "от {low} до {high}"),
    "kilobytes": ("{n}\u00a0kB", "{n}\u00a0kB", "{n}\u00a0КБ"),
    "megabytes": ("{n}\u00a0MB", "{n}\u00a0MB", "{n}\u00a0МБ"),
    "cite-help": (
        "Lūdzam norādīt avotu un versiju: ja pārskats tiks labots, versija mainīsies.",
        "Please name the source and the version: if the report is corrected, the version changes.",
        "Просим указывать источник и версию: если отчёт исправят, версия изменится.",
    ),
    "version": ("Versija", "Version", "Версия"),
    "withdrawn": ("Izņemts", "Withdrawn", "Изъято"),
    "withdrawn-title": ("Izņemts: {title}", "Withdrawn: {title}", "Изъято: {title}"),
    "withdrawn-page": (
        "Šīs lapas saturs vairs nav pārskata daļa. Tas izņemts ar šo izlaidumu: {edition}.",
        "What stood here is no longer part of the report. It was withdrawn by this edition:"
        " {edition}.",
        "Содержание этой страницы больше не входит в отчёт. Оно изъято в этом издании: {edition}.",
    ),
    "withdrawn-moved": (
        "Ar tādu pašu nosaukumu pārskatā tagad ir šī lapa; skaitļi tajā var būt citi.",
        "A page of the same title is in the report now; its numbers may differ.",
        "Страница с тем же названием теперь находится здесь; числа на ней могут быть другими.",
    ),
    "withdrawn-look": (
        "Agrākos skaitļus lūdzam vairs neizmantot. Spēkā esošie ir šeit:",
        "Please use the earlier numbers no more. Those that hold are here:",
        "Прежние числа просим больше не использовать. Действующие — здесь:",
    ),
    "withdrawn-by": (
        "Izlaidums, kas izņēma",
        "Withdrawn by the edition",
        "Издание, в котором изъято",
    ),
    "withdrawn-numbers": ("Izņemtie skaitļi", "Withdrawn numbers", "Изъятые числа"),
    "withdrawn-numbers-help": (
        "Šie skaitļi bija agrākos izlaidumos; pārskatā to vairs nav, un vērtības šeit neglabā.",
        "These numbers stood in earlier editions; they are no longer in the report, and their"
        " values are not kept here.",
        "Эти числа были в прежних изданиях; в отчёте их больше нет, и значения здесь не хранятся.",
    ),
    "draft": (
        "Melnraksts. Nav paredzēts publicēšanai.",
        "Draft. Not for publication.",
        "Черновик. Не для публикации.",
    ),
    "invented": (
        "Atdarināti dati: neviens cilvēks šīs atbildes nav sniedzis.",
        "Invented data: nobody gave these answers.",
        "Вымышленные данные: этих ответов никто не давал.",
    ),
    "read": ("Lasīt", "Read", "Читать"),
    "no-chart": (
        "Attēla nav: visi tā skaitļi ir paslēpti.",
        "There is no chart: all its numbers are hidden.",
        "Рисунка нет: все его числа скрыты.",
    ),
    "questions-n": ("Jautājumi: {n}", "Questions: {n}", "Вопросы: {n}"),
}


def say(key: str, lang: str, **parts: object) -> str:
    """A fixed text in a language, English where the language has none; KeyError if unknown."""
    return spoken(_WORDS[key], lang, **parts)
