//! Keys, dates and settings.

use super::declare::code;

code! {
    /// A key that means nothing.
    UNKNOWN_KEY = "V020" Values Error "无法识别的项目名称",
    what: "每个名称都是规定的名称。",
    why: "写错名称的内容不会被读取，数字就丢失了。",
    example: "`本年新增: {自然人: 1}`（应为“本年新收”）",
    mend: "按提示改正名称。",
}

code! {
    /// A key that must be there is not, or has no value.
    MISSING_KEY = "V021" Values Error "缺少必填的内容",
    what: "必填的项目都写了，并且不是空白。",
    why: "名称、年度等要印在报告上，或者用来核对。",
    example: "`agency.yaml` 里没有“名称”。",
    mend: "按提示补上。",
}

code! {
    /// A year that is not the folder's.
    YEAR = "V022" Values Error "年度有误",
    what: "`report.yaml` 里的“年度”只写四位数字，与所在文件夹的名称相同。",
    why: "不符往往是复制了上一年的文件而忘了修改。",
    example: "`2024/report.yaml` 里写着 `年度: 2023`，或者 `年度: 2024年`。",
    mend: "核对内容是哪一年的：改正“年度”，或把文件移到那一年的文件夹。",
}

code! {
    /// A year whose form this program does not know.
    FORM = "V023" Values Error "尚不支持这一年的格式",
    what: "年度在 2019 年及以后，不晚于 2100 年。",
    why: "2021 年起使用《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），2019、2020 年使用它的试行格式（国办公开办函〔2019〕60号）；更早的没有统一格式。",
    example: "`content/agencies/tcj/2018/`",
    mend: "把这一年的文件夹移到 `content/` 之外。",
}

code! {
    /// A day that does not exist or cannot be made out.
    DATE = "V024" Values Error "日期有误",
    what: "日期是真实存在的一天，在 1949 年到 2100 年之间，写作 `2025-01-20`。",
    why: "发布日期要印在网页上，并用来核对是否按时公开（《政府信息公开条例》第四十九条）。",
    example: "`发布日期: 2025-02-30`、`发布日期: 1025-01-20`",
    mend: "核对后改正，按“年-月-日”书写。",
}

code! {
    /// A day written in another way.
    DATE_FORM = "V025" Values Hint "日期写法不规范",
    what: "日期写作 `2025-01-20`。",
    why: "统一写法便于核对。这里已读出是哪一天。",
    example: "`发布日期: 2025年1月20日`",
    mend: "改为 `发布日期: 2025-01-20`。",
}

code! {
    /// None of the values that may stand here.
    CHOICE = "V026" Values Error "取值不在可选范围内",
    what: "只有几个取值可选的项目，填写其中一个。",
    why: "状态决定报告能否修改、差错是否阻止公开，汇总决定把谁的数加起来，落款和打印决定怎样印，不能含糊。",
    example: "`状态: 公开`（应为“起草”“可公开”或“已公开”）、`汇总: 所有下级`（应为“全部下级”）、`落款: 有`（应为“盖章”或“不盖章”）、`打印: 正反面`（应为“单面”或“双面”）",
    mend: "按提示改为其中一个。",
}

code! {
    /// An address of no page.
    ADDRESS = "V027" Values Error "网址有误",
    what: "网址以 `http://` 或 `https://` 开头，完整，没有空格，不超过 2,000 个字节（一个汉字是三个）。",
    why: "网址会成为网页上的链接。",
    example: "`网址: www.wenzhou.gov.cn`",
    mend: "从浏览器的地址栏复制完整的网址。",
}

code! {
    /// A colour that is none.
    COLOUR = "V028" Values Error "颜色有误",
    what: "主题色写作井号加六位十六进制数，并加引号：`\"#1a5fb4\"`。",
    why: "不加引号时，井号后面的内容会被当作注释而丢失。",
    example: "`主题色: 红色`、`主题色: #1a5fb4`（没有引号）",
    mend: "改为 `主题色: \"#1a5fb4\"`。",
}

code! {
    /// A place in the order that is no number.
    ORDER = "V029" Values Error "排序应为整数",
    what: "“排序”是 0 到 999999 之间的整数，小的排在前面。",
    why: "机关名单按官方次序排列。",
    example: "`排序: 第三`",
    mend: "改为 `排序: 3`。",
}

code! {
    /// Figures of the office itself in a report that is not added up.
    LONELY_OWN = "V030" Values Error "写了本级，没有写汇总",
    what: "`本级` 和 `汇总` 一起写。",
    why: "`本级` 是汇总时加进去的本机关自己的数；没有 `汇总`，这些数哪里也不会印出来。",
    example: "`本级: {申请: {本年新收: {自然人: 3}}}`，没有 `汇总: 全部下级`",
    mend: "加上一行 `汇总: 全部下级`；不汇总的，把数直接写在“主动公开”“申请”等下面。",
}

code! {
    /// The first or the last year of an agency.
    SPAN = "V031" Values Error "起止年度有误",
    what: "`agency.yaml` 里的“自”“至”是四位数字的年度，“至”不早于“自”。写了“并入”的，也写“至”。",
    why: "这两年决定机关哪些年应当有报告。",
    example: "`至: 2023年`",
    mend: "改为 `至: 2023`，即最后一份报告的年度。",
}

code! {
    /// A value of more characters than any has.
    TOO_LONG = "V032" Values Error "文字过长",
    what: "`.yaml` 文件里的一项文字不超过 5000 字。",
    why: "名称、理由、更正的内容都只有几十到几百字；更长的多半是把别的内容粘贴了进来。",
    example: "`名称:` 后面粘贴了整篇报告。",
    mend: "只留这一项的内容；长的文字写在 `narrative.md` 里。",
}

code! {
    /// What was kept of a publication beside a report that it is not of, or that is no record.
    STRAY_RECORD = "V033" Values Error "存档和报告不符",
    what: "`record.yaml` 是公布时由 `nianbao publish` 存下的机关名称和汇总数字，旁边的报告是“已公开”的那一份。",
    why: "公布过的报告，状态删去或者改错了，会从网站上消失；连同 `record.yaml` 复制到别的机关，会以别的机关的名称公开。",
    example: "`record.yaml` 旁边的 `report.yaml` 写着 `状态: 起草`",
    mend: "状态改错了的，改回 `已公开`；从别处复制来的、要撤下来重写的，删去 `record.yaml`。",
}

code! {
    /// Content of a later version of the program.
    CONTENT_FORMAT = "V034" Values Error "内容的格式比程序新",
    what: "`site.yaml` 的“内容格式”不大于程序认得的那一版；`nianbao --version` 说明是哪一版。",
    why: "新的格式里，同一个名称可能另有所指，旧的程序读了会出错数。",
    example: "`内容格式: 9`",
    mend: "换用新版的 `nianbao`。",
}
