//! Fields of the dossier, its conference, people, speeches and texts.

use super::parse::{
    Refusal, choice, chosen, clause, day, entries, line, one_of, paragraph, required, shown,
    shown_day, shown_number, whole, word,
};
use bc138_domain::{AgendaItem, Basis, Caption, Dossier, Participant, Passage};

/// What a reporting unit can be, today or before 01/07/2025.
const UNIT_TYPES: [&str; 9] =
    ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];

pub(super) fn dossier_text(it: &Dossier, field: &str) -> Option<String> {
    let event = &it.event;
    Some(match field {
        "province" => it.province.clone(),
        "province_type" => it.province_type.clone(),
        "within" => shown(it.within.as_ref()),
        "kind" => word(&it.kind),
        "window_from" => shown_day(it.window.from),
        "window_to" => shown_day(it.window.to),
        "window_label" => shown(it.window.label.as_ref()),
        "headline" => shown(it.headline.as_ref()),
        "byline" => shown(it.byline.as_ref()),
        "event_name" => shown(event.name.as_ref()),
        "organiser" => shown(event.organiser.as_ref()),
        "session" => event.session.as_ref().map(word).unwrap_or_default(),
        "date" => shown_day(event.date),
        "date_printed" => shown(event.date_printed.as_ref()),
        "place" => shown(event.place.as_ref()),
        "form" => event.form.as_ref().map(word).unwrap_or_default(),
        "form_detail" => shown(event.form_detail.as_ref()),
        "venues" => shown_number(event.venues),
        _ => return None,
    })
}

pub(super) fn set_dossier(it: &mut Dossier, field: &str, raw: &str) -> Result<(), Refusal> {
    let event = &mut it.event;
    match field {
        "province" => it.province = required(raw)?,
        "province_type" => it.province_type = one_of(raw, &UNIT_TYPES)?,
        "within" => it.within = line(raw)?,
        "kind" => it.kind = chosen(raw)?,
        "window_from" => it.window.from = day(raw)?,
        "window_to" => it.window.to = day(raw)?,
        "window_label" => it.window.label = line(raw)?,
        "headline" => it.headline = line(raw)?,
        "byline" => it.byline = line(raw)?,
        "event_name" => event.name = line(raw)?,
        "organiser" => event.organiser = line(raw)?,
        "session" => event.session = choice(raw)?,
        "date" => event.date = day(raw)?,
        "date_printed" => event.date_printed = line(raw)?,
        "place" => event.place = line(raw)?,
        "form" => event.form = choice(raw)?,
        "form_detail" => event.form_detail = line(raw)?,
        "venues" => event.venues = whole(raw, 1, 100_000)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    it.window.validate().map_err(|_| Refusal::BackwardWindow)
}

pub(super) fn agenda_text(it: &AgendaItem, field: &str) -> Option<String> {
    Some(match field {
        "act" => word(&it.act),
        "years" => shown_number(it.years),
        "subject" => it.subject.clone(),
        "window" => shown(it.window.label.as_ref()),
        _ => return None,
    })
}

pub(super) fn set_agenda(it: &mut AgendaItem, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "act" => it.act = chosen(raw)?,
        "years" => it.years = whole(raw, 1, 100)?,
        "subject" => it.subject = clause(raw)?,
        "window" => it.window.label = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

pub(super) fn basis_text(it: &Basis, field: &str) -> Option<String> {
    Some(match field {
        "name" => it.name.clone(),
        "issuer" => shown(it.issuer.as_ref()),
        "subject" => shown(it.subject.as_ref()),
        "role" => word(&it.role),
        _ => return None,
    })
}

pub(super) fn set_basis(it: &mut Basis, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "name" => it.name = required(raw)?,
        "issuer" => it.issuer = line(raw)?,
        "subject" => it.subject = paragraph(raw)?,
        "role" => it.role = chosen(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

pub(super) fn participant_text(it: &Participant, field: &str) -> Option<String> {
    Some(match field {
        "role" => word(&it.role),
        "rank" => shown(it.rank.as_ref()),
        "name" => it.name.clone(),
        "offices" => it.offices.join("; "),
        "venue" => shown(it.venue.as_ref()),
        "delegation" => shown(it.delegation.as_ref()),
        _ => return None,
    })
}

pub(super) fn set_participant(it: &mut Participant, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "role" => it.role = chosen(raw)?,
        "rank" => it.rank = line(raw)?,
        "name" => it.name = required(raw)?,
        "offices" => it.offices = entries(raw)?,
        "venue" => it.venue = line(raw)?,
        "delegation" => it.delegation = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

pub(super) fn passage_text(it: &Passage, field: &str) -> Option<String> {
    Some(match field {
        "subject" => shown(it.subject.as_ref()),
        "text" => it.text.clone(),
        "deadline" => shown(it.deadline.as_ref()),
        _ => return None,
    })
}

pub(super) fn set_passage(it: &mut Passage, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "subject" => it.subject = line(raw)?,
        "text" => it.text = clause(raw)?,
        "deadline" => it.deadline = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

pub(super) fn caption_text(it: &Caption, field: &str) -> Option<String> {
    match field {
        "text" => Some(it.text.clone()),
        _ => None,
    }
}

pub(super) fn set_caption(it: &mut Caption, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "text" => it.text = clause(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}
