// What was changed in a text, as 更正 tells it: the words before and after, with what stands beside them.
import { pairs } from "./texts.js";
import { wordsOf } from "./words.js";

const LONGEST = 60;
const BESIDE = 8;
const MARK = /[\s，。；：、！？（）()“”]/;
const JOINED = /[0-9A-Za-z.,%\uFF10-\uFF19\uFF05]/;

// The blocks that are others now, each with what it was; nothing for one that is new or gone.
const changedBlocks = (before, now) => {
  const same = pairs(before, now);
  const changed = [];
  let [old, own] = [0, 0];
  const take = (toOld, toOwn) => {
    for (let at = 0; at < Math.max(toOld - old, toOwn - own); at += 1) {
      changed.push([old + at < toOld ? before[old + at] : null, own + at < toOwn ? now[own + at] : null]);
    }
    [old, own] = [toOld + 1, toOwn + 1];
  };
  for (const [toOld, toOwn] of [...same].sort(([one], [other]) => one - other)) take(toOld, toOwn);
  take(before.length, now.length);
  return changed;
};

// The words of two texts that differ. No number is cut in two, and what comes right before them stands with them.
const differing = (was, is) => {
  const [one, other] = [[...was], [...is]];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const isJoined = letter => letter !== undefined && JOINED.test(letter);
  while (start > 0 && isJoined(one[start - 1]) && (isJoined(one[start]) || isJoined(other[start]))) start -= 1;
  while (end > 0 && isJoined(one.at(-end)) && (isJoined(one.at(-1 - end)) || isJoined(other.at(-1 - end)))) end -= 1;
  for (let beside = 0; beside < BESIDE && start > 0 && !MARK.test(one[start - 1]); beside += 1) start -= 1;
  for (let beside = 0; beside < BESIDE && end > 0 && !MARK.test(one.at(-end)); beside += 1) end -= 1;
  return [one, other].map(letters => letters.slice(start, letters.length - end).join(""));
};

// A change in words; nothing where it is too long to be told so, or none of words.
const told = ([before, now]) => {
  if ([before, now].some(source => source?.startsWith("|"))) return null;
  const [was, is] = differing(wordsOf(before ?? ""), wordsOf(now ?? ""));
  if (was === is || [was, is].some(words => words.length > LONGEST || words.includes("\n"))) return null;
  if (was === "") return `增加“${is}”`;
  return is === "" ? `删去“${was}”` : `由“${was}”更正为“${is}”`;
};

// What became of a text, whose blocks had the sources `before` and have those of `now`.
export const difference = (before, now) => {
  const parts = changedBlocks(before, now).map(told);
  const known = parts.filter(Boolean);
  if (known.length === 0) return "的文字有改动";
  return `${known.join("，")}${known.length < parts.length ? "，另有文字改动" : ""}`;
};
