//! Tables over pages: heads, spans, totals, notes, widths.

use bc138_report::stylesheet::PT_PER_MM;
use bc138_report::{
    Align, Block, Cell, Column, Density, Frame, Page, PageSetup, Paper, Paragraph, Row, RowRole,
    Style, Table, Width,
};

use crate::pages::{assert_inside_margins, assert_no_overlap, pages_of, words};
use crate::papers::{awards, of_sections, section, signature, table, text, wide_annex};

fn set(paper: Paper, blocks: Vec<Block>) -> Vec<Page> {
    pages_of(&of_sections(vec![section(paper, blocks)]))
}

fn filler(lines: usize) -> Vec<Block> {
    (0..lines).map(|_| text(Style::Note, "x")).collect()
}

fn content(align: Align) -> Column {
    Column::new(Width::Content, align)
}

fn rows_of(count: usize) -> Vec<Row> {
    (0..count).map(|row| Row::new(vec![Cell::plain(format!("hàng {row}"))])).collect()
}

#[test]
fn the_head_stands_on_every_page_and_the_rows_once_in_order() {
    let pages = set(Paper::A4, vec![table(130, 4, Density::Small).into()]);
    assert!(pages.len() > 2);
    let mut numbers = Vec::new();
    for page in &pages {
        assert_eq!(words(page).matches("Đơn vị").count(), 1, "page {}", page.number);
        // Figures of the communes have a source, the page number stands above the text.
        let own = page.runs.iter().filter(|run| run.source.is_none() && run.baseline > 57.0);
        numbers.extend(own.filter_map(|run| run.text.parse::<usize>().ok()));
    }
    assert_eq!(numbers, (1..=130).collect::<Vec<_>>());
    assert_inside_margins(&pages, Paper::A4);
    assert_no_overlap(&pages);
}

#[test]
fn twenty_nine_columns_fit_a_lying_sheet() {
    let pages = pages_of(&wide_annex());
    assert!(pages.len() >= 3);
    assert_inside_margins(&pages, Paper::A4Landscape);
    assert_no_overlap(&pages);
    let turned = pages[0].runs.iter().filter(|run| run.turned).count();
    assert!(turned >= 27, "heads of narrow columns read from bottom to top: {turned}");
    assert!(pages[0].runs.iter().all(|run| run.size >= 9.0), "nothing is made smaller");
}

#[test]
fn totals_groups_and_notes_are_never_alone() {
    for lines in 0..40 {
        let mut blocks = filler(lines);
        let mut rows = rows_of(6);
        rows.insert(3, Row::new(vec![Cell::plain("nhóm")]).with_role(RowRole::Group));
        rows.push(Row::new(vec![Cell::plain("tổng")]).with_role(RowRole::Total));
        let notes = vec![Paragraph::plain(Style::TableNote, "ghi chú")];
        let columns = vec![content(Align::Left)];
        blocks.push(Table { columns, rows, notes, ..Table::default() }.into());
        for page in set(Paper::A4, blocks) {
            let said = words(&page);
            if said.contains("tổng") {
                assert!(said.contains("hàng 5"), "{lines}: {said}");
            }
            if said.contains("nhóm") {
                assert!(said.contains("hàng 3"), "{lines}: {said}");
            }
            if said.contains("ghi chú") {
                assert!(said.contains("tổng"), "{lines}: {said}");
            }
        }
    }
}

#[test]
fn a_title_is_never_parted_from_its_table() {
    for lines in 20..40 {
        let mut blocks = filler(lines);
        blocks.push(text(Style::AnnexTitle, "BẢNG"));
        let head = vec![Row::new(vec![Cell::head("đầu")])];
        blocks.push(
            Table {
                columns: vec![content(Align::Left)],
                head,
                rows: rows_of(4),
                ..Table::default()
            }
            .into(),
        );
        for page in set(Paper::A4, blocks) {
            let said = words(&page);
            assert!(!said.contains("BẢNG") || said.contains("hàng 0"), "{lines}: {said}");
            assert!(!said.contains("đầu") || said.contains("hàng"), "{lines}: {said}");
        }
    }
}

#[test]
fn a_signature_stays_whole_and_with_the_line_before_it() {
    for lines in 25..42 {
        let mut blocks = filler(lines);
        blocks.push(text(Style::Body, "câu cuối"));
        blocks.push(signature());
        for page in set(Paper::A4, blocks) {
            let said = words(&page);
            let parts = ["câu cuối", "TM. BAN CHỈ ĐẠO", "Nơi nhận:", "Nguyễn Văn Ví Dụ"];
            let found = parts.iter().filter(|part| said.contains(**part)).count();
            assert!(found == 0 || found == parts.len(), "{lines}: {said}");
        }
    }
}

#[test]
fn a_cell_over_many_rows_says_its_text_on_every_page() {
    let mut rows: Vec<Row> =
        (0..150).map(|row| Row::new(vec![Cell::plain(format!("hàng {row}"))])).collect();
    rows[0].cells.insert(0, Cell::plain("Khu vực miền núi phía Bắc").spanning(1, 150));
    let columns = vec![content(Align::Left), content(Align::Left)];
    let pages = set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()]);
    assert!(pages.len() > 2);
    for page in &pages {
        assert_eq!(words(page).matches("Khu vực").count(), 1, "page {}", page.number);
    }
    assert_no_overlap(&pages);
}

#[test]
fn a_cell_over_few_rows_is_never_cut_where_its_text_does_not_fit() {
    let words_of = "từ ".repeat(30);
    for lines in 20..45 {
        let mut rows = rows_of(4);
        rows[0].cells.insert(0, Cell::plain(&words_of).spanning(1, 4));
        let columns = vec![
            Column::new(Width::Share(1.0), Align::Left),
            Column::new(Width::Share(4.0), Align::Left),
        ];
        let mut blocks = filler(lines);
        blocks.push(Table { columns, rows, ..Table::default() }.into());
        let pages = set(Paper::A4, blocks);
        assert_inside_margins(&pages, Paper::A4);
        assert_no_overlap(&pages);
        let with = pages.iter().filter(|page| words(page).contains("từ"));
        for page in with {
            assert_eq!(words(page).matches("từ").count(), 30, "{lines}: the whole text");
        }
    }
}

#[test]
fn a_row_taller_than_a_page_loses_nothing() {
    let long: Vec<String> = (0..900).map(|word| format!("từ{word}")).collect();
    let beside = Cell::new(vec![Paragraph::plain(Style::TableCell, "ngắn")]);
    let rows = vec![
        Row::new(vec![Cell::plain("trước"), Cell::plain("a")]),
        Row::new(vec![Cell::plain(long.join(" ")), beside]),
        Row::new(vec![Cell::plain("sau"), Cell::plain("b")]),
    ];
    let columns = vec![
        Column::new(Width::Share(1.0), Align::Left),
        Column::new(Width::Share(4.0), Align::Left),
    ];
    let pages = set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()]);
    assert!(pages.len() > 2, "{} pages", pages.len());
    assert_inside_margins(&pages, Paper::A4);
    assert_no_overlap(&pages);
    let said = pages.iter().map(words).collect::<Vec<_>>().join(" ");
    let found: Vec<&str> = said.split_whitespace().filter(|word| word.starts_with("từ")).collect();
    assert_eq!(found, long, "every word once and in order");
    assert!(words(&pages[0]).contains("từ0"), "the row begins where there is room");
    assert!(words(&pages[pages.len() - 1]).contains("sau"));
}

#[test]
fn spans_and_a_row_taller_than_a_page_go_together() {
    let pages = pages_of(&awards());
    assert_inside_margins(&pages, Paper::A4);
    assert_no_overlap(&pages);
    let said = pages.iter().map(words).collect::<Vec<_>>().join(" ");
    let count: usize = (0..60).map(|index| if index == 20 { 70 } else { index % 3 }).sum();
    // A page may end between the two words of “xuất sắc”.
    assert_eq!(said.matches("sắc").count(), count);
}

#[test]
fn a_table_too_wide_for_any_size_is_wrapped_inside_words() {
    let count = 60;
    let words_of = |row: usize| -> Vec<Cell> {
        (0..count).map(|column| Cell::plain(format!("nghiêng{row}{column:02}"))).collect()
    };
    let rows: Vec<Row> = (0..3).map(|row| Row::new(words_of(row))).collect();
    let columns = vec![content(Align::Left); count];
    let pages = set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()]);
    assert_inside_margins(&pages, Paper::A4);
    let letters: usize =
        pages.iter().flat_map(|page| &page.runs).map(|run| run.text.chars().count()).sum();
    assert_eq!(letters, 3 * count * "nghiêng000".chars().count());
}

#[test]
fn a_table_too_wide_is_set_smaller_before_anything_is_broken() {
    let cells = || (0..12).map(|_| Cell::plain("nghiêng")).collect();
    let columns = vec![content(Align::Left); 12];
    let rows = vec![Row::new(cells()), Row::new(cells())];
    let pages = set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()]);
    let runs = &pages[0].runs;
    assert!(runs.iter().all(|run| &*run.text == "nghiêng"), "words stay whole");
    assert!(runs.iter().all(|run| run.size == runs[0].size && run.size < 12.0));
}

#[test]
fn figures_of_a_column_end_at_one_edge() {
    let rows = ["7", "1.686", "-", "12.480"].map(|it| Row::new(vec![Cell::plain(it)])).to_vec();
    let columns = vec![Column::new(Width::Digits(5), Align::Right)];
    let page = &set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()])[0];
    let right = |index: usize| page.runs[index].x + page.runs[index].width;
    for index in 1..4 {
        assert!((right(index) - right(0)).abs() < 0.01, "{}", page.runs[index].text);
    }
}

#[test]
fn a_share_takes_what_the_others_leave() {
    let setup = PageSetup::default();
    let columns = vec![
        Column::new(Width::Digits(3), Align::Centre),
        Column::new(Width::Share(1.0), Align::Left),
    ];
    let rows = vec![Row::new(vec![Cell::plain("1"), Cell::plain("một")])];
    let page = &set(Paper::A4, vec![Table { columns, rows, ..Table::default() }.into()])[0];
    let widest = page.rules.iter().map(|rule| rule.width).fold(0.0, f32::max);
    assert!((widest - setup.text_width_pt()).abs() < 0.1, "as wide as the text: {widest}");
}

#[test]
fn lines_are_merged() {
    let page = &set(Paper::A4, vec![table(20, 11, Density::Fine).into()])[0];
    // Twenty rows, a group, a total, two rows of heads: each edge is one line across, some heads
    // are parted; fourteen down, those inside the group row in two pieces.
    assert!(page.rules.len() < 26 + 4 + 2 * 14 + 8, "{} lines", page.rules.len());
}

#[test]
fn a_frameless_table_is_flush_with_the_margins_and_has_no_lines() {
    let rows = vec![Row::new(vec![Cell::plain("trái"), Cell::plain("phải")])];
    let columns = vec![
        Column::new(Width::Share(0.5), Align::Left),
        Column::new(Width::Share(0.5), Align::Right),
    ];
    let frameless = Table { columns, rows, frame: Frame::None, ..Table::default() };
    let page = &set(Paper::A4, vec![frameless.into()])[0];
    let setup = PageSetup::default();
    assert!(page.rules.is_empty());
    assert!((page.runs[0].x - setup.left_mm * PT_PER_MM).abs() < 0.05);
    let right = (setup.width_mm - setup.right_mm) * PT_PER_MM;
    assert!((page.runs[1].x + page.runs[1].width - right).abs() < 0.05);
}

#[test]
fn odd_tables_are_set_without_harm() {
    let ragged = Table {
        columns: vec![content(Align::Left)],
        head: vec![Row::default(), Row::new(vec![Cell::head("đầu").spanning(9, 9)])],
        rows: vec![
            Row::new(vec![Cell::plain("a"), Cell::plain("b"), Cell::plain("c")]),
            Row::default(),
            Row::new(vec![Cell::new(Vec::new())]),
        ],
        ..Table::default()
    };
    let empty = Table::default();
    let only_head =
        Table { head: vec![Row::new(vec![Cell::head("chỉ đầu")])], ..Table::default() };
    let pages = set(Paper::A4, vec![ragged.into(), empty.into(), only_head.into()]);
    let said = words(&pages[0]);
    for part in ["đầu", "a", "b", "c", "chỉ đầu"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn a_head_taller_than_half_a_page_is_printed_once() {
    let tall = "một đầu bảng rất dài ".repeat(150);
    let columns = vec![Column::new(Width::Share(1.0), Align::Left)];
    let head = vec![Row::new(vec![Cell::head(tall)])];
    let pages =
        set(Paper::A4, vec![Table { columns, head, rows: rows_of(60), ..Table::default() }.into()]);
    let said = pages.iter().map(words).collect::<Vec<_>>().join(" ");
    assert_eq!(said.matches("rất").count(), 150);
    assert_inside_margins(&pages, Paper::A4);
}
