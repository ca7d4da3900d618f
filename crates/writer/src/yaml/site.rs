//! site.yaml.

use nianbao_model::{Emblem, Printing, Site};

use super::tree::{Entry, Field, Group, fields, print};

/// The text of site.yaml. The picture of 党政机关标识 is a file of its own, named here.
pub fn site(site: &Site) -> String {
    print(&group(site))
}

/// What site.yaml says.
pub fn site_fields(site: &Site) -> Vec<Field> {
    fields(&group(site))
}

fn group(site: &Site) -> Group {
    let Site {
        name,
        base_url,
        sponsor,
        id_code,
        icp,
        police,
        emblem,
        telephone,
        theme,
        font_folders,
        printing,
        content_version,
    } = site;
    let printing = match printing {
        Printing::Any => None,
        Printing::OneSided => Some("单面"),
        Printing::TwoSided => Some("双面"),
    };
    let entries = [
        Entry::text("网站名称", Some(name).filter(|name| !name.is_empty())),
        Entry::text("网址", base_url.as_ref()),
        Entry::text("主办单位", sponsor.as_ref().map(|sponsor| &sponsor.value)),
        Entry::text("联系电话", telephone.as_ref()),
        Entry::text("网站标识码", id_code.as_ref()),
        Entry::text("ICP备案号", icp.as_ref()),
        Entry::text("公安备案号", police.as_ref()),
        emblem.as_ref().and_then(|emblem| Entry::group("党政机关标识", sign(emblem))),
        Entry::text("主题色", theme.as_ref()),
        Entry::texts("字体文件夹", font_folders.iter().map(|folder| folder.to_string_lossy())),
        Entry::word("打印", printing),
        Entry::word("内容格式", *content_version),
    ];
    entries.into_iter().flatten().collect()
}

fn sign(emblem: &Emblem) -> Group {
    let Emblem { url, picture } = emblem;
    let picture = picture.as_ref().map(|picture| &picture.name);
    [Entry::text("网址", Some(url)), Entry::text("图片", picture)].into_iter().flatten().collect()
}
