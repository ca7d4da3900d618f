//! Marks of the workbook that an agency fills in (填报表): what export writes and import must know again.

/// What each line of guidance begins with. It is no part of the report.
pub const GUIDANCE: &str = "〔填写说明〕";

/// What the checks of the balance (勾稽关系) begin with, below table 3. They are no part of the report.
pub const BALANCE_CHECK: &str = "勾稽检查";

/// The sheet that says whose form it is, for which year, and how to fill it in.
pub const GUIDE_SHEET: &str = "填表说明";

/// The sheet of the narrative: a paragraph in each cell of column A.
pub const NARRATIVE_SHEET: &str = "文字部分";

/// The label of the agency's name on the guide sheet, left of the name; also the defined name of that cell.
pub const AGENCY_NAME: &str = "机关名称";

/// The label of the agency's folder on the guide sheet, left of it; also the defined name of that cell.
pub const AGENCY_ID: &str = "机关编号";

/// The label of the reporting year on the guide sheet, left of it; also the defined name of that cell.
pub const YEAR: &str = "年度";

/// The label of the day of publication on the guide sheet, left of where it is written.
pub const PUBLISHED: &str = "发布日期";
