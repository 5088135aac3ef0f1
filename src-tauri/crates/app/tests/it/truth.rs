//! The facts that travel with documents: they are what the store holds, and what changed since is
//! found, in the data as in the file.

use crate::desk::{Desk, SAMPLES, assert_message, clock, sample, with_dossier};
use crate::documents::{Figure, bomb, locked, put, refusal, with_streams};
use bc138_app::view::{FigureState, LensChoice, SheetQuery};
use bc138_app::{App, AppError, DocumentStyle, Request, verify_file};
use bc138_domain::{Amount, Fixed, cell};
use bc138_report::Paragraph;
use bc138_store::{EntryFilter, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Styles that need nothing but a dossier.
const STYLES: [DocumentStyle; 8] = [
    DocumentStyle::Briefing,
    DocumentStyle::OfficialReport,
    DocumentStyle::Annex,
    DocumentStyle::LeaderSheet,
    DocumentStyle::SpeechFigures,
    DocumentStyle::MeetingKit,
    DocumentStyle::AwardDecision,
    DocumentStyle::Certificates,
];

const AS_REPORTED: LensChoice = LensChoice::AsReported;

fn of(style: DocumentStyle) -> Request {
    Request::of(style)
}

fn assert_whole(desk: &mut Desk, name: &str) {
    for style in STYLES {
        for ending in ["pdf", "docx"] {
            let path = desk.saved(&of(style), &format!("{}.{ending}", style.code()));
            let alone = verify_file(&path).expect("it is judged without a store");
            let verdict = desk.verdict(&path);
            let wrong: Vec<_> =
                verdict.figures.iter().filter(|it| it.state != FigureState::Holds).collect();
            assert!(verdict.holds && alone.holds, "{name} {style:?} {ending}: {wrong:?}");
            assert_eq!(verdict.figures.len(), desk.figures(&path).len(), "{name} {style:?}");
            let speaks = matches!(style, DocumentStyle::Briefing | DocumentStyle::OfficialReport);
            assert!(!speaks || !verdict.figures.is_empty(), "{name} {style:?} has figures");
        }
    }
}

#[test]
fn every_document_of_lao_cai_2017_holds_when_it_is_written() {
    assert_whole(&mut sample("lao-cai-2017"), "lao-cai-2017");
}

#[test]
fn every_document_of_thai_binh_2018_holds_when_it_is_written() {
    assert_whole(&mut sample("thai-binh-2018"), "thai-binh-2018");
}

#[test]
fn every_document_of_hai_duong_2016_holds_when_it_is_written() {
    assert_whole(&mut sample("hai-duong-2016"), "hai-duong-2016");
}

#[test]
fn every_document_of_lang_son_2022_holds_when_it_is_written() {
    assert_whole(&mut sample("lang-son-2022"), "lang-son-2022");
}

#[test]
fn every_document_of_tuyen_quang_2023_holds_when_it_is_written() {
    assert_whole(&mut sample("tuyen-quang-2023"), "tuyen-quang-2023");
}

#[test]
fn documents_of_a_nearly_empty_dossier_hold() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/tin_tong/amount", "gần 300");
    assert_whole(&mut desk, "one figure");
}

/// The numbers that stand in print for an amount: itself, and in a table its parts.
fn prints(amount: &Amount) -> Vec<Amount> {
    let parts = match amount {
        Amount::Ratio { reached, total } => {
            let rate = Fixed::percent_of(*reached, *total, 1);
            [*reached, *total].into_iter().chain(rate).collect()
        }
        Amount::Percent { value } => vec![*value],
        _ => Vec::new(),
    };
    let parts = parts.into_iter().map(|value| Amount::Number { value });
    std::iter::once(amount.clone()).chain(parts).collect()
}

#[test]
fn every_figure_of_a_field_reads_back_as_the_value_in_the_store() {
    let mut compared = 0;
    for name in SAMPLES {
        let mut desk = sample(name);
        let part = desk.app.part().expect("open");
        for style in [DocumentStyle::Briefing, DocumentStyle::OfficialReport, DocumentStyle::Annex]
        {
            let path = desk.saved(&of(style), &format!("{}.pdf", style.code()));
            for (source, text) in desk.figures(&path) {
                let whole = source.strip_prefix("part:").and_then(|it| it.split_once('/'));
                let source = whole.map_or(source.as_str(), |(_, whole)| whole);
                let Some(code) = source.strip_prefix("figure/") else { continue };
                let code = code.strip_suffix("/amount").expect("the amount is what is printed");
                let plain = code.split(':').next().expect("a code");
                let stored = part.figures.iter().filter(|it| it.indicator == plain);
                let stored: Vec<Amount> =
                    stored.filter_map(|it| it.amount.as_ref()).flat_map(prints).collect();
                let read = cell::read(&text.to_lowercase()).expect("a figure is a cell");
                let Some(amount) = read.and_then(|it| it.amount) else { continue };
                assert!(stored.contains(&amount), "{name}: {source} says {text}, not {stored:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "figures were compared: {compared}");
}

/// A store with a ratio of every commune, none like its neighbour.
pub fn with_units() -> Desk {
    let mut desk = sample("lang-son-2022");
    let query = SheetQuery {
        province: None,
        year: Some(2022),
        group: Some("standard".to_owned()),
        lens: LensChoice::AsReported,
    };
    let view = desk.app.sheet(&query).expect("the table is drawn");
    let first = view.rows[0].unit.clone();
    let block: Vec<String> =
        (0..view.rows.len()).map(|at| format!("{}/{}", at % 11 + 1, at % 7 + 12)).collect();
    desk.app.paste_cells(&query, &first, "at_kdc", &block.join("\n")).expect("it is taken");
    desk
}

/// What the store holds of units, by the source that names it.
fn entries(path: &Path) -> BTreeMap<String, Option<String>> {
    let batch = Store::open(path).expect("it opens").entries(&EntryFilter::default());
    let batch = batch.expect("entries are read");
    let day = |day: Option<chrono::NaiveDate>| day.map(|it| it.to_string()).unwrap_or_default();
    let mut entries = BTreeMap::new();
    for cell in &batch.cells {
        let measure = &batch.measures[cell.measure as usize];
        let window = &batch.windows[cell.window as usize];
        let (from, to) = (day(window.from), day(window.to));
        let unit = &batch.units[cell.unit as usize];
        let slot = cell.slot.expect("nothing was emptied");
        let (value, total) = (slot.value(), slot.total());
        let rate = value.zip(total).and_then(|(x, y)| Fixed::percent_of(x, y, 1));
        let source = format!("unit/{unit}/{}/{from}..{to}", measure.indicator);
        let parts = [("part:reached/", value), ("part:total/", total), ("part:rate/", rate)];
        for (part, text) in parts {
            entries.insert(format!("{part}{source}"), text.map(|it| it.to_string()));
        }
    }
    entries
}

#[test]
fn every_figure_of_a_unit_is_the_entry_in_the_store() {
    let mut desk = with_units();
    let path = desk.saved(&of(DocumentStyle::Annex), "phu-luc.pdf");
    assert!(desk.verdict(&path).holds, "numbers side by side are told apart");
    let figures = desk.figures(&path);
    let entries = entries(desk.app.path());
    let mut seen = BTreeSet::new();
    for (source, text) in figures.iter().filter(|(source, _)| entries.contains_key(source)) {
        assert_eq!(entries[source].as_ref(), Some(text), "{source}");
        seen.insert(source);
    }
    assert_eq!(seen.len(), 3 * 194, "every commune stands in the annex: all, reached and share");
}

#[test]
fn a_large_annex_stays_small() {
    let mut desk = with_units();
    let path = desk.saved(&of(DocumentStyle::Annex), "phu-luc.pdf");
    let figures = desk.figures(&path).len();
    let json = serde_json::to_string(&desk.facts(&path)).expect("JSON").len();
    assert!(figures > 500, "it has figures: {figures}");
    assert!(
        json < figures * 50,
        "{json} bytes for {figures} figures: neither sources nor names are repeated"
    );
}

/// The sample with three documents written.
fn written() -> (Desk, Vec<std::path::PathBuf>) {
    let mut desk = sample("lang-son-2022");
    let styles =
        [DocumentStyle::Briefing, DocumentStyle::OfficialReport, DocumentStyle::LeaderSheet];
    let paths = styles.map(|style| desk.saved(&of(style), &format!("{}.pdf", style.code())));
    (desk, paths.into())
}

const CHANGED: &str = "figure/at_kdc/amount";

#[test]
fn exactly_the_figures_of_a_changed_value_are_outdated() {
    let (mut desk, paths) = written();
    let is_stale = |desk: &Desk| -> Vec<bool> {
        desk.app.home().expect("home").documents.iter().map(|it| it.stale).collect()
    };
    assert_eq!(is_stale(&desk), [false; 3]);
    desk.typed("dossier/byline", "Người viết khác");
    desk.typed(CHANGED, "1.690/1.727");
    assert_eq!(is_stale(&desk), [true; 3], "each of them says it");
    for path in paths {
        let figures: Vec<Figure> = desk.figures(&path);
        let verdict = desk.verdict(&path);
        assert!(!verdict.holds);
        for ((source, text), line) in figures.iter().zip(&verdict.figures) {
            assert_eq!(&line.written, text);
            // The report's annex has the total of the fraction in a column of its own.
            let changed = source.ends_with(CHANGED) && text != "1.727";
            let state = if changed { FigureState::Outdated } else { FigureState::Holds };
            assert_eq!(line.state, state, "{source} {line:?}");
            if source == CHANGED && changed && text.contains('/') {
                assert_eq!((text.as_str(), line.now.as_str()), ("1.686/1.727", "1.690/1.727"));
            }
        }
        assert!(figures.iter().any(|(source, _)| source == CHANGED));
    }
}

#[test]
fn a_correction_names_what_was_written_and_what_is_right() {
    let (mut desk, _) = written();
    let text = |desk: &Desk| {
        let document = desk.app.compose(&of(DocumentStyle::Correction)).expect("it is composed");
        document.paragraphs().map(Paragraph::plain_text).collect::<Vec<_>>().join("\n")
    };
    assert!(text(&desk).contains("đều còn đúng"), "nothing to correct yet");
    desk.typed(CHANGED, "1.690/1.727");
    let note = text(&desk);
    for piece in ["1.686/1.727", "1.690/1.727", "đính chính"] {
        assert!(note.contains(piece), "“{piece}” stands in:\n{note}");
    }
    let path = desk.saved(&of(DocumentStyle::Correction), "dinh-chinh.docx");
    assert!(desk.verdict(&path).holds);
}

/// The documents of communes, written, and then one commune reports another fraction.
fn with_a_changed_unit() -> (Desk, std::path::PathBuf, String) {
    let mut desk = with_units();
    let path = desk.saved(&of(DocumentStyle::Annex), "phu-luc.pdf");
    let query = SheetQuery {
        province: None,
        year: Some(2022),
        group: Some("standard".to_owned()),
        lens: LensChoice::AsReported,
    };
    let row = desk.app.sheet(&query).expect("the table is drawn").rows[2].clone();
    desk.app.set_cell(&query, &row.unit, "at_kdc", "9/20").expect("it is taken");
    (desk, path, row.label)
}

#[test]
fn a_line_says_which_number_of_a_fraction_it_is() {
    let (mut desk, path, unit) = with_a_changed_unit();
    let verdict = desk.verdict(&path);
    let lines = verdict.figures.iter().filter(|it| it.state != FigureState::Holds);
    let lines = lines.filter(|it| it.name.starts_with(&unit));
    let told: Vec<String> =
        lines.map(|it| format!("{}: {} {}", it.name, it.written, it.now)).collect();
    let name = "Khu dân cư";
    for (part, change) in [("Tổng số", "14 20"), ("Số đạt", "3 9"), ("Tỷ lệ", "21,4 45")]
    {
        let line = format!("{unit} · {name} · {part}: {change}");
        assert!(told.contains(&line), "{line} in {told:#?}");
    }
    assert_eq!(told.len(), 3, "{told:#?}");
    let note = desk.app.compose(&of(DocumentStyle::Correction)).expect("it is composed");
    let cells: Vec<String> = note.paragraphs().map(Paragraph::plain_text).collect();
    for part in ["Tổng số", "Số đạt", "Tỷ lệ"] {
        let cell = format!("{unit} · {name} · {part}");
        assert!(cells.contains(&cell), "{cell} in {cells:#?}");
    }
}

#[test]
fn without_the_data_a_changed_number_has_its_own_name_and_not_its_neighbours() {
    let mut desk = sample("lang-son-2022");
    let path = desk.saved(&of(DocumentStyle::LeaderSheet), "tom-tat.docx");
    let with_data = desk.verdict(&path);
    let alone = verify_file(&path).expect("it is judged");
    let names = |verdict: &bc138_app::view::DocumentVerdict| -> Vec<String> {
        verdict.figures.iter().map(|it| it.name.clone()).collect()
    };
    assert_eq!(names(&alone), names(&with_data));
    assert!(names(&alone).iter().all(|name| !name.is_empty()), "{:?}", names(&alone));
}

#[test]
fn taking_the_change_back_makes_the_documents_hold_again() {
    let (mut desk, paths) = written();
    desk.typed(CHANGED, "1.690/1.727");
    desk.app.undo().expect("it is taken back");
    assert!(desk.verdict(&paths[0]).holds);
    assert!(desk.app.home().expect("home").documents.iter().all(|it| !it.stale));
}

#[test]
fn a_file_that_cannot_be_judged_says_why() {
    let mut desk = sample("lang-son-2022");
    let pdf = desk.saved(&of(DocumentStyle::Briefing), "tin.pdf");
    let docx = desk.saved(&of(DocumentStyle::Briefing), "tin.docx");
    let (pdf, docx) = (std::fs::read(pdf).expect("read"), std::fs::read(docx).expect("read"));
    let foreign = with_streams(&pdf, |stream| {
        if stream.dict.has_type(b"EmbeddedFile") {
            stream.set_plain_content(b"{}".to_vec());
        }
    });
    let unreadable = [
        ("cut.pdf", pdf[..pdf.len() / 2].to_vec()),
        ("cut.docx", docx[..docx.len() / 2].to_vec()),
        ("text.pdf", b"no document".to_vec()),
        ("empty.pdf", Vec::new()),
        ("locked.pdf", locked(&pdf)),
        ("bomb.docx", bomb()),
    ];
    for (name, bytes) in unreadable {
        let path = put(&desk, name, &bytes);
        let (error, message) = refusal(&mut desk, &path);
        assert!(matches!(error, AppError::Report(_) | AppError::NoFacts(_)), "{name}: {error:?}");
        assert_message(&message);
    }
    let path = put(&desk, "khac.pdf", &foreign);
    assert!(matches!(refusal(&mut desk, &path).0, AppError::NoFacts(_)));
    let missing = desk.path_of("khong-co.pdf");
    assert!(matches!(refusal(&mut desk, &missing).0, AppError::Read { .. }));
}

#[test]
fn a_document_of_another_dossier_is_not_judged_by_this_one() {
    let mut other = sample("tuyen-quang-2023");
    let path = other.saved(&of(DocumentStyle::Briefing), "tin.pdf");
    let mut desk = sample("lang-son-2022");
    let (error, message) = refusal(&mut desk, &path);
    assert!(matches!(error, AppError::OtherDossier(_)), "{error:?}");
    assert_message(&message);
    assert!(message.contains("Tuyên Quang"), "it names the dossier: {message}");
}

#[test]
fn a_document_is_judged_by_its_own_dossier_and_the_open_one_stays_open() {
    let mut desk = sample("tuyen-quang-2023");
    let path = desk.saved(&of(DocumentStyle::Briefing), "tin.pdf");
    desk.app.load_sample("lang-son-2022").expect("a second dossier");
    let open = desk.app.current();
    assert!(desk.verdict(&path).holds);
    assert_eq!(desk.app.current(), open);
}

#[test]
fn a_number_tells_where_it_comes_from() {
    let mut desk = with_units();
    let view = desk.app.figure_source(CHANGED, &AS_REPORTED).expect("it is known");
    assert_eq!((view.value.as_str(), view.step), ("1.686/1.727", Some(3)));
    assert_eq!(view.key.as_deref(), Some(CHANGED));
    assert!(!view.name.is_empty() && !view.basis.is_empty() && view.changed.is_some(), "{view:?}");
    let rate = desk
        .app
        .figure_source(&format!("derived:rate/{CHANGED}"), &AS_REPORTED)
        .expect("it is known");
    assert!(rate.made.contains("1.686/1.727") && rate.name.contains(&view.name), "{rate:?}");
    let path = desk.saved(&of(DocumentStyle::Annex), "phu-luc.pdf");
    let figures = desk.figures(&path);
    let has_number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let of_units =
        figures.iter().filter(|(source, text)| source.contains("/unit/") && has_number(text));
    let of_units: BTreeSet<&String> = of_units.map(|(source, _)| source).collect();
    let mut totals = 0;
    for source in of_units {
        let view = desk.app.figure_source(source, &AS_REPORTED).expect("it is known");
        assert!(!view.value.is_empty() && !view.window.is_empty(), "{source}: {view:?}");
        let place = (view.group.as_deref(), view.year);
        assert_eq!(place, (Some("standard"), Some(2022)), "the table in which it stands");
        assert!(!view.borders.is_empty(), "a number of units stands on borders");
        if view.unit.is_none() {
            assert!(view.units.len() == 12 && view.more == 182, "{view:?}");
            assert!(view.made.starts_with("Cộng 194 xã"), "{}", view.made);
            totals += 1;
        }
    }
    assert!(totals > 0, "the total of the province is among them");
    for unknown in
        ["unit/X0/at_kdc/2021-11-01..2022-10-31", "figure/khong_co/amount", "", "award/99"]
    {
        assert!(desk.app.figure_source(unknown, &AS_REPORTED).is_err(), "{unknown}");
    }
}

#[test]
fn every_source_of_every_document_can_be_told() {
    for name in ["lang-son-2022", "tuyen-quang-2023"] {
        let mut desk = sample(name);
        for style in STYLES {
            let path = desk.saved(&of(style), &format!("{}.docx", style.code()));
            let figures = desk.figures(&path).into_iter();
            let sources: BTreeSet<String> = figures.map(|(source, _)| source).collect();
            for source in sources.iter().filter(|it| !is_blank_of_paper(it)) {
                let view = desk.app.figure_source(source, &AS_REPORTED);
                let view = view.unwrap_or_else(|error| panic!("{name} {source}: {error:?}"));
                assert!(!view.name.is_empty() && !view.made.is_empty(), "{source}: {view:?}");
            }
        }
    }
}

/// Whether a source is a blank of the paper itself, to be filled by hand: number, date, signature.
fn is_blank_of_paper(source: &str) -> bool {
    ["document/", "setting/", "report/"].iter().any(|of| source.starts_with(of))
}

#[test]
fn a_closed_store_still_judges_after_reopening() {
    let (desk, paths) = written();
    let path = desk.app.path().to_path_buf();
    let mut app = App::open(&path, clock(), "người thử").expect("it opens again");
    assert!(app.verify_document(&paths[1]).expect("it is judged").holds);
}

#[test]
fn a_written_document_tells_which_figures_changed_since() {
    let mut desk = sample("lang-son-2022");
    let path = desk.saved(&of(DocumentStyle::Briefing), "tin.pdf");
    let written = desk.app.written_documents().expect("listed");
    assert!(written[0].changed.is_empty() && written[0].known, "{written:?}");
    assert_eq!(written[0].kind, DocumentStyle::Briefing.title());
    desk.typed("figure/at_kdc/amount", "1.680/1.727");
    let written = desk.app.written_documents().expect("listed").remove(0);
    assert_eq!(written.path, path.display().to_string());
    let changed: Vec<_> =
        written.changed.iter().map(|it| (it.written.as_str(), it.now.as_str())).collect();
    assert!(changed.contains(&("1.686/1.727", "1.680/1.727")), "{changed:?}");
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    let written = desk.app.written_documents().expect("listed").remove(0);
    assert!(written.changed.is_empty(), "what was put back holds again");
}

#[test]
fn a_checked_file_tells_its_figures_and_of_word_its_layout() {
    let mut desk = sample("lang-son-2022");
    let pdf = desk.saved(&of(DocumentStyle::OfficialReport), "bao-cao.pdf");
    let docx = desk.saved(&of(DocumentStyle::OfficialReport), "bao-cao.docx");
    let other = put(&desk, "khac.docx", b"khong phai van ban");
    let check = |desk: &mut Desk, path: &Path| desk.app.check_file(path).expect("it is read");
    let of_pdf = check(&mut desk, &pdf);
    assert!(of_pdf.verdict.is_some_and(|it| it.holds) && of_pdf.layout.is_none());
    let of_docx = check(&mut desk, &docx);
    assert!(of_docx.verdict.is_some_and(|it| it.holds) && of_docx.problem.is_none());
    let layout = of_docx.layout.expect("a Word file has a layout");
    assert!(layout.iter().all(|it| !it.clause.is_empty() && !it.todo.is_empty()), "{layout:?}");
    let of_other = check(&mut desk, &other);
    assert_message(&of_other.problem.expect("it says why"));
    assert!(of_other.verdict.is_none() && of_other.layout.is_none());
    let gone = desk.app.check_file(Path::new("khong-co.pdf")).expect_err("there is no such file");
    assert!(matches!(gone, AppError::Read { .. }), "{gone:?}");
}
