// Texts as lists of blocks: which of them are still what stands in the file.

// The longest run of pairs of equal items, in order.
export const pairs = (ours, theirs) => {
  let start = 0;
  while (start < ours.length && start < theirs.length && ours[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < ours.length - start && end < theirs.length - start && ours.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const found = new Map();
  for (let at = 0; at < start; at += 1) found.set(at, at);
  for (let back = 1; back <= end; back += 1) found.set(ours.length - back, theirs.length - back);
  const [rows, columns] = [ours.length - start - end, theirs.length - start - end];
  if (rows * columns > 250_000) return found;
  const longest = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      longest[row][column] = ours[start + row] === theirs[start + column]
        ? longest[row + 1][column + 1] + 1
        : Math.max(longest[row + 1][column], longest[row][column + 1]);
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (ours[start + row] === theirs[start + column]) found.set(start + row++, start + column++);
    else if (longest[row + 1][column] >= longest[row][column + 1]) row += 1;
    else column += 1;
  }
  return found;
};

const same = (one, other) => one.length === other.length && one.every((block, at) => block === other[at]);

// Two texts that were made of one as one text: what a single side changed as it changed it; where both did, theirs and below it
// mine.
export const bothOf = (before, theirs, mine) => {
  const [inTheirs, inMine] = [pairs(before, theirs), pairs(before, mine)];
  const unchanged = new Set(inMine.values());
  const made = [];
  let from = [0, 0, 0];
  const take = (...to) => {
    const [old, other, own] = [before, theirs, mine].map((blocks, at) => blocks.slice(from[at], to[at]));
    if (same(own, old)) made.push(...other);
    else if (same(other, old)) made.push(...own);
    else made.push(...other, ...own.filter((block, at) => !unchanged.has(from[2] + at) && !other.includes(block)));
    from = to.map(at => at + 1);
  };
  before.forEach((block, at) => {
    if (!inTheirs.has(at) || !inMine.has(at)) return;
    take(at, inTheirs.get(at), inMine.get(at));
    made.push(block);
  });
  take(before.length, theirs.length, mine.length);
  return made;
};

// What is sent: a block that is the file's goes by its id, so that its bytes stay.
export const wire = (sources, blocks) => {
  const known = pairs(sources, blocks.map(block => block.source));
  return sources.map((source, at) => known.has(at) ? { id: blocks[known.get(at)].id } : { source });
};
