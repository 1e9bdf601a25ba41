"""Drawing charts in processes of their own, side by side: one drawing engine uses one core only.

Starting an engine costs about two seconds of a core, so the workers are started before they are
needed and warm up while the tables are computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from atbalss.report import charts, fonts
from atbalss.report.document import Document, FigureModel
from atbalss.report.outline import figures_of
from atbalss.report.theme import Theme

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

P = ParamSpec("P")
T = TypeVar("T")
WORKERS = 2
WORTH_IT = 8  # so many new charts repay the start of a second process
_FIRST = {
    "data": {"values": [{"name": "a", "share": 1}]},
    "mark": "bar",
    "encoding": {"y": {"field": "name"}, "x": {"field": "share", "type": "quantitative"}},
}


class Drawing:
    """Charts being drawn: `wide` waits for those of the page, `all` for those of the web too."""

    def __init__(self, wide: Mapping[str, Future[str]], narrow: Mapping[str, Future[str]]) -> None:
        self._wide = wide
        self._narrow = narrow

    def wide(self) -> dict[str, str]:
        """SVGs of full width by anchor."""
        return {anchor: future.result() for anchor, future in self._wide.items()}

    def all(self) -> dict[str, str]:
        """SVGs by anchor, and by `<anchor>:narrow` those for small screens."""
        narrow = {f"{anchor}:narrow": future.result() for anchor, future in self._narrow.items()}
        return self.wide() | narrow


class Workers:
    """Processes that draw; without any, charts are drawn here, one after the other.

    Unless `here`, processes are started once many new charts are asked for.
    """

    def __init__(self, pool: ProcessPoolExecutor | None = None, *, here: bool = False) -> None:
        self._pool = pool
        self._here = here
        self._begun: dict[tuple[object, ...], Future[str]] = {}

    @property
    def idle(self) -> bool:
        """Whether no process was started."""
        return self._pool is None

    @classmethod
    def start(cls, cache: Path | None = None) -> Workers:
        """Start the processes and their engines; they are ready some two seconds later.

        With a cache, the faces of charts and of the web page are put into it too.
        """
        from concurrent.futures import ProcessPoolExecutor

        pool = ProcessPoolExecutor(WORKERS, mp_context=_beginning(), initializer=_attend)
        with _deaf_to_interrupts():
            for _ in range(WORKERS):
                pool.submit(_warm, cache)
        if cache is not None:
            pool.submit(fonts.web_faces, cache)
        return cls(pool)

    def draw(self, document: Document, theme: Theme, cache: Path | None) -> Drawing:
        """Begin all charts of a document, those of full width first; known ones come at once."""
        found = {
            block.anchor: block.model
            for block in figures_of(document.blocks)
            if not block.model.is_empty
        }
        jobs = [(model, narrow) for narrow in (False, True) for model in found.values()]
        new = sum(not charts.is_drawn(m, theme, document.lang, cache, narrow=n) for m, n in jobs)
        if self._pool is None and not self._here and new >= WORTH_IT:
            self._pool = Workers.start()._pool
        return Drawing(
            {a: self._one(m, theme, document.lang, cache, False) for a, m in found.items()},
            {a: self._one(m, theme, document.lang, cache, True) for a, m in found.items()},
        )

    def _one(
        self, model: FigureModel, theme: Theme, lang: str, cache: Path | None, narrow: bool
    ) -> Future[str]:
        """A chart being drawn; one that was begun before is not begun again."""
        asked = (model, theme, lang, narrow)
        if asked not in self._begun:
            if charts.is_drawn(model, theme, lang, cache, narrow=narrow):
                done: Future[str] = Future()
                done.set_result(charts.draw(model, theme, lang, cache, narrow=narrow))
                self._begun[asked] = done
            else:
                self._begun[asked] = self.ask(_draw, model, theme, lang, cache, narrow)
        return self._begun[asked]

    def ask(self, make: Callable[P, T], *values: P.args, **named: P.kwargs) -> Future[T]:
        """Begin anything in a process beside; without one it is made here at once."""
        if self._pool is not None:
            return self._pool.submit(make, *values, **named)
        done: Future[T] = Future()
        done.set_result(make(*values, **named))
        return done

    def draw_models(
        self,
        models: Sequence[FigureModel],
        theme: Theme,
        lang: str,
        cache: Path | None,
        *,
        narrow: bool = False,
    ) -> list[Future[str]]:
        """Begin the charts of single models, at full width or for small screens."""
        return [self._one(model, theme, lang, cache, narrow) for model in models]

    def stop(self) -> None:
        """Let the processes end, and wait for it: Python does so at its end anyway.

        Left to that, it now and then wakes a pool that is just closing, and tells a fault.
        """
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def specs(
    models: Sequence[FigureModel], theme: Theme, lang: str
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The Vega-Lite specs of models for wide and small screens, for a page that draws them."""
    wide, narrow = theme.chart_width, theme.chart_narrow
    return [
        (charts.spec_for(model, theme, lang, wide), charts.spec_for(model, theme, lang, narrow))
        for model in models
    ]


def _beginning() -> BaseContext:
    """How processes begin: where they can, as copies of one that has our modules already.

    They are then read once for all of them; no engine runs in what is copied.
    """
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "vl_convert", "atbalss.report.chart_forms"])
    return context


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that begin now not hear Ctrl+C, not even while they read their modules."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _attend() -> None:
    """Let this process end with the one that started it, however that one ends.

    A process that is killed can tell nobody, and the workers would wait for work for ever; with
    the last of them what starts them ends too. Ctrl+C is for the one that started us to answer.
    """
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _warm(cache: Path | None) -> None:
    """Start the engine of this process, through a first chart: its compiler takes time too."""
    charts.engine(fonts.chart_faces(cache)).vegalite_to_svg(_FIRST, vl_version=charts.VEGA_LITE)


def _draw(model: FigureModel, theme: Theme, lang: str, cache: Path | None, narrow: bool) -> str:
    return charts.draw(model, theme, lang, cache, narrow=narrow)
