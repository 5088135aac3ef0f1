//! One way to read and write the field of any row.

use super::award::{award_text, set_award, set_target, target_text};
use super::event::{
    agenda_text, basis_text, caption_text, dossier_text, participant_text, passage_text,
    set_agenda, set_basis, set_caption, set_dossier, set_participant, set_passage,
};
use super::key::List;
use super::parse::{Refusal, chosen, clause, line, shown, word};
use bc138_domain::{DossierPart, Participant, Passage, Record, Speech};

/// The row of a list with an id.
pub(crate) fn find(part: &DossierPart, list: List, id: i32) -> Option<Record> {
    fn by_id<T: Clone + Into<Record>>(
        rows: &[T],
        id: i32,
        of: impl Fn(&T) -> i32,
    ) -> Option<Record> {
        rows.iter().find(|row| of(row) == id).cloned().map(Into::into)
    }
    match list {
        List::Agenda => by_id(&part.agenda, id, |row| row.id),
        List::Basis => by_id(&part.bases, id, |row| row.id),
        List::Participant => by_id(&part.participants, id, |row| row.id),
        List::Speech => by_id(&part.speeches, id, |row| row.id),
        List::Award => by_id(&part.awards, id, |row| row.id),
        List::Target => by_id(&part.targets, id, |row| row.id),
        List::Caption => by_id(&part.captions, id, |row| row.id),
        _ => by_id(&part.passages, id, |row| row.id),
    }
}

/// The text of a row's field; `None` when it has no such field.
pub(crate) fn read(part: &DossierPart, record: &Record, field: &str) -> Option<String> {
    match record {
        Record::Dossier(it) => dossier_text(it, field),
        Record::Agenda(it) => agenda_text(it, field),
        Record::Basis(it) => basis_text(it, field),
        Record::Participant(it) => participant_text(it, field),
        Record::Speech(it) => speech_text(part, it, field),
        Record::Passage(it) if field == "speech" => Some(speech_name(part, it)),
        Record::Passage(it) => passage_text(it, field),
        Record::Award(it) if field == "subset_of" => Some(
            it.subset_of
                .and_then(|id| part.awards.iter().position(|award| award.id == id))
                .map(|index| (index + 1).to_string())
                .unwrap_or_default(),
        ),
        Record::Award(it) => award_text(it, field),
        Record::Target(it) => target_text(it, field),
        Record::Caption(it) => caption_text(it, field),
        // Figures, settings and the like have keys of their own.
        _ => None,
    }
}

/// Takes typed text into a row's field.
pub(crate) fn write(
    part: &DossierPart,
    record: &mut Record,
    field: &str,
    raw: &str,
) -> Result<(), Refusal> {
    match record {
        Record::Dossier(it) => set_dossier(it, field, raw),
        Record::Agenda(it) => set_agenda(it, field, raw),
        Record::Basis(it) => set_basis(it, field, raw),
        Record::Participant(it) => set_participant(it, field, raw),
        Record::Speech(it) => set_speech(part, it, field, raw),
        Record::Passage(it) if field == "speech" => set_passage_speech(part, it, raw),
        Record::Passage(it) => set_passage(it, field, raw),
        Record::Award(it) if field == "subset_of" => {
            it.subset_of = award_number(part, it.id, raw)?;
            Ok(())
        }
        Record::Award(it) => set_award(it, field, raw),
        Record::Target(it) => set_target(it, field, raw),
        Record::Caption(it) => set_caption(it, field, raw),
        _ => Err(Refusal::Choice(field.to_owned())),
    }
}

/// The words by which a changed row is named in the change log.
pub(crate) fn written_label(record: &Record) -> String {
    let name = match record {
        Record::Agenda(it) => it.subject.clone(),
        Record::Basis(it) => it.name.clone(),
        Record::Participant(it) => it.name.clone(),
        Record::Passage(it) => it.text.clone(),
        Record::Target(it) => it.text.clone(),
        Record::Caption(it) => it.text.clone(),
        _ => String::new(),
    };
    let short: String = name.chars().take(40).collect();
    if short.len() < name.len() { format!("{short}…") } else { short }
}

fn speech_text(part: &DossierPart, it: &Speech, field: &str) -> Option<String> {
    Some(match field {
        "speaker" => person(part, it.speaker).map(|p| p.name.clone()).unwrap_or_default(),
        "occasion" => word(&it.occasion),
        "praise" => shown(it.praise.as_ref()),
        _ => return None,
    })
}

fn set_speech(part: &DossierPart, it: &mut Speech, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "speaker" => it.speaker = person_named(part, raw)?,
        "occasion" => it.occasion = chosen(raw)?,
        "praise" => it.praise = Some(clause(raw)?).filter(|text| !text.is_empty()),
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

fn person(part: &DossierPart, id: i32) -> Option<&Participant> {
    part.participants.iter().find(|person| person.id == id)
}

fn person_named(part: &DossierPart, raw: &str) -> Result<i32, Refusal> {
    let name = line(raw)?.ok_or(Refusal::Required)?;
    part.participants
        .iter()
        .find(|person| person.name == name)
        .map(|person| person.id)
        .ok_or(Refusal::Choice(name))
}

fn speech_name(part: &DossierPart, passage: &Passage) -> String {
    passage
        .speech
        .and_then(|id| part.speeches.iter().find(|speech| speech.id == id))
        .and_then(|speech| person(part, speech.speaker))
        .map(|person| person.name.clone())
        .unwrap_or_default()
}

fn set_passage_speech(part: &DossierPart, it: &mut Passage, raw: &str) -> Result<(), Refusal> {
    let Some(name) = line(raw)? else {
        it.speech = None;
        return Ok(());
    };
    let speech = part
        .speeches
        .iter()
        .find(|speech| person(part, speech.speaker).is_some_and(|p| p.name == name));
    it.speech = Some(speech.ok_or(Refusal::Choice(name))?.id);
    Ok(())
}

fn award_number(part: &DossierPart, own: i32, raw: &str) -> Result<Option<i32>, Refusal> {
    let Some(text) = line(raw)? else { return Ok(None) };
    let number: usize = text.parse().map_err(|_| Refusal::Choice(text.clone()))?;
    let award = number.checked_sub(1).and_then(|index| part.awards.get(index));
    award.filter(|award| award.id != own).map(|award| Some(award.id)).ok_or(Refusal::Choice(text))
}
