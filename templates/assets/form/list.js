// The list of all forms: finds an agency, and has agencies and reports made.
import { attachMaking } from "./making.js";

const [words, found] = [document.getElementById("find"), document.getElementById("found")];
const plain = text => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
const find = () => {
  const asked = plain(words.value);
  let count = 0;
  for (const row of document.querySelectorAll("tr[data-name]")) {
    row.hidden = !plain(row.dataset.name).includes(asked);
    if (!row.hidden) count += 1;
  }
  found.textContent = asked === "" ? "" : `${count} 个机关`;
};
words?.addEventListener("input", find);
attachMaking(() => { if (words?.value) find(); });
