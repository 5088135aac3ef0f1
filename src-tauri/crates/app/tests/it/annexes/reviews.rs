//! Annexes of reviews: every year of the time reported on has its column; numbers on other borders
//! say that they were carried over, from where, and what was not.

use super::filled::{Filled, count, notes, query, ratio_of, texts};
use crate::desk::{Desk, desk};
use crate::random::alter::{carried, stretches, visible};
use bc138_app::view::{FigureState, LensChoice};
use bc138_app::{Assets, DocumentStyle, NewDossier, Request};
use bc138_domain::{BatchBuilder, Categories, DossierKind, Measure, Nature};
use bc138_report::{Block, Document, Drawing, Mark, Span, Table};

fn review(years: i32) -> Desk {
    let mut desk = desk();
    let (kind, province) = (DossierKind::Review, "Đà Nẵng".to_owned());
    let new = NewDossier { kind, province, year: 2024, years: Some(years) };
    desk.app.create_dossier(&new).expect("a review can be made");
    desk
}

/// Numbers of every unit for every year: the sum over the years is known.
fn fill(desk: &mut Desk, years: std::ops::RangeInclusive<i32>, missing: Option<i32>) -> usize {
    let assets = Assets::load().expect("the catalogue is read");
    let units = desk.app.sheet(&query(2024, "standard")).expect("it is drawn").rows;
    let mut batch = BatchBuilder::default();
    for year in years {
        for (at, row) in units.iter().enumerate() {
            if at == 0 && Some(year) == missing {
                continue;
            }
            for (code, nature) in [("tin_tong", Nature::Flow), ("at_kdc", Nature::Stock)] {
                let indicator = assets.catalogue.indicator(code).expect("it is there");
                let window = assets.catalogue.window_of(indicator, year).expect("a calendar");
                let categories = Categories::new();
                let measure = Measure { indicator: code.to_owned(), nature, categories };
                let number = usize::try_from(year - 2000).expect("a small number") + at;
                let slot = match nature {
                    Nature::Flow => count(number),
                    _ => ratio_of(number, number + 1),
                };
                let (unit, measure) = (batch.unit(&row.unit), batch.measure(&measure));
                let window = batch.window(&window);
                batch.put(unit, measure, window, Some(slot));
            }
        }
    }
    desk.app.load_entries("nhập số liệu các năm", batch.build()).expect("they are taken");
    units.len()
}

fn annex(desk: &Desk, lens: LensChoice) -> Document {
    let request = Request { lens, ..Request::of(DocumentStyle::Annex) };
    desk.app.compose(&request).expect("it is composed")
}

fn tables(document: &Document) -> Vec<&Table> {
    let tables = document.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// The headings over a table, level by level.
fn heads(table: &Table) -> Vec<Vec<String>> {
    table.head.iter().map(texts).collect()
}

#[test]
fn every_year_has_its_column_and_flows_are_added() {
    for years in [2, 3] {
        let mut desk = review(years);
        let first = 2025 - years;
        let units = fill(&mut desk, first..=2024, None);
        let document = annex(&desk, LensChoice::AsReported);
        let tables = tables(&document);
        let people = tables.last().expect("a table of tips");
        let mut expected: Vec<String> = (first..=2024).map(|year| year.to_string()).collect();
        expected.push("Cả kỳ".to_owned());
        assert_eq!(heads(people)[1], expected);
        assert_eq!(people.rows.len(), units + 1);
        let number = |text: &String| text.replace('.', "").parse::<i32>().expect("a number");
        for row in &people.rows {
            let cells = texts(row);
            let of_years = usize::try_from(years).expect("small");
            let sum: i32 = cells[2..2 + of_years].iter().map(number).sum();
            assert_eq!(number(&cells[2 + of_years]), sum, "{cells:?}");
        }
        let standard = tables.first().expect("a table of the standard");
        let closing = heads(standard)[1].iter().filter(|it| *it == "Cuối kỳ").count();
        assert_eq!(closing, 3, "of x, y and their share the last year stands");
    }
}

#[test]
fn years_whose_windows_overlap_stand_beside_each_other_and_are_not_added() {
    let mut desk = review(5);
    fill(&mut desk, 2020..=2024, None);
    let document = annex(&desk, LensChoice::AsReported);
    let people = *tables(&document).last().expect("a table of tips");
    assert_eq!(heads(people)[1], ["2020", "2021", "2022", "2023", "2024"]);
    // The reporting year began on another day until 2021.
    assert!(notes(people).contains("không cộng các năm"), "{}", notes(people));
}

#[test]
fn ten_years_are_parted_into_tables_that_fit_and_stay_one_annex() {
    let mut desk = review(10);
    fill(&mut desk, 2015..=2024, None);
    let document = annex(&desk, LensChoice::AsReported);
    assert!(document.sections.len() <= 3, "an annex for each subject");
    for table in tables(&document) {
        assert!(table.columns.len() <= 36, "{} columns", table.columns.len());
    }
    let rendered = desk.saved(&Request::of(DocumentStyle::Annex), "phu-luc.pdf");
    assert!(desk.verdict(&rendered).holds);
}

#[test]
fn a_sum_that_lacks_a_year_names_the_unit() {
    let mut desk = review(3);
    fill(&mut desk, 2022..=2024, Some(2023));
    let document = annex(&desk, LensChoice::AsReported);
    let said = notes(tables(&document).last().expect("a table"));
    assert!(said.contains("(2/3 năm)"), "{said}");
}

/// A year before the rearrangement of 2025, on the communes of that time.
fn before_2025() -> Filled {
    Filled::new("Lạng Sơn", 2024).with_numbers()
}

#[test]
fn numbers_on_later_borders_are_marked_and_say_where_they_come_from() {
    let filled = before_2025();
    let as_reported = annex(&filled.desk, LensChoice::AsReported);
    let lens = LensChoice::On { day: "15/11/2025".to_owned() };
    let carried = annex(&filled.desk, lens.clone());
    let rows = |document: &Document| tables(document)[0].rows.len();
    assert!(rows(&carried) < rows(&as_reported), "fewer communes than before");
    let said = notes(tables(&carried)[0]);
    for word in ["15/11/2025", "“†” quy đổi", "Quy đổi từ:", " từ ", "không quy đổi được, vì"]
    {
        assert!(said.contains(word), "“{word}” in {said}");
    }
    let text = carried.plain_text();
    assert!(text.contains('†') || text.contains('§'), "carried numbers have a sign");
    assert!(!as_reported.plain_text().contains('†'));
    let mut filled = filled;
    for ending in ["pdf", "docx", "xlsx"] {
        let request = Request { lens: lens.clone(), ..Request::of(DocumentStyle::Annex) };
        let path = filled.desk.saved(&request, &format!("quy-doi.{ending}"));
        if ending != "xlsx" {
            let verdict = filled.desk.verdict(&path);
            assert!(verdict.figures.iter().all(|it| it.state == FigureState::Holds), "{ending}");
        }
    }
}

#[test]
fn totals_are_the_same_on_all_borders_where_everything_goes_over_as_a_whole() {
    let filled = before_2025();
    let total = |lens| {
        let document = annex(&filled.desk, lens);
        let table = tables(&document)[0].clone();
        texts(table.rows.last().expect("a total"))[2..].to_vec()
    };
    let then = total(LensChoice::AsReported);
    let now = total(LensChoice::On { day: "15/11/2025".to_owned() });
    assert_eq!(then[0], now[0], "residential areas of the province: {then:?} {now:?}");
}

fn drawings(document: &Document) -> Vec<&Drawing> {
    let figures = document.blocks().filter_map(|block| match block {
        Block::Figure(figure) => Some(&figure.drawing),
        _ => None,
    });
    figures.collect()
}

fn labels(drawing: &Drawing) -> Vec<Span> {
    let labels = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Label { span, .. } => Some(span.clone()),
        _ => None,
    });
    labels.collect()
}

#[test]
fn charts_show_the_years_with_breaks_and_carry_their_sources() {
    let mut desk = review(5);
    fill(&mut desk, 2020..=2024, None);
    let document = annex(&desk, LensChoice::AsReported);
    let drawings = drawings(&document);
    assert_eq!(drawings.len(), 5, "the standard, the tips, and three of the units");
    let shares = labels(drawings[0]);
    for year in 2020..=2024 {
        assert!(shares.iter().any(|span| span.text == year.to_string()), "{year}");
    }
    let values = shares.iter().filter_map(|span| span.source.as_deref());
    assert!(values.clone().count() >= 2 && values.clone().all(|it| it.starts_with("derived:rate")));
    // Thông tư 124/2021/TT-BCA changed what the standard counts.
    assert!(drawings[0].description.contains("đổi từ"), "{}", drawings[0].description);
    for ending in ["pdf", "docx"] {
        let path = desk.saved(&Request::of(DocumentStyle::Annex), &format!("bieu-do.{ending}"));
        assert!(desk.verdict(&path).holds, "{ending}");
        let file = std::fs::read(&path).expect("it is there");
        let (said, _) = carried(&desk, &path);
        let digits = |text: &str| {
            stretches(text).into_iter().map(|it| text[it].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(digits(&visible(&file)), digits(&said), "labels are among the facts: {ending}");
    }
}

#[test]
fn charts_of_units_name_the_lowest_and_the_most_changed_with_their_sources() {
    let mut desk = review(3);
    fill(&mut desk, 2022..=2024, None);
    let rows = desk.app.sheet(&query(2024, "standard")).expect("it is drawn").rows;
    let document = annex(&desk, LensChoice::AsReported);
    let drawings = drawings(&document);
    let [slopes, heat, lowest] = [2, 3, 4].map(|at| labels(drawings[at]));
    // Shares are n/(n + 1) with n growing by unit and year: the first units are lowest, and rise most.
    let says = |labels: &[Span], text: &str| labels.iter().any(|span| span.text.contains(text));
    let (first, last) = (&rows[0], rows.last().expect("there are units"));
    for (chart, labels) in [("slopes", &slopes), ("lowest", &lowest)] {
        let name = first.label.split_once(' ').expect("a type before the name").1;
        assert!(says(labels, name), "{chart} names {name}");
    }
    let told: Vec<&str> = heat.iter().map(|span| span.text.as_str()).collect();
    let told = told.join(" ");
    assert!(rows.iter().all(|row| told.contains(&row.label)), "every unit: {told}");
    assert!(!says(&lowest, &last.label), "the highest is none of the lowest");
    let of_units = slopes.iter().chain(&heat).chain(&lowest).filter_map(|it| it.source.as_deref());
    let mut of_units = of_units.peekable();
    assert!(of_units.peek().is_some(), "values can be followed");
    assert!(of_units.all(|it| rows.iter().any(|row| it.contains(&row.unit))), "to their unit");
}

#[test]
fn a_single_year_on_other_borders_has_the_charts_of_the_years_before_carried_over() {
    let mut desk = review(3);
    fill(&mut desk, 2022..=2024, None);
    let new = NewDossier {
        kind: DossierKind::Annual,
        province: "Đà Nẵng".to_owned(),
        year: 2024,
        years: None,
    };
    desk.app.create_dossier(&new).expect("a year can be made");
    let document = annex(&desk, LensChoice::On { day: "01/12/2025".to_owned() });
    let shares = labels(drawings(&document)[0]);
    assert!(shares.iter().any(|span| span.text.ends_with("%*")), "quy đổi: {shares:?}");
}

#[test]
fn two_years_make_no_chart() {
    let mut desk = review(2);
    fill(&mut desk, 2023..=2024, None);
    let document = annex(&desk, LensChoice::AsReported);
    assert!(!document.blocks().any(|block| matches!(block, Block::Figure(_))));
}

/// A review over the rearrangement of 01/07/2025 with numbers of the units of each year.
fn over_a_rearrangement() -> Desk {
    let mut desk = desk();
    let (kind, province) = (DossierKind::Review, "Lạng Sơn".to_owned());
    let new = NewDossier { kind, province, year: 2025, years: Some(3) };
    desk.app.create_dossier(&new).expect("a review can be made");
    let tables: Vec<String> =
        [2023, 2024, 2025].into_iter().map(|year| table(&mut desk, year)).collect();
    let text = format!(
        r#"{{"format": "bc138", "version": 1, "entries": {{"tables": [{}]}}}}"#,
        tables.join(",")
    );
    let path = desk.folder.path().join("cac-nam.json");
    std::fs::write(&path, text).expect("the file is written");
    let taken = desk.app.import(&path, false).expect("it answers");
    assert!(taken.taken, "{taken:?}");
    desk
}

/// Numbers of all units of a year: the rows of a file.
fn table(desk: &mut Desk, year: i32) -> String {
    let units = desk.app.sheet(&query(year, "standard")).expect("it is drawn").rows;
    let rows = units.iter().enumerate().map(|(at, row)| {
        let number = usize::try_from(year - 2000).expect("a small number") + at;
        format!(r#"["{}", "{number}/{}", {number}]"#, row.unit, number + 1)
    });
    let rows: Vec<String> = rows.collect();
    format!(
        r#"{{"window": {year}, "measures": ["at_kdc", "tin_tong"], "rows": [{}]}}"#,
        rows.join(",")
    )
}

#[test]
fn over_a_rearrangement_the_years_come_first_and_every_unit_has_its_own_years() {
    let desk = over_a_rearrangement();
    let document = annex(&desk, LensChoice::AsReported);
    let tables = tables(&document);
    let [summary, before, after] = tables[..3] else { panic!("three tables of the standard") };
    let years: Vec<String> = summary.rows.iter().map(|row| texts(row)[1].clone()).collect();
    assert_eq!(years[..3], ["Năm 2023", "Năm 2024", "Năm 2025"]);
    assert_eq!(summary.rows.len(), 4, "and what they make together");
    assert_eq!(heads(before)[1], ["2023", "2024"], "{:?}", heads(before));
    assert_eq!((before.rows.len(), after.rows.len()), (194, 65), "units of each time");
    assert!(heads(before)[0].iter().any(|head| head.ends_with("Đạt/tổng số")));
    assert!(!document.plain_text().contains("(đến 30/06/2025)"), "their table says the time");
    let reached: i64 = before.rows.iter().map(|row| share(&texts(row)[2]).0).sum();
    let total: i64 = before.rows.iter().map(|row| share(&texts(row)[2]).1).sum();
    let of_year = texts(&summary.rows[0]);
    assert_eq!(of_year[2].replace('.', ""), total.to_string(), "no number is lost: {of_year:?}");
    assert!(of_year.iter().any(|cell| cell.replace('.', "") == reached.to_string()));
}

/// x and y of a cell.
fn share(cell: &str) -> (i64, i64) {
    let (x, y) = cell.split_once('/').expect("x/y");
    (x.parse().expect("a number"), y.parse().expect("a number"))
}

#[test]
fn a_review_over_a_rearrangement_holds_on_paper_and_keeps_its_columns_in_a_workbook() {
    let mut desk = over_a_rearrangement();
    let request = Request::of(DocumentStyle::Annex);
    for ending in ["pdf", "docx"] {
        let path = desk.saved(&request, &format!("so-ket.{ending}"));
        assert!(desk.verdict(&path).holds, "{ending}");
    }
    desk.saved(&request, "so-ket.xlsx");
}
