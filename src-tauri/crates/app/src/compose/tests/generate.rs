//! Strategies for dossiers of every shape the model can hold.

use super::{dossier, figure};
use bc138_domain::amount::Amount;
use bc138_domain::event::BasisRole;
use bc138_domain::{
    Act, AgendaItem, Award, AwardObjects, Basis, Caption, DossierPart, Event, Figure, Fixed,
    Indicator, MedalClass, MeetingForm, Nature, Occasion, Operator, Participant, Passage,
    PassageRole, Phrasing, Qualifier, Recipient, Role, Scope, Session, Share, Speech, State,
    Target, Window, Wording,
};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::{BTreeMap, BTreeSet};

fn word(choices: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(choices).prop_map(str::to_owned)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2005..2030_i32, 1..13_u32, 1..29_u32)
        .prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap())
}

fn fixed() -> impl Strategy<Value = Fixed> {
    prop_oneof![0..5_000_000_i64, (0..50_000_i64).prop_map(|n| n * 1_000)]
        .prop_map(Fixed::from_thousandths)
}

fn amount() -> impl Strategy<Value = Amount> {
    let words = word(&["hàng nghìn", "nhiều", "hàng chục"]);
    prop_oneof![
        fixed().prop_map(|value| Amount::Number { value }),
        (fixed(), fixed()).prop_map(|(reached, total)| Amount::Ratio { reached, total }),
        fixed().prop_map(|value| Amount::Percent { value }),
        words.prop_map(|words| Amount::Words { words }),
        fixed().prop_map(|dong| Amount::Money { dong }),
        (fixed(), word(&["kg", "km2"])).prop_map(|(value, unit)| Amount::Quantity { value, unit }),
    ]
}

fn window() -> impl Strategy<Value = Window> {
    let labels = word(&[
        "năm 2022",
        "giai đoạn 2011-2015",
        "đến năm 2025",
        "hiện nay",
        "hằng năm",
        "2 năm qua",
        "quý I/2023",
        "2016-2020",
    ]);
    (of(day()), of(day()), weighted(0.7, labels)).prop_map(|(from, to, label)| match (from, to) {
        (Some(from), Some(to)) if to < from => Window { from: Some(to), to: Some(from), label },
        _ => Window { from, to, label },
    })
}

fn own_window() -> impl Strategy<Value = Window> {
    prop_oneof![3 => Just(Window::reporting_year(2022)), 2 => window()]
}

fn scope() -> impl Strategy<Value = Scope> {
    let unit = word(&["huyện Mẫu Một", "thành phố Mẫu Hai", "xã Mẫu Ba"]);
    let set = word(&["các xã biên giới", "5 xã vùng cao"]);
    prop_oneof![
        4 => Just(Scope::Province),
        2 => unit.prop_map(|name| Scope::Unit { name }),
        1 => set.prop_map(|name| Scope::Set { name }),
        1 => Just(Scope::Country),
    ]
}

fn wording() -> impl Strategy<Value = Wording> {
    let lead = word(&["xây dựng được", "với", "thu hút", "(", "đạt", "trong đó có", ""]);
    let noun = word(&["mô hình, tổ, đội", "xã, phường thị trấn", "tỷ lệ đạt", "cụm ráp ranh"]);
    let tail = word(&["ở cơ sở", "được UBND tỉnh công nhận", ""]);
    let printed = word(&["09", "2000", "hai"]);
    let rate = word(&["88,73%", "trên 96%"]);
    let subject = word(&["Công an tỉnh", "các đoàn thể", "Ban Chỉ đạo 138 các cấp"]);
    (
        weighted(0.2, lead),
        weighted(0.3, noun),
        weighted(0.2, tail),
        weighted(0.1, printed),
        weighted(0.1, rate),
        weighted(0.1, subject),
    )
        .prop_map(|(lead, noun, tail, amount, rate, subject)| Wording {
            lead,
            noun,
            tail,
            amount,
            rate,
            subject,
        })
}

fn categories() -> impl Strategy<Value = BTreeMap<String, BTreeSet<String>>> {
    let kinds = subsequence(vec!["xã", "phường", "thị trấn", "cơ quan"], 0..3);
    let grades = subsequence(vec!["xuat_sac", "kha", "yếu"], 0..2);
    (kinds, grades).prop_map(|(kinds, grades)| {
        let of = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let both = [("kind", of(kinds)), ("grade", of(grades))];
        let held = both.into_iter().filter(|(_, names)| !names.is_empty());
        held.map(|(dimension, names)| (dimension.to_owned(), names)).collect()
    })
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        6 => Just(State::Value),
        1 => Just(State::Estimate),
        1 => Just(State::Zero),
        1 => Just(State::NotReported),
        1 => Just(State::NotApplicable),
    ]
}

fn nature() -> impl Strategy<Value = Nature> {
    select(vec![Nature::Stock, Nature::Flow, Nature::New, Nature::Cumulative])
}

/// Figures with the ids 1, 2, 3, …; each may be a part of any other, itself and nothing included.
fn figures(codes: Vec<String>) -> impl Strategy<Value = Vec<Figure>> {
    let what = (select(codes), scope(), own_window(), categories());
    let how = (nature(), state(), amount(), weighted(0.3, select(Qualifier::ALL.to_vec())));
    let rest = (weighted(0.3, 0..14_i32), wording());
    let one = (what, how, rest).prop_map(|(what, how, rest)| {
        let ((code, scope, window, categories), (nature, state, amount, qualifier)) = (what, how);
        let (part_of, wording) = rest;
        let amount = state.has_amount().then_some(amount);
        let base = figure(0, &code, 0);
        let figure = Figure { scope, window, categories, nature, state, ..base };
        Figure { amount, qualifier, part_of, wording, ..figure }
    });
    vec(one, 0..12).prop_map(|figures| {
        let numbered = (1..).zip(figures);
        numbered.map(|(id, figure)| Figure { id, ..figure }).collect()
    })
}

fn share() -> impl Strategy<Value = Share> {
    let kinds = subsequence(Recipient::ALL.to_vec(), 1..3);
    let words = word(&["nhiều", "05", "hàng chục lượt"]);
    let noun = word(&["tập thể, cá nhân tiêu biểu", "cán bộ và Nhân dân xã Mẫu"]);
    (kinds, of(1..300_i32), weighted(0.2, words), weighted(0.2, noun)).prop_map(
        |(kinds, count, words, noun)| Share {
            kinds: kinds.into_iter().collect(),
            count,
            words,
            noun,
        },
    )
}

fn objects() -> impl Strategy<Value = AwardObjects> {
    let noun = word(&["Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”", "huân chương các hạng"]);
    (of(1..99_i32), noun).prop_map(|(count, noun)| AwardObjects { count, words: None, noun })
}

fn awards() -> impl Strategy<Value = Vec<Award>> {
    let forms = subsequence(vec!["co_thi_dua", "bang_khen", "giay_khen", "khen_thuong"], 0..3);
    let authorities = subsequence(vec!["Bộ Công an", "Chủ tịch UBND tỉnh"], 0..3);
    let given = (
        forms,
        authorities,
        vec(share(), 0..3),
        weighted(0.1, objects()),
        weighted(0.1, word(&["“Đơn vị Quyết thắng”", "danh hiệu Anh hùng"])),
        weighted(0.1, select(vec![MedalClass::First, MedalClass::Third])),
    );
    let said = (
        select(vec![Phrasing::GiverFirst, Phrasing::Granted, Phrasing::Received]),
        weighted(0.5, word(&["thành tích xuất sắc năm 2022", "đóng góp cho phong trào"])),
        weighted(0.2, 2015..2025_i32),
        weighted(0.2, word(&["Giám đốc Công an tỉnh"])),
        weighted(0.2, word(&["163/QĐ-UBND", "Quyết định số 12"])),
        weighted(0.2, word(&["Cờ thi đua xuất sắc", "bằng khen"])),
    );
    let about = (
        weighted(0.3, 0..8_i32),
        weighted(0.3, word(&["huyện Mẫu Một", "xã Mẫu Ba"])),
        weighted(0.2, Just(true)),
        weighted(0.1, Just(true)),
        of(day()),
    );
    let one = (given, said, about).prop_map(|(given, said, about)| {
        let (forms, authorities, shares, objects, title, medal_class) = given;
        let (phrasing, reason, merit_year, presenter, decision_number, form_printed) = said;
        let (subset_of, locality, headline, revoked, decision_date) = about;
        Award {
            forms: forms.into_iter().map(str::to_owned).collect(),
            authorities: authorities.into_iter().map(str::to_owned).collect(),
            shares,
            objects,
            title,
            medal_class,
            phrasing,
            reason,
            merit_year,
            presenter,
            decision_number,
            decision_date,
            form_printed,
            subset_of,
            locality,
            headline: headline.is_some(),
            revoked: revoked.is_some(),
            ..Award::default()
        }
    });
    vec(one, 0..6).prop_map(|awards| {
        let numbered = (1..).zip(awards);
        numbered.map(|(id, award)| Award { id, position: id, ..award }).collect()
    })
}

fn targets() -> impl Strategy<Value = Vec<Target>> {
    use Operator::{AtLeast, AtMost, Exactly, MoreThan};
    let one = (
        of(amount()),
        select(vec![Exactly, AtLeast, MoreThan, AtMost]),
        weighted(0.5, word(&["phấn đấu", "xây dựng thành công"])),
        word(&["khu dân cư đạt chuẩn", "xã, phường trở thành điển hình"]),
        weighted(0.5, word(&["năm 2024", "đến năm 2030", "trong thời gian tới"])),
        weighted(0.2, word(&["ít nhất 05", "hơn 90%"])),
    );
    vec(one, 0..5).prop_map(|targets| {
        let numbered = (1..).zip(targets);
        let made = numbered.map(|(id, (amount, operator, lead, text, deadline, printed))| Target {
            id,
            dossier: 1,
            position: id,
            lead,
            operator,
            amount,
            printed,
            text,
            deadline,
            ..Target::default()
        });
        made.collect()
    })
}

fn people() -> impl Strategy<Value = Vec<Participant>> {
    let role =
        select(vec![Role::Chair, Role::Delegate, Role::Group, Role::Presenter, Role::Speaker]);
    let name = word(&["Nguyễn Văn Mẫu", "đại diện các sở, ngành", "Hòa thượng Thích Mẫu"]);
    let one = (
        role,
        weighted(0.3, word(&["Đại tá", "Trung tướng"])),
        name,
        subsequence(vec!["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"], 0..3),
        weighted(0.2, word(&["điểm cầu huyện Mẫu"])),
        weighted(0.2, word(&["Bộ Công an"])),
    );
    vec(one, 0..5).prop_map(|people| {
        let numbered = (1..).zip(people);
        let made = numbered.map(|(id, (role, rank, name, offices, venue, delegation))| {
            let offices = offices.into_iter().map(str::to_owned).collect();
            let (dossier, position) = (1, id);
            Participant { id, dossier, position, role, rank, name, offices, venue, delegation }
        });
        made.collect()
    })
}

fn speeches() -> impl Strategy<Value = Vec<Speech>> {
    let occasion = select(vec![Occasion::Remarks, Occasion::Directive, Occasion::Conclusion]);
    let one = (0..6_i32, occasion, of(word(&["biểu dương kết quả", "ghi nhận thành tích"])));
    vec(one, 0..3).prop_map(|speeches| {
        let numbered = (1..).zip(speeches);
        let made = numbered.map(|(id, (speaker, occasion, praise))| Speech {
            id,
            dossier: 1,
            position: id,
            speaker,
            occasion,
            praise,
        });
        made.collect()
    })
}

fn passages() -> impl Strategy<Value = Vec<Passage>> {
    use PassageRole::{Assessment, Discussion, Leadership, Outcome, Proposal, Shortcoming, Task};
    let roles =
        vec![Leadership, Assessment, Outcome, Discussion, Task, Task, Shortcoming, Proposal];
    let one = (
        select(roles),
        weighted(0.3, 0..4_i32),
        weighted(0.5, word(&["Công an tỉnh", "các cấp, các ngành"])),
        word(&["chủ động nắm tình hình", "huy động sức mạnh của toàn dân, 3 lực lượng"]),
        weighted(0.3, word(&["quý I/2024", "trước 15/3/2024", "năm 2024"])),
    );
    vec(one, 0..9).prop_map(|passages| {
        let numbered = (1..).zip(passages);
        let made = numbered.map(|(id, (role, speech, subject, text, deadline))| Passage {
            id,
            dossier: 1,
            position: id,
            role,
            speech,
            subject,
            text,
            deadline,
        });
        made.collect()
    })
}

fn bases() -> impl Strategy<Value = Vec<Basis>> {
    let role = select(vec![BasisRole::Reviewed, BasisRole::Announced, BasisRole::Ahead]);
    let one = (
        word(&["Thông tư 23", "Đề án 06", "Kế hoạch số 12/KH-UBND"]),
        weighted(0.5, word(&["Bộ Công an", "UBND tỉnh"])),
        weighted(0.3, word(&["về công tác phòng, chống tội phạm"])),
        role,
    );
    vec(one, 0..4).prop_map(|bases| {
        let numbered = (1..).zip(bases);
        let made = numbered.map(|(id, (name, issuer, subject, role))| Basis {
            id,
            dossier: 1,
            position: id,
            name,
            issuer,
            subject,
            role,
        });
        made.collect()
    })
}

fn agenda() -> impl Strategy<Value = Vec<AgendaItem>> {
    let act = select(vec![Act::InterimReview, Act::FinalReview, Act::Launch, Act::Rollout]);
    let one = (act, of(1..20_i32), word(&["Thông tư 23", "phong trào năm 2022"]), window());
    vec(one, 0..4).prop_map(|items| {
        let numbered = (1..).zip(items);
        let made = numbered.map(|(id, (act, years, subject, window))| AgendaItem {
            id,
            dossier: 1,
            position: id,
            act,
            years,
            subject,
            window,
        });
        made.collect()
    })
}

fn event() -> impl Strategy<Value = Event> {
    (
        weighted(0.3, word(&["Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", "Lễ ra quân"])),
        of(word(&["UBND tỉnh Mẫu", "Ban Chỉ đạo 138 xã"])),
        of(select(vec![Session::Morning, Session::Afternoon, Session::WholeDay])),
        of(day()),
        weighted(0.2, word(&["18-1"])),
        of(word(&["Hội trường UBND tỉnh"])),
        of(select(vec![MeetingForm::InPerson, MeetingForm::Online, MeetingForm::Hybrid])),
        weighted(0.3, word(&["2 cấp kết nối điểm cầu các huyện"])),
        of(1..200_i32),
    )
        .prop_map(
            |(name, organiser, session, date, printed, place, form, form_detail, venues)| {
                let date_printed = printed;
                Event {
                    name,
                    organiser,
                    session,
                    date,
                    date_printed,
                    place,
                    form,
                    form_detail,
                    venues,
                }
            },
        )
}

/// A dossier of a province, a district or a commune with anything in it.
pub fn any_dossier(codes: Vec<String>) -> impl Strategy<Value = DossierPart> {
    let unit = (select(vec!["tỉnh", "thành phố", "huyện", "xã", "phường"]), of(Just("tỉnh Mẫu")));
    let own = (own_window(), event(), unit, of(word(&["Tổng kết năm 2022"])));
    let said = (agenda(), bases(), people(), speeches(), passages());
    let counted = (figures(codes), awards(), targets());
    (own, said, counted).prop_map(|(own, said, counted)| {
        let (window, event, (unit, within), headline) = own;
        let (agenda, bases, participants, speeches, passages) = said;
        let (figures, awards, targets) = counted;
        let mut part = DossierPart { agenda, bases, participants, speeches, ..dossier() };
        part.dossier.window = window;
        part.dossier.event = event;
        part.dossier.headline = headline;
        part.dossier.province_type = unit.to_owned();
        part.dossier.within = within.map(str::to_owned);
        part.indicators =
            vec![Indicator { id: 1, ..Indicator::own(1, "models", "Điểm sáng pháp luật") }];
        let text = "Quang cảnh hội nghị".to_owned();
        part.captions = vec![Caption { id: 1, dossier: 1, position: 1, text, photo: None }];
        DossierPart { figures, awards, targets, passages, ..part }
    })
}
