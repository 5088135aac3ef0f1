//! A block of recipients as it is copied from a table: rows of cells, and which cell is what.

use crate::vi::awards::paste as words;
use bc138_domain::Recipient;

/// What a column of a pasted block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Running number, remark: not taken.
    Skipped,
    Kind,
    Honorific,
    Name,
    BirthYear,
    Post,
    Unit,
    /// “Chức vụ, đơn vị công tác”: the post before the first comma, the unit behind it.
    PostAndUnit,
    Merit,
    Money,
    Received,
}

/// Without headings the columns stand as they do in the window.
const OWN_ORDER: [Column; 9] = [
    Column::Kind,
    Column::Honorific,
    Column::Name,
    Column::BirthYear,
    Column::Post,
    Column::Unit,
    Column::Merit,
    Column::Money,
    Column::Received,
];

/// The columns of the printed list of a decision (danh sách kèm theo quyết định), which begins
/// with a running number.
const PRINTED_ORDER: [Column; 6] = [
    Column::Skipped,
    Column::Name,
    Column::PostAndUnit,
    Column::Merit,
    Column::Money,
    Column::Skipped,
];

/// One recipient of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its row in the block, from 1.
    pub number: usize,
    /// The kind of its section: “I. TẬP THỂ”.
    pub section: Option<Recipient>,
    /// Cells that are not empty.
    pub cells: Vec<Placed>,
}

/// A cell with what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub column: Column,
    /// Its place in the row, from 1.
    pub place: usize,
    pub text: String,
}

/// A heading that names no column, or a cell behind the last one; row and column from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnknownColumn {
    pub row: usize,
    pub column: usize,
    pub text: String,
}

/// The recipients of a block in their order, and the cells that belong to no column; headings and
/// rows without text are no recipients.
pub(super) fn rows(block: &str) -> (Vec<Row>, Vec<UnknownColumn>) {
    let mut columns: Option<Vec<Column>> = None;
    let mut section = None;
    let (mut rows, mut unknown) = (Vec::new(), Vec::new());
    for (index, cells) in cells(block).into_iter().enumerate() {
        let number = index + 1;
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if let Some(kind) = section_of(&cells) {
            section = Some(kind);
        } else if columns.is_none() && is_heading(&cells) {
            columns = Some(headings(number, &cells, &mut unknown));
        } else {
            let columns = columns.get_or_insert_with(|| usual_columns(&cells));
            let cells = placed(number, columns, cells, &mut unknown);
            rows.push(Row { number, section, cells });
        }
    }
    (rows, unknown)
}

/// The kind of a row that says nothing else: “II.”, “CÁ NHÂN (25)”.
fn section_of(cells: &[String]) -> Option<Recipient> {
    let texts: Vec<&str> = cells.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    if texts.len() > 2 { None } else { words::section(&texts.join(" ")) }
}

/// A row with a heading for the name and at least another one.
fn is_heading(cells: &[String]) -> bool {
    let known: Vec<Column> = cells.iter().filter_map(|cell| words::heading(cell)).collect();
    known.len() > 1 && known.contains(&Column::Name)
}

/// The columns of a heading; one that is not known is passed over, and told.
fn headings(row: usize, cells: &[String], unknown: &mut Vec<UnknownColumn>) -> Vec<Column> {
    let heading = |(column, text): (usize, &String)| {
        let known = words::heading(text);
        if known.is_none() && !text.is_empty() {
            unknown.push(UnknownColumn { row, column: column + 1, text: text.clone() });
        }
        known.unwrap_or(Column::Skipped)
    };
    cells.iter().enumerate().map(heading).collect()
}

fn usual_columns(cells: &[String]) -> Vec<Column> {
    let numbered = cells.first().is_some_and(|cell| {
        let plain = cell.trim_end_matches('.');
        !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit())
    });
    match cells.len() {
        1 => vec![Column::Name],
        _ if numbered => PRINTED_ORDER.to_vec(),
        _ => OWN_ORDER.to_vec(),
    }
}

fn placed(
    row: usize,
    columns: &[Column],
    cells: Vec<String>,
    unknown: &mut Vec<UnknownColumn>,
) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (place, text) in (1..).zip(cells).filter(|(_, text)| !text.is_empty()) {
        match columns.get(place - 1) {
            Some(column) => placed.push(Placed { column: *column, place, text }),
            None => unknown.push(UnknownColumn { row, column: place, text }),
        }
    }
    placed
}

/// Rows and trimmed cells. A cell in quotation marks may hold line breaks and, doubled, quotation
/// marks of its own, as spreadsheets copy them.
fn cells(block: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = block.chars().filter(|c| *c != '\r').peekable();
    let end_cell = |cell: &mut String, row: &mut Vec<String>| {
        row.push(std::mem::take(cell).trim().to_owned());
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if !quoted && cell.is_empty() => quoted = true,
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '\t' if !quoted => end_cell(&mut cell, &mut row),
            '\n' if !quoted => {
                end_cell(&mut cell, &mut row);
                rows.push(std::mem::take(&mut row));
            }
            '\n' => cell.push(' '),
            other => cell.push(other),
        }
    }
    end_cell(&mut cell, &mut row);
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(block: &str) -> Vec<String> {
        let name = |row: Row| row.cells.into_iter().find(|cell| cell.column == Column::Name);
        let (rows, unknown) = rows(block);
        assert_eq!(unknown, [], "every column is known");
        rows.into_iter().filter_map(name).map(|cell| cell.text).collect()
    }

    #[test]
    fn the_printed_list_of_a_decision_is_read_with_its_sections() {
        let block = "TT\tHọ và tên/Tên tập thể\tChức vụ, đơn vị công tác\tGhi chú\n\
                     I\tTẬP THỂ\n1\tCông an xã Mẫu\t\t\n\
                     II. CÁ NHÂN (01 người)\n1\tNguyễn Văn Mẫu\tTrưởng thôn, xã Mẫu\tmới\n";
        let (rows, _) = rows(block);
        let kinds: Vec<_> = rows.iter().map(|row| (row.number, row.section)).collect();
        let (collective, person) = (Some(Recipient::Collective), Some(Recipient::Person));
        assert_eq!(kinds, [(3, collective), (5, person)], "rows are counted as they are pasted");
        assert_eq!(names(block), ["Công an xã Mẫu", "Nguyễn Văn Mẫu"]);
        assert!(rows[1].cells.iter().any(|cell| cell.column == Column::PostAndUnit));
        assert!(!rows[1].cells.iter().any(|cell| cell.text == "Ghi chú"));
    }

    #[test]
    fn without_headings_a_running_number_tells_the_printed_list() {
        assert_eq!(
            names("1\tNguyễn Văn Mẫu\tTrưởng thôn\n2.\tTrần Thị Mẫu\tBí thư"),
            ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"]
        );
        assert_eq!(names("cá nhân\tông\tNguyễn Văn Mẫu\t1970"), ["Nguyễn Văn Mẫu"]);
        assert_eq!(names("Nguyễn Văn Mẫu\nTrần Thị Mẫu\n\n"), ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"]);
    }

    #[test]
    fn a_cell_in_quotation_marks_is_one_cell() {
        let block = "cá nhân\t\t\"Nguyễn\nVăn \"\"Mẫu\"\"\"\t1970\n";
        assert_eq!(names(block), ["Nguyễn Văn \"Mẫu\""]);
    }

    #[test]
    fn a_heading_that_is_not_known_is_not_passed_over() {
        let (_, fault) = rows("TT\tHọ và tên\tMàu áo\n1\tNguyễn Văn Mẫu\txanh");
        assert_eq!(fault, [UnknownColumn { row: 1, column: 3, text: "Màu áo".to_owned() }]);
        let (_, beyond) = rows("Họ và tên\tNăm sinh\nNguyễn Văn Mẫu\t1970\txanh");
        assert_eq!(beyond, [UnknownColumn { row: 2, column: 3, text: "xanh".to_owned() }]);
    }

    #[test]
    fn a_name_that_begins_like_a_section_is_a_name() {
        assert_eq!(names("Tập thể Công an xã Mẫu\nHộ ông Nguyễn Văn Mẫu").len(), 2);
        assert_eq!(names("TẬP THỂ\nCông an xã Mẫu\nIII. HỘ GIA ĐÌNH: 01\nHộ bà Mẫu").len(), 2);
    }
}
