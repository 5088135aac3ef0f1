//! The one place that escapes text for XML, shared by the SVG and DOCX writers.

/// Escapes text for element content and double-quoted attributes; characters XML 1.0 forbids
/// are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(ch),
            _ if ch.is_control() || matches!(ch, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_cannot_leak() {
        assert_eq!(escape("<a b=\"c\">&'\u{1}ế"), "&lt;a b=&quot;c&quot;&gt;&amp;&#39;ế");
    }
}
