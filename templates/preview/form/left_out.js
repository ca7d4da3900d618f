// What of a paste was left out, for whoever wants to look.
import { byId, element } from "./dom.js";

const LONGEST = 200;

export const showLeftOut = left => {
  const place = byId("left-out");
  place.hidden = left.length === 0;
  place.open = false;
  const by = Map.groupBy?.(left, ({ why }) => why) ?? new Map([["", left]]);
  const count = [...by].map(([why, items]) => (why ? `${why} ${items.length} 处` : `${items.length} 处`)).join("，");
  const text = words => (words.length > LONGEST ? `${words.slice(0, LONGEST)}……` : words);
  place.replaceChildren(
    element("summary", {}, `没有放进来的：${count}。看看是哪些`),
    element("ul", {}, ...left.map(item => element("li", {}, text(item.text)))));
};
