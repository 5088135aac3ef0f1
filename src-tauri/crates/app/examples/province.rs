//! Writes a store with a filled province: two dossiers, three years of invented numbers for every
//! commune of the register, targets, awards, notes; the same arguments give the same numbers.
//!
//! `cargo run -p bc138-app --example province -- OUT.db [PROVINCE] [YEAR]`

use bc138_app::view::{LensChoice, SheetQuery};
use bc138_app::{App, Assets, FixedClock};
use bc138_domain::{
    BatchBuilder, Categories, EntryBatch, EntryNote, Fixed, Indicator, IndicatorKind, Measure,
    Nature, Slot, State,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// Ratios: code of “đạt”, code of “đăng ký”, the usual y of a commune.
const STANDARDS: [(&str, &str, i64); 4] = [
    ("at_kdc", "dk_kdc", 12),
    ("at_co_quan", "dk_co_quan", 5),
    ("at_doanh_nghiep", "dk_doanh_nghiep", 4),
    ("at_co_so_gd", "dk_co_so_gd", 3),
];
/// The standard of a commune itself, by the noun of its type.
const OWN_STANDARD: [(&str, &str); 4] = [
    ("xã", "at_xa"),
    ("phường", "at_phuong"),
    ("thị trấn", "at_thi_tran"),
    ("đặc khu", "at_dac_khu"),
];
/// Classified subjects, and how many a commune usually has.
const CLASSIFIED: [(&str, i64); 4] =
    [("pl_kdc", 12), ("pl_cap_xa", 1), ("pl_cqdn", 9), ("pl_csgd", 3)];
/// Counts, with the usual number of a commune.
const COUNTS: [(&str, i64); 30] = [
    ("tin_tong", 40),
    ("tin_gia_tri", 25),
    ("vu_viec_giup", 9),
    ("doi_tuong_bat_xu_ly", 12),
    ("truy_na_dau_thu", 1),
    ("cam_hoa_giao_duc", 7),
    ("cam_hoa_tien_bo", 4),
    ("vk_sung", 2),
    ("vk_dan", 15),
    ("vk_luu_dan_bom", 1),
    ("vk_thuoc_no", 1),
    ("vk_phao", 6),
    ("vk_tho_so", 5),
    ("mh_loai", 3),
    ("mh_lien_ket", 2),
    ("mh_moi_loai", 1),
    ("mh_diem", 9),
    ("mh_to", 8),
    ("mh_thanh_vien", 60),
    ("mh_moi_diem", 1),
    ("to_tu_quan", 11),
    ("clb", 1),
    ("camera_mat", 30),
    ("phat_dong_cuoc", 2),
    ("phat_dong_luot_nguoi", 300),
    ("ngay_hoi_diem", 4),
    ("kdc_tong", 12),
    ("ho_tong", 1800),
    ("nhan_khau_tong", 7000),
    ("hop_dan", 6),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let out = args.next().ok_or("OUT.db [PROVINCE] [YEAR]")?;
    let province = args.next().unwrap_or_else(|| "Thanh Hóa".to_owned());
    let year: i32 = args.next().map_or(Ok(2026), |year| year.parse())?;
    write(Path::new(&out), &province, year)
}

fn write(out: &Path, province: &str, year: i32) -> Result<(), Box<dyn Error>> {
    let noon = NaiveDate::from_ymd_opt(year + 1, 1, 12).and_then(|day| day.and_hms_opt(9, 0, 0));
    let mut app = App::open(out, Arc::new(FixedClock(noon.ok_or("year")?)), "người lập mẫu")?;
    let numbers = Numbers { assets: Assets::load()? };
    app.type_sample("năm trước", &before(province, year - 1))?;
    let mut sums = Sums::new();
    for year in [year - 2, year - 1, year] {
        let units = units(&mut app, year)?;
        let (batch, of_year) = numbers.of_year(&units, year);
        app.load_entries(&format!("nhập số liệu các xã năm {year}"), batch)?;
        sums = of_year;
    }
    app.type_sample("năm nay", &dossier(province, year, &sums))?;
    Ok(())
}

/// Keys and labels of the communes at the end of a year.
fn units(app: &mut App, year: i32) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let query =
        SheetQuery { province: None, year: Some(year), group: None, lens: LensChoice::AsReported };
    let rows = app.sheet(&query)?.rows;
    Ok(rows.into_iter().map(|row| (row.unit, row.label)).collect())
}

/// Sums of x and y by indicator, for the typed figures of the province.
type Sums = BTreeMap<String, (i64, i64)>;

struct Numbers {
    assets: Assets,
}

/// One year's batch in the making.
struct Year<'a> {
    assets: &'a Assets,
    year: i32,
    batch: BatchBuilder,
    sums: Sums,
}

impl Numbers {
    fn of_year(&self, units: &[(String, String)], year: i32) -> (EntryBatch, Sums) {
        let batch = BatchBuilder::default();
        let mut of_year = Year { assets: &self.assets, year, batch, sums: Sums::new() };
        for (place, (key, label)) in units.iter().enumerate() {
            of_year.unit(key, label, place);
        }
        (of_year.batch.build(), of_year.sums)
    }
}

impl Year<'_> {
    fn unit(&mut self, key: &str, label: &str, place: usize) {
        // The last two units have not reported; one in the middle sent only its people's numbers.
        let mut dice = Dice::of(key, self.year);
        if place % 83 == 81 {
            return;
        }
        if place % 83 != 40 {
            self.standards(key, label, &mut dice);
            self.classes(key, &mut dice);
            self.force(key, &mut dice);
        }
        for (code, usual) in COUNTS {
            let slot = match dice.around(usual) {
                0 => Slot::new(State::Zero, None, None),
                value => Slot::number(number(value)),
            };
            self.put(key, code, None, slot);
            if code == "tin_tong" && place % 29 == 3 {
                let comment = Some("Công an xã gửi bổ sung sau ngày chốt".to_owned());
                self.batch.note(EntryNote { comment, ..EntryNote::default() });
            }
        }
    }

    fn standards(&mut self, key: &str, label: &str, dice: &mut Dice) {
        for (reached, registered, usual) in STANDARDS {
            let all = dice.around(usual);
            let registered_of = (all - dice.below(2)).max(0);
            let reached_of = (registered_of - dice.below(2)).max(0);
            self.put(key, registered, None, Slot::ratio(number(registered_of), number(all)));
            self.put(key, reached, None, Slot::ratio(number(reached_of), number(all)));
        }
        for (noun, code) in OWN_STANDARD {
            let own = label.starts_with(noun);
            let reached = i64::from(dice.below(12) > 0);
            let slot = match own {
                true => Slot::ratio(number(reached), number(1)),
                false => Slot::new(State::NotApplicable, None, None),
            };
            self.put(key, code, None, slot);
            if own {
                self.put(key, "dk_cap_xa", None, Slot::ratio(number(1), number(1)));
            }
        }
    }

    fn classes(&mut self, key: &str, dice: &mut Dice) {
        for (code, usual) in CLASSIFIED {
            let mut left = if usual == 1 { 1 } else { dice.around(usual) };
            for (grade, share) in [("xuat_sac", 3), ("kha", 2), ("trung_binh", 1), ("yeu", 0)] {
                let count = if share == 0 { left } else { (left * share + 3) / 4 };
                left -= count;
                self.put(key, code, Some(("grade", grade)), Slot::number(number(count)));
            }
        }
    }

    /// Biểu mẫu 01, whose columns agree with each other.
    fn force(&mut self, key: &str, dice: &mut Dice) {
        let now = dice.around(24) + 6;
        let (women, old, minority) = (now / 5, dice.below(2), now / 7);
        let (joined, left) = (dice.below(3), dice.below(2));
        let (primary, college, degree) = (dice.below(3), now / 6, dice.below(2));
        let columns = [
            ("ll_tv_theo_qd", now + 1),
            ("ll_tv_ky_truoc", now - joined + left),
            ("ll_tv_hien_co", now),
            ("ll_nam", now - women),
            ("ll_nu", women),
            ("ll_duoi_70", now - old),
            ("ll_tren_70", old),
            ("ll_td_tieu_hoc", primary),
            ("ll_td_thcs_thpt", now - primary - college - degree),
            ("ll_td_tc_cd", college),
            ("ll_td_dh", degree),
            ("ll_dtts", minority),
            ("ll_to_theo_qd", now / 3),
            ("ll_to_hien_co", now / 3),
            ("ll_tuyen_moi", joined),
            ("ll_thoi", left),
            ("ll_bi_thuong", 0),
            ("ll_hy_sinh", 0),
            ("ll_bd_tv", now - 1),
            ("ll_bd_lop", 1),
            ("ll_bk_tt", 0),
            ("ll_bk_cn", dice.below(2)),
            ("ll_gk_tt", dice.below(2)),
            ("ll_gk_cn", dice.below(3)),
        ];
        for (code, value) in columns {
            self.put(key, code, None, Slot::number(number(value)));
        }
    }

    fn put(&mut self, key: &str, code: &str, kind: Option<(&str, &str)>, slot: Slot) {
        let Some(indicator) = self.assets.catalogue.indicator(code) else { return };
        let Some(window) = self.assets.catalogue.window_of(indicator, self.year) else { return };
        if !indicator.is_valid_on(window.to) {
            return;
        }
        let measure = measure(indicator, kind);
        let unit = self.batch.unit(key);
        let (measure, window) = (self.batch.measure(&measure), self.batch.window(&window));
        self.batch.put(unit, measure, window, Some(slot));
        let sum = self.sums.entry(code.to_owned()).or_default();
        let whole = |part: Option<Fixed>| part.map_or(0, |it| it.thousandths() / 1_000);
        *sum = (sum.0 + whole(slot.value()), sum.1 + whole(slot.total()));
    }
}

fn measure(indicator: &Indicator, kind: Option<(&str, &str)>) -> Measure {
    let nature = match indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Money if indicator.lead == "xây dựng mới" => {
            Nature::New
        }
        IndicatorKind::Flow | IndicatorKind::Money => Nature::Flow,
        _ => Nature::Stock,
    };
    let kinds = |kind: &str| BTreeSet::from([kind.to_owned()]);
    let categories: Categories =
        kind.into_iter().map(|(dimension, kind)| (dimension.to_owned(), kinds(kind))).collect();
    Measure { indicator: indicator.code.clone(), nature, categories }
}

fn number(value: i64) -> Fixed {
    Fixed::from_int(value).unwrap_or_default()
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn of(key: &str, year: i32) -> Self {
        let start = u64::try_from(year).unwrap_or_default();
        Self(key.bytes().fold(start, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())))
    }

    fn below(&mut self, end: i64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 34).unwrap_or_default() % end.max(1)
    }

    /// From half to one and a half of the usual number.
    fn around(&mut self, usual: i64) -> i64 {
        usual / 2 + self.below(usual + 1)
    }
}

/// The dossier of the year before: what it set as targets.
fn before(province: &str, year: i32) -> String {
    format!(
        r#"title = "{province} {year}"
province = "{province}"
kind = "annual"
year = {year}

[figure]
tin_tong = "6.120"

[[target]]
amount = "từ 90% trở lên"
text = "khu dân cư đạt tiêu chuẩn “An toàn về ANTT”"

[[target]]
amount = "ít nhất 60"
text = "mô hình mới"

[[target]]
text = "không để xảy ra điểm nóng về an ninh, trật tự"
"#
    )
}

/// The dossier of the year, with the sums as its figures; one of them is stated too high.
fn dossier(province: &str, year: i32, sums: &Sums) -> String {
    let ratio = |code: &str| sums.get(code).map(|(x, y)| format!("{code} = \"{x}/{y}\"\n"));
    let count =
        |code: &str, more: i64| sums.get(code).map(|(x, _)| format!("{code} = \"{}\"\n", x + more));
    let ratios = STANDARDS.iter().map(|(code, ..)| *code).chain(["at_xa", "at_phuong"]);
    let mut figures: String = ratios.filter_map(ratio).collect();
    let counts = [("tin_tong", 7), ("tin_gia_tri", 0), ("vu_viec_giup", 0), ("mh_diem", 0)];
    figures.extend(counts.iter().filter_map(|(code, more)| count(code, *more)));
    figures.push_str("mh_loai = \"9\"\nmh_moi_loai = \"70\"\n");
    let next = year + 1;
    format!(
        r#"title = "{province} {year}"
province = "{province}"
kind = "annual"
year = {year}

[dossier]
organiser = "UBND tỉnh"
session = "morning"
date = "12/01/{next}"
form = "online"

[setting]
"committee.name" = "Ban Chỉ đạo Phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc"
"committee.short_name" = "Ban Chỉ đạo 138"

[figure]
{figures}
[[agenda]]
subject = "công tác xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}"
act = "final_review"

[[award]]
form = "bang_khen"
authorities = "Bộ trưởng Bộ Công an"
phrasing = "granted"
collectives = "6"
persons = "9"
decision_number = "8812/QĐ-BCA"
decision_date = "20/12/{year}"
reason = "thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}"

[[award]]
form = "bang_khen"
authorities = "Chủ tịch UBND tỉnh"
phrasing = "granted"
collectives = "14"
persons = "21"
households = "3"
reason = "thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}"

[[award]]
form = "giay_khen"
authorities = "Giám đốc Công an tỉnh"
phrasing = "granted"
collectives = "25"
persons = "40"
reason = "thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}"

[[target]]
amount = "từ 92% trở lên"
text = "khu dân cư đạt tiêu chuẩn “An toàn về ANTT”"
"#
    )
}
