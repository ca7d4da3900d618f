// The list of all forms: finds an agency, has agencies and reports made, and shows what others make or hand in.
import { later } from "./dom.js";
import { attachMaking } from "./making.js";
import { listen } from "./news.js";
import { renewList } from "./renewing.js";

const [words, found] = [document.getElementById("find"), document.getElementById("found")];
const plain = text => text.normalize("NFKC").toLowerCase();

// Words by themselves or run together: 市教育局, 教育 局, jyj.
const find = () => {
  const asked = plain(words.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of document.querySelectorAll("tr[data-words]")) {
    const own = plain(row.dataset.words);
    row.hidden = !asked.every(word => own.includes(word));
    if (!row.hidden) count += 1;
  }
  found.textContent = asked.length === 0 ? "" : `${count} 个机关`;
};
// Whoever comes back from a form finds the list as it was.
words?.addEventListener("input", () => history.replaceState({ ...history.state, words: words.value }, ""));
if (words && history.state?.words) {
  words.value = history.state.words;
  find();
}
const renewed = () => { if (words?.value) find(); };
words?.addEventListener("input", find);
attachMaking(renewed);

// Many save at once: the list waits for a moment of quiet. The first state that is told is the one that is shown.
const renewing = later(() => renewList().then(renewed, () => {}), 1000);
let shown;
listen(({ data }) => {
  if (shown !== undefined && shown !== data) renewing.soon();
  shown = data;
});
