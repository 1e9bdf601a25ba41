# ruff: noqa: E501 - a sentence a row reads best
"""Faults of data files and what their formats lose; gathered into `exchange.FAULTS`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

DATA_FAULTS: dict[str, Fault] = {
    "exchange-sav-no-sav": Fault(
        "error",
        lv=(
            "Šis nav SPSS datu fails (.sav, .zsav).",
            "Pārbaudiet, vai fails ir saglabāts no SPSS vai no CATI programmas kā .sav.",
        ),
        en=(
            "This is no SPSS data file (.sav, .zsav).",
            "Check that it was saved from SPSS, or by the CATI tool, as .sav.",
        ),
        ru=(
            "Это не файл данных SPSS (.sav, .zsav).",
            "Проверьте, сохранён ли файл из SPSS или CATI-программы как .sav.",
        ),
    ),
    "exchange-sav-broken": Fault(
        "error",
        lv=(
            "SPSS datu failu nevar nolasīt: {why}.",
            "Fails ir bojāts vai nav nokopēts līdz galam; saglabājiet vai nokopējiet to vēlreiz.",
        ),
        en=(
            "The SPSS data file cannot be read: {why}.",
            "It is damaged or was not copied to its end; save or copy it again.",
        ),
        ru=(
            "Файл данных SPSS не читается: {why}.",
            "Он повреждён или скопирован не до конца; сохраните или скопируйте его ещё раз.",
        ),
    ),
    "exchange-sav-truncated": Fault(
        "error",
        lv=(
            "Fails sola {said} rindas, bet tajā ir {found}.",
            "Fails nav nokopēts līdz galam; nokopējiet to vēlreiz.",
        ),
        en=(
            "The file promises {said} rows and holds {found}.",
            "It was not copied to its end; copy it again.",
        ),
        ru=(
            "Файл обещает строк: {said}, а в нём их {found}.",
            "Он скопирован не до конца; скопируйте его ещё раз.",
        ),
    ),
    "exchange-sav-encrypted": Fault(
        "error",
        lv=(
            "SPSS datu fails ir aizsargāts ar paroli.",
            "Atveriet to SPSS ar paroli un saglabājiet bez tās.",
        ),
        en=(
            "The SPSS data file is protected by a password.",
            "Open it in SPSS with the password and save it without one.",
        ),
        ru=(
            "Файл данных SPSS защищён паролем.",
            "Откройте его в SPSS с паролем и сохраните без него.",
        ),
    ),
    "exchange-sav-encoding": Fault(
        "warning",
        lv=(
            "Faila teksti nav pateiktajā kodējumā; tie nolasīti kā {encoding}.",
            "Pārbaudiet, vai burti birkās ir pareizi; ja nav, saglabājiet failu kā UTF-8.",
        ),
        en=(
            "The texts are not in the encoding the file names; they were read as {encoding}.",
            "Check the letters in the labels; if they are wrong, save the file as UTF-8.",
        ),
        ru=(
            "Тексты файла не в той кодировке, что указана; они прочитаны как {encoding}.",
            "Проверьте буквы в метках; если они неверны, сохраните файл в UTF-8.",
        ),
    ),
    "exchange-wrong-ending": Fault(
        "error",
        lv=(
            "Faila saturs ir {kind}, bet nosaukuma galotne saka ko citu.",
            "Pārdēvējiet failu ar galotni {kind} vai saglabājiet to vajadzīgajā veidā.",
        ),
        en=(
            "The file holds {kind}, but its name ends in something else.",
            "Rename it to end in {kind}, or save it in the wanted format.",
        ),
        ru=(
            "Содержимое файла — {kind}, но окончание имени другое.",
            "Переименуйте файл с окончанием {kind} или сохраните его в нужном формате.",
        ),
    ),
    "exchange-too-large": Fault(
        "error",
        lv=(
            "Failā ir {cells} šūnas; vienā reizē var nolasīt {most}.",
            "Sadaliet failu pa viļņiem vai pārveidojiet to Parquet.",
        ),
        en=(
            "The file has {cells} cells; {most} can be read at once.",
            "Split it by waves, or convert it to Parquet.",
        ),
        ru=(
            "В файле ячеек: {cells}; за один раз читается {most}.",
            "Разделите файл по волнам или преобразуйте его в Parquet.",
        ),
    ),
    "exchange-parquet-broken": Fault(
        "error",
        lv=(
            "Parquet failu nevar nolasīt: {why}.",
            "Saglabājiet vai nokopējiet to vēlreiz.",
        ),
        en=("The Parquet file cannot be read: {why}.", "Save or copy it again."),
        ru=("Файл Parquet не читается: {why}.", "Сохраните или скопируйте его ещё раз."),
    ),
    "exchange-parquet-other": Fault(
        "error",
        lv=(
            "Parquet fails ir citas anketas vai cita viļņa kadrs: {what}.",
            "Izveidojiet to vēlreiz ar `atbalss export`, vai ielieciet atbildes kā answers.csv.",
        ),
        en=(
            "The Parquet file is the frame of another questionnaire or wave: {what}.",
            "Make it again with `atbalss export`, or put the answers there as answers.csv.",
        ),
        ru=(
            "Файл Parquet — кадр другой анкеты или волны: {what}.",
            "Создайте его заново командой `atbalss export` или положите ответы как answers.csv.",
        ),
    ),
    "exchange-two-answers": Fault(
        "error",
        lv=(
            "Vilnim ir vairāki atbilžu faili ({files}), un nav skaidrs, kurš ir īstais.",
            "Atstājiet vienu.",
        ),
        en=("The wave has several files of answers ({files}); which one counts?", "Keep one."),
        ru=("У волны несколько файлов ответов ({files}); какой из них верен?", "Оставьте один."),
    ),
    "exchange-no-sheet": Fault(
        "error",
        lv=(
            "Darbgrāmatā nav datu lapas ar virsrakstu rindu.",
            "Pirmajā rindā ierakstiet kolonnu nosaukumus.",
        ),
        en=(
            "The workbook has no sheet of data with a row of headers.",
            "Write names of columns into the first row.",
        ),
        ru=(
            "В книге нет листа данных со строкой заголовков.",
            "В первой строке укажите названия столбцов.",
        ),
    ),
}  # fmt: skip


LOSS_FAULTS: dict[str, Fault] = {
    "exchange-lost-name": Fault(
        "note",
        lv=(
            "Nosaukumu „{old}“ šis formāts nepieļauj; failā tas ir „{new}“.",
            "Nekas nav jādara; nolasot atpakaļ, pētījums to atpazīst.",
        ),
        en=(
            "The name “{old}” is not allowed in this format; in the file it is “{new}”.",
            "Nothing need be done; the study knows it when it is read back.",
        ),
        ru=(
            "Имя «{old}» в этом формате недопустимо; в файле оно «{new}».",
            "Ничего делать не нужно; при обратном чтении исследование его узнаёт.",
        ),
    ),
    "exchange-lost-label": Fault(
        "warning",
        lv=(
            "Jautājuma „{name}“ teksts ir garāks par {most} baitiem un failā ir saīsināts.",
            "Ja vajag, pierakstiet anketā īsu tekstu kolonnā short_label.",
        ),
        en=(
            "The text of “{name}” is longer than {most} bytes and is cut in the file.",
            "Where it matters, give the question a short_label.",
        ),
        ru=(
            "Текст вопроса «{name}» длиннее {most} байт и в файле сокращён.",
            "Если нужно, укажите в анкете краткий текст short_label.",
        ),
    ),
    "exchange-lost-value-label": Fault(
        "warning",
        lv=(
            "Jautājuma „{name}“ atbildes teksts „{text}…“ ir garāks par {most} baitiem un failā ir "
            "saīsināts.",
            "Ja vajag, pierakstiet atbildei īsu tekstu kolonnā short_label.",
        ),
        en=(
            "An answer of “{name}”, “{text}…”, is longer than {most} bytes and is cut in the file.",
            "Where it matters, give the answer a short_label.",
        ),
        ru=(
            "Ответ вопроса «{name}» — «{text}…» — длиннее {most} байт и в файле сокращён.",
            "Если нужно, укажите краткий текст ответа short_label.",
        ),
    ),
    "exchange-lost-file-label": Fault(
        "note",
        lv=(
            "Faila nosaukums „{text}…“ ir saīsināts līdz {most} baitiem.",
            "Pilnais nosaukums paliek study.yaml.",
        ),
        en=(
            "The label of the file, “{text}…”, is cut to {most} bytes.",
            "The whole title stays in study.yaml.",
        ),
        ru=(
            "Метка файла «{text}…» сокращена до {most} байт.",
            "Полное название остаётся в study.yaml.",
        ),
    ),
    "exchange-lost-missing": Fault(
        "warning",
        lv=(
            "Mainīgā „{name}“ vērtību {value} formāts nevar pieteikt kā trūkstošu; tā ir failā, bet "
            "kā parasta vērtība.",
            "SPSS pieļauj trīs atsevišķas vērtības vai intervālu un vienu vērtību, tekstiem – astoņus "
            "baitus.",
        ),
        en=(
            "The value {value} of “{name}” cannot be declared missing in this format; it is in the "
            "file as a plain value.",
            "SPSS holds three single values, or a range and one value; of texts eight bytes.",
        ),
        ru=(
            "Значение {value} переменной «{name}» нельзя объявить пропущенным в этом формате; в файле "
            "оно обычное.",
            "SPSS допускает три отдельных значения или диапазон и одно значение, для текстов — восемь "
            "байт.",
        ),
    ),
    "exchange-lost-text": Fault(
        "warning",
        lv=(
            "Mainīgajā „{name}“ ir teksti, garāki par {most} baitiem; failā tie ir saīsināti.",
            "Pilnie teksti paliek pētījuma mapē.",
        ),
        en=(
            "“{name}” has texts of more than {most} bytes; they are cut in the file.",
            "The whole texts stay in the study folder.",
        ),
        ru=(
            "В переменной «{name}» есть тексты длиннее {most} байт; в файле они сокращены.",
            "Полные тексты остаются в папке исследования.",
        ),
    ),
    "exchange-lost-width": Fault(
        "note",
        lv=(
            "Mainīgā „{name}“ atvēlētais garums ({width} baiti) netiek saglabāts; tas ir tik garš, cik "
            "garākais teksts.",
            "Nekas nav jādara: neviens teksts nav zudis.",
        ),
        en=(
            "The room for “{name}” ({width} bytes) is not kept; it is as long as the longest text.",
            "Nothing need be done: no text is lost.",
        ),
        ru=(
            "Отведённая длина «{name}» ({width} байт) не сохраняется; она равна самому длинному "
            "тексту.",
            "Ничего делать не нужно: ни один текст не потерян.",
        ),
    ),
    "exchange-lost-notes": Fault(
        "note",
        lv=(
            "Faila piezīmes ir sadalītas rindās pa {most} baitiem.",
            "Nekas nav jādara: teksts nav zudis.",
        ),
        en=(
            "The notes of the file are split into lines of {most} bytes.",
            "Nothing need be done: no text is lost.",
        ),
        ru=(
            "Примечания файла разбиты на строки по {most} байт.",
            "Ничего делать не нужно: текст не потерян.",
        ),
    ),
    "exchange-lost-attributes": Fault(
        "note",
        lv=(
            "Failā ir pašu veidoti mainīgo atribūti; tie netiek pārņemti.",
            "Ja tie vajadzīgi, paturiet arī sākotnējo failu.",
        ),
        en=(
            "The file has custom attributes of variables; they are not taken over.",
            "Keep the original file too, if they matter.",
        ),
        ru=(
            "В файле есть пользовательские атрибуты переменных; они не переносятся.",
            "Если они нужны, сохраните и исходный файл.",
        ),
    ),
    "exchange-lost-contact": Fault(
        "warning",
        lv=(
            "Kolonna „{name}“ ir kontaktinformācija un failā nav ierakstīta.",
            "Kontaktus glabājiet atsevišķi no atbildēm.",
        ),
        en=(
            "The column “{name}” is contact data and was left out of the file.",
            "Keep contacts apart from answers.",
        ),
        ru=(
            "Столбец «{name}» — контактные данные, он в файл не записан.",
            "Храните контакты отдельно от ответов.",
        ),
    ),
    "exchange-lost-languages": Fault(
        "note",
        lv=(
            "Teksti failā ir vienā valodā ({lang}); pārējās valodas ({others}) paliek anketā.",
            "Citu valodu izvēlas ar --lang.",
        ),
        en=(
            "The texts in the file are in one language ({lang}); the others ({others}) stay in the "
            "questionnaire.",
            "--lang chooses another.",
        ),
        ru=(
            "Тексты в файле на одном языке ({lang}); остальные ({others}) остаются в анкете.",
            "Другой язык выбирают параметром --lang.",
        ),
    ),
    "exchange-lost-off-route": Fault(
        "warning",
        lv=(
            "Failā nav {count} vērtību, kas ir ārpus maršruta vai nav derīgas; tās paliek pētījuma "
            "mapē.",
            "`atbalss check` pasaka, kuras tās ir.",
        ),
        en=(
            "The file leaves out {count} values that are off the route or not valid; they stay in "
            "the study folder.",
            "`atbalss check` says which they are.",
        ),
        ru=(
            "В файле нет значений вне маршрута или недопустимых ({count}); они остаются в папке "
            "исследования.",
            "Какие это значения, говорит `atbalss check`.",
        ),
    ),
    "exchange-lost-codes": Fault(
        "note",
        lv=(
            "Jautājuma „{name}“ atbilžu kodi failā ir skaitļi: {codes}.",
            "Nekas nav jādara; nolasot atpakaļ, pētījums tos atpazīst.",
        ),
        en=(
            "The codes of “{name}” are numbers in the file: {codes}.",
            "Nothing need be done; the study knows them when it is read back.",
        ),
        ru=(
            "Коды ответов вопроса «{name}» в файле числовые: {codes}.",
            "Ничего делать не нужно; при обратном чтении исследование их узнаёт.",
        ),
    ),
    "exchange-lost-routes": Fault(
        "note",
        lv=(
            "Formāts neuztver maršrutus, pārbaudes, tīklus un joslas ({count}); tie paliek anketā.",
            "Glabājiet failu kopā ar anketu.",
        ),
        en=(
            "The format holds no routes, checks, nets and bands ({count}); they stay in the "
            "questionnaire.",
            "Keep the file with the questionnaire.",
        ),
        ru=(
            "Формат не хранит маршрутов, проверок, сетей и полос ({count}); они остаются в анкете.",
            "Храните файл вместе с анкетой.",
        ),
    ),
    "exchange-lost-labels": Fault(
        "note",
        lv=(
            "Šajā formātā ir tikai kodi; atbilžu teksti paliek anketā.",
            "Ja vajadzīgi teksti, eksportējiet .sav vai .xlsx.",
        ),
        en=(
            "This format holds codes only; the texts of answers stay in the questionnaire.",
            "Export .sav or .xlsx where texts are needed.",
        ),
        ru=(
            "В этом формате только коды; тексты ответов остаются в анкете.",
            "Если нужны тексты, экспортируйте .sav или .xlsx.",
        ),
    ),
    "exchange-lost-date": Fault(
        "warning",
        lv=(
            "Jautājumā „{name}“ ir datumi pirms 1582. gada 15. oktobra ({count}); SPSS tos nepazīst.",
            "Tie paliek pētījuma mapē.",
        ),
        en=(
            "“{name}” has dates before 15 October 1582 ({count}); SPSS does not know them.",
            "They stay in the study folder.",
        ),
        ru=(
            "В вопросе «{name}» есть даты до 15 октября 1582 года ({count}); SPSS их не знает.",
            "Они остаются в папке исследования.",
        ),
    ),
    "exchange-lost-blanks": Fault(
        "note",
        lv=(
            "Jautājuma „{name}“ tekstu beigās bija tukšumzīmes; failā to nav.",
            "Nekas nav jādara: vārdi nav zuduši.",
        ),
        en=(
            "Texts of “{name}” ended in blanks; the file has none there.",
            "Nothing need be done: no word is lost.",
        ),
        ru=(
            "В конце текстов вопроса «{name}» были пробелы; в файле их нет.",
            "Ничего делать не нужно: слова не потеряны.",
        ),
    ),
    "exchange-lost-slots": Fault(
        "warning",
        lv=(
            "Jautājumam „{name}“ failā ir vieta {most} atbildēm; kādam to ir vairāk, un liekās zūd.",
            "Pierakstiet mainīgos kolonnā source_name vai izdzēsiet to, lai katrai atbildei būtu savs.",
        ),
        en=(
            "The file has room for {most} answers to “{name}”; somebody gave more, and they are lost.",
            "Add variables to the column source_name, or empty it, so that each answer has its own.",
        ),
        ru=(
            "В файле для вопроса «{name}» есть место на ответов: {most}; у кого-то их больше, и они теряются.",
            "Добавьте переменные в столбец source_name или очистите его, чтобы у каждого ответа была своя.",
        ),
    ),
    "exchange-lost-cell": Fault(
        "warning",
        lv=(
            "Kolonnā „{name}“ ir teksts, garāks par {most} rakstzīmēm; Excel šūnā tas ir saīsināts.",
            "Pilnais teksts paliek pētījuma mapē.",
        ),
        en=(
            "A text of “{name}” is longer than {most} characters; it is cut in its Excel cell.",
            "The whole text stays in the study folder.",
        ),
        ru=(
            "В столбце «{name}» есть текст длиннее {most} знаков; в ячейке Excel он сокращён.",
            "Полный текст остаётся в папке исследования.",
        ),
    ),
    "exchange-lost-too-large": Fault(
        "error",
        lv=(
            "Excel lapā ietilpst {most_rows} rindas un {most_columns} kolonnas; šeit ir {rows} un {columns}.",
            "Eksportējiet .parquet, .sav vai .csv.",
        ),
        en=(
            "A sheet of Excel holds {most_rows} rows and {most_columns} columns; here are {rows} and {columns}.",
            "Export .parquet, .sav or .csv.",
        ),
        ru=(
            "На листе Excel помещается {most_rows} строк и {most_columns} столбцов; здесь {rows} и {columns}.",
            "Экспортируйте .parquet, .sav или .csv.",
        ),
    ),
    "exchange-lost-open-codes": Fault(
        "note",
        lv=(
            "Atvērto atbilžu kodi šajā failā neietilpst; tie ir blakus failā {file}.",
            "Glabājiet abus failus kopā.",
        ),
        en=(
            "The codes of open answers do not fit into this file; they are beside it in {file}.",
            "Keep both files together.",
        ),
        ru=(
            "Коды открытых ответов в этот файл не помещаются; они рядом, в файле {file}.",
            "Храните оба файла вместе.",
        ),
    ),
    "exchange-lost-more": Fault(
        "note",
        lv=(
            "Vēl {count} šāda veida zudumu ({kind}).",
            "Tie attiecas uz citiem jautājumiem; novērsiet pirmos un eksportējiet vēlreiz.",
        ),
        en=(
            "{count} more losses of this kind ({kind}).",
            "They are of other questions; mend the first ones and export again.",
        ),
        ru=(
            "Ещё потерь такого рода ({kind}): {count}.",
            "Они касаются других вопросов; устраните первые и экспортируйте снова.",
        ),
    ),
    "exchange-triple-s-broken": Fault(
        "error",
        lv=("Triple-S failu nevar nolasīt: {why}.", "Pārbaudiet, vai .sss un datu fails ir no viena eksporta un nav bojāti."),
        en=("The Triple-S file cannot be read: {why}.", "Check that the .sss and the data file are of one export and not damaged."),
        ru=("Файл Triple-S не читается: {why}.", "Проверьте, что .sss и файл данных из одного экспорта и не повреждены."),
    ),
    "exchange-triple-s-no-data": Fault(
        "error",
        lv=("Triple-S aprakstam blakus nav datu faila „{data}“.", "Nolieciet to tajā pašā mapē ar šādu nosaukumu."),
        en=("The Triple-S description has no data file “{data}” beside it.", "Put it into the same folder under that name."),
        ru=("Рядом с описанием Triple-S нет файла данных «{data}».", "Поместите его в ту же папку под этим именем."),
    ),
    "exchange-triple-s-cell": Fault(
        "warning",
        lv=("Mainīgajā ir {count} vērtības, ko nevar nolasīt; tās ir tukšas.", "Salīdziniet aprakstu ar datu failu."),
        en=("{count} values of the variable cannot be read; they are blank.", "Compare the description with the data file."),
        ru=("У переменной не читаются значения: {count}; они пустые.", "Сравните описание с файлом данных."),
    ),
    "exchange-lost-option-names": Fault(
        "note",
        lv=("Triple-S glabā „{name}“ kā vienu mainīgo; atbilžu mainīgo nosaukumi tur nav.", "Nekas nav jādara."),
        en=("Triple-S keeps “{name}” as one variable; the names of its answers' variables are not there.", "Nothing need be done."),
        ru=("Triple-S хранит «{name}» одной переменной; имён переменных ответов там нет.", "Ничего делать не нужно."),
    ),
    "exchange-lost-missing-marks": Fault(
        "note",
        lv=("Triple-S nezina, kuras „{name}“ vērtības nozīmē „nav atbildes“; paliek to teksti.", "Nekas nav jādara."),
        en=("Triple-S does not know which values of “{name}” mean no answer; their labels stay.", "Nothing need be done."),
        ru=("Triple-S не знает, какие значения «{name}» означают отсутствие ответа; подписи остаются.", "Ничего делать не нужно."),
    ),
    "exchange-lost-text-labels": Fault(
        "note",
        lv=("Triple-S nesaglabā teksta mainīgā „{name}“ vērtību nozīmes.", "Nekas nav jādara."),
        en=("Triple-S does not keep the labels of the text variable “{name}”.", "Nothing need be done."),
        ru=("Triple-S не хранит подписи текстовой переменной «{name}».", "Ничего делать не нужно."),
    ),
}  # fmt: skip
