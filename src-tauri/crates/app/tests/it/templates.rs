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
        let message = failure(&error);
        assert_message(&message);
        assert!(message.contains(&template(&desk, NAME).title), "{message}");
    }
    let legacy = desk.app.set_template(NAME, "B¸o c¸o tæng kÕt");
    assert!(matches!(legacy, Err(AppError::UnfitWords(_))), "{legacy:?}");
    let unknown = desk.app.set_template("khong-co.j2", "x");
    assert!(matches!(unknown, Err(AppError::NoSuchField(_))), "{unknown:?}");
    assert_eq!((desk.app.content_digest().expect("hashed"), briefing(&desk)), before);
}

#[test]
fn a_file_with_a_template_that_cannot_be_rendered_is_refused_with_its_place() {
    let lists = [
        ("{{ khong_co }}", "tên biến"),
        ("{{ byline | la }}", "bộ lọc"),
        ("{% include 'khong-co.j2' %}", "mẫu không tồn tại"),
        ("{% include 'byline.j2' %}", ""),
        ("{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}", ""),
        ("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}", "lặp"),
    ];
    // Beside an open dossier, with a dossier of its own, and alone.
    let own = r#", "dossiers": [{"province": "tỉnh Mẫu", "window": 2025}]"#;
    for (mut desk, beside) in [(sample("lang-son-2022"), ""), (desk(), own), (desk(), "")] {
        for (text, why) in lists {
            let path = desk.path_of("mau.json");
            let text = serde_json::to_string(text).expect("a text");
            let file = format!(
                r#"{{"format": "bc138", "version": 1,
"templates": [{{"name": "byline.j2", "text": {text}}}]{beside}}}"#
            );
            std::fs::write(&path, file).expect("the file is written");
            for dry in [true, false] {
                let view = desk.app.import(&path, dry).expect("it is read");
                assert!(!view.taken, "{text}");
                let [problem] = &view.problems[..] else { panic!("{text}: {:?}", view.problems) };
                assert!(
                    problem.contains("/templates/0/text") && problem.contains(why),
                    "{problem}"
                );
            }
        }
    }
}

#[test]
fn a_stored_template_that_fails_later_gives_way_to_the_built_in_one_and_is_a_finding() {
    let mut desk = crate::desk::with_dossier(2022);
    let built_in = briefing(&desk);
    let text = "{% if byline %}{{ khong_co }}{% endif %}";
    desk.app.set_template(NAME, text).expect("nobody signs yet");
    desk.typed("dossier/byline", "Nguyễn Mẫu");
    let printed = briefing(&desk);
    assert!(printed.contains("Nguyễn Mẫu") && printed != built_in, "{printed}");
    let findings = desk.app.findings().expect("they are made");
    let found = findings.iter().find(|it| it.code == "D.02").expect("it is told");
    assert!(found.text.contains(&template(&desk, NAME).title), "{}", found.text);
    desk.app.reset_template(NAME).expect("reset");
    let findings = desk.app.findings().expect("they are made");
    assert!(findings.iter().all(|it| it.code != "D.02"));
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

#[test]
fn what_is_shown_has_no_words_for_programmers_and_is_no_text_of_its_own() {
    let mut desk = sample("lang-son-2022");
    for TemplateView { name, text, .. } in desk.app.templates().expect("listed") {
        assert!(!text.contains("{#") && !text.trim().is_empty(), "{name}");
        desk.app.set_template(&name, &text).expect("it is taken");
        assert!(!template(&desk, &name).edited, "{name}");
    }
}

/// A template of every family that is offered anything.
const OFFERED: [&str; 2] = ["lead.j2", "official/intro.j2"];

#[test]
fn everything_that_is_offered_can_be_put_in_and_is_known_by_meaning() {
    let mut desk = sample("lang-son-2022");
    for name in OFFERED {
        let variables = desk.app.template_variables(name).expect("offered");
        let inserted: Vec<&str> = variables.iter().map(|it| it.insert.as_str()).collect();
        let text = format!("{}\n{}", template(&desk, name).built_in, inserted.join("\n"));
        let taken = desk.app.set_template(name, &text);
        taken.unwrap_or_else(|error| panic!("{name}: {}", failure(&error)));
        assert!(inserted.len() > 20, "{name} can speak of much: {inserted:?}");
        for variable in &variables {
            assert!(!variable.meaning.is_ascii(), "{}: {}", variable.insert, variable.meaning);
        }
    }
}

#[test]
fn templates_of_a_family_are_offered_the_same_and_building_blocks_nothing() {
    let desk = sample("lang-son-2022");
    let offered = |name: &str| desk.app.template_variables(name).expect("offered");
    let [briefing, report] = OFFERED.map(offered);
    for TemplateView { name, .. } in desk.app.templates().expect("listed") {
        let variables = offered(&name);
        let family = if name.starts_with("official/") { &report } else { &briefing };
        assert!(variables.is_empty() || variables == *family, "{name}");
    }
    assert!(offered("phrases.j2").is_empty() && offered("leader/point.j2").is_empty());
}

#[test]
fn a_variable_tells_what_it_says_today() {
    let mut desk = sample("lang-son-2022");
    desk.typed("dossier/venues", "12");
    let variables = desk.app.template_variables("lead.j2").expect("offered");
    let now = |insert: &str| {
        let found = variables.iter().find(|it| it.insert == insert);
        found.map(|it| it.now.as_str()).expect("it is offered")
    };
    assert_eq!(now("{{ whole }}"), "toàn tỉnh");
    assert_eq!(now("{{ gathering.venues }}"), "12", "without the marks of a figure");
}

#[test]
fn a_paragraph_names_the_template_that_says_it() {
    let mut desk = sample("lang-son-2022");
    for style in [DocumentStyle::Briefing, DocumentStyle::OfficialReport] {
        let paragraphs = desk.app.paragraphs(&Request::of(style)).expect("listed");
        let named: Vec<String> = paragraphs.into_iter().filter_map(|it| it.template).collect();
        assert!(named.len() > 3, "{style:?}: {named:?}");
        let name = named.last().expect("some");
        let text = template(&desk, name).built_in;
        desk.app.set_template(name, &format!("Câu của văn phòng. {text}")).expect("taken");
        let document = desk.app.compose(&Request::of(style)).expect("composed");
        let own = document.paragraphs().find(|it| it.plain_text().contains("Câu của văn phòng"));
        let own = own.expect("what was rewritten is printed");
        assert_eq!(own.template.as_ref(), Some(name), "{style:?}: where it was named");
    }
}
