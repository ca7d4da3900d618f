//! Text, and what stands around it.

use super::{grids, page, paragraphs, texts};
use crate::document::{Part, Style};

const LONG: &str = "2024年，我局坚持以公开为常态、不公开为例外，主动公开政府信息三百余条，办理依申请公开三件。";

#[test]
fn what_stands_around_a_report_is_left_out_and_listed() {
    let document = page(&format!(
        "<script>var a=1</script><div class=nav><a href=/>首页</a></div><div><a href=/a>机构</a> <a href=/b>要闻</a></div>\
         <h1>某局2024年政府信息公开工作年度报告</h1><div>来源：某局 发布时间：2025-01-20 浏览次数：3</div>\
         <div id=zoom><p>一、总体情况</p><p>{LONG}</p><p style='DISPLAY:none'>旧稿</p><p><a href=a.doc>附件：报告.doc</a></p>\
         <p>【打印本页】【关闭窗口】</p></div><p>上一篇：<a href=x>某某</a></p><div>某局版权所有</div>"
    ));
    assert_eq!(
        texts(&document),
        ["某局2024年政府信息公开工作年度报告", "来源：某局 发布时间：2025-01-20 浏览次数：3", "一、总体情况", LONG]
    );
    let dropped: Vec<&str> = document.dropped.iter().map(|dropped| dropped.kind.as_str()).collect();
    for kind in ["脚本", "导航", "隐藏的内容", "附件", "按钮", "报告以外的内容"] {
        assert!(dropped.contains(&kind), "{kind}: {dropped:?}");
    }
}

#[test]
fn tables_outside_the_text_are_never_lost() {
    let table = "<table><tr><td>行政许可<td>5</tr></table>";
    let document =
        page(&format!("<div class=TRS_Editor><p>一、总体情况</p><p>{LONG}</p></div><div class=footer2>{table}</div>"));
    assert_eq!(grids(&document).len(), 1);
    assert_eq!(texts(&document).len(), 2);
}

#[test]
fn a_name_of_a_class_never_hides_text_of_the_report() {
    let document = page(&format!("<div class='print share nav'><p>一、总体情况</p><p>{LONG}</p></div>"));
    assert_eq!(texts(&document), ["一、总体情况", LONG]);
}

#[test]
fn the_signature_below_the_text_is_kept() {
    let document = page(&format!(
        "<div class=con><div><p>一、总体情况</p><p>{LONG}</p></div><p>某某市某局</p><p>2025年1月20日</p><p>主办：某市</p></div>"
    ));
    assert_eq!(&texts(&document)[2..], ["某某市某局", "2025年1月20日"]);
}

#[test]
fn breaks_end_paragraphs_where_text_has_no_other_marks() {
    let document =
        page("<div>　　一、总体情况<br>　　第一段。<br><br>第二段<br>仍是第二段。</div>直接的文字<p>末段</p>");
    assert_eq!(texts(&document), ["一、总体情况", "第一段。", "第二段\n仍是第二段。", "直接的文字", "末段"]);
    let document = page("<div>一、总体情况<br>第一段。<br>（一）主动公开<br>第二段。</div>");
    assert_eq!(texts(&document), ["一、总体情况", "第一段。", "（一）主动公开", "第二段。"]);
}

#[test]
fn fragments_are_joined_and_wrapped_source_is_not_spaced() {
    let document = page(
        "<p><span>20</span><span><font>23</font></span>年，本机\n关收到 <b>3</b>\n件&nbsp;&nbsp;申请<o:p></o:p>\u{200b}。</p>",
    );
    assert_eq!(texts(&document), ["2023年，本机关收到 3 件 申请。"]);
    assert!(paragraphs(&document)[0].runs.iter().any(|run| run.bold && run.text.trim() == "3"));
}

#[test]
fn headings_lists_and_links_are_kept() {
    let document = page(
        "<h2 align=center>一、总体情况</h2><ol start=3><li>甲<ul><li>乙</ul><li>丙</ol>\
         <p style='text-align:center'><a href='https://a.example/'>网站</a><a href='javascript:x()'>按</a><a href='b.htm'>内</a></p>",
    );
    let styles: Vec<Style> = paragraphs(&document).into_iter().map(|paragraph| paragraph.style.clone()).collect();
    let item = |level, number| Style::Item { level, number };
    assert_eq!(styles, [Style::Heading(2), item(0, Some(3)), item(1, None), item(0, Some(4)), Style::Body]);
    let centred: Vec<bool> = paragraphs(&document).into_iter().map(|paragraph| paragraph.centred).collect();
    assert_eq!(centred, [true, false, false, false, true]);
    let links: Vec<&str> = paragraphs(&document)[4].runs.iter().filter_map(|run| run.link.as_deref()).collect();
    assert_eq!(links, ["https://a.example/", "b.htm"]);
}

#[test]
fn footnotes_of_word_and_of_our_pages_are_notes() {
    for (mark, note) in [
        (
            "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
            "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 含上年结转。</p></div>",
        ),
        (
            "<sup id=footnote-ref-1><a href='#footnote-1' role=doc-noteref>1</a></sup>",
            "<section role=doc-endnotes><ol><li id=footnote-1>含上年结转。 <a href='#footnote-ref-1' role=doc-backlink>↩</a></li></ol></section>",
        ),
    ] {
        let document = page(&format!("<p>收到3件{mark}申请。</p>{note}"));
        assert_eq!(texts(&document), ["收到3件申请。"]);
        assert_eq!(paragraphs(&document)[0].runs[1].footnote, Some(0));
        assert_eq!(document.footnotes[0][0].text(), "含上年结转。");
    }
}

#[test]
fn pictures_are_kept_where_the_page_holds_them_and_named_where_not() {
    let document = page(
        "<p>图：<img src='data:image/png;base64,iVBORw0KGgo=' alt='总数'></p><img src='a.jpg'><img width=16 src='x.gif'>",
    );
    let names: Vec<&str> = document
        .parts
        .iter()
        .filter_map(|part| if let Part::Picture { name, .. } = part { Some(name.as_str()) } else { None })
        .collect();
    assert_eq!(names, ["图1.png", ""]);
    assert_eq!(document.pictures[0].bytes, b"\x89PNG\r\n\x1a\n");
}

#[test]
fn entries_of_a_record_block_are_lines() {
    let document = page(&format!(
        "<dl><div><dt>索引号<dd>A1</div><div><dt>来源：<dd><a href=/x>某局</a></div></dl><ul><li><b>文号：</b>无</ul>\
         <table><tr><td>发布日期：<td>2025-01-20<td>主题分类<td>综合</table><div id=zoom><p>一、总体情况</p><p>{LONG}</p></div>"
    ));
    assert_eq!(&texts(&document)[..3], ["索引号：A1", "来源：某局", "文号：无"]);
    assert_eq!(grids(&document)[0].cells[1].text(), "2025-01-20");
}

#[test]
fn links_within_the_site_lead_to_it_where_its_address_is_known() {
    let link = |head: &str| {
        let body = format!("<!-- saved --><head>{head}</head><body><p>见<a href='../a/b.htm'>通知</a>。</p>");
        let document = super::read(body.as_bytes()).expect("a page");
        paragraphs(&document)[0].runs.iter().find_map(|run| run.link.clone())
    };
    let known = "<link rel=canonical href='https://www.x.gov.cn/zwgk/nb/1.html'>";
    assert_eq!(link(known).as_deref(), Some("https://www.x.gov.cn/zwgk/a/b.htm"));
    assert_eq!(link("<base href='https://y.gov.cn/c/d/'>").as_deref(), Some("https://y.gov.cn/c/a/b.htm"));
    assert_eq!(
        link("<!-- saved from url=(0030)http://z.gov.cn/e/f.html -->").as_deref(),
        Some("http://z.gov.cn/a/b.htm")
    );
    assert_eq!(link("").as_deref(), Some("../a/b.htm"));
}

#[test]
fn raised_digits_stay_apart_from_the_text() {
    let document = page("<p>收到3件<sup>1</sup>申请，占地2m<sup>2</sup>。</p><p>按<sup>[1]</sup>计</p>");
    assert_eq!(texts(&document), ["收到3件¹申请，占地2m²。", "按[1]计"]);
}
