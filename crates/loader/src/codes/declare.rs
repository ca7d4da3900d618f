//! How a kind of finding is declared.

/// Declares a code; the explanation always has the same four headings.
macro_rules! code {
    (
        $(#[$doc:meta])*
        $name:ident = $id:literal $kind:ident $severity:ident $title:literal,
        what: $what:literal,
        why: $why:literal,
        example: $example:literal,
        mend: $mend:literal,
    ) => {
        $(#[$doc])*
        pub static $name: nianbao_model::Code = nianbao_model::Code {
            id: $id,
            kind: nianbao_model::Kind::$kind,
            severity: nianbao_model::Severity::$severity,
            title: $title,
            docs: concat!(
                "## 检查什么\n\n", $what,
                "\n\n## 依据\n\n", $why,
                "\n\n## 例\n\n", $example,
                "\n\n## 怎样改\n\n", $mend, "\n"
            ),
        };
    };
}
pub(super) use code;
