//! Every kind of chart in one PDF, to look at: `cargo run -p bc138-charts --example gallery -- PATH`.
//!
//! Units and figures are invented.

use bc138_charts::{
    BarGroup, Bars, Classes, Direction, Heat, HeatRow, LineSeries, Lines, Multiples, Panel,
    Reading, Setting, Size, Slope, Slopes, Years,
};
use bc138_report::{
    Block, Document, Drawing, Figure, Fonts, Meta, Paragraph, Style, layout, write_pdf,
};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let path = std::env::args().nth(1).ok_or("a path is needed")?;
    let mut blocks = Vec::new();
    for (title, drawing) in charts()? {
        blocks.push(Block::from(Figure {
            drawing,
            caption: Some(Paragraph::plain(Style::Caption, title)),
        }));
    }
    let document = Document::new(Meta::default(), blocks);
    let fonts = Fonts::embedded()?;
    let pages = layout(&document, &fonts)?;
    std::fs::write(path, write_pdf(&document, &pages, &fonts)?)?;
    Ok(())
}

fn charts() -> Outcome<Vec<(&'static str, Drawing)>> {
    Ok(vec![
        ("Cột theo năm", by_year(Size::Full).draw()?),
        ("Cột ba chuỗi", grouped(Direction::Upright, 4).draw()?),
        ("Thanh ngang ba chuỗi", grouped(Direction::Sideways, 4).draw()?),
        ("Thanh ngang, có số âm", ranked().draw()?),
        ("Nửa trang", by_year(Size::Half).draw()?),
        ("Đường một chuỗi", single_line(Size::Full).draw()?),
        ("Đường nửa trang", single_line(Size::Half).draw()?),
        ("Dải", single_line(Size::Strip).draw()?),
        ("Đường nhiều chuỗi", several_lines().draw()?),
        ("Tỷ lệ, trục không từ 0", rates().draw()?),
        ("Dốc", slopes().draw()?),
        ("Nhiều biểu đồ nhỏ", multiples(12).draw()?),
        ("65 biểu đồ nhỏ", multiples(65).draw()?),
        ("Dải nhiệt 24 đơn vị", heat(24, 9).draw()?),
        ("Dải nhiệt 170 đơn vị", heat(170, 6).draw()?),
        ("Thanh ngang 65 đơn vị", many().draw()?),
    ])
}

fn setting(size: Size, unit: &str) -> Setting {
    Setting {
        caption: "Biểu đồ đặt ra để xem trước".into(), size, unit: unit.into(), print
    }
}

/// Prints thousandths the Vietnamese way.
fn print(thousandths: i64) -> String {
    let whole = (thousandths / 1_000).unsigned_abs().to_string();
    let mut out = if thousandths < 0 { "-".to_owned() } else { String::new() };
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    match (thousandths % 1_000).unsigned_abs() {
        0 => out,
        rest => format!("{out},{}", format!("{rest:03}").trim_end_matches('0')),
    }
}

fn reading(thousandths: i64) -> Option<Reading> {
    Some(Reading::new(thousandths, print(thousandths)).from_source("nguon"))
}

/// Numbers that look scattered and are always the same.
fn noise(a: usize, b: usize) -> i64 {
    let mixed = (a * 7_919 + b * 104_729 + a * b * 31) % 997;
    i64::try_from(mixed).unwrap_or_default()
}

fn years(count: usize) -> Years {
    Years::new((2026 - count..2026).map(|year| year.to_string()))
}

const UNITS: [&str; 8] = [
    "Xã Mường Thử",
    "Phường Ví Dụ",
    "Xã Bản Giả Định",
    "Đặc khu Đảo Mẫu",
    "Xã Thượng Nghĩa Hành",
    "Phường Nam Ví Dụ Tây",
    "Xã Ea Thử",
    "Xã Tân Đặt Ra",
];

fn unit(index: usize) -> String {
    match index / UNITS.len() {
        0 => UNITS[index].to_owned(),
        round => format!("{} {}", UNITS[index % UNITS.len()], round + 1),
    }
}

fn by_year(size: Size) -> Bars {
    let groups = (0..8).map(|year| {
        let value = if year == 3 { None } else { reading((900 + noise(year, 1)) * 1_000) };
        let value = value.map(|value| if year == 2 { value.converted() } else { value });
        let mut group = BarGroup::new((2018 + year).to_string(), vec![value]);
        group.strong = year == 7;
        group
    });
    let setting = setting(size, "vụ");
    Bars {
        setting,
        direction: Direction::Upright,
        series: vec![String::new()],
        groups: groups.collect(),
    }
}

fn grouped(direction: Direction, count: usize) -> Bars {
    let groups = (0..count).map(|index| {
        let values = (0..3).map(|series| reading((100 + noise(index + 1, series)) * 1_000));
        BarGroup::new(unit(index), values.collect())
    });
    let series = ["Năm 2023", "Năm 2024", "Năm 2025"].map(String::from).to_vec();
    Bars { setting: setting(Size::Full, "vụ"), direction, series, groups: groups.collect() }
}

fn ranked() -> Bars {
    let groups = (0..10).map(|index| {
        let mut group = BarGroup::new(unit(index), vec![reading((noise(index, 3) - 500) * 100)]);
        group.strong = index == 4;
        group
    });
    Bars {
        setting: setting(Size::Full, "So với cùng kỳ (%)"),
        direction: Direction::Sideways,
        series: vec![String::new()],
        groups: groups.collect(),
    }
}

fn many() -> Bars {
    let groups =
        (0..65).map(|index| BarGroup::new(unit(index), vec![reading(noise(index, 5) * 1_000)]));
    Bars { groups: groups.collect(), ..ranked() }
}

fn single_line(size: Size) -> Lines {
    let values = (0..10).map(|year| match year {
        4 => None,
        7.. => reading((500 + noise(year, 2)) * 1_000).map(Reading::converted),
        _ => reading((900 + noise(year, 2)) * 1_000),
    });
    Lines {
        setting: setting(size, "vụ"),
        years: years(10).broken(7, "Từ 01/7/2025: 65 xã, phường, đặc khu (trước đó 170)"),
        series: vec![LineSeries::new("", values.collect())],
    }
}

fn several_lines() -> Lines {
    let names = [
        "Tội phạm về trật tự xã hội",
        "Ma túy",
        "Kinh tế, tham nhũng, buôn lậu",
        "Môi trường",
        "Công nghệ cao",
    ];
    let series = names.iter().enumerate().map(|(line, name)| {
        let values =
            (0..8).map(|year| reading((200 * line as i64 + noise(year + 1, line) / 3) * 1_000));
        LineSeries::new(*name, values.collect())
    });
    Lines {
        setting: setting(Size::Full, "vụ"),
        years: years(8).broken(2, "Thông tư 124/2021").broken(7, "65 đơn vị mới"),
        series: series.collect(),
    }
}

fn rates() -> Lines {
    let rates = [97_100, 97_600, 98_000, 97_900, 98_400].map(reading).to_vec();
    Lines {
        setting: setting(Size::Half, "%"),
        years: years(5),
        series: vec![LineSeries::new("Đạt chuẩn", rates)],
    }
}

fn slopes() -> Slopes {
    let units = (0..65).map(|index| {
        let first = 100 + noise(index, 7);
        Slope::new(
            unit(index),
            [reading(first * 1_000), reading((first + noise(index, 9) / 3 - 150).max(0) * 1_000)],
        )
    });
    Slopes {
        setting: setting(Size::Full, "vụ"),
        years: ["2024".into(), "2025".into()],
        broken: Some("Địa bàn năm 2024 quy đổi theo 65 đơn vị mới.".into()),
        units: units.collect(),
        extremes: 6,
    }
}

fn multiples(count: usize) -> Multiples {
    let panels = (0..count).map(|index| {
        let values = (0..6).map(|year| {
            if (index + year) % 17 == 5 { None } else { reading((noise(index, year) / 4) * 1_000) }
        });
        Panel::new(unit(index), values.collect())
    });
    Multiples {
        setting: setting(Size::Full, "vụ"),
        years: years(6).broken(5, "65 đơn vị mới"),
        panels: panels.collect(),
        reach: Vec::new(),
    }
}

fn heat(units: usize, count: usize) -> Heat {
    let rows = (0..units).map(|index| {
        let values = (0..count).map(|year| match (index + year) % 13 {
            4 => None,
            9 => reading(noise(index, year) * 100).map(Reading::converted),
            _ => reading(noise(index, year) * 100),
        });
        HeatRow::new(unit(index), values.collect())
    });
    Heat {
        setting: setting(Size::Full, "Tỷ lệ khu dân cư đạt (%)"),
        years: years(count).broken(count - 1, "65 đơn vị mới"),
        classes: Classes {
            bounds: vec![25_000, 50_000, 75_000],
            texts: ["dưới 25", "25 – 50", "50 – 75", "từ 75"].map(String::from).to_vec(),
        },
        rows: rows.collect(),
    }
}
