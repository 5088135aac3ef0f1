//! Printed names of authorities.

use super::*;

#[test]
fn a_printed_name_means_one_authority() {
    let tables = tables();
    let on = day(2024, 6, 1);
    for (printed, code) in [
        ("Bộ Công an", "bo_truong_bca"),
        ("Bộ trưởng Bộ Công an", "bo_truong_bca"),
        ("UBND tỉnh Hải Dương", "chu_tich_ubnd_tinh"),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "chu_tich_ubnd_tinh"),
        ("Uỷ ban  nhân dân tỉnh", "chu_tich_ubnd_tinh"),
        ("Giám đốc Công an tỉnh", "giam_doc_cat"),
        ("CAT", "giam_doc_cat"),
        ("UBND TP. Hải Phòng", "chu_tich_ubnd_tinh"),
        ("UBND TP.HCM", "chu_tich_ubnd_tinh"),
        ("UBND thành phố Lạng Sơn", "chu_tich_ubnd_huyen"),
        ("UBND huyện Hàm Yên", "chu_tich_ubnd_huyen"),
        ("UBND xã Yên Thủy", "chu_tich_ubnd_xa"),
        ("Chủ tịch UBND phường", "chu_tich_ubnd_xa"),
        ("Thủ tướng Chính phủ", "thu_tuong"),
        ("Chính phủ", "thu_tuong"),
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "thu_truong_khac"),
    ] {
        let found = tables.recognise(printed, Some(on)).map(|it| it.code.as_str());
        assert_eq!(found, Some(code), "{printed}");
    }
    for unknown in ["các cấp", "Ban Chỉ đạo 138 tỉnh", "", "Công"] {
        assert_eq!(tables.recognise(unknown, Some(on)), None, "{unknown} names no authority");
    }
}

#[test]
fn a_city_is_of_the_province_s_rank_from_the_day_on_which_it_is() {
    let tables = tables();
    let code = |printed, day| tables.recognise(printed, Some(day)).map(|it| it.code.clone());
    let hue = "Chủ tịch UBND thành phố Huế";
    assert_eq!(code(hue, day(2024, 12, 31)).as_deref(), Some("chu_tich_ubnd_huyen"));
    assert_eq!(code(hue, day(2025, 1, 1)).as_deref(), Some("chu_tich_ubnd_tinh"));
    // Alone, the name of a city means the only kind of city there is since 01/07/2025.
    assert_eq!(code("UBND thành phố", day(2025, 7, 1)).as_deref(), Some("chu_tich_ubnd_tinh"));
}
