//! Words of documents that are no templates: heads, signatures, titles, headings, small labels.
//! Capitals are set where a line is printed in capitals.

/// Instead of a blank sheet.
pub(crate) const NOTHING_YET: &str = "Hồ sơ chưa có nội dung để lập văn bản này.";

/// Words of the frame of an official document (NĐ 30/2020/NĐ-CP, Phụ lục I).
pub(crate) mod frame {
    /// Quốc hiệu.
    pub(crate) const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    /// Tiêu ngữ.
    pub(crate) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
    /// Before the number.
    pub(crate) const NUMBER: &str = "Số: ";
    /// Before the trích yếu of a letter.
    pub(crate) const ABOUT: &str = "V/v ";
    /// Before the addressees.
    pub(crate) const TO: &str = "Kính gửi:";
    /// Above the list of recipients.
    pub(crate) const RECIPIENTS: &str = "Nơi nhận:";
    /// The first recipient, where the document has addressees.
    pub(crate) const AS_ABOVE: &str = "Như trên";
    /// The word of an annex.
    pub(crate) const ANNEX: &str = "Phụ lục";
    /// Signs for the whole committee (thay mặt).
    pub(crate) const FOR_ALL: &str = "TM.";
    /// Signs for the chief (ký thay).
    pub(crate) const FOR_CHIEF: &str = "KT.";
    /// Begins the title of a deputy.
    pub(crate) const DEPUTY: &str = "PHÓ ";
    /// Ends the title of a standing deputy.
    pub(crate) const STANDING: &str = " THƯỜNG TRỰC";

    /// “tỉnh Lạng Sơn”; the type of a place that bears a person's name is part of its name
    /// (NĐ 30/2020/NĐ-CP, Phụ lục II).
    pub(crate) fn locality(kind: &str, name: &str) -> String {
        match place_of(name) {
            full if full != name => full,
            _ => format!("{kind} {name}"),
        }
    }

    /// Địa danh of a province: of one that bears a person's name its full name (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, mục II.4).
    pub(crate) fn place_of(province: &str) -> String {
        match province {
            "Hồ Chí Minh" => format!("Thành phố {province}"),
            _ => province.to_owned(),
        }
    }
}

/// Words about the layout of a file.
pub(crate) mod lint {
    use bc138_nd30::Genre;

    /// What is said of a file in which nothing was found.
    pub(crate) const fn clean(genre: Genre) -> &'static str {
        match genre {
            Genre::Administrative => {
                "Không có lỗi thể thức, kỹ thuật trình bày theo NĐ 30/2020/NĐ-CP."
            }
            Genre::Annex => "Không có lỗi: kiểm tra theo quy định về phụ lục của NĐ 30/2020/NĐ-CP.",
            Genre::Other | Genre::Form => {
                "Không có lỗi: không phải văn bản hành chính nên chỉ kiểm tra cách ghi chữ, số, ngày."
            }
        }
    }

    /// Other paragraphs with the same finding.
    pub(crate) fn others(paragraphs: &[usize]) -> String {
        const SHOWN: usize = 10;
        let shown: Vec<String> = paragraphs.iter().take(SHOWN).map(ToString::to_string).collect();
        let shown = shown.join(", ");
        match paragraphs.len().saturating_sub(SHOWN) {
            0 => format!("và đoạn {shown}"),
            more => format!("và đoạn {shown} … (còn {more} đoạn)"),
        }
    }

    /// Where a finding is that is about a whole section.
    pub(crate) fn section(number: usize) -> String {
        format!("phần (section) {number}")
    }
}

/// Words about what is typed for a document.
pub(crate) mod order {
    /// Its number.
    pub(crate) const NUMBER: &str = "Số văn bản";
}

/// Words of the report.
pub(crate) mod official {
    /// Tên loại.
    pub(crate) const KIND: &str = "BÁO CÁO";
    /// Before a text that the report carries out.
    pub(crate) const CARRYING_OUT: &str = "Thực hiện";
    /// What is reported on where no agenda says it.
    pub(crate) const MOVEMENT: &str =
        "kết quả công tác xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc";
    /// The same in short.
    pub(crate) const RESULTS: &str = "kết quả công tác";
    /// The committee where its own name is not known.
    pub(crate) const COMMITTEE: &str = "Ban Chỉ đạo";
    /// The verb of a target that brings none.
    pub(crate) const AIM: &str = "phấn đấu";
    /// What comes after the year or the years under review.
    pub(crate) const AHEAD: &str = "phương hướng, nhiệm vụ";
    /// A time ahead without a year.
    pub(crate) const SOON: &str = "thời gian tới";
    /// How what is planned begins on an agenda, as a key.
    pub(crate) const PLANS: [&str; 3] = ["phuong huong", "nhiem vu", "cong tac"];
}

/// Words of a change against the window before.
pub(crate) mod change {
    /// More than before.
    pub(crate) const UP: &str = "tăng";
    /// Less than before.
    pub(crate) const DOWN: &str = "giảm";
    /// As many as before.
    pub(crate) const SAME: &str = "bằng";
    /// Shares that differ by less than is printed.
    pub(crate) const CLOSE: &str = "tương đương";
    /// Unit of a difference of percentages.
    pub(crate) const POINTS: &str = "điểm phần trăm";
    /// Unit of money.
    pub(crate) const DONG: &str = "đồng";
    /// Before the window that is compared with.
    pub(crate) const AGAINST: &str = "so với";
    /// The window before where it has no words.
    pub(crate) const PERIOD_BEFORE: &str = "kỳ trước";
}

/// Words of the chair's sheet.
pub(crate) mod leader {
    /// Title.
    pub(crate) const TITLE: &str = "TÓM TẮT CHO CHỦ TRÌ";
    /// Above what is to be said.
    pub(crate) const POINTS: &str = "Ba điều cần nói";
    /// The same, where there are fewer.
    pub(crate) const FEWER_POINTS: &str = "Điều cần nói";
    /// Under the chart.
    pub(crate) const CHART: &str = "Tỷ lệ đạt “An toàn về ANTT” theo loại đơn vị";
    /// Behind the name of a number that was estimated.
    pub(crate) const ESTIMATE: &str = " (ước tính)";
    /// Behind the name of a kind of unit.
    pub(crate) const REACHED: &str = "đạt “An toàn về ANTT”";
    /// The same of those that only registered.
    pub(crate) const REGISTERED: &str = "đăng ký phấn đấu đạt tiêu chuẩn";
}

/// Words of the figures to be spoken.
pub(crate) mod speech {
    /// Title.
    pub(crate) const TITLE: &str = "SỐ LIỆU ĐỂ PHÁT BIỂU";
    /// Heading of the awards.
    pub(crate) const AWARDS: &str = "Khen thưởng";
    /// Before what a target counts.
    pub(crate) const TARGET: &str = "chỉ tiêu:";
    /// Heading of the targets.
    pub(crate) const TARGETS: &str = "Chỉ tiêu, mục tiêu";
    /// Before an approximate number.
    pub(crate) const OR: &str = "Có thể nói:";
    /// Before the exact number beside an approximate one.
    pub(crate) const EXACTLY: &str = "chính xác: ";
    /// Before a number in words.
    pub(crate) const READ: &str = "Đọc: ";
    /// Between the parts of a fraction.
    pub(crate) const OF: &str = "trên";
    /// Behind money.
    pub(crate) const DONG: &str = "đồng";
}

/// Words around numbers that are less than exact.
pub(crate) mod approximate {
    /// Below and close.
    pub(crate) const NEARLY: &str = "gần";
    /// Above and close.
    pub(crate) const ABOVE: &str = "trên";
    /// The same.
    pub(crate) const MORE_THAN: &str = "hơn";
    /// Close, on either side.
    pub(crate) const ABOUT: &str = "khoảng";
    /// 20 to 99.
    pub(crate) const TENS: &str = "hàng chục";
    /// 200 to 999.
    pub(crate) const HUNDREDS: &str = "hàng trăm";
    /// 2.000 to 9.999.
    pub(crate) const THOUSANDS: &str = "hàng nghìn";
}
