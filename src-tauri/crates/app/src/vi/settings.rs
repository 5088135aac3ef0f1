//! The dated settings: keys, labels and how they are typed.

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
pub const KEYS: [SettingSpec; 9] = [
    spec("committee.name", "Tên đầy đủ của Ban Chỉ đạo", "Đúng như quyết định kiện toàn."),
    spec("committee.short_name", "Tên gọi tắt", "Ví dụ: Ban Chỉ đạo 138."),
    spec("calendar.kdc", "Kỳ của khu dân cư", DAYS),
    spec("calendar.chung", "Kỳ của xã, cơ quan, doanh nghiệp, cơ sở giáo dục", DAYS),
    spec("calendar.cong_an", "Năm thống kê của Công an", DAYS),
    spec("award.base_salary", "Mức lương cơ sở (đồng)", "Ví dụ 2.530.000, có ngày bắt đầu."),
    spec(
        "award.rounding",
        "Cách làm tròn tiền thưởng",
        "up:10000 là tròn lên hàng chục nghìn; down, nearest là tròn xuống, tròn gần nhất; none là giữ nguyên.",
    ),
    spec(
        "standard.commune_share",
        "Tỷ lệ khu dân cư đạt để xã đạt (%)",
        "Theo hướng dẫn của tỉnh.",
    ),
    spec("report.percent_places", "Số chữ số thập phân của tỷ lệ", "0, 1 hoặc 2."),
];

/// Headings, with the settings under them.
pub const GROUPS: [(&str, &[&str]); 4] = [
    ("Ban Chỉ đạo", &["committee.name", "committee.short_name"]),
    ("Lịch báo cáo", &["calendar.kdc", "calendar.chung", "calendar.cong_an"]),
    ("Tiền thưởng", &["award.base_salary", "award.rounding"]),
    ("Tiêu chuẩn và cách in", &["standard.commune_share", "report.percent_places"]),
];
