//! Reads a file: first its JSON as a whole, then the ids in it, then everything.

mod amount;
mod entries;
mod file;
mod finish;
mod home;
mod ids;
mod made;
mod names;
mod object;
mod photos;
mod record;
mod rows;
mod tables;
mod time;
mod value;

use crate::everything::{Everything, Photo};
use crate::found::{Path, Problems};
use crate::json::{Node, Scan, Scanner, Stop};
use crate::place::Places;
use crate::problem::{Fault, Problem, ProblemKind, Subject};
use bc138_domain::{Catalogue, EntryBatch, Record, Stage, Stopped, Work};
use chrono::NaiveDate;
use home::Home;
use ids::Ids;
use names::Names;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// The largest file that is read.
pub const MAX_BYTES: usize = 1 << 30;
/// The most records that are taken from one file; entries are not counted.
pub const MAX_RECORDS: usize = 500_000;

/// What the file's codes and names are looked up in.
#[derive(Clone, Copy)]
pub struct ReadContext<'a> {
    /// Indicators, groups of fields and forms of award.
    pub catalogue: &'a Catalogue,
    /// The register of units; without one every key is taken as it stands.
    pub units: Option<&'a dyn Units>,
    /// Who watches, and may stop it.
    pub work: Option<&'a Work>,
}

/// The register of units, as far as a file asks it.
pub trait Units {
    /// Whether a unit has this key.
    fn knows(&self, key: &str) -> bool;
    /// Keys of the units called so (“xã Hàm Yên”, “Hàm Yên”) on a day, or ever without one. Where
    /// no unit is called so on the day, those that exist then and once had the name.
    fn named(&self, name: &str, day: Option<NaiveDate>) -> Vec<String>;
}

/// Reads a file: everything in it, or what is wrong with it. Nothing is half taken.
///
/// # Errors
/// What is wrong, in the order of the text; at most two hundred problems, then
/// [`ProblemKind::ManyMore`].
pub fn read(bytes: &[u8], context: &ReadContext<'_>) -> Result<Everything, Vec<Problem>> {
    read_placed(bytes, context).map(|(everything, _)| everything)
}

/// Like [`read()`], with the places of the records: for rules that only their owner knows.
///
/// # Errors
/// As [`read()`].
pub fn read_placed<'a>(
    bytes: &'a [u8],
    context: &'a ReadContext<'a>,
) -> Result<(Everything, Places<'a>), Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        return Err(alone("", 0, ProblemKind::TooLarge { limit: MAX_BYTES }));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        if !begins_like_json(bytes) {
            return alone("", 0, ProblemKind::NotJson);
        }
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let sound = std::str::from_utf8(sound).unwrap_or_default();
        alone(sound, sound.len(), ProblemKind::NotUtf8)
    })?;
    Scanner::new(text, 0).check_whole().map_err(|stop| match stop.kind {
        ProblemKind::Syntax(fault) if fault != Fault::Ended && !begins_like_json(bytes) => {
            alone(text, 0, ProblemKind::NotJson)
        }
        kind => alone(text, stop.at, kind),
    })?;
    if let Some(work) = context.work {
        work.begin(Stage::Reading, text.len())
            .map_err(|Stopped| alone("", 0, ProblemKind::Stopped))?;
    }
    let mut reader = Reader::new(text, context);
    reader.file();
    reader.finish()
}

/// Whether a file begins as JSON in some encoding does: another one is no damaged file of ours.
fn begins_like_json(bytes: &[u8]) -> bool {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(first, Some(b'{' | b'[' | 0xFE | 0xFF | 0))
}

/// The one problem of a file that cannot be read at all.
fn alone(text: &str, at: usize, kind: ProblemKind) -> Vec<Problem> {
    let mut problems = Problems::default();
    problems.add(at, &Path::Root, kind);
    problems.in_text(text)
}

/// What is known and found while one file is read.
struct Reader<'a> {
    text: &'a str,
    problems: Problems,
    ids: Ids,
    names: Names<'a>,
    /// The dossier whose parts are being read.
    home: Home,
    /// The day of the event of units that is being read.
    event_day: Option<NaiveDate>,
    /// Keys that no table names, until the record has been asked about them.
    open: Vec<record::Open>,
    work: Option<&'a Work>,
    /// Values that may stand only once, by their section.
    taken: BTreeSet<String>,
    records: Vec<Record>,
    entries: EntryBatch,
    photos: Vec<Photo>,
    places: Places<'a>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, context: &'a ReadContext<'a>) -> Self {
        Self {
            text,
            problems: Problems::default(),
            ids: Ids::default(),
            names: Names::new(context),
            home: Home::default(),
            event_day: None,
            open: Vec::new(),
            work: context.work,
            taken: BTreeSet::new(),
            records: Vec::new(),
            entries: EntryBatch::default(),
            photos: Vec::new(),
            places: Places::of(text),
        }
    }

    fn finish(self) -> Result<(Everything, Places<'a>), Vec<Problem>> {
        if !self.problems.is_empty() {
            return Err(self.problems.in_text(self.text));
        }
        let Self { records, entries, photos, places, .. } = self;
        Ok((Everything { records, entries, photos }.ordered(), places))
    }

    /// Tells how far the reading is, and ends it when it shall.
    fn heed(&self, at: usize) -> Scan<()> {
        let stop = |Stopped| Stop { at, kind: ProblemKind::Stopped };
        self.work.map_or(Ok(()), |work| work.reach(at).map_err(stop))
    }

    /// Notes a problem at a value; nothing comes of the value.
    fn refuse<T>(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        kind: impl Into<ProblemKind>,
    ) -> Option<T> {
        self.problems.add(node.at, path, kind);
        None
    }

    /// The domain's own reading of a value that was put together here.
    fn domain<T: DeserializeOwned>(
        &mut self,
        json: serde_json::Value,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Option<T> {
        match serde_json::from_value(json) {
            Ok(value) => Some(value),
            Err(error) => {
                let message = error.to_string();
                self.refuse(node, path, ProblemKind::Rejected { message })
            }
        }
    }

    /// Notes that nothing is called so.
    fn no_such<T>(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        (subject, name, likely): (Subject, &str, Option<String>),
    ) -> Option<T> {
        self.refuse(node, path, ProblemKind::NoSuch { subject, name: name.to_owned(), likely })
    }
}
