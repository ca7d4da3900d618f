//! What is wrong within a picture. That one is not to be had, or is no picture, is said in `markdown`.

use super::declare::code;

code! {
    /// A picture that cannot be decoded.
    BROKEN = "S070" Syntax Error "图片损坏",
    what: "图片完整，能够解码显示。",
    why: "损坏的图片在网页上是空白，也做不成 PDF。复制、下载中断或改扩展名常使图片损坏。",
    example: "只下载了一半的 `统计图.jpg`、0 字节的 `统计图.png`。",
    mend: "从原处重新复制一份；不行就打开原图，另存为 `.png` 或 `.jpg`，替换这个文件。",
}

code! {
    /// A picture that is sound, but not fit to be published.
    UNFIT = "S071" Syntax Error "图片不宜发布",
    what: "图片不超过 5000 万像素，不是动图，不是 CMYK 印刷色；SVG 图形不过于复杂。",
    why: "过大或过于复杂的图片使读者和制作 PDF 的电脑耗尽内存；印刷品不会动；印刷色在网页上颜色会错。",
    example: "20000 × 15000 像素的扫描图、会动的 PNG、印刷厂给的 CMYK 照片。",
    mend: "按提示缩小图片、截取一幅、把颜色模式改为 RGB，或把 SVG 另存为 `.png`，替换这个文件。",
}

code! {
    /// A drawing that would show something from elsewhere.
    UNSAFE = "S072" Syntax Error "SVG 图片带有不能发布的内容",
    what: "SVG 图片不引用别处的文件，不嵌入网页、实体定义和复杂的滤镜。脚本、链接、动画不显示内容，发布时自动去掉，不必修改。",
    why: "别处的文件以后可能变动或丢失，也可能泄露制作 PDF 的电脑上的文件；嵌入的网页能运行程序。",
    example: "`<image href=\"照片.png\"/>`、`<foreignObject>`。",
    mend: "用制图的软件把它另存为 `.png`，正文里改用这个文件；或在软件里选择“嵌入图片”后重新导出 SVG。",
}
