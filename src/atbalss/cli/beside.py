"""The report's audit of itself, in a process of its own.

To read a report of 35 pages costs most of a second of a core. Where nothing is to be drawn the
second core would wait meanwhile, and a thread would take the time from the web page.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atbalss.audit.text import Text
    from atbalss.problems import Problem
    from atbalss.report.document import Document
    from atbalss.tables.recall import Memory

_CHILD = "from atbalss.cli.beside import answer; answer()"


class Reader:
    """Reads one text for the audit: in a process that is started ahead, or here in a thread."""

    def __init__(self, *, ahead: bool = False) -> None:
        self._process = _started() if ahead else None

    def heard(self, document: Document, name: str, memory: Memory | None) -> Future[list[Problem]]:
        """What the audit of any report finds in this one.

        Told from memory where the same text was read before.
        """

        def told() -> list[Problem]:
            from atbalss.audit.own import text_of

            if memory is None:
                return self._read(text_of(document, name))
            parts = [name, document.lang, repr(document.blocks)]
            return memory.once("audit", parts, lambda: self._read(text_of(document, name)))

        beside = ThreadPoolExecutor(1)
        found = beside.submit(told)
        beside.shutdown(wait=False)
        return found

    def stop(self) -> None:
        """End the process where nobody asked it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _read(self, text: Text) -> list[Problem]:
        process, self._process = self._process, None
        if process is not None:
            said, _ = process.communicate(pickle.dumps(text))
            if process.returncode == 0 and said:
                found: list[Problem] = pickle.loads(said)  # noqa: S301 - from our own process
                return found
        return _findings(text)


def answer() -> None:
    """Read one text from the pipe, audit it, write what was found: the work of the process."""
    import atbalss.audit.run  # noqa: F401 - the rules are ready before the text comes

    text = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(pickle.dumps(_findings(text)))


def _findings(text: Text) -> list[Problem]:
    from atbalss.audit.run import audit

    return [item.problem for item in audit(text)]


def _started() -> subprocess.Popen[bytes] | None:
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", _CHILD], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )
    except OSError:  # no room for a process more
        return None
