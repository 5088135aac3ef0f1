//! How far a dossier is: the frame around the steps, and the home of the year.

use crate::app::App;
use crate::assets::SAMPLES;
use crate::check::Finding;
use crate::clock;
use crate::document::Request;
use crate::error::AppError;
use crate::sample;
use crate::vi::forms::STEPS;
use crate::view::{
    Choice, Desk, DossierRef, FieldState, Group, GroupLayout, Home, NextAction, Place, Preview,
    SavedDocument, StepProgress, StepState,
};
use bc138_domain::{Dossier, date};
use bc138_store::Step;

/// Fields that a step wants, and those it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Filled {
    done: i32,
    total: i32,
}

impl App {
    /// The frame around the steps.
    ///
    /// # Errors
    /// The store fails, or a template is wrong.
    pub fn desk(&self, practice: bool) -> Result<Desk, AppError> {
        let dossiers = self.dossiers()?;
        let current = dossiers.iter().find(|dossier| Some(dossier.id) == self.current());
        let steps = match current {
            Some(_) => self.steps()?,
            None => Vec::new(),
        };
        let fields = &steps[..steps.len().min(6)];
        let (done, total) = fields.iter().fold((0, 0), |(d, t), s| (d + s.done, t + s.total));
        let place = self.store.place()?.filter(|place| place.dossier == self.current());
        Ok(Desk {
            dossier: current.map(reference),
            dossiers: dossiers.iter().map(reference).collect(),
            practice,
            samples: samples(),
            provinces: self.provinces(),
            percent: if total == 0 { 0 } else { done * 100 / total },
            done,
            total,
            steps,
            saved_at: Some(self.now().format("%H:%M").to_string()),
            undo: self.store.next_undo()?.map(|step| self.named(&dossiers, step)),
            redo: self.store.next_redo()?.map(|step| self.named(&dossiers, step)),
            place: place.map(|place| Place { step: place.step, key: place.field }),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// The name of a change; with its dossier when that is not the open one.
    fn named(&self, dossiers: &[Dossier], step: Step) -> String {
        let other = dossiers
            .iter()
            .find(|dossier| Some(dossier.id) == step.dossier && step.dossier != self.current());
        match other {
            Some(dossier) => format!("{} ({})", step.label, dossier.label()),
            None => step.label,
        }
    }

    fn provinces(&self) -> Vec<Choice> {
        let provinces = self.assets.provinces.iter();
        let label = |name: &str, kind: &str, current: bool| match current {
            true => format!("{name} ({kind})"),
            false => format!("{name} ({kind}, trước 01/07/2025)"),
        };
        provinces
            .map(|p| Choice { value: p.name.clone(), label: label(&p.name, &p.kind, p.current) })
            .collect()
    }

    fn steps(&self) -> Result<Vec<StepProgress>, AppError> {
        let part = self.part()?;
        let findings = self.findings()?;
        let mut steps = Vec::new();
        for number in 1..=6 {
            let groups = self.bare_groups(&part, number)?;
            let filled = groups.iter().map(filled).fold(Filled::default(), add);
            steps.push(step_progress(number, filled, &findings));
        }
        let open = count(findings.iter().filter(|finding| finding.is_open()));
        steps.push(special(7, open, if open > 0 { StepState::Attention } else { StepState::Done }));
        steps.push(special(8, 0, StepState::Empty));
        Ok(steps)
    }

    /// The home of the open dossier.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn home(&self) -> Result<Home, AppError> {
        let dossier = self.part()?.dossier;
        let findings = self.findings()?;
        let of = |word: &str| count(findings.iter().filter(|finding| finding.severity == word));
        Ok(Home {
            title: dossier.label(),
            subtitle: subtitle(&dossier),
            next: self.next_actions(&findings)?,
            errors: of("error"),
            warnings: of("warning"),
            notes: of("note"),
            documents: self.documents(dossier.id)?,
            store: self.path().display().to_string(),
        })
    }

    fn next_actions(&self, findings: &[Finding]) -> Result<Vec<NextAction>, AppError> {
        let mut next = Vec::new();
        for step in self.steps()?.iter().filter(|s| s.number <= 6 && s.done < s.total) {
            next.push(NextAction {
                text: format!("Nhập nốt {} mục ở bước {}", step.total - step.done, step.title),
                button: "Nhập tiếp".to_owned(),
                step: step.number,
                key: None,
            });
        }
        next.truncate(2);
        let open = findings.iter().filter(|finding| finding.is_open()).count();
        let (text, button, step) = match open {
            0 => ("Xem trước và lưu báo cáo".to_owned(), "Mở báo cáo", 8),
            open => (format!("Xem {open} điều cần kiểm tra"), "Xem", 7),
        };
        next.push(NextAction { text, button: button.to_owned(), step, key: None });
        Ok(next)
    }

    fn documents(&self, dossier: i32) -> Result<Vec<SavedDocument>, AppError> {
        let last = self.store.last_change(dossier)?;
        let documents = self.store.documents(dossier)?.into_iter().take(6);
        documents
            .map(|row| {
                let stale = row.change < last && self.is_stale(row.facts.as_deref())?;
                let at = clock::short(&row.at);
                Ok(SavedDocument { name: row.name, path: row.path, at, stale })
            })
            .collect()
    }

    /// Whether a document no longer says what the data say. Of an old one it is not known what it
    /// said: any change since makes it stale.
    fn is_stale(&self, facts: Option<&str>) -> Result<bool, AppError> {
        match facts {
            Some(facts) => Ok(!self.outdated(Some(facts))?.is_empty()),
            None => Ok(true),
        }
    }

    /// The document that was just written at a path.
    ///
    /// # Errors
    /// No dossier is open, or nothing was written there.
    pub fn saved_document(&self, path: &str) -> Result<SavedDocument, AppError> {
        let dossier = self.current().ok_or(AppError::NoDossier)?;
        let documents = self.documents(dossier)?;
        documents.into_iter().find(|it| it.path == path).ok_or(AppError::NoDossier)
    }

    /// Pages and open findings for the reports desk.
    ///
    /// # Errors
    /// As [`App::compose`].
    pub fn preview_view(&self, request: &Request) -> Result<Preview, AppError> {
        let findings = self.findings()?;
        let open = findings.iter().filter(|finding| finding.is_open());
        Ok(Preview { pages: self.preview(request)?, findings: count(open) })
    }
}

fn samples() -> Vec<Choice> {
    let named = SAMPLES
        .iter()
        .map(|(name, text)| Choice { value: (*name).to_owned(), label: sample::title(text) });
    named.collect()
}

fn count<T>(items: impl Iterator<Item = T>) -> i32 {
    i32::try_from(items.count()).unwrap_or(i32::MAX)
}

const fn add(a: Filled, b: Filled) -> Filled {
    Filled { done: a.done + b.done, total: a.total + b.total }
}

/// A grid wants its rows, a list at least one row, a form nothing in particular but its first
/// fields.
fn filled(group: &Group) -> Filled {
    let saved = |state| state == FieldState::Saved;
    let rows = group.rows.iter();
    match group.layout {
        GroupLayout::Grid => {
            let figures = rows.filter(|row| row.key.starts_with("figure/"));
            let cells = figures.filter_map(|row| row.cells.first());
            let (done, total) = cells.fold((0, 0), |(done, total), cell| {
                (done + i32::from(saved(cell.state)), total + 1)
            });
            Filled { done, total }
        }
        GroupLayout::Rows if WANTED_LISTS.contains(&group.id.as_str()) => {
            Filled { done: i32::from(group.rows.iter().any(|row| row.removable)), total: 1 }
        }
        GroupLayout::Rows => Filled::default(),
        GroupLayout::Form => {
            let cells = rows.flat_map(|row| &row.cells);
            let wanted = cells.filter(|cell| WANTED_FIELDS.contains(&cell.key.as_str()));
            let (done, total) = wanted.fold((0, 0), |(done, total), cell| {
                (done + i32::from(saved(cell.state)), total + 1)
            });
            Filled { done, total }
        }
    }
}

/// Lists without which a briefing says too little.
const WANTED_LISTS: [&str; 5] = ["agenda", "participant", "award", "task", "target"];
/// Fields without which a briefing says too little.
const WANTED_FIELDS: [&str; 4] =
    ["dossier/window_label", "dossier/organiser", "dossier/date", "dossier/form"];

fn step_progress(number: i32, filled: Filled, findings: &[Finding]) -> StepProgress {
    let attention = findings.iter().any(|finding| finding.is_open() && finding.step == number);
    let state = match (attention, filled.done) {
        (true, _) => StepState::Attention,
        (_, done) if done >= filled.total && done > 0 => StepState::Done,
        (_, 0) => StepState::Empty,
        _ => StepState::Partial,
    };
    StepProgress { done: filled.done, total: filled.total, ..special(number, 0, state) }
}

fn special(number: i32, done: i32, state: StepState) -> StepProgress {
    let index = usize::try_from(number - 1).unwrap_or(0);
    StepProgress { number, title: STEPS[index].1.to_owned(), done, total: 0, state }
}

fn reference(dossier: &Dossier) -> DossierRef {
    DossierRef { id: dossier.id, label: dossier.label(), note: subtitle(dossier) }
}

/// “UBND tỉnh · 08/02/2023 · trực tuyến”.
fn subtitle(dossier: &Dossier) -> String {
    let event = &dossier.event;
    let parts = [
        event.organiser.clone(),
        event.date.map(date::full),
        event.form.map(|form| form.words().to_owned()),
    ];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    if known.is_empty() { dossier.window.days().unwrap_or_default() } else { known.join(" · ") }
}
