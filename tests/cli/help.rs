//! Every command has its help, in both languages.

use crate::desk::Desk;

/// The commands a help page lists.
fn commands(page: &str, heading: &str) -> Vec<String> {
    let below = page
        .split_once(&format!("\n{heading}\n"))
        .map_or("", |(_, below)| below);
    below
        .lines()
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c))
}

#[test]
fn every_command_explains_itself() {
    let desk = Desk::empty();
    let page = |path: &str, language: &str| {
        desk.run(&format!("{path} --help --language {language}"))
            .done()
    };
    let mut paths = vec![String::new()];
    let mut seen = 0;
    while let Some(path) = paths.pop() {
        let (english, arabic) = (page(&path, "en"), page(&path, "ar"));
        assert!(!is_arabic(&english), "{path}: {english}");
        assert!(is_arabic(&arabic), "{path}: {arabic}");
        for line in arabic.lines().take(1) {
            assert!(is_arabic(line), "{path}: {line}");
        }
        for word in ["Usage:", "Options:", "[default", "[possible", "Print help"] {
            assert!(!arabic.contains(word), "{path}: {word} in {arabic}");
        }
        assert!(english.contains("Usage: sanduq"), "{english}");
        assert!(arabic.contains("الاستعمال: sanduq"), "{arabic}");
        let below = commands(&english, "Commands:");
        assert_eq!(below, commands(&arabic, "الأوامر:"), "{path}");
        paths.extend(below.iter().map(|name| format!("{path} {name}")));
        seen += 1;
    }
    assert!(seen > 35, "{seen} pages");
}

#[test]
fn the_version_is_told() {
    let told = Desk::empty().run("--version").done();
    assert_eq!(told, format!("sanduq {}\n", env!("CARGO_PKG_VERSION")));
}
