//! One printed digit of a file replaced, as a hand in Word or in an editor of PDFs would do it, and
//! where that digit stands in what the file carries.

use crate::desk::Desk;
use bc138_report::read_back;
use lopdf::content::{Content, Operation};
use lopdf::{Document as Pdf, Encoding, Object};
use proptest::sample::Index;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::ops::Range;
use std::path::Path;
use zip::write::SimpleFileOptions;

/// The numbers of a text, digit by digit stretches: “1”, “686”.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices(|ch: char| ch.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// What a file shows.
pub fn visible(file: &[u8]) -> String {
    read_back(file).expect("it is read back").text
}

/// What a file says it shows, and which part of that each figure is.
pub fn carried(desk: &Desk, path: &Path) -> (String, Vec<Range<usize>>) {
    let facts = desk.facts(path);
    let (mut text, mut figures) = (String::new(), Vec::new());
    for paragraph in facts["paragraphs"].as_array().expect("paragraphs") {
        for piece in paragraph.as_array().expect("pieces") {
            let start = text.len();
            let said = piece.as_str().or_else(|| piece[1].as_str());
            text.push_str(said.expect("what it says"));
            if piece.is_array() {
                figures.push(start..text.len());
            }
        }
        text.push('\n');
    }
    (text, figures)
}

/// Which stretch of digits is another one now.
pub fn changed_stretch(before: &str, after: &str) -> usize {
    let mut pairs = before.bytes().zip(after.bytes());
    let at = pairs.position(|(before, after)| before != after).expect("one digit was replaced");
    stretches(before).iter().position(|it| it.contains(&at)).expect("it is a digit")
}

fn another(digit: char) -> char {
    if digit == '9' { '0' } else { char::from(digit as u8 + 1) }
}

/// The file with one of its printed digits replaced; nothing for a file without digits.
pub fn altered(file: &[u8], which: Index) -> Option<Vec<u8>> {
    if file.starts_with(b"%PDF") { altered_pdf(file, which) } else { altered_docx(file, which) }
}

fn altered_docx(file: &[u8], which: Index) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it is unpacked");
        if part.name() == "word/document.xml" {
            let xml = String::from_utf8(bytes).expect("UTF-8");
            let digits = printed_digits(&xml);
            let at = (!digits.is_empty()).then(|| digits[which.index(digits.len())])?;
            bytes = xml.into_bytes();
            bytes[at] = u8::try_from(another(char::from(bytes[at]))).expect("a digit");
        }
        out.start_file(part.name(), SimpleFileOptions::default()).expect("a part begins");
        out.write_all(&bytes).expect("it is written");
    }
    Some(out.finish().expect("a package").into_inner())
}

/// The places of the digits inside `w:t`, those for old programs left out.
fn printed_digits(xml: &str) -> Vec<usize> {
    let (mut digits, mut at, mut shown, mut hidden) = (Vec::new(), 0, false, false);
    while let Some(next) = xml[at..].find('<') {
        if shown && !hidden {
            let text = xml[at..at + next].match_indices(|ch: char| ch.is_ascii_digit());
            digits.extend(text.map(|(digit, _)| at + digit));
        }
        let tag = at + next;
        at = tag + xml[tag..].find('>').expect("a tag ends") + 1;
        let name = xml[tag + 1..at - 1].split([' ', '/']).find(|it| !it.is_empty());
        let (ends, empty) = (xml[tag..].starts_with("</"), xml[..at].ends_with("/>"));
        match name {
            Some("w:t") => shown = !ends && !empty,
            Some("mc:Fallback") => hidden = !ends,
            _ => {}
        }
    }
    digits
}

/// A digit of a page: the page, the operation, the string in it, the byte in that, the font.
#[derive(Clone)]
struct Glyph {
    page: u32,
    operation: usize,
    string: usize,
    byte: usize,
    font: Vec<u8>,
    digit: char,
}

fn altered_pdf(file: &[u8], which: Index) -> Option<Vec<u8>> {
    let mut pdf = Pdf::load_mem(file).expect("a PDF");
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut codes: BTreeMap<(Vec<u8>, char), [u8; 2]> = BTreeMap::new();
    for page in pdf.get_pages().keys() {
        for (glyph, code) in digits_of_page(&pdf, *page) {
            codes.insert((glyph.font.clone(), glyph.digit), code);
            glyphs.push(glyph);
        }
    }
    // A digit can only become one that the font of the file has.
    let other = |glyph: &Glyph| {
        let digits = "0123456789".chars().filter(|it| *it != glyph.digit);
        digits.filter_map(|it| codes.get(&(glyph.font.clone(), it)).copied()).next()
    };
    let choices: Vec<(Glyph, [u8; 2])> =
        glyphs.into_iter().filter_map(|it| Some((it.clone(), other(&it)?))).collect();
    let (glyph, code) = (!choices.is_empty()).then(|| &choices[which.index(choices.len())])?;
    let id = pdf.get_pages()[&glyph.page];
    let content = pdf.get_page_content(id);
    let mut content = Content::decode(&content).expect("operators");
    let mut strings = strings_mut(&mut content.operations[glyph.operation]);
    strings[glyph.string][glyph.byte..glyph.byte + 2].copy_from_slice(code);
    pdf.change_page_content(id, content.encode().expect("operators")).expect("it is replaced");
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("it is written");
    Some(out)
}

/// The digits of a page that are no page number and no repeated head, each with its code.
fn digits_of_page(pdf: &Pdf, page: u32) -> Vec<(Glyph, [u8; 2])> {
    let id = pdf.get_pages()[&page];
    let content = pdf.get_page_content(id);
    let mut content = Content::decode(&content).expect("operators");
    let fonts = pdf.get_page_fonts(id).expect("fonts").into_iter();
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> =
        fonts.map(|(name, font)| (name, font.get_font_encoding(pdf).expect("a map"))).collect();
    let (mut font, mut repeated, mut found) = (Vec::new(), false, Vec::new());
    for (operation, op) in content.operations.iter_mut().enumerate() {
        match op.operator.as_str() {
            "BDC" => repeated = true,
            "EMC" => repeated = false,
            "Tf" => font = op.operands[0].as_name().expect("a name").to_vec(),
            "Tj" | "TJ" if !repeated => {
                for (string, bytes) in strings_mut(op).into_iter().enumerate() {
                    for (at, code) in bytes.chunks_exact(2).enumerate() {
                        let text = Pdf::decode_text(&encodings[&font], code).unwrap_or_default();
                        let digit = text.chars().next().filter(char::is_ascii_digit);
                        let glyph = |digit| Glyph {
                            page,
                            operation,
                            string,
                            byte: 2 * at,
                            font: font.clone(),
                            digit,
                        };
                        found.extend(digit.map(|digit| (glyph(digit), [code[0], code[1]])));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn strings_mut(operation: &mut Operation) -> Vec<&mut Vec<u8>> {
    fn collect<'o>(objects: &'o mut [Object], into: &mut Vec<&'o mut Vec<u8>>) {
        for object in objects {
            match object {
                Object::String(bytes, _) => into.push(bytes),
                Object::Array(inside) => collect(inside, into),
                _ => {}
            }
        }
    }
    let mut strings = Vec::new();
    collect(&mut operation.operands, &mut strings);
    strings
}
