//! Font, colour and encoding of every character (Phụ lục I, mục I.4).

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::check::Check;
use crate::docx::para::{Para, Run};
use crate::finding::{Part, Trait, Value};
use crate::rules::Words;
use crate::sink::Sink;

const FONT: &str = "Times New Roman";

/// Checks all paragraphs, those of headers and footers too.
pub(super) fn check(sink: &mut Sink<'_>) {
    let (layout, words) = (sink.layout, &sink.rules.words);
    for (_, para) in layout.all() {
        runs(sink, words, para);
        text(sink, words, para);
        underline(sink, para);
    }
    for (index, section) in layout.docx.sections.iter().enumerate() {
        let inside = section.headers.values().chain(section.footers.values());
        if let Some(font) =
            inside.flat_map(|paras| paras.iter()).flat_map(Para::seen).find_map(wrong_font)
        {
            let (found, wanted) = (Value::text(font), Value::text(FONT));
            sink.section(Check::FontName, (index, Some(Part::PageNumber)), found, wanted);
        }
    }
}

fn runs(sink: &mut Sink<'_>, words: &Words, para: &Para) {
    for run in para.seen() {
        match wrong_font(run) {
            Some(font) if is_old_font(font) => {
                sink.para(Check::OldEncoding, para, Value::text(font), Value::text(FONT));
            }
            Some(font) => sink.para(Check::FontName, para, Value::text(font), Value::text(FONT)),
            None if has_tcvn3(words, &run.text) => {
                let (found, wanted) = (Trait::OldEncoding, Trait::Composed);
                sink.para(Check::OldEncoding, para, Value::Trait(found), Value::Trait(wanted));
            }
            None => {}
        }
        if let Some(colour) = &run.look.colour {
            let wanted = Value::Trait(Trait::Black);
            sink.para(Check::FontColour, para, Value::text(colour), wanted);
        }
        if run.look.marked {
            let (found, wanted) = (Trait::Marked, Trait::Absent);
            sink.para(Check::Highlight, para, Value::Trait(found), Value::Trait(wanted));
        }
    }
    if para.runs.iter().any(|run| run.look.hidden && !run.text.trim().is_empty()) {
        let (found, wanted) = (Trait::Invisible, Trait::Absent);
        sink.para(Check::HiddenText, para, Value::Trait(found), Value::Trait(wanted));
    }
}

/// The font of a run that is another; each letter has one of two.
fn wrong_font(run: &Run) -> Option<&str> {
    let plain = |c: char| c.is_ascii_graphic();
    let other = |c: char| c.is_alphabetic() && !c.is_ascii();
    let wrong = |font: &str| !font.trim().eq_ignore_ascii_case(FONT);
    let ascii = run.text.chars().any(plain) && wrong(&run.look.ascii);
    let others = run.text.chars().any(other) && wrong(&run.look.other);
    ascii.then_some(run.look.ascii.as_str()).or_else(|| others.then_some(run.look.other.as_str()))
}

fn is_old_font(font: &str) -> bool {
    let font = font.to_lowercase();
    font.starts_with(".vn") || font.starts_with("vni-") || font.starts_with("vn")
}

/// A sign of TCVN3 beside plain letters: “B¸o c¸o”.
fn has_tcvn3(words: &Words, text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let sign = word.chars().any(|c| words.tcvn3_signs.contains(c));
        sign && word.chars().any(|c| c.is_ascii_alphabetic())
    })
}

fn text(sink: &mut Sink<'_>, words: &Words, para: &Para) {
    let text = para.text();
    if !is_nfc(&text) && !has_tcvn3(words, &text) {
        let wanted: String = para.line().nfc().collect();
        let wanted = Value::text(crate::text::beginning(&wanted, 60));
        sink.para(Check::Composed, para, Value::Trait(Trait::Decomposed), wanted);
    }
    if let Some(sign) = text.chars().find(|c| is_invisible(*c)) {
        let found = Value::Text(format!("U+{:04X}", u32::from(sign)));
        sink.para(Check::Invisible, para, found, Value::Trait(Trait::Absent));
    }
}

fn is_invisible(c: char) -> bool {
    let zero_width =
        matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{FFFD}');
    let private = matches!(c, '\u{E000}'..='\u{F8FF}');
    zero_width || private || (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
}

/// Lines under text: under these parts the line has a rule of its own.
fn underline(sink: &mut Sink<'_>, para: &Para) {
    let part = sink.layout.part(para.number - 1);
    let own_rule = matches!(part, Part::Motto | Part::Agency | Part::Subject);
    if !own_rule && para.seen().any(|run| run.look.underline) {
        let (found, wanted) = (Trait::Underlined, Trait::NotUnderlined);
        sink.para(Check::Underline, para, Value::Trait(found), Value::Trait(wanted));
    }
}
