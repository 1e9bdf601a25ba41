"""The tools that set a developer up: they say in one sentence what is missing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent.parent / "tools"


def load(name: str):
    spec = importlib.util.spec_from_file_location(f"tools_{name}", TOOLS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_python_without_venv_is_told_which_package_to_install(monkeypatch, capsys, tmp_path):
    setup = load("setup")
    found = importlib.util.find_spec
    lacking = {"ensurepip"}
    monkeypatch.setattr(
        setup.importlib.util, "find_spec", lambda name: None if name in lacking else found(name)
    )
    monkeypatch.setattr(setup, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(sys, "argv", ["setup.py"])
    assert setup.main() == 1
    words = capsys.readouterr().err.strip()
    assert words.count("\n") == 0
    assert f"python{sys.version_info[0]}.{sys.version_info[1]}-venv" in words


def test_an_old_python_is_refused_in_words(monkeypatch, capsys):
    setup = load("setup")
    monkeypatch.setattr(setup.sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(sys, "argv", ["setup.py"])
    assert setup.main() == 1
    assert "3.11" in capsys.readouterr().err
