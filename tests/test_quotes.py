"""Quotations of a study folder: in the language that they name, else in the study's first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from atbalss.folder.parts import _quotes


@dataclass
class Folder:
    """What quotations need of an open folder."""

    path: Path
    study: Any
    live: Any = None

    def wave_file(self, wave: str, name: str) -> Path:
        return self.path / name


def test_quotations_know_their_language(tmp_path: Path) -> None:
    rows = "question,wave,text,invented,lang\nwhy,2024,Tā.,no,\nwhy,2024,Так.,no,ru\n"
    (tmp_path / "quotes.csv").write_text(rows, encoding="utf-8")
    folder = Folder(tmp_path, SimpleNamespace(wave="2024", langs=("lv", "ru")))
    quotes, found = _quotes(folder)  # type: ignore[arg-type]
    assert found == []
    assert [(item.text, item.lang) for item in quotes["why"]] == [("Tā.", "lv"), ("Так.", "ru")]
