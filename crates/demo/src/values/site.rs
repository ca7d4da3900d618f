//! site.yaml with all that a site can say of itself, made up so that nobody takes it for true.

use nianbao_model::{Emblem, Picture, Site, Spanned};

/// The picture of 党政机关标识.
pub(crate) const EMBLEM: &str = "标识.svg";

/// The settings of the site. The picture is named only.
pub(crate) fn site() -> Site {
    Site {
        name: "云澜市政府信息公开工作年度报告（演示）".to_owned(),
        base_url: Some("https://yunlan.example.com/nianbao".to_owned()),
        sponsor: Some(Spanned::unwritten("云澜市人民政府办公室（虚构）".to_owned())),
        telephone: Some("0000-00000000".to_owned()),
        id_code: Some("0000000000".to_owned()),
        icp: Some("演ICP备00000000号-1（虚构）".to_owned()),
        police: Some("演公网安备00000000000000号（虚构）".to_owned()),
        emblem: Some(Emblem {
            url: "https://bszs.example.com/yunlan".to_owned(),
            picture: Some(Picture { name: EMBLEM.to_owned(), bytes: Vec::new() }),
        }),
        ..Site::default()
    }
}
