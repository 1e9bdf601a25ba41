# ruff: noqa: E501 - a line of YAML with what it is for reads best whole
"""`field.yaml` of a new study, to be filled in before the site fields it."""

from __future__ import annotations

from collections.abc import Sequence

_LANGS = ("lv", "en", "ru")
_CONSENT = {
    "lv": "Piekrītu piedalīties aptaujā par šo apmeklējumu. Ja atstāju tālruņa numuru, man drīkst piezvanīt viena mēneša laikā; pēc aptaujas numuru izdzēš.",
    "en": "I agree to take part in a survey about this visit. If I leave a telephone number, I may be called within a month; the number is erased after the survey.",
    "ru": "Я согласен(на) участвовать в опросе об этом посещении. Если я оставлю номер телефона, мне могут позвонить в течение месяца; после опроса номер удалят.",
}
_SCRIPT = {
    "lv": "Labdien! Zvanu par Jūsu apmeklējumu. Vai varam dažas minūtes parunāt?",
    "en": "Good day! I am calling about your visit. Do you have a few minutes?",
    "ru": "Здравствуйте! Звоню о Вашем посещении. Найдётся ли у Вас несколько минут?",
}
_DRAFT = (
    """# Kā pētījumu īsteno vietnē: `atbalss site field {folder} --organisation SAĪSINĀJUMS`. Pēc labojuma palaidiet to vēlreiz.
open: no  # yes, kad drīkst uzaicināt un zvanīt
retention: {year}-06-30  # AIZPILDIET: diena, kurā iznīcina tālruņa numurus un piezīmes
consent:
  version: "1"  # cits skaitlis pēc katra teksta labojuma
  text:
{consent}
script:
{script}
centres:  # AIZPILDIET: pa rindai katrai vietai; mode: everybody, every_kth (k, start), choice, quota vai open_link
  - {{code: centrs, name: "Centrs", mode: everybody}}
  - {{code: saite, name: "Atvērtā saite", mode: open_link}}
rules:
  zone: Europe/Riga
  legal:  # kad drīkst zvanīt; pirmdiena ir 0
    - {{from: "09:00", to: "20:00", days: [0, 1, 2, 3, 4]}}
  # first_day: {year}-02-01  # AIZPILDIET: pirmā un pēdējā zvanu diena
  # last_day: {year}-02-28
  max_attempts: 8
""",
    """# How the site fields the study: `atbalss site field {folder} --organisation SLUG`. Run it again after a change.
open: no  # yes, once people may be invited and called
retention: {year}-06-30  # FILL IN: the day on which telephone numbers and notes are destroyed
consent:
  version: "1"  # another number after each change of the text
  text:
{consent}
script:
{script}
centres:  # FILL IN: a line for each place; mode: everybody, every_kth (k, start), choice, quota or open_link
  - {{code: centre, name: "Centre", mode: everybody}}
  - {{code: link, name: "Open link", mode: open_link}}
rules:
  zone: Europe/Riga
  legal:  # when calls are allowed; Monday is 0
    - {{from: "09:00", to: "20:00", days: [0, 1, 2, 3, 4]}}
  # first_day: {year}-02-01  # FILL IN: the first and the last day of calls
  # last_day: {year}-02-28
  max_attempts: 8
""",
    """# Как сайт проводит опрос: `atbalss site field {folder} --organisation СОКРАЩЕНИЕ`. После правки запустите ещё раз.
open: no  # yes, когда можно приглашать и звонить
retention: {year}-06-30  # ЗАПОЛНИТЕ: день, когда уничтожают номера телефонов и заметки
consent:
  version: "1"  # другое число после каждой правки текста
  text:
{consent}
script:
{script}
centres:  # ЗАПОЛНИТЕ: по строке на каждое место; mode: everybody, every_kth (k, start), choice, quota или open_link
  - {{code: centre, name: "Центр", mode: everybody}}
  - {{code: link, name: "Открытая ссылка", mode: open_link}}
rules:
  zone: Europe/Riga
  legal:  # когда можно звонить; понедельник — 0
    - {{from: "09:00", to: "20:00", days: [0, 1, 2, 3, 4]}}
  # first_day: {year}-02-01  # ЗАПОЛНИТЕ: первый и последний день звонков
  # last_day: {year}-02-28
  max_attempts: 8
""",
)


def field_text(folder: str, langs: Sequence[str], year: int) -> str:
    """A `field.yaml` that the site takes as it is, closed; what a person fills in is said in it.

    Its comments are in the first language; consent and script in each.
    """
    text = _DRAFT[_LANGS.index(langs[0]) if langs[0] in _LANGS else 1]
    consent, script = _by_lang(_CONSENT, langs, 4), _by_lang(_SCRIPT, langs, 2)
    return text.format(folder=folder, year=year + 1, consent=consent, script=script)


def _by_lang(words: dict[str, str], langs: Sequence[str], indent: int) -> str:
    known = [lang for lang in langs if lang in words] or ["en"]
    return "\n".join(f'{" " * indent}{lang}: "{words[lang]}"' for lang in known)
