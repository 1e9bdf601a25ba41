"""The typeface: what it can draw, how wide words are, how they wrap, its subsets for the web."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.report import fonts

LATVIAN = "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽaābcčdeēfgģhiījkķlļmnņoprsštuūvzž"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SIGNS = "0123456789–—„“”‘’«»…€№−×≥≤±→†*%\u00a0"


def test_all_letters_and_signs_are_in_every_face() -> None:
    for name in fonts.FACES.values():
        assert fonts.missing([LATVIAN, RUSSIAN, SIGNS], name) == ()


def test_missing_names_what_the_face_lacks() -> None:
    assert fonts.missing(["a😀b", "漢\n"]) == ("漢", "😀")


def test_drawable_leaves_nothing_that_is_missing() -> None:
    text = fonts.drawable("e\u0304 😀 5\u202f% a\u00adb ″")
    assert fonts.missing([text]) == ()
    assert text.startswith("ē ▯ 5\u00a0% ab")


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_drawable_always_can_be_drawn(text: str) -> None:
    assert fonts.missing([fonts.drawable(text)]) == ()


@settings(max_examples=20, deadline=None)
@given(st.text("aāžW. -", max_size=120), st.integers(20, 300))
def test_wrapping_loses_nothing_and_keeps_the_limit(text: str, limit: int) -> None:
    lines = fonts.wrap(text, limit, 13)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fonts.width(line, 13) <= limit or len(line) == 1 for line in lines)


def test_width_is_that_of_the_face() -> None:
    assert fonts.width("", 10) == 0
    assert fonts.width("mm", 20) == 2 * fonts.width("m", 20) == 4 * fonts.width("m", 10)
    assert fonts.width("Atbalss", 10, "FiraSans-SemiBold") > fonts.width("Atbalss", 10)


@pytest.mark.parametrize("name", sorted({*fonts.FACES.values()}))
def test_kept_widths_are_those_of_the_face(name: str) -> None:
    face, kept = fonts.read_advances(name), fonts._everyday_advances(name)
    assert kept is not None
    assert (kept.units, kept.blank) == (face.units, face.blank)
    assert kept.of == {code: face.of[code] for code in fonts.everyday() if code in face.of}


def test_web_faces_are_small_complete_and_kept(tmp_path: Path) -> None:
    faces = fonts.web_faces(tmp_path)
    assert set(faces) == set(fonts.FACES)
    assert len(list(tmp_path.iterdir())) == len(fonts.FACES)
    for data in faces.values():
        raw = base64.b64decode(data)
        assert raw[:4] == b"wOFF"
        assert len(raw) < 40_000
        glyphs = TTFont(io.BytesIO(raw)).getBestCmap()
        assert all(ord(char) in glyphs for char in LATVIAN + RUSSIAN + SIGNS)
