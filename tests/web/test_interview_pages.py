"""Interview pages in a real browser: keyboard alone, axe on each kind of page, 360 px, no script."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ..browser import axe_violations, open_page

ROOT = Path(__file__).resolve().parents[2]
