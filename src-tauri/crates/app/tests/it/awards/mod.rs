//! Awards as the window shows and changes them: here what all of its tests type, and what holds
//! for the whole list.

mod candidates;
mod counts;
mod doubles;
mod lawful;
mod lines;
mod money;
mod paste;
mod revoked;

use crate::desk::{Desk, SAMPLES, sample, with_dossier};
use bc138_app::vi::messages::code;
use bc138_app::view::{
    AwardCard, AwardRemark, AwardsView, RecipientKind, TypedAwardLine, TypedRevocation,
};
use bc138_app::{AppError, YearStep};

fn person(name: &str, unit: &str) -> TypedAwardLine {
    TypedAwardLine { unit: unit.to_owned(), ..TypedAwardLine::new(RecipientKind::Person, name) }
}

fn collective(name: &str) -> TypedAwardLine {
    TypedAwardLine::new(RecipientKind::Collective, name)
}

fn revoked(date: &str, reason: &str) -> TypedRevocation {
    let (date, reason) = (date.to_owned(), reason.to_owned());
    TypedRevocation { date, decision: "12/QĐ".to_owned(), reason }
}

const CAT: &str = "Giám đốc Công an tỉnh";
const UBND: &str = "Chủ tịch UBND tỉnh";
const BCA: &str = "Bộ trưởng Bộ Công an";

impl Desk {
    /// An award of the open dossier; its id.
    pub fn award(&mut self, form: &str, authority: &str, decided: &str) -> i32 {
        let key = self.typed("award/new/form", form);
        let row = key.rsplit_once('/').expect("a field of a row").0.to_owned();
        self.typed(&format!("{row}/authorities"), authority);
        if !decided.is_empty() {
            self.typed(&format!("{row}/decision_date"), decided);
        }
        row.rsplit_once('/').expect("a row").1.parse().expect("a number")
    }

    pub fn lists(&mut self, award: i32, lines: &[TypedAwardLine]) {
        for line in lines {
            self.app.put_award_line(award, None, line).expect("the recipient is taken");
        }
    }

    pub fn awards(&mut self) -> AwardsView {
        self.app.awards().expect("the awards are drawn")
    }

    pub fn card(&mut self, award: i32) -> AwardCard {
        self.awards().awards.into_iter().find(|card| card.id == award).expect("it is listed")
    }

    pub fn remarks(&mut self, code: &str) -> Vec<AwardRemark> {
        self.awards().remarks.into_iter().filter(|remark| remark.finding.code == code).collect()
    }

    pub fn refusal(&mut self, award: i32, line: &TypedAwardLine) -> AppError {
        let before = self.app.content_digest().expect("it is hashed");
        let refused = self.app.put_award_line(award, None, line).expect_err("it is refused");
        assert_eq!(self.app.content_digest().expect("it is hashed"), before, "nothing is kept");
        refused
    }
}

#[test]
fn awards_of_a_closed_year_are_shown_and_not_changed() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    desk.app.step_year(2025, YearStep::Close, "").expect("it closes");
    assert!(desk.awards().locked.is_some());
    let refused = desk.refusal(award, &person("Nguyễn Văn Mẫu", ""));
    assert_eq!(code(&refused), "year-closed");
}

#[test]
fn looking_at_the_awards_of_every_sample_changes_nothing() {
    for name in SAMPLES {
        let mut desk = sample(name);
        let before = desk.app.part().expect("open");
        let view = desk.awards();
        assert_eq!(view.awards.len(), before.awards.len(), "{name}");
        assert!(view.awards.iter().all(|card| !card.label.is_empty()), "{name}");
        desk.app.candidates(None).expect("proposals are drawn");
        assert_eq!(desk.app.part().expect("open"), before, "{name}");
    }
}
