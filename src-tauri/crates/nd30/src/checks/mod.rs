//! What is looked for, one file for each part of the decree. Numbers and words stand in the rules.

mod addressee;
mod annex;
mod body;
mod characters;
mod citation;
mod dates;
mod drawn;
mod figures;
mod head;
mod look;
mod number;
mod order;
mod page_number;
mod paper;
mod recipients;
mod remains;
mod signer;
mod spacing;
mod title;
mod tone;
mod wording;

use crate::finding::Finding;
use crate::parts::Layout;
use crate::rules::Rules;
use crate::sink::Sink;

/// Looks for everything.
pub(crate) fn run(layout: &Layout<'_>, rules: &Rules) -> Vec<Finding> {
    let mut sink = Sink::new(layout, rules);
    let checks: [fn(&mut Sink<'_>); 19] = [
        paper::check,
        characters::check,
        page_number::check,
        head::check,
        number::check,
        dates::check_head,
        title::check,
        addressee::check,
        body::check,
        spacing::check,
        order::check,
        signer::check,
        recipients::check,
        annex::check,
        figures::check,
        dates::check_text,
        wording::check,
        tone::check,
        remains::check,
    ];
    for check in checks {
        check(&mut sink);
    }
    citation::check(&mut sink);
    sink.finish()
}
