// One page a question: choose another question or view without losing the place.
"use strict";
(function () {
  const drawn = new Map(); // the promise of each chart that was begun
  const later = window.requestIdleCallback || function (work) { setTimeout(work, 50); };
  let shown = window.location.pathname;
  let show = function () {};

  const draw = function (holder) {
    if (!holder || !window.vegaEmbed) return Promise.resolve();
    if (drawn.has(holder)) return drawn.get(holder);
    const end = window.matchMedia("(max-width: 640px)").matches ? "-small" : "";
    const spec = JSON.parse(document.getElementById(holder.dataset.spec + end).textContent);
    const words = holder.dataset.name;
    const begun = window.vegaEmbed(holder, spec, {actions: false, ast: true, defaultStyle: false, renderer: "svg"})
      .then(function () { holder.setAttribute("role", "img"); holder.setAttribute("aria-label", words); })
      .catch(function () { drawn.delete(holder); });
    drawn.set(holder, begun);
    return begun;
  };
  // While the reader reads, the charts of other views are drawn, so that any choice shows at once.
  const ahead = function () {
    const holder = Array.from(document.querySelectorAll(".chart[data-spec]"))
      .find(function (item) { return !drawn.has(item) && item.dataset.tried !== "yes"; });
    if (!holder) return;
    holder.dataset.tried = "yes";
    draw(holder).then(function () { later(ahead); });
  };
  // How long a choice took, for whoever measures: from the event to the picture on the screen.
  const measured = function (event, done) {
    done.then(function () {
      requestAnimationFrame(function () {
        setTimeout(function () { performance.measure("choice", {start: event.timeStamp}); }, 0);
      });
    });
  };
  // The page of another question, put in place of this one: what is loaded stays loaded.
  const go = function (address, isBack) {
    const failed = function () { if (isBack) window.location.reload(); else window.location.href = address; };
    if (window.location.protocol === "file:") { failed(); return Promise.resolve(); }
    return fetch(address)
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (text) {
        const next = new DOMParser().parseFromString(text, "text/html");
        ["header", "main"].forEach(function (part) {
          document.querySelector(part).replaceWith(document.adoptNode(next.querySelector(part)));
        });
        document.title = next.title;
        if (!isBack) history.pushState(null, "", address);
        shown = window.location.pathname;
        drawn.clear();
        const first = begin();
        if (!isBack) document.querySelector("select[name=question]").focus({preventScroll: true});
        return first;
      })
      .catch(failed);
  };
  const search = function (bar) {
    const field = bar.querySelector("input[type=search]");
    if (!field) return;
    const items = Array.from(document.querySelectorAll("ul.list li"));
    field.addEventListener("input", function () {
      const wanted = field.value.toLocaleLowerCase();
      items.forEach(function (item) { item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted); });
    });
  };
  const begin = function () {
    const bar = document.querySelector("form.choose");
    if (!bar) return Promise.resolve();
    const views = Array.from(document.querySelectorAll("section[data-view]"));
    const pick = bar.querySelector("select[name=view]");
    const question = bar.querySelector("select[name=question]");
    search(bar);
    bar.hidden = false;
    bar.addEventListener("submit", function (event) { event.preventDefault(); });
    if (!views.length) return Promise.resolve();
    show = function () {
      const key = window.location.hash.slice(1);
      const chosen = views.find(function (view) { return view.dataset.view === key; }) || views[0];
      views.forEach(function (view) { view.hidden = view !== chosen; });
      pick.value = chosen.dataset.view;
      window.scrollTo(0, 0); // the chooser says which view it is
      return draw(chosen.querySelector(".chart[data-spec]"));
    };
    pick.addEventListener("change", function (event) {
      history.pushState(null, "", "#" + pick.value);
      measured(event, show());
    });
    question.addEventListener("change", function (event) {
      measured(event, go(question.value + window.location.hash, false));
    });
    const first = show();
    first.then(function () { later(ahead); });
    return first;
  };
  window.addEventListener("hashchange", function () { show(); });
  window.addEventListener("popstate", function () {
    if (window.location.pathname === shown) show(); else go(window.location.href, true);
  });
  begin();
})();
