// Only in the preview: shows a page anew once something was saved, at the place where the reader was.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const remembered = {
    get(name) { try { return sessionStorage.getItem(`nianbao-preview-${name}`); } catch { return null; } },
    set(name, value) { try { sessionStorage.setItem(`nianbao-preview-${name}`, value); } catch { /* Not remembered, then. */ } },
  };

  // A page that is replaced by its errors for a while is taller than they are: its place is kept until it is back.
  const place = `scroll-${location.pathname}`;
  const isPage = !document.body.classList.contains("problem");
  const leave = () => {
    if (isPage) remembered.set(place, scrollY);
    location.reload();
  };
  const comeBack = () => {
    const before = remembered.get(place);
    if (!isPage || !before) return;
    remembered.set(place, "");
    history.scrollRestoration = "manual";
    scrollTo({ top: Number(before), behavior: "instant" });
  };

  const panel = document.querySelector(".preview details");
  if (panel) {
    const state = remembered.get("panel");
    if (state) panel.open = state === "open";
    panel.addEventListener("toggle", () => remembered.set("panel", panel.open ? "open" : "closed"));
  }

  // A browser keeps few connections to one server, so only tabs that are looked at hold one.
  let events;
  const listen = () => {
    events ??= new EventSource("/_preview/events");
    events.onmessage = ({ data }) => { if (data !== version) leave(); };
  };
  const rest = () => {
    events?.close();
    events = undefined;
  };
  document.addEventListener("visibilitychange", () => document.hidden ? rest() : listen());
  addEventListener("pagehide", rest);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) listen(); });
  if (!document.hidden) listen();
  if (document.readyState === "complete") comeBack(); else addEventListener("load", comeBack);
})();
