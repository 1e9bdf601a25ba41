"""A study folder on disk -> the pieces of a plan.

The names are loaded when they are first asked for: whether anything has changed at all is told from
`contents` alone, before a questionnaire or a table is known.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atbalss.folder.cache import NAME as CACHE
    from atbalss.folder.cache import cache_dir
    from atbalss.folder.contents import fingerprint
    from atbalss.folder.open import StudyFolder, open_study
    from atbalss.folder.parts import pieces
    from atbalss.folder.theme_file import house_style
    from atbalss.folder.workbooks import read_text, read_workbook, write_workbook

__all__ = [
    "CACHE",
    "StudyFolder",
    "cache_dir",
    "fingerprint",
    "house_style",
    "open_study",
    "pieces",
    "read_text",
    "read_workbook",
    "write_workbook",
]
_PLACES = {
    "CACHE": ("cache", "NAME"),
    "StudyFolder": ("open", "StudyFolder"),
    "cache_dir": ("cache", "cache_dir"),
    "fingerprint": ("contents", "fingerprint"),
    "house_style": ("theme_file", "house_style"),
    "open_study": ("open", "open_study"),
    "pieces": ("parts", "pieces"),
    "read_text": ("workbooks", "read_text"),
    "read_workbook": ("workbooks", "read_workbook"),
    "write_workbook": ("workbooks", "write_workbook"),
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    module, own = _PLACES[name]
    return getattr(import_module(f"atbalss.folder.{module}"), own)
