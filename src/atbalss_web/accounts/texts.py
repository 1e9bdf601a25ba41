"""Words of logging in and of the first page."""

WORDS = {
    "log-in": ("Pieslēgties", "Log in", "Войти"),
    "log-out": ("Atslēgties", "Log out", "Выйти"),
    "username": ("Lietotājvārds", "User name", "Имя пользователя"),
    "password": ("Parole", "Password", "Пароль"),
    "totp": ("Kods no lietotnes", "Code from the app", "Код из приложения"),
    "wrong-login": (
        "Lietotājvārds vai parole nav pareiza.",
        "The user name or the password is wrong.",
        "Неверное имя пользователя или пароль.",
    ),
    "needs-code": (
        "Ierakstiet kodu no autentifikācijas lietotnes.",
        "Enter the code from your authenticator app.",
        "Введите код из приложения-аутентификатора.",
    ),
    "throttled": (
        "Pārāk daudz neveiksmīgu mēģinājumu. Mēģiniet vēlreiz pēc ceturtdaļstundas.",
        "Too many failed attempts. Try again in a quarter of an hour.",
        "Слишком много неудачных попыток. Попробуйте снова через четверть часа.",
    ),
    "your-work": ("Jūsu darbs", "Your work", "Ваша работа"),
    "nothing-for-you": (
        "Jums vēl nav neviena pienākuma. Jautājiet administratoram.",
        "You have no role yet. Ask the administrator.",
        "У Вас пока нет роли. Обратитесь к администратору.",
    ),
    "role-clerk": ("Klientu uzaicināšana", "Inviting clients", "Приглашение клиентов"),
    "role-interviewer": ("Zvani un intervijas", "Calls and interviews", "Звонки и интервью"),
    "role-supervisor": ("Lauka darba pārskats", "State of fieldwork", "Ход полевых работ"),
    "role-coder": ("Atbilžu kodēšana", "Coding answers", "Кодирование ответов"),
    "role-analyst": ("Dati un pārskats", "Data and report", "Данные и отчёт"),
    "role-client": ("Rezultāti", "Results", "Результаты"),
    "role-manager": ("Centra rezultāti", "Results of the centre", "Результаты центра"),
    "role-administrator": ("Pārvaldība", "Administration", "Управление"),
    "demo-logins": (
        "Paraugvietnes lietotāji (parole visiem: {password})",
        "Users of the example site (password of all: {password})",
        "Пользователи примера (пароль у всех: {password})",
    ),
}
