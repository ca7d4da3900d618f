//! How `report.yaml`, `agency.yaml` and `site.yaml` are written.

use super::declare::code;

code! {
    /// A file that cannot be taken apart.
    SYNTAX = "S020" Syntax Error "填写格式有误",
    what: "`.yaml` 文件由一行一行的“名称: 值”组成，下一层的内容缩进两个空格，花括号、方括号、引号成对。",
    why: "格式有误的文件无法读出数字，这份报告只能整个略过。",
    example: "`自然人: {数: 1, 注: 其中修订16件`（少了右花括号）",
    mend: "按提示改正这一行；也可以对照已经公开的报告的 `report.yaml`，从那里复制一行再改数字。",
}

code! {
    /// A full-width colon between key and value.
    WIDE_COLON = "S021" Syntax Error "冒号应为半角",
    what: "名称和值之间的冒号是半角的 `:`，后面有一个空格。",
    why: "全角冒号“：”会被当作文字的一部分，名称和值就分不开了。",
    example: "`年度：2024`",
    mend: "改为 `年度: 2024`。输入法切换到英文状态再输入冒号。",
}

code! {
    /// No colon, or no space behind it.
    COLON_SPACE = "S022" Syntax Error "缺少冒号或空格",
    what: "名称和值之间有一个半角冒号，后面有一个空格。",
    why: "没有冒号，名称和值就分不开；没有空格时，冒号会被当作文字的一部分（网址里就有冒号）。",
    example: "`年度:2024`、`{自然人 1}`",
    mend: "改为 `年度: 2024`。",
}

code! {
    /// Tabs or full-width spaces at the start of a line.
    INDENT = "S023" Syntax Error "缩进要用半角空格",
    what: "行首的缩进只用半角空格，每层两个。",
    why: "制表符（Tab 键）和全角空格在不同的编辑器里宽度不同，层次会看错，所以不允许。",
    example: "`⇥自然人: 1`（行首是制表符）",
    mend: "删去行首的制表符或全角空格，改为半角空格。",
}

code! {
    /// Full-width commas, braces and brackets.
    WIDE_MARK = "S024" Syntax Error "逗号、括号应为半角",
    what: "把几项写在一行里时，花括号、方括号和逗号是半角的。",
    why: "全角的逗号和括号会被当作文字。",
    example: "`本年新收: ｛自然人: 1，商业企业: 0｝`",
    mend: "改为 `本年新收: {自然人: 1, 商业企业: 0}`。",
}

code! {
    /// One key twice.
    DUPLICATE = "S025" Syntax Error "同一项写了两次",
    what: "同一层里每个名称只出现一次。",
    why: "两个值不知以哪个为准。",
    example: "`自然人: 1` 和 `自然人: 2` 写在同一组里；或者中文名称和英文名称各写了一次。",
    mend: "核对后删去其中一个。",
}

code! {
    /// Anchors, aliases, tags, several documents, keys that are no words.
    UNSUPPORTED = "S026" Syntax Error "不支持的写法",
    what: "不使用 YAML 的引用（`&`、`*`）、标记（`!`）、多个文档（`---`）和以一组内容作名称的写法。",
    why: "这些写法普通编辑人员看不懂，一处改动会悄悄影响别处。",
    example: "`上年结转: *本年`",
    mend: "把内容直接写出来；文字里确实要以这些符号开头时，给整个值加上引号。",
}

code! {
    /// Nested more deeply than any form.
    TOO_DEEP = "S027" Syntax Error "层次过深",
    what: "内容不超过 32 层。",
    why: "官方格式只有四五层，更深的多半是括号或缩进写错了。",
    example: "`[[[[[[[[…`",
    mend: "检查这一行前后的括号和缩进。",
}

code! {
    /// A single value where a group stands, or the other way round.
    SHAPE = "S028" Syntax Error "写法与要求不符",
    what: "要求一组“名称: 值”的地方写一组，要求单个值的地方写单个值，要求列表的地方每项以“- ”开头。",
    why: "写法不同，读不出其中的内容。",
    example: "`联系方式: 0577-88888888`（应为一组，写明是电话还是地址）",
    mend: "按提示的样子改写。",
}

code! {
    /// A half-width comma in a text within braces.
    COMMA = "S029" Syntax Error "文字里有半角逗号",
    what: "花括号里的文字不含半角逗号；要用就给整段文字加上引号。",
    why: "花括号里的半角逗号用来隔开各项，文字会从逗号处断开，后半段就丢失了。",
    example: "`{日期: 2025-03-05, 内容: 由5次,更正为3次}`",
    mend: "改为全角逗号：`内容: 由5次，更正为3次`；或加引号：`内容: \"由5次,更正为3次\"`。",
}

code! {
    /// A value behind a `#`.
    LOST_VALUE = "S034" Syntax Error "写在“#”后面的值没有读",
    what: "空格后面的 `#` 到行末都是注释，不是内容：值不写在 `#` 后面，也没有从表格软件里复制来的出错标记（`#VALUE!`、`#REF!`、`#N/A`、`#DIV/0!`、`####`）。",
    why: "`#` 后面的内容不读，这一项就成了没有填，按 0 计。",
    example: "`自然人: #VALUE!`、`自然人: #12`、`{自然人: 1, #商业企业: 2}`",
    mend: "填上真正的数；没有就写 0。文字里要用 `#` 的，给整个值加上引号：`地址: \"3号楼 #2\"`。",
}

code! {
    /// A comment that may be part of a value.
    COMMENT = "S035" Syntax Hint "“#”后面的内容没有读",
    what: "值后面的注释，与 `#` 之间空一格。",
    why: "空格后面的 `#` 到行末都是注释，不是内容；紧挨着 `#` 的字，可能本来是内容。",
    example: "`标题: #海州市投资促进局政府信息公开工作年度报告`、`地址: 人民路 #3楼`",
    mend: "是内容的，删去 `#`，或者给整个值加上引号；是注释的，在 `#` 后面空一格。",
}

code! {
    /// A name within quotation marks that would be printed.
    QUOTED = "S036" Syntax Warning "整个值在中文的引号里",
    what: "`名称`、`简称`、`标题`、`网站名称`、`署名`、`索引号`、`文号` 等的值，两头没有中文的引号、书名号。",
    why: "中文的引号和书名号是内容的一部分，会原样印在报告上。",
    example: "`标题: “海州市投资促进局2024年政府信息公开工作年度报告”`",
    mend: "删去两头的引号；`nianbao check --fix` 可以一次改好。",
}
