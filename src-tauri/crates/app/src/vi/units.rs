//! Words for units: events, a unit's story, why an event cannot be.

use bc138_domain::{ShareMethod, UnitAct, UnitEvent, UnitKind, date};
use bc138_units::{Aspect, EventProblem, Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Types of units that the clerk can choose, as they are written.
pub const KINDS: [UnitKind; 8] = [
    UnitKind::Commune,
    UnitKind::Ward,
    UnitKind::SpecialZone,
    UnitKind::Township,
    UnitKind::Residential,
    UnitKind::Agency,
    UnitKind::Enterprise,
    UnitKind::School,
];

/// Field of a set's name.
pub const SET_NAME: &str = "Tên nhóm";
/// Field of a set's members.
pub const SET_MEMBERS: &str = "Đơn vị trong nhóm";
/// Field of an event's basis.
pub const BASIS: &str = "Căn cứ";
/// Field of the unit that an event is about.
pub const UNIT: &str = "Đơn vị";
/// Field of the unit above.
pub const PARENT: &str = "Đơn vị cấp trên";
/// Field of a unit's name.
pub const NAME: &str = "Tên đơn vị";
/// Field of a unit's type.
pub const KIND: &str = "Loại đơn vị";
/// Field of how numbers are shared out.
pub const METHOD: &str = "Cách phân bổ";
/// Field of one unit's share.
pub const SHARE: &str = "Tỷ lệ";

/// What an event says: “đổi tên xã Mẫu Một thành Mẫu Hai”.
#[must_use]
pub fn event(registry: &Registry, event: &UnitEvent) -> String {
    let eve = event.date.pred_opt().unwrap_or(event.date);
    let before = |key: &str| label(registry, key, eve);
    let after = |key: &str| label(registry, key, event.date);
    match &event.act {
        UnitAct::Create { unit } => format!("thành lập {} {}", unit.kind.noun(), unit.name),
        UnitAct::Rename { unit, name } => format!("đổi tên {} thành {name}", before(unit)),
        UnitAct::Retype { unit, kind } => format!("chuyển {} thành {}", before(unit), kind.noun()),
        UnitAct::Move { unit, parent } => format!("chuyển {} về {}", before(unit), after(parent)),
        UnitAct::Merge { from, into, .. } => {
            let from: Vec<String> = from.iter().map(|key| before(key)).collect();
            format!("nhập {} vào {}", from.join(", "), after(into))
        }
        UnitAct::Split { unit, parts, .. } => {
            let parts: Vec<String> = parts.iter().map(|part| after(&part.unit)).collect();
            format!("chia {} thành {}", before(unit), parts.join(", "))
        }
        UnitAct::Abolish { unit } => format!("giải thể {}", before(unit)),
        UnitAct::Share { unit, method, .. } => {
            format!("phân bổ số liệu của {}: {}", before(unit), share(*method))
        }
    }
}

fn label(registry: &Registry, key: &str, day: NaiveDate) -> String {
    registry.find(key).map_or_else(|| key.to_owned(), |ix| registry.label(ix, day))
}

/// How figures are shared out.
#[must_use]
pub const fn share(method: ShareMethod) -> &'static str {
    match method {
        ShareMethod::ResidentialCount => "theo số khu dân cư",
        ShareMethod::ByHand => "theo tỷ lệ gõ tay",
        ShareMethod::None => "không phân bổ",
    }
}

/// “từ 01/07/2025”, “đến 30/06/2025”.
#[must_use]
pub fn lifetime(first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
    let words =
        |word: &str, day: Option<NaiveDate>| day.map(|d| format!("{word} {}", date::full(d)));
    let both = [words("từ", first), words("đến", last)];
    both.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// “nhập vào xã Mẫu”, “chia cho xã A, xã B”.
#[must_use]
pub fn passed_on(registry: &Registry, parts: &[UnitIx], day: NaiveDate) -> String {
    let labels: Vec<String> = parts.iter().map(|ix| registry.label(*ix, day)).collect();
    match labels.as_slice() {
        [one] => format!("toàn bộ thành (hoặc nhập vào) {one}"),
        many => format!("chia cho {}", many.join(", ")),
    }
}

/// Why an event cannot be; `names` gives the labels of keys.
#[must_use]
pub fn problem(problem: &EventProblem, names: &BTreeMap<String, String>) -> String {
    let name = |key: &String| names.get(key).unwrap_or(key).clone();
    match problem {
        EventProblem::UnknownUnit(key) => {
            format!("Không có đơn vị “{}”. Chọn đơn vị trong danh sách.", name(key))
        }
        EventProblem::NotYet { unit, first } => format!(
            "{} chỉ có từ ngày {}. Sửa ngày của biến động, hoặc chọn đơn vị khác.",
            name(unit),
            date::full(*first)
        ),
        EventProblem::Ended { unit, last } => format!(
            "{} đã kết thúc ngày {}. Sửa ngày của biến động, hoặc chọn đơn vị thay thế.",
            name(unit),
            date::full(*last)
        ),
        EventProblem::EndsOfficially { unit, last } => format!(
            "{} kết thúc ngày {} theo danh mục chính thức. Không ghi kết thúc sớm hơn.",
            name(unit),
            date::full(*last)
        ),
        EventProblem::Name { name: given, .. } => {
            format!("Tên “{given}” không dùng được. Gõ lại tên đơn vị, không kèm loại.")
        }
        EventProblem::LevelMismatch { unit, other } => {
            format!("{} và {} không cùng cấp. Chọn các đơn vị cùng cấp.", name(unit), name(other))
        }
        EventProblem::KindOfOtherLevel { unit, kind, .. } => {
            format!("{} không thể là {}. Chọn loại của cùng cấp.", name(unit), kind.noun())
        }
        EventProblem::KindNotOnDay { kind, .. } => format!(
            "Ngày này pháp luật không có {}: thị trấn, cấp huyện chỉ có đến 30/06/2025, đặc khu từ \
             01/07/2025. Sửa ngày hoặc loại.",
            kind.noun()
        ),
        other => rest(other, &name),
    }
}

fn rest(problem: &EventProblem, name: &dyn Fn(&String) -> String) -> String {
    match problem {
        EventProblem::NoParent(unit) => {
            format!("{} chưa thuộc đơn vị nào. Chọn đơn vị cấp trên.", name(unit))
        }
        EventProblem::ParentLevel { unit, parent } => {
            format!("{} không thể thuộc {}. Chọn đơn vị cấp trên khác.", name(unit), name(parent))
        }
        EventProblem::CyclicParent { unit, parent } => format!(
            "{} không thể thuộc {}, vì đơn vị này lại nằm trong chính nó. Chọn đơn vị khác.",
            name(unit),
            name(parent)
        ),
        EventProblem::MergedIntoItself(unit) => {
            format!("{} không thể nhập vào chính nó. Chọn đơn vị nhận khác.", name(unit))
        }
        EventProblem::NamedTwice(unit) => format!("{} được nêu hai lần. Bỏ bớt một.", name(unit)),
        EventProblem::TooFew => "Cần ít nhất hai phần (chia) hoặc một đơn vị (nhập).".to_owned(),
        EventProblem::SameDay { unit, aspect, .. } => format!(
            "Cùng ngày đã có biến động khác về {} của {}. Bỏ biến động kia, hoặc sửa ngày.",
            aspect_words(*aspect),
            name(unit)
        ),
        EventProblem::NotDivided(unit) => {
            format!("{} không bị chia đến ngày này, nên không cần phân bổ.", name(unit))
        }
        EventProblem::NoSuccessor(unit) => {
            format!("{} không nhận phần nào của đơn vị bị chia. Bỏ dòng này.", name(unit))
        }
        EventProblem::ShareMissing(unit) => {
            format!("Thiếu phần của {}. Gõ 0 nếu không nhận phần nào.", name(unit))
        }
        EventProblem::NotHundred(sum) => {
            format!("Các tỷ lệ cộng lại là {sum}%, phải bằng 100%. Sửa lại từng phần.")
        }
        EventProblem::Weight { unit, weight } => format!(
            "Phần của {} là {weight}: không nhận số âm; số khu dân cư phải là số nguyên. Gõ lại.",
            name(unit)
        ),
        EventProblem::NoWeight => "Mọi phần đều bằng 0. Gõ ít nhất một phần lớn hơn 0.".to_owned(),
        EventProblem::DuplicateKey(key) => {
            format!("Mã “{key}” đã là của đơn vị khác. Đặt mã khác: chữ U và số, ví dụ U12.")
        }
        EventProblem::MalformedKey(key) => {
            format!("“{key}” không làm mã đơn vị tự lập được. Mã là chữ U và số, ví dụ U1.")
        }
        EventProblem::HasMembers { unit, member, count } => format!(
            "{} còn {count} đơn vị trực thuộc ({}…). Chuyển hoặc giải thể các đơn vị ấy trước.",
            name(unit),
            name(member)
        ),
        EventProblem::Namesake { unit, other } => format!(
            "{} trùng loại và tên với {} trong cùng đơn vị cấp trên. Sửa tên, hoặc bỏ một đơn vị.",
            name(unit),
            name(other)
        ),
        EventProblem::CreatedInVain(unit) => format!(
            "{} được lập mà không nhận phần nào. Thêm vào các phần, hoặc bỏ đơn vị này.",
            name(unit)
        ),
        EventProblem::TooMany => "Danh mục đơn vị đã đầy, không thêm được nữa.".to_owned(),
        _ => "Biến động này không ghi được. Kiểm tra lại các đơn vị được nêu.".to_owned(),
    }
}

const fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "tên",
        Aspect::Kind => "loại",
        Aspect::Parent => "cấp trên",
        Aspect::Territory => "địa giới",
        Aspect::Share => "tỷ lệ phân bổ",
    }
}
