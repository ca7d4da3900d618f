//! The reports that are measured, each printed once for all tests.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use nianbao_tests::{Workspace, nianbao, repository, run};

use super::norm::Printed;

/// The report in the repository: an agency's, of a few pages.
pub(super) fn seed() -> &'static Printed {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    PRINTED.get_or_init(|| print(&Workspace::real(), "site/tcj/2024"))
}

/// A city's report, with large figures and much text.
pub(super) fn suqian() -> &'static Printed {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    PRINTED.get_or_init(|| print(&Workspace::copy_of("tests/data/reports/suqian"), "site/government/2024"))
}

/// The seed under a title of forty characters.
pub(super) fn long_title() -> &'static Printed {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    PRINTED.get_or_init(|| {
        let workspace = Workspace::real();
        let name = "温州市鹿城区人民政府滨江街道办事处综合行政执法队";
        workspace.replace(AGENCY, "名称: 温州市投资促进局", &format!("名称: {name}"));
        workspace.replace(REPORT, "标题: 温州市投资促进局政府信息公开工作年度报告\n", "");
        assert!(format!("{name}2024年政府信息公开工作年度报告").chars().count() >= 40);
        print(&workspace, "site/tcj/2024")
    })
}

/// The seed, and its words as poppler finds them.
pub(super) fn seed_and_words() -> (Printed, Vec<Word>) {
    let workspace = Workspace::real();
    let printed = print(&workspace, "site/tcj/2024");
    (printed, words(&workspace.path().join("dist/site/tcj/2024/report.pdf")))
}

/// Twenty pages with all that a narrative may hold.
pub(super) fn narrative() -> &'static Printed {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    PRINTED.get_or_init(|| {
        let workspace = Workspace::real();
        workspace.write("content/agencies/tcj/2024/narrative.md", long_narrative());
        let picture = repository().join("tests/sites/everything/content/2024/trend.png");
        workspace.write("content/agencies/tcj/2024/trend.png", std::fs::read(picture).unwrap());
        print(&workspace, "site/tcj/2024")
    })
}

/// The city's report of long text, printed with a template in which `from` was replaced by `to`.
pub(super) fn printed_with(template: &str, from: &str, to: &str) -> Printed {
    let workspace = Workspace::copy_of("tests/data/reports/suqian");
    let path = format!("templates/pdf/{template}");
    workspace.write(&path, std::fs::read(repository().join(&path)).unwrap());
    workspace.replace(&path, from, to);
    print(&workspace, "site/government/2024")
}

/// The narrative for sheets printed on one side or both.
pub(super) fn printed_on(sides: &str) -> Printed {
    let workspace = Workspace::real();
    let settings = workspace.read("content/site.yaml");
    workspace.write("content/site.yaml", format!("{settings}\n打印: {sides}\n"));
    print(&workspace, "site/tcj/2024")
}

/// The seed with a narrative that begins so.
pub(super) fn seed_saying(text: &str) -> Printed {
    let workspace = Workspace::real();
    let narrative = "content/agencies/tcj/2024/narrative.md";
    workspace.write(narrative, format!("{text}\n{}", workspace.read(narrative)));
    print(&workspace, "site/tcj/2024")
}

/// The seed with changes in its figures.
pub(super) fn seed_with(changes: &[(&str, &str)]) -> Printed {
    let workspace = Workspace::real();
    for (from, to) in changes {
        workspace.replace(REPORT, from, to);
    }
    print(&workspace, "site/tcj/2024")
}

/// The seed with a signature.
pub(super) fn signed(seal: &str) -> Printed {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "发布日期: 2025-01-31", &format!("落款: {seal}\n发布日期: 2025-01-20"));
    print(&workspace, "site/tcj/2024")
}

const AGENCY: &str = "content/agencies/tcj/agency.yaml";
const REPORT: &str = "content/agencies/tcj/2024/report.yaml";

fn print(workspace: &Workspace, folder: &str) -> Printed {
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    Printed::read(&workspace.path().join("dist").join(folder).join("report.pdf"))
}

/// Paragraphs of different lengths, whose marks fall on different places of the line.
fn long_narrative() -> String {
    let clauses = [
        "全年通过政府网站、政务新媒体、政府公报等渠道主动公开政府信息14万余条，",
        "其中依据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制；",
        "“一网通办”事项1,234项，办结率达99.5%——比上年提高0.3个百分点；",
        "落实“谁公开、谁负责”“先审查、后公开”的要求，",
        "对《政府信息主动公开标准目录》（2024版）、《基层政务公开标准目录》（2024版）3份清单进行了更新完善，",
        "涉及教育、医疗、住房、就业……等领域，群众反映良好。",
    ];
    let paragraph = |seed: usize| {
        let picked = (0..4 + seed % 5).map(|at| clauses[(seed * 7 + at * at + at) % clauses.len()]);
        let text: String = picked.collect();
        format!("第{seed}项工作。{}。\n\n", text.trim_end_matches(['，', '；', '。']))
    };
    let table = |of: &str, count: usize| {
        let rows = (1..=count).map(|row| format!("| 第{row}项 | {row} | 网络、信函 |\n"));
        format!("| {of} | 件数 | 方式 |\n|---|---|---|\n{}\n", rows.collect::<String>())
    };
    let heading = |part: usize| format!("## 第{part}方面\n\n");
    let mut text = String::from("本报告依据条例编制[^1]。\n\n# 总体情况\n\n");
    for part in 0..12 {
        text += &heading(part);
        (0..5).for_each(|at| text += &paragraph(part * 5 + at));
        match part % 4 {
            0 => text += &table("渠道", 3 + part),
            1 => {
                text += "1. 市政府规章2件；\n2. 行政规范性文件50件，其中修订16件，均已按照规定报送备案并向社会公开发布，同步做好解读；\n   - 市级30件；\n   - 县级20件。\n\n";
            }
            2 => {
                text += "![近三年申请数量走势图](trend.png)\n\n详见[市政府网站](https://www.example.gov.cn/zwgk/nb/)。含上年结转[^2]。\n\n";
            }
            _ => text += "### 重点领域\n\n#### 财政\n\n",
        }
        text += &paragraph(part + 60);
        if part == 5 {
            text += &table("事项", 70);
            text += &paragraph(99);
        }
    }
    text += "# 存在的主要问题及改进情况\n\n";
    (100..108).for_each(|at| text += &paragraph(at));
    text += "# 其他需要报告的事项\n\n未收取信息处理费。\n\n";
    text + "[^1]: 《中华人民共和国政府信息公开条例》第五十条。\n\n[^2]: 含上年结转的申请，不含撤回的申请；撤回的申请计入“其他处理”，与表三一致，不再单列。\n"
}

/// A word as poppler finds it, in millimetres.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) page: usize,
    pub(super) left: f64,
    pub(super) text: String,
}

/// The words of a PDF, read by pdftotext.
fn words(file: &Path) -> Vec<Word> {
    let html = run(Command::new("pdftotext").arg("-bbox").arg(PathBuf::from(file)).arg("-"));
    let (mut page, mut words) = (0, Vec::new());
    for line in html.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        } else if let Some(rest) = line.strip_prefix("<word xMin=\"") {
            let left: f64 = rest.split('"').next().unwrap().parse().unwrap();
            let text = rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            words.push(Word { page, left: left * 25.4 / 72.0, text });
        }
    }
    words
}
