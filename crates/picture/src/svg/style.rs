//! Style sheets within a drawing, resolved into the style of each element.

use resvg::usvg::roxmltree::{Document, Node};
use simplecss::{AttributeOperator, Element, PseudoClass, Selector};

use super::source::is_drawn;
use crate::fault::Fault;
use crate::limits;

/// A property as it is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Declaration<'t> {
    pub(super) name: &'t str,
    pub(super) value: &'t str,
    pub(super) important: bool,
}

/// All rules of a drawing, the more specific later.
#[derive(Debug, Default)]
pub(super) struct StyleSheet {
    /// The text without comments.
    text: String,
}

/// A rule that was read.
pub(super) struct Rule<'t> {
    selector: Selector<'t>,
    declarations: Vec<Declaration<'t>>,
}

impl StyleSheet {
    /// The text of all style sheets.
    pub(super) fn of(document: &Document<'_>) -> Result<Self, Fault> {
        let styles = document.descendants().filter(|node| is_drawn(*node) && node.tag_name().name() == "style");
        let text: String = styles.flat_map(|style| style.children()).filter_map(|node| node.text()).collect();
        if text.len() > limits::STYLE {
            return Err(Fault::Complex("样式过长"));
        }
        Ok(Self { text: without_comments(&text) })
    }

    /// The rules. What begins with `@` (fonts, other sheets, media, movement) is left out.
    pub(super) fn rules(&self, document: &Document<'_>) -> Result<Vec<Rule<'_>>, Fault> {
        let mut rules = Vec::new();
        let mut rest = self.text.trim_start();
        while !rest.is_empty() {
            let (statement, after) = split_statement(rest);
            rest = after.trim_start();
            let Some((selectors, block)) = statement.split_once('{') else { continue };
            if selectors.starts_with('@') {
                continue;
            }
            let declarations: Vec<_> = declarations(block).collect();
            // A sign before the first name, or none, is no selector.
            let selectors =
                selectors.split(',').map(str::trim).filter(|one| !one.is_empty() && !one.starts_with(['>', '+', '~']));
            let selectors = selectors.filter_map(|one| Some((one, Selector::parse(one)?)));
            rules.extend(
                selectors.map(|(text, selector)| (text, Rule { selector, declarations: declarations.clone() })),
            );
        }
        check_effort(document, rules.iter().map(|(text, _)| *text))?;
        let mut rules: Vec<_> = rules.into_iter().map(|(_, rule)| rule).collect();
        rules.sort_by_key(|rule| rule.selector.specificity());
        Ok(rules)
    }
}

/// The declarations for an element: those of rules first, its own last.
pub(super) fn declared<'t>(rules: &'t [Rule<'t>], node: Node<'t, '_>) -> Vec<Declaration<'t>> {
    let matching = rules.iter().filter(|rule| rule.selector.matches(&Styled(node)));
    let by_rules = matching.flat_map(|rule| rule.declarations.iter().copied());
    let mut all: Vec<_> = by_rules.chain(declarations(node.attribute("style").unwrap_or_default())).collect();
    all.sort_by_key(|declaration| declaration.important);
    all
}

/// The declarations of a block: `name: value; name: value`.
fn declarations(block: &str) -> impl Iterator<Item = Declaration<'_>> {
    split_outside_quotes(block).filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim();
        let (value, important) = match value.rsplit_once('!') {
            Some((value, word)) if word.trim().eq_ignore_ascii_case("important") => (value.trim(), true),
            _ => (value, false),
        };
        Some(Declaration { name: name.trim(), value, important })
    })
}

/// The parts between the semicolons and braces that no quotes enclose.
fn split_outside_quotes(block: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    block.split(move |c: char| {
        if let Some(open) = quote {
            quote = quote.filter(|_| c != open);
            return false;
        }
        quote = Some(c).filter(|c| ['"', '\''].contains(c));
        [';', '{', '}'].contains(&c)
    })
}

/// A statement of a style sheet, and what stands behind it.
fn split_statement(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        let ends = match byte {
            b'{' => {
                depth += 1;
                false
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                depth == 0
            }
            b';' => depth == 0,
            _ => false,
        };
        if ends {
            return text.split_at(at + 1);
        }
    }
    (text, "")
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once("*/").map_or("", |(_, after)| after));
    rest.fold(first, |text, part| text + " " + part).replace("<!--", " ").replace("-->", " ")
}

/// A selector of several steps looks at all elements above, again for each step.
fn check_effort<'t>(document: &Document<'_>, selectors: impl Iterator<Item = &'t str>) -> Result<(), Fault> {
    let elements = document.descendants().filter(Node::is_element).count();
    let steps = selectors.map(|text| u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX));
    let looks = steps.map(|steps| 8_usize.saturating_pow(steps.saturating_sub(1))).fold(0, usize::saturating_add);
    if looks.saturating_mul(elements) > limits::MATCHES { Err(Fault::Complex("样式过多")) } else { Ok(()) }
}

/// An element as selectors look at it.
#[derive(Clone, Copy)]
struct Styled<'a, 'i>(Node<'a, 'i>);

impl Element for Styled<'_, '_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Self)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Self)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        self.0.attribute(name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        // Nobody points at a picture, or has been where it leads.
        class == PseudoClass::FirstChild && self.0.prev_sibling_element().is_none()
    }
}
