//! `{ 申请.本年新收.总计 }`: a look-up in one pair of braces.

use nianbao_model::Form;

use super::lookup::Found;

/// What was meant as a look-up in `text`, outside of `others`, which come in their order.
pub(super) fn find<'t>(text: &'t str, others: &[Found<'t>], form: &Form) -> Vec<Found<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    for other in others.iter().map(Found::range).chain(std::iter::once(text.len()..text.len())) {
        while let Some(open) = text.get(at..other.start).and_then(|gap| gap.find(['{', '｛'])).map(|open| at + open) {
            let look_up = opened_at(text, open, form);
            at = look_up.as_ref().map_or(text.ceil_char_boundary(open + 1), |look_up| look_up.range().end);
            found.extend(look_up);
        }
        at = at.max(other.end);
    }
    found
}

/// The look-up whose brace stands at `open`.
fn opened_at<'t>(text: &'t str, open: usize, form: &Form) -> Option<Found<'t>> {
    let rest = text.get(text.ceil_char_boundary(open + 1)..)?;
    let (path, behind) = rest.split_at_checked(rest.find(['{', '｛', '}', '｝'])?)?;
    let end = text.len() - behind.trim_start_matches(['}', '｝']).len();
    let first = path.split(['.', '。', '．']).next().unwrap_or("").trim();
    let closed = behind.starts_with(['}', '｝']);
    (closed && form.keys().child(first).is_some()).then(|| Found::Single { path: path.trim(), range: open..end })
}

#[cfg(test)]
mod tests {
    use super::super::lookup;
    use super::*;

    #[test]
    fn only_paths_of_the_form_are_meant() {
        let text = "{ 申请.本年新收.总计 }、｛复议｝、{甲}、{申请、{{ 诉讼 }}、{诉讼 }}";
        let found = find(text, &lookup::find(text), Form::latest());
        let shown: Vec<&str> = found.iter().map(|found| &text[found.range()]).collect();
        assert_eq!(shown, ["{ 申请.本年新收.总计 }", "｛复议｝", "{诉讼 }}"]);
    }
}
