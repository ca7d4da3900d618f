//! How `narrative.md` is written.

use super::declare::code;

code! {
    /// Raw HTML.
    HTML = "S040" Syntax Error "不支持 HTML",
    what: "正文里不能有 HTML 标签。`<!--` 和 `-->` 之间是给编辑看的提示，不会公开；提示有头有尾，后面的文字另起一行。",
    why: "同一段文字既要做成网页又要做成 PDF，HTML 在 PDF 里没有意义，在网页里会破坏版式和安全。",
    example: "`<b>重点</b>`、`<br>`、`<!-- 待补充`（没有 `-->`）",
    mend: "删去标签，只留文字；加粗写 `**重点**`，换段空一行。要显示小于号时写 `\\<`。",
}

code! {
    /// Quotes, code, rules, task lists.
    UNSUPPORTED = "S041" Syntax Error "不支持的排版",
    what: "正文可以用标题、段落、列表、简单表格、图片、链接、脚注和加粗；列表最多四层；不能用引用（`>`）、代码（`` ` ``）、分隔线、删除线和任务列表。",
    why: "公文没有这些版式。",
    example: "`> 领导指出……`、`~~删去~~`",
    mend: "按提示改为普通段落或列表。",
}

code! {
    /// Paragraphs that were indented by hand.
    INDENTED = "S042" Syntax Hint "段首不必空格",
    what: "段落前没有四个以上的空格或制表符。",
    why: "段首缩进两字由程序排版；行首的空格在这种格式里另有含义，可能改变内容的层次。这里已按普通段落读取。",
    example: "`    市投资促进局按照……`",
    mend: "删去行首的空格，段落之间空一行。",
}

code! {
    /// A heading below level 4.
    HEADING_DEPTH = "S043" Syntax Error "标题层次过深",
    what: "标题最多四级：`#` 一、，`##` （一），`###` 1.，`####` （1）。",
    why: "《党政机关公文格式》（GB/T 9704-2012）规定结构层次序数为这四级。",
    example: "`##### 具体做法`",
    mend: "减少 `#`，或改为普通段落。",
}

code! {
    /// A heading without words.
    EMPTY_HEADING = "S044" Syntax Error "标题没有文字",
    what: "每个标题都有文字。",
    why: "空标题会印出一个孤零零的序号。",
    example: "`## （一）`",
    mend: "写上标题，或删去这一行。",
}

code! {
    /// Asterisks that made nothing bold.
    BOLD = "S045" Syntax Warning "加粗没有生效",
    what: "表示加粗的两个星号 `**` 成对，里侧没有空格。",
    why: "没有生效的星号会原样印出来。",
    example: "`** 重点工作 **全面推进`、`**重点工作全面推进`",
    mend: "删去星号里侧的空格，补上缺少的一对：`**重点工作**全面推进`；不需要加粗就删去星号。",
}

code! {
    /// A link to something other than a page or a mail address.
    LINK = "S046" Syntax Error "链接的网址不能用",
    what: "链接以 `http://`、`https://` 或 `mailto:` 开头，不超过 2,000 个字节（一个汉字是三个）。",
    why: "报告也以 PDF 公开，离开网站后只有完整的地址还能打开；其他种类的地址不安全，过长的地址很多程序打不开。",
    example: "`[附件](../附件.docx)`",
    mend: "写完整的网址；不需要链接就只留文字。",
}

code! {
    /// A picture that is not to be had.
    IMAGE_FILE = "S047" Syntax Error "图片文件有误",
    what: "正文里的图片直接放在这份报告的文件夹里，党政机关标识的图片放在 `site.yaml` 旁边；是 PNG、JPEG 或 SVG，不超过 10 MB。",
    why: "别处的图片以后可能变动或丢失；其他格式做不成 PDF。",
    example: "`![办理流程图](https://example.com/a.png)`、`![统计图](图.bmp)`",
    mend: "把图片另存为 `.png` 或 `.jpg`，放在 `narrative.md` 旁边，写 `![说明](文件名.png)`；标识的图片放在 `site.yaml` 旁边，写 `图片: 文件名.png`。",
}

code! {
    /// A picture within running text.
    IMAGE_PLACE = "S048" Syntax Error "图片要单独成段",
    what: "图片单独占一段，前后各空一行。",
    why: "公文中图片不夹在文字里。",
    example: "`办理情况见下图：![统计图](图.png)`",
    mend: "在图片前后各空一行。",
}

code! {
    /// A picture that says nothing to those who cannot see it.
    IMAGE_ALT = "S049" Syntax Error "图片缺少文字说明",
    what: "每张图片在方括号里写明内容。",
    why: "视力障碍者靠文字说明了解图片（GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》）。",
    example: "`![](图.png)`",
    mend: "写成 `![2024年各渠道申请数量统计图](图.png)`。",
}

code! {
    /// A row of a table with more cells than its head.
    TABLE_WIDTH = "S050" Syntax Error "表格这一行的格数过多",
    what: "表格每一行的格数不超过表头。",
    why: "多出来的格子会丢失。",
    example: "表头两格 `| 渠道 | 件数 |`，下面一行三格 `| 网络 | 12 | 3 |`。",
    mend: "给表头补上缺少的格，或删去多余的竖线 `|`。",
}

code! {
    /// Braces that are not closed or full-width.
    LOOKUP_FORM = "S051" Syntax Error "引用数据的写法有误",
    what: "引用表中的数据写作 `{{ 申请.本年新收.总计 }}`，用两对半角花括号。",
    why: "写法有误的引用会原样印出来。",
    example: "`｛｛申请.本年新收.总计｝｝`、`{ 申请.本年新收.总计 }`、`{{ 申请.本年新收.总计 `",
    mend: "改为半角花括号，并且成对。",
}

code! {
    /// A look-up of something unknown.
    LOOKUP_UNKNOWN = "S052" Syntax Error "引用的数据不存在",
    what: "花括号里的名称与 `report.yaml` 的名称一致，各层之间用点隔开。",
    why: "写错的名称查不到数字。",
    example: "`{{ 申请.本年新增.总计 }}`（应为“本年新收”）",
    mend: "按提示改正名称。",
}

code! {
    /// A look-up of things that do not add up.
    LOOKUP_SUM = "S053" Syntax Error "引用的数据不能相加",
    what: "引用的是一个数，或者有合计的一行、一列。",
    why: "制发、废止、现行有效的件数相加没有意义。",
    example: "`{{ 主动公开.规章 }}`",
    mend: "写明是哪一个数，如 `{{ 主动公开.规章.现行有效 }}`。",
}

code! {
    /// A heading without a space behind the `#`.
    HEADING_SPACE = "S054" Syntax Error "标题的“#”后缺少空格",
    what: "标题的 `#` 是半角的，后面有一个空格。",
    why: "没有空格的 `#` 会被当作文字原样印出来。这里已按标题读取。",
    example: "`##主动公开`、`＃ 总体情况`",
    mend: "改为 `## 主动公开`、`# 总体情况`。",
}

code! {
    /// A line of dashes right below a text.
    UNDERLINE = "S055" Syntax Error "横线把上一行变成了标题",
    what: "文字的下一行不是一行 `---` 或 `===`。",
    why: "在这种格式里，紧跟在文字下面的横线表示上一行是标题，整段文字会被当作标题。这里已按普通段落读取。",
    example: "`全年主动公开信息 120 条。` 的下一行是 `---`。",
    mend: "要写标题，在行首加 `#` 和空格；不是标题，就删去横线，段落之间空一行。",
}

code! {
    /// Rows of a table without the line of dashes.
    TABLE_RULE = "S056" Syntax Error "表格缺少横线",
    what: "表格第一行是表头，第二行是横线 `|---|---|`，格数与表头相同。",
    why: "没有这一行，就不是表格，竖线会原样印出来。",
    example: "`| 渠道 | 件数 |` 的下一行直接是 `| 网络 | 12 |`。",
    mend: "在表头下面加一行 `|---|---|`，有几列写几组；表格前后各空一行。",
}

code! {
    /// Numbered lines that become one paragraph.
    RUN_TOGETHER = "S057" Syntax Warning "编了号的几行会连成一段",
    what: "各项之间有空行，或者写成列表。",
    why: "没有空行的几行是同一个段落，会首尾相接印成一段。",
    example: "`1.加强领导` 的下一行是 `2.完善制度`。",
    mend: "每项之间空一行；或者写成列表：`1. 加强领导`，点号后面有一个空格。是小标题的，前面加 `##`（见 S064）。",
}

code! {
    /// A footnote that says nothing.
    FOOTNOTE_LOST = "S058" Syntax Error "脚注没有内容",
    what: "正文里的每个 `[^1]`，都有一段 `[^1]: …` 写明脚注的内容。",
    why: "没有内容的脚注，编号会原样印出来。",
    example: "正文写了 `收到申请12件[^1]`，后面没有 `[^1]: 含上年结转2件。`；或者冒号是全角的。",
    mend: "另起一段写 `[^1]: 含上年结转2件。`，冒号是半角的，后面空一格；不需要脚注就删去编号。",
}

code! {
    /// A footnote that nothing refers to.
    FOOTNOTE_UNUSED = "S059" Syntax Warning "脚注没有用到",
    what: "每段 `[^1]: …`，在正文里都有一个 `[^1]`。",
    why: "正文里没有编号的脚注不会印出来，写的内容就丢失了。",
    example: "有 `[^2]: 含上年结转2件。`，正文里没有 `[^2]`。",
    mend: "在要加注的文字后面写上编号；不需要就删去这一段。",
}

code! {
    /// A footnote in a heading, or one that is no paragraph.
    FOOTNOTE_FORM = "S060" Syntax Error "脚注的写法有误",
    what: "脚注的编号写在段落、列表或表格的文字里，内容是一段文字。",
    why: "标题要进目录，链接和图片的文字说明有自己的用处，都放不下脚注；脚注印在一页的下方，放不下列表、表格和另一个脚注。",
    example: "`## 主动公开[^1]`",
    mend: "把编号移到正文里；脚注写成一段，编号不重复。",
}

code! {
    /// Two paragraphs that become one.
    PARAGRAPHS = "S061" Syntax Warning "两段之间没有空行",
    what: "段落之间有空行。一行以句号、问号、冒号等结尾，下一行另起一句，并且看得出是另一段的，才提示：比别的行短、每行都是完整的句子、一行超过 60 字，或者下一行有编号。",
    why: "没有空行的两行是同一个段落，会首尾相接印成一段。从 Word 粘贴来的文字常常如此。",
    example: "`全年主动公开信息 120 条。` 的下一行是 `全年收到申请 15 件。`",
    mend: "两段之间空一行；是同一段，就接着写在一行里。",
}

code! {
    /// Bullets that make no list.
    BULLET = "S062" Syntax Warning "项目符号不会成为列表",
    what: "列表的每一项用 `- ` 开头，不用 `•`、`●`、`◆`、`➢` 等项目符号。",
    why: "从 Word 粘贴来的项目符号只是普通的字，会原样印出来，各项首尾相接连成一段。",
    example: "`•加强组织领导` 的下一行是 `•完善工作制度`。",
    mend: "每一项单独一行，写成 `- 加强组织领导`。",
}

code! {
    /// A table of Word as lines with tabs.
    TABS = "S063" Syntax Warning "像是没有写成表格的表格",
    what: "表格的各格用 `|` 隔开，不用制表符。",
    why: "从 Word 粘贴来的表格，各格之间只剩制表符，会首尾相接连成一段文字。",
    example: "连续两行，每行的几个词之间都是一个制表符。",
    mend: "每行用 `|` 隔开各格，表头下面加一行 `|---|---|`。",
}

code! {
    /// A sub-heading without its marks.
    SUBHEADING = "S064" Syntax Warning "像是小标题，没有“##”",
    what: "单独一行的 `（一）主动公开情况` 下面就是正文的，是小标题，前面有 `##`。",
    why: "没有 `##` 就是普通段落：印出来不是楷体，没有目录和书签，下面没有空行的还会和正文连成一段。",
    example: "`（一）主动公开情况` 的下一行是正文。",
    mend: "改为 `## （一）主动公开情况`。",
}
