use bc138_domain::{Catalogue, FieldGroup, Indicator, catalogue::Own};
use bc138_exchange::{ReadContext, read};
use std::time::Instant;
fn rss() -> String {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    s.lines()
        .filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS"))
        .map(|l| l.split_whitespace().nth(1).unwrap().to_owned())
        .collect::<Vec<_>>()
        .join("/")
}
fn main() {
    let own: Vec<Indicator> = (0..60).map(|n| Indicator::own(n, "models", "chỉ tiêu")).collect();
    let group = FieldGroup { code: "models".into(), ..FieldGroup::own(1, 4, "Mô hình") };
    let empty = Catalogue::default();
    let cat =
        empty.with_own(&Own { indicators: &own, groups: &[group], ..Own::default() }).unwrap();
    let ctx = ReadContext { catalogue: &cat, units: None };
    let head = r#"{"format":"bc138","version":1,"#;
    let which = std::env::args().nth(1).unwrap();
    let n = 50_000_000usize;
    let many = |s: &str, n: usize| {
        let mut t = String::with_capacity(n + 10);
        while t.len() < n {
            t.push_str(s);
            t.push(',');
        }
        t.pop();
        t
    };
    let text = match which.as_str() {
        "settings" => format!(r#"{head}"settings":[{}]}}"#, many(r#"{"key":"a","value":"b"}"#, n)),
        "wrong" => format!(r#"{head}"settings":[{}]}}"#, many(r#"{"kye":"a"}"#, n)),
        "dossiers" => {
            format!(r#"{head}"dossiers":[{}]}}"#, many(r#"{"province":"M","window":2024}"#, n))
        }
        "passages" => format!(
            r#"{head}"dossiers":[{{"province":"M","window":2024,"passages":[{}]}}]}}"#,
            many(r#"{"role":"task","text":"a"}"#, n)
        ),
        "list" => format!(
            r#"{head}"dossiers":[{{"province":"M","window":2024,"agenda":[{}]}}]}}"#,
            many("1", n)
        ),
        "keys" => {
            let mut t = format!(r#"{head}"dossiers":[{{"#);
            let mut i = 0;
            while t.len() < n {
                t.push_str(&format!("\"k{i}\":1,"));
                i += 1;
            }
            t.pop();
            t + "}]}"
        }
        "topkeys" => {
            let mut t = head.to_owned();
            let mut i = 0;
            while t.len() < n {
                t.push_str(&format!("\"k{i}\":1,"));
                i += 1;
            }
            t.pop();
            t + "}"
        }
        "units" => {
            let mut t = format!(r#"{head}"entries":{{"units":["#);
            let mut i = 0;
            while t.len() < n {
                t.push_str(&format!("\"k{i}\","));
                i += 1;
            }
            t.pop();
            t + "]}}"
        }
        "rows" => format!(
            r#"{head}"entries":{{"units":["a"],"measures":["own_1"],"windows":[2024],"rows":[{}]}}}}"#,
            many("[0,0,0,1]", n)
        ),
        "deep" => "[".repeat(n),
        "string" => format!(r#"{head}"settings":[{{"key":"{}","value":""}}]}}"#, "a".repeat(n)),
        "escapes" => {
            format!(r#"{head}"settings":[{{"key":"{}","value":""}}]}}"#, "\\u0301".repeat(n / 6))
        }
        "chain" => {
            let mut t = format!(r#"{head}"dossiers":[{{"province":"M","window":2024,"figures":["#);
            for i in 1..=150_000 {
                t.push_str(&format!(
                    r#"{{"id":{i},"indicator":"own_1","amount":1,"part_of":{}}},"#,
                    i % 150_000 + 1
                ));
            }
            t.pop();
            t + "]}]}"
        }
        "chain2" => {
            let mut t = format!(r#"{head}"dossiers":[{{"province":"M","window":2024,"figures":["#);
            for i in 1..=120_000 {
                t.push_str(&format!(
                    r#"{{"id":{i},"indicator":"own_1","amount":1{}}},"#,
                    if i < 120_000 { format!(",\"part_of\":{}", i + 1) } else { String::new() }
                ));
            }
            t.pop();
            t + "]}]}"
        }
        "names" => {
            let mut t =
                format!(r#"{head}"dossiers":[{{"province":"M","window":2024,"participants":["#);
            for i in 0..60_000 {
                t.push_str(&format!(r#"{{"name":"N{i}"}},"#));
            }
            t.pop();
            t.push_str("],\"speeches\":[");
            for i in 0..60_000 {
                t.push_str(&format!(r#"{{"speaker":"N{i}"}},"#));
            }
            t.pop();
            t + "]}]}"
        }
        "own" => {
            let mut t = format!(r#"{head}"dossiers":[{{"province":"M","window":2024,"figures":["#);
            for i in 0..80_000 {
                t.push_str(&format!(r#"{{"name":"N{i}","amount":1}},"#));
            }
            t.pop();
            t + "]}]}"
        }
        _ => panic!(),
    };
    let before = rss();
    let t = Instant::now();
    let r = read(text.as_bytes(), &ctx);
    let e = t.elapsed();
    match r {
        Ok(x) => println!(
            "{which}: {} bytes ok {} records {} cells {:.2?} {before} -> {}",
            text.len(),
            x.records.len(),
            x.entries.cells.len(),
            e,
            rss()
        ),
        Err(p) => println!(
            "{which}: {} bytes {} problems, first {} {:.2?} {before} -> {}",
            text.len(),
            p.len(),
            &p[0].to_string().chars().take(120).collect::<String>(),
            e,
            rss()
        ),
    }
}
