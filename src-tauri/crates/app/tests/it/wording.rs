//! Paragraphs in the clerk's own words: the words stay, the numbers follow, and what they lose is
//! told.

use crate::desk::{Desk, assert_message, desk, sample};
use bc138_app::vi::messages::{code, failure};
use bc138_app::view::{ParagraphPart, ParagraphView, TypedWords};
use bc138_app::{AppError, DocumentStyle, Request, YearStep};
use bc138_report::Paragraph;

const FIGURE: &str = "figure/at_kdc/amount";

fn of(style: DocumentStyle) -> Request {
    Request::of(style)
}

fn paragraphs(desk: &Desk, style: DocumentStyle) -> Vec<ParagraphView> {
    desk.app.paragraphs(&of(style)).expect("they are listed")
}

/// The first paragraph that prints a figure.
fn with_figure(desk: &Desk, style: DocumentStyle) -> ParagraphView {
    let says = |part: &ParagraphPart| part.source.as_deref() == Some(FIGURE);
    let found = paragraphs(desk, style).into_iter().find(|it| it.parts.iter().any(says));
    found.expect("the figure is printed")
}

/// A paragraph as it would be typed back.
fn typed(paragraph: &ParagraphView) -> Vec<TypedWords> {
    let part =
        |part: &ParagraphPart| TypedWords { text: part.text.clone(), source: part.source.clone() };
    paragraph.parts.iter().map(part).collect()
}

fn words(text: &str) -> TypedWords {
    TypedWords { text: text.to_owned(), source: None }
}

fn text(desk: &Desk, style: DocumentStyle) -> String {
    let document = desk.app.compose(&of(style)).expect("it is composed");
    document.paragraphs().map(Paragraph::plain_text).collect::<Vec<_>>().join("\n")
}

impl Desk {
    fn edits(&mut self, style: DocumentStyle, place: i32, typed: &[TypedWords]) {
        self.app.edit_paragraph(&of(style), place, typed).expect("it is taken");
    }
}

const MINE: &str = "Đặc biệt trong năm qua, ";

/// The sample with words of the clerk's own before a paragraph of a style.
fn edited(style: DocumentStyle) -> (Desk, i32) {
    let mut desk = sample("lang-son-2022");
    let paragraph = with_figure(&desk, style);
    let mut own = typed(&paragraph);
    own.insert(0, words(MINE));
    desk.edits(style, paragraph.place, &own);
    (desk, paragraph.place)
}

#[test]
fn the_numbers_follow_and_the_wording_stays() {
    for style in [DocumentStyle::Briefing, DocumentStyle::OfficialReport] {
        let (mut desk, place) = edited(style);
        desk.typed(FIGURE, "1.690/1.727");
        let view = with_figure(&desk, style);
        assert!(view.edited && view.place == place && view.remarks.is_empty(), "{view:?}");
        let line = text(&desk, style);
        let line = line.lines().find(|line| line.starts_with(MINE)).expect("it is printed");
        assert!(line.contains("1.690/1.727") && !line.contains("1.686"), "{line}");
    }
}

#[test]
fn the_words_stand_in_the_file_and_among_the_papers_of_the_conference() {
    let (mut desk, _) = edited(DocumentStyle::Briefing);
    let path = desk.saved(&of(DocumentStyle::Briefing), "tin.docx");
    assert!(desk.verdict(&path).holds, "own words do not disturb the figures");
    assert!(text(&desk, DocumentStyle::MeetingKit).contains(MINE), "the kit has the same briefing");
    assert!(!text(&desk, DocumentStyle::OfficialReport).contains(MINE), "each style has its own");
}

#[test]
fn a_figure_taken_out_or_typed_by_hand_is_told() {
    let mut desk = sample("lang-son-2022");
    let paragraph = with_figure(&desk, DocumentStyle::Briefing);
    let mut own = typed(&paragraph);
    for part in &mut own {
        if part.source.as_deref() == Some(FIGURE) {
            *part = words("1.686/1.727");
        }
    }
    desk.edits(DocumentStyle::Briefing, paragraph.place, &own);
    let view = &paragraphs(&desk, DocumentStyle::Briefing)[paragraph.place as usize];
    let told = view.remarks.join(" ");
    let name = paragraph.parts.iter().find(|part| part.source.as_deref() == Some(FIGURE));
    assert!(told.contains(&name.expect("the figure").name), "what is left out: {told}");
    assert!(told.contains("1.686/1.727"), "what was typed by hand: {told}");
}

#[test]
fn a_figure_that_is_gone_goes_with_the_words_of_the_program_and_leaves_those_of_the_clerk() {
    let (mut desk, _) = edited(DocumentStyle::Briefing);
    desk.typed(FIGURE, "");
    let printed = text(&desk, DocumentStyle::Briefing);
    assert!(printed.contains(MINE) && !printed.contains("1.686"), "{printed}");
}

#[test]
fn a_figure_that_the_clerk_moved_and_the_data_lost_is_told() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    let place = with_figure(&desk, style).place;
    let figure = TypedWords { text: String::new(), source: Some(FIGURE.to_owned()) };
    desk.edits(style, place, &[words("Cả năm có "), figure, words(" khu dân cư đạt.")]);
    assert!(text(&desk, style).contains("Cả năm có 1.686/1.727 khu dân cư đạt."));
    desk.typed(FIGURE, "");
    let view = paragraphs(&desk, style);
    let lost = desk.app.lost_paragraphs(&of(style)).expect("listed");
    let told = view.iter().filter(|it| it.edited).flat_map(|it| &it.remarks).chain(&lost);
    let told: Vec<&String> = told.collect();
    let speaks =
        |it: &&String| it.contains("không còn trong số liệu") || it.contains("không còn chỗ");
    assert!(told.iter().any(speaks), "{told:?}");
}

#[test]
fn resetting_and_undoing_bring_the_words_of_the_program_back() {
    let style = DocumentStyle::Briefing;
    let before = text(&sample("lang-son-2022"), style);
    let (mut desk, place) = edited(style);
    assert_ne!(text(&desk, style), before);
    desk.app.reset_paragraph(&of(style), place).expect("reset");
    assert_eq!(text(&desk, style), before);
    desk.app.undo().expect("undo");
    assert!(text(&desk, style).contains(MINE), "the reset is taken back");
    desk.app.undo().expect("undo");
    assert_eq!(text(&desk, style), before, "the edit is taken back");
    desk.app.redo().expect("redo");
    let view = with_figure(&desk, style);
    let own: Vec<TypedWords> = typed(&view).into_iter().collect();
    desk.edits(style, place, &own);
    assert!(text(&desk, style).contains(MINE), "typing the same again changes nothing");
}

#[test]
fn typing_the_programs_words_again_is_a_reset() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    let paragraph = with_figure(&desk, style);
    desk.edits(style, paragraph.place, &typed(&paragraph));
    assert!(!with_figure(&desk, style).edited);
}

#[test]
fn an_emptied_paragraph_is_left_out_and_can_come_back() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    let before = text(&desk, style);
    let paragraph = with_figure(&desk, style);
    desk.edits(style, paragraph.place, &[]);
    let after = text(&desk, style);
    assert_eq!(after.lines().count() + 1, before.lines().count());
    let view = &paragraphs(&desk, style)[paragraph.place as usize];
    assert!(view.edited && view.parts.is_empty(), "it keeps its place: {view:?}");
    desk.app.reset_paragraph(&of(style), paragraph.place).expect("reset");
    assert_eq!(text(&desk, style), before);
}

#[test]
fn own_words_go_out_and_come_in_with_everything_else() {
    let style = DocumentStyle::Briefing;
    let (mut from, _) = edited(style);
    // The ids of the other store are taken already.
    let mut desk = sample("tuyen-quang-2023");
    let file = from.path_of("tat-ca.json");
    from.app.export(&file).expect("it goes out");
    let taken = desk.app.import(&file, false).expect("it is read");
    assert!(taken.taken, "{:?}", taken.problems);
    let dossiers = desk.app.dossiers().expect("listed");
    let id = dossiers.iter().find(|it| it.province == "Lạng Sơn").expect("it came in").id;
    desk.app.open_dossier(id).expect("it opens");
    assert_eq!(text(&desk, style), text(&from, style));
    let lost = desk.app.lost_paragraphs(&of(style)).expect("listed");
    assert!(lost.is_empty(), "{lost:?}");
    from.typed(FIGURE, "1.690/1.727");
    desk.typed(FIGURE, "1.690/1.727");
    assert_eq!(text(&desk, style), text(&from, style), "the keys were renamed with the records");
}

#[test]
fn a_long_paragraph_is_taken_and_a_longer_one_is_refused() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    let place = with_figure(&desk, style).place;
    let long = "dài ".repeat(5_000).trim().to_owned();
    desk.edits(style, place, &[words(&long)]);
    assert!(text(&desk, style).contains(&long));
    desk.saved(&of(style), "tin.pdf");
    let longer = format!("{long} {long}");
    let refused = desk.app.edit_paragraph(&of(style), place, &[words(&longer)]);
    assert_message(&failure(&refused.expect_err("it is too long")));
}

#[test]
fn words_of_an_old_encoding_are_refused_and_nothing_is_kept() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    let place = with_figure(&desk, style).place;
    let before = desk.app.content_digest().expect("hashed");
    let refused = desk.app.edit_paragraph(&of(style), place, &[words("B¸o c¸o tæng kÕt")]);
    let error = refused.expect_err("TCVN3 is refused");
    assert!(matches!(error, AppError::UnfitWords(_)), "{error:?}");
    assert_message(&failure(&error));
    for nowhere in [-1, 9_999] {
        let refused = desk.app.edit_paragraph(&of(style), nowhere, &[words("x")]);
        assert_eq!(code(&refused.expect_err("no such paragraph")), "no-paragraph");
    }
    assert_eq!(desk.app.content_digest().expect("hashed"), before);
}

#[test]
fn words_of_a_closed_year_stay_as_they_are() {
    let style = DocumentStyle::Briefing;
    let mut desk = sample("lang-son-2022");
    desk.app.step_year(2022, YearStep::Close, "").expect("it closes");
    let place = with_figure(&desk, style).place;
    let refused = desk.app.edit_paragraph(&of(style), place, &[words("Câu khác.")]);
    assert_eq!(code(&refused.expect_err("the year is closed")), "year-closed");
}

#[test]
fn without_a_dossier_there_are_no_paragraphs() {
    let refused = desk().app.paragraphs(&of(DocumentStyle::Briefing));
    assert!(matches!(refused, Err(AppError::NoDossier)), "{refused:?}");
}

const GUIDE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/formats/bc138.md"));

/// The example of the guide, and what else its text may be.
fn taken(change: impl Fn(&str) -> String) -> (crate::desk::Desk, bc138_app::view::ImportView) {
    let example = GUIDE.split("```jsonc\n").nth(1).expect("an example");
    let mut desk = crate::desk::desk();
    let path = desk.path_of("doan.json");
    let text = change(example.split("```").next().expect("its end"));
    std::fs::write(&path, text).expect("it is written");
    let view = desk.app.import(&path, false).expect("it can be read");
    (desk, view)
}

#[test]
fn the_paragraph_of_the_guide_is_taken_and_printed_with_the_number_of_today() {
    let (mut desk, view) = taken(str::to_owned);
    assert!(view.taken, "{:?}", view.problems);
    let printed = |desk: &crate::desk::Desk| {
        desk.app.compose(&of(DocumentStyle::Briefing)).expect("composed").plain_text()
    };
    let said = "tích cực cung cấp cho lực lượng Công an 5.100 nguồn tin";
    assert!(printed(&desk).contains(said), "{}", printed(&desk));
    assert!(desk.app.findings().expect("made").iter().all(|it| it.code != "D.03"));
    desk.typed("figure/tin_tong/amount", "5.200");
    assert!(printed(&desk).contains(&said.replace("5.100", "5.200")));
}

#[test]
fn a_number_typed_or_left_out_in_own_words_is_a_finding_with_the_paragraph() {
    for (text, words) in [
        ("tích cực cung cấp cho lực lượng Công an 4.900 nguồn tin", "4.900"),
        ("tích cực cung cấp cho lực lượng Công an nhiều nguồn tin", "không còn nhắc tới"),
    ] {
        let said = "tích cực cung cấp cho lực lượng Công an {figure/tin_tong/amount} nguồn tin";
        let (desk, view) = taken(|example| example.replace(said, text));
        assert!(view.taken, "{:?}", view.problems);
        let findings = desk.app.findings().expect("made");
        let found = findings.iter().find(|it| it.code == "D.03").expect("it is told");
        assert!(found.text.contains(words) && found.text.contains("tích cực"), "{}", found.text);
        assert_eq!(found.severity, "warning");
    }
}

#[test]
fn a_paragraph_that_nothing_can_print_is_refused_with_its_place() {
    for (from, to, place, why) in [
        ("\"briefing\"", "\"tin\"", "style", "briefing"),
        ("\"body\"", "\"results\"", "block", "body"),
        ("{figure/tin_tong/amount} nguồn tin.\"\n", "{figure/99/amount} nguồn.\"\n", "text", "99"),
        ("{figure/tin_tong/amount} nguồn tin.\"\n", "{abc} nguồn tin.\"\n", "text", "abc"),
        ("{figure/tin_tong/amount} nguồn tin.\"\n", "{figure nguồn tin.\"\n", "text", "ngoặc"),
    ] {
        let (_, view) = taken(|example| example.replace(from, to));
        let [problem] = &view.problems[..] else { panic!("{to}: {:?}", view.problems) };
        let pointer = format!("/dossiers/0/edited_paragraphs/0/{place}");
        assert!(problem.contains(&pointer) && problem.contains(why), "{to}: {problem}");
    }
}
