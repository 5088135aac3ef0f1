//! The grammar of single tokens: numbers and the escapes of strings.

/// Whether a token is a number of the JSON grammar.
pub(super) fn is_number(token: &str) -> bool {
    let unsigned = token.strip_prefix('-').unwrap_or(token);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}

/// The character of the escape at the beginning of a text, and its length.
pub(super) fn one_escape(text: &str) -> Option<(char, usize)> {
    let plain = match text.as_bytes().get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(text),
        _ => return None,
    };
    Some((plain, 2))
}

fn unicode_escape(text: &str) -> Option<(char, usize)> {
    let unit = |from: usize| -> Option<u16> {
        let digits = text.get(from..from + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        u16::from_str_radix(digits?, 16).ok()
    };
    let first = unit(2)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(u32::from(first)).map(|c| (c, 6));
    }
    let second = text.get(6..8).filter(|mark| *mark == "\\u").and_then(|_| unit(8))?;
    let pair = char::decode_utf16([first, second]).next()?;
    pair.ok().map(|c| (c, 12))
}

/// The text of a string whose escapes are sound; `None` when one is not.
pub(super) fn unescape(raw: &str) -> Option<String> {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(place) = rest.find('\\') {
        let (plain, escape) = rest.split_at(place);
        out.push_str(plain);
        let (character, length) = one_escape(escape)?;
        out.push(character);
        rest = escape.get(length..)?;
    }
    out.push_str(rest);
    Some(out)
}
