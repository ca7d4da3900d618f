//! Whatever people do to their files, checking again finds what checking anew does.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::rc::Rc;

use jiff::civil::date;
use nianbao_loader::{DirEntry, Files, Memory, Overlay, ReadError, Remembered};
use nianbao_model::{Code, Severity};

use super::{ABOVE, NARRATIVE, texts};
use crate::{Checker, check};

static CODES: [&Code; 1] = [&ABOVE];

/// How many cities are edited, and how often each.
const CITIES: u64 = 6;
const EDITS: usize = 30;

const PARAGRAPHS: [&str; 4] = [
    "坚持以公开为常态、不公开为例外，全年通过门户网站和政务新媒体主动公开信息1402条，举办开放日活动3次，邀请家长代表86人参加，现场答复问题41个；修订招生入学办事指南2份，把入学条件、学区范围、报名方式和咨询电话逐项列明，并配发图解。",
    "围绕公路养护、客货运输和水上安全，及时发布路况预警和施工绕行信息，全年更新公交线路调整公告57期；对群众集中咨询的驾校收费、网约车许可等事项，编写问答手册一册，放在各窗口供人取阅，并按季度补充新的问题和答复。",
    "全年收到政府信息公开申请 {{ 申请.本年新收.总计 }} 件，均已办结。",
    "本年新收申请 7 件，比上年增长 40%；2023 年举办培训 2 次。!!",
];

const AGENCIES: [&str; 5] = [
    "名称: 海州市财政局\n简称: 财政局\n",
    "名称: 海州市教育局\n",
    "名称: 海州市信访局\n至: 2023\n并入: czj\n",
    "简称: 财政局\n",
    "名称: 海州市数据局\n曾用名: [{名称: 海州市大数据局, 至: 2023}]\n排序: 1\n",
];

const REPORTS: [&str; 8] = [
    "年度: YEAR\n",
    "年度: YEAR\n状态: 已公开\n发布日期: 2024-01-20\n索引号: 000/2024-1\n申请: {本年新收: {自然人: N}, 结转下年度: {自然人: N}}\n",
    "年度: YEAR\n状态: 可公开\n索引号: 000/2024-1\n申请: {本年新收: {自然人: N}, 上年结转: {自然人: 2}}\n",
    "年度: YEAR\n汇总: 全部下级\n本级: {申请: {本年新收: {自然人: N}}}\n",
    "年度: YEAR\n汇总: [财政局, jyj]\n申请: {本年新收: {自然人: N}}\n",
    "年度: YEAR\n复议: {结果维持: 一件}\n说明: [{规则: Z001, 理由: 再看。}]\n",
    "年度: [\n",
    "年度：YEAR\n主动公开: {行政许可: N}\n",
];

const SITES: [&str; 3] = ["网站名称: 海州市年度报告\n", "网站名称: 海州\n主题色: #1a5fb4\n", "网站名称: [\n"];

/// Files by path, and numbers by chance, the same each time.
struct Editor {
    files: BTreeMap<String, Vec<u8>>,
    state: u64,
}

impl Editor {
    fn new(seed: u64) -> Self {
        Self { files: texts().into_iter().map(|(path, text)| (path, text.into_bytes())).collect(), state: seed }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap() % bound
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn agency(&mut self) -> String {
        let id = self.one_of(&["", "agencies/czj/", "agencies/jyj/", "agencies/xfj/", "agencies/czj/agencies/kjj/"]);
        format!("content/{id}")
    }

    fn report(&mut self) -> (String, u32) {
        let year = self.one_of(&[2022, 2023, 2024]);
        (format!("{}{year}/", self.agency()), year)
    }

    fn write(&mut self, path: String, text: impl Into<Vec<u8>>) {
        self.files.insert(path, text.into());
    }

    fn narrative(&mut self) -> String {
        let [one, other] = [(); 2].map(|()| self.one_of(&PARAGRAPHS));
        let break_in = self.one_of(&["", "", "![图](图.svg)\n\n", "<b>粗</b>\n\n"]);
        NARRATIVE.replacen("\n\n# 存在", &format!("\n\n{one}\n\n{break_in}{other}\n\n# 存在"), 1)
    }

    /// Does something to the files that people do, and says what.
    fn edit(&mut self) -> String {
        let (folder, year) = self.report();
        let agency = self.agency();
        match self.below(12) {
            0..=2 => {
                let number = self.below(30).to_string();
                let text = self.one_of(&REPORTS).replace("YEAR", &year.to_string()).replace('N', &number);
                self.write(format!("{folder}report.yaml"), text);
                format!("figures of {folder}")
            }
            3..=5 => {
                let text = self.narrative();
                self.write(format!("{folder}narrative.md"), text);
                format!("text of {folder}")
            }
            6 => {
                let text = self.one_of(&AGENCIES);
                self.write(format!("{agency}agency.yaml"), text);
                format!("name of {agency}")
            }
            7 => {
                let text = self.one_of(&SITES);
                self.write("content/site.yaml".to_owned(), text);
                "site".to_owned()
            }
            8 => {
                let (from, to) = (agency, self.agency());
                let moved: Vec<_> = self.files.iter().filter(|(path, _)| path.starts_with(&from)).collect();
                let moved: Vec<_> = moved
                    .into_iter()
                    .filter_map(|(path, text)| Some((format!("{to}{}", path.strip_prefix(&from)?), text.clone())))
                    .take(8)
                    .collect();
                self.files.extend(moved);
                format!("{from} copied to {to}")
            }
            9 => {
                let gone = if self.below(3) == 0 { agency } else { folder };
                self.files.retain(|path, _| gone == "content/" || !path.starts_with(&gone));
                format!("{gone} removed")
            }
            10 => {
                let name =
                    self.one_of(&["report.yaml.txt", "图.svg", "旧稿.md", "narrative\u{200b}.md", "图\u{200b}.svg"]);
                let text = self.one_of(&["<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "甲"]);
                self.write(format!("{folder}{name}"), text);
                format!("{name} in {folder}")
            }
            _ => {
                let bytes: &[u8] = self.one_of(&[b"\xC4\xEA\xB6\xC8: 2024\n".as_slice(), b"\xff\xfe\0", b"", b"a\0b"]);
                let name = self.one_of(&["report.yaml", "narrative.md", "record.yaml"]);
                self.write(format!("{folder}{name}"), bytes);
                format!("bytes of {folder}{name}")
            }
        }
    }

    fn files(&self) -> Memory {
        self.files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }
}

/// Files that are there to be read while somebody edits them.
#[derive(Debug, Clone, Default)]
struct Edited(Rc<RefCell<Memory>>);

impl Files for Edited {
    fn name(&self) -> String {
        self.0.borrow().name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.0.borrow().list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.0.borrow().read(path, limit)
    }
}

/// The paths of files that are others in `after`, as a system tells them.
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

#[test]
fn checking_again_finds_what_checking_anew_does() {
    let today = date(2025, 3, 1);
    for seed in 0..CITIES {
        let mut editor = Editor::new(seed);
        let mut checker = Checker::new(&CODES, Severity::Error);
        let edited = Edited::default();
        let (mut remembered, mut told) = (Remembered::new(edited.clone()), checker.clone());
        let mut done = Vec::new();
        for edit in 0..EDITS {
            let before = editor.files.clone();
            done.push(editor.edit());
            let files = editor.files();
            edited.0.replace(files.clone());
            for path in changed(&before, &editor.files) {
                remembered.forget(&path);
            }
            let anew = check(&files, &CODES, Severity::Error, today).unwrap();
            let by_content = checker.check(&files, today).unwrap();
            let by_word = told.check(&remembered, today).unwrap();
            for (how, again) in [("by content", by_content), ("by word", by_word)] {
                assert_eq!(again.findings, anew.findings, "{how}, city {seed}: {done:#?}");
                assert!(again.sources == anew.sources, "{how}, sources of city {seed}: {done:#?}");
                assert!(again.municipality == anew.municipality, "{how}, reports of city {seed}: {done:#?}");
            }
            if edit % 4 > 0 {
                continue;
            }
            // What somebody tries on a copy changes nothing of what is known.
            let mut tried = Editor { files: editor.files.clone(), state: editor.state };
            done.push(format!("tried: {}", tried.edit()));
            let tried = Overlay::new(remembered.clone(), tried.files());
            let copied = told.clone().check(&tried, today).unwrap();
            assert_eq!(copied.findings, check(&tried, &CODES, Severity::Error, today).unwrap().findings, "{done:#?}");
        }
    }
}
