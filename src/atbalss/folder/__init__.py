"""A study folder on disk -> the pieces of a plan."""

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
