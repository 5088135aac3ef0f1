//! The shell of Báo cáo 138: one window, its commands, and where files lie. It decides nothing;
//! every use case is in `bc138-app`.

pub mod commands;
pub mod error;
mod places;
mod session;

use session::Session;
use tauri::{Builder, Manager, RunEvent, Wry};

/// The commands of the window, typed for TypeScript: the one list.
#[must_use]
#[allow(clippy::too_many_lines, reason = "one line for each command")]
pub fn ipc() -> tauri_specta::Builder<Wry> {
    tauri_specta::Builder::new().commands(tauri_specta::collect_commands![
        commands::desk::open_desk,
        commands::desk::open_dossier,
        commands::desk::create_dossier,
        commands::desk::start_practice,
        commands::desk::leave_practice,
        commands::desk::home,
        commands::desk::remember_place,
        commands::fields::load_step,
        commands::fields::set_field,
        commands::fields::remove_row,
        commands::fields::add_indicator,
        commands::fields::attach_photo::<Wry>,
        commands::fields::undo,
        commands::fields::redo,
        commands::findings::list_findings,
        commands::findings::give_reason,
        commands::findings::cause_phrases,
        commands::documents::document_desk,
        commands::documents::preview,
        commands::documents::load_paragraphs,
        commands::documents::edit_paragraph,
        commands::documents::reset_paragraph,
        commands::documents::save_document,
        commands::documents::save_document_as::<Wry>,
        commands::documents::print_document::<Wry>,
        commands::documents::open_document::<Wry>,
        commands::truth::figure_source,
        commands::truth::written_documents,
        commands::truth::check_file::<Wry>,
        commands::templates::load_templates,
        commands::templates::template_variables,
        commands::templates::put_template,
        commands::templates::reset_template,
        commands::units::load_units,
        commands::units::search_units,
        commands::units::unit_story,
        commands::units::record_unit_event,
        commands::units::remove_unit_event,
        commands::units::put_unit_set,
        commands::sheets::load_sheet,
        commands::sheets::set_cell,
        commands::sheets::paste_cells,
        commands::sheets::choose_columns,
        commands::sheets::state_total,
        commands::sheets::load_series,
        commands::sheets::load_achievements,
        commands::charts::load_chart,
        commands::office::load_settings,
        commands::office::put_setting,
        commands::office::load_catalogue,
        commands::office::put_indicator,
        commands::office::put_group,
        commands::office::put_category,
        commands::office::put_dimension,
        commands::office::remove_indicator,
        commands::office::remove_group,
        commands::office::remove_category,
        commands::office::remove_dimension,
        commands::awards::load_awards,
        commands::awards::put_award_line,
        commands::awards::remove_award_line,
        commands::awards::paste_award_lines,
        commands::awards::try_award_lines,
        commands::awards::revoke_award,
        commands::awards::unrevoke_award,
        commands::awards::mark_award_sic,
        commands::awards::load_candidates,
        commands::past::load_log,
        commands::past::changes_since,
        commands::past::field_history,
        commands::past::restore_field,
        commands::past::cell_history,
        commands::past::restore_cell,
        commands::past::load_year,
        commands::past::approve_year,
        commands::past::close_year,
        commands::past::reopen_year,
        commands::past::verify_store,
        commands::past::stop_work,
        commands::past::export_store::<Wry>,
        commands::past::import_store::<Wry>,
        commands::past::export_catalogue::<Wry>,
        commands::past::import_catalogue::<Wry>,
    ])
}

/// Opens the window and stays until it is closed.
pub fn run() {
    match build(Builder::default()).build(tauri::generate_context!()) {
        Ok(app) => app.run(|handle, event| {
            if let RunEvent::Exit = event {
                handle.state::<Session>().close();
            }
        }),
        Err(error) => {
            eprintln!("Chưa mở được cửa sổ: {error}");
            std::process::exit(1);
        }
    }
}

fn build(builder: Builder<Wry>) -> Builder<Wry> {
    let ipc = ipc();
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            ipc.mount_events(app);
            let places = places::Places::of(app.handle())?;
            app.manage(Session::new(places, std::env::args()));
            Ok(())
        })
}
