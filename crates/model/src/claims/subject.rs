//! What a passage is speaking of: the same words serve other business too.

use super::measure::Row;
use super::scan::{Token, TokenKind};
use super::word::Word;

/// The subject at a place of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// Not named yet.
    Unknown,
    /// Requests for government information.
    Requests,
    /// Hotline calls, proposals, permits.
    Foreign,
}

/// The subject at each token. A subject holds until another is named; under a heading or after a mention
/// of requests, 申请 alone brings it back.
pub(super) fn subjects(headings: &[String], text: &str, tokens: &[Token]) -> Vec<Subject> {
    let mut named = headings.iter().any(|heading| heading.contains("申请")) || text.contains("信息处理费");
    let mut subject = if named { Subject::Requests } else { Subject::Unknown };
    let (mut previous, mut received, mut end) = (None, false, 0);
    let mut subjects = Vec::with_capacity(tokens.len());
    for token in tokens {
        match token.kind {
            TokenKind::Word(Word::Topic) => (named, subject) = (true, Subject::Requests),
            // 救助申请 is not a request for information, nor is 行政许可申请.
            TokenKind::Word(Word::Request) if is_verb(previous) && is_of_another_kind(text, end, token) => {
                subject = Subject::Foreign;
            }
            TokenKind::Word(Word::Request) if named && previous.is_none_or(|word| !word.is_foreign()) => {
                subject = Subject::Requests;
            }
            // 收到申请 12 件, where nothing else was spoken of.
            TokenKind::Word(Word::Request) if subject == Subject::Unknown && received => {
                (named, subject) = (true, Subject::Requests);
            }
            TokenKind::Word(word) if word.is_foreign() => subject = Subject::Foreign,
            _ => {}
        }
        end = token.range.end;
        received = match token.kind {
            TokenKind::Word(Word::Row(Row::Received | Row::NewlyReceived)) => true,
            TokenKind::Word(Word::Filler) | TokenKind::Quantity(_) => received,
            _ => false,
        };
        previous = match token.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        };
        subjects.push(subject);
    }
    subjects
}

/// 收到, 受理, 办理.
fn is_verb(word: Option<Word>) -> bool {
    matches!(word, Some(Word::Row(Row::Received | Row::NewlyReceived | Row::Handled)))
}

/// Whether letters that the reader does not know stand directly before 申请: 廉租房申请. 征地类申请 and
/// 群众提出的申请 may well be requests for information.
fn is_of_another_kind(text: &str, end: usize, request: &Token) -> bool {
    let before = text.get(end..request.range.start).unwrap_or_default().trim();
    before.chars().count() > 1 && before.chars().all(char::is_alphabetic) && !before.ends_with(['类', '的', '为'])
}
