//! How far a report is by its own words, also where its report.yaml cannot be read or its status is misspelt.

use nianbao_model::Status;

/// The status that the text of a report.yaml means to give. A word that is none of those possible counts as
/// [`Status::Released`]: whoever wrote it meant more than a draft.
pub fn meant_status(text: &str) -> Status {
    text.lines().find_map(status_of_line).unwrap_or_default()
}

fn status_of_line(line: &str) -> Option<Status> {
    let code = line.split(" #").next().filter(|code| !code.starts_with('#'))?;
    let (_, value) = ["状态", "status"].iter().find_map(|key| code.split_once(key))?;
    let says = |words: &[&str]| words.iter().any(|word| value.contains(word));
    if says(&["已", "published"]) {
        Some(Status::Published)
    } else if says(&["起草", "拟", "draft"]) || !value.contains(char::is_alphabetic) {
        Some(Status::Draft)
    } else {
        Some(Status::Released)
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, meant_status};

    #[test]
    fn a_line_says_it_however_badly_written() {
        for text in ["年度: 2024\n状态：已公开\n", "{年度: 2024, 状态: 已公布", "status: published"] {
            assert_eq!(meant_status(text), Status::Published, "{text}");
        }
        for text in ["年度: 2024\n状态: 可公开\n", "状态：公开\n年度: [", "status: released"] {
            assert_eq!(meant_status(text), Status::Released, "{text}");
        }
        for text in ["年度: [\n", "状态: 拟公开 # 一月底改成已公开", "状态:", "status: draft", "# 状态: 已公开"]
        {
            assert_eq!(meant_status(text), Status::Draft, "{text}");
        }
    }
}
