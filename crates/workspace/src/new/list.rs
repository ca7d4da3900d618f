//! A list of agencies as people keep it in Excel or WPS: which column holds what, and a row for each agency.

use super::agencies::Listed;
use super::others;
use super::tidy::tidy;

/// How far down the heads of the columns may stand: titles and notes come before them.
const DEEPEST_HEAD: usize = 10;

/// No list has more rows.
pub const LONGEST_LIST: usize = 5_000;

/// A row of a table, with what people call its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it stands: `第 3 行`.
    pub place: String,
    /// Its cells, each as text; blank where nothing stands.
    pub cells: Vec<String>,
}

/// What a list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The agencies, in the order of the list.
    pub rows: Vec<Listed>,
    /// The heads of columns that nothing is made of.
    pub unused: Vec<String>,
    /// The rows below or between the agencies that are none, with what they are: `第 27 行（合计）`.
    pub others: Vec<String>,
}

/// Why a table is no list of agencies.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// No row says what the columns hold.
    #[error("没有找到表头；请在第一行写上：名称、简称、类别、上级、电话（至少要有“名称”一栏）")]
    NoHead,
    /// There are heads and nothing below.
    #[error("名单里没有机关；请在表头的下面一行写一个机关")]
    Empty,
    /// It is too long for a list of agencies.
    #[error("名单有 {0} 行，最多 {LONGEST_LIST} 行；请看看是不是选错了文件")]
    TooLong(usize),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    ShortName,
    Category,
    Superior,
    Telephone,
    Folder,
    /// 编号, which is a folder unless all that stands in it are numbers.
    Number,
    Address,
    Postcode,
    Email,
    /// 序号: the order of the list says as much.
    Serial,
}

/// What people write above the columns.
const HEADS: [(Column, &[&str]); 11] = [
    (
        Column::Name,
        &[
            "名称",
            "机关名称",
            "单位名称",
            "部门名称",
            "机构名称",
            "全称",
            "机关全称",
            "单位全称",
            "机关",
            "单位",
            "部门",
            "机构",
            "编报单位",
            "责任单位",
            "报送单位",
            "行政机关",
        ],
    ),
    (Column::ShortName, &["简称", "机关简称", "单位简称", "部门简称", "规范简称"]),
    (Column::Category, &["类别", "性质", "类型", "分类", "单位性质", "机关性质", "单位类别", "机关类别", "单位类型"]),
    (
        Column::Superior,
        &[
            "上级",
            "主管",
            "上级机关",
            "上级单位",
            "上级部门",
            "主管部门",
            "主管单位",
            "主管机关",
            "隶属",
            "隶属关系",
            "所属",
        ],
    ),
    (Column::Telephone, &["电话", "联系电话", "电话号码", "办公电话", "咨询电话", "公开电话"]),
    (Column::Folder, &["文件夹", "文件夹名", "文件夹名称", "地址名", "拼音", "拼音缩写", "机关编号"]),
    (Column::Number, &["编号", "代码", "编码"]),
    (Column::Address, &["地址", "办公地址", "联系地址", "通信地址", "通讯地址"]),
    (Column::Postcode, &["邮编", "邮政编码"]),
    (Column::Email, &["电子邮箱", "邮箱", "电子邮件", "信箱"]),
    (Column::Serial, &["序号", "序", "排序", "号"]),
];

/// What `tables`, one for each sheet, say of agencies together. Sheets that are no list are left alone as long as one is.
///
/// # Errors
///
/// If none of them says what its columns hold and has anything below.
pub fn listed(tables: &[Vec<Line>]) -> Result<List, ListError> {
    let (mut list, mut why) = (None::<List>, ListError::NoHead);
    for lines in tables {
        match of_table(lines) {
            Ok(more) => {
                let list = list.get_or_insert_default();
                list.rows.extend(more.rows);
                list.unused.extend(more.unused);
                list.others.extend(more.others);
            }
            Err(ListError::NoHead) => {}
            Err(other) => why = other,
        }
    }
    let list = list.ok_or(why)?;
    if list.rows.len() > LONGEST_LIST { Err(ListError::TooLong(list.rows.len())) } else { Ok(list) }
}

fn of_table(lines: &[Line]) -> Result<List, ListError> {
    let heads = lines.iter().take(DEEPEST_HEAD).map(|line| columns(&line.cells));
    let (at, columns) =
        heads.enumerate().find(|(_, columns)| columns.contains(&Some(Column::Name))).ok_or(ListError::NoHead)?;
    let body = lines.get(at + 1..).unwrap_or_default();
    if body.len() > LONGEST_LIST {
        return Err(ListError::TooLong(body.len()));
    }
    let reader = Reader { folders: folders(&columns, body), columns };
    let (others, body) = reader.without_others(body);
    let rows: Vec<Listed> = reader.rows(&body);
    if rows.is_empty() {
        return Err(ListError::Empty);
    }
    let heads = lines.get(at).map(|line| line.cells.as_slice()).unwrap_or_default();
    let unknown =
        heads.iter().zip(&reader.columns).filter(|(head, column)| column.is_none() && !head.trim().is_empty());
    let unused = unknown.map(|(head, _)| head.split_whitespace().collect()).collect();
    Ok(List { rows, unused, others })
}

/// What each cell of a line says that its column holds; the first of several that say the same.
fn columns(cells: &[String]) -> Vec<Option<Column>> {
    let mut found = Vec::new();
    for cell in cells {
        let column = HEADS.iter().find(|(_, words)| words.contains(&word(cell).as_str())).map(|(column, _)| *column);
        found.push(column.filter(|column| !found.contains(&Some(*column))));
    }
    found
}

/// A head without white space, marks, and what stands in brackets.
fn word(head: &str) -> String {
    let head = head.split(['（', '(', '[', '【']).next().unwrap_or_default();
    head.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '*' | '＊')).collect()
}

/// Whether 编号 names folders: if anything but numbers stands there.
fn folders(columns: &[Option<Column>], body: &[Line]) -> bool {
    let Some(at) = columns.iter().position(|column| *column == Some(Column::Number)) else { return false };
    let mut cells = body.iter().filter_map(|line| line.cells.get(at));
    cells.any(|cell| !cell.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

struct Reader {
    columns: Vec<Option<Column>>,
    /// Whether 编号 names folders.
    folders: bool,
}

impl Reader {
    fn rows(&self, body: &[&Line]) -> Vec<Listed> {
        let (mut rows, mut group) = (Vec::new(), String::new());
        for line in body {
            if let Some(heading) = self.heading(line) {
                group = heading;
                continue;
            }
            let row = self.row(line, &group);
            if !row.is_blank() {
                rows.push(row);
            }
        }
        rows
    }

    fn row(&self, line: &Line, group: &str) -> Listed {
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| line.cells.get(at)).map(|cell| tidy(cell)).unwrap_or_default()
        };
        let number = if self.folders { cell(Column::Number) } else { String::new() };
        let folder = Some(cell(Column::Folder)).filter(|folder| !folder.is_empty()).unwrap_or(number);
        let category = Some(cell(Column::Category)).filter(|category| !category.is_empty());
        Listed {
            place: line.place.clone(),
            name: cell(Column::Name),
            short_name: cell(Column::ShortName),
            category: category.unwrap_or_else(|| group.to_owned()),
            superior: cell(Column::Superior),
            telephone: cell(Column::Telephone),
            folder,
            address: cell(Column::Address),
            postcode: cell(Column::Postcode),
            email: cell(Column::Email),
        }
    }

    /// The lines that are no agencies, as they are told, and the others. Notes are left out below the table alone.
    fn without_others<'l>(&self, body: &'l [Line]) -> (Vec<String>, Vec<&'l Line>) {
        let (mut others, mut kept, mut below) = (Vec::new(), Vec::new(), true);
        for line in body.iter().rev() {
            if let Some(what) = self.other(line, below) {
                others.push(format!("{}（{what}）", line.place));
            } else {
                below &= line.cells.iter().all(|cell| cell.trim().is_empty());
                kept.push(line);
            }
        }
        others.reverse();
        kept.reverse();
        (others, kept)
    }

    /// What a line is that is no agency, by its first cell or the one in place of a name: it adds others up, is signed, or a note
    /// `below` the table.
    fn other(&self, line: &Line, below: bool) -> Option<String> {
        let name = self.columns.iter().position(|column| *column == Some(Column::Name));
        let first = tidy(line.cells.iter().find(|cell| !cell.trim().is_empty())?);
        let named = name.and_then(|at| line.cells.get(at)).map(|cell| tidy(cell)).unwrap_or_default();
        let is_sum = [&first, &named].into_iter().any(|cell| others::is_sum(cell));
        is_sum
            .then(|| "合计".to_owned())
            .or_else(|| others::signed(&first))
            .or_else(|| others::note(&first).filter(|_| below))
    }

    /// A line that only says which kind of agencies follows: `一、市政府工作部门`, or without a number left of the names.
    fn heading(&self, line: &Line) -> Option<String> {
        let name = self.columns.iter().position(|column| *column == Some(Column::Name))?;
        let mut filled = line.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let ((at, only), None) = (filled.next()?, filled.next()) else { return None };
        let only = tidy(only);
        let heading =
            only.trim_start_matches(|c: char| "一二三四五六七八九十、（）()．.".contains(c) || c.is_ascii_digit());
        let is_numbered = heading.len() < only.len();
        // A number alone was filled in ahead of a name that is still missing.
        let is_heading = !heading.is_empty() && (at < name || at == name && is_numbered);
        is_heading.then(|| heading.to_owned())
    }
}
