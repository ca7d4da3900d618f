//! Pictures: files in the report's folder, each in a paragraph of its own.

use std::ops::Range;

use nianbao_model::report::Image;
use nianbao_model::{Block, Diagnostic, Inline};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::part::plain_text;
use super::reader::NarrativeReader;
use crate::codes::markdown;
use crate::picture::own_name;

const MEND: &str = "把图片另存为 .png 或 .jpg，放在 narrative.md 旁边，写 ![说明](文件名.png)。";

impl NarrativeReader<'_> {
    /// The picture of a paragraph that holds nothing else.
    pub(super) fn sole_image(&mut self) -> Option<Block> {
        let length = self.events.element_length();
        let alone = matches!(self.events.peek(), Some(Event::Start(Tag::Image { .. })))
            && matches!(self.events.peek_at(length), Some(Event::End(TagEnd::Paragraph)));
        if !alone {
            return None;
        }
        let Some((Event::Start(Tag::Image { dest_url, .. }), range)) = self.events.next() else { return None };
        self.join.start_paragraph();
        let mut content = self.inlines(1).content;
        self.events.next();
        self.refuse_footnotes(&mut content, "图片的文字说明");
        let alt = plain_text(&content).trim().to_owned();
        if content.iter().any(|inline| matches!(inline, Inline::Figure { .. })) {
            let finding = Diagnostic::new(&markdown::LOOKUP_FORM, "图片的文字说明里不能引用数据");
            self.report(finding.help("直接写文字；数据写在图片前后的段落里。"), range.clone());
        }
        if alt.is_empty() {
            let finding = Diagnostic::new(&markdown::IMAGE_ALT, "图片缺少文字说明");
            self.report(finding.help("在方括号里写明图片的内容，如 ![各渠道申请数量统计图](图.png)。"), range.clone());
        }
        let file = self.take_image(&dest_url, &range).unwrap_or_else(|| dest_url.to_string());
        Some(Block::Image { file, alt, span: self.file.span(self.trimmed(range)) })
    }

    /// Reads the file of a picture; its name if it is to be had.
    fn take_image(&mut self, url: &str, range: &Range<usize>) -> Option<String> {
        let name = own_name(url).to_owned();
        self.mentioned.insert(name.clone());
        match self.pictures.read(url) {
            Ok(bytes) => {
                self.images.insert(name.clone(), Image { bytes });
                Some(name)
            }
            Err(message) => {
                self.report(Diagnostic::new(&markdown::IMAGE_FILE, message).help(MEND), range.clone());
                None
            }
        }
    }
}
