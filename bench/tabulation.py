"""Time task T1 (`t1.py`) side by side: Atbalss, Polars, DuckDB, pandas.crosstab, svy, R's survey.

usage: python bench/tabulation.py [--sizes 1e3,1e5] [--large] [--engines atbalss,polars]

Each engine runs in a process of its own, on the same interviews, in the same run. Its table is held
to a plain numpy one (n exact, sums and means to 1e-9) before it is timed. Prints Markdown: seconds
(minimum and median), memory above the loaded data, ratio to Atbalss, and how far each is from what
reading the data once from memory would take. What would last over five minutes is not run.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))

import t1
from t1_engines import ENGINES

SIZES = (10**3, 10**4, 10**5, 10**6)
LARGE = 10**7
TOO_LONG = 300.0  # seconds
ENOUGH = 8.0  # seconds of an engine at one size, unless it had fewer than three runs (slow: two)
RUNS = 9
FEW = 10**4
PACKAGES = ("numpy", "polars", "duckdb", "pandas", "svy", "numba", "pyarrow")


def main() -> int:
    """Run all engines at all sizes and print the tables."""
    asked = _arguments()
    if asked.one:
        return one(asked.one, Path(asked.folder))
    sizes = [int(float(size)) for size in asked.sizes.split(",")] if asked.sizes else [*SIZES]
    sizes += [LARGE] if asked.large else []
    names = asked.engines.split(",") if asked.engines else [*ENGINES]
    absent = {name: why for name in names if (why := _absent(name))}
    names = [name for name in names if name not in absent]
    print(_machine(), flush=True)
    bandwidth = _bandwidth()
    found: dict[int, dict[str, dict[str, float | str]]] = {}
    for size in sizes:
        found[size] = _size(size, names, found, asked.longest)
    bandwidth = max(bandwidth, _bandwidth())
    print(_table(found, bandwidth, names))
    for name, why in absent.items():
        print(f"\nNot run: {ENGINES[name].words} ({why}).")
    if asked.json:
        record = {"bandwidth": bandwidth, "found": found, "machine": _machine()}
        Path(asked.json).write_text(json.dumps(record, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="", help="numbers of interviews, such as 1e3,1e5")
    parser.add_argument("--large", action="store_true", help="1e7 as well (some 10 GB, minutes)")
    parser.add_argument("--engines", default="", help=", ".join(ENGINES))
    words = "seconds that an engine may take at one size; what is expected to take more is left out"
    parser.add_argument("--longest", type=float, default=TOO_LONG, help=words)
    parser.add_argument("--json", default="", help="a file for what was measured")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    parser.add_argument("folder", nargs="?", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


# ---- one engine in its own process


def one(name: str, folder: Path) -> int:
    """Load, check, and time one engine; a JSON line."""
    engine = ENGINES[name]
    state = engine.load(folder)
    resting = _memory("VmRSS")
    _forget_peak()
    start = time.perf_counter()
    made = engine.run(state)
    first = engine.seconds(state) if engine.seconds else time.perf_counter() - start
    peak = _memory("VmHWM") - resting
    with np.load(folder / "gold.npz") as gold:
        wrong = _differences(made, gold)
    if wrong:
        print(json.dumps({"wrong": wrong}))
        return 0
    seconds = [first]
    limit, least = (ENOUGH, 3) if first < 10 else (0.0, 2)
    while len(seconds) < RUNS and (sum(seconds) < limit or len(seconds) < least):
        start = time.perf_counter()
        engine.run(state)
        seconds.append(engine.seconds(state) if engine.seconds else time.perf_counter() - start)
    warm = seconds[1:] if least > 2 else seconds
    found = {"min": min(warm), "median": statistics.median(warm), "runs": len(warm)}
    print(json.dumps({**found, "first": first, "mb": peak if engine.seconds is None else None}))
    return 0


def _memory(key: str) -> float:
    """A line of this process's memory in MB (Linux); nan elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(row for row in status.read_text().splitlines() if row.startswith(key))
    return int(line.split()[1]) / 1024


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _differences(made: t1.Result, gold: Mapping[str, NDArray]) -> str:
    """What differs from the plain table, or nothing."""
    for name, array in made.arrays().items():
        wanted = gold[name]
        if name == "n" and not (array == wanted).all():
            return "n"
        scale = np.maximum(np.abs(wanted), 1e-300)
        worst = float(np.nanmax(np.abs(array - wanted) / scale))
        if worst > 1e-9 or np.isnan(array).any():
            return f"{name}: {worst:.1e}"
    return ""


# ---- all engines at a size


def _size(
    n: int,
    names: list[str],
    before: Mapping[int, Mapping[str, Mapping[str, float | str]]],
    longest: float,
) -> dict[str, dict[str, float | str]]:
    found: dict[str, dict[str, float | str]] = {}
    with tempfile.TemporaryDirectory(prefix="t1-") as scratch:
        folder = Path(scratch)
        _prepare(n, folder)
        for name in names:
            guess = _expected(name, n, before)
            if guess > longest:
                found[name] = {"skipped": f"about {_short(guess)} expected"}
            else:
                found[name] = _one(name, folder)
            print(f"  n = {n:.0e}  {name:17s} {_line(found[name])}", flush=True)
    return found


def _expected(name: str, n: int, before: Mapping[int, Mapping[str, Mapping[str, object]]]) -> float:
    """Seconds that a size would take: along the line through the last two sizes that were run.

    One small size tells nothing of a line: an engine may have cost it mere overhead.
    """
    known = [
        (size, float(str(made["min"])))
        for size in sorted(before)
        if "min" in (made := before[size].get(name, {}))
    ]
    if not known or (len(known) == 1 and known[0][0] < FEW):
        return 0.0
    (few, less), (many, more) = known[-2] if len(known) > 1 else (0, 0.0), known[-1]
    return more + (more - less) / (many - few) * (n - many)


def _prepare(n: int, folder: Path) -> None:
    """The data and the plain table; in a process of its own, so that its memory is given back."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; import tabulation\n"
        "tabulation.prepare(int(sys.argv[2]), Path(sys.argv[3]))"
    )
    here = str(Path(__file__).resolve().parent)
    subprocess.run([sys.executable, "-c", code, here, str(n), str(folder)], check=True)


def prepare(n: int, folder: Path) -> None:
    """Write t1.npz, t1.parquet and gold.npz for `n` interviews."""
    from t1_atbalss import write_parquet

    made = t1.interviews(n)
    np.savez(folder / "t1.npz", **made)
    write_parquet(made, folder / "t1.parquet")
    np.savez(folder / "gold.npz", **gold(made).arrays())


def gold(made: t1.Columns) -> t1.Result:
    """The table made as plainly as can be: a count a variable and banner variable."""
    weights = (np.ones(len(made["w"])), made["w"], made["w"] ** 2)
    blocks = []
    for name in [*t1.SCALES, *t1.SINGLES, *(o for them in t1.MULTIPLES.values() for o in them)]:
        code = made[name].astype(np.int64)
        parts = []
        for banner, size in t1.BANNER.items():
            key = code * size + made[banner]
            parts.append(
                [np.bincount(key, w, 11 * size)[: 11 * size].reshape(11, size) for w in weights]
            )
        table = np.concatenate([np.array(part) for part in parts], axis=2)
        table = np.concatenate([table, table[:, :, :2].sum(axis=2, keepdims=True)], axis=2)
        kept = slice(0, 11) if name in t1.SCALES else slice(1, 6) if name in t1.SINGLES else [1]
        blocks.append(table[:, kept])
    n, w, w2 = np.concatenate(blocks, axis=1)
    base = np.array([[(made[b] == level), made[b] >= 0][0] for b, level in t1.COLUMNS])
    base = np.vstack([base, np.ones((1, len(made["w"])), dtype=bool)])
    total, total2 = base @ made["w"], base @ made["w"] ** 2
    share, size = w / total, len(made["w"])
    spread = np.maximum(w2 * (1 - 2 * share) + share**2 * total2, 0)
    errors = np.sqrt(size / (size - 1) * spread) / total
    plain = t1.with_means(np.rint(n).astype(np.int64), w, w2)
    return t1.Result(plain.n, w, w2, plain.means, share, errors)


def _one(name: str, folder: Path) -> dict[str, float | str]:
    command = [sys.executable, str(Path(__file__).resolve()), "--one", name, str(folder)]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env={**os.environ, **threads},
            timeout=4 * TOO_LONG,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"skipped": "longer than expected"}
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        return {"wrong": (done.stderr.strip().splitlines() or ["no answer"])[-1][:200]}
    found: dict[str, float | str] = json.loads(lines[-1])
    return found


def _absent(name: str) -> str:
    """Why an engine cannot be run here, or nothing."""
    if name.startswith("r-"):
        if shutil.which("Rscript") is None:
            return "Rscript is not installed"
        test = "quit(status = !requireNamespace('survey', quietly = TRUE))"
        done = subprocess.run(["Rscript", "-e", test], capture_output=True, check=False)
        return "R's survey is not installed" if done.returncode else ""
    needs = {"duckdb": "duckdb", "pandas": "pandas", "svy": "svy", "atbalss-compiled": "numba"}
    needs["atbalss-two"] = "numba"
    module = needs.get(name, "numpy")
    return "" if importlib.util.find_spec(module) else f"{module} is not installed"


# ---- what was found


def _bandwidth() -> float:
    """GB/s of reading memory with one core: numpy's sum over 512 MB."""
    large = np.ones(1 << 26)
    best = min(_timed(large.sum) for _ in range(5))
    return large.nbytes / best / 1e9


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def _machine() -> str:
    def loop() -> None:
        total = 1
        for number in range(10**7):
            total = (total * 3 + number) & 0xFFFF

    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [row for row in info.read_text().splitlines() if row.startswith("model name")]
        model = names[0].split(":")[1].strip() if names else model
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES if _version(name))
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (
        f"{model}, {os.cpu_count()} cores; Python {platform.python_version()}; {versions}; "
        f"load {load:.1f}; a loop of 10^7 steps {_timed(loop):.2f} s"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _line(made: Mapping[str, float | str]) -> str:
    if "min" not in made:
        return str(made)
    mb = "" if made["mb"] is None else f", +{float(made['mb']):.0f} MB"
    return f"min {_short(made['min'])}, median {_short(made['median'])} ({made['runs']} runs){mb}"


def _short(seconds: object) -> str:
    value = float(str(seconds))
    if value < 0.0995:
        return f"{value * 1000:.1f} ms" if value < 0.00995 else f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 9.95 else f"{value:.0f} s"


def _table(
    found: Mapping[int, Mapping[str, Mapping[str, float | str]]],
    bandwidth: float,
    names: list[str],
) -> str:
    """Markdown: a row an engine; minimum (median) a size; memory and ratios at the largest size."""
    sizes = sorted(found)
    lines = [
        "",
        f"Memory is read at {bandwidth:.1f} GB/s by one core (the same run); T1 reads "
        f"{t1.BYTES} bytes an interview.",
        "",
        "| engine | gives | "
        + " | ".join(_power(n) for n in sizes)
        + " | MB | times Atbalss | times one reading |",
        "| --- " * (len(sizes) + 5) + "|",
    ]
    for name in names:
        row = [ENGINES[name].words, ENGINES[name].delivers]
        for n in sizes:
            made = found[n].get(name, {})
            if "min" in made:
                row.append(f"{_short(made['min'])} ({_short(made['median'])})")
            else:
                row.append(str(made.get("skipped") or f"WRONG: {made.get('wrong')}"))
        measured = [n for n in sizes if "min" in found[n].get(name, {})]
        row += _ratios(found, name, measured[-1], bandwidth) if measured else ["", "", ""]
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines)


def _power(n: int) -> str:
    """10^6, 2·10^3."""
    digits, power = f"{n:e}".split("e")
    first = "" if float(digits) == 1 else f"{float(digits):g}·"
    return f"{first}10^{int(power)}"


def _ratios(
    found: Mapping[int, Mapping[str, Mapping[str, float | str]]],
    name: str,
    n: int,
    bandwidth: float,
) -> list[str]:
    made, ours = found[n][name], found[n].get("atbalss", {})
    mb = "" if made["mb"] is None else f"{float(made['mb']):.0f}"
    times = f"{float(made['min']) / float(ours['min']):.2g}" if "min" in ours else ""
    reading = n * t1.BYTES / (bandwidth * 1e9)
    at = f" (at {_power(n)})"
    return [mb + at, times, f"{float(made['min']) / reading:.2g}"]


if __name__ == "__main__":
    raise SystemExit(main())
