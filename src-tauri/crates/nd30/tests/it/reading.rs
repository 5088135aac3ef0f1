//! What the reader makes of a file: inheritance, lists, fields, places and words of findings.

use bc138_nd30::{Check, Finding, Part, Rules, Severity, Trait, Value, lint};

use crate::builder::{Block, Doc, Para, Run};
use crate::official::{body, report};

fn findings(doc: &Doc) -> Vec<Finding> {
    let rules = Rules::embedded().expect("the files travel with the program");
    lint(&doc.bytes(), &rules).expect("the builder writes documents that can be read")
}

fn checks(doc: &Doc) -> Vec<Check> {
    findings(doc).iter().map(|finding| finding.check).collect()
}

#[test]
fn a_finding_names_rule_clause_place_and_values() {
    let mut doc = report();
    doc.para("Số: 05").swap("05", "5");
    let found = findings(&doc);
    let [finding] = &found[..] else { panic!("one fault, one finding: {found:?}") };
    assert_eq!(finding.code.to_string(), "TT.42", "numbers never change");
    assert_eq!(finding.clause, "NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3.c");
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.place.part, Some(Part::Number));
    assert_eq!((finding.place.section, finding.place.paragraph), (1, Some(6)));
    assert_eq!(finding.place.beginning, "Số: 5/BC-BCĐ");
    assert_eq!(finding.found, Value::Text("5".into()));
    assert_eq!(finding.wanted, Value::Text("05".into()));
}

#[test]
fn the_same_fault_in_many_paragraphs_is_one_finding() {
    let mut doc = report();
    let mut count = 0;
    for para in doc.paras() {
        if para.text().contains(") Các xã") {
            para.each(|run| run.raw = r#"<w:color w:val="0000FF"/>"#.into());
            count += 1;
        }
    }
    let found = findings(&doc);
    let [finding] = &found[..] else { panic!("one fault, one finding: {found:?}") };
    assert_eq!(finding.others.len() + 1, count, "the others are listed by number");
    assert!(finding.others.is_sorted(), "in reading order");
}

#[test]
fn bold_of_two_styles_is_not_bold() {
    let mut doc = report();
    doc.para("1. Lãnh đạo").each(|run| run.raw = r#"<w:rStyle w:val="Nhan"/>"#.into());
    assert_eq!(checks(&doc), [Check::ClauseLook], "a character style undoes the bold of the other");
    doc.para("1. Lãnh đạo").each(|run| run.bold = Some(true));
    assert!(checks(&doc).is_empty(), "what the run says itself counts alone");
}

#[test]
fn automatic_numbers_are_read_as_text() {
    let mut doc = report();
    for (words, text) in [
        ("I. TÌNH HÌNH", "TÌNH HÌNH LIÊN QUAN"),
        ("II. KẾT QUẢ", "KẾT QUẢ XÂY DỰNG PHONG TRÀO"),
        ("III. PHƯƠNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ"),
    ] {
        let para = doc.para(words);
        para.say(text);
        para.list = Some((1, 0));
    }
    for words in ["- Thường trực Tỉnh ủy", "- Công an tỉnh"] {
        let para = doc.para(words);
        let text = para.text()[2..].to_owned();
        para.say(&text);
        para.list = Some((2, 0));
    }
    assert!(
        checks(&doc).is_empty(),
        "I, II, III and dashes are counted by Word: {:?}",
        findings(&doc)
    );
}

#[test]
fn lines_of_older_word_and_borders_are_lines() {
    let mut doc = report();
    let motto = doc.para("Độc lập");
    (motto.drawn, motto.drawn_old) = (None, Some(3300));
    let subject = doc.para("6 tháng đầu năm");
    subject.drawn = None;
    let rule = Para {
        bordered: true,
        left: Some(3400),
        raw: String::new(),
        ..Para::new("center", Vec::new())
    };
    doc.insert_before("Kính gửi", Para { runs: Vec::new(), ..rule });
    let found = findings(&doc);
    let only_length = found.iter().all(|finding| finding.check == Check::SubjectRuleLength);
    assert!(only_length, "both are seen: {found:?}");
}

#[test]
fn a_page_number_as_a_simple_field_or_after_a_tab_is_one() {
    let mut doc = report();
    let number = doc.header.para.as_mut().expect("the report has page numbers");
    number.runs.clear();
    number.raw = concat!(
        r#"<w:sdt><w:sdtContent><w:fldSimple w:instr=" page "><w:r><w:rPr><w:sz w:val="26"/></w:rPr>"#,
        r#"<w:t>7</w:t></w:r></w:fldSimple></w:sdtContent></w:sdt>"#,
    )
    .into();
    assert!(checks(&doc).is_empty(), "LibreOffice and Word write it in several ways");
    let mut doc = report();
    let number = doc.header.para.as_mut().expect("the report has page numbers");
    number.align = Some("left");
    number.runs.insert(0, Run::new("\t", 14, (false, false)));
    assert!(checks(&doc).is_empty(), "the header style of Word has a tab stop in the middle");
}

#[test]
fn even_pages_need_their_number_when_they_have_headers_of_their_own() {
    let doc = Doc { even_and_odd: true, ..report() };
    assert!(checks(&doc).contains(&Check::PageNumberMissing), "every other page has none");
}

#[test]
fn a_draft_without_number_and_day_is_no_fault() {
    let mut doc = report();
    doc.para("Số: 05").say("Số:        /BC-BCĐ");
    doc.para("ngày 05 tháng 6").say("Ví Dụ, ngày      tháng      năm 2026");
    doc.para("(Kèm theo").say("(Kèm theo Báo cáo số      /BC-BCĐ ngày … tháng … năm …… của Ban)");
    assert!(checks(&doc).is_empty(), "the văn thư fills them in: {:?}", findings(&doc));
}

#[test]
fn a_letter_has_no_kind_but_a_subject_under_the_number() {
    let mut doc = report();
    for words in ["BÁO CÁO", "Kết quả xây dựng phong trào", "6 tháng đầu năm"] {
        doc.remove(words);
    }
    let place = doc.place("CỘNG HÒA");
    let Block::Table(table) = &mut doc.blocks[place] else { panic!("the head is a table") };
    let subject = Para::new("center", vec![Run::new("V/v báo cáo sơ kết", 12, (false, false))]);
    table.rows[1][0].push(subject);
    doc.para("Số: 05").say("Số: 05/BCĐ-CAT");
    assert!(checks(&doc).is_empty(), "a công văn: {:?}", findings(&doc));
}

#[test]
fn names_of_styles_do_not_matter() {
    let mut doc = report();
    doc.styles = doc.styles.replace("NoiDung", "Heading1").replace(r#""De""#, r#""Title""#);
    for para in doc.paras() {
        para.style = match para.style {
            Some("NoiDung") => Some("Heading1"),
            Some("De") => Some("Title"),
            other => other,
        };
    }
    assert!(checks(&doc).is_empty(), "parts are known by what they say and where they stand");
}

#[test]
fn sizes_between_paragraphs_add_up() {
    let mut doc = report();
    for para in doc.paras().into_iter().filter(|para| para.style.is_some()) {
        (para.before, para.after) = (Some(60), Some(60));
    }
    assert!(checks(&doc).is_empty(), "3 points below and 3 above are 6");
}

#[test]
fn lists_may_begin_again_after_a_sentence_that_leads_in() {
    let mut doc = report();
    doc.insert_before("III. PHƯƠNG", body("Kết quả cụ thể như sau:"));
    doc.insert_before("III. PHƯƠNG", body("a) Thứ nhất;"));
    doc.insert_before("III. PHƯƠNG", body("b) Thứ hai."));
    assert!(checks(&doc).is_empty(), "{:?}", findings(&doc));
    doc.para("a) Thứ nhất").swap("a)", "c)");
    assert_eq!(
        checks(&doc),
        [Check::PointOrder, Check::PointOrder],
        "c) begins nothing, b) follows c)"
    );
}

#[test]
fn found_and_wanted_are_data() {
    let mut doc = report();
    doc.para("Tình hình an ninh").first = Some(1134);
    let found = findings(&doc);
    assert_eq!(found[0].found, Value::Millimetres(200), "1134 twips are 20 mm");
    let mut doc = report();
    doc.para("Độc lập").drawn = None;
    assert_eq!(findings(&doc)[0].wanted, Value::Trait(Trait::DrawnLine));
}
