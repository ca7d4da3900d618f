//! site.yaml.

use nianbao_model::Printing;

use super::value::words;
use super::{Choice, Group, Key, ValueKind};

/// 网站名称.
pub static NAME: Key =
    Key::new("网站名称", "name", ValueKind::Text, "网站的名称", "某市政府信息公开工作年度报告").required();
/// 网址.
pub static BASE_URL: Key = Key::new(
    "网址",
    "base_url",
    ValueKind::WebAddress,
    "网站首页放到网上以后的地址；写了才有网站地图和订阅源",
    "https://www.example.gov.cn/nb",
);
/// 主办单位.
pub static SPONSOR: Key = Key::new("主办单位", "sponsor", ValueKind::Text, "印在每一页的下面", "某市人民政府办公室");
/// 网站标识码.
pub static ID_CODE: Key = Key::new("网站标识码", "id_code", ValueKind::Text, "印在每一页的下面", "3300000001");
/// ICP备案号.
pub static ICP: Key = Key::new("ICP备案号", "icp", ValueKind::Text, "印在每一页的下面", "某ICP备00000000号");
/// 公安备案号.
pub static POLICE: Key =
    Key::new("公安备案号", "police", ValueKind::Text, "印在每一页的下面", "某公网安备00000000000000号");
/// 党政机关标识.
pub static EMBLEM: Key = Key::new("党政机关标识", "emblem", ValueKind::Group(&EMBLEM_GROUP), "印在每一页的下面", "");
/// 联系电话.
pub static TELEPHONE: Key = Key::new("联系电话", "telephone", ValueKind::Text, "印在每一页的下面", "0000-00000000");
/// 主题色.
pub static THEME: Key = Key::new("主题色", "theme", ValueKind::Colour, "网站的颜色，引号不能少", "\"#8c1c13\"");
/// 字体文件夹.
pub static FONTS: Key =
    Key::new("字体文件夹", "fonts", ValueKind::Words, "放公文字体的文件夹，与 content 放在一起", "字体");
/// 打印.
pub static PRINTING: Key =
    Key::new("打印", "printing", ValueKind::Choice(&PRINTING_WORDS), "PDF 怎样打印；不写就是都可以", "双面");
/// 内容格式.
pub static CONTENT_FORMAT: Key = Key::new(
    "内容格式",
    "content_format",
    ValueKind::Order,
    "内容按第几版格式写的；由 nianbao migrate 写上，不写就是第 1 版",
    "1",
);

/// All keys of site.yaml.
pub static GROUP: Group = Group {
    label: "文件内容",
    keys: &[
        &NAME,
        &BASE_URL,
        &SPONSOR,
        &TELEPHONE,
        &ID_CODE,
        &ICP,
        &POLICE,
        &EMBLEM,
        &THEME,
        &FONTS,
        &PRINTING,
        &CONTENT_FORMAT,
    ],
    short: None,
};

/// 网址 of 党政机关标识.
pub static EMBLEM_URL: Key = Key::new(
    "网址",
    "url",
    ValueKind::WebAddress,
    "标识链接到的网址，从领取标识时给的代码里复制",
    "https://bszs.conac.cn/sitename?method=show&id=1",
)
.required();
/// 图片 of 党政机关标识.
pub static EMBLEM_PICTURE: Key =
    Key::new("图片", "picture", ValueKind::Picture, "标识的图片，放在 site.yaml 旁边；没有就印文字", "标识.png");

/// Below 党政机关标识.
pub static EMBLEM_GROUP: Group =
    Group { label: "“党政机关标识”", keys: &[&EMBLEM_URL, &EMBLEM_PICTURE], short: None };

/// The words of 打印 and what they mean.
pub(crate) static PRINTINGS: [(Choice, Printing); 2] = [
    (Choice::new("单面", Some("one-sided"), "页码都在右边"), Printing::OneSided),
    (Choice::new("双面", Some("two-sided"), "订口换到内侧"), Printing::TwoSided),
];
static PRINTING_WORDS: [Choice; 2] = words(&PRINTINGS);
