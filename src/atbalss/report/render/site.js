// One page a question: choose another question or view without losing the place.
"use strict";
(function () {
  const views = Array.from(document.querySelectorAll("section[data-view]"));
  const bar = document.querySelector("form.choose");
  if (!bar) return;
  const drawn = new Set();
  const draw = function (section) {
    const holder = section.querySelector(".chart[data-spec]");
    if (!holder || !window.vegaEmbed || drawn.has(holder)) return;
    drawn.add(holder);
    const spec = JSON.parse(document.getElementById(holder.dataset.spec).textContent);
    const words = holder.getAttribute("aria-label");
    window.vegaEmbed(holder, spec, {actions: false, ast: true, defaultStyle: false, renderer: "svg"})
      .then(function () { holder.setAttribute("role", "img"); holder.setAttribute("aria-label", words); })
      .catch(function () { drawn.delete(holder); });
  };
  const show = function (key) {
    const known = views.some(function (view) { return view.dataset.view === key; });
    const wanted = known ? key : views[0].dataset.view;
    views.forEach(function (view) {
      view.hidden = view.dataset.view !== wanted;
      if (!view.hidden) draw(view);
    });
    const pick = bar.querySelector("select[name=view]");
    if (pick) pick.value = wanted;
  };
  const search = bar.querySelector("input[type=search]");
  if (search) {
    const items = Array.from(document.querySelectorAll("ul.list li"));
    search.addEventListener("input", function () {
      const wanted = search.value.toLocaleLowerCase();
      items.forEach(function (item) { item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted); });
    });
  }
  const question = bar.querySelector("select[name=question]");
  if (question) question.addEventListener("change", function () {
    window.location.href = question.value + window.location.hash;
  });
  if (views.length) {
    bar.querySelector("select[name=view]").addEventListener("change", function (event) {
      window.location.hash = event.target.value;
    });
    window.addEventListener("hashchange", function () { show(window.location.hash.slice(1)); window.scrollTo(0, 0); });
    show(window.location.hash.slice(1));
    window.scrollTo(0, 0); // the chooser says which view it is
  }
  bar.hidden = false;
  bar.addEventListener("submit", function (event) { event.preventDefault(); });
})();
