// Keys of the call room. Without this script the pages work all the same.
"use strict";
(() => {
  const typing = (el) => el && (["TEXTAREA", "SELECT"].includes(el.tagName) || (el.tagName === "INPUT" && !["radio", "checkbox"].includes(el.type)));
  const outcome = document.querySelector("[data-outcome]");
  const to = new URLSearchParams(location.search).get("to");
  const focusOutcome = () => {
    const input = outcome && (outcome.querySelector("input:checked") || outcome.querySelector("input[type=radio]"));
    if (input) input.focus();
  };
  let typed = "";
  let last = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const el = document.activeElement;
    if (event.key === "Escape" && typing(el)) { el.blur(); return; }
    if (typing(el)) return;
    const key = event.key.toLowerCase();
    if (key === "n") {
      const primary = document.querySelector("[data-primary]");
      if (primary && !event.repeat) { event.preventDefault(); primary.click(); }
    } else if (key === "i" && outcome) {
      event.preventDefault();
      focusOutcome();
    } else if (/^[0-9]$/.test(key) && outcome && outcome.contains(el)) {
      const now = performance.now();
      typed = now - last < 900 ? typed + key : key;
      last = now;
      const input = outcome.querySelector(`input[data-number="${Number(typed)}"]`);
      if (input) { event.preventDefault(); input.checked = true; input.focus(); }
    } else {
      const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (target) { event.preventDefault(); target.focus(); }
    }
  });
  const begin = () => {  // after the browser has gone to the part of the page, which takes the focus away
    if (to === "outcome") { focusOutcome(); return; }
    const first = document.querySelector(to === "appointment" ? "[data-key=t]" : "[data-start]");
    if (first) first.focus();
  };
  addEventListener("load", () => setTimeout(begin, 0));
})();
