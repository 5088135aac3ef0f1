//! Certificates, one page each (Giấy khen, Bằng khen), also onto pre-printed forms.
//!
//! Where each text stands is data (`assets/certificates/layout.toml`); the office moves everything
//! by two settings until the test sheet meets its printed form.

use super::Request;
use super::frame::long_date;
use super::giver::Giver;
use super::letterhead::Letterhead;
use crate::app::App;
use crate::assets;
use crate::compose::award_form;
use crate::error::AppError;
use crate::vi::award_papers as words;
use bc138_domain::{Award, AwardLine, DossierPart, Recipient, cell};
use bc138_report::{
    Align, Document, Form, FormField, Paper, Paragraph, RuleBelow, Section, Span, Style,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the texts stand.
#[derive(Debug, Deserialize)]
struct Layout {
    field: Vec<Field>,
}

/// One text.
#[derive(Debug, Deserialize)]
struct Field {
    text: String,
    #[serde(default)]
    form: bool,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    italic: bool,
    #[serde(default)]
    rule: bool,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    size: f32,
}

impl App {
    /// A page for every recipient of the awards that stand, or the test sheet.
    pub(super) fn certificates(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let layout = layout()?;
        let mut pages = Vec::new();
        if request.test {
            pages.push(form(&layout, &letterhead, &sample_values(), true));
        } else {
            for award in self.decisions(part, request)? {
                let standing = award.lines.iter().filter(|line| line.stands());
                pages.extend(standing.map(|line| {
                    let values = self.values(award, line, &letterhead);
                    form(&layout, &letterhead, &values, false)
                }));
            }
        }
        let blocks = match pages.is_empty() {
            true => vec![Paragraph::plain(Style::Body, words::NO_RECIPIENTS).into()],
            false => pages.into_iter().map(Into::into).collect(),
        };
        let section = Section { paper: Paper::A4Landscape, numbered: false, blocks };
        Ok(Document {
            meta: letterhead.meta(request.style.title()),
            sizes: letterhead.sizes(),
            sections: vec![section],
            attachments: Vec::new(),
        })
    }

    /// What is known of a recipient, by the names that the layout uses.
    fn values(
        &self,
        award: &Award,
        line: &AwardLine,
        letterhead: &Letterhead<'_>,
    ) -> BTreeMap<&'static str, String> {
        let dated = award.decision_date.map(long_date);
        let signed = words::signed(award.signer.as_deref(), &award.authorities);
        let giver = award.authorities.first().map(|it| Giver::of(it, letterhead.unit()));
        let own = letterhead.place();
        let place = match &giver {
            Some(giver) => giver.place(&own).unwrap_or_else(|| words::UNKNOWN.to_owned()),
            None => own,
        };
        let merit = line.merit.as_ref().or(award.reason.as_ref());
        let name = match line.kind {
            Recipient::Person => words::addressed(line),
            _ => line.name.clone(),
        };
        let known = [
            ("giver", giver.map(|giver| giver.title())),
            ("granting", Some(words::GRANTING.to_owned())),
            ("form", Some(award_form(award, &self.assets.catalogue).to_uppercase())),
            ("name", Some(name)),
            ("post", words::post_and_unit(line)),
            ("merit", merit.map(|merit| words::for_merit(merit))),
            ("decision", award.decision_number.clone()),
            ("decided", dated.clone()),
            ("dated", dated.map(|dated| format!("{place}, {dated}"))),
            ("role", signed.role),
            ("deputy", signed.deputy),
            ("signer", signed.name),
        ];
        known.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn layout() -> Result<Layout, AppError> {
    toml::from_str(assets::CERTIFICATE).map_err(|error| AppError::Template {
        name: "certificates/layout.toml".to_owned(),
        detail: error.to_string(),
    })
}

/// One page.
fn form(
    layout: &Layout,
    letterhead: &Letterhead<'_>,
    values: &BTreeMap<&'static str, String>,
    test: bool,
) -> Form {
    let pre_printed = letterhead.setting("certificate.pre_printed") == Some("có");
    let shown = layout.field.iter().filter(|field| test || !(field.form && pre_printed));
    Form {
        fields: shown.filter_map(|field| placed(field, values)).collect(),
        shift_right_mm: millimetres(letterhead.setting("certificate.shift_right")),
        shift_down_mm: millimetres(letterhead.setting("certificate.shift_down")),
        test,
    }
}

/// A text at its place; nothing when a value that it names is not known.
fn placed(field: &Field, values: &BTreeMap<&'static str, String>) -> Option<FormField> {
    let text = filled(&field.text, values)?;
    let span = Span { bold: field.bold, italic: field.italic, ..Span::plain(text) };
    let paragraph = Paragraph::new(Style::TableCell, vec![span]);
    Some(FormField {
        left_mm: field.left,
        top_mm: field.top,
        width_mm: field.width,
        height_mm: field.height,
        size_pt: field.size,
        align: Align::Centre,
        paragraph: if field.rule { paragraph.ruled(RuleBelow::AsText) } else { paragraph },
    })
}

/// Puts values in the place of `{{ name }}`.
fn filled(text: &str, values: &BTreeMap<&'static str, String>) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}")?;
        out.push_str(before);
        out.push_str(values.get(name.trim())?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// A distance as it is typed: “-1,5”.
fn millimetres(typed: Option<&str>) -> f32 {
    let (sign, digits) = match typed.unwrap_or("0").trim() {
        typed if typed.starts_with('-') => (-1.0, typed.trim_start_matches('-')),
        typed => (1.0, typed),
    };
    let thousandths = cell::read_number(digits).map(|number| number.thousandths()).unwrap_or(0);
    // Distances on a sheet are far below the exact range of f32.
    #[expect(clippy::cast_precision_loss, reason = "at most a few hundred millimetres")]
    let value = thousandths as f32 / 1000.0;
    sign * value
}

/// The texts of the test sheet: as long as real ones.
fn sample_values() -> BTreeMap<&'static str, String> {
    words::SAMPLE.into_iter().map(|(name, text)| (name, text.to_owned())).collect()
}
