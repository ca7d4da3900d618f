//! Characters that nobody sees.

use super::declare::code;

code! {
    /// A character that turns the direction of text.
    TURNED = "S030" Syntax Error "有改变文字方向的字符",
    what: "文字和名称里没有改变文字方向的字符（U+202B、U+202D、U+202E、U+2067）。维吾尔文等从右到左书写的文字旁边，U+202B 和 U+2067 可以用。",
    why: "这种字符看不见，却让后面的文字反过来显示：看到的是“123”，文件里是“321”。核对的人和程序读到的不是同一句话。",
    example: "从网页复制来的机关名称里夹着 U+202E。",
    mend: "把这一行删去，重新输入一遍，不要从别处复制。",
}

code! {
    /// A character that nobody sees.
    INVISIBLE = "S031" Syntax Warning "有看不见的字符",
    what: "文字和名称里没有零宽空格、软连字符、控制字符一类看不见的字符。表情符号、维吾尔文、蒙古文、人名生僻字里该有的不算。",
    why: "两个看起来一样的名称，夹了看不见的字符就是两个名称：检索不到，汇总算成两家；印成 PDF 还可能成为方框。它们多半是从网页、微信或 Word 复制来的。",
    example: "“温州市”的“温”和“州”之间有 U+200B（零宽空格）。",
    mend: "把光标放在它后面，按退格键删去，或者把前后的字重新输入一遍；写着“可以改成”的，`nianbao check --fix` 可以一次改好。",
}
