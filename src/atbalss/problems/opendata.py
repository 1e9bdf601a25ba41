# ruff: noqa: E501 - a sentence a row reads best
"""Faults of open data: what keeps data from being published, and what the check tells."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "opendata-no-section": Fault(
        "error",
        lv=("Pētījumā nav teikts, kā publicēt tā datus.", "Failā study.yaml pievienojiet sadaļu „opendata:“ (skat. dokumentācijas nodaļu „Open data“)."),
        en=("The study does not say how its data are to be published.", "Add a section `opendata:` to study.yaml (see the chapter “Open data” of the documentation)."),
        ru=("В исследовании не сказано, как публиковать его данные.", "Добавьте в study.yaml раздел «opendata:» (см. главу документации «Open data»)."),
    ),
    "opendata-no-waves": Fault(
        "error",
        lv=("Nav neviena viļņa ar atbildēm, ko publicēt.", "Norādiet vilni ar atbildēm sadaļā „opendata: waves“ vai pievienojiet atbildes."),
        en=("There is no wave with answers to publish.", "Name a wave with answers under `opendata: waves`, or add answers."),
        ru=("Нет ни одной волны с ответами для публикации.", "Укажите волну с ответами в «opendata: waves» или добавьте ответы."),
    ),
    "opendata-unknown-question": Fault(
        "error",
        lv=("Sadaļā „opendata“ nosaukts jautājums „{name}“, kura anketā nav.", "Izlabojiet nosaukumu."),
        en=("The section `opendata` names the question “{name}”, which the questionnaire does not have.", "Correct the name."),
        ru=("В разделе «opendata» назван вопрос «{name}», которого нет в анкете.", "Исправьте имя."),
    ),
    "opendata-unknown-code": Fault(
        "error",
        lv=("Jautājumam „{name}“ nav koda „{code}“.", "Izlabojiet kodu grupas sarakstā „codes“."),
        en=("Question “{name}” has no code “{code}”.", "Correct the code in the group's list `codes`."),
        ru=("У вопроса «{name}» нет кода «{code}».", "Исправьте код в списке «codes» группы."),
    ),
    "opendata-no-quasi-kind": Fault(
        "error",
        lv=("Jautājums „{name}“ nevar būt pazīme, pēc kuras cilvēku atpazīst: vajadzīgs jautājums ar vienu atbildi vai skaitli.", "Izņemiet to no „quasi_identifiers“ vai pievienojiet „drop“."),
        en=("Question “{name}” cannot be a quasi-identifier: it takes neither one answer nor a number.", "Take it out of `quasi_identifiers`, or add it to `drop`."),
        ru=("Вопрос «{name}» не может быть квазиидентификатором: нужен вопрос с одним ответом или числом.", "Уберите его из «quasi_identifiers» или добавьте в «drop»."),
    ),
    "opendata-demographic": Fault(
        "error",
        lv=("Par jautājumu „{name}“ nav izlemts: pēc tā cilvēku varētu pazīt.", "Ierakstiet to „quasi_identifiers“ vai „drop“, vai „keep“, ja pēc tā nevienu pazīt nevar."),
        en=("Nothing is decided about question “{name}”, by which a person could be known.", "Put it under `quasi_identifiers` or `drop`, or under `keep` if nobody can be known by it."),
        ru=("Не решено, что делать с вопросом «{name}»: по нему человека можно узнать.", "Внесите его в «quasi_identifiers» или «drop», либо в «keep», если по нему никого не узнать."),
    ),
    "opendata-cross": Fault(
        "error",
        lv=("Tabulu griezumā ir {count} pazīmes; bez cilvēka lēmuma drīkst ne vairāk kā divas.", "Sarakstā „cross“ rakstiet pārus: [d_sex, d_age]."),
        en=("A table is crossed by {count} traits; without a human decision there may be two.", "Write pairs in `cross`: [d_sex, d_age]."),
        ru=("В разрезе таблицы признаков: {count}; без решения человека допустимо не более двух.", "В списке «cross» пишите пары: [d_sex, d_age]."),
    ),
    "opendata-small-group": Fault(
        "error",
        lv=("Vilnī {wave} pazīmei „{name}“ ir grupas, kurās mazāk nekā {least} cilvēku: {groups}; tabulas tās slēpj, tāpēc mikrodati nedrīkst tās rādīt.", "Izvēlieties rupjāku „level“ (skat. priekšlikumus) vai mazāku „hide_under“."),
        en=("In wave {wave} “{name}” has groups of fewer than {least} persons: {groups}; tables hide them, so microdata must not show them.", "Choose a coarser `level` (see the proposals) or a smaller `hide_under`."),
        ru=("В волне {wave} у признака «{name}» есть группы, где меньше {least} человек: {groups}; таблицы их скрывают, поэтому микроданные не должны их показывать.", "Выберите более грубый «level» (см. предложения) или меньший «hide_under»."),
    ),
    "opendata-too-few": Fault(
        "error",
        lv=("Vilnī {wave} ir tikai {n} intervijas: ar k = {k} to mikrodatus publicēt nevar.", "Publicējiet tikai tabulas („microdata: no“) vai izlaidiet šo vilni."),
        en=("Wave {wave} has only {n} interviews: its microdata cannot be published with k = {k}.", "Publish tables alone (`microdata: no`), or leave the wave out."),
        ru=("В волне {wave} лишь {n} интервью: её микроданные нельзя публиковать при k = {k}.", "Публикуйте только таблицы («microdata: no») или пропустите эту волну."),
    ),
    "opendata-too-much-blanked": Fault(
        "error",
        lv=("Vilnī {wave} būtu jāatstāj tukšas {part} pazīmju vērtību; atļauts ne vairāk kā {most}.", "Izvēlieties rupjāku „level“ (skat. priekšlikumus) vai mainiet „most_blank“."),
        en=("In wave {wave} {part} of the values of quasi-identifiers would have to be blanked; at most {most} may be.", "Choose a coarser `level` (see the proposals), or change `most_blank`."),
        ru=("В волне {wave} пришлось бы оставить пустыми {part} значений признаков; допустимо не более {most}.", "Выберите более грубый «level» (см. предложения) или измените «most_blank»."),
    ),
    "opendata-question-left-out": Fault(
        "note",
        lv=("Jautājums „{name}“ viļņa {wave} mikrodatos nav iekļauts, jo atklātu to, ko tabulas slēpj ({why}).", "Nekas nav jādara; lai to publicētu, izvēlieties rupjākas grupas vai mazāku „hide_under“."),
        en=("Question “{name}” is left out of the microdata of wave {wave}, as it would disclose what tables hide ({why}).", "Nothing need be done; to publish it, choose coarser groups or a smaller `hide_under`."),
        ru=("Вопрос «{name}» не включён в микроданные волны {wave}, так как раскрыл бы скрытое в таблицах ({why}).", "Ничего делать не нужно; чтобы опубликовать его, выберите более крупные группы или меньший «hide_under»."),
    ),
    "opendata-cell-found": Fault(
        "error",
        lv=("Viļņa {wave} paslēpto šūnu „{cell}“ var aprēķināt no publicētā.", "Publicējiet mazāk: rupjākas grupas, jautājums sarakstā „drop“ vai „microdata: no“."),
        en=("The hidden cell “{cell}” of wave {wave} can be computed from what is published.", "Publish less: coarser groups, the question under `drop`, or `microdata: no`."),
        ru=("Скрытую ячейку «{cell}» волны {wave} можно вычислить по опубликованному.", "Публикуйте меньше: более крупные группы, вопрос в «drop» или «microdata: no»."),
    ),
    "opendata-unsolved": Fault(
        "error",
        lv=("Viļņa {wave} tabulas un mikrodati nesaskan: {why}.", "Tā ir programmas kļūda; pagaidām publicējiet tikai tabulas („microdata: no“) un ziņojiet par to."),
        en=("Tables and microdata of wave {wave} do not agree: {why}.", "This is a fault of the program; for now publish tables alone (`microdata: no`), and report it."),
        ru=("Таблицы и микроданные волны {wave} не согласуются: {why}.", "Это ошибка программы; пока публикуйте только таблицы («microdata: no») и сообщите о ней."),
    ),
    "opendata-not-released": Fault(
        "error",
        lv=("Šos datus neviens nav nodevis publicēšanai.", "Pārskatiet pārbaudi (`--check`), tad lēmumu ierakstiet ar `atbalss opendata PĒTĪJUMS --release \"Vārds Uzvārds\"`."),
        en=("Nobody has released these data for publication.", "Go through the check (`--check`), then write the decision down by `atbalss opendata STUDY --release \"Name\"`."),
        ru=("Никто не передал эти данные для публикации.", "Просмотрите проверку (`--check`), затем запишите решение: `atbalss opendata ИССЛЕДОВАНИЕ --release \"Имя\"`."),
    ),
    "opendata-release-changed": Fault(
        "error",
        lv=("{by} {when} publicēšanai nodeva citus datus: pēc tam kas ir mainījies.", "Pārskatiet datus vēlreiz un ierakstiet jaunu lēmumu (`--release`)."),
        en=("What {by} released on {when} are other data: something has changed since.", "Go through the data again and write a new decision (`--release`)."),
        ru=("{by} {when} передал(а) для публикации другие данные: с тех пор что-то изменилось.", "Просмотрите данные ещё раз и запишите новое решение (`--release`)."),
    ),
    "opendata-sdg-question": Fault(
        "error",
        lv=("Anketā nav jautājuma „{name}“, kas vajadzīgs vienotās digitālās vārtejas eksportam.", "Sāciet ar `atbalss new MAPE --preset sdg` vai pievienojiet šo jautājumu."),
        en=("The questionnaire has no question “{name}”, which the Single Digital Gateway's export needs.", "Begin with `atbalss new FOLDER --preset sdg`, or add the question."),
        ru=("В анкете нет вопроса «{name}», нужного для экспорта единого цифрового портала.", "Начните с `atbalss new ПАПКА --preset sdg` или добавьте вопрос."),
    ),
    "opendata-sdg-month": Fault(
        "error",
        lv=("„{month}“ nav mēnesis.", "Rakstiet gadu un mēnesi: 2026-10."),
        en=("“{month}” is no month.", "Write year and month: 2026-10."),
        ru=("«{month}» не месяц.", "Пишите год и месяц: 2026-10."),
    ),
    "opendata-sdg-not-over": Fault(
        "error",
        lv=("{month} vēl nav beidzies: sūta visu kalendāra mēnesi.", "Izsniedziet to pēc {last}."),
        en=("{month} is not over: a whole calendar month is sent.", "Export it after {last}."),
        ru=("{month} ещё не закончился: отправляется весь календарный месяц.", "Выгрузите его после {last}."),
    ),
    "opendata-sdg-late": Fault(
        "warning",
        lv=("{month} bija jānosūta līdz {deadline} (piecu darba dienu laikā).", "Nosūtiet to tūlīt."),
        en=("{month} was to be sent by {deadline} (within five working days).", "Send it now."),
        ru=("{month} следовало отправить до {deadline} (в течение пяти рабочих дней).", "Отправьте сейчас."),
    ),
    "opendata-no-address": Fault(
        "warning",
        lv=("Nav teikts, kur dati būs publicēti; ieraksts katalogam ir ar parauga adresi.", "Ierakstiet „opendata: card: url“."),
        en=("It is not said where the data will be published; the catalogue record has a sample address.", "Give `opendata: card: url`."),
        ru=("Не указано, где данные будут опубликованы; в записи каталога адрес-образец.", "Укажите «opendata: card: url»."),
    ),
}  # fmt: skip
