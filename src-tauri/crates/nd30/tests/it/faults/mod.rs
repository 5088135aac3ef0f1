//! Every rule catches its fault, and no other rule fires with it unless that is named here.
#![allow(clippy::semicolon_if_nothing_returned, reason = "a change is one expression")]
#![allow(clippy::print_stdout, reason = "the table of faults is for people")]

mod annex;
mod end;
mod head;
mod number;
mod page;
mod text;
mod title;
mod writing;

use std::collections::BTreeSet;

use bc138_nd30::{Check, Rules, lint};

use crate::builder::{Block, Doc, Para, Run, Section, Table};
use crate::official::{body, report};

/// A change to the correct document.
struct Fault {
    /// What a clerk did.
    name: &'static str,
    /// The rule that must catch it.
    caught_by: Check,
    /// Rules that rightly fire as well.
    also: &'static [Check],
    change: fn(&mut Doc),
}

const fn fault(name: &'static str, caught_by: Check, change: fn(&mut Doc)) -> Fault {
    Fault { name, caught_by, also: &[], change }
}

impl Fault {
    const fn with(mut self, also: &'static [Check]) -> Self {
        self.also = also;
        self
    }
}

fn raw(para: &mut Para, properties: &str) {
    para.each(|run| run.raw.push_str(properties));
}

fn size(para: &mut Para, points: i32) {
    para.each(|run| run.size = Some(points * 2));
}

fn bold(para: &mut Para, on: bool) {
    para.each(|run| run.bold = Some(on));
}

fn italic(para: &mut Para, on: bool) {
    para.each(|run| run.italic = Some(on));
}

fn underline(para: &mut Para) {
    raw(para, r#"<w:u w:val="single"/>"#);
}

fn page_number(doc: &mut Doc) -> &mut Para {
    doc.header.para.as_mut().expect("the report has page numbers")
}

/// The table whose text holds some words.
fn table<'a>(doc: &'a mut Doc, words: &str) -> &'a mut Table {
    let place = doc.place(words);
    match &mut doc.blocks[place] {
        Block::Table(table) => table,
        Block::Para(_) => panic!("{words} stands in no table"),
    }
}

/// The first section: that of the report itself.
fn first(doc: &mut Doc) -> &mut Section {
    let found = doc.paras().into_iter().find_map(|para| para.ends.as_mut());
    found.expect("the annexes have sections of their own")
}

fn everywhere(doc: &mut Doc, from: &str, to: &str) {
    for para in doc.paras() {
        para.each(|run| run.text = run.text.replace(from, to));
    }
}

const CLAUSE: &str = "1. Lãnh đạo";
const TEXT: &str = "Tình hình an ninh";
const AGENCY: &str = "BAN CHỈ ĐẠO 138";

fn all() -> Vec<Fault> {
    let groups = [
        page::all(),
        head::all(),
        number::all(),
        title::all(),
        text::all(),
        end::all(),
        annex::all(),
        writing::all(),
    ];
    groups.into_iter().flatten().collect()
}

/// Prints every fault and whether it was caught; none may be missed or bring others along.
fn every_one_is_caught_alone(faults: &[Fault]) {
    let rules = Rules::embedded().expect("the files travel with the program");
    let mut problems = Vec::new();
    for fault in faults {
        let mut doc = report();
        (fault.change)(&mut doc);
        let findings = lint(&doc.bytes(), &rules).expect("a fault leaves the file readable");
        let found: BTreeSet<Check> = findings.iter().map(|finding| finding.check).collect();
        let wanted: BTreeSet<Check> = fault.also.iter().copied().chain([fault.caught_by]).collect();
        let code = rules.of(fault.caught_by).expect("every check has a rule").code;
        let caught = if found.contains(&fault.caught_by) { "caught" } else { "MISSED" };
        println!("{code} {:32} {caught}", fault.name);
        if found != wanted {
            problems.push(format!("{code} {}: found {found:?}, wanted {wanted:?}", fault.name));
        }
    }
    println!("{}/{}", faults.len() - problems.len(), faults.len());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn faults_of_the_page_are_caught() {
    every_one_is_caught_alone(&page::all());
}

#[test]
fn faults_of_the_head_are_caught() {
    every_one_is_caught_alone(&head::all());
}

#[test]
fn faults_of_number_and_date_are_caught() {
    every_one_is_caught_alone(&number::all());
}

#[test]
fn faults_of_the_title_are_caught() {
    every_one_is_caught_alone(&title::all());
}

#[test]
fn faults_of_the_text_are_caught() {
    every_one_is_caught_alone(&text::all());
}

#[test]
fn faults_of_the_end_are_caught() {
    every_one_is_caught_alone(&end::all());
}

#[test]
fn faults_of_annexes_are_caught() {
    every_one_is_caught_alone(&annex::all());
}

#[test]
fn faults_of_writing_are_caught() {
    every_one_is_caught_alone(&writing::all());
}

#[test]
fn every_rule_has_a_fault() {
    let faults = all();
    let caught: BTreeSet<Check> = faults.iter().map(|fault| fault.caught_by).collect();
    let without: Vec<_> = Check::ALL.iter().filter(|check| !caught.contains(check)).collect();
    assert!(without.is_empty(), "a rule that nothing shows to work: {without:?}");
    let names: BTreeSet<&str> = faults.iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults.len(), "every fault has a name of its own");
}
