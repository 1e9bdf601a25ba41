// Codes of a frame moved by keys. Without this script each step is a page.
"use strict";
(() => {
  const form = document.querySelector("[data-arrange]");
  if (!form) return;
  const list = form.querySelector("[data-list]");
  const status = form.querySelector("[data-status]");
  const isNet = (li) => li.classList.contains("net-line");
  const rows = () => [...list.children];
  const codes = () => rows().filter((li) => !isNet(li));
  const depthOf = (li) => Number([...li.classList].find((name) => name.startsWith("depth-")).slice(6));
  const label = (li) => li.querySelector("[data-label]").textContent.trim();
  const past = [];

  const redraw = () => {
    let depth = 0;
    for (const li of rows()) {
      if (isNet(li)) depth = li.dataset.item === "net:" ? 0 : depthOf(li) + 1;
      else li.className = `code-line depth-${Math.min(depth, 4)}`;
    }
  };
  const tell = (li) => {
    let net = "", n = 0, of = 0, found = false;
    for (const row of rows()) {
      if (isNet(row)) { if (found) break; net = label(row); of = 0; } else { of += 1; if (row === li) { found = true; n = of; } }
    }
    const words = { label: label(li), net, n, of };
    status.textContent = Object.entries(words).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), form.dataset.moved);
  };
  const move = (li, step) => {
    const all = rows();
    const to = all.indexOf(li) + step;
    if (to < (isNet(all[0]) ? 1 : 0) || to >= all.length) return;
    past.push(all);
    if (step < 0) list.insertBefore(li, all[to]); else list.insertBefore(all[to], li);
    redraw();
    tell(li);
  };
  const back = () => {
    const before = past.pop();
    if (!before) return;
    const focus = document.activeElement;
    list.append(...before);
    redraw();
    focus.focus();
    status.textContent = form.dataset.back;
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    move(button.closest("li"), "up" in button.dataset ? -1 : 1);
    button.focus();
  });
  list.addEventListener("keydown", (event) => {
    const button = event.target.closest("button");
    const undo = event.key.toLowerCase() === "u" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z");
    if (undo) { event.preventDefault(); back(); return; }
    if (!button || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === "ArrowUp" ? -1 : 1;
    const li = button.closest("li");
    if (event.shiftKey || event.altKey) {
      move(li, step);
      button.focus();
      return;
    }
    const all = codes();
    const next = all[all.indexOf(li) + step];
    if (next) next.querySelector("up" in button.dataset ? "[data-up]" : "[data-down]").focus();
  });
  for (const el of form.querySelectorAll("[data-scripted]")) el.hidden = false;
  form.dataset.ready = "yes";
})();
