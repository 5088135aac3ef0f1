//! Sheets filled at fixed places.

use bc138_report::stylesheet::PT_PER_MM;
use bc138_report::{
    Align, Block, Document, Form, FormField, Page, Paper, Paragraph, ReportError, Section, Style,
};

use crate::pages::{error_of, pages_of};
use crate::papers::{certificates, of_sections, text};

fn field(words: &str, height_mm: f32) -> FormField {
    FormField {
        left_mm: 50.0,
        top_mm: 80.0,
        width_mm: 100.0,
        height_mm,
        size_pt: 24.0,
        align: Align::Centre,
        paragraph: Paragraph::plain(Style::Display, words),
    }
}

fn document(form: Form) -> Document {
    let blocks = vec![form.into()];
    of_sections(vec![Section { paper: Paper::A4Landscape, numbered: false, blocks }])
}

fn page(words: &str, height_mm: f32) -> Page {
    let form = Form { fields: vec![field(words, height_mm)], ..Form::default() };
    pages_of(&document(form)).remove(0)
}

#[test]
fn a_short_name_keeps_its_size_and_stands_in_the_middle() {
    let page = page("Nguyễn Văn A", 12.0);
    let run = &page.runs[0];
    assert_eq!((page.runs.len(), run.size), (1, 24.0));
    let middle = run.x + run.width / 2.0;
    assert!((middle - 100.0 * PT_PER_MM).abs() < 0.1, "{middle}");
}

#[test]
fn a_long_name_is_made_smaller_on_the_same_baseline() {
    let (short, long) = (page("Nguyễn Văn A", 12.0), page("Nguyễn Thị Phương Anh Tôn Nữ", 12.0));
    assert_eq!(long.runs.len(), 1, "still one line");
    assert!(long.runs[0].size < 24.0 && long.runs[0].size >= 18.0, "{}", long.runs[0].size);
    assert!((long.runs[0].baseline - short.runs[0].baseline).abs() < 0.05);
}

#[test]
fn a_longer_name_takes_two_lines_where_there_is_room() {
    let name = "Nguyễn Thị Phương Anh Tôn Nữ Huyền Trân Công Tằng Bảo Ngọc";
    let page = page(name, 20.0);
    assert_eq!(page.runs.len(), 2);
    let bottom = 100.0 * PT_PER_MM;
    assert!(page.runs.iter().all(|run| run.baseline < bottom && run.width <= 100.0 * PT_PER_MM));
}

#[test]
fn a_text_that_never_fits_is_named() {
    let words = "rất dài ".repeat(80);
    let form = Form { fields: vec![field("A", 12.0), field(&words, 12.0)], ..Form::default() };
    let mut document = document(Form { fields: vec![field("B", 12.0)], ..Form::default() });
    document.sections[0].blocks.push(form.into());
    let found = error_of(&document);
    assert_eq!(found, Some(ReportError::FieldTooLong { form: 2, field: 2, text: words }));
}

#[test]
fn everything_moves_by_the_shift_but_the_ruler() {
    let form = |right, down| {
        let fields = vec![field("Nguyễn Văn A", 12.0)];
        Form { fields, shift_right_mm: right, shift_down_mm: down, test: true }
    };
    let (still, moved) =
        (pages_of(&document(form(0.0, 0.0))), pages_of(&document(form(2.0, -3.0))));
    let at = |pages: &[Page]| (pages[0].runs[0].x, pages[0].runs[0].baseline);
    let ((x, y), (u, v)) = (at(&still), at(&moved));
    assert!((u - x - 2.0 * PT_PER_MM).abs() < 0.01 && (v - y + 3.0 * PT_PER_MM).abs() < 0.01);
    assert_eq!(still[0].shapes.len(), moved[0].shapes.len());
    assert_ne!(still[0].shapes[0], moved[0].shapes[0], "the outline moves");
    assert_eq!(still[0].shapes[1..], moved[0].shapes[1..], "the ruler does not");
    let plain = pages_of(&document(Form { test: false, ..form(0.0, 0.0) }));
    assert!(plain[0].shapes.is_empty(), "nothing is drawn on the real sheet");
}

#[test]
fn every_form_takes_a_page_of_its_own() {
    let pages = pages_of(&certificates(3));
    assert_eq!(pages.len(), 3, "and no blank one");
    let form: Block = Form { fields: vec![field("A", 12.0)], ..Form::default() }.into();
    let blocks = vec![text(Style::Body, "trước"), form.clone(), form, text(Style::Body, "sau")];
    let section = Section { paper: Paper::A4Landscape, numbered: false, blocks };
    let pages = pages_of(&of_sections(vec![section]));
    let said: Vec<&str> = pages.iter().map(|page| &*page.runs[0].text).collect();
    assert_eq!(said, ["trước", "A", "A", "sau"]);
}
