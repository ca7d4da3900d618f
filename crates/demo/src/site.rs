//! site.yaml with all that a site can say of itself, made up so that nobody takes it for true.

use crate::yaml::FIRST_LINES;

/// The picture of 党政机关标识.
pub(crate) const EMBLEM: &str = "标识.svg";

/// A shield without any emblem on it.
pub(crate) const EMBLEM_PICTURE: &str = "\
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"96\" viewBox=\"0 0 90 96\">
<path d=\"M45 4 82 16v32c0 22-16 36-37 44C24 84 8 70 8 48V16z\" fill=\"#fff\" stroke=\"#8a8f98\" stroke-width=\"4\"/>
<path d=\"M24 40h42M24 54h42M31 68h28\" stroke=\"#8a8f98\" stroke-width=\"5\" stroke-linecap=\"round\" stroke-dasharray=\"9 8\"/>
</svg>
";

/// The settings of the site.
pub(crate) fn site() -> String {
    format!(
        "{FIRST_LINES}网站名称: 云澜市政府信息公开工作年度报告（演示）\n\
         网址: https://yunlan.example.com/nianbao\n\
         主办单位: 云澜市人民政府办公室（虚构）\n\
         联系电话: 0000-00000000\n\
         网站标识码: \"0000000000\"\n\
         ICP备案号: 演ICP备00000000号-1（虚构）\n\
         公安备案号: 演公网安备00000000000000号（虚构）\n\
         党政机关标识:\n  网址: https://bszs.example.com/yunlan\n  图片: {EMBLEM}\n"
    )
}
