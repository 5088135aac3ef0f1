//! `report` and `photo`: whole files or none.

use crate::bc138::{Office, SAMPLES, assert_vietnamese, with_sample};
use std::path::Path;

const PHOTO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/photo.png");

fn without_store(office: &Office) -> Vec<String> {
    office.names().into_iter().filter(|name| !name.starts_with("so-lieu.db")).collect()
}

#[test]
fn every_sample_is_written_in_every_format() {
    for name in SAMPLES {
        let office = with_sample(name);
        for (file, magic) in
            [("tin.pdf", &b"%PDF-1"[..]), ("tin.docx", b"PK\x03\x04"), ("tin.TXT", b"")]
        {
            let out = office.path(file);
            let ended = office.report(&out);
            assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{name} {file}");
            assert!(ended.stdout.contains(file), "it says what it wrote: {}", ended.stdout);
            let bytes = std::fs::read(&out).expect("the file is there");
            assert!(bytes.starts_with(magic) && bytes.len() > 500, "{name} {file}");
            assert!(bytes.len() <= 150 * 1024, "{name} {file}: {} bytes", bytes.len());
        }
        assert_eq!(without_store(&office), ["tin.TXT", "tin.docx", "tin.pdf"], "and nothing else");
    }
}

#[test]
fn two_runs_in_two_stores_write_the_same_bytes() {
    for name in SAMPLES {
        let (one, two) = (with_sample(name), with_sample(name));
        for file in ["tin.pdf", "tin.docx", "tin.txt"] {
            let read = |office: &Office| {
                office.report(&office.path(file));
                std::fs::read(office.path(file)).expect("the file is there")
            };
            let first = read(&one);
            assert!(read(&one) == first, "{name} {file} differs on rerun");
            assert!(read(&two) == first, "{name} {file} differs in another store");
        }
    }
}

#[test]
fn the_time_of_each_part_is_told_when_asked_for() {
    let office = with_sample("lang-son-2022");
    let out = office.path("tin.pdf");
    let out = out.to_string_lossy();
    let ended = office.run(&["report", "--style", "briefing", "--out", &out, "--timing"]);
    assert_eq!(ended.code, 0);
    let line = ended.stdout.lines().nth(1).expect("a second line");
    for part in ["đọc", "đặt câu", "dàn trang", "ghi", "tổng"] {
        assert!(line.contains(part), "{line}");
    }
}

#[test]
fn a_format_that_is_not_known_is_refused_before_anything_is_written() {
    let office = with_sample("lang-son-2022");
    for file in ["tin.odt", "tin", "tin.pdf.exe", ".pdf"] {
        let ended = office.report(&office.path(file));
        let message = ended.assert_refused();
        assert!(message.contains(".pdf") && message.contains(".docx"), "what there is: {message}");
    }
    assert!(without_store(&office).is_empty(), "{:?}", without_store(&office));
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing_half_written() {
    let office = with_sample("lang-son-2022");
    let folder = office.path("thu-muc.pdf");
    std::fs::create_dir(&folder).expect("a folder stands in the way");
    std::fs::write(folder.join("tep"), "x").expect("with something in it");
    let file = office.path("tep.txt");
    std::fs::write(&file, "giữ nguyên").expect("a file is there");
    for out in [folder.clone(), office.path("khong-co").join("tin.pdf"), file.join("tin.pdf")] {
        let ended = office.report(&out);
        let message = ended.assert_refused();
        assert!(message.contains(&*out.to_string_lossy()), "it says where: {message}");
    }
    assert_eq!(without_store(&office), ["tep.txt", "thu-muc.pdf"], "nothing is left behind");
    assert_eq!(std::fs::read_to_string(&file).ok().as_deref(), Some("giữ nguyên"));
}

#[test]
fn a_photo_is_printed_with_its_caption() {
    let office = with_sample("lang-son-2022");
    let plain = office.path("khong-anh.pdf");
    office.report(&plain);
    let ended = office.run(&["photo", "1", PHOTO]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
    let with_photo = office.path("co-anh.pdf");
    assert_eq!(office.report(&with_photo).code, 0);
    let length = |path: &Path| std::fs::metadata(path).expect("it is there").len();
    assert!(length(&with_photo) > length(&plain), "the picture is in it");
    assert_eq!(office.report(&office.path("co-anh.docx")).code, 0, "and Word takes it too");
}

#[test]
fn what_is_no_photo_or_no_caption_is_refused() {
    let office = with_sample("lang-son-2022");
    let text = office.path("khong-phai-anh.png");
    std::fs::write(&text, "chữ").expect("written");
    let broken = office.path("hong.png");
    let bytes = std::fs::read(PHOTO).expect("read");
    std::fs::write(&broken, &bytes[..bytes.len() / 2]).expect("written");
    let missing = office.path("khong-co.png");
    for (number, file) in [("1", &text), ("1", &broken), ("1", &missing)] {
        let ended = office.run(&["photo", number, &file.to_string_lossy()]);
        ended.assert_refused();
    }
    for number in ["0", "99"] {
        let ended = office.run(&["photo", number, PHOTO]);
        assert_vietnamese(ended.assert_refused());
    }
    assert_eq!(office.report(&office.path("tin.pdf")).code, 0, "the dossier still prints");
}
