//! What a narrative says.

/// A narrative in its parts. Paragraphs may quote figures: `{{ 申请.本年新收.总计 }}`.
#[derive(Debug, Clone)]
pub(crate) struct Narrative {
    /// 编制说明.
    pub(crate) introduction: Vec<String>,
    /// What section one begins with.
    pub(crate) opening: Option<String>,
    /// The paragraphs of the sub-sections of section one.
    pub(crate) subsections: [Vec<String>; 5],
    /// Whether the headings of sub-sections bear their numbers.
    pub(crate) numbered: bool,
    /// 五; empty where the whole section is missing.
    pub(crate) problems: Vec<String>,
    /// 六.
    pub(crate) others: Vec<String>,
}
