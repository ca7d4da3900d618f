// The list as it is now, in the place of the one that is shown: its table, and the agencies that can be chosen.
import { byId } from "./dom.js";

const PARTS = ["reports", "making-title", "first-steps", "new-机关", "new-上级", "categories"];

const markup = new Map();
let asked = 0;

// What has the focus within `part`, to be found again in what takes its place.
const focusWithin = part => {
  const node = part.contains(document.activeElement) ? document.activeElement : null;
  const name = ["href", "data-make-report"].find(name => node?.hasAttribute(name));
  return name ? `[${name}="${CSS.escape(node.getAttribute(name))}"]` : null;
};

export const renewList = async () => {
  const own = ++asked;
  const response = await fetch(location.href);
  // Of two that are on their way the later one counts.
  if (!response.ok || own !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // An empty list has no table to put the new one into.
  if (!byId("reports") || !page.getElementById("reports")) return location.reload();
  for (const id of PARTS) {
    const [old, now] = [byId(id), page.getElementById(id)];
    if (!old || !now) continue;
    // What is the same stays, with whatever somebody is doing there.
    if (markup.get(id) === now.innerHTML) continue;
    markup.set(id, now.innerHTML);
    const [chosen, focused] = [old.value, focusWithin(old)];
    old.replaceChildren(...[...now.childNodes].map(node => document.importNode(node, true)));
    if (chosen !== undefined && [...old.options].some(option => option.value === chosen)) old.value = chosen;
    if (focused) old.querySelector(focused)?.focus({ preventScroll: true });
  }
  for (const part of byId("reports").querySelectorAll("[data-needs-script]")) part.hidden = false;
};
