"""Words of the coding desk."""

from atbalss_web.codingdesk.desk_texts import WORDS as OF_DESK
from atbalss_web.codingdesk.frame_texts import WORDS as OF_FRAME
from atbalss_web.codingdesk.quality_texts import WORDS as OF_QUALITY
from atbalss_web.codingdesk.quote_texts import WORDS as OF_QUOTES

WORDS = (
    OF_DESK
    | OF_FRAME
    | OF_QUALITY
    | OF_QUOTES
    | {
        "codingdesk": ("Kodēšana", "Coding", "Кодирование"),
        "coding-intro": (
            "Atvērtās atbildes un „Cits“: kas pateikts, tas kļūst par kodiem, ko var skaitīt.",
            "Open answers and “Other”: what was said becomes codes that can be counted.",
            "Открытые ответы и «Другое»: сказанное становится кодами, которые можно считать.",
        ),
        "no-open-questions": (
            "Šajā pētījumā atvērtu jautājumu nav.",
            "This study has no open questions.",
            "В этом исследовании нет открытых вопросов.",
        ),
        "no-coding-studies": (
            "Nav neviena pētījuma, ko kodēt.",
            "There is no study to code.",
            "Нет исследований для кодирования.",
        ),
        "open-question": ("Jautājums", "Question", "Вопрос"),
        "coded-of": ("Kodētas", "Coded", "Закодировано"),
        "waits-for-you": ("Gaida Jūs", "Waiting for you", "Ждут Вас"),
        "begin-coding": ("Sākt kodēšanu", "Begin coding", "Начать кодирование"),
        "not-begun": ("nav sākta", "not begun", "не начато"),
        "code-answers": ("Kodēt", "Code", "Кодировать"),
        "order": ("Secība", "Order", "Порядок"),
        "order-uncertain": (
            "vispirms tās, par kurām mašīna šaubās",
            "first those the machine is unsure of",
            "сначала те, в которых машина сомневается",
        ),
        "order-likeness": ("līdzīgās cita pēc citas", "like ones together", "похожие подряд"),
        "order-arrival": ("kā pienākušas", "as they came", "по поступлению"),
        "code-frame": ("Kodu saraksts", "Code frame", "Список кодов"),
        "version-n": ("{n}. versija", "version {n}", "версия {n}"),
        "no-frame-yet": (
            "Kodu saraksta vēl nav. Izveidojiet to pirms kodēšanas.",
            "There is no code frame yet. Make one before coding.",
            "Списка кодов ещё нет. Создайте его до кодирования.",
        ),
        "nothing-to-code": (
            "Jums šobrīd nav ko kodēt: viss ir kodēts, vai pārējo tur citi.",
            "There is nothing for you to code now: all is coded, or others hold the rest.",
            "Сейчас Вам нечего кодировать: всё закодировано, или остальное у других.",
        ),
        "nothing-to-undo": (
            "Nav ko atsaukt.",
            "There is nothing to take back.",
            "Отменять нечего.",
        ),
        "taken-back": (
            "Atsaukts; atbildes: {n}.",
            "Taken back; answers: {n}.",
            "Отменено; ответов: {n}.",
        ),
        "to-tasks": ("Visi jautājumi", "All questions", "Все вопросы"),
        "coding-menu": ("Jautājuma lapas", "Pages of the question", "Страницы вопроса"),
        "task-page": ("Pārskats", "Overview", "Обзор"),
        "quality": ("Kvalitāte", "Quality", "Качество"),
        "quotations": ("Citāti", "Quotations", "Цитаты"),
        "differences": ("Atšķirības", "Differences", "Расхождения"),
        "excel-sheet": ("Excel lapa", "Excel sheet", "Лист Excel"),
        "excel-hint": (
            "Atbildes, kas gaida Jūs, ar kodu sarakstiem šūnās. Aizpildiet un atgrieziet: rindas, ko pa to laiku mainījis kāds cits, netiks pieņemtas.",
            "The answers that wait for you, with the codes to choose from in the cells. Fill it in and bring it back: rows that somebody else changed meanwhile are refused.",
            "Ответы, которые ждут Вас, со списками кодов в ячейках. Заполните и верните: строки, которые тем временем изменил другой, не принимаются.",
        ),
        "excel-get": ("Lejupielādēt", "Download", "Скачать"),
        "excel-file": (
            "Aizpildītā lapa (.xlsx)",
            "The filled sheet (.xlsx)",
            "Заполненный лист (.xlsx)",
        ),
        "excel-send": ("Nosūtīt", "Send", "Отправить"),
        "excel-taken": (
            "Pieņemti lēmumi: {n}; noraidītas rindas: {refused}.",
            "Decisions taken over: {n}; rows refused: {refused}.",
            "Принято решений: {n}; отклонено строк: {refused}.",
        ),
        "excel-refused": ("Nav pieņemts", "Not taken over", "Не принято"),
    }
)
