# ruff: noqa: E501 - sentences for people read best whole
"""Faults of a report's writing: front matter, Markdown, blocks, labels, expressions."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

WRITING_FAULTS: dict[str, Fault] = {
    "report-publish-draft": Fault(
        "error",
        lv=("Pārskats ir melnraksts, tāpēc to nepublicē.", "Kad tas ir apstiprināts, ierakstiet study.yaml rindu „state: approved“; lai tikai apskatītu vietni, pievienojiet --preview."),
        en=("The report is a draft and is not published.", "Once it is approved, write “state: approved” in study.yaml; only to look at the site, add --preview."),
        ru=("Отчёт — черновик, поэтому его не публикуют.", "После утверждения запишите в study.yaml «state: approved»; чтобы только посмотреть сайт, добавьте --preview."),
    ),
    "report-publish-embargo": Fault(
        "error",
        lv=("Pārskatu nedrīkst publicēt pirms {date}.", "Pagaidiet šo dienu vai mainiet datumu study.yaml; lai tikai apskatītu vietni, pievienojiet --preview."),
        en=("The report must not be published before {date}.", "Wait for that day or change the date in study.yaml; only to look at the site, add --preview."),
        ru=("Отчёт нельзя публиковать до {date}.", "Дождитесь этого дня или измените дату в study.yaml; чтобы только посмотреть сайт, добавьте --preview."),
    ),
    "report-front-matter": Fault(
        "error",
        lv=("Ievadbloku starp „---“ rindām nevar nolasīt: {why}.", "Rakstiet to kā YAML, piemēram, title: Pārskats, un noslēdziet ar rindu „---“."),
        en=("The front matter between “---” lines cannot be read: {why}.", "Write it as YAML, such as title: Report, and close it with a line “---”."),
        ru=("Вводный блок между строками «---» не читается: {why}.", "Запишите его как YAML, например title: Отчёт, и закройте строкой «---»."),
    ),
    "report-front-key": Fault(
        "error",
        lv=("Ievadblokā nav pazīstama atslēga „{key}“.", "Lietojiet kādu no šīm: {known}."),
        en=("The front matter has an unknown key “{key}”.", "Use one of these: {known}."),
        ru=("Во вводном блоке неизвестный ключ «{key}».", "Используйте один из этих: {known}."),
    ),
    "report-markup": Fault(
        "error",
        lv=("Šādu Markdown elementu pārskats neatbalsta: {what}.", "Lietojiet virsrakstus, rindkopas, sarakstus, tabulas, izcēlumus, saites, zemsvītras piezīmes un blokus."),
        en=("The report does not take this Markdown element: {what}.", "Use headings, paragraphs, lists, tables, emphasis, links, footnotes and blocks."),
        ru=("Отчёт не поддерживает этот элемент Markdown: {what}.", "Используйте заголовки, абзацы, списки, таблицы, выделение, ссылки, сноски и блоки."),
    ),
    "report-unclosed-expression": Fault(
        "error",
        lv=("Izteiksme ir sākta ar „{{{{“, bet nav noslēgta ar „}}}}“ (vai otrādi).", "Ierakstiet abas iekavu zīmes vienā rindkopā."),
        en=("An expression begins with “{{{{” and does not end with “}}}}” (or the other way round).", "Write both marks within one paragraph."),
        ru=("Выражение начато «{{{{», но не закрыто «}}}}» (или наоборот).", "Поставьте оба знака в одном абзаце."),
    ),
    "report-fence-unknown": Fault(
        "error",
        lv=("Bloka „{block}“ nav.", "Pazīstamie bloki: {known}."),
        en=("There is no block “{block}”.", "Known blocks: {known}."),
        ru=("Блока «{block}» нет.", "Известные блоки: {known}."),
    ),
    "report-fence-yaml": Fault(
        "error",
        lv=("Bloka „{block}“ saturu nevar nolasīt (lasītājs angliski saka: {why}).", "Rakstiet to kā YAML; tekstu ar kolu vai iekavām lieciet pēdiņās vai aiz „|“."),
        en=("The body of the block “{block}” cannot be read: {why}.", "Write it as YAML; put text with a colon or brackets in quotes or after “|”."),
        ru=("Содержимое блока «{block}» не читается (сообщение по-английски: {why}).", "Запишите его как YAML; текст с двоеточием или скобками возьмите в кавычки или поставьте после «|»."),
    ),
    "report-fence-key": Fault(
        "error",
        lv=("Blokam „{block}“ nav atslēgas „{key}“.", "Pazīstamās atslēgas: {known}."),
        en=("The block “{block}” has no key “{key}”.", "Known keys: {known}."),
        ru=("У блока «{block}» нет ключа «{key}».", "Известные ключи: {known}."),
    ),
    "report-fence-value": Fault(
        "error",
        lv=("Bloka „{block}“ atslēgai „{key}“ neder vērtība „{value}“.", "Der: {known}."),
        en=("The key “{key}” of the block “{block}” cannot be “{value}”.", "It can be: {known}."),
        ru=("Ключу «{key}» блока «{block}» не подходит значение «{value}».", "Подходит: {known}."),
    ),
    "report-missing-id": Fault(
        "error",
        lv=("Blokam „{block}“ nav id.", "Pievienojiet rindu id: īss-nosaukums, lai uz to varētu atsaukties."),
        en=("The block “{block}” has no id.", "Add a line id: short-name, so that it can be referred to."),
        ru=("У блока «{block}» нет id.", "Добавьте строку id: короткое-имя, чтобы на него можно было сослаться."),
    ),
    "report-no-question": Fault(
        "error",
        lv=("Blokam „{block}“ nav norādīts jautājums.", "Pievienojiet question:, questions: vai grid:."),
        en=("The block “{block}” names no question.", "Add question:, questions: or grid:."),
        ru=("В блоке «{block}» не указан вопрос.", "Добавьте question:, questions: или grid:."),
    ),
    "report-no-unit": Fault(
        "error",
        lv=("Blokam „{block}“ nav norādīts, ko salīdzināt.", "Pievienojiet rindu by: ar vienu jautājumu, piemēram, by: centre."),
        en=("The block “{block}” does not say what is to be compared.", "Add a line by: with one question, such as by: centre."),
        ru=("В блоке «{block}» не указано, что сравнивать.", "Добавьте строку by: с одним вопросом, например by: centre."),
    ),
    "report-no-caption": Fault(
        "error",
        lv=("Blokam „{block}“ nav paraksta.", "Pievienojiet rindu caption: ar to, kas attēlā vai tabulā redzams."),
        en=("The block “{block}” has no caption.", "Add a line caption: saying what the figure or table shows."),
        ru=("У блока «{block}» нет подписи.", "Добавьте строку caption: с тем, что показано."),
    ),
    "report-no-finding": Fault(
        "error",
        lv=("Blokam „{block}“ nav teksta finding.", "Pievienojiet finding: – viena vai divas frāzes par to, ko attēls rāda; to dzirdēs lasītājs, kurš attēlu neredz."),
        en=("The block “{block}” has no finding.", "Add finding: one or two sentences on what the figure shows, for readers who cannot see it."),
        ru=("У блока «{block}» нет текста finding.", "Добавьте finding: одно-два предложения о том, что показывает рисунок, для тех, кто его не видит."),
    ),
    "report-duplicate-id": Fault(
        "error",
        lv=("Id „{id}“ jau ir lietots {first}. rindiņā.", "Dodiet katram attēlam, tabulai un pielikumam savu id."),
        en=("The id “{id}” is already used in line {first}.", "Give each figure, table and annex an id of its own."),
        ru=("Id «{id}» уже использован в строке {first}.", "Дайте каждому рисунку, таблице и приложению свой id."),
    ),
    "report-unknown-label": Fault(
        "error",
        lv=("Atsauce uz „{id}“, bet tāda {kind} nav.", "Lietojiet kādu no šiem: {known}."),
        en=("Reference to “{id}”, but there is no such {kind}.", "Use one of these: {known}."),
        ru=("Ссылка на «{id}», но такого {kind} нет.", "Используйте один из этих: {known}."),
    ),
    "report-never-referred": Fault(
        "error",
        lv=("Uz {kind} „{id}“ tekstā nav nevienas atsauces.", "Ierakstiet tekstā {{{{ {call} }}}} vai izņemiet bloku."),
        en=("The text never refers to the {kind} “{id}”.", "Write {{{{ {call} }}}} in the text, or take the block out."),
        ru=("В тексте нет ссылки на {kind} «{id}».", "Впишите в текст {{{{ {call} }}}} или уберите блок."),
    ),
    "report-expression": Fault(
        "error",
        lv=("Izteiksmi „{expression}“ nevar saprast: {why}.", "Paraugi ir dokumentācijas nodaļā „The report language“, piemēram, share(\"jautājums\", \"kods\")."),
        en=("The expression “{expression}” cannot be understood: {why}.", "See the chapter “The report language” of the documentation, such as share(\"question\", \"code\")."),
        ru=("Выражение «{expression}» непонятно: {why}.", "Образцы — в главе документации «The report language», например share(\"вопрос\", \"код\")."),
    ),
    "report-expression-blank": Fault(
        "error",
        lv=("Starp „{{{{“ un „}}}}“ nekā nav.", "Ierakstiet izteiksmi, piemēram, share(\"jautājums\", \"kods\"), vai izņemiet iekavas."),
        en=("There is nothing between “{{{{” and “}}}}”.", "Write an expression, such as share(\"question\", \"code\"), or take the brackets out."),
        ru=("Между «{{{{» и «}}}}» ничего нет.", "Впишите выражение, например share(\"вопрос\", \"код\"), или уберите скобки."),
    ),
    "report-expression-typed": Fault(
        "error",
        lv=("Izteiksme „{expression}“ neko neprasa no tabulām: tā ir ar roku ierakstīts teksts.", "Skaitlim rakstiet izteiksmi, piemēram, share(\"jautājums\", \"kods\"); faktam, kas nav rezultāts, – value(\"nosaukums\") un study.yaml sadaļu facts; parastu tekstu rakstiet bez iekavām."),
        en=("The expression “{expression}” asks nothing of the tables: it is typed text.", "For a number write an expression, such as share(\"question\", \"code\"); for a fact that is no result value(\"name\") and facts in study.yaml; plain text needs no brackets."),
        ru=("Выражение «{expression}» ничего не спрашивает у таблиц: это текст, введённый вручную.", "Для числа напишите выражение, например share(\"вопрос\", \"код\"); для факта, который не результат, — value(\"название\") и раздел facts в study.yaml; обычный текст пишите без скобок."),
    ),
    "report-quotes": Fault(
        "error",
        lv=("Izteiksmē „{expression}“ pēdiņas ir „{sign}“.", "Izteiksmēs lieciet taisnās pēdiņas: share(\"jautājums\", \"kods\"). Citas ieliek teksta redaktors."),
        en=("In the expression “{expression}” a quotation mark is “{sign}”.", "Use straight quotes in expressions: share(\"question\", \"code\"). Word processors put in others."),
        ru=("В выражении «{expression}» стоят кавычки «{sign}».", "В выражениях нужны прямые кавычки: share(\"вопрос\", \"код\"). Другие подставляет текстовый редактор."),
    ),
    "report-unquoted": Fault(
        "error",
        lv=("Izteiksmē „{expression}“ vārds „{name}“ ir bez pēdiņām.", "Jautājumu, kodu un viļņu nosaukumus lieciet pēdiņās: \"{name}\"."),
        en=("In the expression “{expression}” the word “{name}” has no quotes.", "Put names of questions, codes and waves in quotes: \"{name}\"."),
        ru=("В выражении «{expression}» слово «{name}» стоит без кавычек.", "Названия вопросов, кодов и волн берите в кавычки: \"{name}\"."),
    ),
    "report-arithmetic": Fault(
        "error",
        lv=("Izteiksmē „{expression}“ ir rēķināts.", "Pārskatā nerēķina: katrs skaitlis ir tabulas šūna. Starpībai pret citu vilni ir change(...), kodu summai – apvienojums (net) anketā."),
        en=("The expression “{expression}” computes.", "A report does no sums: each number is a cell of a table. For a difference to another wave there is change(...), for a sum of codes a net in the questionnaire."),
        ru=("В выражении «{expression}» есть вычисление.", "В отчёте не вычисляют: каждое число — ячейка таблицы. Для разницы с другой волной есть change(...), для суммы кодов — объединение (net) в анкете."),
    ),
    "report-fence-open": Fault(
        "error",
        lv=("Bloks „{block}“ nav noslēgts.", "Pēc bloka pēdējās rindas ielieciet rindu, kurā ir tikai ```."),
        en=("The block “{block}” is not closed.", "After its last line put a line with nothing but ```."),
        ru=("Блок «{block}» не закрыт.", "После его последней строки поставьте строку, где только ```."),
    ),
    "report-unknown-function": Fault(
        "error",
        lv=("Izteiksmē „{expression}“ nav pazīstams „{name}“.", "Pazīstamie: {known}."),
        en=("In the expression “{expression}”, “{name}” is unknown.", "Known: {known}."),
        ru=("В выражении «{expression}» неизвестно «{name}».", "Известны: {known}."),
    ),
    "report-stacked-multiple": Fault(
        "error",
        lv=("Jautājumā „{name}“ bija iespējamas vairākas atbildes, tāpēc to daļas joslā neveido 100 %.", "Lietojiet form: bars vai grouped."),
        en=("The question “{name}” takes several answers, so they are no parts of one bar of 100%.", "Use form: bars or grouped."),
        ru=("В вопросе «{name}» можно было дать несколько ответов, поэтому они не части одной полосы в 100 %.", "Используйте form: bars или grouped."),
    ),
    "report-footnote": Fault(
        "error",
        lv=("Zemsvītras piezīmei „{mark}“ nav teksta.", "Pievienojiet rindu „{mark}: teksts“ vai izņemiet atsauci."),
        en=("The footnote “{mark}” has no text.", "Add a line “{mark}: text”, or take the mark out."),
        ru=("У сноски «{mark}» нет текста.", "Добавьте строку «{mark}: текст» или уберите ссылку."),
    ),
    "report-arguments": Fault(
        "error",
        lv=("Izteiksmes „{expression}“ argumenti neder: {why}.", "Pārbaudiet argumentus pēc dokumentācijas nodaļas „The report language“."),
        en=("The arguments of “{expression}” do not fit: {why}.", "Check them against the chapter “The report language” of the documentation."),
        ru=("Аргументы выражения «{expression}» не подходят: {why}.", "Проверьте их по главе документации «The report language»."),
    ),
    "report-no-since": Fault(
        "error",
        lv=("Izteiksmē „{expression}“ nav teikts, kopš kura viļņa vērtē pārmaiņu.", "Pievienojiet vilni, piemēram, since=\"2022\"."),
        en=("The expression “{expression}” does not say since which wave the change is.", "Add the wave, such as since=\"2022\"."),
        ru=("В выражении «{expression}» не сказано, с какой волны считать изменение.", "Добавьте волну, например since=\"2022\"."),
    ),
    "report-unknown-fact": Fault(
        "error",
        lv=("Pētījumā nav fakta „{name}“.", "Ierakstiet to study.yaml sadaļā facts; tagad tur ir: {known}."),
        en=("The study has no fact “{name}”.", "Write it under facts in study.yaml; there are now: {known}."),
        ru=("В исследовании нет факта «{name}».", "Впишите его в раздел facts файла study.yaml; сейчас там: {known}."),
    ),
    "report-unknown-name": Fault(
        "error",
        lv=("Anketā nav „{name}“.", "Līdzīgi nosaukumi: {known}."),
        en=("The questionnaire has no “{name}”.", "Names like it: {known}."),
        ru=("В анкете нет «{name}».", "Похожие имена: {known}."),
    ),
    "report-no-title": Fault(
        "warning",
        lv=("Pārskatam nav virsraksta.", "Ierakstiet ievadblokā title:; citādi lieto pētījuma nosaukumu."),
        en=("The report has no title.", "Write title: in the front matter; else the study's title is used."),
        ru=("У отчёта нет заголовка.", "Впишите title: во вводный блок; иначе берётся название исследования."),
    ),
    "report-no-quotes": Fault(
        "warning",
        lv=("Jautājumam „{question}“ nav publicēšanai atļautu citātu.", "Ierakstiet tos waves/<vilnis>/quotes.csv vai izņemiet bloku quotes."),
        en=("The question “{question}” has no quotations released for publication.", "Write them in waves/<wave>/quotes.csv, or take the block quotes out."),
        ru=("Для вопроса «{question}» нет цитат, разрешённых к публикации.", "Впишите их в waves/<волна>/quotes.csv или уберите блок quotes."),
    ),
    "report-disclosure-blank": Fault(
        "warning",
        lv=("AAPOR atklātības saraksts nav pilnīgs; tukši ir šādi punkti: {items}.", "Ierakstiet tos study.yaml sadaļā disclosure; to atslēgas: {keys}."),
        en=("The AAPOR disclosure list is not complete; these items are blank: {items}.", "Write them under disclosure in study.yaml; their keys: {keys}."),
        ru=("Список сведений AAPOR неполон; не заполнено: {items}.", "Впишите их в study.yaml, раздел disclosure; ключи: {keys}."),
    ),
    "report-no-coding": Fault(
        "error",
        lv=("Vilnim „{wave}“ nav kodēšanas lēmumu.", "Bloks coding der vilnim, kura atvērtās atbildes kodētas (waves/{wave}/coding.csv); izņemiet bloku vai kodējiet."),
        en=("The wave “{wave}” has no decisions of coding.", "The block coding is for a wave whose open answers were coded (waves/{wave}/coding.csv); take it out, or code."),
        ru=("У волны «{wave}» нет решений о кодах.", "Блок coding — для волны с закодированными ответами (waves/{wave}/coding.csv); уберите блок или закодируйте."),
    ),
    "report-no-fieldwork": Fault(
        "error",
        lv=("Vilnim „{wave}“ nav zvanu un uzaicinājumu ierakstu.", "Bloks fieldwork der vilnim, kas lasīts no vietnes datubāzes (wave: field); izņemiet bloku vai norādiet šo vilni."),
        en=("The wave “{wave}” has no records of calls and invitations.", "The block fieldwork is for a wave read from the site's database (wave: field); take the block out or name that wave."),
        ru=("У волны «{wave}» нет записей о звонках и приглашениях.", "Блок fieldwork — для волны из базы данных сайта (wave: field); уберите блок или укажите эту волну."),
    ),
    "report-composition": Fault(
        "note",
        lv=("Kopš viļņa „{wave}“ mainījies respondentu sastāvs (procentpunkti): {list}.", "Attēliem, kas salīdzina viļņus, dodiet standardise: [jautājumi] – tad blakus ir līnija ar tagadējo sastāvu – vai svēriet abus viļņus."),
        en=("Since the wave “{wave}” the make-up of respondents has moved (percentage points): {list}.", "Give figures that compare waves standardise: [questions], which adds a line with today's make-up, or weight both waves."),
        ru=("С волны «{wave}» изменился состав респондентов (п. п.): {list}.", "Дайте рисункам, сравнивающим волны, standardise: [вопросы] — рядом появится линия при нынешнем составе — или взвесьте обе волны."),
    ),
    "report-language-difference": Fault(
        "warning",
        lv=("Skaitlis {cell} ir {file}, bet nav pārskatā valodā {other}.", "Ierakstiet to arī otrā valodā vai izņemiet abās."),
        en=("The number {cell} is in {file} but not in the report in {other}.", "Write it in the other language too, or take it out of both."),
        ru=("Число {cell} есть в {file}, но его нет в отчёте на языке {other}.", "Впишите его и на другом языке или уберите в обоих."),
    ),
    "report-review-file": Fault(
        "error",
        lv=("„{file}“ nav Word dokuments, ko var izlasīt.", "Dodiet .docx failu."),
        en=("“{file}” is no Word document that can be read.", "Give a .docx file."),
        ru=("«{file}» — не документ Word, который можно прочитать.", "Дайте файл .docx."),
    ),
    "report-review-foreign": Fault(
        "error",
        lv=(
            "„{file}“ nezina, no kurām avota rindām tas tapis.",
            "Komentējiet dokumentu, ko izveidoja „atbalss report --formats docx“.",
        ),
        en=(
            "“{file}” does not know which lines of the source it was made from.",
            "Comment on the document that `atbalss report --formats docx` made.",
        ),
        ru=(
            "«{file}» не знает, из каких строк исходного текста он создан.",
            "Комментируйте документ, созданный командой «atbalss report --formats docx».",
        ),
    ),
}  # fmt: skip
