//! The figures of the three tables.

use super::declare::code;

code! {
    /// Not a number at all.
    NOT_A_NUMBER = "V001" Values Error "不是数字",
    what: "表中每一格是一个数字。",
    why: "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）的三张表都填写数字。",
    example: "`自然人: 12万`、`自然人: 约3`、`自然人: 3件`",
    mend: "只写数字，单位、“约”等字样删去；“12万”写作 `120000`。需要说明的话写 `{数: 22, 注: 其中修订16件}`。",
}

code! {
    /// Below zero.
    NEGATIVE = "V002" Values Error "不能是负数",
    what: "件数和金额都不小于 0；只有 2019、2020 年表格里的“本年增/减”可以是负数。",
    why: "表中数字是数量和金额，没有负数。",
    example: "`结转下年度: {自然人: -1}`",
    mend: "核对后改正；没有就写 0。",
}

code! {
    /// A count that is not whole.
    FRACTION = "V003" Values Error "件数应为整数",
    what: "件数是整数，不带小数点。",
    why: "申请、决定、文件都按件计。",
    example: "`行政许可: 12.5`",
    mend: "核对后改为整数；以“万件”为单位的请换算成件。",
}

code! {
    /// An amount finer than a yuan.
    FINE_AMOUNT = "V004" Values Hint "金额有四位以上的小数",
    what: "收费金额以万元为单位，一般写到四位小数（精确到元）；五位、六位的按原数收录。",
    why: "小数这样多的，有的是精确到分，有的是单位弄错了。",
    example: "`行政事业性收费: 72701.255123`",
    mend: "与公布的一致就不必改；单位不是万元的，换算后改正。",
}

code! {
    /// Larger than anything real.
    TOO_LARGE = "V005" Values Error "数字过大",
    what: "数字小于一万亿。",
    why: "再大的数字必是误填，例如把两格连在了一起。",
    example: "`行政许可: 113988891139888900`",
    mend: "核对后改正。",
}

code! {
    /// A blank or a stroke for 0.
    BLANK = "V006" Values Hint "空白按 0 计",
    what: "没有的项目写 0，或整项不写。",
    why: "空白、“/”、“无”可能是没有，也可能是忘了填。这里按 0 计。",
    example: "`行政强制: /`",
    mend: "确实没有就写 0。",
}

code! {
    /// Full-width digits, separators, leading zeros.
    DIGITS = "V007" Values Hint "数字写法不规范",
    what: "数字用半角，不加千位分隔符，前面不加 0。",
    why: "全角数字和分隔符容易看错、抄错。这里已读出其中的数。",
    example: "`行政许可: １，２３４`",
    mend: "改为 `行政许可: 1234`。",
}

code! {
    /// A total among the figures.
    TYPED_TOTAL = "V008" Values Error "合计不必填写",
    what: "各项数字里不写合计，合计由程序算出。",
    why: "手写的合计会与各项之和不一致，这是年报最常见的差错。",
    example: "`本年新收: {自然人: 1, 总计: 1}`",
    mend: "删去合计；要核对原文中的合计，请把它写到“表内合计”下面，例如 `表内合计: {申请: {本年新收: 1}}`。",
}

code! {
    /// One number where several are asked for.
    SPLIT = "V009" Values Error "应分项填写",
    what: "有下级项目的，分别填写各下级项目。",
    why: "官方表格按申请人类别、办理结果分别统计。",
    example: "`本年新收: 5`",
    mend: "分项写明，如 `本年新收: {自然人: 3, 商业企业: 2}`。",
}

code! {
    /// A stated total of things that do not add up.
    NO_TOTAL = "V010" Values Error "这里没有合计",
    what: "“表内合计”下面只写表中确有合计的项目。",
    why: "制发、废止、现行有效的件数不相加，官方表格没有这样的合计。",
    example: "`表内合计: {主动公开: {规章: 3}}`",
    mend: "删去这一项。",
}

code! {
    /// （六）其他处理 in one row, in a draft.
    UNDIVIDED = "V011" Values Warning "“其他处理”没有分项",
    what: "2021 年及以后的报告，表三“（六）其他处理”分“逾期不补正”“逾期不缴费”“其他”三项填写。已公开的报告不检查。",
    why: "国办公开办函〔2021〕30号所附表格在这一行下面有三项；有的已公开的报告没有分项，照原样收录，不作提示。",
    example: "`其他处理: {自然人: 2}`",
    mend: "分项写明，如 `其他处理: {逾期不补正: {自然人: 2}}`。确实要印成一行的，保持不变并说明理由。",
}

code! {
    /// An amount finer than any coin.
    DECIMALS = "V012" Values Error "金额最多六位小数",
    what: "收费金额以万元为单位，最多六位小数（精确到分）。",
    why: "官方表格的单位是万元，六位小数就是一分钱。",
    example: "`行政事业性收费: 59237.2449158`",
    mend: "核对后改正；检查单位是不是万元。",
}

code! {
    /// A report on 格式2019 after its years.
    OLDER_FORM = "V013" Values Warning "用的是 2019 年的格式",
    what: "2021 年及以后的报告，按《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）填写表二。用了 2019、2020 年试行格式的，只提示一次，按那种格式读取、检查和印出。",
    why: "国办公开办函〔2021〕30号自 2021 年度的报告起施行；有的已公开的报告仍用旧的格式，照原样收录。",
    example: "2022 年的报告写着 `规章: {新制作: 1, 新公开: 1, 公开总数: 3}`",
    mend: "还没有公开的，改用现行的格式：规章和行政规范性文件写 `{制发: 1, 废止: 0, 现行有效: 3}`，其余各项只写一个数，删去 `政府集中采购`。已经公开的保持不变。",
}

code! {
    /// A figure that an import could not read for certain.
    UNVERIFIED = "V014" Values Error "数字待核对",
    what: "导入时看不准的数字，新的一年里还没有填的数字，写作“待核对”；查实填上以后才能检查和发布。",
    why: "从网页、Word、PDF 导入的报告，有的数字连在一起、看不清或者没有找到；新建的报告，数字还没有填。程序不猜，也不按 0 处理。",
    example: "`行政许可: 待核对`、`申请: 待核对`",
    mend: "查实以后把“待核对”改为数字，没有的写 0，导入的对照原件；整张表写作“待核对”的，逐项填上。",
}
