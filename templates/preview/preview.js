// Only in the preview: shows a page anew once something was saved, at the place where the reader was.
(() => {
  "use strict";
  let version = document.currentScript.dataset.version;
  const remembered = {
    get(name) { try { return sessionStorage.getItem(`nianbao-preview-${name}`); } catch { return null; } },
    set(name, value) { try { sessionStorage.setItem(`nianbao-preview-${name}`, value); } catch { /* Not remembered, then. */ } },
  };

  // A page that is replaced by its errors for a while is taller than they are: its place is kept until it is back.
  const place = `scroll-${location.pathname}`;
  const isPage = !document.body.classList.contains("problem");
  // Where something is saved again before it is back, the place that it was to come back to is still to be kept.
  let isBack = false;
  const leave = () => {
    if (isPage && isBack) remembered.set(place, scrollY);
    location.reload();
  };
  const comeBack = () => {
    isBack = true;
    const before = remembered.get(place);
    if (!isPage || !before) return;
    remembered.set(place, "");
    history.scrollRestoration = "manual";
    scrollTo({ top: Number(before), behavior: "instant" });
  };

  const keepPanel = () => {
    const panel = document.querySelector(".preview .panel");
    if (!panel) return;
    const state = remembered.get("panel");
    if (state) panel.open = state === "open";
    panel.addEventListener("toggle", () => remembered.set("panel", panel.open ? "open" : "closed"));
  };

  // The sentence that a finding is about is looked up in the text of the page: published pages have no mark for each sentence.
  const main = document.querySelector("main");
  const bare = (text) => text.replace(/[\s*#>|]/g, "");
  const lookUp = (quote) => {
    const wanted = bare(quote);
    if (!main || !wanted) return null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      [...node.data].reduce((at, letter) => {
        if (bare(letter)) {
          text += letter;
          for (let unit = 0; unit < letter.length; unit += 1) places.push([node, at + unit]);
        }
        return at + letter.length;
      }, 0);
    }
    const at = text.indexOf(wanted);
    if (at < 0) return null;
    const range = document.createRange();
    range.setStart(...places[at]);
    const [last, offset] = places[at + wanted.length - 1];
    range.setEnd(last, offset + 1);
    return range;
  };
  const mark = (range) => {
    if (!window.CSS?.highlights) return;
    if (!CSS.highlights.has("nianbao-found")) {
      // Not in the style sheet: validators do not know the selector.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("::highlight(nianbao-found) { background: #ffe08a; color: #000; }");
      document.adoptedStyleSheets.push(sheet);
    }
    CSS.highlights.set("nianbao-found", new Highlight(range));
  };
  // A figure is known by its row and cell; a workspace's own templates may show other tables.
  const cellOf = ({ table, row, cell, figure }) => {
    const found = document.getElementById(table)?.querySelector("table")?.rows[row]?.cells[cell];
    if (found?.firstChild?.data !== figure) return null;
    const range = document.createRange();
    range.selectNodeContents(found);
    return range;
  };
  const leadToPlaces = () => {
    for (const button of document.querySelectorAll("button.find")) {
      const range = button.dataset.table ? cellOf(button.dataset) : lookUp(button.dataset.quote);
      button.hidden = !range;
      button.addEventListener("click", () => {
        mark(range);
        const place = range.startContainer;
        (place.closest ? place : place.parentElement).scrollIntoView({ block: "center", inline: "center" });
      });
    }
  };

  // A text with its tables goes to the clipboard as HTML, and as plain text for places that take no other.
  const plain = (html) => {
    const lines = html.replace(/\n/g, "").replace(/<br>|<\/(?:p|h\d|li|tr)>/g, "\n").replace(/<\/t[hd]>/g, "\t").replace(/<[^>]*>/g, "");
    return lines.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
  };
  // The newer way takes inline styles for this page's own, which its policy forbids, and works over HTTPS alone.
  const copy = async (forms) => {
    const put = (event) => {
      for (const [kind, text] of Object.entries(forms)) event.clipboardData.setData(kind, text);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    if (document.execCommand("copy")) return;
    document.removeEventListener("copy", put);
    const blobs = Object.entries(forms).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  };
  const copyFor = button => {
    const status = button.parentElement.querySelector("[role=status]");
    let html;
    const load = async () => {
      const response = await fetch(button.dataset.copyHtml);
      if (!response.ok) throw new Error(response.status);
      html = await response.text();
    };
    // It is there when the button is pressed: some browsers let nobody copy who had to wait.
    button.closest("details").addEventListener("toggle", () => html || load().catch(() => {}));
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        if (!html) await load();
        await copy({ "text/html": html, "text/plain": plain(html) });
        status.textContent = "已复制，可以粘贴了";
      } catch {
        status.textContent = "没有复制成功，请刷新网页再试";
      }
    });
  };
  // Beside a form stands what the form says already.
  const isBeside = parent !== self;
  // Whoever comes from a form mends there, and has no use for files and lines.
  const isOfForm = location.hash === "#form" || remembered.get("of-form") === "yes";
  if (location.hash === "#form") {
    remembered.set("of-form", "yes");
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  const speakOfForm = () => {
    const hint = document.querySelector(".preview .in-form");
    if (!isOfForm || !hint) return;
    hint.hidden = false;
    hint.closest(".preview").classList.add("of-form");
  };

  const wirePanel = () => {
    document.querySelector("aside.preview").hidden = isBeside;
    keepPanel();
    speakOfForm();
    leadToPlaces();
    document.querySelectorAll("[data-copy-html]").forEach(copyFor);
  };
  wirePanel();

  // Whoever looks at a page sees what was saved at once. Styles and pictures come only with a page that is loaded anew.
  const looks = version => version.split(".")[0];
  let renewing;
  const renew = async newest => {
    if (!isPage || looks(newest) !== looks(version)) return leave();
    try {
      const response = await fetch(location.href);
      if (!response.ok || !renewal.renew(await response.text())) return leave();
    } catch {
      return leave();
    }
    version = document.querySelector("script[data-version]").dataset.version;
    wirePanel();
  };
  const hear = newest => {
    if (newest !== version) renewing = Promise.resolve(renewing).then(() => newest === version ? undefined : renew(newest));
  };

  // A browser keeps few connections to one server, so only tabs that are looked at hold one.
  let events;
  const listen = () => {
    events ??= new EventSource("/_preview/events");
    events.onmessage = ({ data }) => hear(data);
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
