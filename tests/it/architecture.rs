//! The direction of dependencies and the shape of the source, read from cargo and the files.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The workspace, without the packages it depends on.
fn workspace() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        // A test needs no network to read what stands in the manifests.
        .other_options(["--offline".to_owned()])
        .exec()
        .expect("cargo can read the workspace")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The crates under `src-tauri/crates`.
fn crates(workspace: &Metadata) -> Vec<&Package> {
    let inner = root().join("src-tauri/crates");
    let packages = workspace.packages.iter();
    packages
        .filter(|package| package.manifest_path.starts_with(inner.to_string_lossy().as_ref()))
        .collect()
}

fn dependencies(package: &Package, kinds: &[DependencyKind]) -> BTreeSet<String> {
    let of_kind = package.dependencies.iter().filter(|it| kinds.contains(&it.kind));
    of_kind.map(|dependency| dependency.name.clone()).collect()
}

const ALL: [DependencyKind; 3] =
    [DependencyKind::Normal, DependencyKind::Development, DependencyKind::Build];

#[test]
fn no_crate_below_the_shell_names_tauri() {
    let workspace = workspace();
    let crates = crates(&workspace);
    assert!(crates.len() >= 10, "all crates are found");
    for package in crates {
        let named: Vec<String> =
            dependencies(package, &ALL).into_iter().filter(|name| name.contains("tauri")).collect();
        assert!(named.is_empty(), "{} names {named:?}: it must run without a window", package.name);
    }
}

#[test]
fn one_crate_alone_names_the_database_and_one_the_pdf_writer() {
    for (library, owner) in [
        ("rusqlite", "bc138-store"),
        ("rusqlite_migration", "bc138-store"),
        ("printpdf", "bc138-report"),
        ("parley", "bc138-report"),
    ] {
        let workspace = workspace();
        let names = workspace
            .packages
            .iter()
            .filter(|package| dependencies(package, &ALL).contains(library));
        let names: Vec<String> = names.map(|package| package.name.to_string()).collect();
        assert_eq!(names, [owner], "only {owner} may name {library}, in tests as well");
    }
}

#[test]
fn dependencies_point_one_way() {
    let allowed = [
        ("bc138-domain", &[][..]),
        ("bc138-report", &[]),
        ("bc138-workbook", &[]),
        ("bc138-charts", &["bc138-report"]),
        ("bc138-nd30", &["bc138-report"]),
        ("bc138-units", &["bc138-domain"]),
        ("bc138-awards", &["bc138-domain"]),
        ("bc138-exchange", &["bc138-domain"]),
        ("bc138-series", &["bc138-domain", "bc138-units"]),
        ("bc138-checks", &["bc138-domain", "bc138-units", "bc138-series"]),
        ("bc138-store", &["bc138-domain"]),
        (
            "bc138-app",
            &[
                "bc138-awards",
                "bc138-charts",
                "bc138-checks",
                "bc138-domain",
                "bc138-exchange",
                "bc138-nd30",
                "bc138-report",
                "bc138-series",
                "bc138-store",
                "bc138-units",
                "bc138-workbook",
            ],
        ),
        ("bc138-cli", &["bc138-app"]),
        ("bao-cao-138", &["bc138-app", "bc138-domain"]),
    ];
    let workspace = workspace();
    let packages: BTreeSet<String> =
        workspace.packages.iter().map(|package| package.name.to_string()).collect();
    for (name, below) in allowed {
        let package = workspace.packages.iter().find(|package| package.name.as_str() == name);
        let package = package.unwrap_or_else(|| panic!("{name} is a member"));
        let inner: BTreeSet<String> = dependencies(package, &[DependencyKind::Normal])
            .intersection(&packages)
            .cloned()
            .collect();
        let above: Vec<&String> =
            inner.iter().filter(|inner| !below.contains(&inner.as_str())).collect();
        assert!(above.is_empty(), "{name} must not stand on {above:?}");
    }
    let known: BTreeSet<String> = allowed.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(packages, known, "a new crate gets its place in this list");
}

#[test]
fn every_member_takes_the_lints_of_the_workspace() {
    for package in &workspace().packages {
        let manifest = std::fs::read_to_string(&package.manifest_path).expect("it can be read");
        let inherits = manifest.contains("[lints]\nworkspace = true");
        assert!(inherits, "{} would be checked less than the others", package.name);
    }
}

#[test]
fn the_core_crates_document_everything_that_is_public() {
    for name in [
        "domain", "units", "series", "checks", "awards", "exchange", "store", "report", "charts",
        "workbook", "nd30",
    ] {
        let path = root().join(format!("src-tauri/crates/{name}/src/lib.rs"));
        let text = std::fs::read_to_string(&path).expect("it can be read");
        assert!(text.contains("#![deny(missing_docs)]"), "{name}: a newcomer reads these first");
    }
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn product_code() -> Vec<PathBuf> {
    let members = [
        "domain", "units", "series", "checks", "awards", "exchange", "store", "report", "charts",
        "workbook", "nd30", "app", "cli",
    ];
    let inner = members.iter().map(|name| root().join(format!("src-tauri/crates/{name}/src")));
    inner.chain([root().join("src-tauri/src")]).flat_map(|folder| sources(&folder)).collect()
}

#[test]
fn every_source_file_begins_with_what_it_is() {
    let files = product_code();
    assert!(files.len() > 60, "the folders are read");
    for path in files {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        assert!(text.starts_with("//! "), "{} does not say what it owns", path.display());
    }
}

#[test]
fn no_source_file_is_longer_than_five_hundred_lines() {
    for path in product_code() {
        let lines = std::fs::read_to_string(&path).expect("it can be read").lines().count();
        assert!(lines <= 500, "{} has {lines} lines: split it", path.display());
    }
}

#[test]
fn the_pure_crates_read_no_clock_no_file_and_no_network() {
    for name in ["domain", "units", "series", "checks", "awards", "exchange", "charts", "nd30"] {
        for path in sources(&root().join(format!("src-tauri/crates/{name}/src"))) {
            let text = std::fs::read_to_string(&path).expect("it can be read");
            for door in ["std::fs", "std::net", "std::time", "std::env", "Local::now", "Utc::now"] {
                assert!(!text.contains(door), "{} opens a door: {door}", path.display());
            }
        }
    }
}
