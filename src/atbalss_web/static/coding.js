// The coding desk by keyboard. Without this script the same forms work, a page an answer.
"use strict";
(() => {
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const part = (name) => desk.querySelector(`[data-${name}]`);
  const form = part("decide");
  // In one column the codes stand before the buttons: for the eye, the finger and the Tab key alike.
  const grid = desk.querySelector(".coding-grid"), codesSide = desk.querySelector(".coding-right");
  const narrow = window.matchMedia("(max-width: 52rem)");
  const place = () => narrow.matches ? desk.querySelector(".main-keys").before(codesSide) : grid.append(codesSide);
  narrow.addEventListener("change", place);
  place();
  const say = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), desk.dataset[key] || "");
  const made = (tag, text = "", attributes = {}) => {
    const el = document.createElement(tag);
    el.textContent = text;
    for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
    return el;
  };
  const palette = form.querySelector("[data-palette]");
  const codes = [...palette.querySelectorAll("[data-code]")].map((label) => ({
    name: label.dataset.code,
    number: label.dataset.number,
    label: label.querySelector("[data-label]").textContent.trim(),
    words: label.textContent.toLowerCase(),
    alone: "alone" in label.dataset,
    el: label,
    input: label.querySelector("input"),
  }));
  const byName = new Map(codes.map((code) => [code.name, code]));
  const find = part("find");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const most = Math.max(...codes.map((code) => Number(code.number)), 0);
  const width = String(most).length;
  let item = null, segments = [], active = 0, past = [], buffer = [], digits = "", presses = 0, shown = 0, cutting = -1, waiting = false, moved = false;
  const saves = [];

  // ---- talking to the site

  const post = async (where, fields) => {
    const body = new URLSearchParams(fields);
    body.append("csrfmiddlewaretoken", token);
    const found = await fetch(where, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
    if (!found.ok && found.status !== 409 && found.status !== 422) throw new Error(String(found.status));
    return found.json();
  };
  const told = (text, bad = false) => {
    const el = part("status");
    el.textContent = text;
    el.classList.toggle("fault", bad);
  };
  // What this screen has already, told when a request leaves: nothing is handed to it twice.
  const mine = () => [["have", buffer.length], ["order", desk.dataset.order], ["frame", desk.dataset.frame], ...held().map((key) => ["held", key])];
  const held = () => [...(item ? [item.key] : []), ...buffer.map((one) => one.key), ...saves.slice(1).map((one) => one.key)].filter(Boolean);
  let busy = false;
  const work = async () => {
    if (busy) return;
    busy = true;
    while (saves.length) {
      const next = saves[0];
      try {
        const answer = await post(next.where, [...next.fields, ...mine()]);
        saves.shift();
        next.then(answer);
        count();
      } catch (fault) {
        told(say("offline"), true);
        await new Promise((go) => setTimeout(go, 3000));
      }
    }
    busy = false;
  };
  const count = () => { desk.dataset.pending = saves.length; };
  const send = (where, fields, then, key = "") => { saves.push({ where, fields, then, key }); count(); work(); };
  window.addEventListener("beforeunload", (event) => { if (saves.length) event.preventDefault(); });

  const refill = (answer) => {
    for (const next of answer.next || []) {
      if (!held().includes(next.key) && !saves.some((one) => one.key === next.key)) buffer.push(next);
    }
    if (answer.progress) progress(answer.progress);
    if (answer.reload) moved = true;
    if (moved && !saves.length) { told(say("moved")); location.reload(); return; }
    if (waiting && buffer.length) { waiting = false; show(buffer.shift()); } else if (waiting && !saves.length) location.assign(desk.dataset.over);
  };
  const progress = (now) => {
    part("progress").textContent = now.words;
    const bar = part("bar");
    bar.max = now.of; bar.value = now.done;
  };
  const conflict = (answer, sent) => {
    const box = part("conflicts");
    const one = made("div", "", { class: "summary", role: "alert" });
    one.append(made("p", answer.words));
    one.append(made("blockquote", answer.text));
    one.append(made("p", answer.theirs));
    const line = made("p", "", { class: "buttons" });
    const keep = made("button", say("keepTheirs"), { type: "button" });
    const mine = made("button", say("putMine"), { type: "button" });
    keep.addEventListener("click", () => { one.remove(); part("words").focus(); });
    mine.addEventListener("click", () => {
      one.remove();
      part("words").focus();
      send(sent.where, [...sent.fields.filter(([name]) => !["step", "mark"].includes(name)), ["step", answer.step], ["mark", answer.mark]], (again) => done(again, sent), sent.key);
    });
    line.append(keep, mine);
    one.append(line);
    box.append(one);
  };
  const done = (answer, sent) => {
    if (answer.conflict) conflict(answer.conflict, sent);
    else if (answer.fault) told(answer.fault, true);
    else told(answer.told || "");
    refill(answer);
  };

  // ---- one answer on the screen

  const show = (next, keep = null) => {
    item = next;
    past = []; digits = ""; presses = 0; cutting = -1; active = 0;
    shown = performance.now();
    const cuts = [0, ...(next.cuts || []).map((at) => [...next.text].slice(0, at).join("").length), next.text.length];
    segments = cuts.slice(1).map((end, index) => ({ start: cuts[index], end, codes: [...((next.chosen || [])[index] || [])] }));
    if (keep) segments = keep;
    history.replaceState(null, "", next.where);
    part("kind").textContent = next.kind_words || "";
    part("kind").hidden = !next.kind_words;
    part("remarks").replaceChildren(...(next.remarks || []).map((line) => made("p", line)));
    part("remarks").hidden = !(next.remarks || []).length;
    const context = part("context");
    context.replaceChildren(...next.context.map(([label, value]) => { const row = made("div"); row.append(made("dt", label), made("dd", value)); return row; }));
    context.hidden = !next.context.length;
    part("unsure").checked = Boolean(next.is_unsure);
    part("quote").checked = false;
    part("example").checked = false;
    alike();
    find.value = "";
    draw();
    part("words").focus({ preventScroll: true });
  };
  const alike = () => {
    const box = part("alike");
    const list = part("alike-list");
    box.hidden = !item.alike.length;
    part("alike-title").textContent = say("alikeTitle", { n: item.alike.length });
    list.replaceChildren(...item.alike.map((other) => {
      const label = made("label", "", { class: "option small" });
      const tick = made("input", "", { type: "checkbox", value: `${other.key}:${other.step}` });
      tick.checked = other.near;
      label.append(tick, made("span", other.text, { lang: other.lang }));
      return label;
    }));
  };
  const chosen = () => segments.flatMap((seg) => seg.codes);
  const proposal = () => (item.suggested || []).filter((one, index) => byName.has(one.code) && (one.share >= 0.5 || (index === 0 && one.share >= 0.3))).map((one) => one.code);
  const offered = () => (chosen().length ? [] : alone(proposal()));
  const alone = (names) => { const single = names.find((name) => byName.get(name).alone); return single === undefined ? names : names[0] === single ? [single] : names.filter((name) => !byName.get(name).alone); };

  const draw = () => {
    const box = part("words");
    box.lang = item.lang;
    if (cutting >= 0) return drawCutting(box);
    box.replaceChildren(...segments.map((seg, index) => {
      const p = made("p", item.text.slice(seg.start, seg.end).trim());
      if (segments.length > 1) {
        p.className = "segment";
        p.dataset.index = index;
        if (index === active) p.setAttribute("aria-current", "true");
        const own = made("span", seg.codes.map((name) => byName.get(name)?.label || name).join(" · ") || say("noCodes"), { class: "own", lang: document.documentElement.lang });
        p.append(own);
      }
      return p;
    }));
    const mine = new Set(segments[active].codes);
    const all = new Set(chosen());
    const offer = new Set(offered());
    const wanted = find.value.trim().toLowerCase();
    let first = true, n = 0;
    for (const code of codes) {
      code.input.checked = mine.has(code.name);
      code.el.classList.toggle("elsewhere", !mine.has(code.name) && all.has(code.name));
      code.el.classList.toggle("offered", offer.has(code.name));
      const fits = !wanted || wanted.split(/\s+/).every((word) => code.words.includes(word));
      code.el.hidden = !fits;
      code.el.classList.toggle("first", Boolean(wanted) && fits && first);
      if (fits) { first = false; n += 1; }
    }
    for (const group of palette.querySelectorAll("[data-net]")) group.hidden = ![...group.querySelectorAll("[data-code]")].some((el) => !el.hidden);
    part("found").textContent = wanted ? say("nFound", { n }) : "";
    const chips = part("chosen");
    const names = segments[active].codes.length ? segments[active].codes : [...offer];
    chips.replaceChildren(...names.map((name) => made("li", byName.get(name)?.label || name, offer.has(name) ? { class: "offered" } : {})));
    part("chosen-title").textContent = offer.size ? say("enterTakes") : say("chosenTitle");
    part("chosen-box").hidden = !names.length;
    const list = part("suggested");
    list.replaceChildren(...(item.suggested || []).filter((one) => byName.has(one.code)).map((one) => {
      const li = made("li");
      const button = made("button", `${byName.get(one.code).label} `, { type: "button", class: "suggestion", "aria-pressed": String(mine.has(one.code)) });
      button.append(made("span", one.words, { class: "share" }));
      button.addEventListener("click", () => { toggle(one.code); part("words").focus(); });
      li.append(button);
      return li;
    }));
    part("suggested-box").hidden = !list.children.length;
    return undefined;
  };

  // ---- choosing

  const remember = () => past.push(JSON.stringify({ segments, active }));
  const toggle = (name) => {
    const code = byName.get(name);
    if (!code) return;
    remember();
    const seg = segments[active];
    if (seg.codes.includes(name)) seg.codes = seg.codes.filter((one) => one !== name);
    else {
      for (const other of segments) other.codes = code.alone ? [] : other.codes.filter((one) => !byName.get(one)?.alone);
      seg.codes.push(name);
    }
    digits = "";
    told("");
    draw();
  };
  // Digits wait only while a longer number may follow; what cannot be part of it begins another,
  // and every other key takes the number as it stands. "01" is 1 at once.
  const numbered = (text) => codes.find((one) => one.number === String(Number(text)));
  const number = (typed) => {
    const before = digits;
    digits += typed;
    const value = Number(digits);
    if (value > most || (!value && digits.length >= width)) {
      digits = "";
      const whole = before && numbered(before);
      if (whole) { toggle(whole.name); number(typed); } else told(say("noSuch"), true);
      return;
    }
    const code = numbered(digits);
    if (code && (digits.length >= width || value * 10 > most)) toggle(code.name);
    else told(code ? say("numberSoFar", { number: digits, label: code.label }) : digits);
  };
  const settle = () => {
    const code = digits && numbered(digits);
    digits = "";
    if (code) toggle(code.name);
  };
  const back = () => {
    if (past.length) {
      ({ segments, active } = JSON.parse(past.pop()));
      told(say("undone"));
      draw();
      return;
    }
    send(desk.dataset.undo, [], (answer) => {
      if (!answer.item) { told(answer.told || ""); return; }
      if (item) buffer.unshift(item);
      buffer = buffer.filter((held) => held.key !== answer.item.key);
      waiting = false;
      if (answer.progress) progress(answer.progress);
      show(answer.item);
      told(answer.told || "");
    });
  };
  const nextSuggestion = () => {
    const one = (item.suggested || []).find((each) => byName.has(each.code) && !chosen().includes(each.code));
    if (one) toggle(one.code);
  };

  // ---- saving and going on

  const leave = () => {
    if (buffer.length) show(buffer.shift());
    else { waiting = true; item = null; told(say("loading")); }
  };
  const save = (group) => {
    if (!chosen().length) {
      const names = offered();
      if (!names.length) { told(say("chooseCode"), true); return; }
      segments[active].codes = names;
    }
    const fields = [["step", item.step], ["cuts", segments.slice(1).map((seg) => [...item.text.slice(0, seg.start)].length).join(",")], ["mark", item.mark], ["keys", presses], ["seconds", ((performance.now() - shown) / 1000).toFixed(1)]];
    segments.forEach((seg, index) => seg.codes.forEach((name) => fields.push([`codes${index}`, name])));
    for (const name of ["unsure", "quote", "example"]) if (part(name).checked) fields.push([name, "1"]);
    if (group) {
      const ticked = [...part("alike-list").querySelectorAll("input:checked")].map((tick) => tick.value);
      if (!ticked.length) { told(say("tickAlike"), true); return; }
      fields.push(["group", "1"]);
      ticked.forEach((value) => fields.push(["also", value]));
      buffer = buffer.filter((held) => !ticked.some((value) => value.startsWith(`${held.key}:`)));
    }
    const sent = { where: item.where, fields, key: item.key };
    leave();
    send(sent.where, fields, (answer) => done(answer, sent), sent.key);
  };
  const skip = () => {
    const fields = [["skip", "1"]];
    const { where, key } = item;
    leave();
    send(where, fields, (answer) => done(answer, { where, fields, key }), key);
  };

  // A question sets the answer aside; a note on the frame leaves it on the screen.
  let remark = "ask";
  const write = (kind) => {
    remark = kind;
    part("remark-box").open = true;
    part("remark").focus();
    told(say(kind === "ask" ? "remarkAsking" : "remarkNoting"));
  };
  const closeRemark = () => { part("remark").value = ""; part("remark-box").open = false; part("words").focus(); };
  const sendRemark = (kind) => {
    const text = part("remark").value.trim();
    if (!text) { told(say("remarkBlank"), true); part("remark").focus(); return; }
    const fields = [[kind, "1"], ["remark", text]];
    const { where, key } = item;
    closeRemark();
    if (kind === "ask") { leave(); send(where, fields, (answer) => done(answer, { where, fields, key }), key); }
    else send(where, fields, (answer) => { if (answer.fault) told(answer.fault, true); else told(answer.told || ""); });
  };

  // ---- cutting into segments

  const stops = () => {
    const found = [];
    const pattern = /\S+/g;
    for (let hit = pattern.exec(item.text); hit; hit = pattern.exec(item.text)) if (hit.index) found.push(hit.index);
    return found;
  };
  const cut = (at) => {
    if (at <= 0 || at >= item.text.length || segments.some((seg) => seg.start === at)) return;
    const index = segments.findIndex((seg) => seg.start < at && at < seg.end);
    if (index < 0 || segments.length > 11) return;
    remember();
    const old = segments[index];
    segments.splice(index, 1, { start: old.start, end: at, codes: [...old.codes] }, { start: at, end: old.end, codes: [] });
    active = index + 1;
  };
  const drawCutting = (box) => {
    const places = stops();
    const at = places[cutting];
    const p = made("p", item.text.slice(0, at));
    p.append(made("span", "‖", { class: "caret" }), item.text.slice(at));
    box.replaceChildren(p);
    told(say("cutHere"));
  };
  const split = () => {
    const picked = window.getSelection();
    const box = part("words");
    if (picked && !picked.isCollapsed && segments.length === 1 && box.contains(picked.anchorNode) && box.contains(picked.focusNode)) {
      const range = picked.getRangeAt(0);
      const lead = item.text.length - item.text.trimStart().length;
      const start = range.startOffset + lead, end = range.endOffset + lead;
      picked.removeAllRanges();
      cut(end);
      cut(start);
      active = segments.findIndex((seg) => seg.start === start);
      if (active < 0) active = 0;
      draw();
      return;
    }
    if (!stops().length) return;
    const places = stops();
    const middle = places.findIndex((at) => at > segments[active].start);
    cutting = Math.max(middle, 0);
    draw();
  };
  const cutKeys = (event) => {
    const places = stops();
    if (event.key === "ArrowRight") cutting = Math.min(cutting + 1, places.length - 1);
    else if (event.key === "ArrowLeft") cutting = Math.max(cutting - 1, 0);
    else if (event.key === "Enter" || event.key === " ") { const at = places[cutting]; cutting = -1; cut(at); told(""); }
    else if (event.key === "Escape") { cutting = -1; told(""); }
    else return;
    event.preventDefault();
    draw();
  };

  // ---- keys

  const commands = {
    Enter: () => save(false),
    a: () => save(true),
    ".": nextSuggestion,
    u: back,
    s: split,
    n: skip,
    d: () => { part("unsure").checked = !part("unsure").checked; told(say(part("unsure").checked ? "unsureOn" : "unsureOff")); },
    c: () => { part("quote").checked = !part("quote").checked; told(say(part("quote").checked ? "quoteOn" : "quoteOff")); },
    p: () => { part("example").checked = !part("example").checked; told(say(part("example").checked ? "exampleOn" : "exampleOff")); },
    g: () => { const tick = part("alike-list").querySelector("input"); if (tick) tick.focus(); },
    k: () => { const button = part("conflicts").querySelector("button"); if (button) button.focus(); },
    q: () => write("ask"),
    f: () => write("note"),
    "/": () => find.focus(),
    "?": () => { const help = part("help"); help.open = !help.open; if (help.open) help.querySelector("summary").focus(); },
    ArrowDown: () => { active = Math.min(active + 1, segments.length - 1); draw(); },
    ArrowUp: () => { active = Math.max(active - 1, 0); draw(); },
    Backspace: () => { const list = segments[active].codes; if (list.length) toggle(list[list.length - 1]); },
    Escape: () => { digits = ""; told(""); },
  };
  desk.addEventListener("keydown", (event) => {
    if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) presses += 1;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") { event.preventDefault(); back(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const el = event.target;
    if (el === find) {
      if (event.key === "Escape") { find.value = ""; draw(); part("words").focus(); event.preventDefault(); }
      else if (event.key === "Enter") {
        event.preventDefault();
        const first = codes.find((code) => !code.el.hidden);
        find.value = "";
        if (first && item) toggle(first.name);
        part("words").focus();
      }
      return;
    }
    if (el === part("remark")) {
      if (event.key === "Escape") { event.preventDefault(); closeRemark(); told(""); }
      else if (event.key === "Enter") { event.preventDefault(); if (item) sendRemark(remark); }
      return;
    }
    if (!item) { if (event.key.toLowerCase() === "u") { event.preventDefault(); back(); } return; }
    const onButton = ["BUTTON", "SUMMARY", "A"].includes(el.tagName);
    if (onButton && ["Enter", " "].includes(event.key)) return;
    if (el.tagName === "TEXTAREA" || (el.tagName === "INPUT" && el.type === "text")) return;
    if (cutting >= 0) { cutKeys(event); return; }
    if (/^[0-9]$/.test(event.key)) { event.preventDefault(); number(event.key); return; }
    if (digits && ["Escape", "Backspace", "u", "U"].includes(event.key)) { event.preventDefault(); digits = ""; told(say("undone")); return; }
    if (digits && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) {
      settle();
      if (event.key === " ") { event.preventDefault(); return; }
    }
    const command = commands[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (command && !(event.repeat && event.key === "Enter")) { event.preventDefault(); command(); }
  });
  find.addEventListener("input", draw);
  for (const code of codes) code.input.addEventListener("change", () => { if (item) toggle(code.name); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = event.submitter?.name;
    if (!item) return;
    settle();
    if (name === "ask" || name === "note") sendRemark(name); else save(name === "group");
  });
  for (const [name, command] of [["skip", skip], ["undo-button", back], ["split", split]]) {
    const button = part(name);
    if (button) button.addEventListener("click", (event) => { event.preventDefault(); command(); part("words").focus(); });
  }
  part("words").addEventListener("click", (event) => {
    const p = event.target.closest(".segment");
    if (p) { active = Number(p.dataset.index); draw(); }
  });
  for (const el of desk.querySelectorAll("[data-plain]")) el.remove();
  for (const el of desk.querySelectorAll("[data-scripted]")) el.hidden = false;
  const begin = async () => {
    for (;;) {
      try {
        const found = await fetch(desk.dataset.item, { headers: { Accept: "application/json" } });
        if (found.status < 500) return found.json();
      } catch { /* the site is away: tried again */ }
      told(say("offline"), true);
      await new Promise((go) => setTimeout(go, 3000));
    }
  };
  begin().then((found) => {
    told("");
    show(found.item);
    send(desk.dataset.next, [], refill);
    desk.dataset.ready = "yes";
  });
})();
