"""Write docs/problems.md from the catalogue of faults. usage: docs.py [--check]"""

from __future__ import annotations

import sys
from pathlib import Path

from atbalss.problems.catalogue import ROOMS, all_faults

TARGET = Path(__file__).resolve().parent.parent / "docs" / "problems.md"
HEAD = """# Problems

Every fault that Atbalss can find, by its permanent code. Made by `python tools/docs.py` from the
catalogue in `src/atbalss/problems/`; the same texts are there in Latvian and Russian.
"""


def page() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    faults = all_faults()
    for room in sorted(ROOMS):
        rows = [code for code in sorted(faults) if code.startswith(f"{room}-")]
        if not rows:
            continue
        parts.append(
            f"## {room}\n\n| code | severity | what | what to do |\n| --- | --- | --- | --- |"
        )
        for code in rows:
            fault = faults[code]
            cells = [f"`{code}`", fault.severity, *(_cell(text) for text in fault.en)]
            parts[-1] += "\n| " + " | ".join(cells) + " |"
        parts[-1] += "\n"
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("{", "‹").replace("}", "›")


def main() -> int:
    """Write the page, or with --check say whether it is fresh."""
    text = page()
    if "--check" in sys.argv[1:]:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
