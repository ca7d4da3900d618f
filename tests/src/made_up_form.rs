//! A form that is not official, with a workspace whose report stands on it: what a later 格式 may bring.

use std::sync::LazyLock;

use nianbao_model::form::{Declaration, Item};
use nianbao_model::{Form, Forms};

use crate::Workspace;

/// The reporting year of the report.
pub const YEAR: i16 = 2030;

/// Where the report stands.
pub const REPORT: &str = "content/2030/report.yaml";

/// Where its narrative stands.
pub const NARRATIVE: &str = "content/2030/narrative.md";

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let official = Declaration::FORMAT_2021;
    Form::new(&Declaration {
        since: YEAR,
        document: "虚构〔2029〕1号",
        organisations: followed_by(official.organisations, Item::count("境外组织", "境外组织", "foreign")),
        refused: followed_by(official.refused, Item::count("9.属于商业秘密", "属于商业秘密", "trade_secret")),
        further_outcomes: followed_by(&[], Item::count("调解结案", "调解结案", "settled")),
        ..official
    })
});

fn followed_by(items: &[Item], item: Item) -> &'static [Item] {
    Vec::leak([items, &[item]].concat())
}

/// The official forms, and from [`YEAR`] on the made-up one: an eighth column of applicants (境外组织, with 自然人 and 总计), a ninth
/// row of 不予公开 (属于商业秘密) and a sixth column of each kind of proceedings (调解结案).
pub fn forms() -> Forms {
    Forms::default().followed_by(&FORM)
}

/// A workspace with one report on the made-up form: 731 requests of 境外组织 among 736, 529 of them refused for 商业秘密, and 417
/// proceedings of 419 settled.
pub fn workspace() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("content/site.yaml", "网站名称: 甲市政府信息公开工作年度报告\n主办单位: 甲市人民政府办公室\n");
    workspace.write("content/agency.yaml", "名称: 甲市人民政府\n");
    workspace.write(REPORT, REPORT_YAML);
    workspace.write(NARRATIVE, NARRATIVE_MD);
    workspace
}

const REPORT_YAML: &str = "\
年度: 2030
发布日期: 2031-01-20
主动公开:
  行政许可: 12
申请:
  本年新收: {自然人: 3, 商业企业: 1, 其他: 1, 境外组织: 731}
  予以公开: {自然人: 3, 商业企业: 1, 其他: 1, 境外组织: 199}
  不予公开:
    属于国家秘密: {境外组织: 3}
    属于商业秘密: {foreign: 529}
复议: {结果维持: 2, 调解结案: 417}
表内合计:
  申请: {本年新收: 736, 不予公开: 532, 办理结果总计: {境外组织: 731, 总计: 736}}
  复议: 419
";

const NARRATIVE_MD: &str = "\
# 总体情况

## 依申请公开

本年新收政府信息公开申请{{ 申请.本年新收.总计 }}件，其中自然人3件、法人或其他组织733件。办结736件，其中不予公开532件。最多的一种理由，涉及{{ applications.refused.trade_secret.foreign }}件。

因政府信息公开被申请行政复议419件。

## 监督保障

开展政府信息公开工作考核和社会评议，没有需要追究责任的情形。

# 存在的主要问题及改进情况

存在的主要问题是主动公开的内容不够全面。改进措施：一是充实内容，二是加强培训。

# 其他需要报告的事项

本年度没有收取信息处理费。
";
