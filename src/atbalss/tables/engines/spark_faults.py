"""What went wrong in Spark, as one problem; the whole story goes to the log."""

from __future__ import annotations

import json
import re
import traceback
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from atbalss.problems import Problem, Refused, problem

LONGEST = 300  # characters of a cause
NO_FILE = re.compile(r"\[?PATH_NOT_FOUND|Path does not exist|UNABLE_TO_INFER_SCHEMA")
NOT_THERE = re.compile(r"FILE_NOT_EXIST|FileNotFoundException|No such file or directory")
LACKS = re.compile(r"ModuleNotFoundError: No module named '([\w.]+)'")
PYTHON = re.compile(r"PYTHON_VERSION_MISMATCH[^\n]*|Cannot run program \"[^\"]*python[^\n]*")
OLD_JAVA = re.compile(r"UnsupportedClassVersionError|Unrecognized option|compiled by a more recent")
DIED = re.compile(r"ExecutorLostFailure|Executor \S+ lost|executor lost|Worker lost", re.IGNORECASE)
ENDED = re.compile(
    r"SparkContext was shut down|stopped SparkContext|Master removed our application"
    r"|All masters are unresponsive|Connection refused"
)
CLASS = re.compile(r"^(Caused by:\s*|[\w.$]+(Error|Exception|Failure):\s*|\[[A-Z_.]+\]\s*)")


@contextmanager
def told(log: Path, address: str) -> Iterator[None]:
    """Work with Spark whose failure is `Refused` with one problem, its Java story in `log`."""
    try:
        yield
    except Refused:
        raise
    except Exception as why:
        if not _is_sparks(why):
            raise
        story = "".join(traceback.format_exception(why))
        with log.open("a", encoding="utf-8", errors="replace") as out:
            out.write(f"\n{story}\n")
        raise Refused([fault_of(story, _said(log), log, address)]) from why


def as_text(problems: Iterable[Problem]) -> str:
    """Problems that a worker found, as text to send home."""
    return json.dumps([[item.code, dict(item.args)] for item in problems])


def as_problems(text: str) -> list[Problem]:
    """The problems of a text made by `as_text`."""
    return [problem(code, **args) for code, args in json.loads(text)]


def _is_sparks(why: Exception) -> bool:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    return isinstance(why, Py4JError | PySparkException | OSError | EOFError)


def _said(log: Path) -> str:
    """What Spark printed last."""
    return log.read_text(encoding="utf-8", errors="replace")[-200_000:]


def fault_of(story: str, said: str, log: Path, address: str) -> Problem:
    """The problem behind a failure: `story` is what was raised, `said` what Spark printed."""
    if "JAVA_GATEWAY_EXITED" in story:
        if OLD_JAVA.search(said):
            return problem("engine-old-java", log=log)
        return problem("engine-no-java", log=log)
    if NO_FILE.search(story):
        return problem("engine-no-file", address=address, cause=cause_of(story))
    if found := LACKS.search(story):
        return problem("engine-worker-lacks", module=found[1], log=log)
    if found := PYTHON.search(story):
        return problem("engine-worker-python", cause=_short(found[0]), log=log)
    if NOT_THERE.search(story):
        return problem("engine-file-not-on-workers", address=address, log=log)
    if DIED.search(story):
        return problem("engine-workers-died", cause=cause_of(story), log=log)
    if ENDED.search(story):
        return problem("engine-lost", cause=cause_of(story), log=log)
    return problem("engine-failed", cause=cause_of(story), log=log)


def cause_of(story: str) -> str:
    """The innermost cause of a failure as one line without names of Java classes."""
    lines = [line.strip() for line in story.splitlines()]
    causes = [line for line in lines if line.startswith("Caused by:")]
    errors = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b.*:", line)]
    chosen = (errors or causes or [line for line in lines if line] or [""])[-1]
    chosen = re.sub(r"\s*SQLSTATE: \w+\.?", "", chosen)
    for _ in range(3):
        chosen = CLASS.sub("", chosen)
    return _short(chosen.rstrip("."))


def _short(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    words = " ".join(printable.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


@contextmanager
def no_warnings() -> Iterator[None]:
    """PySpark warns of every new pandas, which this engine does not use."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        yield
