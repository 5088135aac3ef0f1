//! Records for tests, each valid by itself; names of real people never.

use bc138_domain::catalogue::{Cover, OverTime, OverUnits};
use bc138_domain::figure::Categories;
use bc138_domain::{
    Act, AgendaItem, Amount, Award, AwardLine, AwardObjects, Basis, BasisRole, BatchBuilder,
    Caption, Category, DecisionKind, Dimension, Dossier, DossierKind, Draft, EditedParagraph,
    EntryNote, Event, FieldGroup, Figure, Fixed, Indicator, IndicatorKind, Measure, MedalClass,
    MeetingForm, Nature, Occasion, Operator, Origin, OwnTemplate, Participant, Passage,
    PassageRole, Phrasing, Provenance, Qualifier, Reason, Recipient, Record, Revocation, Role,
    Scope, Session, Setting, Share, Slot, Speech, State, Target, UnitAct, UnitEvent, UnitSet,
    Window, Wording, YearMark, YearStep,
};
use bc138_store::{Change, DocumentRow, Store};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// When the tests write, and who.
pub const AT: &str = "2023-02-08T14:02:11";
pub const WHO: &str = "người thử";
/// The hash under which a photo of the tests is kept.
pub const PHOTO: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A folder of its own and a path in it.
pub struct Place {
    pub folder: TempDir,
    pub db: PathBuf,
}

pub fn place() -> Place {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let db = folder.path().join("so-lieu.db");
    Place { folder, db }
}

pub fn open(path: &Path) -> Store {
    Store::open(path).expect("the store opens")
}

/// Writes records as one action and returns their ids.
pub fn put(store: &mut Store, records: impl IntoIterator<Item = Record>) -> Vec<i32> {
    let put = records.into_iter().collect();
    let change = Change { put, ..Change::new("ghi", Some(1)) };
    store.apply(&change, AT, WHO).expect("valid records are stored").ids
}

/// A store with one dossier, whose id is 1.
pub fn with_dossier(path: &Path) -> Store {
    let mut store = open(path);
    assert_eq!(put(&mut store, [dossier().into()]), [1], "the first dossier has the first id");
    store
}

pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    Some(NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar"))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn dossier() -> Dossier {
    Dossier {
        id: 0,
        province: "Lạng Sơn".to_owned(),
        province_type: "tỉnh".to_owned(),
        kind: DossierKind::Annual,
        window: Window::reporting_year(2022),
        headline: some("Tổng kết phong trào"),
        event: Event {
            name: some("Ngày hội"),
            organiser: some("UBND tỉnh"),
            session: Some(Session::Afternoon),
            date: day(2023, 2, 8),
            date_printed: some("8/2"),
            place: some("Hội trường UBND tỉnh"),
            form: Some(MeetingForm::Online),
            form_detail: some("2 cấp"),
            venues: Some(12),
        },
        byline: some("Người Viết Mẫu"),
        within: some("tỉnh Mẫu"),
    }
}

pub fn setting() -> Setting {
    Setting {
        id: 0,
        key: "committee.short_name".to_owned(),
        valid_from: day(2010, 1, 1),
        valid_to: day(2025, 12, 31),
        value: "Ban Chỉ đạo 138".to_owned(),
    }
}

pub fn indicator(code: &str) -> Indicator {
    Indicator {
        id: 0,
        code: code.to_owned(),
        name: "Chốt dân phòng".to_owned(),
        unit: "chốt".to_owned(),
        kind: IndicatorKind::Flow,
        group: "models".to_owned(),
        core: true,
        lead: "dựng".to_owned(),
        noun: "chốt dân phòng".to_owned(),
        tail: "ở cơ sở".to_owned(),
        valid_from: day(2020, 1, 1),
        dimensions: vec!["grade".to_owned()],
        over_units: OverUnits::RatioOfSums,
        over_time: OverTime::Sum,
        parent: some("clb"),
        partition: some("grade"),
        calendar: "police".to_owned(),
        basis: "Quyết định mẫu".to_owned(),
        ..Indicator::own(1, "models", "Chốt dân phòng")
    }
}

pub fn group() -> FieldGroup {
    FieldGroup {
        hint: "Chỉ của tỉnh.".to_owned(), ..FieldGroup::own(1, 4, "Mô hình riêng")
    }
}

pub fn dimension() -> Dimension {
    let (code, name) = ("own_dimension".to_owned(), "Cỡ chốt".to_owned());
    Dimension { id: 0, code, name, cover: Cover::Open }
}

pub fn category() -> Category {
    Category {
        id: 0,
        dimension: "own_dimension".to_owned(),
        code: "lon".to_owned(),
        name: "chốt lớn".to_owned(),
        valid_from: day(2020, 1, 1),
        valid_to: day(2025, 12, 31),
    }
}

pub fn unit_event() -> UnitEvent {
    UnitEvent {
        id: 0,
        date: day(2026, 5, 1).expect("a day"),
        basis: some("Nghị quyết mẫu"),
        act: UnitAct::Rename { unit: "X00004.34".to_owned(), name: "Mẫu Một".to_owned() },
    }
}

pub fn unit_set() -> UnitSet {
    UnitSet {
        id: 0, name: "các xã biên giới".to_owned(), members: vec!["X00004.34".to_owned()]
    }
}

pub fn year_mark() -> YearMark {
    YearMark {
        id: 0,
        year: 2022,
        step: YearStep::Reopen,
        day: day(2023, 3, 1).expect("a day"),
        actor: WHO.to_owned(),
        reason: some("sửa số của một xã"),
        digest: "00".to_owned(),
        change: 3,
    }
}

pub fn agenda() -> AgendaItem {
    AgendaItem {
        id: 0,
        dossier: 1,
        position: 1,
        act: Act::InterimReview,
        years: Some(5),
        subject: "Thông tư 23".to_owned(),
        window: Window::named("đến năm 2020"),
    }
}

pub fn basis() -> Basis {
    Basis {
        id: 0,
        dossier: 1,
        position: 1,
        name: "Quyết định số 06".to_owned(),
        issuer: some("UBND tỉnh"),
        subject: some("quy định về khu dân cư"),
        role: BasisRole::Announced,
    }
}

pub fn participant(name: &str) -> Participant {
    Participant {
        id: 0,
        dossier: 1,
        position: 1,
        role: Role::Chair,
        rank: some("Đại tá"),
        name: name.to_owned(),
        offices: vec!["Phó Bí thư Tỉnh ủy".to_owned(), "Chủ tịch UBND tỉnh".to_owned()],
        venue: some("điểm cầu tỉnh"),
        delegation: some("Bộ Công an"),
    }
}

pub fn speech(speaker: i32) -> Speech {
    let praise = some("biểu dương kết quả");
    Speech { id: 0, dossier: 1, position: 1, speaker, occasion: Occasion::Conclusion, praise }
}

pub fn passage(speech: Option<i32>) -> Passage {
    Passage {
        id: 0,
        dossier: 1,
        position: 1,
        role: PassageRole::Task,
        speech,
        subject: some("Công an tỉnh"),
        text: "đổi mới nội dung vận động".to_owned(),
        deadline: some("năm 2023"),
    }
}

/// The figure of an indicator with an amount.
pub fn figure(indicator: &str, amount: Amount) -> Figure {
    Figure {
        id: 0,
        dossier: 1,
        indicator: indicator.to_owned(),
        scope: Scope::Province,
        window: Window::reporting_year(2022),
        categories: Categories::new(),
        nature: Nature::Stock,
        state: State::Value,
        amount: Some(amount),
        qualifier: None,
        part_of: None,
        wording: Wording::default(),
        provenance: Provenance::default(),
    }
}

pub fn fixed(whole: i64) -> Fixed {
    Fixed::from_int(whole).expect("a small number")
}

pub fn number(whole: i64) -> Amount {
    Amount::Number { value: fixed(whole) }
}

pub fn ratio(reached: i64, total: i64) -> Amount {
    Amount::Ratio { reached: fixed(reached), total: fixed(total) }
}

/// One figure for every kind of amount, state, scope and qualifier that a column holds.
pub fn figures() -> Vec<Figure> {
    let full = Figure {
        scope: Scope::Unit { name: "huyện Hàm Yên".to_owned() },
        categories: Categories::from([(
            "kind".to_owned(),
            BTreeSet::from(["xã".to_owned(), "phường".to_owned()]),
        )]),
        nature: Nature::New,
        state: State::Estimate,
        qualifier: Some(Qualifier::Nearly),
        part_of: Some(1),
        wording: Wording {
            lead: some("xây dựng"),
            noun: some("mô hình"),
            tail: some("ở cơ sở"),
            amount: some("1686"),
            subject: some("Công an tỉnh"),
            rate: some("97,6%"),
        },
        provenance: Provenance {
            origin: Origin::Imported,
            document: some("bảng tính"),
            comment: some("đã đối chiếu"),
        },
        ..figure("mh_moi_loai", number(16))
    };
    let percent = Amount::Percent { value: Fixed::from_thousandths(97_600) };
    let kilos = Amount::Quantity { value: Fixed::from_thousandths(13_850), unit: "kg".to_owned() };
    let zero = Figure { state: State::Zero, amount: None, ..figure("tin_gia_tri", number(0)) };
    let set = Scope::Set { name: "sáu xã biên giới".to_owned() };
    vec![
        figure("at_kdc", ratio(1_686, 1_727)),
        full,
        Figure { qualifier: Some(Qualifier::FromUp), ..figure("at_ty_le_cong_bo", percent) },
        figure("clb", Amount::Words { words: "hàng chục".to_owned() }),
        figure("quy", Amount::Money { dong: fixed(2_530_000) }),
        Figure { scope: set, ..figure("thu_gom", kilos) },
        Figure { scope: Scope::Country, ..zero },
    ]
}

pub fn award() -> Award {
    let shares = [(Recipient::Collective, 26), (Recipient::Person, 19)];
    let share = |(kind, count): (Recipient, i32)| Share {
        kinds: BTreeSet::from([kind]),
        count: Some(count),
        words: None,
        noun: some("tiêu biểu"),
    };
    Award {
        id: 0,
        dossier: 1,
        position: 1,
        forms: vec!["giay_khen".to_owned()],
        form_printed: some("giấy khen"),
        authorities: vec!["UBND tỉnh".to_owned(), "Công an tỉnh".to_owned()],
        decision_number: some("77/QĐ-UBND"),
        decision_date: day(2023, 1, 31),
        signer: some("Người Ký Mẫu"),
        shares: shares.into_iter().map(share).collect(),
        lines: vec![AwardLine {
            unit: some("xã Mẫu"),
            merit: some("xuất sắc"),
            ..AwardLine::new(Recipient::Household, "hộ Nguyễn Văn Mẫu")
        }],
        reason: some("thành tích xuất sắc"),
        merit_year: Some(2022),
        presenter: some("Người Trao Mẫu"),
        subset_of: None,
        locality: some("huyện Hàm Yên"),
        headline: false,
        phrasing: Phrasing::Received,
        revoked: false,
        sic: some("nguồn in như vậy"),
        decision_kind: Some(DecisionKind::Thematic),
        medal_class: Some(MedalClass::Second),
        title: some("Đơn vị quyết thắng"),
        basis: some("Tờ trình mẫu"),
        objects: Some(AwardObjects {
            count: Some(87),
            words: None,
            noun: "Kỷ niệm chương".to_owned(),
        }),
        revocation: Some(Revocation { reason: some("khai sai"), ..Revocation::default() }),
        provenance: Provenance { document: some("Quyết định mẫu"), ..Provenance::default() },
    }
}

pub fn target() -> Target {
    Target {
        id: 0,
        dossier: 1,
        position: 1,
        indicator: some("at_kdc"),
        lead: some("phấn đấu"),
        operator: Operator::AtLeast,
        amount: Some(Amount::Percent { value: fixed(80) }),
        printed: some("từ 80% trở lên"),
        text: "khu dân cư đạt chuẩn".to_owned(),
        deadline: some("năm 2023"),
    }
}

pub fn caption(photo: Option<&str>) -> Caption {
    let photo = photo.map(str::to_owned);
    Caption { id: 0, dossier: 1, position: 1, text: "Quang cảnh hội nghị".to_owned(), photo }
}

pub fn draft(field: &str, text: &str) -> Draft {
    Draft { id: 0, dossier: 1, field: field.to_owned(), text: text.to_owned() }
}

pub fn reason(finding: &str) -> Reason {
    let text = "tổng của cả năm".to_owned();
    Reason { id: 0, dossier: 1, finding: finding.to_owned(), text }
}

/// Rows in every table of records, each column filled at least once.
pub fn fill(store: &mut Store) {
    store.keep_photo(PHOTO, b"photo bytes").expect("a photo is kept");
    put(store, [dossier().into()]);
    put(store, [setting().into(), group().into(), dimension().into(), category().into()]);
    put(store, [indicator("own_1").into(), unit_event().into(), unit_set().into()]);
    put(store, [agenda().into(), basis().into(), participant("Người Chủ Trì").into()]);
    put(store, [speech(1).into()]);
    put(store, [passage(Some(1)).into(), passage(None).into()]);
    put(store, figures().into_iter().map(Record::from));
    put(store, [award().into()]);
    put(store, [Award { subset_of: Some(1), ..award() }.into(), target().into()]);
    put(store, [caption(Some(PHOTO)).into(), caption(None).into()]);
    put(store, [draft("figure/at_xa/amount", "1,73/181").into(), reason("K.004/award/5").into()]);
    put(store, [year_mark().into()]);
    put_entries(store);
}

/// What version 3 knows and version 2 did not: words of the office, and what a document said.
pub fn fill_words(store: &mut Store) {
    put(store, [edited_paragraph().into(), own_template().into()]);
    let document = DocumentRow {
        dossier: 1,
        name: "Báo cáo.pdf".to_owned(),
        path: "/tai-lieu/Báo cáo.pdf".to_owned(),
        at: AT.to_owned(),
        change: 1,
        style: some("official-report"),
        facts: some(r#"{"facts":[]}"#),
    };
    store.remember_document(&document).expect("a document is remembered");
}

/// A paragraph in the clerk's own words.
pub fn edited_paragraph() -> EditedParagraph {
    EditedParagraph {
        id: 0,
        dossier: 1,
        style: "briefing".to_owned(),
        block: "results".to_owned(),
        place: 0,
        base: "có {figure/1/amount} khu".to_owned(),
        text: "toàn tỉnh có {figure/1/amount} khu".to_owned(),
    }
}

/// A template in the office's own words.
pub fn own_template() -> OwnTemplate {
    OwnTemplate { id: 0, name: "standard.j2".to_owned(), text: "{{ whole }}".to_owned() }
}

/// Two entries, one with a note.
fn put_entries(store: &mut Store) {
    let mut batch = BatchBuilder::default();
    let measure = Measure {
        indicator: "at_kdc".to_owned(),
        nature: Nature::Stock,
        categories: Categories::new(),
    };
    let (measure, window) = (batch.measure(&measure), batch.window(&Window::reporting_year(2022)));
    let (first, second) = (batch.unit("X00004.34"), batch.unit("X00008.34"));
    batch.put(first, measure, window, Some(Slot::ratio(fixed(12), fixed(13))));
    batch.put(second, measure, window, Some(Slot::new(State::NotReported, None, None)));
    batch.note(EntryNote { comment: some("đang chờ xã gửi"), ..EntryNote::default() });
    let change = Change::new("nhập bảng", None).entries(batch.build());
    store.apply(&change, AT, WHO).expect("entries are stored");
}
