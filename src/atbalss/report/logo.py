"""The logo of a house style: a picture with its alternative texts."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.study.texts import Text


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: as PNG for Office, as its own file (PNG or SVG) for PDF and HTML; size in pt."""

    alt: Text
    png: bytes
    svg: str = ""
    width: float = 120.0
    height: float = 40.0

    def __post_init__(self) -> None:
        if not self.png.startswith(b"\x89PNG\r\n\x1a\n"):
            raise ValueError("a logo is a PNG")
