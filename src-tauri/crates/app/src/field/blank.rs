//! New rows, before anything is typed into them.

use super::key::List;
use bc138_domain::{
    Act, AgendaItem, Award, Basis, BasisRole, Caption, DossierPart, Occasion, Participant, Passage,
    Record, Role, Speech, Target, Window,
};

/// The position behind the last row of a list.
fn next_position(part: &DossierPart, list: List) -> i32 {
    let last = match list {
        List::Agenda => part.agenda.last().map(|it| it.position),
        List::Basis => part.bases.last().map(|it| it.position),
        List::Participant => part.participants.last().map(|it| it.position),
        List::Speech => part.speeches.last().map(|it| it.position),
        List::Award => part.awards.last().map(|it| it.position),
        List::Target => part.targets.last().map(|it| it.position),
        List::Caption => part.captions.last().map(|it| it.position),
        _ => part.passages.last().map(|it| it.position),
    };
    last.unwrap_or(0) + 1
}

/// A blank row of a list; id 0 until it is stored.
pub(crate) fn blank(part: &DossierPart, list: List) -> Record {
    let (id, dossier, position) = (0, part.dossier.id, next_position(part, list));
    match list {
        List::Agenda => blank_agenda(dossier, position).into(),
        List::Basis => {
            let (name, role) = (String::new(), BasisRole::default());
            Basis { id, dossier, position, name, issuer: None, subject: None, role }.into()
        }
        List::Participant => blank_participant(part, position).into(),
        List::Speech => {
            let speaker = part.participants.first().map_or(0, |person| person.id);
            let occasion = Occasion::default();
            Speech { id, dossier, position, speaker, occasion, praise: None }.into()
        }
        List::Award => blank_award(dossier, position).into(),
        List::Target => Target { id, dossier, position, ..Target::default() }.into(),
        List::Caption => Caption { id, dossier, position, text: String::new(), photo: None }.into(),
        other => blank_passage(part, other, position),
    }
}

fn blank_agenda(dossier: i32, position: i32) -> AgendaItem {
    let (act, subject, window) = (Act::FinalReview, String::new(), Window::default());
    AgendaItem { id: 0, dossier, position, act, years: None, subject, window }
}

/// The first person is taken for the chair, the next ones for delegates.
fn blank_participant(part: &DossierPart, position: i32) -> Participant {
    let role = if part.participants.is_empty() { Role::Chair } else { Role::Delegate };
    Participant {
        id: 0,
        dossier: part.dossier.id,
        position,
        role,
        rank: None,
        name: String::new(),
        offices: Vec::new(),
        venue: None,
        delegation: None,
    }
}

/// A task belongs to the last speech until another is chosen.
fn blank_passage(part: &DossierPart, list: List, position: i32) -> Record {
    let role = list.passage_role().unwrap_or(bc138_domain::PassageRole::Assessment);
    let is_task = list == List::Task;
    let speech = part.speeches.last().map(|speech| speech.id).filter(|_| is_task);
    Passage {
        id: 0,
        dossier: part.dossier.id,
        position,
        role,
        speech,
        subject: None,
        text: String::new(),
        deadline: None,
    }
    .into()
}

fn blank_award(dossier: i32, position: i32) -> Award {
    Award { dossier, position, ..Award::default() }
}
