"""Faults of this room: permanent code -> severity and texts; never reuse a code.

Those that begin with `interview-` are read by interviewers and respondents while they answer.
"""

from __future__ import annotations

from atbalss.problems.answers import ANSWERS
from atbalss.problems.catalogue import Fault

_INTERVIEW: dict[str, Fault] = {
    "interview-required": Fault(
        "error",
        lv=("Uz šo jautājumu ir jāatbild.", "Lūdzu, atbildiet uz jautājumu."),
        en=("This question needs an answer.", "Please answer it."),
        ru=("На этот вопрос нужно ответить.", "Пожалуйста, ответьте на него."),
    ),
    "interview-required-own": Fault(
        "error",
        lv=("{message}", "Lūdzu, atbildiet uz jautājumu."),
        en=("{message}", "Please answer the question."),
        ru=("{message}", "Пожалуйста, ответьте на вопрос."),
    ),
    "interview-constraint": Fault(
        "error",
        lv=("Šāda atbilde šeit nav iespējama.", "Lūdzu, pārbaudiet atbildi un izlabojiet to."),
        en=("This answer is not possible here.", "Please check the answer and correct it."),
        ru=("Такой ответ здесь невозможен.", "Пожалуйста, проверьте и исправьте ответ."),
    ),
    "interview-constraint-own": Fault(
        "error",
        lv=("{message}", "Lūdzu, pārbaudiet atbildi un izlabojiet to."),
        en=("{message}", "Please check the answer and correct it."),
        ru=("{message}", "Пожалуйста, проверьте и исправьте ответ."),
    ),
    "interview-soft": Fault(
        "warning",
        lv=(
            "Šī atbilde ir neparasta.",
            "Lūdzu, pārbaudiet to; ja tā ir pareiza, paskaidrojiet, kāpēc.",
        ),
        en=("This answer is unusual.", "Please check it; if it is right, say why."),
        ru=("Это необычный ответ.", "Пожалуйста, проверьте его; если он верен, поясните почему."),
    ),
    "interview-soft-own": Fault(
        "warning",
        lv=("{message}", "Lūdzu, pārbaudiet atbildi; ja tā ir pareiza, paskaidrojiet, kāpēc."),
        en=("{message}", "Please check the answer; if it is right, say why."),
        ru=("{message}", "Пожалуйста, проверьте ответ; если он верен, поясните почему."),
    ),
    "interview-not-whole": Fault(
        "error",
        lv=("Šeit vajadzīgs vesels skaitlis.", "Lūdzu, rakstiet tikai ciparus, piemēram, 12."),
        en=("A whole number is needed here.", "Please write digits only, such as 12."),
        ru=("Здесь нужно целое число.", "Пожалуйста, пишите только цифры, например 12."),
    ),
    "interview-not-number": Fault(
        "error",
        lv=("Šeit vajadzīgs skaitlis.", "Lūdzu, rakstiet skaitli, piemēram, 12 vai 12,5."),
        en=("A number is needed here.", "Please write a number, such as 12 or 12.5."),
        ru=("Здесь нужно число.", "Пожалуйста, напишите число, например 12 или 12,5."),
    ),
    "interview-not-date": Fault(
        "error",
        lv=("Šeit vajadzīgs datums.", "Lūdzu, rakstiet gadu, mēnesi un dienu: 2024-11-26."),
        en=("A date is needed here.", "Please write year, month and day: 2024-11-26."),
        ru=("Здесь нужна дата.", "Пожалуйста, напишите год, месяц и день: 2024-11-26."),
    ),
    "interview-not-time": Fault(
        "error",
        lv=("Šeit vajadzīgs laiks.", "Lūdzu, rakstiet stundas un minūtes: 14:30."),
        en=("A time is needed here.", "Please write hours and minutes: 14:30."),
        ru=("Здесь нужно время.", "Пожалуйста, напишите часы и минуты: 14:30."),
    ),
    "interview-not-moment": Fault(
        "error",
        lv=("Šeit vajadzīgs datums un laiks.", "Lūdzu, rakstiet tā: 2024-11-26T14:30."),
        en=("A date and a time are needed here.", "Please write them so: 2024-11-26T14:30."),
        ru=("Здесь нужны дата и время.", "Пожалуйста, напишите так: 2024-11-26T14:30."),
    ),
    "interview-out-of-range": Fault(
        "error",
        lv=("Atbildei jābūt no {low} līdz {high}.", "Lūdzu, izvēlieties skaitli šajās robežās."),
        en=("The answer must be from {low} to {high}.", "Please choose a number in this range."),
        ru=("Ответ должен быть от {low} до {high}.", "Пожалуйста, выберите число в этих пределах."),
    ),
    "interview-off-step": Fault(
        "error",
        lv=(
            "Skaitļi šeit sākas ar {low} un pieaug pa {step}.",
            "Lūdzu, izvēlieties vienu no tiem.",
        ),
        en=("Numbers here start at {low} and go up by {step}.", "Please choose one of them."),
        ru=("Числа здесь начинаются с {low}, шаг {step}.", "Пожалуйста, выберите одно из них."),
    ),
    "interview-not-offered": Fault(
        "error",
        lv=(
            "Atbilde «{value}» šim jautājumam nav piedāvāta.",
            "Lūdzu, izvēlieties kādu no piedāvātajām atbildēm.",
        ),
        en=(
            "The answer “{value}” is not offered for this question.",
            "Please choose one of the answers offered.",
        ),
        ru=(
            "Ответ «{value}» для этого вопроса не предложен.",
            "Пожалуйста, выберите один из предложенных ответов.",
        ),
    ),
    "interview-one-only": Fault(
        "error",
        lv=("Šeit var būt tikai viena atbilde.", "Lūdzu, izvēlieties vienu."),
        en=("Only one answer is possible here.", "Please choose one."),
        ru=("Здесь возможен только один ответ.", "Пожалуйста, выберите один."),
    ),
    "interview-exclusive": Fault(
        "error",
        lv=(
            "Atbilde «{label}» nav savienojama ar citām atbildēm.",
            "Lūdzu, atstājiet vai nu tikai šo atbildi, vai tikai pārējās.",
        ),
        en=(
            "The answer “{label}” cannot go with other answers.",
            "Please keep either this answer alone or only the others.",
        ),
        ru=(
            "Ответ «{label}» нельзя сочетать с другими ответами.",
            "Пожалуйста, оставьте либо только этот ответ, либо только остальные.",
        ),
    ),
    "interview-not-confirmed": Fault(
        "error",
        lv=("Šeit vajadzīgs apstiprinājums.", "Lūdzu, apstipriniet vai atstājiet tukšu."),
        en=("A confirmation is needed here.", "Please confirm or leave it blank."),
        ru=("Здесь нужно подтверждение.", "Пожалуйста, подтвердите или оставьте пустым."),
    ),
    "interview-too-long": Fault(
        "error",
        lv=("Atbilde ir pārāk gara.", "Lūdzu, saīsiniet to līdz {limit} rakstzīmēm."),
        en=("The answer is too long.", "Please shorten it to {limit} characters."),
        ru=("Ответ слишком длинный.", "Пожалуйста, сократите его до {limit} знаков."),
    ),
    "interview-read-only": Fault(
        "error",
        lv=("Šo atbildi mainīt nevar.", "Lūdzu, turpiniet ar nākamo jautājumu."),
        en=("This answer cannot be changed.", "Please go on to the next question."),
        ru=("Этот ответ изменить нельзя.", "Пожалуйста, перейдите к следующему вопросу."),
    ),
    "interview-no-question": Fault(
        "error",
        lv=("Jautājuma «{name}» šajā anketā nav.", "Lūdzu, atveriet interviju vēlreiz."),
        en=(
            "There is no question “{name}” in this questionnaire.",
            "Please open the interview again.",
        ),
        ru=("Вопроса «{name}» в этой анкете нет.", "Пожалуйста, откройте интервью ещё раз."),
    ),
    "interview-off-route": Fault(
        "error",
        lv=(
            "Pēc iepriekšējām atbildēm jautājums «{name}» nav uzdodams.",
            "Lūdzu, turpiniet ar jautājumu, kas parādīts.",
        ),
        en=(
            "After the earlier answers the question “{name}” is not asked.",
            "Please go on with the question that is shown.",
        ),
        ru=(
            "После предыдущих ответов вопрос «{name}» не задаётся.",
            "Пожалуйста, продолжите с показанного вопроса.",
        ),
    ),
    "interview-dead-end": Fault(
        "error",
        lv=(
            "Uz jautājumu «{name}» {tries} mēģinājumos neizdevās atrast derīgu atbildi.",
            "Pārbaudiet tā nosacījumus constraint, choice_filter un required.",
        ),
        en=(
            "No valid answer to the question “{name}” was found in {tries} tries.",
            "Check its constraint, choice_filter and required.",
        ),
        ru=(
            "На вопрос «{name}» за {tries} попыток не нашлось допустимого ответа.",
            "Проверьте его условия constraint, choice_filter и required.",
        ),
    ),
    "interview-goes-round": Fault(
        "error",
        lv=(
            "Intervija riņķo: pēc {steps} atbildēm tā vēl prasa «{name}».",
            "Pārbaudiet, vai nosacījumi relevant neatsaucas uz vēlākiem jautājumiem.",
        ),
        en=(
            "The interview goes round: after {steps} answers it still asks “{name}”.",
            "Check that no relevant refers to later questions.",
        ),
        ru=(
            "Интервью ходит по кругу: после {steps} ответов оно всё ещё спрашивает «{name}».",
            "Проверьте, что условия relevant не ссылаются на более поздние вопросы.",
        ),
    ),
}

FAULTS: dict[str, Fault] = _INTERVIEW | ANSWERS
