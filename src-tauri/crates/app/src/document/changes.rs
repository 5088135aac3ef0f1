//! What changed since a draft (thay đổi so với bản trước): before, now, who, when, why.

use super::Request;
use super::letterhead::Letterhead;
use crate::app::App;
use crate::error::AppError;
use crate::past::moment;
use crate::vi::annex::changes as words;
use crate::vi::past::{UNIT_TABLE, field};
use crate::view::LogLine;
use bc138_domain::DossierPart;
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Paper, Paragraph, Row, Section, Style, Table,
    Width,
};
use bc138_store::{DocumentRow, LogFilter};

/// Styles that are no drafts of the report.
const ASIDE: [&str; 4] = ["changes", "unit-letter", "blank-forms", "certificates"];

/// One thing that is different now.
struct Changed {
    label: String,
    before: String,
    now: String,
    actor: String,
    at: String,
    why: String,
}

impl App {
    /// What changed since a draft, newest first.
    pub(super) fn changes(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let draft = self.draft(part, request.since.as_deref())?;
        let mut changed = self.changed_since(part, &draft)?;
        let reasons = self.reasons_by_label(part)?;
        for it in &mut changed {
            let known = reasons.iter().filter(|(label, _)| *label == it.label);
            it.why = known.map(|(_, reason)| reason.as_str()).collect::<Vec<_>>().join("; ");
        }
        let subtitle = words::since(&draft.name, &moment(&draft.at));
        let mut blocks: Vec<Block> = vec![
            Paragraph::plain(Style::Kind, words::TITLE).into(),
            Paragraph::plain(Style::Subtitle, part.dossier.label()).into(),
            Paragraph::plain(Style::Subtitle, subtitle).into(),
        ];
        blocks.push(match changed.is_empty() {
            true => Paragraph::plain(Style::Body, words::NOTHING).into(),
            false => Block::Table(table(&changed)),
        });
        let letterhead = Letterhead::of(part, request);
        let section = Section { paper: Paper::A4Landscape, numbered: true, blocks };
        let meta = letterhead.meta(request.style.title());
        let sizes = letterhead.sizes();
        Ok(Document { meta, sizes, sections: vec![section], attachments: Vec::new() })
    }

    /// The draft of a path, a name or a time; without any the newest that states figures.
    fn draft(&self, part: &DossierPart, wanted: Option<&str>) -> Result<DocumentRow, AppError> {
        let drafts = self.store.documents(part.dossier.id)?;
        let found = drafts.iter().find(|it| match wanted {
            None => it.style.as_deref().is_none_or(|style| !ASIDE.contains(&style)),
            Some(wanted) => {
                it.path == wanted
                    || it.name == wanted
                    || it.at == wanted
                    || moment(&it.at).starts_with(wanted)
            }
        });
        found.cloned().ok_or_else(|| AppError::NoSuchDraft {
            wanted: wanted.unwrap_or_default().to_owned(),
            known: drafts
                .iter()
                .take(10)
                .map(|it| format!("{} ({})", it.name, moment(&it.at)))
                .collect(),
        })
    }

    /// What the lines of the log since a draft come to, each thing once: as it was before the first
    /// of them, as it is after the last.
    fn changed_since(
        &self,
        part: &DossierPart,
        draft: &DocumentRow,
    ) -> Result<Vec<Changed>, AppError> {
        let lines = self.lines_since(part, draft)?;
        let mut changed: Vec<Changed> = Vec::new();
        for line in &lines {
            for detail in &line.details {
                match changed.iter_mut().find(|it| it.label == detail.label) {
                    Some(known) => known.before.clone_from(&detail.before),
                    None => changed.push(Changed::of(line, detail)),
                }
            }
        }
        // A long line of the log names its first values only; the rest comes from the store.
        if let Some(long) = lines.iter().find(|line| line.more > 0) {
            let all = self.changes_since(&draft.path)?.lines.into_iter().flat_map(|it| it.details);
            for detail in all {
                if !changed.iter().any(|it| it.label == detail.label) {
                    changed.push(Changed::of(long, &detail));
                }
            }
        }
        // Where a number comes from and what was remarked on it is its reason, no change of its own.
        let origin = format!(" · {}", field("provenance"));
        changed.retain(|it| it.before != it.now && !it.label.ends_with(&origin));
        Ok(changed)
    }

    /// The lines of the log on this dossier and the table of units, written after a draft.
    fn lines_since(
        &self,
        part: &DossierPart,
        draft: &DocumentRow,
    ) -> Result<Vec<LogLine>, AppError> {
        let rows = self.store.log(&LogFilter::default())?;
        let base = rows.iter().find(|row| row.at <= draft.at).map_or(0, |row| row.change);
        let base = base.max(draft.change);
        let own = part.dossier.label();
        let mut lines = Vec::new();
        let mut before = None;
        loop {
            let page = self.log_page(before, false)?;
            let new = page.lines.into_iter().take_while(|line| line.id > base);
            let here = |line: &LogLine| [own.as_str(), UNIT_TABLE, ""].contains(&&*line.place);
            lines.extend(new.filter(here));
            before = page.next.filter(|next| *next > base);
            if before.is_none() {
                return Ok(lines);
            }
        }
    }

    /// Reasons and remarks that were given, by the label under which the log names the number.
    fn reasons_by_label(&self, part: &DossierPart) -> Result<Vec<(String, String)>, AppError> {
        let mut reasons = Vec::new();
        for figure in &part.figures {
            let Some(indicator) = self.indicator(part, &figure.indicator) else { continue };
            let about = format!("figure/{}", figure.indicator);
            let given = part.reasons.iter().filter(|reason| reason.finding.ends_with(&about));
            let said = given.map(|it| &it.text).chain(&figure.provenance.comment);
            reasons.extend(said.map(|text| (indicator.name.clone(), text.clone())));
        }
        let Some(numbers) = self.numbers(part)? else { return Ok(reasons) };
        for (place, note) in &numbers.notes {
            let said = note.reason.iter().chain(&note.comment);
            let label = numbers.label_of(*place);
            reasons.extend(said.map(|text| (label.clone(), text.clone())));
        }
        Ok(reasons)
    }
}

impl Changed {
    fn of(line: &LogLine, detail: &crate::view::LogDetail) -> Self {
        Self {
            label: detail.label.clone(),
            before: detail.before.clone(),
            now: detail.after.clone(),
            actor: line.actor.clone(),
            at: line.at.clone(),
            why: String::new(),
        }
    }
}

fn table(changed: &[Changed]) -> Table {
    let share = |share, align| Column::new(Width::Share(share), align);
    let shown = |text: &String| match text.is_empty() {
        true => Cell::plain(words::BLANK),
        false => Cell::plain(text.clone()),
    };
    let rows = changed.iter().enumerate().map(|(at, it)| {
        let number = Cell::plain((at + 1).to_string());
        let texts = [&it.label, &it.before, &it.now, &it.actor, &it.at];
        let cells = std::iter::once(number).chain(texts.map(shown));
        Row::new(cells.chain([Cell::plain(it.why.clone())]).collect())
    });
    Table {
        columns: vec![
            Column::new(Width::Digits(4), Align::Centre),
            share(3.0, Align::Left),
            share(1.5, Align::Right),
            share(1.5, Align::Right),
            share(1.3, Align::Left),
            share(1.3, Align::Left),
            share(2.0, Align::Left),
        ],
        head: vec![Row::new(words::HEADS.map(Cell::head).to_vec())],
        rows: rows.collect(),
        density: Density::Small,
        ..Table::default()
    }
}
