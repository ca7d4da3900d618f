//! Running text.

use super::{NAMES, TYPES, dropped, file, p, paragraphs, r, texts};
use crate::document::{Part, Style};

/// A run with properties.
fn rp(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

#[test]
fn changes_are_accepted() {
    let body = format!(
        r#"<w:p>{}<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id="2">{}</w:ins>
           <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>
           <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{}</w:p>{}"#,
        r("收到"),
        r("4件"),
        r("走"),
        r("来"),
        r("前半，"),
        p("后半")
    );
    let document = file(&body).read();
    assert_eq!(texts(&document), ["收到4件来", "前半，后半"]);
    assert_eq!(dropped(&document), ["修订中删去的文字：3", "修订中移走的文字：走"]);
}

#[test]
fn hidden_text_is_left_out_and_listed() {
    let style = r#"<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>"#;
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        r("看"),
        rp("<w:vanish/>", "藏"),
        rp(r#"<w:rStyle w:val="h"/>"#, "也藏"),
        rp(r#"<w:rStyle w:val="h"/><w:vanish w:val="0"/>"#, "见")
    );
    let document = file(&body).part("styles", style).read();
    assert_eq!(texts(&document), ["看见"]);
    assert_eq!(dropped(&document), ["隐藏的文字：藏", "隐藏的文字：也藏"]);
}

#[test]
fn wrappers_are_unwrapped() {
    let body = format!(
        "<w:sdt><w:sdtContent><w:p><w:smartTag>{}</w:smartTag><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>
         <w:customXml>{}</w:customXml>
         <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        r("甲"),
        r("乙"),
        p("丙"),
        r("单击此处输入文字")
    );
    let document = file(&body).read();
    assert_eq!(texts(&document), ["甲乙", "丙"]);
    assert_eq!(dropped(&document), ["没有填写的提示文字：单击此处输入文字"]);
}

#[test]
fn fields_show_their_result() {
    let field = |instruction: &str, result: &str| {
        let separate = if result.is_empty() { "" } else { r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"# };
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let body = format!(
        r#"<w:p>{}{}</w:p><w:p>{}{}</w:p><w:p><w:fldSimple w:instr="=SUM(ABOVE)">{}</w:fldSimple></w:p>"#,
        r("见"),
        field("HYPERLINK &quot;https://a.cn/1&quot;", &r("网页")),
        r("共"),
        field("=SUM(ABOVE)", ""),
        r("7")
    );
    let document = file(&body).read();
    let lines = paragraphs(&document);
    assert_eq!(texts(&document), ["见网页", "共", "7"]);
    assert_eq!(lines[0].runs[1].link.as_deref(), Some("https://a.cn/1"));
    assert_eq!(lines.iter().map(|line| line.uncertain).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn links_lead_to_addresses_only() {
    let links =
        [("1", "https://a.cn/x"), ("2", "file:///c:/x.doc"), ("3", "javascript:alert(1)"), ("4", "HTTP://b.cn")];
    let body: Vec<String> =
        links.iter().map(|(id, _)| format!(r#"<w:hyperlink r:id="{id}">{}</w:hyperlink>"#, r(id))).collect();
    let entry = |(id, to): &(&str, &str)| {
        format!(r#"<Relationship Id="{id}" Type="{TYPES}/hyperlink" Target="{to}" TargetMode="External"/>"#)
    };
    let entries: Vec<String> = links.iter().map(entry).collect();
    let document = file(&format!("<w:p>{}</w:p><w:p>{}</w:p>", body.concat(), r("尾"))).links(&entries.concat()).read();
    let found: Vec<_> = paragraphs(&document)[0].runs.iter().filter_map(|run| run.link.as_deref()).collect();
    assert_eq!(found, ["https://a.cn/x", "HTTP://b.cn"]);
}

#[test]
fn an_address_printed_behind_its_link_is_left_out() {
    let entry =
        format!(r#"<Relationship Id="1" Type="{TYPES}/hyperlink" Target="https://a.cn/x" TargetMode="External"/>"#);
    let body = format!(r#"<w:p><w:hyperlink r:id="1">{}</w:hyperlink>{}</w:p>"#, r("网页"), r("（a.cn/x）下载"));
    assert_eq!(texts(&file(&body).links(&entry).read()), ["网页下载"]);
}

#[test]
fn signs_breaks_and_raised_digits() {
    let body = format!(
        r#"<w:p>{}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/>
           <w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{}<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r></w:p>"#,
        r("甲"),
        rp(r#"<w:vertAlign w:val="superscript"/>"#, "12"),
        r("pin"),
        r("拼")
    );
    assert_eq!(texts(&file(&body).read()), ["甲\t乙\n丙-✓¹²拼"]);
}

#[test]
fn styles_say_what_paragraphs_are() {
    let style = |id: &str, name: &str, rest: &str| {
        format!(r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{rest}</w:style>"#)
    };
    let styles = [
        style("a", "Title", r#"<w:pPr><w:jc w:val="center"/></w:pPr>"#),
        style("b", "heading 2", ""),
        style("c", "自定", r#"<w:basedOn w:val="b"/>"#),
        style("d", "层", r#"<w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr>"#),
        style("e", "toc 1", ""),
        style("f", "环", r#"<w:basedOn w:val="g"/>"#),
        style("g", "环", r#"<w:basedOn w:val="f"/>"#),
    ];
    let line = |id: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{id}"/></w:pPr>{}</w:p>"#, r(id));
    let body: String = ["a", "b", "c", "d", "e", "f", "无"].map(line).concat();
    let document = file(&body).part("styles", &styles.concat()).read();
    let found: Vec<_> =
        paragraphs(&document).into_iter().map(|line| (line.text(), &line.style, line.centred)).collect();
    let expected = [
        ("a", &Style::Title, true),
        ("b", &Style::Heading(2), false),
        ("c", &Style::Heading(2), false),
        ("d", &Style::Heading(3), false),
        ("f", &Style::Body, false),
        ("无", &Style::Body, false),
    ];
    assert_eq!(found, expected.map(|(text, style, centred)| (text.to_owned(), style, centred)));
    assert_eq!(dropped(&document), ["目录：e"]);
}

#[test]
fn text_boxes_follow_their_paragraph_once() {
    let inside = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        r#"<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>
           <wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
           <mc:Fallback><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
           <w:p><w:r><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r></w:p>"#,
        r("甲"),
        inside("框里"),
        inside("框里"),
        inside("旧框")
    );
    assert_eq!(texts(&file(&body).read()), ["甲", "框里", "旧框"]);
}

#[test]
fn notes_stand_apart_and_headers_are_listed() {
    let reference = |id: u32| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let body = format!("<w:p>{}{}{}</w:p>", r("甲"), reference(3), reference(2));
    let note = |id: u32, text: &str| {
        format!(r#"<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>"#, r(text))
    };
    let document = file(&body)
        .part("footnotes", &[note(2, " 注二"), note(3, " 注三")].concat())
        .part("header", &p("内部资料"))
        .part("footer", &p("- 1 -"))
        .part("comments", &format!("<w:comment>{}</w:comment>", p("请核")))
        .read();
    let notes: Vec<String> = document.footnotes.iter().flatten().map(crate::document::Paragraph::text).collect();
    assert_eq!(notes, ["注三", "注二"]);
    assert_eq!(paragraphs(&document)[0].runs[1].footnote, Some(0));
    assert_eq!(dropped(&document), ["页眉：内部资料", "页脚：- 1 -", "批注：请核"]);
}

#[test]
fn pictures_keep_name_and_description() {
    let drawing = |id: &str, name: &str, alt: &str| {
        format!(
            r#"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData>
               <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr name="{name}"/></pic:nvPicPr>
               <pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
        )
    };
    let caption = format!(r#"<w:p><w:pPr><w:pStyle w:val="c"/></w:pPr>{}</w:p>"#, r("申请数量"));
    let body = [
        drawing("i1", "shenqing.svg", "申请数量"),
        caption,
        drawing("i2", "../../x", "C:\\a\\b.png"),
        drawing("i9", "y", "没有"),
    ];
    let links = format!(
        r#"<Relationship Id="i1" Type="{TYPES}/image" Target="media/1.png"/><Relationship Id="i2" Type="{TYPES}/image" Target="/word/media/2.jpg"/>"#
    );
    let document = file(&body.concat())
        .part("styles", r#"<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>"#)
        .links(&links)
        .bytes("word/media/1.png", b"\x89PNG1")
        .bytes("word/media/2.jpg", b"\xFF\xD8\xFF2")
        .read();
    let shown: Vec<_> = document
        .parts
        .iter()
        .map(|part| if let Part::Picture { name, alt, .. } = part { (name.as_str(), alt.as_str()) } else { ("?", "?") })
        .collect();
    assert_eq!(shown, [("shenqing.png", "申请数量"), ("图2.jpg", ""), ("", "没有")]);
    assert_eq!(document.pictures.len(), 2);
}

#[test]
fn names_of_pictures_are_names_on_every_system_and_each_is_one() {
    let names = ["CON.png", "lpt1.png", "图7.png", "a.png", "A.PNG", "x.png", "\u{202e}gnp.png"];
    let drawing = |(name, number): (&&str, usize)| {
        format!(
            r#"<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr name="{name}"/></pic:nvPicPr>
               <pic:blipFill><a:blip r:embed="i{number}"/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>"#
        )
    };
    let link = |number| format!(r#"<Relationship Id="i{number}" Type="{TYPES}/image" Target="media/{number}.png"/>"#);
    let body: Vec<String> = names.iter().zip(0..).map(drawing).collect();
    let links: Vec<String> = (0..names.len()).map(link).collect();
    let file = file(&body.concat()).links(&links.concat());
    let file = (0..names.len()).fold(file, |file, number| file.bytes(&format!("word/media/{number}.png"), b"\x89PNG"));
    let document = file.read();
    let found: Vec<&str> = document.pictures.iter().map(|picture| picture.name.as_str()).collect();
    assert_eq!(found, ["图1.png", "图2.png", "图7.png", "a.png", "图5.png", "x.png", "图8.png"]);
}

#[test]
fn struck_text_is_uncertain() {
    let document = file(&format!("<w:p>{}{}</w:p>", r("3"), rp("<w:strike/>", "4"))).read();
    assert!(paragraphs(&document)[0].uncertain);
}

#[test]
fn the_strict_variant_is_read_too() {
    let mut strict = file(&p("甲"));
    for (_, bytes) in &mut strict.0 {
        let text = String::from_utf8_lossy(bytes);
        let text = text.replace(NAMES, r#"xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main""#);
        *bytes = text
            .replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")
            .into_bytes();
    }
    assert_eq!(texts(&strict.read()), ["甲"]);
}
