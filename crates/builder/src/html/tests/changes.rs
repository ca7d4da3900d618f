//! A page of what changed, hostile all over.

use super::super::{
    ChangeKind, ChangedFigure, ChangedGroup, ChangedLine, ChangedPart, ChangedSegment, ChangesPage, SegmentKind,
};
use super::HOSTILE;
use crate::templates::Templates;

pub(super) fn changes() -> ChangesPage {
    let said = || HOSTILE.to_owned();
    let figure = ChangedFigure { name: said(), before: said(), after: said(), change: said(), follows: true };
    let kinds = [SegmentKind::Same, SegmentKind::Removed, SegmentKind::Added];
    let text = kinds.map(|kind| ChangedSegment { kind, text: said() }).to_vec();
    let line = ChangedLine { kind: ChangeKind::Changed, said: said(), text };
    let part = ChangedPart { heading: Some(said()), figures: vec![figure], lines: vec![line] };
    let group = ChangedGroup { heading: said(), parts: vec![part] };
    ChangesPage::new([said(), said()], said(), vec![group; 3], &Templates::built_in())
}
