//! How JSON is laid out for people: two spaces a level, and what fits on a line on one line.

use crate::json::{Node, Value};
use std::fmt::Write;

/// The widest line that a value is put on whole.
const WIDTH: usize = 100;

/// A value whose first line is already indented by `depth` levels.
pub(super) fn printed(node: &Node<'_>, depth: usize) -> String {
    let compact = compact(node);
    let (open, close) = match &node.value {
        Value::List(items) if !items.is_empty() => ('[', ']'),
        Value::Object(members) if !members.is_empty() => ('{', '}'),
        _ => return compact,
    };
    if 2 * depth + compact.chars().count() < WIDTH {
        return compact;
    }
    let inner = "  ".repeat(depth + 1);
    let outer = "  ".repeat(depth);
    format!("{open}\n{inner}{}\n{outer}{close}", printed_members(node, depth + 1))
}

/// The members of an object or the items of a list, each on its own line, indented by `depth`.
pub(super) fn printed_members(node: &Node<'_>, depth: usize) -> String {
    let lines: Vec<String> = match &node.value {
        Value::List(items) => items.iter().map(|item| printed(item, depth)).collect(),
        Value::Object(members) => {
            let member = |key: &str, node| format!("{}: {}", quoted(key), printed(node, depth));
            members.iter().map(|it| member(&it.key, &it.node)).collect()
        }
        _ => vec![compact(node)],
    };
    lines.join(&format!(",\n{}", "  ".repeat(depth)))
}

fn compact(node: &Node<'_>) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(token) => token.to_string(),
        Value::Text(text) => quoted(text),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(compact).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let member = |key: &str, node| format!("{}: {}", quoted(key), compact(node));
            let members: Vec<String> = members.iter().map(|it| member(&it.key, &it.node)).collect();
            format!("{{ {} }}", members.join(", "))
        }
    }
}

/// A JSON string; letters stay letters.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => {
                // Writing into a String cannot fail.
                write!(out, "\\u{:04x}", u32::from(c)).unwrap_or_default();
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Scanner;
    use proptest::prelude::*;

    fn laid_out(text: &str, depth: usize) -> String {
        printed(&Scanner::new(text, 0).node(&mut usize::MAX.clone()).unwrap(), depth)
    }

    #[test]
    fn what_fits_on_a_line_stands_on_one() {
        assert_eq!(laid_out(r#"{"a":1,"b":[],"c":{}}"#, 0), r#"{ "a": 1, "b": [], "c": {} }"#);
        let long = "x".repeat(WIDTH);
        let text = format!(r#"{{"a":{{"b":1}},"c":"{long}"}}"#);
        let expected = format!("{{\n    \"a\": {{ \"b\": 1 }},\n    \"c\": \"{long}\"\n  }}");
        assert_eq!(laid_out(&text, 1), expected);
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in any::<String>()) {
            let read: String = serde_json::from_str(&quoted(&text)).unwrap();
            prop_assert_eq!(read, text);
        }
    }
}
