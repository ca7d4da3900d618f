//! The sections of the narrative.

use super::declare::code;

code! {
    /// A level-1 heading that is none of the six.
    UNKNOWN_HEADING = "C001" Sections Error "无法识别的部分标题",
    what: "`narrative.md` 的一级标题（一个 `#`）是“总体情况”“存在的主要问题及改进情况”“其他需要报告的事项”。",
    why: "国办公开办函〔2021〕30号规定了六个部分的标题。",
    example: "`# 基本情况`；第一行是从 Word 粘贴来的“海州市财政局2024年政府信息公开工作年度报告”",
    mend: "改为规定的标题；各部分里面的小标题用两个 `#`。报告的大标题由程序生成，不必写。",
}

code! {
    /// One of the three narrative sections is not there.
    MISSING = "C002" Sections Error "缺少一个部分",
    what: "第一、五、六部分都写了。",
    why: "国办公开办函〔2021〕30号规定年度报告有六个部分，其中第二、三、四部分的表格由程序生成。",
    example: "没有 `# 其他需要报告的事项`。",
    mend: "补上这个部分；第六部分没有其他事项时，也要写明信息处理费的收取情况。",
}

code! {
    /// A section twice.
    REPEATED = "C003" Sections Error "部分重复",
    what: "每个部分只写一次。",
    why: "重复的部分多半是复制粘贴的遗留。",
    example: "`# 总体情况` 出现了两次。",
    mend: "合并成一个，或删去多余的。",
}

code! {
    /// Sections in another order.
    ORDER = "C004" Sections Warning "部分的顺序不对",
    what: "各部分按官方次序排列。",
    why: "国办公开办函〔2021〕30号规定了次序。公开时程序会按官方次序排列。",
    example: "`# 其他需要报告的事项` 写在 `# 总体情况` 前面。",
    mend: "调整次序。",
}

code! {
    /// A section without text.
    EMPTY = "C005" Sections Error "部分没有内容",
    what: "每个部分的标题下面有文字；`<!--` 和 `-->` 之间的提示不算。下面只有提示的小标题，也算还没有写。",
    why: "空白的部分等于没有报告。",
    example: "`# 存在的主要问题及改进情况` 下面直接是下一个标题，或者只有 `<!-- 写法：…… -->`。",
    mend: "补上内容。不需要的小标题，连同提示一起删去。",
}

code! {
    /// The heading of a table section in the narrative.
    TABLE_HEADING = "C006" Sections Warning "表格部分不必写",
    what: "第二、三、四部分不写在 `narrative.md` 里。只有 2019、2020 年的报告，第四部分用“因政府信息公开工作被申请行政复议、提起行政诉讼情况”作标题的，写上这个标题，下面不写内容。",
    why: "这三个部分的标题和表格由程序根据 `report.yaml` 生成。",
    example: "`# 主动公开政府信息情况`、`二、主动公开政府信息情况`",
    mend: "删去这个标题，`nianbao check --fix` 会替你删。",
}

code! {
    /// Text in a table section, which has no place in the report.
    TABLE_TEXT = "C007" Sections Error "表格部分下面的文字会丢失",
    what: "第二、三、四部分没有文字，只有表格。",
    why: "这三个部分由程序根据 `report.yaml` 生成，写在这里的文字和表格不会出现在报告里。",
    example: "`# 主动公开政府信息情况` 下面粘贴了一张表。",
    mend: "表中数字填到 `report.yaml`；表下的注写到“表注”；其他文字移到“总体情况”；然后连同标题一起删去。",
}

code! {
    /// A heading of an earlier format.
    OLDER_HEADING = "C008" Sections Hint "使用了旧的标题",
    what: "2021 年及以后的报告，部分标题采用现行格式的写法。2019、2020 年的报告写成哪样就印成哪样。",
    why: "国办公开办函〔2021〕30号修改了部分标题。公开时印现行的标题。",
    example: "`# 政府信息公开工作存在的主要问题及改进情况`",
    mend: "改为 `# 存在的主要问题及改进情况`。",
}

code! {
    /// The title of a section that is no level-1 heading.
    HEADING_LEVEL = "C009" Sections Error "部分标题的级别不对",
    what: "第一、五、六部分的标题前面是一个 `#` 和一个空格。",
    why: "不是一级标题，程序就分不清部分的起止。这里已按部分标题读取。",
    example: "`一、总体情况`（没有 `#`）、`## 总体情况`（多了一个 `#`）",
    mend: "改为 `# 总体情况`。",
}
