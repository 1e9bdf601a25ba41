"""What every command shares: its language, its parser, problems on the screen, progress."""

from __future__ import annotations

import argparse
import json
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import NoReturn

from atbalss.cli.words import say
from atbalss.problems import Problem, Severity, errors

DONE, FOUND_ERRORS, WRONG_COMMAND, BUG = 0, 1, 2, 3
NOTES_SHOWN = 5
SLOW_AFTER = 1.0  # seconds: a step that lasts longer says what it does


_SAID = {  # what argparse says, and what of it our users read in their language
    r"the following arguments are required: (.*)": "argument-missing",
    r"unrecognized arguments: (.*)": "argument-unknown",
    r"argument (.*): expected one argument": "argument-empty",
    r"argument (?:\.\.\.)?: invalid choice: '(.*)' \(choose from (.*)\)": "command-unknown",
    r"argument (.+): invalid choice: '?(.*?)'? \(choose from (.*)\)": "argument-choice",
    r"argument (.+): invalid \S+ value: '(.*)'": "argument-kind",
    r"argument (.+?): (.*)": "argument-valid",  # a type of ours says what is valid
}


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language and gives examples."""

    lang = "lv"

    def __init__(self, *args: object, examples: Iterable[str] = (), **options: object) -> None:
        lines = "\n".join(f"  {line}" for line in examples)
        note = say("exit", self.lang)
        epilog = f"{say('examples', self.lang)}:\n{lines}\n\n{note}" if lines else note
        options.setdefault("epilog", epilog)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        options["add_help"] = False
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._optionals.title = say("options", self.lang)
        self._positionals.title = say("arguments", self.lang)
        self.add_argument("-h", "--help", action="help", help=say("help", self.lang))

    def format_usage(self) -> str:
        """The usage line with its first word in the user's language."""
        return super().format_usage().replace("usage: ", say("usage", self.lang), 1)

    def format_help(self) -> str:
        """The help with its first word in the user's language."""
        return super().format_help().replace("usage: ", say("usage", self.lang), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and end with code 2."""
        for form, key in _SAID.items():
            found = re.fullmatch(form, message)
            if found:
                message = _told(key, self.lang, *found.groups())
                break
        self.print_usage(sys.stderr)
        self.exit(WRONG_COMMAND, f"atbalss: {message}\n")


def _told(key: str, lang: str, *said: str) -> str:
    """What argparse said, in the user's words; of commands, the one that was likely meant."""
    if key in ("argument-choice", "command-unknown"):
        *first, choices = said
        names = re.findall(r"'([^']*)'", choices) or choices.split(", ")
        near = get_close_matches(said[0], names, 1) if key == "command-unknown" else []
        if near:
            return say("command-near", lang, said[0], near[0])
        said = (*first, ", ".join(names).replace("report-draft", "report draft"))
    return say(key, lang, *said)


Run = Callable[[argparse.Namespace], int]


def show_problems(problems: Iterable[Problem], lang: str, *, as_json: bool = False) -> int:
    """Print problems, errors first, and give the exit code: 1 if there is an error, else 0.

    As JSON: `{"problems": [...]}` on standard output; else sentences on standard error.
    """
    found = list(problems)
    code = FOUND_ERRORS if errors(found) else DONE
    if as_json:
        print_json({"problems": [item.as_json(lang) for item in found]})
        return code
    order = list(Severity)
    hidden = 0
    seen: Counter[str] = Counter()
    for item in sorted(found, key=lambda item: order.index(item.severity)):
        seen[item.code] += 1
        if item.severity is Severity.NOTE and seen[item.code] > NOTES_SHOWN:
            hidden += 1
            continue
        print(_lines(item, lang), file=sys.stderr)
    if hidden:
        print(say("hidden-notes", lang, hidden), file=sys.stderr)
    if found:
        counts = Counter(item.severity for item in found)
        print(say("counted", lang, *(counts[kind] for kind in order)), file=sys.stderr)
    return code


def _lines(item: Problem, lang: str) -> str:
    where = item.where.words(lang)
    head = f"{where}: " if where else ""
    kind = say(item.severity.value, lang)
    return f"{head}{kind}: {item.sentence(lang)}\n    {item.remedy(lang)} [{item.code}]"


def print_json(value: object) -> None:
    """Print a value as JSON, letters unescaped."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


@contextmanager
def step(key: str, lang: str) -> Iterator[None]:
    """Do a step; one that lasts over a second says what it is, and at its end how long it took."""
    start = time.perf_counter()
    spoken = threading.Event()

    def speak() -> None:
        spoken.set()
        print(f"… {say(key, lang)}", file=sys.stderr, flush=True)

    timer = threading.Timer(SLOW_AFTER, speak)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if spoken.is_set():
            took = say("took", lang, say(key, lang), seconds(start, lang))
            print(f"  {took}", file=sys.stderr, flush=True)


def seconds(start: float, lang: str) -> str:
    """How many seconds have gone since, with the decimal mark of the language."""
    return figure(time.perf_counter() - start, 1, lang)


def figure(value: float, digits: int, lang: str) -> str:
    """A number with so many decimals, for messages."""
    return f"{value:.{digits}f}".replace(".", "." if lang == "en" else ",")
