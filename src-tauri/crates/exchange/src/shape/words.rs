//! The words of enumerations: that of the canonical form, and the Vietnamese terms that are read
//! beside it.

/// Each word of an enumeration with its Vietnamese terms.
pub(crate) type Words = &'static [(&'static str, &'static [&'static str])];

/// The canonical word of what was written, without regard to capitals.
pub(crate) fn find(words: Words, written: &str) -> Option<&'static str> {
    let lower = written.to_lowercase();
    words
        .iter()
        .find(|(word, terms)| *word == lower || terms.contains(&lower.as_str()))
        .map(|(word, _)| *word)
}

/// Every enumeration.
const ALL: &[Words] = &[
    DOSSIER_KIND,
    SESSION,
    MEETING_FORM,
    ACT,
    BASIS_ROLE,
    ROLE,
    OCCASION,
    PASSAGE_ROLE,
    INDICATOR_KIND,
    OVER_UNITS,
    OVER_TIME,
    COVER,
    NATURE,
    STATE,
    QUALIFIER,
    ORIGIN,
    SCOPE_TYPE,
    AMOUNT_TYPE,
    OPERATOR,
    RECIPIENT,
    PHRASING,
    DECISION_KIND,
    MEDAL_CLASS,
    LEVEL,
    UNIT_KIND,
    SHARE_METHOD,
    UNIT_ACT,
    YEAR_STEP,
];

/// The Vietnamese term of a canonical word, of whichever enumeration it is.
#[must_use]
pub fn term(word: &str) -> Option<&'static str> {
    let all = ALL.iter().flat_map(|words| words.iter());
    all.filter(|(canonical, _)| *canonical == word).find_map(|(_, terms)| terms.first().copied())
}

pub(crate) const DOSSIER_KIND: Words = &[
    ("annual", &["tổng kết năm", "năm"]),
    ("review", &["sơ kết, tổng kết nhiều năm", "nhiều năm", "giai đoạn"]),
];

pub(crate) const SESSION: Words =
    &[("morning", &["sáng"]), ("afternoon", &["chiều"]), ("whole_day", &["cả ngày", "ngày"])];

pub(crate) const MEETING_FORM: Words = &[
    ("in_person", &["trực tiếp"]),
    ("online", &["trực tuyến"]),
    ("hybrid", &["trực tiếp kết hợp trực tuyến", "kết hợp"]),
];

pub(crate) const ACT: Words = &[
    ("interim_review", &["sơ kết"]),
    ("final_review", &["tổng kết"]),
    ("launch", &["phát động"]),
    ("rollout", &["triển khai"]),
];

pub(crate) const BASIS_ROLE: Words = &[
    ("reviewed", &["được đánh giá", "được sơ kết", "được tổng kết"]),
    ("announced", &["triển khai tại hội nghị", "triển khai"]),
    ("ahead", &["thực hiện thời gian tới", "thời gian tới"]),
];

pub(crate) const ROLE: Words = &[
    ("chair", &["chủ trì"]),
    ("delegate", &["đại biểu", "dự", "dự hội nghị"]),
    ("group", &["nhóm đại biểu", "nhóm"]),
    ("presenter", &["trình bày báo cáo", "báo cáo"]),
    ("speaker", &["phát biểu"]),
];

pub(crate) const OCCASION: Words = &[
    ("remarks", &["tại hội nghị", "phát biểu tại hội nghị"]),
    ("directive", &["chỉ đạo", "phát biểu chỉ đạo", "phát biểu chỉ đạo hội nghị"]),
    ("conclusion", &["kết luận", "phát biểu kết luận", "phát biểu kết luận hội nghị"]),
];

pub(crate) const PASSAGE_ROLE: Words = &[
    ("leadership", &["lãnh đạo, chỉ đạo", "lãnh đạo", "chỉ đạo"]),
    ("assessment", &["đánh giá chung", "đánh giá"]),
    ("outcome", &["chuyển biến, tình hình", "chuyển biến", "tình hình"]),
    ("discussion", &["tham luận"]),
    ("task", &["nhiệm vụ"]),
    ("shortcoming", &["tồn tại, hạn chế", "tồn tại", "hạn chế"]),
    ("proposal", &["kiến nghị, đề xuất", "kiến nghị", "đề xuất"]),
];

pub(crate) const INDICATOR_KIND: Words = &[
    ("stock", &["số tại ngày chốt", "hiện có"]),
    ("flow", &["phát sinh trong kỳ", "phát sinh"]),
    ("ratio", &["đạt/tổng", "đạt/tổng số"]),
    ("percent", &["tỷ lệ công bố", "tỷ lệ", "%"]),
    ("money", &["tiền"]),
    ("distribution", &["phân loại"]),
    ("text", &["chữ"]),
];

pub(crate) const OVER_UNITS: Words = &[
    ("sum", &["cộng"]),
    ("ratio_of_sums", &["tổng chia tổng"]),
    ("distinct_names", &["đếm tên khác nhau"]),
    ("from_register", &["theo danh mục đơn vị"]),
    ("not", &["không tổng hợp"]),
];

pub(crate) const OVER_TIME: Words =
    &[("sum", &["cộng"]), ("last", &["lấy kỳ cuối"]), ("not", &["không tổng hợp"])];

pub(crate) const COVER: Words =
    &[("complete", &["đủ loại"]), ("open", &["còn loại khác"]), ("overlapping", &["đa trị"])];

pub(crate) const NATURE: Words = &[
    ("stock", &["duy trì", "hiện có"]),
    ("flow", &["phát sinh"]),
    ("new", &["xây dựng mới", "mới"]),
    ("cumulative", &["lũy kế"]),
];

pub(crate) const STATE: Words = &[
    ("value", &["có số"]),
    ("zero", &["không phát sinh"]),
    ("not_reported", &["chưa báo cáo"]),
    ("not_applicable", &["không áp dụng"]),
    ("estimate", &["ước tính"]),
];

pub(crate) const QUALIFIER: Words = &[
    ("nearly", &["gần"]),
    ("above", &["trên"]),
    ("more_than", &["hơn"]),
    ("about", &["khoảng"]),
    ("estimated", &["ước"]),
    ("at_least", &["ít nhất"]),
    ("from_up", &["từ … trở lên", "từ ... trở lên"]),
    ("below", &["dưới"]),
    ("exceeding", &["vượt"]),
];

pub(crate) const ORIGIN: Words = &[
    ("typed", &["gõ"]),
    ("pasted", &["dán"]),
    ("imported", &["nhập tệp"]),
    ("read_from_text", &["đọc từ văn bản"]),
    ("computed", &["tính ra"]),
];

pub(crate) const SCOPE_TYPE: Words = &[
    ("province", &["toàn tỉnh"]),
    ("unit", &["đơn vị"]),
    ("set", &["nhóm đơn vị"]),
    ("country", &["cả nước"]),
];

pub(crate) const AMOUNT_TYPE: Words = &[
    ("number", &["số"]),
    ("ratio", &["đạt/tổng", "đạt/tổng số"]),
    ("percent", &["tỷ lệ", "%"]),
    ("words", &["bằng chữ", "chữ"]),
    ("money", &["tiền"]),
    ("quantity", &["đại lượng"]),
];

pub(crate) const OPERATOR: Words = &[
    ("exactly", &["đúng mức"]),
    ("at_least", &["từ … trở lên", "từ ... trở lên", "ít nhất"]),
    ("more_than", &["trên"]),
    ("at_most", &["không quá"]),
];

pub(crate) const RECIPIENT: Words = &[
    ("collective", &["tập thể"]),
    ("person", &["cá nhân"]),
    ("household", &["hộ gia đình", "hộ"]),
];

pub(crate) const PHRASING: Words = &[
    ("giver_first", &["tặng cho", "tặng"]),
    ("granted", &["được tặng"]),
    ("received", &["được nhận"]),
];

pub(crate) const DECISION_KIND: Words = &[
    ("regular", &["thường xuyên"]),
    ("thematic", &["theo chuyên đề", "chuyên đề"]),
    ("unplanned", &["đột xuất"]),
];

pub(crate) const MEDAL_CLASS: Words = &[
    ("first", &["hạng nhất", "nhất"]),
    ("second", &["hạng nhì", "nhì"]),
    ("third", &["hạng ba", "ba"]),
];

pub(crate) const LEVEL: Words = &[
    ("province", &["cấp tỉnh", "tỉnh"]),
    ("district", &["cấp huyện", "huyện"]),
    ("commune", &["cấp xã", "xã"]),
    ("residential", &["khu dân cư"]),
    ("body", &["cơ quan, doanh nghiệp, cơ sở giáo dục"]),
];

pub(crate) const UNIT_KIND: Words = &[
    ("province", &["tỉnh"]),
    ("city", &["thành phố"]),
    ("urban_district", &["quận"]),
    ("district", &["huyện"]),
    ("town", &["thị xã"]),
    ("commune", &["xã"]),
    ("ward", &["phường"]),
    ("township", &["thị trấn"]),
    ("special_zone", &["đặc khu"]),
    ("residential", &["khu dân cư"]),
    ("agency", &["cơ quan"]),
    ("enterprise", &["doanh nghiệp"]),
    ("school", &["cơ sở giáo dục"]),
];

pub(crate) const SHARE_METHOD: Words = &[
    ("residential_count", &["theo số khu dân cư"]),
    ("by_hand", &["theo tỷ lệ nhập tay"]),
    ("none", &["không phân bổ"]),
];

pub(crate) const UNIT_ACT: Words = &[
    ("create", &["thành lập"]),
    ("rename", &["đổi tên"]),
    ("retype", &["đổi loại"]),
    ("move", &["chuyển"]),
    ("merge", &["nhập"]),
    ("split", &["chia"]),
    ("abolish", &["giải thể"]),
    ("share", &["tỷ lệ phân bổ"]),
];

pub(crate) const YEAR_STEP: Words =
    &[("approve", &["duyệt"]), ("close", &["khóa sổ"]), ("reopen", &["mở lại sổ", "mở lại"])];

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_domain as domain;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    /// The words that the domain's own reader names when it is given another.
    fn words_of<T: DeserializeOwned>(value: Value) -> Vec<String> {
        let message = serde_json::from_value::<T>(value).err().unwrap().to_string();
        message.split('`').skip(1).step_by(2).skip(1).map(str::to_owned).collect()
    }

    fn assert_same<T: DeserializeOwned>(words: Words) {
        let table: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        assert_eq!(words_of::<T>(json!("?")), table, "the table follows the domain");
    }

    #[test]
    fn every_word_has_its_term() {
        let words = ALL.iter().flat_map(|words| words.iter().map(|(word, _)| *word));
        let without: Vec<&str> = words.filter(|word| term(word).is_none()).collect();
        assert!(without.is_empty(), "{without:?} would be shown in English");
    }

    #[test]
    fn every_word_of_the_domain_stands_in_the_tables() {
        assert_same::<domain::DossierKind>(DOSSIER_KIND);
        assert_same::<domain::Session>(SESSION);
        assert_same::<domain::MeetingForm>(MEETING_FORM);
        assert_same::<domain::Act>(ACT);
        assert_same::<domain::BasisRole>(BASIS_ROLE);
        assert_same::<domain::Role>(ROLE);
        assert_same::<domain::Occasion>(OCCASION);
        assert_same::<domain::PassageRole>(PASSAGE_ROLE);
        assert_same::<domain::IndicatorKind>(INDICATOR_KIND);
        assert_same::<domain::catalogue::OverUnits>(OVER_UNITS);
        assert_same::<domain::catalogue::OverTime>(OVER_TIME);
        assert_same::<domain::Nature>(NATURE);
        assert_same::<domain::State>(STATE);
        assert_same::<domain::Qualifier>(QUALIFIER);
        assert_same::<domain::Origin>(ORIGIN);
        assert_same::<domain::Operator>(OPERATOR);
        assert_same::<domain::Recipient>(RECIPIENT);
        assert_same::<domain::Phrasing>(PHRASING);
        assert_same::<domain::DecisionKind>(DECISION_KIND);
        assert_same::<domain::MedalClass>(MEDAL_CLASS);
        assert_same::<domain::Level>(LEVEL);
        assert_same::<domain::UnitKind>(UNIT_KIND);
        assert_same::<domain::ShareMethod>(SHARE_METHOD);
        assert_same::<domain::YearStep>(YEAR_STEP);
    }

    #[test]
    fn every_tag_of_the_domain_stands_in_the_tables() {
        let tags = |words: Words| words.iter().map(|(word, _)| *word).collect::<Vec<_>>();
        assert_eq!(words_of::<domain::Scope>(json!({"type": "?"})), tags(SCOPE_TYPE));
        assert_eq!(words_of::<domain::Amount>(json!({"type": "?"})), tags(AMOUNT_TYPE));
        assert_eq!(words_of::<domain::UnitAct>(json!({"act": "?"})), tags(UNIT_ACT));
    }

    #[test]
    fn terms_are_read_without_regard_to_capitals_and_mean_one_thing_each() {
        assert_eq!(find(ROLE, "Chủ trì"), Some("chair"));
        assert_eq!(find(ROLE, "chair"), Some("chair"));
        assert_eq!(find(ROLE, "chủ tọa"), None);
        for words in [ROLE, PASSAGE_ROLE, ACT, OCCASION, STATE, QUALIFIER, NATURE, UNIT_KIND] {
            let mut all: Vec<&str> = words.iter().flat_map(|(_, terms)| *terms).copied().collect();
            all.extend(words.iter().map(|(word, _)| *word));
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "no term stands for two words");
        }
    }
}
