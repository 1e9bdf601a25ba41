"""Faults of data files; part of the room `exchange`."""

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
    "exchange-triple-s-broken": Fault(
        "error",
        lv=(
            "Triple-S failu nevar nolasīt: {why}.",
            "Pārbaudiet, vai .sss un datu fails ir no viena eksporta un nav bojāti.",
        ),
        en=(
            "The Triple-S file cannot be read: {why}.",
            "Check that the .sss and the data file are of one export and not damaged.",
        ),
        ru=(
            "Файл Triple-S не читается: {why}.",
            "Проверьте, что .sss и файл данных из одного экспорта и не повреждены.",
        ),
    ),
    "exchange-triple-s-no-data": Fault(
        "error",
        lv=(
            "Triple-S aprakstam blakus nav datu faila „{data}“.",
            "Nolieciet to tajā pašā mapē ar šādu nosaukumu.",
        ),
        en=(
            "The Triple-S description has no data file “{data}” beside it.",
            "Put it into the same folder under that name.",
        ),
        ru=(
            "Рядом с описанием Triple-S нет файла данных «{data}».",
            "Поместите его в ту же папку под этим именем.",
        ),
    ),
    "exchange-triple-s-cell": Fault(
        "warning",
        lv=(
            "Mainīgajā ir {count} vērtības, ko nevar nolasīt; tās ir tukšas.",
            "Salīdziniet aprakstu ar datu failu.",
        ),
        en=(
            "{count} values of the variable cannot be read; they are blank.",
            "Compare the description with the data file.",
        ),
        ru=(
            "У переменной не читаются значения: {count}; они пустые.",
            "Сравните описание с файлом данных.",
        ),
    ),
}
