//! Templates in the office's own words: tried before they are stored, followed at once.

use crate::desk::{Desk, assert_message, desk, sample};
use bc138_app::vi::messages::failure;
use bc138_app::view::TemplateView;
use bc138_app::{AppError, DocumentStyle, Request};
use bc138_report::Paragraph;

const NAME: &str = "byline.j2";
const OWN: &str = "Tin của văn phòng: {{ byline }}\n";

fn template(desk: &Desk, name: &str) -> TemplateView {
    let templates = desk.app.templates().expect("listed");
    templates.into_iter().find(|it| it.name == name).expect("it is there")
}

fn briefing(desk: &Desk) -> String {
    let document = desk.app.compose(&Request::of(DocumentStyle::Briefing)).expect("composed");
    document.paragraphs().map(Paragraph::plain_text).collect::<Vec<_>>().join("\n")
}

fn is_own(desk: &Desk) -> bool {
    let printed = briefing(desk).contains("Tin của văn phòng:");
    assert_eq!(printed, template(desk, NAME).edited, "what is printed is what is stored");
    printed
}

/// The sample of Lạng Sơn with a template of the office's own.
fn rewritten() -> Desk {
    let mut desk = sample("lang-son-2022");
    desk.app.set_template(NAME, OWN).expect("it is taken");
    desk
}

#[test]
fn a_rewritten_template_is_printed_until_it_is_reset() {
    let desk = rewritten();
    assert!(is_own(&desk));
    assert_eq!(template(&desk, NAME).text, OWN);
    let mut desk = desk.reopen();
    assert!(is_own(&desk), "also the next morning");
    desk.app.reset_template(NAME).expect("reset");
    assert!(!is_own(&desk));
}

#[test]
fn undo_and_redo_are_followed() {
    let mut desk = rewritten();
    desk.app.undo().expect("undo");
    assert!(!is_own(&desk));
    desk.app.redo().expect("redo");
    assert!(is_own(&desk));
    desk.app.reset_template(NAME).expect("reset");
    desk.app.undo().expect("undo");
    assert!(is_own(&desk), "the reset is taken back");
}

#[test]
fn the_built_in_text_is_no_text_of_its_own() {
    let mut desk = rewritten();
    let built_in = template(&sample("lang-son-2022"), NAME).text;
    desk.app.set_template(NAME, &built_in).expect("it is taken");
    assert!(!is_own(&desk));
}

#[test]
fn templates_come_in_with_a_file() {
    let from = rewritten();
    let file = from.path_of("tat-ca.json");
    from.app.export(&file).expect("it goes out");
    for mut desk in [desk(), sample("tuyen-quang-2023")] {
        let taken = desk.app.import(&file, false).expect("it is read");
        assert!(taken.taken, "{:?}", taken.problems);
        assert!(template(&desk, NAME).edited);
        assert!(briefing(&desk).contains("Tin của văn phòng:"));
    }
}

#[test]
fn what_cannot_be_rendered_is_refused_with_its_line_and_not_stored() {
    let mut desk = sample("lang-son-2022");
    let before = (desk.app.content_digest().expect("hashed"), briefing(&desk));
    for wrong in ["Dòng một\n{{ khong_co }}", "Dòng một\n{% if %}", "Dòng một\n{{ byline | la }}"]
    {
        let error = desk.app.set_template(NAME, wrong).expect_err("it is wrong");
        let AppError::Template { name, detail } = &error else { panic!("{error:?}") };
        assert!(name == NAME && detail.contains("dòng 2"), "{name}: {detail}");
        assert_message(&failure(&error));
    }
    let legacy = desk.app.set_template(NAME, "B¸o c¸o tæng kÕt");
    assert!(matches!(legacy, Err(AppError::UnfitWords(_))), "{legacy:?}");
    let unknown = desk.app.set_template("khong-co.j2", "x");
    assert!(matches!(unknown, Err(AppError::NoSuchField(_))), "{unknown:?}");
    assert_eq!((desk.app.content_digest().expect("hashed"), briefing(&desk)), before);
}

#[test]
fn a_template_of_every_document_can_be_rewritten_with_itself_and_more() {
    let mut desk = sample("lang-son-2022");
    for TemplateView { name, text, title, .. } in desk.app.templates().expect("listed") {
        desk.app.set_template(&name, &format!("{text}\n{{# của văn phòng #}}\n")).expect("taken");
        assert!(template(&desk, &name).edited && !title.is_empty(), "{name}");
    }
    assert_eq!(briefing(&desk), briefing(&sample("lang-son-2022")), "a remark changes no word");
}
