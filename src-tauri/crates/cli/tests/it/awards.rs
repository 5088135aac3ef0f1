//! The list of awards for people and programs.

use crate::bc138::{SAMPLES, office, with_sample};
use serde_json::Value;

/// A store with one decision: a person and a collective, and a flag that went to a person.
const LIST: &str = r#"{
  "format": "bc138", "version": 1,
  "dossiers": [{ "province": "Lạng Sơn", "window": 2024, "awards": [
    { "form": "giay_khen", "authorities": "Giám đốc Công an tỉnh", "decision_date": "10/01/2025",
      "lines": [
        { "kind": "tập thể", "name": "Công an xã Mẫu" },
        { "kind": "cá nhân", "name": "Nguyễn Văn Thử", "post": "Trưởng thôn Một" }
      ] },
    { "form": "co_thi_dua", "authorities": "Bộ trưởng Bộ Công an", "decision_date": "10/01/2025",
      "lines": [{ "kind": "cá nhân", "name": "Trần Thị Thử" }] }
  ] }]
}"#;

#[test]
fn the_list_tells_recipients_money_sources_and_what_to_look_at() {
    let office = office();
    let file = office.folder.path().join("khen.json");
    std::fs::write(&file, LIST).expect("the file is written");
    assert_eq!(office.run(&["import", &file.to_string_lossy()]).code, 0, "it is taken");
    let ended = office.run(&["awards"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""), "there is something to look at");
    for text in [
        "1 tập thể, 1 cá nhân",
        "Nguyễn Văn Thử · Trưởng thôn Một · 710.000",
        "0,3 × 2.340.000 = 702.000",
        "Nghị định 98/2023/NĐ-CP, Điều 54",
        "Tổng tiền thưởng: 2.120.000 đồng",
        "L.01 Đối tượng nhận trái quy định",
        "Điều 26",
    ] {
        assert!(ended.stdout.contains(text), "“{text}”: {}", ended.stdout);
    }
    let json: Value = serde_json::from_str(&office.run(&["awards", "--json"]).stdout)
        .expect("the output is JSON and nothing else");
    assert_eq!((&json["format"], &json["version"]), (&"bc138-awards".into(), &1.into()));
    assert_eq!(json["awards"]["total"], "2.120.000");
    assert_eq!(json["awards"]["remarks"][0]["code"], "L.01");
}

#[test]
fn the_awards_of_every_sample_are_listed() {
    for name in SAMPLES {
        let ended = with_sample(name).run(&["awards"]);
        assert_eq!(ended.stderr, "", "{name}");
        assert!(ended.stdout.starts_with("Khen thưởng · "), "{name}: {}", ended.stdout);
        assert!(ended.stdout.contains("Tổng tiền thưởng"), "{name}");
    }
}
