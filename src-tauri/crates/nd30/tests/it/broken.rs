//! Files that are no DOCX, damaged ones and hostile ones: a clear error, never a panic.

use bc138_nd30::{Excess, LintError, Rules, lint};
use proptest::prelude::*;

use crate::builder::{PACKAGE_RELATIONS, SPACES, zipped};
use crate::official::report;

fn rules() -> Rules {
    Rules::embedded().expect("the files travel with the program")
}

fn error(bytes: &[u8]) -> LintError {
    lint(bytes, &rules()).expect_err("this is no document")
}

/// A package with this as its document part.
fn package(document: &str) -> Vec<u8> {
    let document = document.replace("{spaces}", SPACES);
    zipped(&[("_rels/.rels", PACKAGE_RELATIONS.into()), ("word/document.xml", document)])
}

#[test]
fn other_kinds_of_files_are_told_apart() {
    assert_eq!(error(b""), LintError::Empty);
    assert_eq!(error(b"%PDF-1.7"), LintError::NotDocx);
    assert_eq!(error(b"{\\rtf1}"), LintError::NotDocx);
    let sheet = zipped(&[("xl/workbook.xml", "<workbook/>".into())]);
    assert_eq!(error(&sheet), LintError::NotDocx, "an XLSX is a package too");
    let text = zipped(&[("content.xml", "<x/>".into()), ("mimetype", "x".into())]);
    assert_eq!(error(&text), LintError::NotDocx, "an ODT is a package too");
    assert_eq!(error(&package("<w:document {spaces}/>")), LintError::NotDocx, "no body");
    let compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    assert_eq!(error(&compound), LintError::OldWord);
    let mut protected = compound.to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error(&protected), LintError::Encrypted);
}

#[test]
fn broken_xml_names_the_part() {
    let cases = [
        "<w:document {spaces}><w:body>",
        "<w:document {spaces}></w:body>",
        "<w:document {spaces}>&unknown;</w:document>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document {spaces}/>",
        "<w:document {spaces} w:a=\"1\" w:a=\"2\"/>",
        "",
    ];
    for document in cases {
        let found = error(&package(document));
        let named =
            matches!(&found, LintError::BrokenXml { part, .. } if part == "word/document.xml");
        assert!(named, "{document} gives {found:?}");
    }
}

#[test]
fn growth_is_stopped() {
    let deep = "<w:p>".repeat(300) + &"</w:p>".repeat(300);
    let deep = package(&format!("<w:document {{spaces}}><w:body>{deep}</w:body></w:document>"));
    assert_eq!(error(&deep), LintError::TooLarge { what: Excess::Depth, limit: 200 });
    // 30 MB of spaces are 30 kB in the archive.
    let bomb = package(&" ".repeat(30 << 20));
    assert!(bomb.len() < 100_000, "the archive is small");
    assert_eq!(error(&bomb), LintError::TooLarge { what: Excess::Part, limit: 24 << 20 });
    let names: Vec<String> = (0..5000).map(|number| format!("x/{number}")).collect();
    let many: Vec<(&str, String)> =
        names.iter().map(|name| (name.as_str(), String::new())).collect();
    assert_eq!(error(&zipped(&many)), LintError::TooLarge { what: Excess::Entries, limit: 4096 });
}

#[test]
fn a_header_that_is_named_but_missing_is_said() {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>"#;
    let relations = PACKAGE_RELATIONS
        .replace("relationships/officeDocument", "relationships/header")
        .replace("\"a\"", "\"h\"")
        .replace("word/document.xml", "nothing.xml");
    let document = format!("<w:document {SPACES}><w:body><w:p/>{section}</w:body></w:document>");
    let bytes = zipped(&[
        ("_rels/.rels", PACKAGE_RELATIONS.into()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations),
    ]);
    assert_eq!(error(&bytes), LintError::MissingPart { part: "word/nothing.xml".into() });
}

#[test]
fn styles_based_on_each_other_in_a_circle_end() {
    let mut doc = report();
    doc.styles = doc.styles.replace(
        r#"w:styleId="Goc"><w:name w:val="Goc"/><w:basedOn w:val="Thuong"/>"#,
        r#"w:styleId="Goc"><w:name w:val="Goc"/><w:basedOn w:val="De"/>"#,
    );
    assert!(lint(&doc.bytes(), &rules()).is_ok(), "the chain is cut, not followed for ever");
}

/// Whether a file gets an answer, findings or an error, and the same one twice.
fn answers_alike(bytes: &[u8]) -> bool {
    lint(bytes, &rules()) == lint(bytes, &rules())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_file_cut_anywhere_gives_an_error(cut in 0_usize..10_000) {
        let bytes = report().bytes();
        let cut = cut % bytes.len();
        prop_assert!(lint(&bytes[..cut], &rules()).is_err(), "the directory stands at the end");
    }

    #[test]
    fn changed_bytes_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = report().bytes();
        for (index, value) in changes {
            let index = index.index(bytes.len());
            bytes[index] = value;
        }
        // Whether it still can be read depends on where the change is.
        prop_assert!(answers_alike(&bytes));
    }

    #[test]
    fn changed_text_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&\"a-z0-9ỆđẰ./,% ]{0,6}"), 1..8),
    ) {
        let mut text = report().document_xml();
        for (index, new) in changes {
            let mut at = index.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, &new);
        }
        prop_assert!(answers_alike(&package(&text)));
    }

    #[test]
    fn any_words_in_any_part_never_panic(text in "\\PC{0,40}", place in any::<prop::sample::Index>()) {
        let mut doc = report();
        let mut paras = doc.paras();
        let index = place.index(paras.len());
        if let Some(run) = paras[index].runs.first_mut() {
            run.text = text.chars().filter(|c| !c.is_control()).collect();
        }
        prop_assert!(lint(&doc.bytes(), &rules()).is_ok(), "any text can stand in a document");
    }
}
