"""Finds a real Chromium for tests of pages; says loudly when there is none.

`open_page()` is a context manager over a Playwright page; `axe_violations(page)` runs axe-core with
the WCAG 2.2 AA, EN 301 549 and best-practice rules.
"""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice")


def chromium() -> str | None:
    """The path of a Chromium: from the variable CHROMIUM, else the first that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_page(
    width: int = 1280, height: int = 900, *, scripts: bool = True, policy: bool = False
) -> Iterator[Any]:
    """A fresh page in a headless Chromium; skips the test, with a warning, where there is none.

    `policy` holds the page to its own content security policy.
    """
    path = chromium()
    if path is None:
        text = "NO CHROMIUM FOUND: this test did NOT run. Install one or set CHROMIUM=/path/to/it."
        warnings.warn(text, stacklevel=2)
        pytest.skip(text)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=scripts,
                bypass_csp=not policy,  # axe is put into the page
            )
            context.set_default_timeout(90_000)  # a busy machine is no fault
            yield context.new_page()
        finally:
            browser.close()


def axe_violations(page: Any, tags: tuple[str, ...] = TAGS) -> list[str]:
    """What axe-core finds wrong in a page: a line for each rule and element.

    Contrast, nine tenths of axe's work on a long report, is reckoned for some elements of each
    kind: alike are those whose letters, grounds and opacities the browser computes alike, down
    from the root. Axe never fails the letters of an SVG: those are held in the model.
    """
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    violations = page.evaluate(_AXE, [list(tags), _OF_A_KIND])
    return [
        f"{item['id']} ({item['impact']}): {item['help']}: {node['target']} {node['html'][:160]}"
        for item in violations
        for node in item["nodes"]
    ]


_OF_A_KIND = 4
_AXE = """async ([tags, most]) => {
  const kinds = new Map(), some = [], grounds = new Map();
  const ground = (element) => {
    if (element === null) return "";
    if (!grounds.has(element)) {
      const css = getComputedStyle(element);
      const plain = css.backgroundColor === "rgba(0, 0, 0, 0)" && css.backgroundImage === "none"
        && css.opacity === "1" && css.filter === "none" && css.mixBlendMode === "normal"
        && ["static", "relative"].includes(css.position) && css.clipPath === "none";
      grounds.set(element, ground(element.parentElement) + (plain ? "" : "/" + [css.position,
        css.backgroundColor, css.backgroundImage, css.opacity, css.filter, css.mixBlendMode]));
    }
    return grounds.get(element);
  };
  const written = (element) => element.matches("input, select, textarea, button")
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || !written(element) || !element.checkVisibility()) continue;
    const css = getComputedStyle(element);
    const kind = [css.color, css.fontSize, css.fontWeight, css.textShadow, ground(element)].join();
    const seen = kinds.get(kind) || 0;
    kinds.set(kind, seen + 1);
    if (seen < most) some.push(element);
  }
  some.forEach((element) => element.setAttribute("data-one-of-a-kind", ""));
  axe.configure({rules: [{id: "color-contrast", selector: "[data-one-of-a-kind]"}]});
  const found = await axe.run(
    {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  some.forEach((element) => element.removeAttribute("data-one-of-a-kind"));
  return found.violations;
}"""
