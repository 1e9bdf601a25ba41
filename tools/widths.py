"""Write the advance widths of the typeface's everyday characters: tests hold them to the faces.

usage: python tools/widths.py
"""

from __future__ import annotations

import json
from pathlib import Path

from atbalss.report import fonts

TARGET = Path(fonts.__file__).with_name("widths.json")


def main() -> None:
    """Write `widths.json` beside `fonts.py`: face -> units an em, and characters by width."""
    kept = {}
    for name in sorted({*fonts.FACES.values()}):
        found = fonts.read_advances(name)
        by_width: dict[int, list[str]] = {}
        for code in sorted(fonts.everyday()):
            if code in found.of:
                by_width.setdefault(found.of[code], []).append(chr(code))
        texts = {str(width): "".join(chars) for width, chars in sorted(by_width.items())}
        kept[name] = {"units": found.units, "blank": found.blank, "widths": texts}
    text = json.dumps(kept, ensure_ascii=True, indent=0, sort_keys=True)
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
