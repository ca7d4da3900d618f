//! How much a drawing becomes when all its references are carried out, bounded before anybody carries them out.

use std::collections::{HashMap, HashSet};

use super::element::{Child, Element};
use super::{names, value};
use crate::fault::Fault;
use crate::limits;

/// As many elements is a picture, each time it is shown.
const IMAGE: u64 = 1000;
/// As many elements is a filter, each time it is applied.
const FILTER: u64 = 500;
/// The same to text, whose extent is not known before it is printed.
const TEXT_FILTER: u64 = 200_000;

/// As much typesetting is one element.
const TYPESETTING: u64 = 1000;

/// # Errors
///
/// It becomes more than is bearable, or refers to itself.
pub(super) fn check(drawing: &Element) -> Result<(), Fault> {
    let mut counter = Counter { ids: HashMap::new(), known: HashMap::new(), open: HashSet::new(), marker: 0 };
    counter.collect(drawing);
    counter.marker = counter.heaviest_marker(drawing)?;
    counter.known.clear();
    let Weight { elements, .. } = counter.weigh(drawing, 0)?;
    if elements > limits::EXPANDED { Err(Fault::Complex("图形、文字或重复引用过多")) } else { Ok(()) }
}

#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    elements: u64,
    /// How deep it is, references included.
    height: usize,
    has_text: bool,
}

struct Counter<'e> {
    ids: HashMap<&'e str, &'e Element>,
    /// What was weighed, by the element's place in memory.
    known: HashMap<*const Element, Weight>,
    /// What is being weighed.
    open: HashSet<*const Element>,
    /// What a marker weighs at most that stands at each point of a line.
    marker: u64,
}

impl<'e> Counter<'e> {
    fn collect(&mut self, element: &'e Element) {
        if let Some(id) = element.attribute("id") {
            self.ids.entry(id).or_insert(element);
        }
        element.elements().for_each(|child| self.collect(child));
    }

    /// What the heaviest marker weighs, if any line has one. Lines take them from the groups that they are in.
    fn heaviest_marker(&mut self, element: &'e Element) -> Result<u64, Fault> {
        let mut heaviest = if element.name == "marker" { self.weigh(element, 0)?.elements } else { 0 };
        for child in element.elements() {
            heaviest = heaviest.max(self.heaviest_marker(child)?);
        }
        Ok(heaviest)
    }

    fn weigh(&mut self, element: &'e Element, depth: usize) -> Result<Weight, Fault> {
        let key = std::ptr::from_ref(element);
        if let Some(known) = self.known.get(&key) {
            return within_depth(*known, depth);
        }
        if depth > limits::DEPTH || !self.open.insert(key) {
            return Err(Fault::Complex("图形互相引用"));
        }
        let mut sum = Weight { elements: self.own(element), ..Weight::default() };
        sum.has_text =
            element.children.iter().any(|child| matches!(child, Child::Text(_) if names::holds_text(element.name)));
        let mut filters = 0;
        for part in element.elements() {
            sum.add(self.weigh(part, depth + 1)?);
        }
        for id in references(element) {
            if let Some(target) = self.ids.get(id).copied() {
                filters += u64::from(target.name == "filter");
                sum.add(self.weigh(target, depth + 1)?);
            }
        }
        let filter = if sum.has_text { TEXT_FILTER } else { FILTER };
        sum.elements = sum.elements.saturating_add(filters.saturating_mul(filter));
        self.open.remove(&key);
        self.known.insert(key, sum);
        Ok(sum)
    }

    /// What the element weighs without what stands in it.
    fn own(&self, element: &Element) -> u64 {
        let points = match element.name {
            "image" => return IMAGE,
            "text" => return 1 + typesetting(element) / TYPESETTING,
            "path" => element.attribute("d"),
            "polyline" | "polygon" => element.attribute("points"),
            "line" => Some("0 0 0 0"),
            _ => None,
        };
        let numbers = points.filter(|_| self.marker > 0).map_or(0, numbers);
        numbers.saturating_mul(self.marker).saturating_add(1)
    }
}

impl Weight {
    fn add(&mut self, part: Self) {
        self.elements = self.elements.saturating_add(part.elements);
        self.height = self.height.max(part.height + 1);
        self.has_text |= part.has_text;
    }
}

/// What it takes to set a text: renderers go through all of it for each character, and again for each part.
fn typesetting(text: &Element) -> u64 {
    fn count(element: &Element) -> (u64, u64) {
        element.children.iter().fold((0, 1), |(characters, parts), child| match child {
            Child::Text(words) => (characters + words.chars().count() as u64, parts),
            Child::Element(part) => {
                let (more, further) = count(part);
                (characters + more, parts + further)
            }
        })
    }
    let (characters, parts) = count(text);
    characters.saturating_mul(characters.saturating_add(parts.saturating_mul(200)))
}

fn within_depth(weight: Weight, depth: usize) -> Result<Weight, Fault> {
    if depth + weight.height > limits::DEPTH { Err(Fault::Complex("图形层层相套")) } else { Ok(weight) }
}

/// How many numbers a text holds, at least one for each point.
fn numbers(text: &str) -> u64 {
    let starts = text.as_bytes().windows(2).filter(|pair| {
        matches!(pair, [before, after]
        if after.is_ascii_digit() && !before.is_ascii_digit() || *after == b'.' || after.is_ascii_alphabetic())
    });
    1 + starts.count() as u64
}

/// The elements that an element refers to.
fn references(element: &Element) -> impl Iterator<Item = &str> {
    element.attributes.iter().flat_map(|(name, value)| {
        let whole = name.ends_with("href").then(|| value::fragment(value)).flatten();
        whole.into_iter().chain(value::references(value))
    })
}
