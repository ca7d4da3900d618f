// The list as it is now, in the place of the one that is shown: its table, and the agencies that can be chosen.
import { byId } from "./dom.js";

const PARTS = ["reports", "making-title", "first-steps", "new-机关", "new-上级", "categories"];

export const renewList = async () => {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // An empty list has no table to put the new one into.
  if (!byId("reports") || !page.getElementById("reports")) return location.reload();
  for (const id of PARTS) {
    const [old, now] = [byId(id), page.getElementById(id)];
    if (!old || !now) continue;
    const chosen = old.value;
    old.replaceChildren(...[...now.childNodes].map(node => document.importNode(node, true)));
    if (chosen !== undefined && [...old.options].some(option => option.value === chosen)) old.value = chosen;
  }
  for (const part of byId("reports").querySelectorAll("[data-needs-script]")) part.hidden = false;
};
