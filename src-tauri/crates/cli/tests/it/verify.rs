//! `verify FILE`: what became of the figures of a written document.

use crate::bc138::{Office, call, office, with_sample};
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;

fn written(office: &Office, name: &str) -> PathBuf {
    let path = office.path(name);
    assert_eq!(office.report(&path).code, 0, "{name} is written");
    path
}

/// The DOCX with a digit changed in its text.
fn altered(docx: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it is unpacked");
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains("1.686"), "the figure stands in the text");
            bytes = text.replacen("1.686", "1.696", 1).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        out.write_all(&bytes).expect("it is written");
    }
    out.finish().expect("a package").into_inner()
}

#[test]
fn a_document_that_holds_ends_with_0_with_a_store_and_without() {
    let office = with_sample("lang-son-2022");
    for name in ["tin.pdf", "tin.docx"] {
        let file = written(&office, name);
        let file = file.to_string_lossy();
        for ended in [office.run(&["verify", &file]), call(&["verify", &file])] {
            assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{ended:?}");
            assert!(ended.stdout.starts_with("Lạng Sơn · Tổng kết 2022: "), "{ended:?}");
            assert_eq!(ended.stdout.lines().count(), 1, "nothing to look at: {ended:?}");
        }
    }
}

#[test]
fn a_digit_changed_in_the_file_ends_with_1_and_is_named() {
    let office = with_sample("lang-son-2022");
    let bytes = std::fs::read(written(&office, "tin.docx")).expect("it is there");
    let file = office.path("sua.docx");
    std::fs::write(&file, altered(&bytes)).expect("it is written");
    let file = file.to_string_lossy();
    for ended in [office.run(&["verify", &file]), call(&["verify", &file])] {
        assert_eq!(ended.code, 1, "{ended:?}");
        let told: Vec<&str> = ended.stdout.lines().skip(1).collect();
        let [line] = told[..] else { panic!("one figure is named: {told:?}") };
        assert!(line.contains("1.686/1.727") && line.contains("1.696/1.727"), "{line}");
    }
}

#[test]
fn a_value_changed_in_the_data_ends_with_1_and_is_named() {
    let first = with_sample("lang-son-2022");
    let file = written(&first, "tin.pdf");
    let out = first.path("tat-ca.json");
    let out = out.to_string_lossy();
    assert_eq!(first.run(&["export", "--out", &out]).code, 0);
    let json = std::fs::read_to_string(&*out).expect("it is there");
    assert!(json.contains("1686"), "the value is in the file");
    std::fs::write(&*out, json.replace("1686", "1690")).expect("it is written");
    let second = office();
    assert_eq!(second.run(&["import", &out]).code, 0);
    let ended = second.run(&["verify", &file.to_string_lossy()]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stdout.contains("đã ghi 1.686/1.727, nay là 1.690/1.727"), "{}", ended.stdout);
}

#[test]
fn what_is_no_document_of_ours_ends_with_2() {
    let office = with_sample("lang-son-2022");
    let whole = std::fs::read(written(&office, "tin.pdf")).expect("it is there");
    let cut = office.path("cut.pdf");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("it is written");
    let text = office.path("chu.pdf");
    std::fs::write(&text, "không phải PDF").expect("it is written");
    for file in [cut, text, office.path("khong-co.pdf"), office.folder.path().to_path_buf()] {
        let file = file.to_string_lossy();
        office.run(&["verify", &file]).assert_refused();
        call(&["verify", &file]).assert_refused();
    }
    let other = with_sample("tuyen-quang-2023");
    let foreign = written(&other, "tin.pdf");
    let message = office.run(&["verify", &foreign.to_string_lossy()]);
    assert!(message.assert_refused().contains("Tuyên Quang"), "it names the dossier");
}
