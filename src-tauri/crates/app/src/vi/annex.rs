//! Words of annexes, letters to units, blank forms and the list of changes.

use super::table::coverage;
use bc138_domain::{Fixed, date};
use bc138_series::Total;
use chrono::NaiveDate;

/// Head of the column of units.
pub(crate) const UNIT: &str = "Đơn vị";
/// Head of the column of row numbers.
pub(crate) const NUMBER: &str = "TT";
/// Head of the column of remarks.
pub(crate) const REMARKS: &str = "Ghi chú";
/// The row of totals.
pub(crate) const GRAND_TOTAL: &str = "TỔNG CỘNG";
/// Printed where nothing was reported.
pub(crate) const MISSING: &str = "-";
/// Printed where there is nothing of the kind.
pub(crate) const NOT_APPLICABLE: &str = "x";
/// Printed behind an estimate, and behind an award that is in no sum.
pub(crate) const ESTIMATE: &str = "*";
/// Printed where there is no annex.
pub(crate) const NO_ANNEX: &str = "Hồ sơ chưa có số liệu để lập phụ lục.";
/// Explains the signs of a table.
pub(crate) const LEGEND: &str =
    "Ký hiệu: “-” chưa báo cáo; “x” không thuộc diện; “0” không phát sinh; “*” số ước tính.";
/// A table without numbers of units.
pub(crate) const FIGURES_ONLY: &str =
    "Chưa có số liệu từng đơn vị; bảng in các số như báo cáo nêu, mỗi số một dòng.";
/// The whole country as a row.
pub(crate) const COUNTRY: &str = "Cả nước";
/// Unit of money.
pub(crate) const DONG: &str = "đồng";
/// Begins the reference of an annex to its report.
pub(crate) const GOES_WITH: &str = "Kèm theo Báo cáo";
/// Behind a count of several kinds of recipients together.
pub(crate) const TOGETHER: &str = "(chung)";
/// Says why an award is in no sum.
pub(crate) const NOT_COUNTED: &str =
    "“*” không tính vào tổng: số của riêng một địa phương, số tổng hợp cả năm hoặc đã thu hồi.";
/// Says why a share is in no sum.
pub(crate) const COUNTED_TOGETHER: &str =
    "“(chung)”: nguồn ghi chung tập thể và cá nhân, không cộng vào từng cột.";

/// “TỔNG CỘNG (166/170 đơn vị đã báo cáo)”.
pub(crate) fn grand_total(reported: usize, units: usize) -> String {
    format!("{GRAND_TOTAL} ({reported}/{units} đơn vị đã báo cáo)")
}

/// The windows of a table.
pub(crate) fn windows(days: &[String]) -> String {
    format!("Kỳ số liệu: {}.", days.join("; "))
}

/// Columns with other reports than the table as a whole.
pub(crate) fn reported(columns: &[(String, Total)]) -> String {
    let column = |(title, total): &(String, Total)| format!("{title} {}", coverage(total));
    let columns: Vec<String> = columns.iter().map(column).collect();
    format!("Số đơn vị đã báo cáo ở từng cột: {}.", columns.join("; "))
}

/// The heading of a column of numbers that are not of the usual nature.
pub(crate) fn of_nature(title: &str, nature: bc138_domain::Nature) -> String {
    format!("{title} ({})", crate::vi::table::nature(nature))
}

/// The heading of a column of x/y: “Đạt/tổng số”.
pub(crate) fn joined(value: &str, whole: &str) -> String {
    format!("{value}/{}", whole.to_lowercase())
}

/// A column under its heading.
pub(crate) fn under(heading: &str, column: &str) -> String {
    match heading.is_empty() {
        true => column.to_owned(),
        false => format!("{heading} – {column}"),
    }
}

/// Columns that nobody has a number in.
pub(crate) fn left_out(columns: &[String]) -> String {
    format!("Không in vì chưa đơn vị nào có số: {}.", columns.join("; "))
}

/// A figure of the report that is not the sum of its units.
pub(crate) fn stated_otherwise(name: &str, stated: &str, sum: &str, difference: &str) -> String {
    format!(
        "{name}: báo cáo nêu {stated}, các đơn vị cộng lại {sum}, lệch {difference}; \
         giữ nguyên cả hai số, đề nghị kiểm tra."
    )
}

/// “+7”, “-4”, “0”.
pub(crate) fn signed(value: Fixed) -> String {
    let sign = if value > Fixed::default() { "+" } else { "" };
    format!("{sign}{value}")
}

/// How many units are named in a note.
const NAMED: usize = 10;

/// Rows whose columns do not agree.
pub(crate) fn disagreement(rule: &str, units: &[&str]) -> String {
    format!("Chưa khớp “{rule}”: {}.", some_of(units))
}

/// The first units of a list, and how many more there are.
fn some_of(units: &[impl AsRef<str>]) -> String {
    let named: Vec<&str> = units.iter().take(NAMED).map(AsRef::as_ref).collect();
    let more = match units.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" và {more} đơn vị khác"),
    };
    format!("{}{more}", named.join(", "))
}

/// A remark on one number.
pub(crate) fn remark(number: usize, unit: &str, indicator: &str, text: &str) -> String {
    format!("({number}) {unit}, {indicator}: {text}.")
}

/// Text of a cell that could not be read.
pub(crate) fn unread(text: &str) -> String {
    format!("ô còn chữ chưa đọc được “{text}”")
}

/// Awards whose money is not known.
pub(crate) fn money_missing(awards: usize) -> String {
    format!("{awards} khen thưởng chưa đủ căn cứ tính tiền thưởng, không có trong tổng.")
}

/// “8812/QĐ-BCA, ngày 20/12/2025”.
pub(crate) fn decision(number: Option<&str>, day: Option<NaiveDate>) -> String {
    let day = day.map(|day| format!("ngày {}", date::full(day)));
    let parts = [number.map(str::to_owned), day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Words of the columns of a review.
pub(crate) mod review {
    use super::some_of;
    use bc138_domain::date;
    use chrono::NaiveDate;

    /// Head of the sum of all years.
    pub(crate) const WHOLE: &str = "Cả kỳ";
    /// Head of the last year, which stands for all.
    pub(crate) const LAST: &str = "Cuối kỳ";

    /// Years that cannot be added.
    pub(crate) fn seams(title: &str) -> String {
        format!(
            "{title}: không cộng các năm, vì kỳ số liệu giữa các năm trùng ngày hoặc cách quãng."
        )
    }

    /// Indicators whose definition changed between the years.
    pub(crate) fn redefined(names: &[String], day: NaiveDate, basis: &str) -> String {
        let basis = if basis.is_empty() { String::new() } else { format!(" theo {basis}") };
        let (names, day) = (names.join("; "), date::full(day));
        format!(
            "Nội dung chỉ tiêu thay đổi từ {day}{basis}, số trước và sau ngày này không so sánh \
             trực tiếp được: {names}."
        )
    }

    /// A unit that did not report every year.
    pub(crate) fn some_years(unit: &str, reported: usize, years: usize) -> String {
        format!("{unit} ({reported}/{years} năm)")
    }

    /// A sum that lacks years of units.
    pub(crate) fn lacking(title: &str, units: &[String]) -> String {
        format!("{title}: chỉ cộng các năm đã báo cáo của {}.", some_of(units))
    }
}

/// Words of a review over a rearrangement of units.
pub(crate) mod era {
    /// Head of the rows of years.
    pub(crate) const YEAR: &str = "Năm";
    /// What the table of years is.
    pub(crate) const SUMMARY: &str = "Tổng hợp theo năm";
    /// What the years make together.
    pub(crate) const WHOLE: &str = "CẢ KỲ (số hiện có: cuối kỳ)";

    /// “1. Tổng hợp theo năm”.
    pub(crate) fn numbered(number: usize, caption: &str) -> String {
        format!("{number}. {caption}")
    }

    /// “Năm 2024”.
    pub(crate) fn year(year: i32) -> String {
        format!("Năm {year}")
    }

    /// What the table of the units of an era is.
    pub(crate) fn units(after: bool, units: usize, (first, last): (i32, i32)) -> String {
        let time = if after { "sau" } else { "trước" };
        let count = crate::units::printed(units);
        let years = match first == last {
            true => format!("năm {first}"),
            false => format!("các năm {first} - {last}"),
        };
        format!("Số liệu {years} của {count} đơn vị {time} sắp xếp")
    }

    /// How many units have numbers of each year.
    pub(crate) fn reported(years: &[(i32, usize, usize)]) -> String {
        let printed = crate::units::printed;
        let year = |(year, reported, all): &(i32, usize, usize)| {
            format!("năm {year} {}/{}", printed(*reported), printed(*all))
        };
        let years: Vec<String> = years.iter().map(year).collect();
        format!("Số đơn vị đã báo cáo: {}.", years.join("; "))
    }
}

/// Words of the annex of charts.
pub(crate) mod chart {
    /// Title of the annex.
    pub(crate) const TITLE: &str = "Biểu đồ diễn biến qua các năm";
    /// What the chart of the standard shows.
    pub(crate) const STANDARD: &str = "Tỷ lệ đạt tiêu chuẩn “An toàn về an ninh, trật tự”";
    /// What the chart of tips shows.
    pub(crate) const TIPS: &str = "Nguồn tin Nhân dân cung cấp";
    /// What the strip of all units shows.
    pub(crate) const EVERY_UNIT: &str =
        "Tỷ lệ khu dân cư đạt tiêu chuẩn của từng đơn vị qua các năm";
    /// Unit of shares.
    pub(crate) const PERCENT: &str = "%";
    /// Unit of tips.
    pub(crate) const COUNT: &str = "tin";
    /// What the charts are made from.
    pub(crate) const BASIS: &str = "Biểu đồ tính trên số liệu các đơn vị đã báo cáo từng năm; dấu \
        “//” là chỗ địa giới hoặc nội dung chỉ tiêu thay đổi, số hai bên không so sánh trực tiếp \
        được.";

    /// Units between two years.
    pub(crate) fn changed(year: i32) -> String {
        format!("Tỷ lệ khu dân cư đạt tiêu chuẩn, năm {year} so với năm {}", year - 1)
    }

    /// The lowest units, each by itself.
    pub(crate) fn lowest(count: usize, year: i32) -> String {
        format!("{count:02} đơn vị có tỷ lệ khu dân cư đạt tiêu chuẩn thấp nhất năm {year}")
    }

    /// “Hình 1. …”.
    pub(crate) fn caption(number: usize, title: &str) -> String {
        format!("Hình {number}. {title}")
    }
}

/// Words of numbers on other borders.
pub(crate) mod carried {
    use super::some_of;
    use bc138_domain::date;
    use chrono::NaiveDate;

    /// Behind a number that whole units add up to.
    pub(crate) const RESTATED: &str = "†";
    /// Behind a number with shares of divided units in it.
    pub(crate) const ESTIMATED: &str = "‡";
    /// Behind a sum that lacks units.
    pub(crate) const PARTIAL: &str = "§";

    /// The borders of the table, and its signs.
    pub(crate) fn borders(day: NaiveDate) -> String {
        let day = date::full(day);
        format!(
            "Số liệu quy đổi theo địa giới ngày {day}: “†” quy đổi, cộng trọn số của các đơn vị \
             khi đó; “‡” quy đổi có phần chia theo tỷ lệ, là số ước tính; “§” quy đổi còn thiếu \
             đơn vị, số đúng ít nhất bằng số này; không có dấu là số như đã báo cáo."
        )
    }

    /// “xã Hai (40%)”.
    pub(crate) fn origin(unit: &str, share: Option<i64>) -> String {
        share.map_or_else(|| unit.to_owned(), |share| format!("{unit} ({share}%)"))
    }

    /// “xã Mẫu từ xã Một, xã Hai (40%)”.
    pub(crate) fn from(unit: &str, origins: &[String]) -> String {
        format!("{unit} từ {}", origins.join(", "))
    }

    /// Where the numbers of all units come from.
    pub(crate) fn origins(units: &[String]) -> String {
        format!("Quy đổi từ: {}.", units.join("; "))
    }

    /// Numbers of a column that other units have, wholly or in part, on these borders.
    pub(crate) fn elsewhere(column: &str, numbers: &[String]) -> String {
        format!(
            "{column}: theo địa giới này thuộc nơi khác, không nằm trong bảng: {}.",
            some_of(numbers)
        )
    }

    /// Numbers of a column that could not be carried over, for one reason.
    pub(crate) fn left_behind(column: &str, why: &str, numbers: &[String]) -> String {
        format!("{column}: không quy đổi được, vì {why}: {}.", some_of(numbers))
    }
}

/// Words of the letter that asks a unit to look at its numbers again.
pub(crate) mod letter {
    /// What the letter is about.
    pub(crate) fn about(year: i32) -> String {
        format!("rà soát số liệu phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}")
    }

    /// Whom it goes to.
    pub(crate) fn addressee(unit: &str) -> String {
        format!("Ủy ban nhân dân {unit}")
    }

    /// Opening, before the points.
    pub(crate) fn opening(issuer: &str, unit: &str, year: i32, points: usize) -> String {
        format!(
            "Qua tổng hợp số liệu năm {year} về phong trào Toàn dân bảo vệ an ninh Tổ quốc, \
             {issuer} thấy có {points:02} nội dung trong số liệu của {unit} cần rà soát lại, cụ thể:"
        )
    }

    /// Instead of points.
    pub(crate) fn nothing(unit: &str, year: i32) -> String {
        format!("Số liệu năm {year} của {unit} hiện không có nội dung cần rà soát lại./.")
    }

    /// Instead of letters.
    pub(crate) fn no_unit(year: i32) -> String {
        format!("Số liệu năm {year} của các đơn vị hiện không có nội dung cần rà soát lại.")
    }

    /// Asks for an answer; the day is filled in by hand.
    pub(crate) fn request(issuer: &str, unit: &str) -> String {
        format!(
            "{issuer} trân trọng đề nghị {unit} rà soát các nội dung trên, ghi số đúng hoặc giải \
             trình vào bảng sau và gửi lại trước ngày "
        )
    }

    /// Closes the letter.
    pub(crate) const THANKS: &str =
        "Rất mong nhận được sự phối hợp của đơn vị để báo cáo được đầy đủ, chính xác./.";
    /// Heads of the table of answers.
    pub(crate) const ANSWERS: [&str; 5] =
        ["TT", "Nội dung", "Số đã báo cáo", "Số đúng", "Giải trình"];

    /// “1. Nam và nữ không bằng số hiện có.”
    pub(crate) fn point(number: usize, title: &str) -> String {
        format!("{number}. {title}. ")
    }

    /// What stands in a cell without a number.
    pub(crate) const NOT_REPORTED: &str = "chưa báo cáo";

    /// Several units of one name.
    pub(crate) fn ambiguous(name: &str, keys: &[&str]) -> String {
        format!("{name}”, tên này có ở nhiều nơi: dùng mã “{}", keys.join(", "))
    }
}

/// Words of the paper forms.
pub(crate) mod blank {
    /// Heads of the table.
    pub(crate) const HEADS: [&str; 5] =
        ["Số dòng", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"];
    /// Before the name of the unit.
    pub(crate) const UNIT: &str = "Đơn vị báo cáo: ";
    /// Before the window.
    pub(crate) const WINDOW: &str = "Kỳ số liệu: ";
    /// How the form is filled in.
    pub(crate) const HOW: &str = "Cách ghi: dòng có dấu “/” ghi số đạt trước, tổng số sau; không có \
        thì ghi “không phát sinh”; chưa có số liệu thì để trống. Số dòng dùng để đối chiếu khi \
        nhập máy.";
    /// Heads of the form of awards.
    pub(crate) const AWARDS: [&str; 6] = [
        "Số dòng",
        "Họ và tên / Tên tập thể, hộ gia đình",
        "Chức vụ, đơn vị công tác / Địa chỉ",
        "Hình thức đề nghị",
        "Thành tích",
        "Ghi chú",
    ];
    /// Title of the form of awards.
    pub(crate) const AWARDS_TITLE: &str = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG";
    /// What is to be awarded.
    pub(crate) const AWARDS_REASON: &str = "Nội dung, thời gian đề nghị khen: ";
    /// How the form of awards is filled in.
    pub(crate) const AWARDS_HOW: &str = "Cách ghi: cá nhân ghi rõ ông, bà, họ và tên; Cờ thi đua chỉ \
        xét cho tập thể, Kỷ niệm chương chỉ xét cho cá nhân và một lần. Số dòng dùng để đối chiếu \
        khi nhập máy.";
    /// Before the rules of the columns.
    pub(crate) const AGREE: &str = "Các cột phải khớp: ";
    /// Signatures under the form.
    pub(crate) const SIGNATURES: [&str; 2] = ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"];

    /// “MẪU 2.4”.
    pub(crate) fn number(number: &str) -> String {
        format!("Mẫu {number}")
    }
}

/// Words of the list of changes.
pub(crate) mod changes {
    /// Heading.
    pub(crate) const TITLE: &str = "DANH SÁCH THAY ĐỔI SỐ LIỆU";
    /// Heads of the table.
    pub(crate) const HEADS: [&str; 7] =
        ["TT", "Nội dung", "Trước", "Nay", "Người sửa", "Thời gian", "Lý do"];
    /// Instead of a table.
    pub(crate) const NOTHING: &str = "Không có thay đổi nào.";
    /// Printed where there was nothing, or is nothing any more.
    pub(crate) const BLANK: &str = "-";

    /// Below the heading: which draft it is compared with.
    pub(crate) fn since(name: &str, at: &str) -> String {
        format!("So với bản “{name}” lập lúc {at}")
    }
}

/// Words of the workbook.
pub(crate) mod workbook {
    use super::super::past::action;
    use bc138_domain::catalogue::OverUnits;
    use bc138_store::LogRow;

    /// The column of a total that its rows do not add up to.
    pub(crate) fn not_a_sum(column: &str) -> String {
        format!(
            "{column}: tổng không dùng công thức, vì có số không cộng được (số gần đúng, thiếu tổng \
             số hoặc chỉ ghi bằng chữ)."
        )
    }

    /// A number that is printed with words.
    pub(crate) fn as_printed(place: &str, text: &str) -> String {
        format!("{place}: ghi là “{text}”.")
    }

    /// How an indicator is put together over units.
    pub(crate) const fn rule(rule: OverUnits) -> &'static str {
        match rule {
            OverUnits::Sum => "cộng các đơn vị",
            OverUnits::RatioOfSums => "cộng đạt, cộng tổng số, rồi tính tỷ lệ",
            OverUnits::DistinctNames => "không cộng: một loại ở nhiều đơn vị vẫn là một loại",
            OverUnits::FromRegister => "đếm từ danh mục đơn vị",
            OverUnits::Not => "không tổng hợp",
        }
    }

    /// Where a column comes from.
    pub(crate) fn source(basis: &str, window: &str) -> String {
        let basis = if basis.is_empty() { "Chỉ tiêu của Ban Chỉ đạo" } else { basis };
        format!("{basis}; kỳ {window}")
    }

    /// Who entered numbers of units last.
    pub(crate) fn last_entry(row: &LogRow, at: &str) -> String {
        let what = action(row.action, &row.label);
        format!("Số liệu đơn vị cập nhật gần nhất: {at}, {} ({what}).", row.actor)
    }

    /// Behind the name of the program.
    pub(crate) const COMMENT: &str =
        "Dòng tổng là công thức; “-” chưa báo cáo, “x” không thuộc diện, ô trống là không có số.";
}
