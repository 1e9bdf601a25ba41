"""Faults of a report's form: numbers of figures, abbreviations, what must be said and is not."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FORM_FAULTS: dict[str, Fault] = {
    "audit-duplicate-number": Fault(
        "warning",
        lv=(
            "{kind} {number} ir divreiz: arī {line}. rindā.",
            "Pārnumurējiet un pārbaudiet atsauces tekstā.",
        ),
        en=(
            "There are two of {kind} {number}: see also line {line}.",
            "Number anew, and check the references in the text.",
        ),
        ru=(
            "{kind} {number} встречается дважды: ещё в строке {line}.",
            "Перенумеруйте и проверьте ссылки в тексте.",
        ),
    ),
    "audit-missing-number": Fault(
        "warning",
        lv=("Numerācijā trūkst: {kind} {number}.", "Pārnumurējiet vai ielieciet trūkstošo."),
        en=("The numbering leaves out {kind} {number}.", "Number anew, or put in what is missing."),
        ru=("В нумерации пропущено: {kind} {number}.", "Перенумеруйте или вставьте недостающее."),
    ),
    "audit-dangling-reference": Fault(
        "warning",
        lv=(
            "Tekstā ir atsauce ({kind} {number}), bet dokumentā tāda nav.",
            "Labojiet numuru vai pievienojiet trūkstošo.",
        ),
        en=(
            "The text refers to {kind} {number}, but the document has none.",
            "Correct the number, or add what is missing.",
        ),
        ru=(
            "В тексте есть ссылка ({kind} {number}), но в документе такого нет.",
            "Исправьте номер или добавьте недостающее.",
        ),
    ),
    "audit-abbreviation-slip": Fault(
        "warning",
        lv=("„{word}“ nav skaidrots; domāts laikam „{meant}“.", "Rakstiet „{meant}“."),
        en=("“{word}” is not explained; “{meant}” seems to be meant.", "Write “{meant}”."),
        ru=("«{word}» не объяснено; видимо, имеется в виду «{meant}».", "Напишите «{meant}»."),
    ),
    "audit-abbreviation-undefined": Fault(
        "warning",
        lv=(
            "Saīsinājums „{word}“ nav skaidrots ne sarakstā, ne tekstā.",
            "Pievienojiet to saīsinājumu sarakstam vai izrakstiet pilnu nosaukumu.",
        ),
        en=(
            "The abbreviation “{word}” is explained neither in the list nor in the text.",
            "Add it to the list, or write the name in full.",
        ),
        ru=(
            "Сокращение «{word}» не объяснено ни в списке, ни в тексте.",
            "Добавьте его в список или напишите название полностью.",
        ),
    ),
    "audit-abbreviation-unused": Fault(
        "warning",
        lv=(
            "Saīsinājums „{word}“ ir sarakstā, bet tekstā nav lietots.",
            "Izņemiet to no saraksta.",
        ),
        en=("The abbreviation “{word}” is listed but never used.", "Take it out of the list."),
        ru=(
            "Сокращение «{word}» есть в списке, но в тексте не употребляется.",
            "Уберите его из списка.",
        ),
    ),
    "audit-missing-base": Fault(
        "warning",
        lv=(
            "Dokumentā ir {shares} īpatsvari, bet nekur nav teikts, cik cilvēku atbildēja.",
            "Nosauciet n pie metodes un pie katras apakšgrupas.",
        ),
        en=(
            "The document prints {shares} shares but nowhere says how many persons answered.",
            "Give n with the method and with every subgroup.",
        ),
        ru=(
            "В документе {shares} долей, но нигде не сказано, сколько человек ответило.",
            "Приведите n в описании метода и для каждой подгруппы.",
        ),
    ),
    "audit-missing-interval": Fault(
        "warning",
        lv=(
            "Nekur nav ticamības intervāla, izlases kļūdas vai testa.",
            "Pie metodes nosauciet statistiskās kļūdas robežu vai pasakiet, kāpēc to nevar dot.",
        ),
        en=(
            "There is no confidence interval, margin of error or test anywhere.",
            "Give the margin of error with the method, or say why none can be given.",
        ),
        ru=(
            "Нигде нет доверительного интервала, погрешности или проверки значимости.",
            "Приведите погрешность в описании метода или скажите, почему её нельзя дать.",
        ),
    ),
    "audit-missing-wording": Fault(
        "warning",
        lv=(
            "Pie attēliem un tabulām ({figures}) nav jautājumu formulējumu.",
            "Zem katra attēla rakstiet jautājumu, kā tas uzdots, un n.",
        ),
        en=(
            "The figures and tables ({figures}) give no question wordings.",
            "Print the question as asked, and n, under each figure.",
        ),
        ru=(
            "При рисунках и таблицах ({figures}) нет формулировок вопросов.",
            "Под каждым рисунком приведите вопрос, как он был задан, и n.",
        ),
    ),
}
