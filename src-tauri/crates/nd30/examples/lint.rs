//! Prints what the linter finds in DOCX files: `cargo run -p bc138-nd30 --example lint FILE…`.

use std::io::Write as _;

use bc138_nd30::{Finding, Rules, lint};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = Rules::embedded()?;
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let findings = lint(&std::fs::read(&path)?, &rules)?;
        writeln!(out, "{path}: {}", findings.len())?;
        for finding in findings {
            writeln!(out, "{}", line(&rules, &finding))?;
        }
    }
    Ok(())
}

fn line(rules: &Rules, finding: &Finding) -> String {
    let title = rules.rule(finding.code).map_or("", |rule| &rule.title);
    let place = match finding.place.paragraph {
        Some(paragraph) => format!("đoạn {paragraph}"),
        None => format!("phần {}", finding.place.section),
    };
    format!(
        "  {} {title} ({place}{}, “{}”): {} -> {} [{}]",
        finding.code,
        if finding.others.is_empty() {
            String::new()
        } else {
            format!(" +{}", finding.others.len())
        },
        finding.place.beginning,
        rules.show(&finding.found),
        rules.show(&finding.wanted),
        finding.clause,
    )
}
