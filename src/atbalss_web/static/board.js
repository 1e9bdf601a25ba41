// Brings the live part of the board up to date every half minute, unless somebody is working in it.
"use strict";
(() => {
  const live = document.querySelector("[data-live]");
  if (!live || !window.fetch) return;
  const refresh = async () => {
    if (document.hidden || live.contains(document.activeElement)) return;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      if (fresh) live.replaceChildren(...fresh.childNodes);
    } catch { /* tried again in half a minute */ }
  };
  setInterval(refresh, 30000);
})();
