//! Tables with merged cells, and tables that only lay out a page.

use crate::document::Certainty;

use super::{assert_sound, cells, grids, page, texts};

#[test]
fn merged_cells_cover_the_places_that_a_browser_gives_them() {
    let document = page(
        "<table><thead><tr><th rowspan=2>项目<th colspan=2>申请人</tr></thead><tr><td>a<td>1<td>2</tr>\
         <tr><td rowspan=0>b<td>3</tr><tr><td>4</table>",
    );
    let grid = grids(&document)[0];
    assert_eq!(
        cells(grid),
        [
            "0,0 1×1 项目",
            "0,1 1×2 申请人",
            "1,0 1×1 a",
            "1,1 1×1 1",
            "1,2 1×1 2",
            "2,0 2×1 b",
            "2,1 1×1 3",
            "3,1 1×1 4"
        ]
    );
    assert_sound(grid);
}

#[test]
fn bad_spans_never_cover_a_place_twice() {
    let document = page(
        "<table><tr><td rowspan=3>a<td rowspan=2>b<td>c</tr><tr><td colspan=5>1</tr><tr><td colspan='2x'>2<td colspan=-1>3</tr>\
         <tr><td colspan=1000 rowspan=9999>全宽</tr><tr><td colspan=0>4</table>",
    );
    let grid = grids(&document)[0];
    assert_sound(grid);
    assert!(grid.width() <= 8, "{}", grid.width());
    let overlapping = page("<table><tr><td>1<td rowspan=2>2<td>3</tr><tr><td colspan=3>4<td>5</tr></table>");
    assert_sound(grids(&overlapping)[0]);
    assert_eq!(grids(&overlapping)[0].cells[3].columns, 1);
}

#[test]
fn a_table_around_everything_is_unwrapped() {
    let inner = "<p>二、主动公开政府信息情况</p><table><tr><td>规章<td>0</tr><tr><td>许可<td>5</table>\
                 <p>三、收到和处理政府信息公开申请情况</p><table><tr><td>本年新收<td>7</tr></table>";
    let document = page(&format!(
        "<table width=980><tr><td>左</td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>"
    ));
    assert_eq!(texts(&document), ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]);
    assert_eq!(grids(&document).iter().map(|grid| cells(grid).len()).collect::<Vec<_>>(), [4, 2]);
}

#[test]
fn a_table_with_figures_stays_one_though_a_cell_holds_another() {
    let document =
        page("<table><tr><td>规章<td>0<td><table><tr><td>注<td>无</tr></table></tr><tr><td>许可<td>5<td></tr></table>");
    assert_eq!(grids(&document).len(), 1);
    assert_eq!(grids(&document)[0].cells[2].text(), "注\n无");
}

#[test]
fn digits_split_by_tags_are_one_and_lines_are_two() {
    let document = page(
        "<table><tr><td><p><span>2</span><font color=red><b>0</b></font></p><td><p>1</p><p>2</p><td>3<br>4<td>&nbsp;<o:p></o:p><td>&#12288;5 </tr></table>",
    );
    assert_eq!(
        grids(&document)[0].cells.iter().map(crate::document::GridCell::text).collect::<Vec<_>>(),
        ["20", "1\n2", "3\n4", "", "5"]
    );
}

#[test]
fn a_hidden_cell_is_no_cell_and_a_foot_stands_last() {
    let document = page(
        "<table><tfoot><tr><td>计<td>3</tfoot><tr><td>a<td style='display: none'>9<td>1<tr hidden><td>x<td>8</table>",
    );
    assert_eq!(cells(grids(&document)[0]), ["0,0 1×1 a", "0,1 1×1 1", "1,0 1×1 计", "1,1 1×1 3"]);
}

#[test]
fn a_cell_that_may_say_something_else_is_doubtful() {
    let document = page(
        "<table><tr><td>3<sup>1</sup><td><del>3</del>4<td><img src=n.gif width=9><td><input value=5><td>6<span style='font-size:0'>7</span></table>",
    );
    let cells = &grids(&document)[0].cells;
    let texts: Vec<String> = cells.iter().map(crate::document::GridCell::text).collect();
    assert_eq!(texts, ["3\n1", "4", "", "5", "6"]);
    let doubtful: Vec<bool> = cells.iter().map(|cell| cell.certainty != Certainty::Certain).collect();
    assert_eq!(doubtful, [true, true, true, false, false]);
}

#[test]
fn elements_that_stand_like_a_table_are_one() {
    let row = |cells: [&str; 4]| format!("<div>{}</div>", cells.map(|cell| format!("<div>{cell}</div>")).concat());
    let rows = [["信息内容", "制发", "废止", "有效"], ["规章", "0", "0", "0"], ["行政规范性文件", "58", "45", "546"]];
    let document = page(&format!("<div>{}</div>", rows.map(row).concat()));
    assert_eq!(cells(grids(&document)[0])[8..], ["2,0 1×1 行政规范性文件", "2,1 1×1 58", "2,2 1×1 45", "2,3 1×1 546"]);
    let row = |cells: &[&str]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("<span style='display:table-cell'>{cell}</span>")).collect();
        let cells = cells.concat();
        format!("<p style='display:table-row'>{cells}</p>")
    };
    let document = page(&format!("<div style='display: table'>{}{}</div>", row(&["项目", "数"]), row(&["规章", "3"])));
    assert_eq!(cells(grids(&document)[0]), ["0,0 1×1 项目", "0,1 1×1 数", "1,0 1×1 规章", "1,1 1×1 3"]);
    assert_sound(grids(&document)[0]);
}

#[test]
fn elements_that_only_stand_beside_each_other_are_no_table() {
    let column = "<div><p>甲</p><p>乙</p><p>丙</p></div>";
    assert!(grids(&page(&format!("<div>{column}{column}{column}</div>"))).is_empty());
    let menu = "<div><a>首页</a><a>公开</a><a>2024</a></div>";
    assert!(grids(&page(&format!("<div>{menu}{menu}{menu}</div>"))).is_empty());
    let columns = "<div style='display:table-row'><div>左</div><div>右</div></div>";
    assert!(grids(&page(&format!("<div style='display:table'>{columns}</div>"))).is_empty());
}

#[test]
fn the_side_of_a_cell_is_kept() {
    use crate::document::Side;
    let document = page(
        "<table><tr align=left><td>a<td align=right>1<td><p style='text-align:right'>2</p><td style='text-align:center'>3</table>",
    );
    let sides: Vec<Side> = grids(&document)[0].cells.iter().map(|cell| cell.side).collect();
    assert_eq!(sides, [Side::Left, Side::Right, Side::Right, Side::Unset]);
}
