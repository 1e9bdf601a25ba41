# ruff: noqa: E501 - a sentence a row reads best
"""What formats of data files lose; part of the room `exchange`."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

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
    "exchange-lost-option-names": Fault(
        "note",
        lv=(
            "Triple-S glabā „{name}“ kā vienu mainīgo; atbilžu mainīgo nosaukumi tur nav.",
            "Nekas nav jādara.",
        ),
        en=(
            "Triple-S keeps “{name}” as one variable; the names of its answers' variables are not there.",
            "Nothing need be done.",
        ),
        ru=(
            "Triple-S хранит «{name}» одной переменной; имён переменных ответов там нет.",
            "Ничего делать не нужно.",
        ),
    ),
    "exchange-lost-missing-marks": Fault(
        "note",
        lv=(
            "Triple-S nezina, kuras „{name}“ vērtības nozīmē „nav atbildes“; paliek to teksti.",
            "Nekas nav jādara.",
        ),
        en=(
            "Triple-S does not know which values of “{name}” mean no answer; their labels stay.",
            "Nothing need be done.",
        ),
        ru=(
            "Triple-S не знает, какие значения «{name}» означают отсутствие ответа; подписи остаются.",
            "Ничего делать не нужно.",
        ),
    ),
    "exchange-lost-text-labels": Fault(
        "note",
        lv=("Triple-S nesaglabā teksta mainīgā „{name}“ vērtību nozīmes.", "Nekas nav jādara."),
        en=(
            "Triple-S does not keep the labels of the text variable “{name}”.",
            "Nothing need be done.",
        ),
        ru=("Triple-S не хранит подписи текстовой переменной «{name}».", "Ничего делать не нужно."),
    ),
}
