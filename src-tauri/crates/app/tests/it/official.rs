//! The report by NĐ 30 and the other papers of a conference: they say what the dossier says, leave
//! open what it does not, and never say it in two ways.

use crate::desk::{Desk, SAMPLES, desk, sample, with_dossier};
use bc138_app::view::TypedSetting;
use bc138_app::{DocumentFormat, DocumentStyle, DossierKind, NewDossier, Request};
use bc138_report::document::GAP_TEXT;
use bc138_report::{Block, Document, Paragraph, Section, Style};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The styles of this file.
const PAPERS: [DocumentStyle; 4] = [
    DocumentStyle::OfficialReport,
    DocumentStyle::LeaderSheet,
    DocumentStyle::SpeechFigures,
    DocumentStyle::MeetingKit,
];

fn composed(desk: &Desk, request: &Request) -> Document {
    desk.app.compose(request).expect("it is composed")
}

fn report(desk: &Desk) -> Document {
    composed(desk, &Request::of(DocumentStyle::OfficialReport))
}

fn text(document: &Document) -> String {
    document.paragraphs().map(Paragraph::plain_text).collect::<Vec<_>>().join("\n")
}

/// Texts of figures by where they come from.
type Sources = BTreeMap<String, BTreeSet<String>>;

fn sources<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Sources {
    let mut sources = Sources::new();
    let spans = paragraphs.flat_map(|paragraph| &paragraph.spans).filter(|span| !span.gap);
    for span in spans {
        if let Some(source) = &span.source {
            sources.entry(source.clone()).or_default().insert(span.text.clone());
        }
    }
    sources
}

/// A count as the press writes it: without the zero before it.
fn pressed(text: &str) -> String {
    let plain = |part: &str| match part.strip_prefix('0') {
        Some(digit) if digit.len() == 1 => digit.to_owned(),
        _ => part.to_owned(),
    };
    text.split('/').map(plain).collect::<Vec<_>>().join("/")
}

#[test]
fn the_report_prints_every_figure_that_the_briefing_prints() {
    for name in SAMPLES {
        let desk = sample(name);
        let briefing = composed(&desk, &Request::of(DocumentStyle::Briefing));
        let printed = sources(report(&desk).paragraphs());
        let facts = sources(briefing.paragraphs()).into_iter();
        let facts = facts.filter(|(source, _)| !source.starts_with("dossier/"));
        for (source, texts) in facts {
            let official: BTreeSet<String> =
                printed.get(&source).into_iter().flatten().map(|it| pressed(it)).collect();
            let press: BTreeSet<String> =
                texts.iter().map(|it| pressed(it).to_lowercase()).collect();
            let official: BTreeSet<String> =
                official.into_iter().map(|it| it.to_lowercase()).collect();
            assert!(press.is_subset(&official), "{name}: {source} is {press:?}, not {official:?}");
        }
    }
}

/// The numbers before headings of a style, in order.
fn numbers(document: &Document, style: Style) -> Vec<String> {
    let headings = document.paragraphs().filter(|paragraph| paragraph.style == style);
    let number = |heading: &Paragraph| {
        let text = heading.plain_text();
        let first = text.split(' ').next().unwrap_or_default();
        first.strip_suffix(['.', ')']).map(str::to_owned)
    };
    headings.filter_map(number).collect()
}

#[test]
fn the_numbers_of_headings_are_consecutive() {
    for name in SAMPLES {
        let document = report(&sample(name));
        assert_eq!(numbers(&document, Style::Part), ["I", "II", "III", "IV", "V"], "{name}");
        for (style, first) in [(Style::Clause, "1"), (Style::Point, "a")] {
            let mut expected = 0;
            for number in numbers(&document, style) {
                let next = if number == first { 1 } else { expected + 1 };
                let at = match style {
                    Style::Clause => number.parse().expect("a number"),
                    _ => {
                        1 + "abcdđeghik"
                            .chars()
                            .position(|c| number == c.to_string())
                            .expect("a letter")
                    }
                };
                assert_eq!(at, next, "{name}: {number} follows {expected}");
                expected = at;
            }
        }
    }
}

#[test]
fn an_empty_dossier_gives_whole_papers_with_gaps() {
    let desk = with_dossier(2022);
    let document = report(&desk);
    assert_eq!(numbers(&document, Style::Part).len(), 5, "the five parts always stand");
    let gaps = document.paragraphs().filter(|it| it.plain_text() == GAP_TEXT);
    assert!(gaps.count() >= 5, "what is not known is left open");
    for style in PAPERS {
        let rendered = desk.app.render(&Request::of(style), DocumentFormat::Pdf).expect("written");
        assert!(rendered.pages >= 1, "{style:?}");
    }
}

#[test]
fn the_head_and_the_signature_say_what_the_office_has_set() {
    let mut desk = with_dossier(2022);
    let mut set = |key: &str, value: &str| {
        let (key, value) = (key.to_owned(), value.to_owned());
        let typed = TypedSetting { id: None, key, from: String::new(), to: String::new(), value };
        desk.app.put_setting(&typed).expect("the setting is kept");
    };
    set("signer.role", "Phó Trưởng Ban");
    set("signer.name", "Người Ký Thử");
    set("signer.post", "Giám đốc Công an tỉnh");
    set("report.addressees", "Bộ Công an");
    set("report.recipients", "Như trên; Lưu: VT, CAT");
    let dated = NaiveDate::from_ymd_opt(2023, 1, 5);
    let number = Some("7".to_owned());
    let request = Request { number, dated, ..Request::of(DocumentStyle::OfficialReport) };
    let text = text(&composed(&desk, &request));
    for line in [
        "UBND TỈNH LẠNG SƠN",
        "Số: 07/BC-BCĐ",
        "Lạng Sơn, ngày 05 tháng 01 năm 2023",
        "Kính gửi: Bộ Công an.",
        "Như trên;",
        "Lưu: VT, CAT.",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "GIÁM ĐỐC CÔNG AN TỈNH",
        "Người Ký Thử",
    ] {
        assert!(text.lines().any(|it| it == line), "“{line}” stands in:\n{text}");
    }
}

#[test]
fn nothing_is_said_of_addressees_who_are_not_there() {
    let text = text(&report(&with_dossier(2022)));
    assert!(!text.contains("Kính gửi") && !text.contains("Như trên"), "{text}");
}

/// Two years of one province.
fn two_years(before: i32, now: i32) -> Desk {
    let mut desk = with_dossier(before);
    desk.typed("figure/at_kdc/amount", "1.640/1.720");
    desk.typed("figure/phat_dong_cuoc/amount", "40");
    desk.typed("figure/mh_lien_ket/amount", "66");
    desk.typed("figure/tin_tong/amount", "gần 300");
    desk.create(now);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    desk.typed("figure/phat_dong_cuoc/amount", "32");
    desk.typed("figure/mh_lien_ket/amount", "66");
    desk.typed("figure/tin_tong/amount", "350");
    desk
}

#[test]
fn changes_are_said_against_the_equal_window_before() {
    let desk = two_years(2022, 2023);
    let text = text(&report(&desk));
    for piece in [
        "khu dân cư (97,6%; so với năm 2022: tăng 2,3 điểm phần trăm)",
        "(so với năm 2022: giảm 08 cuộc, -20%)",
        "(bằng năm 2022)",
    ] {
        assert!(text.contains(piece), "“{piece}” stands in:\n{text}");
    }
    assert!(!text.contains("350 nguồn tin ("), "“gần 300” is no exact number:\n{text}");
    let sheet = composed(&desk, &Request::of(DocumentStyle::LeaderSheet));
    let sheet = self::text(&sheet);
    assert!(sheet.contains("Tăng nhiều: khu dân cư đạt"), "{sheet}");
    assert!(sheet.contains("Giảm nhiều: cuộc phát động phong trào tập trung 32"), "{sheet}");
}

#[test]
fn nothing_is_compared_over_a_gap_or_over_a_change_of_borders() {
    let gap = text(&report(&two_years(2020, 2022)));
    assert!(!gap.contains("so với"), "two years ago is not the year before:\n{gap}");
    let mut desk = desk();
    for (year, amount) in [(2024, "40"), (2025, "50")] {
        let province = "Lào Cai".to_owned();
        let new = NewDossier { kind: DossierKind::Annual, province, year, years: None };
        desk.app.create_dossier(&new).expect("a dossier can be made");
        desk.typed("figure/phat_dong_cuoc/amount", amount);
    }
    let merged = text(&report(&desk));
    assert!(!merged.contains("so với"), "Lào Cai is another province since 01/07/2025:\n{merged}");
    let redefined = text(&report(&two_years(2021, 2022)));
    assert!(redefined.contains("khu dân cư (97,6%) đạt"), "Thông tư 124 came in between");
    let same = text(&report(&two_years(2024, 2025)));
    assert!(same.contains("so với năm 2024"), "Lạng Sơn kept its borders:\n{same}");
}

/// One paper of the kit.
struct Paper {
    sources: Sources,
    is_annex: bool,
}

impl Paper {
    fn of(section: &Section) -> Self {
        let paragraphs = || section.blocks.iter().flat_map(Block::paragraphs);
        let is_annex = paragraphs().any(|paragraph| paragraph.style == Style::AnnexNumber);
        Self { sources: sources(paragraphs()), is_annex }
    }
}

/// Fails when two papers say one figure in two ways; how many figures they share. A sentence may
/// begin with a capital; an annex has the parts of a fraction in columns of their own, without
/// zeros before small counts.
fn assert_agree(one: &Paper, other: &Paper) -> usize {
    let in_columns = one.is_annex || other.is_annex;
    let written = |text: &String| -> Vec<String> {
        let text = text.to_lowercase();
        match in_columns {
            true => pressed(&text).split('/').map(str::to_owned).collect(),
            false => vec![text],
        }
    };
    let mut shared = 0;
    for (source, texts) in &one.sources {
        let Some(others) = other.sources.get(source) else { continue };
        let texts: BTreeSet<String> = texts.iter().flat_map(written).collect();
        let others: BTreeSet<String> = others.iter().flat_map(written).collect();
        let agree = texts.is_subset(&others) || others.is_subset(&texts);
        assert!(agree || (one.is_annex && other.is_annex), "{source}: {texts:?} and {others:?}");
        shared += 1;
    }
    shared
}

#[test]
fn a_figure_has_one_text_in_all_papers_of_the_kit() {
    let mut desks: Vec<Desk> = SAMPLES.iter().map(|name| sample(name)).collect();
    desks.push(two_years(2022, 2023));
    let mut shared = 0;
    for desk in desks {
        let kit = composed(&desk, &Request::of(DocumentStyle::MeetingKit));
        let papers: Vec<Paper> = kit.sections.iter().map(Paper::of).collect();
        assert!(papers.len() >= 4, "the sheet, the briefing, the report, the figures to be spoken");
        for (i, one) in papers.iter().enumerate() {
            for other in &papers[i + 1..] {
                shared += assert_agree(one, other);
            }
        }
    }
    assert!(shared > 100, "the papers share their figures: {shared}");
}

#[test]
fn the_chairs_sheet_is_one_page_whatever_is_typed() {
    let long = "Ủy ban Mặt trận Tổ quốc ".repeat(13).trim().to_owned();
    assert!(long.chars().count() > 300, "a long name");
    let mut desk = desk();
    let new =
        NewDossier { kind: DossierKind::Annual, province: long.clone(), year: 2022, years: None };
    desk.app.create_dossier(&new).expect("a dossier can be made");
    for code in ["at_kdc", "at_xa", "at_phuong", "mh_lien_ket", "tin_tong", "phat_dong_cuoc"] {
        desk.typed(&format!("figure/{code}/amount"), "44/57");
        desk.typed(&format!("figure/{code}/noun"), &long);
    }
    desk.typed("setting/committee.short_name", &long);
    let kit = Request::of(DocumentStyle::MeetingKit);
    desk.app.render(&kit, DocumentFormat::Pdf).expect("long names are printed in all papers");
    for desk in SAMPLES.iter().map(|name| sample(name)).chain([desk, two_years(2022, 2023)]) {
        let sheet = Request::of(DocumentStyle::LeaderSheet);
        let rendered = desk.app.render(&sheet, DocumentFormat::Pdf).expect("written");
        assert_eq!(rendered.pages, 1, "the sheet is one page");
    }
}

#[test]
fn approximations_are_said_only_on_request_and_beside_the_exact_number() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/tin_tong/amount", "1.959");
    let plain = Request::of(DocumentStyle::SpeechFigures);
    assert!(!text(&composed(&desk, &plain)).contains("gần"), "exact unless asked");
    let asked = Request { approximate: true, ..plain };
    let said = text(&composed(&desk, &asked));
    assert!(said.contains("gần 2.000 (chính xác: 1.959)"), "{said}");
    assert!(said.contains("một nghìn chín trăm năm mươi chín"), "{said}");
}

#[test]
fn a_number_that_is_less_than_exact_is_read_with_its_word() {
    let mut desk = with_dossier(2022);
    for (code, typed, read) in [
        ("tin_tong", "hơn 7.250", "Đọc: hơn bảy nghìn hai trăm năm mươi."),
        ("phat_dong_cuoc", "gần 500", "Đọc: gần năm trăm."),
        ("ngay_hoi_kinh_phi", "khoảng 2,1 tỷ đồng", "Đọc: khoảng hai tỷ một trăm triệu đồng."),
    ] {
        desk.typed(&format!("figure/{code}/amount"), typed);
        let said = text(&composed(&desk, &Request::of(DocumentStyle::SpeechFigures)));
        assert!(said.lines().any(|it| it == read), "“{read}” stands in:\n{said}");
    }
}

#[test]
fn a_share_of_more_than_all_is_printed_and_not_proposed() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "206/204");
    desk.typed("figure/at_xa/amount", "12/14");
    desk.typed("figure/at_phuong/amount", "9/10");
    let sheet = text(&composed(&desk, &Request::of(DocumentStyle::LeaderSheet)));
    assert!(sheet.contains("206/204"), "as the source has it:\n{sheet}");
    assert!(!sheet.contains("101%"), "{sheet}");
    assert!(sheet.contains("Tỷ lệ cao nhất: phường"), "{sheet}");
}

#[test]
fn only_reasons_that_explain_a_result_are_causes() {
    let entry = text(&report(&sample("hai-duong-2016")));
    assert!(!entry.contains("các dòng chỉ ghi phần trao"), "a remark on an entry:\n{entry}");
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "50/60");
    desk.typed("figure/dk_kdc/amount", "40/60");
    let findings = desk.app.findings().expect("checked");
    let finding = findings.iter().find(|it| it.code == "K.016").expect("more than registered");
    let id = finding.id.clone();
    desk.app.give_reason(&id, "có khu dân cư đăng ký bổ sung").expect("kept");
    let result = text(&report(&desk));
    assert!(result.contains("có khu dân cư đăng ký bổ sung"), "{result}");
    assert!(result.contains("Nguyên nhân"), "{result}");
}

#[test]
fn the_papers_are_byte_for_byte_the_same_again() {
    for style in PAPERS {
        let (one, two) = (sample("lang-son-2022"), sample("lang-son-2022"));
        for format in [DocumentFormat::Pdf, DocumentFormat::Docx, DocumentFormat::Text] {
            let of =
                |desk: &Desk| desk.app.render(&Request::of(style), format).expect("written").bytes;
            assert!(of(&one) == of(&two), "{style:?} as {format:?}");
        }
    }
}

#[test]
fn the_chairs_sheet_begins_with_the_newest_year_and_says_what_is_estimated() {
    let mut desk = desk();
    let years: Vec<String> = (2022..=2025)
        .map(|year| {
            let reached = year - 1_000;
            format!(r#"{{"indicator": "at_kdc", "amount": "{reached}/1.300", "window": {year}}}"#)
        })
        .collect();
    let figures = years.join(", ");
    let report = format!(
        r#"{{"format": "bc138", "version": 1, "dossiers": [{{
            "province": "tỉnh Sông Mẫu", "window": {{"year": 2025, "years": 4}},
            "figures": [{figures}, {{"indicator": "vk_phao", "amount": "ước tính 12,5 kg"}}]}}]}}"#
    );
    let file = desk.path_of("nhieu-nam.json");
    std::fs::write(&file, report).expect("it is written");
    let taken = desk.app.import(&file, false).expect("the file can be read");
    assert!(taken.problems.is_empty(), "{:?}", taken.problems);
    let sheet = text(&composed(&desk, &Request::of(DocumentStyle::LeaderSheet)));
    let at = |year: i32| sheet.find(&format!("năm {year}"));
    assert!(at(2024).is_some() && at(2025) < at(2024), "the newest comes first: {sheet}");
    assert!(sheet.contains("Kết quả nổi bật: năm 2025"), "{sheet}");
    let fireworks = sheet.find("Pháo (ước tính)");
    assert!(fireworks.is_some() && fireworks > at(2022), "what is exact comes first: {sheet}");
}
