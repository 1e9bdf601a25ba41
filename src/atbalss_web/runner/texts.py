"""Words of the interview pages."""

WORDS = {
    "interview": ("Aptauja", "Survey", "Опрос"),
    "next": ("Tālāk", "Next", "Далее"),
    "previous": ("Atpakaļ", "Back", "Назад"),
    "finish": ("Pabeigt aptauju", "Finish the survey", "Завершить опрос"),
    "all-answered": (
        "Visi jautājumi ir atbildēti. Vēl varat atgriezties un labot atbildes.",
        "All questions are answered. You can still go back and change answers.",
        "На все вопросы получены ответы. Вы ещё можете вернуться и исправить их.",
    ),
    "thanks": (
        "Paldies! Jūsu atbildes ir saglabātas.",
        "Thank you! Your answers are saved.",
        "Спасибо! Ваши ответы сохранены.",
    ),
    "sent-away": (
        "Paldies! Ar Jums līdzīgu cilvēku atbilžu mums jau ir pietiekami.",
        "Thank you! We already have enough answers from people like you.",
        "Спасибо! У нас уже достаточно ответов от людей, похожих на Вас.",
    ),
    "saved-so-far": (
        "Katra atbilde ir saglabāta. Varat turpināt vēlāk ar to pašu saiti, arī citā ierīcē.",
        "Every answer is saved. You can go on later with the same link, on another device too.",
        "Каждый ответ сохранён. Продолжить можно позже по той же ссылке, в том числе на другом устройстве.",
    ),
    "mend": ("Lūdzu, izlabojiet:", "Please mend:", "Пожалуйста, исправьте:"),
    "confirm": ("Vai tiešām?", "Are you sure?", "Вы уверены?"),
    "reason": (
        "Ja atbilde ir pareiza, pierakstiet, kāpēc",
        "If the answer is right, write why",
        "Если ответ верен, напишите почему",
    ),
    "choose-one": ("Izvēlieties vienu atbildi", "Choose one answer", "Выберите один ответ"),
    "choose-many": (
        "Var izvēlēties vairākas atbildes",
        "Several answers are possible",
        "Можно выбрать несколько ответов",
    ),
    "hard-to-say": ("Grūti pateikt", "Hard to say", "Трудно сказать"),
    "refuses": ("Nevēlos atbildēt", "I would rather not answer", "Не хочу отвечать"),
    "read-out": ("Nolasīt", "Read out", "Зачитать"),
    "not-read-out": ("Nelasīt priekšā", "Do not read out", "Не зачитывать"),
    "required": ("Atbilde vajadzīga", "An answer is needed", "Ответ обязателен"),
    "keys": (
        "Ciparu taustiņi izvēlas atbildi, Enter – tālāk, B – atpakaļ, G – grūti pateikt, R – nevēlas atbildēt, Esc – ārā no teksta lauka.",
        "Digits choose an answer, Enter – next, B – back, G – hard to say, R – refused, Esc – out of a text field.",
        "Цифры выбирают ответ, Enter – далее, B – назад, G – трудно сказать, R – отказ, Esc – выйти из текстового поля.",
    ),
    "trial": (
        "Izmēģinājums: šīs atbildes nekad nenonāks datos.",
        "A trial: these answers never enter the data.",
        "Проба: эти ответы никогда не попадут в данные.",
    ),
    "no-interview": (
        "Šāda saite neder vai vairs neder.",
        "This link is not valid, or no longer.",
        "Эта ссылка недействительна или больше не действует.",
    ),
    "unsent": (
        "Nav savienojuma ar serveri; mēģinām vēlreiz. Atbilde vēl nav saglabāta.",
        "No connection to the server; we are trying again. The answer is not saved yet.",
        "Нет связи с сервером; пробуем ещё раз. Ответ пока не сохранён.",
    ),
    "trials": ("Izmēģināt anketu", "Try the questionnaire", "Попробовать анкету"),
    "trial-kind": ("Kādam nolūkam", "What for", "С какой целью"),
    "trial-preview": ("Apskatīt", "Preview", "Просмотр"),
    "trial-practice": ("Vingrināties", "Practice", "Тренировка"),
    "trial-pretest": ("Pirmsizmēģinājums", "Pre-test", "Пилотаж"),
    "trial-mode": ("Kā to redzēs", "As seen by", "Как это увидит"),
    "trial-web": (
        "respondents savā ierīcē",
        "a respondent on his device",
        "респондент на своём устройстве",
    ),
    "trial-phone": (
        "intervētājs pa tālruni",
        "an interviewer on the telephone",
        "интервьюер по телефону",
    ),
    "trial-begin": ("Sākt", "Begin", "Начать"),
    "no-trials": (
        "Nevienā no Jūsu pētījumiem vēl nav anketas.",
        "None of your studies has a questionnaire yet.",
        "Ни в одном из Ваших исследований ещё нет анкеты.",
    ),
    "from-to": ("no {low} līdz {high}", "from {low} to {high}", "от {low} до {high}"),
}
