//! The files of rules: complete, and every finding can be said in words.

use bc138_nd30::{Alignment, Check, Rules, RulesError, Trait, Value, lint};

use crate::official;

const RULES: &str = include_str!("../../../../../assets/nd30/rules.toml");
const WORDS: &str = include_str!("../../../../../assets/nd30/words.toml");

fn rules() -> Rules {
    Rules::embedded().expect("the files travel with the program")
}

#[test]
fn a_correct_document_has_no_finding() {
    let rules = rules();
    let findings = lint(&official::report().bytes(), &rules).expect("it can be read");
    let told: Vec<String> = findings
        .iter()
        .map(|it| format!("{} {:?} {}", it.code, it.place, rules.show(&it.found)))
        .collect();
    assert!(told.is_empty(), "the document follows the decree:\n{}", told.join("\n"));
}

#[test]
fn every_rule_has_a_number_a_clause_and_words() {
    let rules = rules();
    assert_eq!(rules.rules().len(), Check::ALL.len(), "one rule for everything looked for");
    for (place, rule) in rules.rules().iter().enumerate() {
        assert_eq!(rule.code.to_string(), format!("TT.{:02}", place + 1), "numbers without gaps");
        let texts = [&rule.title, &rule.explanation, &rule.todo, &rule.clause];
        assert!(texts.iter().all(|text| !text.trim().is_empty()), "{} is told", rule.code);
        assert!(!rule.title.ends_with('.'), "{}: a title is no sentence", rule.code);
        let sentences =
            [&rule.explanation, &rule.todo].iter().all(|it| it.ends_with(['.', '…', '”']));
        assert!(sentences, "{}: explanation and advice are sentences", rule.code);
        assert_eq!(rules.of(rule.check), Some(rule), "found by what it looks for");
        assert_eq!(rules.rule(rule.code), Some(rule), "found by its number");
    }
}

#[test]
fn values_are_said_in_vietnamese() {
    let rules = rules();
    let between = |low, high| Value::Between(Box::new(low), Box::new(high));
    let cases = [
        (Value::Millimetres(127), "12,7 mm"),
        (between(Value::Points(260), Value::Points(280)), "từ 13 pt đến 14 pt"),
        (Value::AtLeast(Box::new(Value::Points(120))), "ít nhất 6 pt"),
        (Value::Points(250), "12,5 pt"),
        (Value::Lines(115), "1,15 dòng"),
        (Value::Paper(210, 297), "210 × 297 mm"),
        (Value::Alignment(Alignment::Centre), "canh giữa"),
        (Value::All(vec![Value::Trait(Trait::Upright), Value::Trait(Trait::Bold)]), "đứng, đậm"),
        (Value::Any(vec![Value::Number(1), Value::Number(2)]), "1 hoặc 2"),
        (Value::Text("Số: 05".into()), "“Số: 05”"),
    ];
    for (value, said) in cases {
        assert_eq!(rules.show(&value), said, "{value:?} reads so");
    }
}

#[test]
fn files_that_do_not_fit_are_refused() {
    let read = |rules: &str, words: &str| Rules::read(rules, words).map(|_| ());
    assert!(matches!(read("decree = ", WORDS), Err(RulesError::Syntax { file: "rules.toml", .. })));
    assert!(matches!(read(RULES, "x = 1"), Err(RulesError::Syntax { file: "words.toml", .. })));
    let twice = RULES.replace("\"TT.02\"", "\"TT.01\"");
    assert!(matches!(read(&twice, WORDS), Err(RulesError::DuplicateCode(_))));
    let unknown = RULES.replace("\"paper_size\"", "\"paper_colour\"");
    assert!(matches!(read(&unknown, WORDS), Err(RulesError::UnknownCheck { .. })));
    let same = RULES.replace("\"paper_size\"", "\"margin_top\"");
    assert_eq!(read(&same, WORDS), Err(RulesError::DuplicateCheck(Check::MarginTop)));
    let cut = &RULES[..RULES.rfind("[[rule]]").expect("there are rules")];
    assert_eq!(read(cut, WORDS), Err(RulesError::MissingCheck(Check::TonePlacement)));
    let silent = WORDS.replace("bold = \"đậm\"", "");
    assert_eq!(read(RULES, &silent), Err(RulesError::MissingWord("bold".into())));
}
