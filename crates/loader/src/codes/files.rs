//! Files and folders.

use super::declare::code;

code! {
    /// A text in another encoding.
    ENCODING = "S001" Syntax Error "文件编码不是 UTF-8",
    what: "`report.yaml`、`narrative.md` 等文本文件的编码。",
    why: "网页、PDF 和各种编辑器都以 UTF-8 为准；GBK 等编码在别的电脑上会成为乱码，生僻字会丢失。",
    example: "旧版记事本保存的 `report.yaml`，编码为 ANSI（GBK）。",
    mend: "在记事本中打开，“另存为”，编码选“UTF-8”。",
}

code! {
    /// Bytes that are no text.
    NOT_TEXT = "S002" Syntax Error "文件不是文本",
    what: "文本文件里不能有空字符或无法辨认的内容。",
    why: "无法辨认的内容不能公开，也无从检查。",
    example: "把 Word 文档改名为 `narrative.md`。",
    mend: "在 Word 或 WPS 中打开原来的文件，把文字复制到记事本，保存为 UTF-8 编码的纯文本。",
}

code! {
    /// A text that is too large to have been written by hand.
    TOO_LARGE = "S003" Syntax Error "文件过大",
    what: "文本文件不超过 1 MB。",
    why: "一份年报的文字只有几万字；过大的文件多半是放错了，或者把图片嵌进了文字里。",
    example: "`narrative.md` 有 30 MB，里面是嵌入的图片。",
    mend: "把图片另存为 `.png` 或 `.jpg` 文件，放在同一个文件夹里，正文里写 `![说明](文件名.png)`。",
}

code! {
    /// A file that must be there is not.
    MISSING_FILE = "S004" Syntax Error "缺少文件",
    what: "`content/` 里有 `site.yaml` 和 `agency.yaml`；每个机关的文件夹里有 `agency.yaml`；每个年度的文件夹里有 `report.yaml` 和 `narrative.md`。",
    why: "《政府信息公开条例》第五十条规定了年度报告的内容，缺一不可；机关的名称要印在报告上。",
    example: "`content/agencies/tcj/2024/` 里只有 `report.yaml`，没有 `narrative.md`；或者文件名成了 `report.yaml.txt`（Windows 默认不显示“.txt”）。",
    mend: "按提示新建这个文件，也可以从别的机关或年度复制一份再改；多了扩展名“.txt”的，把文件改名。",
}

code! {
    /// A file or folder that the system does not give out.
    UNREADABLE = "S005" Syntax Error "文件无法读取",
    what: "文件夹树里的每个文件都能读取，都是普通的文件，不是管道、设备。",
    why: "读不出来的文件无法检查，也无法公开。",
    example: "`report.yaml` 其实是一个文件夹；或者文件没有读取权限。",
    mend: "检查它是不是文件、有没有读取权限；不是的，删去以后重新建一个。",
}

code! {
    /// A folder whose name is no good address.
    FOLDER_NAME = "S006" Syntax Error "文件夹名称不合规则",
    what: "`agencies/` 里的文件夹名称只能有小写英文字母、数字和短横线 `-`；年度的文件夹只写四位数字。",
    why: "文件夹名称就是这个机关在网站上的地址，逐年不变；汉字、空格、大写字母在地址里会变成难以辨认的符号。",
    example: "`content/agencies/投促局/`",
    mend: "用拼音首字母或英文给文件夹改名，如 `tcj`；机关的正式名称写在 `agency.yaml` 的“名称”里。",
}

code! {
    /// A folder that is neither a year nor `agencies`.
    UNKNOWN_FOLDER = "S007" Syntax Warning "无法识别的文件夹",
    what: "机关的文件夹里只有两种文件夹：四位数字的年度（如 `2024`）和放下级机关的 `agencies`。",
    why: "其他名称的文件夹不会被读取，里面的年报会被漏掉。",
    example: "`content/agencies/tcj/2024年/`",
    mend: "改成规定的名称；不需要公开的资料请放到 `content/` 之外。",
}

code! {
    /// A file that nothing reads.
    UNKNOWN_FILE = "S008" Syntax Hint "无法识别的文件",
    what: "文件夹里的每个文件都有用处。",
    why: "名称写错的文件不会被读取；多余的文件容易让人误以为它会公开。",
    example: "`report.yml`（应为 `report.yaml`）；没有在正文里引用的图片。",
    mend: "名称写错的改名，用不到的移到 `content/` 之外。",
}

code! {
    /// A symbolic link.
    SYMLINK = "S009" Syntax Warning "链接（快捷方式）不读取",
    what: "文件夹里不能有链接（快捷方式）。",
    why: "链接指向的内容可能在工作区之外，别人的电脑上没有；为免误公开，一律不读取。",
    example: "`content/agencies/tcj/2024` 是指向别处的链接。",
    mend: "把链接换成真正的文件或文件夹。",
}
