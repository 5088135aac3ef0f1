//! A digest of everything a register says.

use crate::registry::Registry;
use crate::roll::Roll;
use crate::succession::{Share, Succession};
use crate::unit::{To, Unit, UnitIx};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

impl Registry {
    /// A SHA-256 over every unit, every dated attribute and every succession. Two registers with
    /// the same fingerprint answer every question alike.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = Hasher(Sha256::new());
        // Writing to a hasher cannot fail.
        let _written: fmt::Result = describe(&self.inner.roll, &mut hasher);
        hasher.0.finalize().into()
    }
}

struct Hasher(Sha256);

impl Write for Hasher {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// One line for everything, with tabs between the cells; names hold no tabs.
fn describe(roll: &Roll, out: &mut impl Write) -> fmt::Result {
    for unit in &roll.units {
        describe_unit(unit, out)?;
    }
    roll.successions.iter().try_for_each(|s| describe_succession(s, out))
}

fn describe_unit(unit: &Unit, out: &mut impl Write) -> fmt::Result {
    let Unit { key, level, code, lifetime, ending, name, kind, parent, changes } = unit;
    let place = |parent: &Option<UnitIx>| parent.map(|p| p.0);
    write!(out, "unit\t{key}\t{level:?}\t{code:?}\t{name}\t{kind:?}\t{:?}\t", place(parent))?;
    writeln!(out, "{:?}\t{:?}\t{ending:?}", lifetime.first, lifetime.last)?;
    for change in changes {
        write!(out, "change\t{}\t{}\t", change.from, change.event)?;
        match &change.to {
            To::Name(name) => writeln!(out, "name\t{name}")?,
            To::Kind(kind) => writeln!(out, "kind\t{kind:?}")?,
            To::Parent(parent) => writeln!(out, "parent\t{}", parent.0)?,
        }
    }
    Ok(())
}

fn describe_succession(succession: &Succession, out: &mut impl Write) -> fmt::Result {
    let Succession { unit, date, parts, share } = succession;
    write!(out, "succession\t{}\t{date}", unit.0)?;
    for part in parts {
        write!(out, "\t{}", part.0)?;
    }
    match share {
        Share::Whole => writeln!(out, "\twhole"),
        Share::Weighted { method, weights } => writeln!(out, "\t{method:?}\t{weights:?}"),
        Share::Unknown => writeln!(out, "\tunknown"),
        Share::NotRestated => writeln!(out, "\tnot restated"),
    }
}
