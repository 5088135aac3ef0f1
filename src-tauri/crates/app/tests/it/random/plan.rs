//! What a random office has entered: two years of figures, numbers of units, awards, and what was
//! changed after the first draft.

use crate::annexes::filled::{Filled, count, ratio_of};
use crate::desk::{Desk, clock_at};
use bc138_app::view::{RecipientKind, TypedAwardLine};
use bc138_app::{App, DocumentStyle, NewDossier, Request};
use bc138_domain::{DossierKind, Slot, State};
use proptest::prelude::*;

/// Counts of the report.
pub const COUNTS: [&str; 9] = [
    "phat_dong_cuoc",
    "vb_chi_dao",
    "bcd_hop",
    "tt_buoi",
    "mh_lien_ket",
    "tin_tong",
    "tin_gia_tri",
    "phat_dong_luot_nguoi",
    "tt_luot_nguoi",
];
/// Shares of the report.
pub const SHARES: [&str; 5] = ["at_kdc", "at_xa", "at_co_quan", "ky_cam_ket_ho", "db_chuyen_hoa"];
/// Numbers of units, shares first.
const OF_UNITS: [&str; 6] = ["at_kdc", "at_xa", "tin_tong", "tin_gia_tri", "mh_diem", "to_tu_quan"];
/// Those of them that are shares.
const SHARES_OF_UNITS: usize = 2;
const FORMS: [(&str, &str); 3] = [
    ("giay_khen", "Giám đốc Công an tỉnh"),
    ("bang_khen", "Chủ tịch UBND tỉnh"),
    ("bang_khen", "Bộ trưởng Bộ Công an"),
];

/// A number, and the number more that makes it a share.
pub type Amount = (u32, u32);

/// A random office.
#[derive(Debug, Clone)]
pub struct Plan {
    pub year: i32,
    /// Figures: which, in the year before and in the year.
    pub figures: Vec<(usize, Amount, Amount)>,
    /// Numbers of units: which unit, which column, what.
    pub cells: Vec<(prop::sample::Index, usize, Entered)>,
    /// Awards: which form, how many collectives and persons, whether they are named.
    pub awards: Vec<(usize, u8, u8, bool)>,
    /// New amounts after the first draft.
    pub edits: Vec<(usize, Amount)>,
}

/// What a unit reported.
#[derive(Debug, Clone, Copy)]
pub enum Entered {
    Number(usize, usize),
    Zero,
    Estimate(usize),
    NotApplicable,
}

fn amount() -> impl Strategy<Value = Amount> {
    let number = prop_oneof![0..12_u32, 0..2_000_u32, 0..2_000_000_u32];
    (number.clone(), number)
}

fn entered() -> impl Strategy<Value = Entered> {
    prop_oneof![
        6 => (0..3_000_usize, 0..500_usize).prop_map(|(x, more)| Entered::Number(x, more)),
        1 => Just(Entered::Zero),
        1 => (1..90_usize).prop_map(Entered::Estimate),
        1 => Just(Entered::NotApplicable),
    ]
}

/// A random office of a province with few units.
pub fn plan() -> impl Strategy<Value = Plan> {
    let all = COUNTS.len() + SHARES.len();
    (
        prop::sample::select(vec![2016, 2022, 2026]),
        prop::collection::vec((0..all, amount(), amount()), 4..16),
        prop::collection::vec((any::<prop::sample::Index>(), 0..OF_UNITS.len(), entered()), 0..80),
        prop::collection::vec((0..FORMS.len(), 0..4_u8, 0..6_u8, any::<bool>()), 0..4),
        prop::collection::vec((0..all, amount()), 1..4),
    )
        .prop_map(|(year, figures, cells, awards, edits)| Plan {
            year,
            figures,
            cells,
            awards,
            edits,
        })
}

/// Code and text of a figure: a share is never above its whole.
pub fn typed((at, (number, more)): (usize, Amount)) -> (&'static str, String) {
    match COUNTS.get(at) {
        Some(code) => (code, number.to_string()),
        None => (SHARES[at - COUNTS.len()], format!("{number}/{}", number + more + 1)),
    }
}

impl Entered {
    fn slot(self, share: bool) -> Slot {
        match self {
            Self::Number(x, more) if share => ratio_of(x, x + more + 1),
            Self::Number(x, _) => count(x),
            Self::Zero => Slot::new(State::Zero, None, None),
            Self::Estimate(x) if share => ratio_of(x, x + 1),
            Self::Estimate(x) => Slot::new(State::Estimate, count(x).value(), None),
            Self::NotApplicable => Slot::new(State::NotApplicable, None, None),
        }
    }
}

impl Plan {
    /// The office at its desk, with a draft written and figures changed since.
    pub fn desk(&self) -> Desk {
        let mut filled = Filled::new("Đà Nẵng", self.year);
        let units = filled.units.clone();
        for (unit, column, entered) in &self.cells {
            let slot = entered.slot(*column < SHARES_OF_UNITS);
            filled.put(&units[unit.index(units.len())], OF_UNITS[*column], None, slot);
        }
        let mut desk = filled.written().desk;
        self.type_years(&mut desk);
        for award in &self.awards {
            grant(&mut desk, self.year, *award);
        }
        desk.saved(&Request::of(DocumentStyle::OfficialReport), "ban-1.docx");
        let path = desk.app.path().to_path_buf();
        desk.app = App::open(&path, clock_at(9), "người sửa").expect("the store opens again");
        for edit in &self.edits {
            put(&mut desk, *edit);
        }
        desk
    }

    /// Types the figures of the year before and of the year, which stays open.
    fn type_years(&self, desk: &mut Desk) {
        let now = desk.app.current().expect("a dossier is open");
        let (kind, province) = (DossierKind::Annual, "Đà Nẵng".to_owned());
        let new = NewDossier { kind, province, year: self.year - 1, years: None };
        desk.app.create_dossier(&new).expect("a dossier can be made");
        self.figures.iter().for_each(|(at, before, _)| put(desk, (*at, *before)));
        desk.app.open_dossier(now).expect("it opens");
        self.figures.iter().for_each(|(at, _, now)| put(desk, (*at, *now)));
    }
}

/// Types a figure where the year has a field for it.
fn put(desk: &mut Desk, figure: (usize, Amount)) {
    let (code, text) = typed(figure);
    // An indicator that is not in force in the year has no field.
    if let Ok(written) = desk.app.set_field(&format!("figure/{code}/amount"), &text) {
        assert_eq!(written.refusal, None, "{code} takes “{text}”");
    }
}

fn grant(desk: &mut Desk, year: i32, (form, collectives, persons, named): (usize, u8, u8, bool)) {
    let (form, authority) = FORMS[form];
    let award = desk.award(form, authority, &format!("10/01/{}", year + 1));
    if !named {
        for (field, count) in [("collectives", collectives), ("persons", persons)] {
            if count > 0 {
                desk.typed(&format!("award/{award}/{field}"), &count.to_string());
            }
        }
        return;
    }
    let line = |kind, name: String| TypedAwardLine {
        post: "Tổ trưởng".to_owned(),
        ..TypedAwardLine::new(kind, name)
    };
    let lines = (0..collectives).map(|at| line(RecipientKind::Collective, format!("Tổ mẫu {at}")));
    desk.lists(award, &lines.collect::<Vec<_>>());
    let lines = (0..persons).map(|at| line(RecipientKind::Person, format!("Nguyễn Mẫu {at}")));
    desk.lists(award, &lines.collect::<Vec<_>>());
}
