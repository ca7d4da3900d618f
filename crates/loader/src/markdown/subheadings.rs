//! The machine counts the sub-headings.

use nianbao_model::Block;

/// Gives every sub-heading its number among its siblings.
pub(super) fn number(blocks: &mut [Block]) {
    let mut counts = [0_u32; 5];
    for block in blocks {
        if let Block::Heading { level, number, .. } = block {
            let level = usize::from(*level).min(counts.len() - 1);
            for (at, count) in counts.iter_mut().enumerate() {
                if at == level {
                    *count += 1;
                    *number = *count;
                } else if at > level {
                    *count = 0;
                }
            }
        }
    }
}
