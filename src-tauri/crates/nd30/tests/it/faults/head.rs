//! Quốc hiệu, Tiêu ngữ and the names of bodies.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    nation().into_iter().chain(bodies()).collect()
}

fn nation() -> Vec<Fault> {
    const NATION: &str = "CỘNG HÒA";
    const MOTTO: &str = "Độc lập";
    const PLACE: &str = "ngày 05 tháng 6";
    vec![
        fault("không có Quốc hiệu", Check::NationMissing, |doc| doc.remove(NATION)),
        fault("Quốc hiệu thiếu chữ", Check::NationText, |doc| {
            doc.para(NATION).say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM");
        }),
        fault("Quốc hiệu chữ thường", Check::NationText, |doc| {
            doc.para(NATION).say("Cộng hòa xã hội chủ nghĩa Việt Nam");
        }),
        fault("Quốc hiệu cỡ 14", Check::NationSize, |doc| size(doc.para(NATION), 14))
            .with(&[Check::NationLine]),
        fault("Quốc hiệu không đậm", Check::NationLook, |doc| {
            bold(doc.para(NATION), false)
        }),
        fault("Quốc hiệu hai dòng", Check::NationLine, |doc| {
            doc.para(NATION).swap(" VIỆT NAM", "\nVIỆT NAM");
        }),
        fault("Quốc hiệu hai đoạn", Check::NationLine, |doc| {
            doc.para(NATION).say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
            let second = Para::new("center", vec![Run::new("VIỆT NAM", 13, (true, false))]);
            table(doc, NATION).rows[0][1].insert(1, second);
        }),
        fault("ô Quốc hiệu hẹp", Check::NationLine, |doc| {
            table(doc, NATION).widths = vec![5000, 4600];
        }),
        fault("Quốc hiệu bên trái", Check::NationPlace, |doc| {
            let rows = &mut table(doc, NATION).rows;
            rows.iter_mut().for_each(|row| row.reverse());
        })
        .with(&[Check::AgencyMissing, Check::NationLine]),
        fault("Tiêu ngữ căn trái", Check::NationPlace, |doc| {
            doc.para(MOTTO).align = Some("left")
        }),
        fault("không có Tiêu ngữ", Check::MottoMissing, |doc| doc.remove(MOTTO)),
        fault("Tiêu ngữ gạch ngang dài", Check::MottoText, |doc| {
            doc.para(MOTTO).say("Độc lập – Tự do – Hạnh phúc");
        }),
        fault("Tiêu ngữ không cách chữ", Check::MottoText, |doc| {
            doc.para(MOTTO).say("Độc lập-Tự do-Hạnh phúc");
        }),
        fault("Tiêu ngữ cỡ 12", Check::MottoSize, |doc| {
            let motto = doc.para(MOTTO);
            size(motto, 12);
            motto.drawn = Some(2820);
        }),
        fault("Tiêu ngữ nghiêng", Check::MottoLook, |doc| italic(doc.para(MOTTO), true)),
        fault("Tiêu ngữ không có đường kẻ", Check::MottoRule, |doc| {
            doc.para(MOTTO).drawn = None
        }),
        fault("Tiêu ngữ gạch chân", Check::MottoRule, |doc| {
            let motto = doc.para(MOTTO);
            motto.drawn = None;
            underline(motto);
        }),
        fault("đường kẻ Tiêu ngữ ngắn", Check::MottoRuleLength, |doc| {
            doc.para(MOTTO).drawn = Some(1500);
        }),
        fault("cỡ 12, 14, 14", Check::SizesTogether, |doc| size(doc.para(NATION), 12)),
        fault("cỡ 13, 14, 13", Check::SizesTogether, |doc| size(doc.para(PLACE), 13)),
    ]
}

fn bodies() -> Vec<Fault> {
    vec![
        fault("không có cơ quan", Check::AgencyMissing, |doc| {
            table(doc, AGENCY).rows[0][0].clear()
        }),
        fault("cơ quan chữ thường", Check::AgencyCapitals, |doc| {
            doc.para(AGENCY).say("Ban Chỉ đạo 138");
        }),
        fault("cơ quan cỡ 14", Check::AgencySize, |doc| size(doc.para(AGENCY), 14)),
        fault("cơ quan không đậm", Check::AgencyLook, |doc| {
            bold(doc.para(AGENCY), false);
            bold(doc.para("TỈNH VÍ DỤ"), false);
            table(doc, AGENCY).rows[0][0].iter_mut().for_each(|para| bold(para, false));
        }),
        fault("chủ quản đậm", Check::ParentLook, |doc| {
            bold(doc.para("ỦY BAN NHÂN DÂN"), true)
        }),
        fault("cơ quan gõ dấu gạch dưới", Check::AgencyRule, |doc| {
            let cell = &mut table(doc, AGENCY).rows[0][0];
            cell[2].drawn = None;
            cell.push(Para::new("center", vec![Run::new("_________", 13, (false, false))]));
        }),
        fault("đường kẻ cơ quan dài", Check::AgencyRuleLength, |doc| {
            table(doc, AGENCY).rows[0][0][2].drawn = Some(2600);
        }),
    ]
}
