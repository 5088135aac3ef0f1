//! What holds for every table.

use bc138_report::{
    Align, Block, Cell, Column, Density, Frame, Page, Paper, Paragraph, Row, RowRole, Style, Table,
    Width,
};
use proptest::prelude::*;

use crate::pages::{assert_inside_margins, assert_no_overlap, pages_of, words};
use crate::papers::{of_sections, section, text};

fn column() -> impl Strategy<Value = Column> {
    let width = prop_oneof![
        (1_u8..5).prop_map(Width::Digits),
        Just(Width::Content),
        (0.5_f32..3.0).prop_map(Width::Share),
    ];
    let align = prop_oneof![Just(Align::Left), Just(Align::Centre), Just(Align::Right)];
    (width, align).prop_map(|(width, align)| Column::new(width, align))
}

/// Spans and number of words of a cell; its first word is given by its place.
fn cell() -> impl Strategy<Value = (usize, usize, usize)> {
    (1_usize..3, prop_oneof![4 => Just(1_usize), 1 => 2_usize..9], 0_usize..9)
}

fn rows(columns: usize) -> impl Strategy<Value = Vec<Row>> {
    let role = prop_oneof![
        6 => Just(RowRole::Body),
        1 => Just(RowRole::Group),
        1 => Just(RowRole::Total),
    ];
    let row = (prop::collection::vec(cell(), 1..=columns), role);
    prop::collection::vec(row, 1..60).prop_map(|rows| {
        let named = rows.into_iter().enumerate().map(|(index, (cells, role))| {
            let cells = cells.into_iter().enumerate().map(|(place, (wide, tall, count))| {
                let said = format!("r{index}c{place}{}", " từ".repeat(count));
                Cell::plain(said).spanning(wide, tall)
            });
            Row::new(cells.collect()).with_role(role)
        });
        named.collect()
    })
}

fn any_table() -> impl Strategy<Value = Table> {
    prop::collection::vec(column(), 1..5).prop_flat_map(|columns| {
        let density = prop_oneof![Just(Density::Normal), Just(Density::Small), Just(Density::Fine)];
        let frame = prop_oneof![3 => Just(Frame::Grid), 1 => Just(Frame::None)];
        let count = columns.len();
        (Just(columns), rows(count), density, frame, 0_usize..3, any::<bool>()).prop_map(
            move |(columns, rows, density, frame, notes, headed)| {
                let note = Paragraph::plain(Style::TableNote, "ghi chú");
                let cells = (0..count).map(|column| Cell::head(format!("h{column}")));
                let head = if headed { vec![Row::new(cells.collect())] } else { Vec::new() };
                let notes = vec![note; notes];
                Table { columns, head, rows, frame, density, notes, whole: false }
            },
        )
    })
}

/// How often a page says a word; a cell narrower than the word breaks it over lines. No place of a
/// cell (“r1c0”) is a part of another's (“r11c0”).
fn says(page: &Page, word: &str) -> usize {
    words(page).replace(' ', "").matches(word).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_table_is_set_inside_the_margins_with_all_its_text(
        table in any_table(),
        lines in 0_usize..45,
    ) {
        let mut blocks: Vec<Block> = (0..lines).map(|_| text(Style::Note, "x")).collect();
        blocks.push(table.clone().into());
        let pages = pages_of(&of_sections(vec![section(Paper::A4, blocks)]));
        assert_inside_margins(&pages, Paper::A4);
        assert_no_overlap(&pages);
        let mut last = 0;
        for (index, row) in table.rows.iter().enumerate() {
            for (place, cell) in row.cells.iter().enumerate() {
                let word = format!("r{index}c{place}");
                let found: Vec<usize> =
                    (0..pages.len()).filter(|&page| says(&pages[page], &word) > 0).collect();
                let times: usize = pages.iter().map(|page| says(page, &word)).sum();
                prop_assert!(times >= 1, "{word} is lost");
                prop_assert_eq!(times, found.len(), "{} twice on a page", word);
                prop_assert!(cell.rows > 1 || times == 1, "{word} is repeated");
                prop_assert!(found[0] >= last, "{word} stands before the row above it");
                last = found[0];
            }
            let total = row.role == RowRole::Total && index > 0;
            if total {
                let page = |row: usize| pages.iter().rposition(|it| says(it, &format!("r{row}c0")) > 0);
                let own = pages.iter().position(|it| says(it, &format!("r{index}c0")) > 0);
                prop_assert!(own <= page(index - 1), "total {index} is parted from its rows");
            }
        }
    }
}
