"""Publish a study of a million invented interviews, and time a reader's choices in Chromium.

usage: python bench/publish.py [INTERVIEWS] [FOLDER]
The interviews are those of studies/parejas, drawn again and again with a fixed seed: half of them
for each year. The site is then served to a real browser, and every question's every view is chosen,
then every question. A choice is timed from the event of the select box to the picture on the
screen (`performance.measure` of `site.js`). FOLDER keeps what is made; without it it goes.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STUDY = ROOT / "studies" / "parejas"
REPORT = """---
title: Miljons izdomātu interviju
---

# Rezultāti

Izdomātas atbildes rāda {{ fig("fig-roads") }}.

```figure
id: fig-roads
question: roads
caption: Ceļu uzturēšana
finding: Vērtējumi sadalās pa visu skalu.
```
"""


def main() -> None:
    """Make, publish, choose; prints what each took."""
    count = int(float(sys.argv[1])) if len(sys.argv) > 1 else 1_000_000
    with contextlib.ExitStack() as stack:
        if len(sys.argv) > 2:
            scratch = Path(sys.argv[2])
        else:
            scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        study, site = scratch / "study", scratch / "site"
        enlarge(STUDY, study, count)
        start = time.perf_counter()
        command = [sys.executable, "-m", "atbalss", "publish", str(study), "--out", str(site)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        print(f"published {count} interviews in {time.perf_counter() - start:.1f} s")
        address = stack.enter_context(served(site))
        for name, found in choices(f"{address}/lv/results").items():
            high = sorted(found)[max(0, round(len(found) * 0.95) - 1)]
            print(
                f"{name:10s} {len(found):4d} choices  median {statistics.median(found):6.1f}"
                f"  95 % under {high:6.1f}  max {max(found):6.1f} ms"
            )


def enlarge(study: Path, folder: Path, count: int) -> None:
    """A copy of a study with `count` interviews, drawn from its own with a fixed seed."""
    shutil.copytree(study, folder, ignore=shutil.ignore_patterns(".atbalss_cache", "waves", "*.md"))
    for name in ("questionnaire.md", "codeframes.md", "tables.yaml"):
        if (study / name).is_file():
            shutil.copy(study / name, folder)
    (folder / "report.lv.md").write_text(REPORT, "utf-8")
    about = folder / "study.yaml"
    waves = sorted(path for path in (study / "waves").iterdir() if path.is_dir())
    each = count // len(waves)
    about.write_text(
        re.sub(r"^    n: \d+$", f"    n: {each}", about.read_text("utf-8"), flags=re.M)
    )
    for wave in waves:
        head, *lines = (wave / "answers.csv").read_text("utf-8").splitlines()
        tails = [line.partition(",")[2] for line in lines]
        drawn = random.Random(2026).choices(tails, k=each)
        (folder / "waves" / wave.name).mkdir(parents=True)
        with (folder / "waves" / wave.name / "answers.csv").open("w", encoding="utf-8") as file:
            file.write(head + "\n")
            file.writelines(f"{wave.name}-{at:07d},{tail}\n" for at, tail in enumerate(drawn))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain web server of files that keeps connections and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder on this machine, while it lasts."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def choices(address: str, most: int = 1000) -> dict[str, list[float]]:
    """Milliseconds of every choice of a view (group, wave, nets), and of every other question."""
    sys.path.insert(0, str(ROOT))
    from tests.browser import open_page

    found: dict[str, list[float]] = {"view": [], "question": []}
    with open_page(policy=True) as page:
        page.goto(f"{address}/index.html")
        links = page.locator("ul.list a").evaluate_all("all => all.map(a => a.href)")
        page.goto(links[0])
        page.wait_for_load_state("networkidle")
        for link in links[1:most] + links[:1]:
            values = page.locator("select[name=view] option").evaluate_all(VALUES)
            for value in values[1:] + values[:1]:
                found["view"].append(_timed(page, "view", value))
                if page.locator("section:visible .chart svg:visible").count() != 1:
                    raise SystemExit(f"no chart: {page.url}")
            found["question"].append(_timed(page, "question", link.rpartition("/")[2]))
    return found


VALUES = "all => all.map(option => option.value)"
CHOOSE = """([name, value]) => new Promise(done => {
  performance.clearMeasures("choice");
  new PerformanceObserver((list, me) => { me.disconnect(); done(list.getEntries()[0].duration); })
    .observe({type: "measure"});
  const box = document.querySelector(`select[name=${name}]`);
  box.value = value;
  box.dispatchEvent(new Event("change", {bubbles: true}));
})"""


def _timed(page: object, name: str, value: str) -> float:
    """Choose, and wait until the picture is on the screen; then look for a moment."""
    took = float(page.evaluate(CHOOSE, [name, value]))  # type: ignore[attr-defined]
    page.wait_for_timeout(150)  # type: ignore[attr-defined]
    return took


if __name__ == "__main__":
    main()
