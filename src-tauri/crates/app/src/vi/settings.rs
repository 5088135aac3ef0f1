//! The dated settings: keys, labels and how they are typed.

use super::awards::{candidates, money};
use crate::awards::Names;
use bc138_awards::own::{OwnValue, TableValue};
use bc138_awards::threshold::Criterion;
use bc138_domain::MedalClass;

/// One setting.
#[derive(Debug, Clone, Copy)]
pub struct SettingSpec {
    /// Key.
    pub key: &'static str,
    /// Label.
    pub label: &'static str,
    /// How to type it.
    pub hint: &'static str,
}

const fn spec(key: &'static str, label: &'static str, hint: &'static str) -> SettingSpec {
    SettingSpec { key, label, hint }
}

const DAYS: &str = "Ngày/tháng đầu và cuối, ví dụ 16/11-15/11.";

/// Every setting that the window shows.
pub const KEYS: &[SettingSpec] = &[
    spec("committee.name", "Tên đầy đủ của Ban Chỉ đạo", "Đúng như quyết định kiện toàn."),
    spec("committee.short_name", "Tên gọi tắt", "Ví dụ: Ban Chỉ đạo 138."),
    spec("calendar.kdc", "Kỳ của khu dân cư", DAYS),
    spec("calendar.chung", "Kỳ của xã, cơ quan, doanh nghiệp, cơ sở giáo dục", DAYS),
    spec("calendar.cong_an", "Năm thống kê của Công an", DAYS),
    spec("award.base_salary", "Mức lương cơ sở (đồng)", "Ví dụ 2.530.000, có ngày bắt đầu."),
    spec(
        "award.rounding",
        "Cách làm tròn tiền thưởng",
        "“lên 10.000” là tròn lên hàng chục nghìn; cũng nhận xuống, gần nhất, giữ nguyên.",
    ),
    spec(
        "standard.commune_share",
        "Tỷ lệ khu dân cư đạt để xã đạt (%)",
        "Theo hướng dẫn của tỉnh.",
    ),
    spec("report.percent_places", "Số chữ số thập phân của tỷ lệ", "0, 1 hoặc 2."),
    spec(
        "committee.parent",
        "Cơ quan chủ quản",
        "In trên tên Ban Chỉ đạo. Để trống thì in UBND của tỉnh, thành phố, xã, phường lập hồ sơ.",
    ),
    spec(
        "report.symbol",
        "Ký hiệu báo cáo",
        "Phần sau số của báo cáo, gồm tên loại và cơ quan. Ví dụ: BC-BCĐ.",
    ),
    spec(
        "letter.symbol",
        "Ký hiệu công văn",
        "Phần sau số của công văn, gồm cơ quan và đơn vị soạn thảo. Ví dụ: BCĐ-CAT.",
    ),
    spec("report.place", "Địa danh", "In trước ngày, tháng, năm. Để trống thì in tên địa phương."),
    spec(
        "report.addressees",
        "Kính gửi",
        "Các nơi nhận báo cáo cấp trên, cách nhau bằng dấu chấm phẩy.",
    ),
    spec(
        "report.recipients",
        "Nơi nhận",
        "Các dòng nơi nhận, cách nhau bằng dấu chấm phẩy; dòng cuối là nơi lưu.",
    ),
    spec(
        "signer.role",
        "Chức danh người ký trong Ban Chỉ đạo",
        "Gõ Trưởng Ban: máy in “TM. BAN CHỈ ĐẠO”. Gõ Phó Trưởng Ban: máy in “KT. TRƯỞNG BAN”. \
         Không gõ TM., KT.",
    ),
    spec(
        "signer.name",
        "Họ tên người ký",
        "Chỉ gõ cấp bậc (nếu có) và họ tên, ví dụ: Đại tá Nguyễn Văn A. Không gõ chức vụ, học \
         hàm, học vị.",
    ),
    spec(
        "report.sizes",
        "Bộ cỡ chữ của văn bản",
        "13/14/14 hoặc 12/13/13 (Nghị định 30/2020/NĐ-CP).",
    ),
    spec(
        "certificate.pre_printed",
        "In lên phôi giấy khen có sẵn",
        "Có: chỉ in phần chữ điền. Không: in cả khung chữ. In thử trước bằng tờ thử.",
    ),
    spec(
        "certificate.shift_right",
        "Dịch chữ giấy khen sang phải (mm)",
        "Ví dụ: 1,5; số âm thì dịch sang trái.",
    ),
    spec(
        "certificate.shift_down",
        "Dịch chữ giấy khen xuống dưới (mm)",
        "Ví dụ: 2; số âm thì dịch lên trên.",
    ),
    spec(
        "signer.post",
        "Chức vụ người ký ở cơ quan",
        "In dưới chức danh trong Ban Chỉ đạo. Ví dụ: Chủ tịch UBND tỉnh.",
    ),
];

/// What holds where the office says nothing, shown beside its own values.
pub const DEFAULTS: &[(&str, &str)] = &[
    ("certificate.pre_printed", "không"),
    ("certificate.shift_right", "0"),
    ("certificate.shift_down", "0"),
    ("committee.short_name", "Ban Chỉ đạo 138"),
    ("report.percent_places", "1"),
    ("report.symbol", "BC-BCĐ"),
    ("letter.symbol", "BCĐ"),
    ("report.recipients", "Như trên; Thành viên Ban Chỉ đạo; Lưu: VT"),
    ("signer.role", "Trưởng Ban"),
    ("report.sizes", "13/14/14"),
];

/// Settings that take one of a few values.
pub const CHOICES: &[(&str, &[&str])] = &[
    ("report.percent_places", &["0", "1", "2"]),
    ("report.sizes", &["13/14/14", "12/13/13"]),
    ("certificate.pre_printed", &["không", "có"]),
];

/// The remark beside a value that is built in.
pub const BUILT_IN: &str = "Giá trị có sẵn của chương trình.";

/// Headings, with the settings under them.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("Ban Chỉ đạo", &["committee.name", "committee.short_name", "committee.parent"]),
    (
        "Thể thức văn bản",
        &[
            "report.symbol",
            "letter.symbol",
            "report.place",
            "report.addressees",
            "report.recipients",
            "signer.role",
            "signer.name",
            "signer.post",
            "report.sizes",
        ],
    ),
    ("Lịch báo cáo", &["calendar.kdc", "calendar.chung", "calendar.cong_an"]),
    ("Tiền thưởng", &["award.base_salary", "award.rounding"]),
    ("Tiêu chuẩn và cách in", &["standard.commune_share", "report.percent_places"]),
    (
        "In giấy khen",
        &["certificate.pre_printed", "certificate.shift_right", "certificate.shift_down"],
    ),
];

const COEFFICIENTS: &str = "Hệ số tiền thưởng (số lần mức lương cơ sở)";
const MULTIPLIERS: &str = "Mức của tập thể, hộ gia đình (số lần mức của cá nhân)";
const THRESHOLDS: &str = "Ngưỡng gợi ý khen thưởng";

/// Headings of the settings of awards.
pub(crate) const AWARD_GROUPS: [&str; 3] = [COEFFICIENTS, MULTIPLIERS, THRESHOLDS];

/// The heading under which a setting of awards stands; none for those among the others.
pub(crate) const fn award_group(own: &OwnValue) -> Option<&'static str> {
    match own {
        OwnValue::BaseSalary | OwnValue::Rounding => None,
        OwnValue::Coefficient { .. } => Some(COEFFICIENTS),
        OwnValue::Multiplier { .. } => Some(MULTIPLIERS),
        OwnValue::Threshold { .. } => Some(THRESHOLDS),
    }
}

/// “Bằng khen · Chủ tịch UBND tỉnh, thành phố · cá nhân”.
pub(crate) fn award_label(own: &OwnValue, names: &Names) -> String {
    let parts = match own {
        OwnValue::BaseSalary | OwnValue::Rounding => {
            let key = own.key();
            let spec = KEYS.iter().find(|spec| spec.key == key);
            return spec.map_or(key.clone(), |spec| spec.label.to_owned());
        }
        OwnValue::Coefficient { form, authority, recipient, class } => {
            let form = names.name(form);
            let form = class.map_or(form.to_owned(), |it| format!("{form} {}", class_words(it)));
            vec![form, names.name(authority).to_owned(), recipient.noun().to_owned()]
        }
        OwnValue::Multiplier { form, recipient } => {
            vec![names.name(form).to_owned(), recipient.noun().to_owned()]
        }
        OwnValue::Threshold { form, authority, criterion } => vec![
            names.name(form).to_owned(),
            names.name(authority).to_owned(),
            criterion_words(*criterion).to_owned(),
        ],
    };
    parts.join(" · ")
}

const fn class_words(class: MedalClass) -> &'static str {
    match class {
        MedalClass::First => "hạng Nhất",
        MedalClass::Second => "hạng Nhì",
        MedalClass::Third => "hạng Ba",
    }
}

const fn criterion_words(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::StreakYears => "số năm liền đạt tiêu chuẩn",
        Criterion::GradeAtLeast => "mức phân loại phong trào",
        Criterion::RateAtLeast => "tỷ lệ khu dân cư đạt (%)",
        Criterion::YearsSinceSameForm => "số năm cách lần trước",
    }
}

/// How a setting of awards is typed.
pub(crate) const fn award_hint(own: &OwnValue) -> &'static str {
    match own {
        OwnValue::BaseSalary | OwnValue::Rounding => "",
        OwnValue::Coefficient { .. } | OwnValue::Multiplier { .. } => "Ví dụ 1,5.",
        OwnValue::Threshold { criterion, .. } => match criterion {
            Criterion::StreakYears | Criterion::YearsSinceSameForm => "Số năm, từ 1.",
            Criterion::GradeAtLeast => "4 là Xuất sắc, 3 là Khá, 2 là Trung bình, 1 là Yếu.",
            Criterion::RateAtLeast => "Phần trăm, ví dụ 80.",
        },
    }
}

/// Where a value of the tables comes from, and what in it is not verified.
pub(crate) fn award_note(value: &TableValue) -> String {
    if value.article.is_empty() {
        return if value.confirmed { value.note.clone() } else { candidates::ASSUMED.to_owned() };
    }
    let unverified = money::unverified(value.confirmed, &value.note);
    std::iter::once(value.article.clone()).chain(unverified).collect::<Vec<_>>().join(" · ")
}
