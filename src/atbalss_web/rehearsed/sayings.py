"""What invented people say to open questions: short, uneven, as it is typed on the telephone."""

from __future__ import annotations

import random

from atbalss.study.question import Question

LV = {
    "kind_attitude": ("ļoti laipna darbiniece", "laba attieksme, smaidīga", "meitenes bija jaukas"),
    "responsiveness": ("atsaucīga, visu izstāstīja", "pretimnākoši", "uzreiz nāca palīgā"),
    "competent_staff": ("zina savu darbu", "kompetenta darbiniece", "viss bija skaidrs, zinoša"),
    "fast_service": ("ātri", "ātri nokārtoja", "desmit minūtēs viss izdarīts"),
    "clear_explanations": ("saprotami paskaidroja", "izstāstīja soli pa solim"),
    "all_in_one_place": ("viss vienā vietā", "nav jābraukā pa iestādēm"),
    "close_to_home": ("tuvu mājām", "nav jābrauc uz pilsētu"),
    "no_queues": ("nebija rindas", "nav jāgaida"),
    "pleasant_premises": ("skaistas telpas", "tīrs, gaišs"),
    "computer_help": ("palīdzēja pie datora", "parādīja kā ieiet portālā"),
    "everything_good": ("viss bija labi", "viss patika"),
    "nothing": ("neko", "nu neko tādu"),
    "dont_know": ("nezinu", "grūti pateikt"),
}
RU = {
    "kind_attitude": ("очень приветливая сотрудница", "доброе отношение"),
    "responsiveness": ("отзывчивые, сразу помогли",),
    "competent_staff": ("знает своё дело",),
    "fast_service": ("быстро", "быстро всё сделали"),
    "clear_explanations": ("понятно объяснили",),
    "all_in_one_place": ("всё в одном месте",),
    "close_to_home": ("близко к дому",),
    "no_queues": ("нет очереди",),
    "computer_help": ("помогли на компьютере",),
    "everything_good": ("всё понравилось",),
    "nothing": ("ничего",),
    "dont_know": ("не знаю",),
}


def saying(question: Question, lang: str, seed: str) -> str:
    """An answer to an open question that has a code frame: of one code or two, by chance."""
    rng = random.Random(f"says:{question.name}:{seed}")  # noqa: S311 - robots, no secret
    codes = question.frame.codes if question.frame is not None else ()
    if not codes:
        return ""
    alone = [code for code in codes if code.exclusive]
    usual = [code for code in codes if not code.exclusive]
    if alone and (not usual or rng.random() < 0.15):
        chosen = [rng.choice(alone)]
    else:
        chosen = rng.sample(usual, k=min(len(usual), rng.choice((1, 1, 2))))
    words = RU if lang == "ru" else LV
    said = [rng.choice(words.get(code.name) or (code.label.get(lang).lower(),)) for code in chosen]
    return ", ".join(said)
