//! JSON of what serde knows, in the writer that keeps numbers exact and members in their order.

use nianbao_model::Decimal;
use nianbao_model::json::Json;
use serde::Serialize;
use serde_json::Value;

/// A view that holds no figures.
pub(super) fn plain(view: &impl Serialize) -> Result<Json, serde_json::Error> {
    serde_json::to_value(view).map(of_value)
}

fn of_value(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Flag(flag),
        Value::Number(number) => {
            let number = number.to_string();
            number.parse::<Decimal>().map_or_else(|_| Json::Text(number), Json::Number)
        }
        Value::String(text) => Json::Text(text),
        Value::Array(items) => Json::List(items.into_iter().map(of_value).collect()),
        Value::Object(members) => Json::object(members.into_iter().map(|(key, value)| (key, of_value(value)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_and_members_keep_their_order() {
        let amount: Decimal = "123456789012345.6789".parse().expect("a number");
        let value = Json::object([
            ("乙", Json::Number(amount)),
            ("甲\"\n", Json::from("a\"b\\c\u{1}")),
            (
                "丙",
                Json::List(vec![Json::Number("12.50".parse().expect("a number")), Json::Null, Json::List(Vec::new())]),
            ),
        ]);
        let text = value.into_file();
        assert_eq!(
            text,
            "{\n  \"乙\": 123456789012345.6789,\n  \"甲\\\"\\n\": \"a\\\"b\\\\c\\u0001\",\n  \"丙\": [\n    12.5,\n    null,\n    []\n  ]\n}\n"
        );
        assert!(serde_json::from_str::<Value>(&text).is_ok());
    }
}
