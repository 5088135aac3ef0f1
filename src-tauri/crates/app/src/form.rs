//! A step as the window shows it: groups, rows, fields, and the sentences they make.

use crate::app::App;
use crate::comparison::{compare, ratio_message};
use crate::compose::{Facts, Piece};
use crate::error::AppError;
use crate::field::{self, FieldKey, List, RowRef, figure_code, figure_of, read_figure};
use crate::guide::{self, GroupSpec};
use crate::measured;
use crate::vi::forms::{self, FieldSpec, FormSpec, ListSpec};
use crate::vi::messages;
use crate::view::{
    Choice, Field, FieldKind, FieldState, Group, GroupLayout, Message, Offer, Row, Sentence,
    SentenceSpan, Severity, SpanKind, StepView,
};
use bc138_domain::{Caption, DossierPart, Figure, Indicator, Record, setting};

impl App {
    /// A step with everything in it.
    ///
    /// # Errors
    /// No dossier is open, or a template is wrong.
    pub fn step(&self, step: i32) -> Result<StepView, AppError> {
        let part = self.part()?;
        let previous = self.previous_part(&part)?;
        // One gathering of the facts serves every sentence of the step.
        let facts = Facts::gather(&part, &self.assets.catalogue, true);
        let page =
            Page { app: self, part: &part, previous: previous.as_ref(), facts: Some(&facts) };
        let index = usize::try_from(step - 1).unwrap_or(0).min(forms::STEPS.len() - 1);
        let groups = guide::groups(step, &self.assets.catalogue);
        let groups = groups.iter().map(|group| page.group(group)).collect::<Result<_, _>>()?;
        let days = part.dossier.window.days().or_else(|| part.dossier.window.label.clone());
        let unit = forms::whole_unit(&part.dossier.province_type);
        let subtitle = [Some(unit), days.map(|days| format!("Kỳ {days}"))];
        Ok(StepView {
            step,
            title: forms::STEPS[index].0.to_owned(),
            subtitle: subtitle.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            groups,
        })
    }

    /// The groups of a step without sentences and without the window before: enough to count by.
    pub(crate) fn bare_groups(
        &self,
        part: &DossierPart,
        step: i32,
    ) -> Result<Vec<Group>, AppError> {
        let page = Page { app: self, part, previous: None, facts: None };
        let groups = guide::groups(step, &self.assets.catalogue);
        groups.iter().map(|group| page.group(group)).collect()
    }

    /// The label of a field, as a finding or the change log names it.
    pub(crate) fn label_of(&self, part: &DossierPart, key: &FieldKey) -> String {
        match key {
            FieldKey::Figure { code, .. } => {
                self.indicator(part, code).map(|it| it.name).unwrap_or_else(|| code.clone())
            }
            FieldKey::NewIndicator { .. } => forms::NEW_INDICATOR.to_owned(),
            FieldKey::Setting(name) => form_label(&format!("setting/{name}")),
            FieldKey::Dossier(field) => form_label(field),
            FieldKey::Row { list, field, .. } => row_label(*list, field),
        }
    }
}

fn form_label(name: &str) -> String {
    let forms = [&forms::UNIT, &forms::PERIOD, &forms::EVENT, &forms::COMMITTEE, &forms::HEADLINE];
    let spec = forms.iter().flat_map(|form| form.fields).find(|field| field.name == name);
    spec.map_or_else(|| name.to_owned(), |spec| spec.label.to_owned())
}

/// All lists in words.
pub(crate) const LISTS: [&ListSpec; 14] = [
    &forms::AGENDA,
    &forms::PARTICIPANTS,
    &forms::BASES,
    &forms::CAPTIONS,
    &forms::LEADERSHIP,
    &forms::ASSESSMENT,
    &forms::OUTCOME,
    &forms::SHORTCOMING,
    &forms::AWARDS,
    &forms::DISCUSSION,
    &forms::SPEECHES,
    &forms::TASKS,
    &forms::TARGETS,
    &forms::PROPOSALS,
];

fn row_label(list: List, field: &str) -> String {
    let spec = LISTS.iter().find(|spec| spec.list == list);
    let named = spec.and_then(|spec| spec.fields.iter().find(|it| it.name == field));
    match (spec, named) {
        (Some(spec), Some(field)) => format!("{} – {}", spec.title, field.label),
        (Some(spec), None) => spec.title.to_owned(),
        _ => field.to_owned(),
    }
}

/// One step of one dossier while it is being drawn.
struct Page<'a> {
    app: &'a App,
    part: &'a DossierPart,
    previous: Option<&'a DossierPart>,
    facts: Option<&'a Facts>,
}

impl Page<'_> {
    fn group(&self, spec: &GroupSpec) -> Result<Group, AppError> {
        match spec {
            GroupSpec::Form(form) => self.form(form),
            GroupSpec::Rows(list) => self.list(list),
            GroupSpec::Grid { code, block } => self.grid(code, block),
        }
    }

    fn form(&self, form: &FormSpec) -> Result<Group, AppError> {
        let cells = form.fields.iter().map(|spec| {
            let key = match spec.name.strip_prefix("setting/") {
                Some(name) => FieldKey::Setting(name.to_owned()),
                None => FieldKey::Dossier(spec.name.to_owned()),
            };
            self.field(spec, &key, self.form_text(&key))
        });
        let row = plain_row(format!("form/{}", form.id), cells.collect(), false);
        Ok(Group {
            sentences: self.sentences(form.block)?,
            ..group(form.id, form.title, form.hint, GroupLayout::Form, vec![row])
        })
    }

    fn form_text(&self, key: &FieldKey) -> String {
        match key {
            FieldKey::Setting(name) => {
                let day = self.part.dossier.document_date().unwrap_or_default();
                setting::in_force(&self.part.settings, name, day).unwrap_or_default().to_owned()
            }
            FieldKey::Dossier(name) => {
                let record = Record::Dossier(self.part.dossier.clone());
                field::read(self.part, &record, name).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    fn list(&self, spec: &ListSpec) -> Result<Group, AppError> {
        let mut rows: Vec<Row> =
            self.records(spec.list).iter().map(|record| self.entry(spec, Some(record))).collect();
        rows.push(self.entry(spec, None));
        Ok(Group {
            sentences: self.sentences(spec.block)?,
            ..group(spec.list.word(), spec.title, spec.hint, GroupLayout::Rows, rows)
        })
    }

    fn records(&self, list: List) -> Vec<Record> {
        fn all<T: Clone + Into<Record>>(rows: &[T]) -> Vec<Record> {
            rows.iter().cloned().map(Into::into).collect()
        }
        let part = self.part;
        match list {
            List::Agenda => all(&part.agenda),
            List::Basis => all(&part.bases),
            List::Participant => all(&part.participants),
            List::Speech => all(&part.speeches),
            List::Award => all(&part.awards),
            List::Target => all(&part.targets),
            List::Caption => all(&part.captions),
            other => {
                let of_role = part.passages.iter().filter(|p| Some(p.role) == other.passage_role());
                of_role.cloned().map(Into::into).collect()
            }
        }
    }

    /// A row, or the blank one at the end.
    fn entry(&self, spec: &ListSpec, record: Option<&Record>) -> Row {
        let row = record.map_or(RowRef::New, |record| RowRef::Id(record.id()));
        let cells = spec.fields.iter().map(|field_spec| {
            let key = FieldKey::Row { list: spec.list, row, field: field_spec.name.to_owned() };
            let text = record.and_then(|record| field::read(self.part, record, field_spec.name));
            self.field(field_spec, &key, text.unwrap_or_default())
        });
        let photo = match record {
            Some(Record::Caption(Caption { photo: Some(_), .. })) => Some(forms::CHANGE_PHOTO),
            Some(Record::Caption(_)) => Some(forms::CHOOSE_PHOTO),
            _ => None,
        };
        Row {
            photo: photo.map(str::to_owned),
            ..plain_row(FieldKey::row_key(spec.list, row), cells.collect(), record.is_some())
        }
    }

    fn field(&self, spec: &FieldSpec, key: &FieldKey, text: String) -> Field {
        let key_text = key.to_string();
        let draft = self.part.drafts.iter().find(|draft| draft.field == key_text);
        let (text, state, message) = match draft {
            Some(draft) => {
                (draft.text.clone(), FieldState::Draft, self.draft_message(key, &draft.text))
            }
            None if text.is_empty() => (text, FieldState::Empty, self.offer(key)),
            None => (text, FieldState::Saved, None),
        };
        Field {
            key: key_text,
            label: spec.label.to_owned(),
            kind: spec.kind,
            text,
            placeholder: spec.example.to_owned(),
            hint: None,
            choices: self.choices(spec, key),
            state,
            message,
            span: spec.span,
        }
    }

    /// What an empty field could hold: the indicator that a target is probably measured by.
    fn offer(&self, key: &FieldKey) -> Option<Message> {
        let FieldKey::Row { list: List::Target, row: RowRef::Id(id), field } = key else {
            return None;
        };
        let target = self.part.targets.iter().find(|it| it.id == *id && field == "indicator")?;
        let catalogue = &self.app.assets.catalogue;
        let likely = measured::likely(target, catalogue, &self.part.indicators)?;
        let (label, text) = (forms::TAKE_INDICATOR.to_owned(), likely.value);
        Some(Message {
            severity: Severity::Note,
            text: forms::likely_indicator(&likely.label),
            offer: Some(Offer { label, text }),
        })
    }

    /// Why a draft was not taken: the text is tried again, so the words are always the newest.
    fn draft_message(&self, key: &FieldKey, text: &str) -> Option<Message> {
        let refusal = self.app.try_field(self.part, key, text)?;
        let (text, likely) = messages::refusal(&refusal);
        let offer = likely.map(|text| Offer { label: forms::offer_label(&text), text });
        Some(Message { severity: Severity::Error, text, offer })
    }

    fn choices(&self, spec: &FieldSpec, key: &FieldKey) -> Vec<Choice> {
        let fixed = |(value, label): &(&str, &str)| Choice::new(*value, *label);
        if spec.kind != FieldKind::Choice || !spec.choices.is_empty() {
            return spec.choices.iter().map(fixed).collect();
        }
        let none = std::iter::once(Choice::new("", forms::NO_CHOICE));
        match key {
            FieldKey::Row { list: List::Speech, .. } => none.chain(self.people()).collect(),
            FieldKey::Row { list: List::Target, row: RowRef::New, .. } => Vec::new(),
            FieldKey::Row { list: List::Target, .. } => {
                let catalogue = &self.app.assets.catalogue;
                none.chain(measured::choices(catalogue, &self.part.indicators)).collect()
            }
            FieldKey::Row { list: List::Task, .. } => none.chain(self.speakers()).collect(),
            FieldKey::Row { list: List::Award, row, .. } if spec.name == "form" => {
                none.chain(self.award_forms(*row)).collect()
            }
            FieldKey::Row { list: List::Award, row, .. } => {
                none.chain(self.other_awards(*row)).collect()
            }
            FieldKey::Figure { code, .. } => none.chain(self.other_figures(code)).collect(),
            _ => Vec::new(),
        }
    }

    /// The figures of which this one could be a part.
    fn other_figures(&self, code: &str) -> impl Iterator<Item = Choice> {
        let own = figure_of(self.part, code).map(|figure| figure.id);
        let others = self.part.figures.iter().filter(move |figure| Some(figure.id) != own);
        others.filter_map(|figure| {
            let name = self.app.indicator(self.part, &figure.indicator)?.name;
            let amount = figure.printed_amount()?;
            Some(Choice::new(figure_code(self.part, figure), format!("{name}: {amount}")))
        })
    }

    fn people(&self) -> impl Iterator<Item = Choice> {
        self.part.participants.iter().map(|person| Choice::new(&person.name, person.ranked_name()))
    }

    fn speakers(&self) -> impl Iterator<Item = Choice> {
        let speeches = self.part.speeches.iter();
        speeches
            .filter_map(|speech| self.part.participants.iter().find(|p| p.id == speech.speaker))
            .map(|person| Choice::new(&person.name, person.ranked_name()))
    }

    /// The forms of the catalogue, and the several that one number covers where the row has them.
    fn award_forms(&self, row: RowRef) -> impl Iterator<Item = Choice> {
        let catalogue = &self.app.assets.catalogue;
        let several = self.part.awards.iter().find(|award| row == RowRef::Id(award.id));
        let several = several.filter(|award| award.forms.len() > 1).map(|award| {
            let names = award.forms.iter().filter_map(|code| catalogue.form(code));
            let names: Vec<&str> = names.map(|form| form.name.as_str()).collect();
            Choice::new(award.forms.join("; "), names.join(", "))
        });
        catalogue.forms().iter().map(|form| Choice::new(&form.code, &form.name)).chain(several)
    }

    fn other_awards(&self, row: RowRef) -> impl Iterator<Item = Choice> {
        let numbered = self.part.awards.iter().enumerate();
        numbered.filter(move |(_, award)| row != RowRef::Id(award.id)).map(|(index, award)| {
            let number = (index + 1).to_string();
            Choice::new(&number, format!("dòng {number}: {}", award.authorities.join(", ")))
        })
    }

    fn grid(&self, code: &str, block: &str) -> Result<Group, AppError> {
        let catalogue = &self.app.assets.catalogue;
        let of_group = |indicator: &&Indicator| indicator.group == code;
        let mut indicators: Vec<&Indicator> =
            catalogue.indicators().iter().chain(&self.part.indicators).filter(of_group).collect();
        indicators.sort_by_key(|indicator| catalogue.form_order(&indicator.code));
        let (shown, hidden): (Vec<&Indicator>, Vec<&Indicator>) =
            indicators.into_iter().partition(|indicator| self.is_shown(indicator));
        let further = shown.iter().filter(|it| figure_of(self.part, &it.code).is_some());
        let further: Vec<Choice> = further
            .map(|it| Choice::new(field::further(&it.code, None), forms::further_figure(&it.name)))
            .collect();
        let mut rows: Vec<Row> = shown.into_iter().flat_map(|it| self.figure_rows(it)).collect();
        rows.push(self.new_indicator_row(code));
        let spec = catalogue.groups().iter().find(|group| group.code == code);
        let (title, hint) = spec.map_or((code, ""), |spec| (&spec.title, &spec.hint));
        let day = self.part.dossier.window.to;
        let optional = hidden.into_iter().filter(|it| it.is_valid_on(day));
        Ok(Group {
            previous_title: self
                .previous
                .and_then(|part| part.dossier.window.label.clone())
                .map(|label| forms::previous_title(&label)),
            sentences: if self.leads_block(code, block) {
                self.sentences(block)?
            } else {
                Vec::new()
            },
            optional: optional.map(|it| Choice::new(&it.code, &it.name)).chain(further).collect(),
            ..group(code, title, hint, GroupLayout::Grid, rows)
        })
    }

    /// A block of several groups stands under the last of them on the step.
    fn leads_block(&self, code: &str, block: &str) -> bool {
        let catalogue = &self.app.assets.catalogue;
        let step = catalogue.groups().iter().find(|group| group.code == code).map(|g| g.step);
        let same = catalogue
            .groups()
            .iter()
            .filter(|group| Some(group.step) == step && guide::block_of(group) == block);
        match block {
            "results" => code == "mobilise",
            _ => same.map(|group| group.code.as_str()).next() == Some(code),
        }
    }

    /// Core indicators of the day, those with a figure or draft, and the user's own.
    fn is_shown(&self, indicator: &Indicator) -> bool {
        let prefix = format!("figure/{}/", indicator.code);
        let core = indicator.core && indicator.is_valid_on(self.part.dossier.window.to);
        core || figure_of(self.part, &indicator.code).is_some()
            || self.part.drafts.iter().any(|draft| draft.field.starts_with(&prefix))
            || self.part.indicators.iter().any(|own| own.code == indicator.code)
    }

    /// A row for each figure of an indicator; a blank one while there is none.
    fn figure_rows(&self, indicator: &Indicator) -> Vec<Row> {
        let figures = self.part.figures.iter().filter(|it| it.indicator == indicator.code);
        let codes = figures.map(|figure| field::figure_code(self.part, figure));
        let mut rows: Vec<Row> = codes.map(|code| self.figure_row(indicator, &code)).collect();
        if rows.is_empty() {
            rows.push(self.figure_row(indicator, &indicator.code));
        }
        rows
    }

    fn figure_row(&self, indicator: &Indicator, code: &str) -> Row {
        let figure = figure_of(self.part, code);
        let text = |field: &str| {
            figure.and_then(|it| read_figure(self.part, it, field)).unwrap_or_default()
        };
        let key = |field: &str| FieldKey::Figure { code: code.to_owned(), part: field.to_owned() };
        let mut amount = self.field(&amount_spec(), &key("amount"), text("amount"));
        amount.label.clone_from(&indicator.name);
        amount.message = amount.message.or_else(|| figure.and_then(ratio_message));
        let details = forms::FIGURE_DETAILS.iter().map(|spec| {
            let mut detail = self.field(spec, &key(spec.name), text(spec.name));
            let words = match spec.name {
                "noun" => &indicator.noun,
                "lead" => &indicator.lead,
                "tail" => &indicator.tail,
                _ => return detail,
            };
            detail.placeholder.clone_from(words);
            detail
        });
        let cells = std::iter::once(amount).chain(details).collect();
        let before = self.previous.and_then(|part| figure_of(part, code));
        let rate = figure
            .filter(|figure| ratio_message(figure).is_none())
            .and_then(|figure| figure.amount.as_ref()?.rate(1));
        Row {
            label: indicator.name.clone(),
            rate: rate.map(|rate| format!("{rate}%")),
            previous: before.and_then(Figure::printed_amount),
            comparison: figure.zip(before).and_then(|(now, before)| compare(now, before)),
            ..plain_row(format!("figure/{code}"), cells, false)
        }
    }

    fn new_indicator_row(&self, group: &str) -> Row {
        let key = FieldKey::NewIndicator { group: group.to_owned() };
        let spec = FieldSpec {
            name: "name",
            label: forms::NEW_INDICATOR,
            kind: FieldKind::Text,
            span: 12,
            example: forms::NEW_INDICATOR,
            choices: &[],
        };
        let cells = vec![self.field(&spec, &key, String::new())];
        Row {
            label: forms::NEW_INDICATOR.to_owned(),
            ..plain_row(format!("indicator/{group}"), cells, false)
        }
    }

    fn sentences(&self, block: &str) -> Result<Vec<Sentence>, AppError> {
        let Some(facts) = self.facts.filter(|_| !block.is_empty()) else { return Ok(Vec::new()) };
        let paragraphs = self.app.composer.render_block(block, facts)?;
        Ok(paragraphs.into_iter().map(sentence).collect())
    }
}

fn amount_spec() -> FieldSpec {
    FieldSpec {
        name: "amount",
        label: forms::AMOUNT_LABEL,
        kind: FieldKind::Amount,
        span: 3,
        example: "",
        choices: &[],
    }
}

fn group(id: &str, title: &str, hint: &str, layout: GroupLayout, rows: Vec<Row>) -> Group {
    Group {
        id: id.to_owned(),
        title: title.to_owned(),
        hint: Some(hint.to_owned()).filter(|hint| !hint.is_empty()),
        layout,
        previous_title: None,
        rows,
        sentences: Vec::new(),
        optional: Vec::new(),
    }
}

fn plain_row(key: String, cells: Vec<Field>, removable: bool) -> Row {
    let (rate, previous, comparison, photo) = (None, None, None, None);
    Row { key, label: String::new(), cells, rate, previous, comparison, removable, photo }
}

fn sentence(pieces: Vec<Piece>) -> Sentence {
    let spans = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => SentenceSpan { text, kind: SpanKind::Text, key: None },
        Piece::Figure { key, text } => {
            SentenceSpan { text, kind: SpanKind::Figure, key: Some(key) }
        }
        Piece::Gap { key } => {
            SentenceSpan { text: String::new(), kind: SpanKind::Gap, key: Some(key) }
        }
    });
    Sentence { spans: spans.collect() }
}
