"""The house: import contracts, purity, no hosts or machine paths, faults in three languages."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "atbalss"
FILES = sorted(SOURCE.rglob("*.py"))


def test_import_contracts_hold():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_library_does_not_know_django():
    assert not [file for file in FILES if "django" in file.read_text(encoding="utf-8").lower()]


def _pure_files() -> list[Path]:
    return [file for file in FILES if "cli" not in file.relative_to(SOURCE).parts]


CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}


def _impure_calls(tree: ast.AST) -> list[str]:
    """Calls of a clock or of unseeded chance, and reads of the environment."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            if name in {"os.environ", "os.getenv"}:
                found.append(name)
        if not isinstance(node, ast.Call):
            continue
        target = node.func
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            owner, attribute = target.value.id, target.attr
            if owner in {"datetime", "date", "time"} and attribute in CLOCKS:
                found.append(f"{owner}.{attribute}()")
            if owner == "random" and attribute != "Random":
                found.append(f"random.{attribute}()")
            if owner == "random" and attribute == "Random" and not node.args:
                found.append("random.Random() without a seed")
            if attribute == "default_rng" and not node.args:
                found.append("default_rng() without a seed")
            if owner == "uuid" and attribute in {"uuid1", "uuid4"}:
                found.append(f"uuid.{attribute}()")
    return found


@pytest.mark.parametrize("file", _pure_files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_time_and_chance_come_in_as_arguments(file):
    assert _impure_calls(ast.parse(file.read_text(encoding="utf-8"))) == []


def test_the_purity_check_can_fail():
    guilty = "import os, random\nx = os.environ['A']\ny = random.random()\nz = datetime.now()"
    assert len(_impure_calls(ast.parse(guilty))) == 3


TRACKED = {".py", ".toml", ".md", ".yaml", ".yml", ".lock", ".typ", ".txt", ".csv", ".json", ""}


def _tracked_files() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / line for line in done.stdout.splitlines()]
    return [file for file in files if file.suffix in TRACKED and file.is_file()]


def test_no_registry_host_and_no_machine_path():
    hosts = re.compile(
        r"pypi\.org|pythonhosted|npmjs\.(org|com)|deb\.debian\.org|/work/(main|shared)|/root/|\.\./shared"
    )
    guilty = []
    for file in _tracked_files():
        if file == Path(__file__):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        guilty += [str(file.relative_to(ROOT))] if hosts.search(text) else []
    assert guilty == []


def test_every_fault_speaks_three_languages_with_the_same_fills():
    from atbalss.problems.catalogue import all_faults

    def fills(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for code, fault in all_faults().items():
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", code), code
        assert fault.severity in {"error", "warning", "note"}, code
        wanted = fills(fault.en[0]) | fills(fault.en[1])
        for pair in (fault.lv, fault.en, fault.ru):
            assert all(part.strip() for part in pair), code
            assert fills(pair[0]) | fills(pair[1]) == wanted, code


def test_every_fault_is_used_somewhere():
    from atbalss.problems.catalogue import all_faults

    text = "\n".join(
        file.read_text(encoding="utf-8")
        for file in [*FILES, *(ROOT / "src" / "atbalss_web").rglob("*.py")]
        if "problems" not in file.parts
    )

    def used(code: str) -> bool:
        """Whether the code stands there whole, or parted in two: `"head-{..}"` and `"rest"`."""
        words = code.split("-")
        parted = (("-".join(words[:at]), "-".join(words[at:])) for at in range(1, len(words)))
        told = any(
            f'"{head}-{{' in text and (at_end or f'"{rest}"' in text)
            for head, rest in parted
            for at_end in ("-" not in rest,)
        )
        return f'"{code}"' in text or told

    joined = ("-slip", "-long")  # kinds of a fault whose code is put together from two parts
    assert [code for code in all_faults() if not (used(code) or code.endswith(joined))] == []
