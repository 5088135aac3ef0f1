//! The TypeScript side of the commands: written from the Rust types, and equal to the permissions.

use specta_typescript::Typescript;
use std::collections::BTreeSet;
use std::path::Path;

const HEADER: &str = "// Generated from src-tauri/src/commands by `make bindings`. Do not edit.\n";

#[test]
fn bindings_are_written_from_the_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/ipc/bindings.ts");
    let language = Typescript::default().header(HEADER);
    bao_cao_138::ipc().export(language, &path).expect("every type can cross to TypeScript");
    let written = std::fs::read_to_string(&path).expect("the file was just written");
    assert!(written.contains("setField"), "the commands are in the file");
}

/// A command that is not in the permissions is refused when it is called; one that is only there
/// is dead. Both lists must be the same.
#[test]
fn permissions_name_exactly_the_commands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let permissions = std::fs::read_to_string(root.join("src-tauri/permissions/app.toml"))
        .expect("the permissions lie beside the shell");
    let granted: BTreeSet<&str> = permissions
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","))
        .collect();
    let shell = std::fs::read_to_string(root.join("src-tauri/src/lib.rs")).expect("the shell");
    let listed: BTreeSet<&str> = shell
        .lines()
        .filter_map(|line| line.trim().strip_prefix("commands::")?.strip_suffix(','))
        .filter_map(|path| path.split("::").nth(1))
        .collect();
    assert_eq!(granted, listed, "app.toml and collect_commands! name the same commands");
}
