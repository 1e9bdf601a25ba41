"""Faults of coding open answers; read by coders and analysts."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "coding-no-question": Fault(
        "error",
        lv=("Jautājuma „{question}“ anketā nav.", "Nosauciet jautājumu tā, kā tas ir anketā."),
        en=(
            "The questionnaire has no question “{question}”.",
            "Name it as the questionnaire does.",
        ),
        ru=("В анкете нет вопроса «{question}».", "Назовите вопрос так, как в анкете."),
    ),
    "coding-no-frame": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ nav kodu saraksta.",
            "Nosauciet to anketas kolonnā codeframe un izveidojiet ar `atbalss code draft`.",
        ),
        en=(
            "The question “{question}” has no code frame.",
            "Name it in the column codeframe and make it with `atbalss code draft`.",
        ),
        ru=(
            "У вопроса «{question}» нет списка кодов.",
            "Назовите его в столбце codeframe анкеты и создайте с `atbalss code draft`.",
        ),
    ),
    "coding-unknown-code": Fault(
        "error",
        lv=("Sarakstā „{frame}“ nav koda „{option}“.", "Izvēlieties kodu no saraksta."),
        en=("The frame “{frame}” has no code “{option}”.", "Choose a code of the frame."),
        ru=("В списке «{frame}» нет кода «{option}».", "Выберите код из списка."),
    ),
    "coding-bad-name": Fault(
        "error",
        lv=(
            "Sarakstā „{frame}“ kodu nevar saukt „{option}“.",
            "Lietojiet nosaukumu bez atstarpēm un slīpsvītrām.",
        ),
        en=("A code of “{frame}” cannot be called “{option}”.", "Use no blanks and no slashes."),
        ru=("Код списка «{frame}» нельзя назвать «{option}».", "Не ставьте пробелов и косых черт."),
    ),
    "coding-name-taken": Fault(
        "error",
        lv=(
            "Sarakstā „{frame}“ nosaukums „{option}“ jau ir vai ir bijis lietots.",
            "Izvēlieties citu: vecās izvēles paliek saprotamas, ja nosaukumu nelieto otrreiz.",
        ),
        en=(
            "In the frame “{frame}” the name “{option}” is or was in use.",
            "Choose another: old decisions stay clear only if no name is used twice.",
        ),
        ru=(
            "В списке «{frame}» имя «{option}» уже занято или было занято.",
            "Выберите другое: прежние решения понятны, только если имя не повторяется.",
        ),
    ),
    "coding-versions-jump": Fault(
        "error",
        lv=(
            "Kodu saraksta „{frame}“ versijas nav secīgas.",
            "Sakārtojiet lapas versions rindas no vecākās uz jaunāko.",
        ),
        en=(
            "The versions of the frame “{frame}” are out of order.",
            "Put the rows of the sheet versions in order, the oldest first.",
        ),
        ru=(
            "Версии списка «{frame}» идут не по порядку.",
            "Расположите строки листа versions от старой к новой.",
        ),
    ),
    "coding-merge-of-one": Fault(
        "error",
        lv=("Sarakstā „{frame}“ apvieno vismaz divus kodus.", "Izvēlieties vēl kādu kodu."),
        en=("A merge in “{frame}” takes two codes or more.", "Choose another code as well."),
        ru=("В списке «{frame}» объединяют не меньше двух кодов.", "Выберите ещё один код."),
    ),
    "coding-split-into-one": Fault(
        "error",
        lv=(
            "Kodu „{option}“ sarakstā „{frame}“ dala vismaz divos dažādos.",
            "Nosauciet visus kodus, kuros tas tiek sadalīts.",
        ),
        en=(
            "The code “{option}” of “{frame}” is split into two different ones or more.",
            "Name all codes that it is split into.",
        ),
        ru=(
            "Код «{option}» списка «{frame}» делят не меньше чем на два разных.",
            "Назовите все коды, на которые он делится.",
        ),
    ),
    "coding-frame-empty": Fault(
        "error",
        lv=("Kodu sarakstā „{frame}“ nepaliktu neviena koda.", "Atstājiet vismaz vienu kodu."),
        en=("The frame “{frame}” would have no code left.", "Keep at least one code."),
        ru=("В списке «{frame}» не осталось бы ни одного кода.", "Оставьте хотя бы один код."),
    ),
    "coding-nets-unsound": Fault(
        "error",
        lv=(
            "Saraksta „{frame}“ apvienojumi ir savā starpā pretrunīgi.",
            "Katru nosauciet vienreiz, un neviens lai neietilpst pats sevī.",
        ),
        en=(
            "The nets of the frame “{frame}” contradict one another.",
            "Name each net once, and let none lie inside itself or in one that does not exist.",
        ),
        ru=(
            "Объединения списка «{frame}» противоречат друг другу.",
            "Назовите каждое один раз, и пусть ни одно не входит само в себя.",
        ),
    ),
    "coding-places-unsound": Fault(
        "error",
        lv=(
            "Saraksta „{frame}“ kodu secībā kāds kods trūkst, ir divreiz vai nezināmā grupā.",
            "Nosauciet katru kodu tieši vienreiz un tikai saraksta grupas.",
        ),
        en=(
            "The order of the codes of “{frame}” leaves one out, has one twice, or an unknown net.",
            "Name each code exactly once, and only nets of the frame.",
        ),
        ru=(
            "В порядке кодов списка «{frame}» код пропущен, повторён или в неизвестной группе.",
            "Назовите каждый код ровно один раз и только группы списка.",
        ),
    ),
    "coding-nothing-to-undo": Fault(
        "error",
        lv=(
            "Kodu sarakstā „{frame}“ nav izmaiņas, ko atsaukt.",
            "Atsaukt var pēdējo izmaiņu, kas vēl ir spēkā; atveriet jaunāko versiju.",
        ),
        en=(
            "The frame “{frame}” has no change that could be taken back.",
            "The last change that still stands can be; open the newest version.",
        ),
        ru=(
            "В списке «{frame}» нет изменения, которое можно отменить.",
            "Отменить можно последнее действующее изменение; откройте новейшую версию.",
        ),
    ),
    "coding-bad-frame": Fault(
        "error",
        lv=("Kodu sarakstu nevar izlasīt: {why}.", "Katram kodam vajag savu name un label."),
        en=("The code frame cannot be read: {why}.", "Each code needs a name of its own."),
        ru=("Список кодов не читается: {why}.", "Каждому коду нужны свои name и label."),
    ),
    "coding-bad-segment": Fault(
        "error",
        lv=("Atbildes daļa {start}–{end} nav derīga.", "Daļa sākas pirms beigām un tai ir kods."),
        en=("The part {start}–{end} of an answer is not valid.", "A part starts before it ends."),
        ru=("Часть ответа {start}–{end} недопустима.", "Часть начинается раньше, чем кончается."),
    ),
    "coding-segment-outside": Fault(
        "error",
        lv=("Atbildes „{id}“ daļa sniedzas aiz teksta beigām.", "Iezīmējiet daļu no jauna."),
        en=("A part of the answer “{id}” reaches beyond its text.", "Mark the part again."),
        ru=("Часть ответа «{id}» выходит за конец текста.", "Выделите часть заново."),
    ),
    "coding-when-no-zone": Fault(
        "error",
        lv=("Atbildes „{id}“ lēmuma laikam nav laika joslas.", "Norādiet laiku kopā ar joslu."),
        en=("The time of a decision on “{id}” has no time zone.", "Give the time with its zone."),
        ru=("У времени решения по ответу «{id}» нет пояса.", "Укажите время с часовым поясом."),
    ),
    "coding-bad-confidence": Fault(
        "error",
        lv=("Atbildes „{id}“ kodam ticamība nav no 0 līdz 1.", "Norādiet skaitli no 0 līdz 1."),
        en=("The confidence on “{id}” is not between 0 and 1.", "Give a number from 0 to 1."),
        ru=("Уверенность по ответу «{id}» не от 0 до 1.", "Укажите число от 0 до 1."),
    ),
    "coding-exclusive-beside": Fault(
        "error",
        lv=(
            "Atbildei „{id}“ kods „{option}“ nevar būt kopā ar citiem.",
            "Atstājiet tikai to vai tikai pārējos.",
        ),
        en=(
            "On the answer “{id}” the code “{option}” cannot stand beside others.",
            "Keep it alone, or keep the others.",
        ),
        ru=(
            "У ответа «{id}» код «{option}» не может стоять рядом с другими.",
            "Оставьте только его или только остальные.",
        ),
    ),
    "coding-other-version": Fault(
        "error",
        lv=(
            "Lēmums par „{id}“ ir saraksta {version}. versijā, bet tagad ir {now}.",
            "Apskatiet atbildi vēlreiz tagadējā sarakstā.",
        ),
        en=(
            "The decision on “{id}” is in version {version} of the frame; now it is {now}.",
            "Look at the answer again in the present frame.",
        ),
        ru=(
            "Решение по «{id}» принято в версии {version} списка, а сейчас {now}.",
            "Посмотрите ответ ещё раз в нынешнем списке.",
        ),
    ),
    "coding-text-changed": Fault(
        "error",
        lv=("Atbildes „{id}“ teksts pa to laiku ir mainīts.", "Kodējiet jauno tekstu."),
        en=("The text of the answer “{id}” has changed meanwhile.", "Code the new text."),
        ru=("Текст ответа «{id}» тем временем изменён.", "Закодируйте новый текст."),
    ),
    "coding-bad-decision": Fault(
        "error",
        lv=("Kodēšanas lēmumu nevar izlasīt: {why}.", "Izlabojiet rindu vai izdzēsiet to."),
        en=("A decision of coding cannot be read: {why}.", "Correct the row or remove it."),
        ru=("Решение о коде не читается: {why}.", "Исправьте строку или удалите её."),
    ),
    "coding-no-embeddings": Fault(
        "error",
        lv=(
            "Valodas modeli nevar ielādēt: {why}.",
            'Uzstādiet papildinājumu: `pip install "atbalss[embeddings]"`, vai strādājiet bez tā.',
        ),
        en=(
            "The language model cannot be loaded: {why}.",
            'Install the extra: `pip install "atbalss[embeddings]"`, or work without it.',
        ),
        ru=(
            "Языковая модель не загружается: {why}.",
            'Установите дополнение: `pip install "atbalss[embeddings]"`, или работайте без него.',
        ),
    ),
    "coding-bad-verbatim": Fault(
        "error",
        lv=("Citātu nevar izlasīt: {why}.", "Izlabojiet rindu vai izdzēsiet to."),
        en=("A verbatim cannot be read: {why}.", "Correct the row or remove it."),
        ru=("Цитата не читается: {why}.", "Исправьте строку или удалите её."),
    ),
    "coding-verbatim-no-answer": Fault(
        "error",
        lv=(
            "Citātam nav atbildes: jautājums „{question}“, respondents „{id}“.",
            "Publicējiet tikai to, ko kāds ir teicis; izdzēsiet rindu.",
        ),
        en=(
            "A verbatim has no answer: question “{question}”, respondent “{id}”.",
            "Publish only what somebody said; remove the row.",
        ),
        ru=(
            "За цитатой нет ответа: вопрос «{question}», респондент «{id}».",
            "Публикуйте лишь сказанное; удалите строку.",
        ),
    ),
    "coding-verbatim-changed": Fault(
        "error",
        lv=(
            "Atbilde, no kuras ir citāts, ir mainīta: „{question}“, respondents „{id}“.",
            "Apskatiet atbildi un izvēlieties citātu no jauna.",
        ),
        en=(
            "The answer behind a verbatim has changed: “{question}”, respondent “{id}”.",
            "Look at the answer and choose the verbatim again.",
        ),
        ru=(
            "Ответ, из которого взята цитата, изменён: «{question}», респондент «{id}».",
            "Посмотрите ответ и выберите цитату заново.",
        ),
    ),
    "coding-verbatim-other-words": Fault(
        "error",
        lv=(
            "Citāts nav tas, kas paliek no atbildes pēc svītrojumiem: „{question}“, „{id}“.",
            "Nemainiet citāta vārdus; svītrojiet, ko nevar publicēt.",
        ),
        en=(
            "A verbatim is not what its cuts leave of the answer: “{question}”, “{id}”.",
            "Do not change words; cut what cannot be published.",
        ),
        ru=(
            "Цитата не то, что остаётся от ответа после купюр: «{question}», «{id}».",
            "Не меняйте слов; вырежьте то, что нельзя публиковать.",
        ),
    ),
    "coding-verbatim-personal": Fault(
        "error",
        lv=(
            "Citātā ir tālrunis, personas kods, e-pasts vai adrese: „{question}“, „{id}“.",
            "Svītrojiet to, pirms citāts tiek atļauts.",
        ),
        en=(
            "A verbatim holds a telephone, personal code, e-mail or address: “{question}”, “{id}”.",
            "Cut it before the verbatim is released.",
        ),
        ru=(
            "В цитате есть телефон, персональный код, э-почта или адрес: «{question}», «{id}».",
            "Вырежьте это, прежде чем разрешать цитату.",
        ),
    ),
    "coding-bad-rules": Fault(
        "error",
        lv=(
            "Kodēšanas daļas un robežas nav no 0 līdz 100 %.",
            "Izlabojiet `coding:` failā study.yaml.",
        ),
        en=(
            "Shares and thresholds of coding are not 0 to 100 %.",
            "Correct `coding:` in study.yaml.",
        ),
        ru=("Доли и пороги кодирования не от 0 до 100 %.", "Исправьте `coding:` в study.yaml."),
    ),
    "coding-bad-version": Fault(
        "error",
        lv=("Kodu saraksta versiju nevar izlasīt: {why}.", "Izlabojiet rindu lapā versions."),
        en=(
            "A version of a code frame cannot be read: {why}.",
            "Correct the row of the sheet versions.",
        ),
        ru=("Версия списка кодов не читается: {why}.", "Исправьте строку листа versions."),
    ),
    "coding-codes-twice": Fault(
        "warning",
        lv=(
            "Jautājumam „{question}“ kodi ir gan failā codes.csv, gan coding.csv.",
            "Skaitās coding.csv lēmumi; šī jautājuma rindas failā codes.csv var izdzēst.",
        ),
        en=(
            "The question “{question}” has codes both in codes.csv and in coding.csv.",
            "The decisions of coding.csv count; its rows in codes.csv may be removed.",
        ),
        ru=(
            "Коды вопроса «{question}» есть и в codes.csv, и в coding.csv.",
            "Считаются решения из coding.csv; его строки в codes.csv можно удалить.",
        ),
    ),
    "coding-quotes-twice": Fault(
        "warning",
        lv=(
            "Ir gan quotes.csv, gan verbatims.csv.",
            "Pārskatā nonāk tikai atļautie citāti no verbatims.csv; quotes.csv var izdzēst.",
        ),
        en=(
            "There are both quotes.csv and verbatims.csv.",
            "The report prints only what verbatims.csv releases; quotes.csv may be removed.",
        ),
        ru=(
            "Есть и quotes.csv, и verbatims.csv.",
            "В отчёт попадает лишь разрешённое в verbatims.csv; quotes.csv можно удалить.",
        ),
    ),
    "coding-sheet-no-answer": Fault(
        "error",
        lv=("Atbildes „{id}“ pētījumā nav.", "Rinda nav pārņemta; izveidojiet lapu no jauna."),
        en=("The study has no answer “{id}”.", "The row was left out; make the sheet anew."),
        ru=("Ответа «{id}» в исследовании нет.", "Строка не принята; создайте лист заново."),
    ),
    "coding-answer-moved": Fault(
        "error",
        lv=(
            "Atbildi „{id}“ pa to laiku kodēja cits.",
            "Rinda nav pārņemta; ja gribat lēmumu mainīt, izveidojiet lapu no jauna.",
        ),
        en=(
            "Somebody else coded the answer “{id}” meanwhile.",
            "The row was left out; to change the decision, make the sheet anew.",
        ),
        ru=(
            "Ответ «{id}» тем временем закодировал другой.",
            "Строка не принята; чтобы изменить решение, создайте лист заново.",
        ),
    ),
    "coding-no-such-frame": Fault(
        "error",
        lv=("Failā nav kodu saraksta „{name}“; ir: {known}.", "Nosauciet sarakstu ar --frame."),
        en=("The file has no code frame “{name}”; it has: {known}.", "Name the frame by --frame."),
        ru=("В файле нет списка кодов «{name}»; есть: {known}.", "Назовите список в --frame."),
    ),
    "coding-frame-exists": Fault(
        "error",
        lv=(
            "Jautājumam „{question}“ jau ir kodu saraksts „{frame}“.",
            "Papildiniet to; jaunu sarakstu raksta tikai tur, kur tā nav.",
        ),
        en=(
            "The question “{question}” has the code frame “{frame}” already.",
            "Extend that one; a new frame is written only where there is none.",
        ),
        ru=(
            "У вопроса «{question}» уже есть список кодов «{frame}».",
            "Дополните его; новый список пишется лишь там, где его нет.",
        ),
    ),
}
