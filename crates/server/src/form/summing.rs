//! 汇总: whether the tables of a report are added up, from whose reports, and where its figures stand then.

use nianbao_loader::edit::{Change, EditError, KeyPath, Step, Value, WrittenValue, edited, nested, unnested, written};
use nianbao_loader::keys::Document;
use nianbao_loader::keys::report::{AGGREGATE, OWN_OFFICE, scope_words};
use nianbao_model::Form;

use super::cells::single_line;
use super::change::{SumSent, TypedFigures};
use super::refused::Refused;

/// How a report is to be added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Summing {
    /// The value of 汇总; nothing where nothing is added up.
    scope: Option<Value>,
    figures: Option<TypedFigures>,
}

/// What report.yaml says of its tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenSum {
    /// Whether it is added up.
    pub(super) is_sum: bool,
    /// Whether there are figures in its tables.
    pub(super) has_typed: bool,
    /// Whether there are figures of the office itself.
    pub(super) has_own: bool,
}

impl WrittenSum {
    /// What a report on `form` says whose file says `values`.
    pub(super) fn of(values: &[WrittenValue], form: &'static Form) -> Self {
        let first = |value: &WrittenValue| match value.path.steps() {
            [Step::Key(key), ..] => Some(key.clone()),
            _ => None,
        };
        let says = |is: &dyn Fn(&str) -> bool| {
            values.iter().any(|value| {
                let says = value.text.as_ref().is_some_and(|text| !text.trim().is_empty());
                says && first(value).is_some_and(|key| is(&key))
            })
        };
        Self {
            is_sum: says(&|key| key == AGGREGATE.key),
            has_typed: says(&|key| tables(form).any(|table| table == key)),
            has_own: says(&|key| key == OWN_OFFICE.key),
        }
    }
}

/// The keys of the tables.
fn tables(form: &'static Form) -> impl Iterator<Item = &'static str> {
    form.keys().children.iter().map(|table| table.key)
}

impl Summing {
    /// What was chosen, if it may be.
    pub(super) fn chosen(sum: &SumSent, figures: Option<TypedFigures>) -> Result<Self, Refused> {
        let scope = match sum {
            SumSent::Word(word) if word.trim().is_empty() => None,
            SumSent::Word(word) if scope_words().any(|known| known == word.trim()) => Some(Value::text(word.trim())),
            SumSent::Word(word) => {
                let words: Vec<&str> = scope_words().collect();
                return Err(Refused(format!(
                    "汇总应为“{}”或者机关的名单，这里是“{}”；请再选一次。",
                    words.join("”“"),
                    single_line(word)
                )));
            }
            SumSent::Named(names) => {
                let names: Vec<Value> = names
                    .iter()
                    .map(|name| single_line(name))
                    .filter(|name| !name.is_empty())
                    .map(Value::Text)
                    .collect();
                if names.is_empty() {
                    return Err(Refused("名单里还没有机关：请选要加的机关，或者选“全部下级”。".to_owned()));
                }
                Some(Value::List(names))
            }
        };
        Ok(Self { scope, figures })
    }

    /// The `text` of report.yaml with it; `refused` says why the file cannot be changed.
    pub(super) fn made(
        &self,
        text: &str,
        form: &'static Form,
        refused: impl Fn(&EditError) -> Refused,
    ) -> Result<String, Refused> {
        let document = Document::Report(form);
        let values = written(text, document).map_err(|error| refused(&error))?;
        let text = match self.rearranging(WrittenSum::of(&values, form))? {
            Rearranging::None => Ok(text.to_owned()),
            Rearranging::Nest => nested(text, document, &tables(form).collect::<Vec<_>>(), OWN_OFFICE.key),
            Rearranging::Unnest => unnested(text, document, OWN_OFFICE.key),
            Rearranging::RemoveTables => edited(text, document, &tables(form).map(removal).collect::<Vec<_>>()),
            Rearranging::RemoveOwn => edited(text, document, &[removal(OWN_OFFICE.key)]),
        };
        let path = KeyPath::of([AGGREGATE.key]);
        let change = match &self.scope {
            Some(scope) => Change::set(path, scope.clone()),
            None => Change::remove(path),
        };
        text.and_then(|text| edited(&text, document, &[change])).map_err(|error| refused(&error))
    }

    /// Where figures go, of a report that says `now`.
    fn rearranging(&self, now: WrittenSum) -> Result<Rearranging, Refused> {
        let is_sum = self.scope.is_some();
        Ok(match (is_sum, now.has_typed, self.figures) {
            (true, true, Some(TypedFigures::Own)) if now.has_own => {
                return Err(Refused(
                    "“本级”里已经有数，表里的数移不过去：请选“已经包括下级的”，或者先把“本级”的数都改为 0。".to_owned(),
                ));
            }
            (true, true, Some(TypedFigures::Own)) => Rearranging::Nest,
            (true, true, Some(TypedFigures::Gone)) => Rearranging::RemoveTables,
            (true, true, None) if !now.is_sum => {
                return Err(Refused("表里已经填了数：请选它们是本机关自己的，还是已经包括下级的。".to_owned()));
            }
            (false, false, _) if now.has_own => Rearranging::Unnest,
            (false, true, _) if now.has_own => Rearranging::RemoveOwn,
            _ => Rearranging::None,
        })
    }
}

/// What becomes of the figures that stand in the file.
enum Rearranging {
    /// They stay where they are.
    None,
    /// Those of the tables become 本级.
    Nest,
    /// 本级 becomes the tables.
    Unnest,
    /// Those of the tables go.
    RemoveTables,
    /// 本级 goes.
    RemoveOwn,
}

fn removal(key: &str) -> Change {
    Change::remove(KeyPath::of([key]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: &str = "年度: 2024\n# 表三\n申请:\n  本年新收: {自然人: 1} # 一件\n";

    fn make(text: &str, sum: &SumSent, figures: Option<TypedFigures>) -> Result<String, Refused> {
        Summing::chosen(sum, figures)?.made(text, Form::latest(), |error| Refused(error.to_string()))
    }

    fn word(word: &str) -> SumSent {
        SumSent::Word(word.to_owned())
    }

    #[test]
    fn figures_become_those_of_the_office_and_back() {
        assert!(make(TYPED, &word("全部下级"), None).is_err_and(|Refused(why)| why.contains("还是已经包括下级")));
        let own = make(TYPED, &word("全部下级"), Some(TypedFigures::Own)).expect("made");
        assert!(own.contains("汇总: 全部下级\n"), "{own}");
        assert!(own.contains("本级:\n  申请:\n    本年新收: {自然人: 1} # 一件\n"), "{own}");
        assert_eq!(make(&own, &word(""), None).expect("made"), TYPED);
        let whole = make(TYPED, &word("直属"), Some(TypedFigures::Whole)).expect("made");
        assert!(whole.contains("汇总: 直属\n") && !whole.contains("本级"), "{whole}");
        let named = SumSent::Named(vec!["市教育局".to_owned(), " 市\n财政局 ".to_owned()]);
        let listed = make(&whole, &named, None).expect("made");
        assert!(listed.contains("汇总: [市教育局, 市 财政局]\n"), "{listed}");
        let added = make(&listed, &word("全部下级"), Some(TypedFigures::Gone)).expect("made");
        assert!(added.contains("汇总: 全部下级") && !added.contains("自然人"), "{added}");
    }

    #[test]
    fn what_is_no_choice_is_refused() {
        assert!(make(TYPED, &word("所有下级"), Some(TypedFigures::Whole)).is_err());
        assert!(make(TYPED, &SumSent::Named(vec![" ".to_owned()]), Some(TypedFigures::Whole)).is_err());
        let both = format!("{TYPED}本级:\n  复议: {{结果维持: 1}}\n");
        assert!(make(&both, &word("全部下级"), Some(TypedFigures::Own)).is_err());
        assert!(!make(&both, &word(""), None).expect("made").contains("本级"));
    }
}
