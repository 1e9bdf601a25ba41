"""Why a contact is not taken."""

WORDS = {
    "phone-missing": (
        "Ierakstiet tālruņa numuru.",
        "Enter the telephone number.",
        "Введите номер телефона.",
    ),
    "phone-impossible": (
        "Šāda tālruņa numura nav. Pārbaudiet ciparus; ārvalsts numuru sāciet ar + un valsts kodu.",
        "There is no such telephone number. Check the digits; start a foreign number with + and the country code.",
        "Такого номера телефона нет. Проверьте цифры; иностранный номер начните с + и кода страны.",
    ),
    "phone-dear": (
        "Uz šo numuru nezvanām, jo zvans ir paaugstinātas maksas.",
        "We do not call this number: calls to it cost extra.",
        "На этот номер мы не звоним: звонок на него платный.",
    ),
    "number-known": (
        "Šis tālruņa numurs šajā pētījumā jau ir pierakstīts.",
        "This telephone number is already in this study.",
        "Этот номер телефона уже записан в этом исследовании.",
    ),
    "number-barred": (
        "Šis numurs ir to numuru sarakstā, uz kuriem nezvanām.",
        "This number is on the do-not-call list.",
        "Этот номер в списке тех, на которые мы не звоним.",
    ),
    "contacts-destroyed": (
        "Šī pētījuma kontaktinformācijas glabāšanas laiks ir beidzies, un tā ir iznīcināta.",
        "The contact data of this study were destroyed at their retention date.",
        "Срок хранения контактных данных этого исследования истёк, и они уничтожены.",
    ),
}
