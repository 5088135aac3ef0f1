//! Times documents as the program makes them: an annex of the whole country (R-NAT, 3.321 communes ×
//! 13 columns of numbers, from the store to the bytes of the PDF), and what the preview needs after
//! one changed figure, on the page that is on the screen. Prints one line a measurement:
//! `name;milliseconds;bytes;pages`, the median of several rounds.
//!
//! `cargo run --release -p bc138-app --example office_documents [ROUNDS]`
#![allow(clippy::print_stdout, reason = "a measurement is printed")]

use bc138_app::{
    App, Assets, DocumentFormat, DocumentStyle, DossierKind, NewDossier, Request, SystemClock,
};
use bc138_domain::{BatchBuilder, Categories, EntryBatch, Fixed, Measure, Nature, Slot};
use chrono::NaiveDate;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const YEAR: i32 = 2026;
/// The columns of the annex on what people did (Nhân dân tham gia).
const COLUMNS: [&str; 13] = [
    "tin_tong",
    "tin_gia_tri",
    "vu_viec_giup",
    "doi_tuong_bat_xu_ly",
    "truy_na_dau_thu",
    "cam_hoa_giao_duc",
    "cam_hoa_tien_bo",
    "vk_sung",
    "vk_dan",
    "vk_luu_dan_bom",
    "vk_thuoc_no",
    "vk_phao",
    "vk_tho_so",
];

fn main() -> Result<(), Box<dyn Error>> {
    let rounds = std::env::args().nth(1).map_or(Ok(5), |it| it.parse::<usize>())?.max(1);
    let folder = tempfile::TempDir::new()?;
    national(&folder.path().join("ca-nuoc.db"), rounds)?;
    preview(&folder.path().join("mau.db"), rounds)?;
    Ok(())
}

/// R-NAT.
fn national(path: &Path, rounds: usize) -> Result<(), Box<dyn Error>> {
    let mut app = App::open(path, Arc::new(SystemClock), "đo")?;
    let (kind, province) = (DossierKind::Annual, "Cả nước".to_owned());
    app.create_dossier(&NewDossier { kind, province, year: YEAR, years: None })?;
    let day = NaiveDate::from_ymd_opt(YEAR, 11, 15).unwrap_or_default();
    let units = app.communes_on(day)?;
    app.load_entries("nhập số liệu cả nước", numbers(&units)?)?;
    let request = Request::of(DocumentStyle::Annex);
    let mut parts: [Vec<Duration>; 4] = Default::default();
    let (mut bytes, mut pages) = (0, 0);
    for _ in 0..rounds {
        let rendered = app.render(&request, DocumentFormat::Pdf)?;
        let timing = rendered.timing;
        let times = [timing.compose, timing.layout, timing.write, timing.total()];
        parts.iter_mut().zip(times).for_each(|(part, time)| part.push(time));
        (bytes, pages) = (rendered.bytes.len(), rendered.pages);
    }
    for (name, times) in ["compose", "layout", "write", "total"].into_iter().zip(parts) {
        print(&format!("R-NAT {name}"), times, (bytes, pages));
    }
    Ok(())
}

/// Numbers of every unit, none like its neighbour's.
fn numbers(units: &[String]) -> Result<EntryBatch, Box<dyn Error>> {
    let catalogue = Assets::load()?.catalogue;
    let mut batch = BatchBuilder::default();
    for (place, code) in COLUMNS.iter().enumerate() {
        let indicator = catalogue.indicator(code).ok_or("a column of the annex")?;
        let window = catalogue.window_of(indicator, YEAR).ok_or("a calendar")?;
        let (nature, categories) = (Nature::Flow, Categories::new());
        let measure = Measure { indicator: (*code).to_owned(), nature, categories };
        let (measure, window) = (batch.measure(&measure), batch.window(&window));
        for (at, unit) in units.iter().enumerate() {
            let value = i64::try_from((at * 7 + place * 31) % 2_000)?;
            let unit = batch.unit(unit);
            let slot = Slot::number(Fixed::from_int(value).unwrap_or_default());
            batch.put(unit, measure, window, Some(slot));
        }
    }
    Ok(batch.build())
}

/// One figure changed and the page on the screen drawn anew.
fn preview(path: &Path, rounds: usize) -> Result<(), Box<dyn Error>> {
    let mut app = App::open(path, Arc::new(SystemClock), "đo")?;
    app.load_sample("lang-son-2022")?;
    for style in [DocumentStyle::Briefing, DocumentStyle::OfficialReport] {
        let request = Request::of(style);
        app.preview_page(&request, 0)?;
        let (mut times, mut bytes) = (Vec::new(), 0);
        for round in 0..rounds {
            let started = Instant::now();
            app.set_field("figure/at_kdc/amount", &format!("{}/1.727", 1_600 + round))?;
            bytes = app.preview_page(&request, 0)?.map_or(0, |svg| svg.len());
            times.push(started.elapsed());
        }
        print(&format!("preview after one edit, {}", style.code()), times, (bytes, 1));
    }
    Ok(())
}

fn print(name: &str, mut times: Vec<Duration>, (bytes, pages): (usize, usize)) {
    times.sort_unstable();
    let median = times[times.len() / 2].as_secs_f64() * 1_000.0;
    println!("{name};{median:.1};{bytes};{pages}");
}
