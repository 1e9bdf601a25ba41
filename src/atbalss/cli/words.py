"""What the command line says, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "program": (
        "Aptaujas no uzaicinājuma līdz publicētam pārskatam.",
        "Surveys from the invitation to the published report.",
        "Опросы — от приглашения до опубликованного отчёта.",
    ),
    "commands": ("komandas", "commands", "команды"),
    "options": ("iespējas", "options", "параметры"),
    "arguments": ("argumenti", "arguments", "аргументы"),
    "examples": ("piemēri", "examples", "примеры"),
    "argument-missing": ("trūkst: {}", "missing: {}", "не хватает: {}"),
    "argument-unknown": ("nepazīst: {}", "not known: {}", "неизвестно: {}"),
    "argument-empty": ("pēc {} trūkst vērtības", "{} needs a value", "после {} нет значения"),
    "argument-choice": (
        "{}: nevar būt „{}“; var būt {}",
        "{}: cannot be “{}”; can be {}",
        "{}: не может быть «{}»; может быть {}",
    ),
    "argument-kind": (
        "{}: nevar būt „{}“",
        "{}: cannot be “{}”",
        "{}: не может быть «{}»",
    ),
    "argument-valid": ("{}: var būt {}", "{}: can be {}", "{}: может быть {}"),
    "command-unknown": (
        "komandas „{}“ nav; ir {}",
        "there is no command “{}”; there are {}",
        "команды «{}» нет; есть {}",
    ),
    "command-near": (
        "komandas „{}“ nav; vai domāta „{}“?",
        "there is no command “{}”; did you mean “{}”?",
        "команды «{}» нет; может быть, «{}»?",
    ),
    "usage": ("lietošana: ", "usage: ", "использование: "),
    "exit": (
        "Izejas kodi: 0 – izdevās; 1 – atrastas kļūdas; 2 – nepareiza komanda; 3 – programmas kļūda.",
        "Exit codes: 0 done; 1 errors found; 2 wrong command; 3 a fault of the program.",
        "Коды выхода: 0 — готово; 1 — найдены ошибки; 2 — неверная команда; 3 — сбой программы.",
    ),
    "help": ("parāda šo palīdzību", "show this help", "показать эту справку"),
    "version": ("parāda versiju", "show the version", "показать версию"),
    "ui": (
        "ziņojumu valoda: lv, en vai ru (noklusējums lv vai mainīgais ATBALSS_LANG)",
        "language of messages: lv, en or ru (default lv, or the variable ATBALSS_LANG)",
        "язык сообщений: lv, en или ru (по умолчанию lv или переменная ATBALSS_LANG)",
    ),
    "study": ("pētījuma mape", "study folder", "папка исследования"),
    "json": (
        "rezultāts kā JSON, skriptiem",
        "result as JSON, for scripts",
        "результат в JSON, для скриптов",
    ),
    "check": (
        "pārbauda pētījumu un pasaka, kas jālabo",
        "check a study and say what to mend",
        "проверить исследование и сказать, что исправить",
    ),
    "audit": (
        "izlasa jebkura rakstītu pārskatu un pasaka, kas tajā nav pareizi",
        "read a report that anybody wrote and say what is wrong in it",
        "прочитать отчёт, написанный кем угодно, и сказать, что в нём неверно",
    ),
    "audit-report": (
        "pārskats: pdf, docx, html, md vai txt",
        "the report: pdf, docx, html, md or txt",
        "отчёт: pdf, docx, html, md или txt",
    ),
    "audit-study": (
        "pētījuma mape, ar kuras skaitļiem salīdzināt",
        "study folder whose numbers to compare with",
        "папка исследования, с числами которого сравнить",
    ),
    "audit-lang": (
        "atradumu valoda: lv, en vai ru (noklusējums – ziņojumu valoda)",
        "language of the findings: lv, en or ru (default: that of messages)",
        "язык замечаний: lv, en или ru (по умолчанию — язык сообщений)",
    ),
    "audit-out": (
        "fails, kurā ierakstīt pārskatu ar piezīmēm (html)",
        "file for the annotated report (html)",
        "файл для отчёта с замечаниями (html)",
    ),
    "audit-counted": ("Atradumi: {0}.", "Findings: {0}.", "Замечаний: {0}."),
    "audit-clean": ("Nekas nav atrasts.", "Nothing was found.", "Ничего не найдено."),
    "study-command": (
        "anketas pārveidošana un drukāšana",
        "convert or print the questionnaire",
        "преобразовать или напечатать анкету",
    ),
    "convert": (
        "pārveido anketu starp .md un .xlsx bez zudumiem",
        "convert a questionnaire between .md and .xlsx without loss",
        "преобразовать анкету между .md и .xlsx без потерь",
    ),
    "convert-source": ("esošais fails", "existing file", "исходный файл"),
    "convert-target": ("jaunais fails", "new file", "новый файл"),
    "print": (
        "anketa kā dokuments apstiprināšanai",
        "the questionnaire as a document for approval",
        "анкета как документ для утверждения",
    ),
    "tables-out": (
        "mape (html, xlsx, csv, json) vai viens fails ar šādu galotni",
        "folder (html, xlsx, csv, json) or one file with such an ending",
        "папка (html, xlsx, csv, json) или один файл с таким расширением",
    ),
    "tables-table": (
        "tikai šī tables.yaml tabula (var atkārtot)",
        "only this table of tables.yaml (may be repeated)",
        "только эта таблица из tables.yaml (можно повторять)",
    ),
    "tables-rows": (
        "jautājumi rindās, atdalīti ar atstarpēm",
        "questions down the side, parted by blanks",
        "вопросы по строкам, через пробел",
    ),
    "tables-banner": (
        'kolonnas: "sex, age > place, tools[a b], @wave"',
        'columns: "sex, age > place, tools[a b], @wave"',
        'столбцы: "sex, age > place, tools[a b], @wave"',
    ),
    "tables-filter": (
        'filtrs XLSForm valodā: "${age} >= 55"',
        'filter in XLSForm\'s language: "${age} >= 55"',
        'фильтр на языке XLSForm: "${age} >= 55"',
    ),
    "tables-tests": (
        "kolonnu pārbaudes: none, dimensions vai design",
        "tests of columns: none, dimensions or design",
        "проверки столбцов: none, dimensions или design",
    ),
    "tables-correction": (
        "korekcija: none, bonferroni, holm, bh vai by",
        "correction: none, bonferroni, holm, bh or by",
        "поправка: none, bonferroni, holm, bh или by",
    ),
    "lang": ("dokumenta valoda", "language of the document", "язык документа"),
    "out-file": ("fails .pdf vai .html", "a file .pdf or .html", "файл .pdf или .html"),
    "out-dir": ("mape rezultātam", "folder for the result", "папка для результата"),
    "rehearse": (
        "izmēģina anketu ar robotiem vai izdomā atbildes pēc mērķiem",
        "try the questionnaire with robots, or invent answers to targets",
        "испытать анкету роботами или придумать ответы по целям",
    ),
    "interviews": ("cik interviju", "how many interviews", "сколько интервью"),
    "coders": (
        "ar --targets: atvērtās atbildes kodē izdomāti kodētāji (coding.csv, nevis codes.csv)",
        "with --targets: invented coders code the open answers (coding.csv, not codes.csv)",
        "с --targets: открытые ответы кодируют вымышленные кодировщики (coding.csv, не codes.csv)",
    ),
    "seed": ("nejaušības sēkla", "seed of chance", "начальное число случайности"),
    "targets": (
        "atbildes, kas reizē atbilst visiem publicētajiem skaitļiem",
        "answers that meet all published figures at once",
        "ответы, сразу отвечающие всем опубликованным числам",
    ),
    "published": (
        "salīdzina atbildes ar publicētajiem skaitļiem, rindu pa rindai",
        "compare the answers with the published figures, row by row",
        "сравнить ответы с опубликованными числами построчно",
    ),
    "engine": (
        "kur skaitīt Parquet viļņus: spark://dators:ports vai local[2]; bez tā skaita šis dators",
        "where Parquet waves are counted: spark://host:port or local[2]; without it, here",
        "где считать волны в Parquet: spark://хост:порт или local[2]; без него — на этом компьютере",
    ),
    "tables": ("visas pētījuma tabulas", "all tables of the study", "все таблицы исследования"),
    "weigh": (
        "kā izdevās svēršana: mērķi pirms un pēc, svaru izkliede, paši svari",
        "how the weighting came out: targets before and after, spread, the weights themselves",
        "как прошло взвешивание: цели до и после, разброс, сами веса",
    ),
    "wave": (
        "vilnis; noklusējums – pašreizējais",
        "the wave; default the current",
        "волна; по умолчанию текущая",
    ),
    "weights-out": (
        "fails, kurā ierakstīt svarus (id, weight)",
        "a file to write the weights to (id, weight)",
        "файл для весов (id, weight)",
    ),
    "differs": (
        "kuras grupas kādā atbildē atšķiras no pārējiem",
        "which groups differ from the rest in an answer",
        "какие группы в ответе отличаются от остальных",
    ),
    "answer": (
        "jautājums=kods, piemēram, tried=no; tikai jautājums – vidējais vērtējums",
        "question=code, such as tried=no; the question alone: its mean",
        "вопрос=код, например tried=no; только вопрос — среднее",
    ),
    "by": (
        "grupēšanas jautājumi (noklusējums: visi demogrāfijas jautājumi)",
        "grouping questions (default: all demographic ones)",
        "группирующие вопросы (по умолчанию все демографические)",
    ),
    "nets": (
        "arī grupu apvienojumi (nets)",
        "nets of groups too",
        "также объединения групп (nets)",
    ),
    "adjust": (
        "korekcija par pārbaužu skaitu (noklusējums: holm)",
        "correction for the number of tests (default: holm)",
        "поправка на число проверок (по умолчанию holm)",
    ),
    "question": ("tikai šis jautājums", "this question only", "только этот вопрос"),
    "report": (
        "veido pārskatu: PDF, tīmekļa lapu un numbers.json",
        "make the report: PDF, web page and numbers.json",
        "создать отчёт: PDF, веб-страницу и numbers.json",
    ),
    "draft": (
        "uzraksta pirmo report.<valoda>.md jebkuram pētījumam",
        "write a first report.<lang>.md for any study",
        "написать первый report.<язык>.md для любого исследования",
    ),
    "wave-option": (
        "vilnis, par kuru ir pārskats, nevis study.yaml norādītais; „field“: no vietnes datubāzes",
        "the wave to report instead of the one in study.yaml; “field”: from the site's database",
        "волна отчёта вместо указанной в study.yaml; «field»: из базы данных сайта",
    ),
    "formats": (
        "formāti ar komatiem: pdf, html, docx, pptx, xlsx vai all (noklusējums: kā study.yaml)",
        "formats with commas: pdf, html, docx, pptx, xlsx, or all (default: as in study.yaml)",
        "форматы через запятую: pdf, html, docx, pptx, xlsx или all (по умолчанию: как в study.yaml)",
    ),
    "charts": (
        "diagrammas Office failos: native – rediģējamas, picture – attēli",
        "charts in Office files: native can be edited there, picture are pictures",
        "диаграммы в файлах Office: native — редактируемые, picture — рисунки",
    ),
    "review": (
        "Word dokumenta komentāri un labojumi pie pārskata avota rindām",
        "comments and changes in a Word document, at the lines of the report's source",
        "комментарии и правки документа Word у строк исходного текста отчёта",
    ),
    "review-file": (
        "komentētais .docx fails",
        "the commented .docx file",
        "файл .docx с комментариями",
    ),
    "review-out": (
        "arī kā Markdown fails",
        "also as a Markdown file",
        "также в файл Markdown",
    ),
    "watch": (
        "gaida izmaiņas un veido pārskatu no jauna",
        "wait for changes and make the report again",
        "ждать изменений и создавать отчёт заново",
    ),
    "force": (
        "pārraksta esošo failu",
        "overwrite an existing file",
        "перезаписать существующий файл",
    ),
    "traceback": (
        "programmas kļūdas gadījumā rāda, kur tā radās",
        "on a fault of the program show where it arose",
        "при сбое программы показать, где он возник",
    ),
    # what happens
    "reading": ("lasa pētījumu", "reading the study", "чтение исследования"),
    "reading-report": ("lasa pārskatu", "reading the report", "чтение отчёта"),
    "connecting": ("savienojas ar dzinēju", "connecting to the engine", "соединение с механизмом"),
    "computing": ("rēķina tabulas", "computing tables", "расчёт таблиц"),
    "attacking": ("izmēģina priekšlikumus", "trying the proposals", "проверка предложений"),
    "drawing": ("zīmē attēlus", "drawing charts", "построение графиков"),
    "writing": ("raksta dokumentus", "writing documents", "запись документов"),
    "rehearsing": ("robotu intervijas", "robot interviews", "интервью роботов"),
    "solving": (
        "meklē atbildes, kas atbilst mērķiem",
        "looking for answers that meet the targets",
        "поиск ответов, отвечающих целям",
    ),
    "wrote": ("Uzrakstīts: {0}", "Written: {0}", "Записано: {0}"),
    "unchanged": ("Nav mainījies: {0}", "Unchanged: {0}", "Без изменений: {0}"),
    "all-well": (
        "Pētījumā kļūdu nav.",
        "The study has no errors.",
        "Ошибок в исследовании нет.",
    ),
    "counted": (
        "Kļūdas: {0}; brīdinājumi: {1}; piezīmes: {2}.",
        "Errors: {0}; warnings: {1}; notes: {2}.",
        "Ошибок: {0}; предупреждений: {1}; примечаний: {2}.",
    ),
    "hidden-notes": (
        "Vēl {0} līdzīgas piezīmes; visas rāda --json.",
        "{0} more notes of the same kinds; --json shows all.",
        "Ещё {0} подобных примечаний; все показывает --json.",
    ),
    "error": ("kļūda", "error", "ошибка"),
    "warning": ("brīdinājums", "warning", "предупреждение"),
    "note": ("piezīme", "note", "примечание"),
    "bug": (
        "Programmas kļūda ({0}). Tā nav jūsu vaina; ziņojiet izstrādātājiem, pievienojot --traceback "
        "izvadi.",
        "A fault of the program ({0}). It is not yours; please report it with the --traceback output.",
        "Сбой программы ({0}). Это не ваша вина; сообщите разработчикам, приложив вывод --traceback.",
    ),
    "disk": (
        "Failu vai mapi „{0}“ nevar nolasīt vai ierakstīt (sistēma saka: {1}). Pārbaudiet ceļu, atļaujas "
        "un vietu diskā.",
        "The file or folder “{0}” cannot be read or written (the system says: {1}). Check the path, its "
        "permissions and the room on the disk.",
        "Файл или папку «{0}» нельзя прочитать или записать (система сообщает: {1}). Проверьте путь, "
        "права и место на диске.",
    ),
    "exists": (
        "Fails „{0}“ jau ir; --force to pārraksta.",
        "The file “{0}” exists already; --force overwrites it.",
        "Файл «{0}» уже есть; --force перезапишет его.",
    ),
    "kind-unknown": (
        "Faila „{0}“ veids nav pazīstams; derīgi ir: {1}.",
        "The kind of the file “{0}” is not known; valid ones: {1}.",
        "Вид файла «{0}» неизвестен; допустимы: {1}.",
    ),
    "watching": (
        "Gaida izmaiņas mapē {0}; beidz ar Ctrl-C.",
        "Waiting for changes in {0}; Ctrl-C ends.",
        "Ожидание изменений в {0}; Ctrl-C завершает.",
    ),
    "invented": (
        "ATDARINĀTI DATI: šīs atbildes ir izdomātas.",
        "INVENTED DATA: these answers are made up.",
        "ВЫМЫШЛЕННЫЕ ДАННЫЕ: эти ответы придуманы.",
    ),
    "publish": (
        "veido publicējamu vietni: pārskats, rezultāti pa jautājumiem, lejupielādes",
        "make the site to publish: report, results by question, downloads",
        "создать сайт для публикации: отчёт, результаты по вопросам, файлы",
    ),
    "address": (
        "adrese, kur vietne stāvēs, lai pastāvīgās adreses būtu pilnas",
        "the address where the site will stand, so that permanent addresses are whole",
        "адрес, где будет сайт, чтобы постоянные адреса были полными",
    ),
    "preview": (
        "arī melnraksts un pirms embargo datuma; tikai apskatei",
        "also a draft and before the embargo date; only to look at",
        "также черновик и до даты эмбарго; только для просмотра",
    ),
    "site-withdrawn": (
        "Lapas, kuru vairs nav: {0}; to vietā ir paziņojums, ka saturs izņemts.",
        "Pages that are no more: {0}; in their place stands a word that they were withdrawn.",
        "Страниц, которых больше нет: {0}; вместо них — сообщение об изъятии.",
    ),
    "site-made": (
        "Vietne gatava: {0}; datnes: {1}.",
        "The site is ready: {0}; files: {1}.",
        "Сайт готов: {0}; файлов: {1}.",
    ),
    "took": ("{0}: {1} s", "{0}: {1} s", "{0}: {1} с"),
    "made-in": ("Pārskats gatavs {0} s.", "Report made in {0} s.", "Отчёт готов за {0} с."),
    "completed": (
        "Intervijas līdz galam: {0} no {1}.",
        "Interviews to the end: {0} of {1}.",
        "Интервью до конца: {0} из {1}.",
    ),
    "never-reached": (
        "Nekad nesasniegtie jautājumi: {0}",
        "Questions never reached: {0}",
        "Недостигнутые вопросы: {0}",
    ),
    "never-chosen": (
        "Nekad neizvēlētās atbildes: {0}",
        "Options never chosen: {0}",
        "Невыбранные ответы: {0}",
    ),
    "none": ("nav", "none", "нет"),
    "required-command": (
        "norādiet komandu; `atbalss --help` tās uzskaita",
        "name a command; `atbalss --help` lists them",
        "укажите команду; `atbalss --help` их перечисляет",
    ),
}


def say(key: str, lang: str, *fills: object) -> str:
    """The words of `key` in `lang`, with its places filled."""
    return spoken(_WORDS[key], lang, *fills)
