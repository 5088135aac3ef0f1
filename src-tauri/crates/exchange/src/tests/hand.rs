//! The hand form: what is left out, said in Vietnamese or as it is typed.

use super::{taken, with_dossier};
use crate::Everything;
use bc138_domain::{
    Amount, Award, Fixed, Indicator, IndicatorKind, Nature, Operator, Qualifier, Record, Role,
    Scope, State, Window,
};

/// The records of one kind.
macro_rules! all {
    ($everything:expr, $kind:ident) => {
        $everything
            .records
            .iter()
            .filter_map(|record| match record {
                Record::$kind(it) => Some(it),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
}

fn number(n: i64) -> Fixed {
    Fixed::from_int(n).unwrap()
}

fn dossier(parts: &str) -> Everything {
    taken(&with_dossier(parts))
}

#[test]
fn an_amount_is_read_as_it_is_typed() {
    let read = dossier(
        r#""figures": [
            {"indicator": "at_kdc", "amount": "gần 1.686/1.727"},
            {"indicator": "clb", "amount": "05"},
            {"indicator": "to_tu_quan", "amount": "chưa báo cáo"},
            {"indicator": "tin_gia_tri", "amount": 1686, "state": "ước tính"},
            {"indicator": "vk_phao", "amount": {"type": "quantity", "value": "13,85", "unit": "kg"}}
        ]"#,
    );
    let figures = all!(read, Figure);
    let ratio = Amount::Ratio { reached: number(1_686), total: number(1_727) };
    assert_eq!(
        (figures[0].amount.clone(), figures[0].qualifier),
        (Some(ratio), Some(Qualifier::Nearly))
    );
    assert_eq!(figures[1].printed_amount().as_deref(), Some("05"), "printed as it was written");
    assert_eq!((figures[2].state, figures[2].amount.clone()), (State::NotReported, None));
    assert_eq!(
        (figures[3].state, figures[3].amount.clone()),
        (State::Estimate, Amount::number(1_686))
    );
    let weight = Amount::Quantity { value: Fixed::from_thousandths(13_850), unit: "kg".into() };
    assert_eq!(figures[4].amount, Some(weight));
}

#[test]
fn what_is_left_out_of_a_figure_is_the_dossiers_or_the_indicators() {
    let read = dossier(
        r#""figures": [
            {"indicator": "at_kdc", "amount": "4/5"},
            {"indicator": "phat_dong_cuoc", "amount": 32, "scope": "huyện Thử", "window": "giai đoạn 2020-2024",
             "kinds": "xã; phường", "lead": "tổ chức", "comment": "theo báo cáo"}
        ]"#,
    );
    let figures = all!(read, Figure);
    assert_eq!(figures[0].window, Window::reporting_year(2024));
    assert_eq!((figures[0].scope.clone(), figures[0].nature), (Scope::Province, Nature::Stock));
    assert_eq!(figures[1].nature, Nature::Flow, "the indicator counts what happens");
    assert_eq!(figures[1].scope, Scope::Unit { name: "huyện Thử".to_owned() });
    assert_eq!(figures[1].window.from, "2020-01-01".parse().ok());
    assert_eq!(figures[1].categories["kind"].len(), 2, "merged kinds stay merged");
    assert_eq!(figures[1].wording.lead.as_deref(), Some("tổ chức"));
    assert_eq!(figures[1].provenance.comment.as_deref(), Some("theo báo cáo"));
}

#[test]
fn an_indicator_that_nobody_knows_becomes_ones_own_once() {
    let read = dossier(
        r#""figures": [
            {"indicator": "camera", "name": "Camera an ninh", "unit": "chiếc", "amount": 320},
            {"indicator": "camera", "amount": 40, "scope": "phường Thử"},
            {"name": "camera an ninh", "unit": "chiếc", "amount": 7, "scope": "cả nước"},
            {"name": "Chốt gác", "kind": "phát sinh", "group": "Quỹ, kinh phí", "amount": 2}
        ]"#,
    );
    let own: Vec<&Indicator> = all!(read, Indicator);
    let codes: Vec<&str> = all!(read, Figure).iter().map(|it| it.indicator.as_str()).collect();
    assert_eq!(own.len(), 2, "a code of the writer's own and a name mean the same indicator");
    assert_eq!(codes, [&own[0].code, &own[0].code, &own[0].code, &own[1].code]);
    assert_eq!((own[0].name.as_str(), own[0].noun.as_str()), ("Camera an ninh", "camera an ninh"));
    assert_eq!((own[1].kind, own[1].group.as_str()), (IndicatorKind::Flow, "funds"));
}

#[test]
fn a_name_of_the_catalogue_is_the_catalogues_indicator() {
    let name = &super::CATALOGUE.indicator("at_kdc").unwrap().name;
    let read = dossier(&format!(r#""figures": [{{"name": "{name}", "amount": "4/5"}}]"#));
    assert_eq!(all!(read, Figure)[0].indicator, "at_kdc");
    assert_eq!(all!(read, Indicator).len(), 0);
}

#[test]
fn people_are_named_and_offices_listed_either_way() {
    let read = dossier(
        r#""participants": [
            {"name": "Trần Thị Mẫu", "role": "Chủ trì", "offices": "Phó Bí thư; Chủ tịch UBND tỉnh"},
            {"name": "Lê Văn Thử", "rank": "Đại tá", "offices": ["Giám đốc Công an tỉnh"]}
        ],
        "speeches": [{"speaker": "trần thị mẫu", "occasion": "kết luận", "praise": "biểu dương"}],
        "passages": [
            {"role": "nhiệm vụ", "speech": "Trần Thị Mẫu", "text": "giữ vững"},
            {"role": "task", "text": "mở rộng. ", "position": 1}
        ]"#,
    );
    let people = all!(read, Participant);
    assert_eq!((people[0].role, people[1].role), (Role::Chair, Role::Delegate));
    assert_eq!(people[0].offices.len(), 2);
    let speech = all!(read, Speech)[0];
    assert_eq!(speech.speaker, people[0].id);
    let tasks = all!(read, Passage);
    assert_eq!(tasks[0].speech, Some(speech.id), "a speech is called by its speaker");
    let positions: Vec<i32> = tasks.iter().map(|it| it.position).collect();
    assert_eq!(positions, [1, 1], "the order in the list, unless a position is given");
    assert_eq!(tasks[1].text, "mở rộng", "the sentence around it has the full stop");
}

#[test]
fn awards_are_counted_in_short_and_point_to_one_another() {
    let read = dossier(
        r#""awards": [
            {"ref": "phan-huyen", "form": "giay_khen", "collectives": 3, "subset_of": "tong", "locality": "huyện Thử"},
            {"ref": "tong", "forms": "Bằng khen", "authorities": "Chủ tịch UBND tỉnh", "collectives": "05", "persons": "nhiều"},
            {"together": 207, "together_noun": "tập thể, cá nhân", "headline": true}
        ],
        "reasons": [{"finding": "K.004/award/tong", "text": "đếm cả cấp dưới"}]"#,
    );
    let awards: Vec<&Award> = all!(read, Award);
    let whole = awards.iter().find(|it| it.forms == ["bang_khen"]).unwrap();
    let part = awards.iter().find(|it| it.locality.is_some()).unwrap();
    assert_eq!(part.subset_of, Some(whole.id));
    assert_eq!(whole.shares[0].words.as_deref(), Some("05"), "the count as it was written");
    assert_eq!((whole.shares[1].count, whole.shares[1].words.as_deref()), (None, Some("nhiều")));
    let place = |id| awards.iter().position(|it| it.id == id);
    assert!(place(whole.id) < place(part.id), "a whole comes before its part");
    assert_eq!(all!(read, Reason)[0].finding, format!("K.004/award/{}", whole.id));
}

#[test]
fn targets_say_their_operator_and_keep_their_words() {
    let read = dossier(
        r#""targets": [
            {"text": "khu dân cư đạt chuẩn", "amount": "từ 80% trở lên"},
            {"text": "xã điển hình", "amount": "ít nhất 05"},
            {"text": "vụ việc", "amount": "không quá 3"}
        ]"#,
    );
    let said: Vec<_> = all!(read, Target)
        .iter()
        .map(|it| (it.operator, it.printed_amount().unwrap(), it.printed.is_some()))
        .collect();
    assert_eq!(said[0], (Operator::AtLeast, "từ 80% trở lên".to_owned(), false));
    assert_eq!(said[1], (Operator::AtLeast, "ít nhất 05".to_owned(), true));
    assert_eq!(said[2], (Operator::AtMost, "không quá 3".to_owned(), false));
}

#[test]
fn a_province_may_be_named_with_its_type_and_a_window_by_its_years() {
    let read = taken(
        r#"{"format": "bc138", "version": 1, "dossiers": [
            {"province": "Phường Thử", "within": "tỉnh Sông Mẫu", "window": {"year": 2024, "years": 5}},
            {"province": "Sông Mẫu", "window": {"from": "16/11/2023", "to": "2024-11-15"},
             "event": {"date": "09/02/2023", "session": "sáng", "form": "trực tuyến"}}
        ]}"#,
    );
    let dossiers = all!(read, Dossier);
    assert_eq!(
        (dossiers[0].province.as_str(), dossiers[0].province_type.as_str()),
        ("Thử", "phường")
    );
    assert_eq!(dossiers[0].window, Window::review(2024, 5));
    assert_eq!(dossiers[0].kind, bc138_domain::DossierKind::Review);
    assert_eq!(dossiers[1].province_type, "tỉnh");
    assert_eq!(dossiers[1].event.date, "2023-02-09".parse().ok());
}

#[test]
fn new_ids_do_not_meet_the_given_ones() {
    let read =
        dossier(r#""participants": [{"name": "Một"}, {"id": 7, "name": "Bảy"}, {"name": "Hai"}]"#);
    let mut ids: Vec<i32> = all!(read, Participant).iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert!(ids.contains(&7));
}

#[test]
fn a_table_of_units_is_read_cell_by_cell() {
    let read = taken(
        r#"{"format": "bc138", "version": 1,
        "unit_events": [
            {"date": "01/07/2025", "act": "thành lập", "unit": {"key": "U1", "level": "cấp xã", "kind": "phường", "name": "Thử"}},
            {"date": "01/07/2025", "act": "create", "unit": {"key": "U2", "level": "commune", "kind": "commune", "name": "Thử"}}
        ],
        "entries": {"tables": [{"window": 2025, "measures": ["at_kdc", {"indicator": "clb", "nature": "mới"}],
          "document": "biểu 3",
          "rows": [["phường Thử", "12/14", 5], ["U2", "gần 9", "chưa báo cáo"]]}]}}"#,
    );
    let batch = read.entries;
    assert_eq!(batch.units, ["U1", "U2"], "a unit is found by its full name or its key");
    assert_eq!(batch.cells.len(), 4);
    let slots: Vec<_> = batch.cells.iter().map(|cell| cell.slot.unwrap()).collect();
    assert_eq!((slots[0].value(), slots[0].total()), (Some(number(12)), Some(number(14))));
    assert_eq!(slots[3].state, State::NotReported);
    assert_eq!(batch.notes[2].1.qualifier, Some(Qualifier::Nearly));
    assert!(batch.notes.iter().all(|(_, note)| note.document.as_deref() == Some("biểu 3")));
}

#[test]
fn a_photo_may_have_a_name_of_its_own() {
    let read = taken(
        r#"{"format": "bc138", "version": 1, "photos": {"toàn cảnh": "aGk="},
        "dossiers": [{"province": "Sông Mẫu", "window": 2024, "captions": [{"text": "Toàn cảnh", "photo": "toàn cảnh"}]}]}"#,
    );
    assert_eq!(all!(read, Caption)[0].photo.as_ref(), Some(&read.photos[0].0));
    assert_eq!(read.photos[0].1, b"hi");
}

#[test]
fn the_type_of_a_unit_is_said_once_however_often_it_is_written() {
    for (name, kind) in [("tỉnh Sông Mẫu", "tỉnh"), ("Tỉnh Sông Mẫu", "Tỉnh"), ("Sông Mẫu", "tỉnh")]
    {
        let text = format!(
            r#"{{"format": "bc138", "version": 1, "dossiers": [
                {{"province": "{name}", "province_type": "{kind}", "window": 2024}}]}}"#
        );
        let read = taken(&text);
        let dossiers = all!(read, Dossier);
        assert_eq!(dossiers[0].province, "Sông Mẫu", "{name}");
        assert_eq!(dossiers[0].province_type, "tỉnh", "{name}");
    }
}
