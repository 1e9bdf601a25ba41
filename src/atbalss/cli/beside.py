"""The report's audit of itself, in a process of its own.

To read a report of 35 pages costs most of a second of a core. Where nothing is to be drawn the
second core would wait meanwhile, and a thread would take the time from the web page. A quarter of
that second goes into patterns: those of the last reading are made before the text is there.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atbalss.audit.text import Text
    from atbalss.problems import Problem
    from atbalss.report.document import Document
    from atbalss.tables.recall import Memory

_CHILD = "import sys; from atbalss.cli.beside import answer; answer(*sys.argv[1:])"
_PATTERNS = "patterns-audit"


class Reader:
    """Reads one text for the audit: in a process that is started ahead, or here in a thread.

    `study`: the folder in whose cache such a process keeps what helps the next one.
    """

    def __init__(self, study: Path | None = None, *, ahead: bool = False) -> None:
        self._process = _started(study) if ahead else None

    def heard(self, document: Document, name: str, memory: Memory | None) -> Future[list[Problem]]:
        """What the audit of any report finds in this one.

        Told from memory where the same text was read before.
        """
        from atbalss.audit.own import text_of

        text = text_of(document, name)  # not in the thread: the process waits for it

        def told() -> list[Problem]:
            if memory is None:
                return self._read(text)
            parts = [name, document.lang, repr(text.blocks)]
            return memory.once("audit", parts, lambda: self._read(text))

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


def answer(study: str = "") -> None:
    """Read one text from the pipe, audit it, write what was found: the work of the process."""
    import atbalss.audit.run  # noqa: F401 - the rules are ready before the text comes
    from atbalss.audit import regex
    from atbalss.folder.cache import NAME, Kept

    cache = Path(study) / NAME
    kept = Kept(cache, lambda: True) if study and cache.is_dir() else None
    known = _texts(kept.read(_PATTERNS)) if kept else frozenset()
    regex.compile_ahead(known)
    text = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(pickle.dumps(_findings(text)))
    if kept and regex.asked() != known:
        kept.write(_PATTERNS, json.dumps(sorted(regex.asked())).encode())


def _texts(content: bytes | None) -> frozenset[str]:
    """The texts that were kept; none where the file is gone or is something else."""
    with suppress(ValueError):
        found = json.loads(content or b"[]")
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return frozenset(found)
    return frozenset()


def _findings(text: Text) -> list[Problem]:
    from atbalss.audit.run import audit

    return [item.problem for item in audit(text)]


def _started(study: Path | None) -> subprocess.Popen[bytes] | None:
    pipe, said = subprocess.PIPE, [] if study is None else [str(study)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", _CHILD, *said],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
        )
    except OSError:  # no room for a process more
        return None
