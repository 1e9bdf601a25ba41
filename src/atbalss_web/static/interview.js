// The keys of an interview page, and the next page without loading everything anew.
// Without this script the page works all the same: it is a form that is posted.
// Digits choose, Enter goes on, B back, G hard to say, R refused, Esc leaves a text field.
"use strict";
(() => {
  const PAUSES = [0, 500, 1500, 4000, 8000];  // ms before each try; the last one again and again
  let form, questions, began, sent = false, unsent = false, typed = "", last = 0;
  const typing = (el) => el && (el.tagName === "TEXTAREA" || (el.tagName === "INPUT" && !["radio", "checkbox"].includes(el.type)));
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
  const send = () => { if (!sent) form.requestSubmit(form.querySelector("[data-next]")); };

  const setUp = (isNew) => {
    form = document.querySelector("[data-interview]");
    began = performance.now();
    sent = false;
    typed = "";
    if (!form) { if (isNew) document.querySelector("main").focus(); return; }
    questions = [...form.querySelectorAll("[data-question]")];
    const start = form.querySelector(".summary:not(.ask)") || form.querySelector(".doubt input") || form.querySelector(".question input:not([type=hidden]):checked, .question input:not([type=hidden]), .question textarea");
    if (start) start.focus(); else if (isNew) document.querySelector("main").focus();
    if (isNew) document.dispatchEvent(new CustomEvent("atbalss:page"));
  };
  const put = (html, address) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const main = page.querySelector("main");
    if (!main) { location.assign(address); return; }
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    for (const part of ["header.top", "main"]) {
      const [old, made] = [document.querySelector(part), page.querySelector(part)];
      if (old && made) old.replaceWith(made);
    }
    history.replaceState(null, "", address);
    scrollTo(0, 0);
    setUp(true);
  };
  const say = (shown) => {
    unsent = shown;
    const words = form.querySelector("[data-unsent]");
    if (words) words.hidden = !shown;
  };
  // An answer may be sent twice without harm, so a post of which nothing came back is sent again,
  // with what stands on the page by then, until it is taken.
  const post = async (fields) => {
    const address = location.pathname;
    for (let n = 0; ; n += 1) {
      await new Promise((done) => setTimeout(done, PAUSES[Math.min(n, PAUSES.length - 1)]));
      try {
        const answer = await fetch(address, { method: "POST", body: fields(), headers: { "X-Atbalss": "page" }, credentials: "same-origin" });
        if (answer.status >= 500) { say(true); continue; }
        const page = answer.redirected && new URL(answer.url).pathname !== address ? null : await answer.text();
        unsent = false;
        if (page === null) location.assign(answer.url); else put(page, address);
        return;
      } catch (error) { say(true); }
    }
  };
  addEventListener("beforeunload", (event) => { if (unsent) event.preventDefault(); });
  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    if (sent) { event.preventDefault(); return; }
    sent = true;
    form.elements.seconds.value = ((performance.now() - began) / 1000).toFixed(1);
    if (form.dataset.swap === undefined) return;
    event.preventDefault();
    const button = event.submitter;
    post(() => {
      const fields = new URLSearchParams(new FormData(form));
      if (button && button.name) fields.append(button.name, button.value);
      return fields;
    });
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    const q = form && input.closest("[data-question]");
    if (!q || input.type !== "checkbox" || !input.checked) return;
    for (const other of q.querySelectorAll("input[type=checkbox]")) {
      if (other !== input && (input.dataset.alone !== undefined || input.dataset.missing || other.dataset.alone !== undefined || other.dataset.missing)) other.checked = false;
    }
    const text = q.querySelector("textarea,input:not([type=checkbox]):not([type=radio]):not([type=hidden])");
    if (text && input.dataset.missing && text.name.startsWith("q.")) text.value = "";
  });
  document.addEventListener("input", (event) => {
    if (!form || !typing(event.target) || !event.target.value) return;
    const q = event.target.closest("[data-question]");
    if (q) for (const other of q.querySelectorAll("input[data-missing]")) other.checked = false;
  });
  document.addEventListener("keydown", (event) => {
    if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
    const el = document.activeElement;
    if (event.key === "Escape" && typing(el)) { el.blur(); return; }
    if (typing(el)) {
      if (event.key === "Enter" && el.tagName === "INPUT" && form.contains(el)) { event.preventDefault(); send(); }
      return;
    }
    const q = current();
    if (/^[0-9]$/.test(event.key) && q) {
      const options = choices(q);
      const now = performance.now();
      typed = now - last < 700 && options.length > 10 ? typed + event.key : event.key;
      last = now;
      const named = (keys) => options.find((i) => i.dataset.digits === keys);
      const input = named(typed) || named(typed = event.key) || (typed === "0" ? named("10") : undefined);
      if (input) { event.preventDefault(); pick(input); if (input.type === "radio" && options.length <= 10) onwards(q); }
      return;
    }
    const key = event.key.toLowerCase();
    const why = { g: "dont_know", r: "refused" }[key];
    if (why && q) {
      const input = q.querySelector(`input[data-missing="${why}"]`);
      if (input) { event.preventDefault(); if (!input.checked) pick(input); onwards(q); }
    } else if (/^[pti]$/.test(key) && document.querySelector(`[data-key="${key}"]`)) {
      const target = document.querySelector(`[data-key="${key}"]`);
      event.preventDefault();
      const box = target.closest("details");
      if (box) { box.open = true; target.focus(); } else if (!event.repeat) target.click();
    } else if (key === "b") {
      const back = form.querySelector("[data-back]");
      if (back) back.click();
    } else if (event.key === "Enter" && !(el && (el.tagName === "A" || el.tagName === "BUTTON" || el.tagName === "SUMMARY"))) {
      event.preventDefault();
      if (form.querySelector("[data-next]")) send();
    }
  });
  addEventListener("pageshow", () => { sent = false; });
  setUp(false);
})();
