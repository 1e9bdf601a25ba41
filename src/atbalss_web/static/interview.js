// The keys of an interview page. Without this script the page works all the same.
// Digits choose, Enter goes on, B back, G hard to say, R refused, Esc leaves a text field.
"use strict";
(() => {
  const form = document.querySelector("[data-interview]");
  if (!form) return;
  const began = performance.now();
  const typing = (el) => el && (el.tagName === "TEXTAREA" || (el.tagName === "INPUT" && !["radio", "checkbox"].includes(el.type)));
  const questions = [...form.querySelectorAll("[data-question]")];
  const current = () => {
    const inside = document.activeElement && document.activeElement.closest("[data-question]");
    return inside || questions.find((q) => q.querySelector("input[type=radio],input[type=checkbox]") && !q.querySelector(":checked")) || questions[0];
  };
  const choices = (q) => [...q.querySelectorAll(".option input")].filter((i) => !i.dataset.missing);
  const pick = (input) => {
    if (input.type === "checkbox") input.checked = !input.checked; else input.checked = true;
    input.focus();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const onwards = (q) => {
    const following = questions[questions.indexOf(q) + 1];
    const first = following && following.querySelector("input:not([type=hidden]),textarea");
    if (first) { first.focus(); return; }
    const button = form.querySelector("[data-next]");
    if (button) button.focus();
  };
  form.addEventListener("change", (event) => {
    const input = event.target;
    const q = input.closest("[data-question]");
    if (!q) return;
    if (input.type === "checkbox" && input.checked) {
      for (const other of q.querySelectorAll("input[type=checkbox]")) {
        if (other !== input && (input.dataset.alone !== undefined || input.dataset.missing || other.dataset.alone !== undefined || other.dataset.missing)) other.checked = false;
      }
      const text = q.querySelector("textarea,input:not([type=checkbox]):not([type=radio]):not([type=hidden])");
      if (text && input.dataset.missing && text.name.startsWith("q.")) text.value = "";
    }
  });
  form.addEventListener("input", (event) => {
    if (!typing(event.target) || !event.target.value) return;
    const q = event.target.closest("[data-question]");
    if (q) for (const other of q.querySelectorAll("input[data-missing]")) other.checked = false;
  });
  let typed = "";
  let last = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const el = document.activeElement;
    if (event.key === "Escape" && typing(el)) { el.blur(); return; }
    if (typing(el)) {
      if (event.key === "Enter" && el.tagName === "INPUT") { event.preventDefault(); send(); }
      return;
    }
    const q = current();
    if (/^[0-9]$/.test(event.key) && q) {
      const options = choices(q);
      const now = performance.now();
      typed = now - last < 700 && options.length > 10 ? typed + event.key : event.key;
      last = now;
      const place = typed === "0" ? 10 : Number(typed);
      const input = options[place - 1];
      if (input) { event.preventDefault(); pick(input); if (input.type === "radio" && options.length <= 10) onwards(q); }
      return;
    }
    const key = event.key.toLowerCase();
    const why = { g: "dont_know", r: "refused" }[key];
    if (why && q) {
      const input = q.querySelector(`input[data-missing="${why}"]`);
      if (input) { event.preventDefault(); if (!input.checked) pick(input); onwards(q); }
    } else if (key === "b") {
      const back = form.querySelector("[data-back]");
      if (back) back.click();
    } else if (event.key === "Enter" && !(el && (el.tagName === "A" || el.tagName === "BUTTON" || el.tagName === "SUMMARY"))) {
      event.preventDefault();
      if (form.querySelector("[data-next]")) send();
    }
  });
  let sent = false;
  const send = () => { if (!sent) form.requestSubmit(form.querySelector("[data-next]")); };
  form.addEventListener("submit", (event) => {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    form.elements.seconds.value = ((performance.now() - began) / 1000).toFixed(1);
  });
  addEventListener("pageshow", () => { sent = false; });
  const summary = form.querySelector(".summary");
  const start = summary || form.querySelector(".question input:not([type=hidden]):checked, .question input:not([type=hidden]), .question textarea");
  if (start) start.focus();
})();
