// What a source of a block says, in the words that people see.
import { store } from "./store.js";

const LONGEST = 60;
const AROUND = 20;
const SENTENCE_ENDS = /[。！？；\n]/;

const figureAt = path => store.judged.lookups.find(lookup => lookup.path === path)?.value ?? path;

export const wordsOf = source => source
  .replace(/^\s*(?:#{1,6} |- |\d{1,9}\. )/gm, "")
  .replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, path) => figureAt(path))
  .replace(/(?<!\\)\[\^[^\]\s[]+\]/g, "")
  .replace(/(?<!\\)!?\[((?:\\.|[^\]\\])*)\]\([^()]*\)/g, "$1")
  .replace(/(?<!\\)\*{1,3}/g, "")
  .replace(/&#(\d{1,7});/g, (_, number) => String.fromCodePoint(Math.min(Number(number), 0x10FFFF)))
  .replace(/\\([!-/:-@[-`{-~])/g, "$1")
  .replace(/\\\n/g, "\n");

// The sentence of a source in which characters stand, shortened around them where it is long.
export const sentenceAt = (source, from, to) => {
  const letters = [...source];
  const isEnd = letter => SENTENCE_ENDS.test(letter);
  const start = letters.slice(0, from).findLastIndex(isEnd) + 1;
  const behind = letters.slice(Math.max(to - 1, from)).findIndex(isEnd);
  const end = behind < 0 ? letters.length : Math.max(to - 1, from) + behind + 1;
  const isLong = end - start > LONGEST;
  const [first, last] = isLong ? [Math.max(start, from - AROUND), Math.min(end, Math.max(to, from + AROUND) + AROUND)] : [start, end];
  const words = wordsOf(letters.slice(first, Math.min(last, first + 2 * LONGEST)).join("")).replace(/\s+/g, " ").trim();
  return `${first > start ? "……" : ""}${words}${last < end || last - first > 2 * LONGEST ? "……" : ""}`;
};
