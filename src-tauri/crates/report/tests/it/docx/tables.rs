//! Tables of a DOCX: rows, spans, heads that repeat, rows that stay together.

use bc138_report::{
    Align, Cell, Column, Density, Document, Frame, Paragraph, Row, RowRole, Style, Table, Width,
    write_docx,
};
use proptest::prelude::*;

use super::body;
use super::opened::{Node, Opened, words};
use super::papers::{everything, head_table, signature_table};
use crate::papers::table;

fn opened(table: &Table) -> (Opened, Node) {
    let opened = Opened::of(&body(vec![table.clone().into()]));
    let body = opened.document();
    let tables = body.all("w:tbl").len();
    assert_eq!(tables, 1);
    (opened, body)
}

/// Returns how many columns every cell of a row covers.
fn spans(row: &Node) -> Vec<usize> {
    let cells = row.all("w:tc").into_iter();
    cells
        .map(|cell| {
            let span = cell.first("w:gridSpan").map(|span| span.value("w:val"));
            span.map_or(1, |span| span.parse().expect("a span is a number"))
        })
        .collect()
}

/// Checks what Word needs of every table.
fn assert_sound(table: &Node) {
    let grid: Vec<i32> = table.all("w:gridCol").iter().map(|column| twips(column, "w:w")).collect();
    assert!(grid.iter().all(|&width| width > 0), "{grid:?}");
    // Columns covered from above: how wide the cell is, by its first column.
    let mut open: Vec<Option<usize>> = vec![None; grid.len()];
    for row in table.all("w:tr") {
        assert!(row.first("w:cantSplit").is_some(), "rows are never cut");
        let spans = spans(row);
        assert_eq!(spans.iter().sum::<usize>(), grid.len(), "every column is accounted for");
        let mut column = 0;
        for (cell, span) in row.all("w:tc").into_iter().zip(spans) {
            assert_eq!(cell.children.last().map(|it| it.name.as_str()), Some("w:p"));
            let width = cell.first("w:tcW").expect("a cell has a width");
            let whole: i32 = grid[column..column + span].iter().sum();
            assert!((twips(width, "w:w") - whole).abs() <= 20, "as wide as its columns");
            let merge = cell.first("w:vMerge");
            let continues = merge.is_some_and(|merge| merge.get("w:val").is_none());
            if continues {
                assert_eq!(open[column], Some(span), "it continues a cell of the same columns");
                assert_eq!(cell.shown(), "", "a text stands in its first row");
            } else {
                open[column..column + span].fill(None);
                open[column] = merge.map(|_| span);
            }
            column += span;
        }
    }
}

fn twips(node: &Node, name: &str) -> i32 {
    node.value(name).parse().expect("a width is a number")
}

#[test]
fn every_table_of_the_report_is_sound() {
    let body = Opened::of(&everything()).document();
    let tables = body.all("w:tbl");
    assert_eq!(tables.len(), 6);
    tables.into_iter().for_each(assert_sound);
}

#[test]
fn the_head_is_flagged_and_nothing_else() {
    let table = table(5, 4, Density::Normal);
    let (_, body) = opened(&table);
    let flags: Vec<bool> =
        body.all("w:tr").iter().map(|row| row.first("w:tblHeader").is_some()).collect();
    let expected: Vec<bool> =
        (0..table.head.len() + table.rows.len()).map(|row| row < table.head.len()).collect();
    assert_eq!(flags, expected);
}

#[test]
fn a_head_over_two_rows_is_merged_both_ways() {
    let (_, body) = opened(&table(1, 3, Density::Own));
    let rows = body.all("w:tr");
    assert_eq!((spans(rows[0]), spans(rows[1])), (vec![1, 1, 3], vec![1; 5]));
    let merges = |row: &Node| {
        let cells = row.all("w:tc").into_iter();
        let merge = cells.map(|cell| cell.first("w:vMerge").map(|it| it.get("w:val").is_some()));
        merge.collect::<Vec<_>>()
    };
    assert_eq!(merges(rows[0]), [Some(true), Some(true), None]);
    assert_eq!(merges(rows[1]), [Some(false), Some(false), None, None, None]);
}

#[test]
fn lines_are_drawn_only_where_asked() {
    let styled = |table: &Table| {
        let (opened, body) = opened(table);
        let id = body.first("w:tblStyle").expect("a table has a style").value("w:val").to_owned();
        let styles = opened.tree("word/styles.xml");
        let all = styles.all("w:style").into_iter();
        let mut found = all.filter(|style| style.value("w:styleId") == id);
        found.next().expect("the style exists").first("w:tblBorders").is_some()
    };
    assert!(styled(&table(1, 1, Density::Own)));
    assert!(!styled(&head_table()));
}

/// Returns for every row whether it stays with the next one.
fn kept(table: &Table) -> Vec<bool> {
    let (_, body) = opened(table);
    let rows = body.all("w:tr").into_iter();
    rows.map(|row| {
        let paragraphs = row.all("w:p");
        let kept = paragraphs.iter().filter(|it| it.first("w:keepNext").is_some()).count();
        assert!(kept == 0 || kept == paragraphs.len(), "a row is kept as a whole");
        kept > 0
    })
    .collect()
}

#[test]
fn what_belongs_together_is_kept_together() {
    let table = table(3, 1, Density::Own);
    // Two rows of the head, the group, two units, the unit before the total, the total above notes.
    assert_eq!(kept(&table), [true, true, true, false, false, true, true]);
    let without_notes = Table { notes: Vec::new(), ..table };
    assert_eq!(kept(&without_notes), [true, true, true, false, false, true, false]);
    let whole = Table { whole: true, ..without_notes };
    assert_eq!(kept(&whole), [true, true, true, true, true, true, false]);
}

#[test]
fn signatures_keep_the_paragraph_above_them() {
    let text = Paragraph::plain(Style::Body, "Trên đây là báo cáo./.");
    let body = Opened::of(&body(vec![text.into(), signature_table().into()])).document();
    let first = body.all("w:p")[0].first("w:keepNext");
    assert!(first.is_some());
}

#[test]
fn two_tables_never_touch() {
    let tables = vec![head_table().into(), signature_table().into()];
    let body = Opened::of(&body(tables)).document();
    let names: Vec<&str> =
        body.children[0].children.iter().map(|child| child.name.as_str()).collect();
    assert!(names.windows(2).all(|pair| pair != ["w:tbl", "w:tbl"]), "{names:?}");
    assert_eq!(names.first(), Some(&"w:p"), "a document never begins with a table");
    assert_eq!(names[names.len() - 2..], ["w:p", "w:sectPr"], "nor ends with one");
}

#[test]
fn cells_take_the_size_of_their_table_from_a_style() {
    for (density, half_points) in [(Density::Small, "21"), (Density::Fine, "18")] {
        let (opened, body) = opened(&table(2, 2, density));
        let styles = opened.tree("word/styles.xml");
        for row in body.all("w:tr") {
            assert!(row.all("w:sz").is_empty(), "no direct sizes");
            for style in row.all("w:pStyle") {
                let all = styles.all("w:style").into_iter();
                let mut found = all.filter(|it| it.value("w:styleId") == style.value("w:val"));
                let size = found.next().and_then(|style| style.first("w:sz"));
                assert_eq!(size.map(|size| size.value("w:val")), Some(half_points));
            }
        }
    }
}

#[test]
fn groups_and_totals_are_bold_by_style() {
    let (_, body) = opened(&table(1, 1, Density::Own));
    let rows = body.all("w:tr");
    let last_style = |row: &&Node| row.all("w:pStyle").pop().map(|it| it.value("w:val").to_owned());
    let styles: Vec<String> = rows.iter().filter_map(last_style).collect();
    let (plain, strong) = ("TableCell", "TableCellStrong");
    assert_eq!(styles, ["TableHead", "TableHead", strong, plain, strong]);
}

#[test]
fn columns_decide_the_placement_of_their_cells() {
    let columns = [Align::Left, Align::Centre, Align::Right]
        .map(|align| Column::new(Width::Content, align))
        .to_vec();
    let cells = vec![Cell::plain("a"), Cell::plain("b"), Cell::plain("c")];
    let (_, body) = opened(&Table { columns, rows: vec![Row::new(cells)], ..Table::default() });
    let placed: Vec<Option<&str>> = body
        .all("w:tc")
        .iter()
        .map(|cell| cell.first("w:jc").map(|it| it.value("w:val")))
        .collect();
    // Centred is what the style of cells says itself.
    assert_eq!(placed, [Some("left"), None, Some("right")]);
}

#[test]
fn a_long_cell_wraps_and_loses_nothing() {
    let text = "thành tích ".repeat(30);
    let columns = vec![
        Column::new(Width::Digits(3), Align::Centre),
        Column::new(Width::Content, Align::Left),
    ];
    let rows = vec![Row::new(vec![Cell::plain("1"), Cell::plain(text.trim())])];
    let (opened, body) = opened(&Table { columns, rows, ..Table::default() });
    assert_sound(body.all("w:tbl")[0]);
    assert_eq!(opened.words().len(), 61);
    let whole = body.first("w:tblW").expect("a table has a width");
    // 160 mm between the margins of A4.
    assert!(twips(whole, "w:w") <= 9072, "it stays between the margins");
}

#[test]
fn a_table_without_rows_or_columns_is_left_out() {
    let note = Paragraph::plain(Style::TableNote, "Không có số liệu.");
    let empty = Table { notes: vec![note], ..Table::default() };
    let opened = Opened::of(&body(vec![empty.into()]));
    assert!(opened.document().all("w:tbl").is_empty());
    assert_eq!(opened.words(), words("Không có số liệu."));
}

/// Any table: spans that fit or not, missing and superfluous cells, several paragraphs.
fn any_table() -> impl Strategy<Value = Table> {
    let cell = ("[a-zđêô0-9 ]{0,12}", 1..4_usize, 1..4_usize, 0..3_usize).prop_map(
        |(text, columns, rows, paragraphs)| {
            let text = |_| Paragraph::plain(Style::TableCell, text.clone());
            Cell::new((0..paragraphs).map(text).collect()).spanning(columns, rows)
        },
    );
    let role = prop_oneof![Just(RowRole::Body), Just(RowRole::Group), Just(RowRole::Total)];
    let row = (prop::collection::vec(cell, 0..6), role)
        .prop_map(|(cells, role)| Row::new(cells).with_role(role));
    let width = prop_oneof![
        (1..6_u8).prop_map(Width::Digits),
        Just(Width::Content),
        (0.1..3.0_f32).prop_map(Width::Share),
    ];
    let columns = prop::collection::vec(width, 1..6);
    let frame = prop_oneof![Just(Frame::Grid), Just(Frame::None)];
    let rows = prop::collection::vec(row, 0..7);
    (columns, rows, 0..3_usize, frame, any::<bool>()).prop_map(
        |(columns, mut rows, head, frame, whole)| {
            let body = rows.split_off(head.min(rows.len()));
            let columns = columns.into_iter().map(|width| Column::new(width, Align::Left));
            Table {
                columns: columns.collect(),
                head: rows,
                rows: body,
                frame,
                whole,
                ..Table::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_table_is_sound_and_says_everything(table in any_table()) {
        let document = body(vec![table.into()]);
        let opened = Opened::of(&document);
        opened.document().all("w:tbl").into_iter().for_each(assert_sound);
        prop_assert_eq!(opened.words(), words(&document.plain_text()));
        let again = write_docx(&document).expect("the document can be written");
        prop_assert!(again == write_docx(&document).expect("it can be written again"));
    }

    #[test]
    fn any_text_comes_back(text in "\\PC{0,200}") {
        // Only what the fonts can draw is measured; a paragraph of the flow is not.
        let paragraph = Paragraph::plain(Style::Body, text);
        let document: Document = body(vec![paragraph.into()]);
        prop_assert_eq!(Opened::of(&document).words(), words(&document.plain_text()));
    }
}
