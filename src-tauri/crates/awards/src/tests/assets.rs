//! The delivered files fit together, and broken ones are refused with file and line.

use super::*;
use crate::form::Form;
use crate::tsv::TableFault;

/// The first fault of the files, with its place.
fn fault(files: &TableFiles<'_>) -> (&'static str, usize, TableFault) {
    let error = Tables::read(files).unwrap_err();
    (error.file, error.line, error.fault)
}

fn lines(text: &str) -> usize {
    text.lines().count()
}

/// Code, name, rank and recipients of each form: what the two files must say alike.
type Stated = (String, String, String, String);

#[test]
fn the_catalogue_and_the_legal_tables_have_the_same_forms_ranks_and_recipients() {
    let catalogue = include_str!("../../../../../assets/catalogue/award_forms.tsv");
    let stated = |line: &str| -> Stated {
        let cells: Vec<String> = line.split('\t').take(4).map(str::to_owned).collect();
        let [code, name, rank, recipients] = cells.try_into().expect("four cells");
        (code, name, rank, recipients)
    };
    let offered: BTreeSet<Stated> = catalogue.lines().skip(1).map(stated).collect();
    let words = |form: &Form| -> String {
        let words = form.recipients.iter().map(|it| crate::tsv::recipient_word(*it));
        words.collect::<Vec<_>>().join(",")
    };
    let legal: BTreeSet<Stated> = tables()
        .forms()
        .iter()
        .map(|it| (it.code.clone(), it.name.clone(), it.rank.to_string(), words(it)))
        .collect();
    assert_eq!(offered, legal, "what a clerk can choose is what the law is known for");
}

#[test]
fn two_lines_for_one_day_are_refused() {
    let twice = format!("{}2340000\tconfirmed\t2026-01-01\t\tx\t\n", FILES.base_salaries);
    let (file, line, fault) = fault(&TableFiles { base_salaries: &twice, ..FILES });
    assert_eq!(file, "base_salaries.tsv");
    assert!(matches!(fault, TableFault::Overlap { .. }), "{fault} in line {line}");

    let code = format!("{}thu_tuong\tThủ tướng\t\t\tx\n", FILES.authorities);
    let place = lines(&code);
    let (file, line, fault) = self::fault(&TableFiles { authorities: &code, ..FILES });
    assert_eq!((file, line), ("authorities.tsv", place), "the second line is named");
    assert_eq!(fault, TableFault::Overlap { key: "thu_tuong".to_owned(), earlier: 3 });
}

#[test]
fn days_without_a_value_are_refused() {
    let gap: String = FILES
        .base_salaries
        .lines()
        .filter(|line| !line.starts_with("1800000"))
        .fold(String::new(), |text, line| text + line + "\n");
    let (file, _, fault) = fault(&TableFiles { base_salaries: &gap, ..FILES });
    assert_eq!(file, "base_salaries.tsv");
    assert!(matches!(fault, TableFault::Gap { .. }), "{fault}");

    let ended = FILES.rounding.replace("2025-07-01\t\t", "2025-07-01\t2025-12-31\t");
    let (file, _, fault) = self::fault(&TableFiles { rounding: &ended, ..FILES });
    assert_eq!(file, "rounding.tsv");
    assert!(matches!(fault, TableFault::Ends { .. }), "money needs a rounding today: {fault}");
}

#[test]
fn a_broken_cell_is_named_with_its_place() {
    let tail = "\tconfirmed\t2025-07-01\t\tx\t\n";
    let broken = [
        ("la\tthu_tuong\tperson\t\t1\texact", "form: unknown code la"),
        ("giay_khen\tai\tperson\t\t1\texact", "authority: unknown code ai"),
        ("giay_khen\tthu_tuong\tai\t\t1\texact", "recipient: unknown word ai"),
        ("giay_khen\tthu_tuong\tperson\t\tx\texact", "coefficient: x is no number"),
        ("giay_khen\tthu_tuong\tperson\t\t0\texact", "coefficient: 0 is no number"),
        ("giay_khen\tthu_tuong\tperson\t\t1", "11 columns expected, 10 found"),
        ("huan_chuong\tthu_tuong\tperson\t\t1\texact", "the class does not fit the form"),
    ];
    for (start, expected) in broken {
        let text = format!("{}{start}{tail}", FILES.coefficients);
        let (file, line, fault) = fault(&TableFiles { coefficients: &text, ..FILES });
        assert_eq!((file, line), ("coefficients.tsv", lines(&text)), "{start}");
        assert_eq!(fault.to_string(), expected, "{start}");
    }
}

#[test]
fn a_date_that_is_none_and_a_reversed_stretch_are_refused() {
    for (from, to) in [("1/7/2025", ""), ("2026-02-30", "")] {
        let text = format!("{}9\tconfirmed\t{from}\t{to}\tx\t\n", FILES.base_salaries);
        let (_, line, fault) = fault(&TableFiles { base_salaries: &text, ..FILES });
        assert_eq!(line, lines(&text));
        assert!(matches!(fault, TableFault::Date { .. }), "{from}: {fault}");
    }
    let text = format!("{}9\tconfirmed\t2030-01-02\t2030-01-01\tx\t\n", FILES.base_salaries);
    let (_, _, fault) = fault(&TableFiles { base_salaries: &text, ..FILES });
    assert_eq!(fault, TableFault::Reversed);
}

#[test]
fn a_renamed_column_and_an_empty_file_are_refused() {
    let header = FILES.honours.replacen("code", "ma", 1);
    let (file, line, fault) = fault(&TableFiles { honours: &header, ..FILES });
    assert_eq!((file, line), ("honours.tsv", 1));
    assert!(matches!(fault, TableFault::Header(_)));
    let (_, _, fault) = self::fault(&TableFiles { honours: "code\tname\n", ..FILES });
    assert_eq!(fault, TableFault::NoLines);
}

#[test]
fn a_rule_may_only_name_honours_that_are_listed() {
    let text = FILES.rules.replace("huy_chuong_vi_an_ninh_to_quoc", "huy_chuong_khac");
    let (file, _, fault) = fault(&TableFiles { rules: &text, ..FILES });
    assert_eq!(file, "rules.tsv");
    let code = "huy_chuong_khac".to_owned();
    assert_eq!(fault, TableFault::Unknown { column: "values", code });
}

#[test]
fn whatever_rests_on_an_assumption_says_which() {
    let files = [FILES.coefficients, FILES.multipliers, FILES.base_salaries, FILES.rounding];
    for text in files {
        for line in text.lines().filter(|line| line.contains("\tunconfirmed\t")) {
            let note = line.split('\t').next_back().unwrap();
            assert!(!note.trim().is_empty(), "no assumption is told in: {line}");
        }
    }
}

#[test]
fn a_coefficient_may_not_end_before_its_authority() {
    let line = "giay_khen\tgiam_doc_cat\tperson\t\t0,3\texact\tconfirmed\t2025-07-01\t";
    let text = FILES.coefficients.replace(&format!("{line}\t"), &format!("{line}2030-12-31\t"));
    let (file, _, fault) = fault(&TableFiles { coefficients: &text, ..FILES });
    assert_eq!(file, "coefficients.tsv");
    assert_eq!(fault, TableFault::Ends { key: "giay_khen.giam_doc_cat.person".to_owned() });
}

#[test]
fn every_form_that_can_be_given_today_has_money_or_an_upper_bound() {
    let today = day(2026, 11, 22);
    let forms = tables().forms().iter().filter(|form| form.validity.holds(Some(today)));
    for form in forms.filter(|form| form.is_named()) {
        for code in &form.decided_by {
            let authority = tables().authority(code).unwrap();
            if !authority.validity.holds(Some(today)) {
                continue;
            }
            for recipient in form.recipients.iter().copied() {
                let class = form.has_classes.then_some(bc138_domain::MedalClass::First);
                let grant = crate::Grant {
                    form: &form.code,
                    authority: code,
                    recipient,
                    class,
                    decision_day: today,
                };
                let money = crate::money(&grant, tables(), &[]);
                let told = match money {
                    Ok(money) => money.amount > bc138_domain::Fixed::default(),
                    Err(missing) => matches!(missing, crate::MoneyError::OnlyUpperBound { .. }),
                };
                assert!(told, "{} by {code} to {recipient:?}", form.code);
            }
        }
    }
}
