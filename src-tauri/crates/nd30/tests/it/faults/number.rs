//! Số, ký hiệu, địa danh and date.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    const NATION: &str = "CỘNG HÒA";
    const PLACE: &str = "ngày 05 tháng 6";
    vec![
        fault("không có số, ký hiệu", Check::NumberMissing, |doc| doc.remove("Số: 05")),
        fault("số thiếu hai chấm", Check::NumberForm, |doc| {
            doc.para("Số: 05").swap("Số:", "Số")
        }),
        fault("số có dấu cách", Check::NumberForm, |doc| {
            doc.para("Số: 05").swap("05/BC-BCĐ", "05 / BC - BCĐ");
        }),
        fault("số thiếu 0", Check::NumberPadding, |doc| doc.para("Số: 05").swap("05", "5")),
        fault("ký hiệu chữ thường", Check::SymbolCapitals, |doc| {
            doc.para("Số: 05").swap("BCĐ", "BCđ");
        }),
        fault("số cỡ 14", Check::NumberLook, |doc| size(doc.para("Số: 05"), 14)),
        fault("số đậm", Check::NumberLook, |doc| bold(doc.para("Số: 05"), true)),
        fault("không có ngày", Check::DateMissing, |doc| doc.remove("ngày 05 tháng 6")),
        fault("ghi ngày 05/6/2026", Check::DateForm, |doc| {
            doc.para(PLACE).say("Sông Mẫu, 05/6/2026");
        }),
        fault("thiếu phẩy sau địa danh", Check::DateForm, |doc| {
            doc.para(PLACE).swap("Dụ,", "Dụ")
        }),
        fault("tháng 06", Check::DatePadding, |doc| doc.para(PLACE).swap("tháng 6", "tháng 06")),
        fault("ngày 5", Check::DatePadding, |doc| doc.para(PLACE).swap("ngày 05", "ngày 5")),
        fault("ngày 31 tháng 6", Check::DateReal, |doc| doc.para(PLACE).swap("05", "31")),
        fault("ngày tháng đứng", Check::DateLook, |doc| italic(doc.para(PLACE), false)),
        fault("ngày khác hàng với số", Check::DateRow, |doc| {
            let rows = &mut table(doc, NATION).rows;
            let date = rows[1][1].remove(0);
            rows[0][1].push(date);
        }),
    ]
}
