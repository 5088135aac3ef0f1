//! Table `figure`.

use crate::column::{
    Cells, Table, fixed_opt, int, int_opt, json, text, text_opt, window_values, word, word_opt,
};
use crate::error::StoreError;
use bc138_domain::{Amount, Figure, Fixed, Provenance, Scope, Wording};
use rusqlite::types::Value;

impl Table for Figure {
    const NAME: &'static str = "figure";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "dossier",
        "indicator",
        "scope_type",
        "scope_name",
        "window_from",
        "window_to",
        "window_label",
        "categories",
        "nature",
        "state",
        "amount_type",
        "amount_value",
        "amount_total",
        "amount_words",
        "qualifier",
        "part_of",
        "lead",
        "noun",
        "tail",
        "amount_printed",
        "origin",
        "source",
        "comment",
        "subject",
        "rate_printed",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let (scope_type, scope_name) = scope_values(&self.scope);
        let mut values = vec![
            int(self.id),
            int(self.dossier),
            text(&self.indicator),
            text(scope_type),
            text_opt(scope_name),
        ];
        values.extend(window_values(&self.window));
        values.extend([json(&self.categories)?, word(&self.nature)?, word(&self.state)?]);
        values.extend(amount_values(self.amount.as_ref()));
        values.extend([
            word_opt(self.qualifier.as_ref())?,
            int_opt(self.part_of),
            text_opt(self.wording.lead.as_ref()),
            text_opt(self.wording.noun.as_ref()),
            text_opt(self.wording.tail.as_ref()),
            text_opt(self.wording.amount.as_ref()),
            word(&self.provenance.origin)?,
            text_opt(self.provenance.document.as_ref()),
            text_opt(self.provenance.comment.as_ref()),
            text_opt(self.wording.subject.as_ref()),
            text_opt(self.wording.rate.as_ref()),
        ]);
        Ok(values)
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            indicator: row.get(2)?,
            scope: read_scope(row)?,
            window: row.window(5)?,
            categories: row.json(8)?,
            nature: row.word(9)?,
            state: row.word(10)?,
            amount: read_amount(row)?,
            qualifier: row.word_opt(15)?,
            part_of: row.get(16)?,
            wording: Wording {
                lead: row.get(17)?,
                noun: row.get(18)?,
                tail: row.get(19)?,
                amount: row.get(20)?,
                subject: row.get(24)?,
                rate: row.get(25)?,
            },
            provenance: Provenance {
                origin: row.word(21)?,
                document: row.get(22)?,
                comment: row.get(23)?,
            },
        })
    }
}

const fn scope_values(scope: &Scope) -> (&'static str, Option<&String>) {
    match scope {
        Scope::Province => ("province", None),
        Scope::Unit { name } => ("unit", Some(name)),
        Scope::Set { name } => ("set", Some(name)),
        Scope::Country => ("country", None),
    }
}

fn read_scope(row: &Cells<'_>) -> Result<Scope, StoreError> {
    let name = || row.get::<String>(4);
    Ok(match row.get::<String>(3)?.as_str() {
        "unit" => Scope::Unit { name: name()? },
        "set" => Scope::Set { name: name()? },
        "country" => Scope::Country,
        _ => Scope::Province,
    })
}

/// Columns amount_type, amount_value, amount_total, amount_words.
fn amount_values(amount: Option<&Amount>) -> [Value; 4] {
    let columns =
        |kind: &str, value: Option<Fixed>, total: Option<Fixed>, words: Option<&String>| {
            [text(kind), fixed_opt(value), fixed_opt(total), text_opt(words)]
        };
    match amount {
        None => [Value::Null, Value::Null, Value::Null, Value::Null],
        Some(Amount::Number { value }) => columns("number", Some(*value), None, None),
        Some(Amount::Ratio { reached, total }) => {
            columns("ratio", Some(*reached), Some(*total), None)
        }
        Some(Amount::Percent { value }) => columns("percent", Some(*value), None, None),
        Some(Amount::Words { words }) => columns("words", None, None, Some(words)),
        Some(Amount::Money { dong }) => columns("money", Some(*dong), None, None),
        Some(Amount::Quantity { value, unit }) => {
            columns("quantity", Some(*value), None, Some(unit))
        }
    }
}

fn read_amount(row: &Cells<'_>) -> Result<Option<Amount>, StoreError> {
    let Some(kind) = row.get::<Option<String>>(11)? else { return Ok(None) };
    let missing = || StoreError::Unreadable(format!("figure without its {kind}"));
    let value = || row.fixed(12).and_then(|value| value.ok_or_else(missing));
    let words = || row.get::<Option<String>>(14).and_then(|words| words.ok_or_else(missing));
    Ok(Some(match kind.as_str() {
        "number" => Amount::Number { value: value()? },
        "ratio" => {
            let total = row.fixed(13)?.ok_or_else(missing)?;
            Amount::Ratio { reached: value()?, total }
        }
        "percent" => Amount::Percent { value: value()? },
        "words" => Amount::Words { words: words()? },
        "money" => Amount::Money { dong: value()? },
        "quantity" => Amount::Quantity { value: value()?, unit: words()? },
        _ => return Err(missing()),
    }))
}
