// The title of a report that was pasted: whether it is that of another year or of another body than the form's.

const YEARS = /(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})(?=年)/g;
const DIGITS = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const LONGEST = 60;

const yearOf = written => Number([...written].map(digit => DIGITS[digit] ?? (/\d/.test(digit) ? digit : 0)).join(""));

// Who reports, as the title has it.
const bodyOf = title => title
  .replace(/(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年度?/g, "")
  .replace(/(?:政府信息公开|政务公开|信息公开).*$/, "")
  .replace(/^.*[：:]|^关于/, "")
  .replace(/[^\u4e00-\u9fff]/g, "");

// Whether all letters of the shorter one come in the longer, in their order: 市发改委 is 市发展和改革委员会.
const isShortFor = (one, other) => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
};

// A place alone stands for its government and for no office of it.
const isFor = (body, name) => isShortFor(body, name) && (!/[省市县区州盟旗]$/.test(body) || body === name || /政府|管委会|管理委员会/.test(name));

// What is to be told of a title over a form, which `state` is of, or of who signs: `where` says which. Nothing where it fits.
export const mistaken = (title, { year, name }, where) => {
  const text = title.replace(/[\s\u3000]+/g, "");
  if (text === "" || text.length > LONGEST) return null;
  const years = (text.match(YEARS) ?? []).map(yearOf);
  const body = bodyOf(text);
  const isOfYear = years.length === 0 || years.includes(year);
  const isOfBody = body.length < 3 || isFor(body, name.replace(/[^\u4e00-\u9fff]/g, ""));
  if (isOfYear && isOfBody) return null;
  return `粘贴的${where}写的是“${text}”，这里是“${name}”${year} 年的报告：请确认没有粘错。粘错了的，点“撤销”，或者删去粘贴的内容。`;
};
