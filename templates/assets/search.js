// Searching with pagefind. What is found is put into the page as text, never as markup.
(() => {
  "use strict";
  const site = new URL("../", document.currentScript.src);
  const AT_ONCE = 10;
  const ASKED = 30;
  const SECTIONS = 3;

  const form = document.querySelector("#search form");
  const status = document.getElementById("status");
  const results = document.getElementById("results");
  const more = document.getElementById("more");

  let library;
  let years;
  let found = [];
  let asked = 0;

  const load = () => {
    library ??= import(new URL("pagefind/pagefind.js", site)).then(async pagefind => {
      await pagefind.options({ excerptLength: 40, excerptEllipsis: "…" });
      return pagefind;
    });
    library.catch(() => { library = undefined; });
    return library;
  };

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // What was typed as pairs of neighbouring characters, all of which pagefind knows, wherever it thinks that a word ends.
  const pairs = words => words.replace(/\p{Script=Han}{3,}/gu, run => {
    const characters = [...run];
    return ` ${characters.slice(1).map((character, before) => characters[before] + character).join(" ")} `;
  });

  // The words of two characters and more in what was typed, as the browser's dictionary has them; 年报 is what all pages are about.
  const meant = words => {
    const parts = Intl.Segmenter
      ? [...new Intl.Segmenter("zh", { granularity: "word" }).segment(words)].map(part => part.segment)
      : pairs(words).split(" ");
    return parts.filter(word => plain(word).length > 1 && word !== "年报");
  };

  // A text as it is compared: letters, digits and characters alone.
  const plain = text => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

  // What was found and has all of `parts`: of words that no page has, pagefind looks for how they begin, and for the others alone,
  // 的 too. Of many pages the best are asked, and stand for all.
  const having = async (found, parts) => {
    const needed = parts.map(plain).filter(part => part !== "");
    const has = async result => {
      const page = await result.data();
      const text = plain(`${page.content} ${Object.values(page.meta).join(" ")}`);
      return needed.length > 0 && needed.every(part => text.includes(part));
    };
    const few = found.length <= ASKED;
    const have = await Promise.all(found.slice(0, few ? ASKED : AT_ONCE).map(has));
    if (few) return found.filter((_, at) => have[at]);
    return have.includes(true) ? found : [];
  };

  // Newest year first, what belongs to no year before all; what is of one year stays in its order.
  const newestFirst = async (pagefind, found) => {
    years ??= Promise.all(Object.keys((await pagefind.filters())["年度"] ?? {}).map(async year => {
      const { results } = await pagefind.search(null, { filters: { "年度": year } });
      return results.map(result => [result.id, parseInt(year, 10)]);
    })).then(known => new Map(known.flat()));
    const known = await years;
    const year = result => known.get(result.id) ?? Infinity;
    return [...found].sort((one, other) => year(one) === year(other) ? 0 : year(other) - year(one));
  };

  // The pages of the agency that is called so, or whose name alone ends so: 市教育局.
  const own = async (pagefind, words, filters) => {
    const names = Object.keys((await pagefind.filters())["机关"] ?? {});
    const ending = names.filter(name => name.endsWith(words));
    const name = names.includes(words) ? words : ending.length === 1 ? ending[0] : undefined;
    if (name === undefined) return [];
    return newestFirst(pagefind, (await pagefind.search(null, { filters: { ...filters, "机关": name } })).results);
  };

  // First the pages of the agency that is meant, then those that say what was typed.
  const search = async (words, filters) => {
    const pagefind = await load();
    const named = await own(pagefind, words, filters);
    const ids = new Set(named.map(result => result.id));
    const said = await saying(pagefind, words, filters);
    return [...named, ...said.filter(result => !ids.has(result.id))];
  };

  // First pages that have the words one after another, then those that have all pairs; if there are none, those that have the words
  // somewhere.
  const saying = async (pagefind, words, filters) => {
    const ask = async (typed, parts) => {
      if (typed === "") return [];
      const { results } = await pagefind.search(typed, { filters });
      return newestFirst(pagefind, await having(results, parts));
    };
    const together = await ask(`"${words}"`, [words]);
    const known = new Set(together.map(result => result.id));
    const paired = (await ask(pairs(words), pairs(words).split(" "))).filter(result => !known.has(result.id));
    const found = [...together, ...paired];
    return found.length > 0 ? found : ask(meant(words).join(" "), meant(words));
  };

  // Pagefind's excerpts are HTML in which only <mark> is markup.
  const marked = excerpt => {
    const text = markup => markup.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return excerpt.split(/(<mark>.*?<\/mark>)/).map(piece => {
      const within = /^<mark>(.*)<\/mark>$/.exec(piece);
      return within ? element("mark", {}, text(within[1])) : text(piece);
    });
  };

  const shown = page => {
    const item = element("li", {},
      element("h2", {}, element("a", { href: page.url }, page.meta.title), page.meta.corrected ? `（${page.meta.corrected}）` : ""),
      element("p", {}, ...marked(page.excerpt)));
    const sections = page.sub_results.filter(part => part.anchor).slice(0, SECTIONS);
    if (sections.length > 0) {
      const links = sections.map(part => element("a", { href: part.url }, part.title));
      item.append(element("p", { className: "sections" }, "见：", ...links));
    }
    return item;
  };

  // Shows the next of what was found, and says which item is the first of them.
  const showNext = async () => {
    const turn = asked;
    const next = found.slice(results.children.length, results.children.length + AT_ONCE);
    const pages = await Promise.all(next.map(result => result.data()));
    if (turn !== asked) return undefined;
    const items = pages.map(shown);
    results.append(...items);
    more.hidden = results.children.length >= found.length;
    return items[0];
  };

  const say = (text, ...rest) => status.replaceChildren(text, ...rest);
  const directory = () => element("a", { href: status.dataset.index }, "机关目录");

  const run = async () => {
    const turn = ++asked;
    const asks = new FormData(form);
    const words = asks.get("q").normalize("NFKC").replace(/["“”]/g, " ").trim();
    const filters = {};
    if (asks.get("year")) filters["年度"] = asks.get("year");
    if (asks.get("category")) filters["类别"] = asks.get("category");
    results.replaceChildren();
    more.hidden = true;
    if (words === "") return say("");
    say("正在检索……");
    try {
      const answer = await search(words, filters);
      if (turn !== asked) return undefined;
      found = answer;
      if (found.length === 0) {
        return say(`没有找到“${words}”。可以换个说法，或者从`, directory(), "按机关和年份查阅。");
      }
      say(`找到${found.length}个网页。`);
      await showNext();
    } catch {
      if (turn === asked) say("检索没有成功。请检查网络后再试，或者从", directory(), "按机关和年份查阅。");
    }
    return undefined;
  };

  // The address says what was asked for, so that it can be passed on.
  const remember = () => {
    const asks = [...new FormData(form)].filter(([, value]) => value !== "");
    history.replaceState(null, "", `?${new URLSearchParams(asks)}`);
  };

  const recall = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
    for (const choice of form.querySelectorAll("select")) {
      if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    }
  };

  if (location.protocol === "file:") {
    say("从磁盘打开的网页不能检索，因为浏览器不让网页读取磁盘上的索引。请从网站上检索，或者从", directory(), "按机关和年份查阅。");
    return;
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    remember();
    run();
  });
  form.addEventListener("change", event => {
    if (event.target.matches("select") && form.elements.q.value.trim() !== "") form.requestSubmit();
  });
  more.addEventListener("click", async () => (await showNext())?.querySelector("a").focus());
  document.getElementById("search").hidden = false;
  recall();
  run();
})();
