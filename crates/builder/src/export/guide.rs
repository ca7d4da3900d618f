//! 说明.txt of a Typst folder: what is in it, and how the PDF is made from it.

use crate::pdf::TypstFolder;

/// The guide's own name in the folder.
pub(super) const NAME: &str = "说明.txt";

/// The guide to the folder of the report called `title`.
pub(super) fn guide(title: &str, folder: &TypstFolder) -> String {
    let compiler = &folder.compiler;
    let fonts = if folder.fonts.is_empty() {
        "这里没有字体，见第四部分"
    } else {
        "排版用的免费字体：Fandol 按 GPL（附字体例外）授权，Noto 按 OFL 授权"
    };
    let more_fonts = if folder.missing.is_empty() { "" } else { " --font-path <字体文件夹>" };
    format!(
        "\
{title}
（排版文件夹，由年报工坊导出）

一、有什么

  main.typ       从这里开始排版；其余 .typ 是它用到的版式
  report.json    报告的文字和数据
  fonts.json     哪种字体用在哪里
  images/        报告里的图片；没有图片就没有这个文件夹
  fonts/         {fonts}

二、怎样生成 PDF

  装好 Typst {compiler}（https://typst.app），在这个文件夹里运行：

  typst compile --font-path fonts{more_fonts} --ignore-system-fonts --features a11y-extras --pdf-standard a-2a,ua-1 main.typ report.pdf

  不写 --features a11y-extras 也能生成，版面一样，只是读屏软件认不出表格每一行的标题。

三、怎样改

  改文字和数据：report.json。改版式：.typ 文件，写法见 https://typst.app/docs。
  在这里改的，不会回到年报工坊；要一直有效，请改工作区的 content/ 或 templates/。
{}",
        missing(folder)
    )
}

/// The fonts that the reader must have.
fn missing(folder: &TypstFolder) -> String {
    if folder.missing.is_empty() {
        return String::new();
    }
    let families: String = folder.missing.iter().map(|family| ["  ", family, "\n"].concat()).collect();
    format!(
        "\n四、还要什么字体\n\n  下面的字体有版权，没有附上。请把上面的 <字体文件夹> 换成有这些字体的文件夹：\n\n{families}"
    )
}
