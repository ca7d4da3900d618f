// Only in the preview: makes a page what it became, by its parts that changed alone. To load it anew takes ten times as long.
// It stands at the end of a page and runs before its other scripts, so it knows the page as it was sent.
globalThis.renewal = (() => {
  "use strict";
  // What scripts listen to or have changed is not replaced.
  const WIRED = "script, style, link, button, form, table[data-sortable], [data-needs-script]";
  const OWN = "aside.preview";
  // What the preview puts below a page begins with it.
  const END = "link[href='/_preview/preview.css']";
  let sent = document.body.cloneNode(true);

  const attributesOf = node => [...node.attributes ?? []].map(({ name, value }) => `${name}=${value}`).join("\n");
  const isWired = node => node.nodeType === Node.ELEMENT_NODE && (node.matches(WIRED) || node.querySelector(WIRED) !== null);
  const asked = root => [...root.querySelectorAll("link[rel=stylesheet], script[src]")].map(node => node.getAttribute("href") ?? node.getAttribute("src")).join();

  const partsOf = body => {
    const parts = [...body.childNodes];
    return parts.slice(0, parts.findIndex(part => part.nodeType === Node.ELEMENT_NODE && part.matches(END)));
  };

  const replace = (live, next) => {
    if (isWired(live) || isWired(next)) return false;
    live.replaceWith(document.importNode(next, true));
    return true;
  };

  // Makes `live`, which came as `was`, what `next` is; says whether it could.
  const patch = (live, was, next) => {
    if (was.isEqualNode(next)) return true;
    // Its rows may stand in another order by now.
    if (live.nodeName === "TABLE" && live.matches(WIRED)) return false;
    const children = [live, was, next].map(node => [...node.childNodes]);
    const isAlike = was.nodeType === Node.ELEMENT_NODE && was.nodeName === next.nodeName && live.nodeName === next.nodeName &&
      attributesOf(was) === attributesOf(next) && children[0].length === children[1].length;
    return isAlike ? patchChildren(live, ...children) : replace(live, next);
  };

  // What is the same at the beginning and at the end stays.
  const patchChildren = (parent, live, was, next) => {
    const least = Math.min(was.length, next.length);
    let first = 0;
    while (first < least && was[first].isEqualNode(next[first])) first += 1;
    let same = 0;
    while (same < least - first && was[was.length - 1 - same].isEqualNode(next[next.length - 1 - same])) same += 1;
    const [lives, wases, nexts] = [live, was, next].map(nodes => nodes.slice(first, nodes.length - same));
    if (wases.length === nexts.length) return lives.every((node, at) => patch(node, wases[at], nexts[at]));
    if ([...lives, ...nexts].some(isWired)) return false;
    const behind = live[live.length - same] ?? live.at(-1)?.nextSibling ?? null;
    lives.forEach(node => node.remove());
    nexts.forEach(node => parent.insertBefore(document.importNode(node, true), behind));
    return true;
  };

  // The panel and the version are another each time, and belong to the preview.
  const takeOwn = next => {
    document.querySelector(OWN).replaceWith(document.importNode(next.querySelector(OWN), true));
    document.querySelector("script[data-version]").dataset.version = next.querySelector("script[data-version]").dataset.version;
  };

  // Makes the page what `html` says; says whether it could. Where it could not, the page is to be loaded.
  const renew = html => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.body;
    const hasPanel = body => body.querySelector(OWN) && body.querySelector("script[data-version]");
    if (![document.body, next].every(hasPanel) || attributesOf(sent) !== attributesOf(next) || asked(document.head) !== asked(page.head)) return false;
    // Above a page as it was before stands why, at its beginning: the rest was not there yet when this began.
    if ([document.body, next].some(body => body.querySelector(`${OWN}.earlier`))) return false;
    const [live, was, parts] = [document.body, sent, next].map(partsOf);
    if (live.length !== was.length || !patchChildren(document.body, live, was, parts)) return false;
    takeOwn(next);
    document.title = page.title;
    sent = next;
    return true;
  };
  return { renew };
})();
