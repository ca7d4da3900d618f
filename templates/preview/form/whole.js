// A whole report that was pasted, with the page or the document around it: its introduction, its sections, and what is no text of
// them and stays out: ways through the page, its foot, the title, who signs and when.

const MARKS = /[。；！？]/;
const PLAIN = /[\s\u00A0\u3000\u200B\uFEFF]+/g;
const DATE = /^(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
const DAY = /(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年.*$/;
// What the records of sites call all such reports.
const KIND = "政府信息公开年报";
const TITLE = /(?:信息公开|政务公开).{0,8}(?:报告|年报)$/;

const YEAR = /(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年/;
const BODY = /^[\u4e00-\u9fff（）()]+(?:政府|局|委|委员会|办|办公室|厅|院|会|中心|处|队|站|所|街道|镇|乡|校|学|公司|集团)$/;

// What stands around a text on pages of governments, by how a line of it begins.
const AROUND = new RegExp(`^(?:${["您?(?:现在)?(?:所在)?(?:的)?位置", "当前位置", "首页", "来源", "信息来源", "发布(?:时间|日期|机构|单位|者)", "公开(?:时间|日期|形式|方式|范围)", "时间",
  "日期", "成文日期", "生成日期", "作者", "编辑", "责任编辑", "审核", "索引号", "发文", "文号", "主题(?:词|分类)", "信息分类", "名称", "有效性", "浏览", "阅读", "点击", "访问", "字号", "字体", "大中小",
  "视力", "打印", "收藏", "保存", "语音", "播报", "朗读", "无障碍", "长者", "繁体", "简体", "登录", "注册", "搜索", "微信", "微博", "QQ空间", "附件", "下载", "相关链接"].join("|")})`);

// The lines that the foot of a page begins with; nothing below belongs to a text.
const FOOT = new RegExp(`^(?:${["[【\\[]?(?:打印|关闭|返回|收藏|分享|顶部|纠错)", "分享", "扫一扫", "扫码", "手机(?:端|版|扫)", "上一[篇条]", "下一[篇条]", "相关(?:链接|文章|文档|信息|新闻|阅读|附件|解读)", "推荐(?:阅读|信息)", "热门",
  "友情链接", "网站地图", "关于我们", "联系我们", "使用帮助", "隐私", "法律声明", "版权", "主办", "主办单位", "承办", "技术支持", "网站标识码", "政府网站标识码", "ICP", "公网安备", "公安备案", "Copyright", "©", "我要纠错", "您访问的链接", "引用本报告", "数据对照", "更正$"].join("|")})|ICP备|公网安备|版权所有`, "i");

// Lines of a page that lead elsewhere on it, between the sections.
const WAYS = /^(?:(?:返回|回到?)?(?:目录|顶部|页首)|关键词|脚注|[↑↩])$/;

// What a footnote begins with that a document has at its end.
const NOTE = /^(?:[[［〔【]\d{1,3}[\]］〕】]|[①-⑳]|注(?:释)?\d{0,3}[：:、.．])/;

const wordsOf = block => block.textContent.replace(PLAIN, "");

const isSentence = block => {
  const words = wordsOf(block);
  return block.localName !== "table" && words.length >= 12 && (MARKS.test(words) || /[：，]/.test(words)) && !AROUND.test(words) && !FOOT.test(words);
};

const isTitle = block => {
  const words = wordsOf(block);
  return block.localName !== "table" && words.length <= 60 && !MARKS.test(words) && !words.includes("、") && words !== KIND && TITLE.test(words);
};

// Headings that are a list of contents: the next one follows at once, and each comes again.
const contents = (blocks, partOf) => {
  const found = new Set();
  const parts = blocks.map(partOf);
  parts.forEach((part, at) => {
    if (part && (parts[at + 1] || found.has(at - 1)) && parts.indexOf(part, at + 1) > 0) found.add(at);
  });
  return found;
};

const isNote = block => block.localName !== "table" && !block.dataset.picture && NOTE.test(wordsOf(block));

const reason = why => block => ({ why, text: block.textContent.trim() || "图片" });

// The words of the title that blocks end with; who reports may stand on the line above it.
const titleIn = blocks => {
  const title = blocks.length > 0 ? wordsOf(blocks.at(-1)) : "";
  const above = blocks.length > 1 ? wordsOf(blocks.at(-2)) : "";
  return YEAR.test(title.slice(0, 5)) && above.length <= 40 && BODY.test(above) ? above + title : title;
};

// What stands before the first section: the introduction, behind the title. Where a page names the kind of a document, that has no year.
const front = blocks => {
  const dated = blocks.findLastIndex(block => isTitle(block) && YEAR.test(wordsOf(block)));
  const title = dated >= 0 ? dated : blocks.findLastIndex(isTitle);
  const left = [];
  const introduction = blocks.filter((block, at) => {
    if (at > title && isSentence(block)) return true;
    left.push(reason(isTitle(block) ? "标题由程序印" : "不是报告里的文字")(block));
    return false;
  });
  return { introduction, left, title: titleIn(blocks.slice(0, title + 1)) };
};

// Where the foot of the page begins among the blocks behind the last heading: at its first line, or where three short lines follow
// each other below the text.
const footOf = blocks => {
  const short = block => !block.dataset.picture && !/^h\d$/.test(block.localName) && block.localName !== "table" && !isSentence(block) && !isNote(block);
  const first = blocks.findIndex(isSentence);
  return blocks.findIndex((block, at) => {
    if (block.localName !== "table" && wordsOf(block).length <= 60 && FOOT.test(wordsOf(block))) return true;
    const run = blocks.slice(at, at + 3);
    return first >= 0 && at > first && run.length === 3 && run.every(short) && !run.some(one => DATE.test(wordsOf(one)));
  });
};

// A line that ends with a day, and before it at most who signs.
const isDated = text => DATE.test(text) || /^[^，。；：]{2,40}?((?:[12]\d{3})年\d{1,2}月\d{1,2}日)$/.test(text);

// Where the footnotes begin that a document has behind who signs and when.
const notesAt = blocks => {
  const at = blocks.findIndex((block, at) => at > 0 && isNote(block) && isDated(wordsOf(blocks[at - 1])));
  return at < 0 ? blocks.length : at;
};

// Who signs and when, at the end.
const signedAt = blocks => {
  const words = blocks.map(wordsOf);
  const at = words.findLastIndex(isDated);
  if (at < 1 || words.length - at > 4) return -1;
  const alone = DATE.test(words[at]) && words[at - 1].length <= 40 && !MARKS.test(words[at - 1]) && at > 1;
  return alone ? at - 1 : at;
};

const back = blocks => {
  const foot = footOf(blocks);
  const within = foot < 0 ? blocks : blocks.slice(0, foot);
  const left = foot < 0 ? [] : blocks.slice(foot).map(reason("不是报告里的文字"));
  const text = within.filter(block => {
    const isAround = block.localName !== "table" && wordsOf(block).length <= 60 && AROUND.test(wordsOf(block)) && !isSentence(block);
    if (isAround) left.unshift(reason("不是报告里的文字")(block));
    return !isAround;
  });
  const [body, notes] = [text.slice(0, notesAt(text)), text.slice(notesAt(text))];
  const signed = signedAt(body);
  if (signed < 0) return { text, left, signer: "" };
  const signer = wordsOf(body[signed]).replace(DAY, "");
  return {
    text: [...body.slice(0, signed), ...notes],
    left: [...body.slice(signed).map(reason("署名和日期不写在正文里")), ...left],
    signer: BODY.test(signer) ? signer : "",
  };
};

// Divides what was pasted; `partOf` tells of which section a block is the heading. Fewer than two headings are no whole report.
export const divided = (blocks, partOf) => {
  const idle = contents(blocks, partOf);
  const heads = blocks.map((block, at) => ({ part: idle.has(at) ? null : partOf(block), at })).filter(({ part }) => part);
  if (new Set(heads.map(({ part }) => part)).size < 2) return { whole: false, introduction: [], blocks, left: [], isWithin: () => true };
  const [first] = heads;
  const again = heads.find(({ part, at }) => part === first.part && at > first.at);
  const end = again ? again.at : blocks.length;
  const last = heads.findLast(({ at }) => at < end).at;
  const before = front(blocks.slice(0, first.at));
  const behind = back(blocks.slice(last + 1, end));
  const within = [...blocks.slice(first.at, last + 1), ...behind.text];
  const isWay = block => block.localName !== "table" && WAYS.test(wordsOf(block));
  const own = within.filter(block => !isWay(block));
  const ways = within.filter(isWay).map(reason("不是报告里的文字"));
  const left = [...before.left, ...ways, ...behind.left, ...blocks.slice(end).map(reason("又是一份报告"))];
  const start = before.introduction.length > 0 ? blocks.indexOf(before.introduction[0]) : first.at;
  const stop = blocks.indexOf(own.at(-1)) + 1;
  // Whether what stood before so many blocks was left, is within the report.
  const isWithin = at => at > start && at <= stop;
  return { whole: true, title: before.title, signer: behind.signer, introduction: before.introduction, blocks: own, left, isWithin };
};

// The title of a report in front of a text that is no whole one.
export const titleOf = blocks => blocks.length > 1 && isTitle(blocks[0]) && /年/.test(wordsOf(blocks[0])) ? reason("标题由程序印")(blocks[0]) : null;
