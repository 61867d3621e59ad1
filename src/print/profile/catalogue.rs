//! Finding profiles: those shipped with the program and those an organiser adds
//! in a folder. A file that cannot be used is named with its key and what would
//! have been allowed; it never takes another printer down with it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::{DrawerCommand, Profile};

/// Profiles inside the program: file name and text.
const SHIPPED: [(&str, &str); 16] = [
    (
        "generic-80.toml",
        include_str!("../../../printer-profiles/generic-80.toml"),
    ),
    (
        "generic-58.toml",
        include_str!("../../../printer-profiles/generic-58.toml"),
    ),
    (
        "bixolon-srp-350.toml",
        include_str!("../../../printer-profiles/bixolon-srp-350.toml"),
    ),
    (
        "epson-tm-m30.toml",
        include_str!("../../../printer-profiles/epson-tm-m30.toml"),
    ),
    (
        "epson-tm-t20.toml",
        include_str!("../../../printer-profiles/epson-tm-t20.toml"),
    ),
    (
        "epson-tm-t88.toml",
        include_str!("../../../printer-profiles/epson-tm-t88.toml"),
    ),
    (
        "netum-nt-5890k.toml",
        include_str!("../../../printer-profiles/netum-nt-5890k.toml"),
    ),
    (
        "star-tsp650.toml",
        include_str!("../../../printer-profiles/star-tsp650.toml"),
    ),
    (
        "sunmi-58.toml",
        include_str!("../../../printer-profiles/sunmi-58.toml"),
    ),
    (
        "sunmi-80.toml",
        include_str!("../../../printer-profiles/sunmi-80.toml"),
    ),
    (
        "bixolon-srp-s300.toml",
        include_str!("../../../printer-profiles/bixolon-srp-s300.toml"),
    ),
    (
        "xprinter-80.toml",
        include_str!("../../../printer-profiles/xprinter-80.toml"),
    ),
    (
        "rongta-rp326.toml",
        include_str!("../../../printer-profiles/rongta-rp326.toml"),
    ),
    (
        "rongta-rp332.toml",
        include_str!("../../../printer-profiles/rongta-rp332.toml"),
    ),
    (
        "citizen-ct-s310ii.toml",
        include_str!("../../../printer-profiles/citizen-ct-s310ii.toml"),
    ),
    (
        "citizen-ct-s651.toml",
        include_str!("../../../printer-profiles/citizen-ct-s651.toml"),
    ),
];

/// Every profile that can be chosen, by id.
#[derive(Clone, Debug)]
pub struct Catalogue {
    profiles: BTreeMap<String, Profile>,
}

/// A profile file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileFault {
    #[error("{}: cannot be read", file.display())]
    Unreadable { file: PathBuf, source: io::Error },
    /// Not TOML, a key missing or unknown, or a word that is not among the
    /// allowed ones; the source names the line, the key and what is allowed.
    #[error("{}: {source}", file.display())]
    Malformed {
        file: PathBuf,
        source: Box<toml::de::Error>,
    },
    #[error("{}: {key} = {found}, allowed: {allowed}", file.display())]
    OutOfRange {
        file: PathBuf,
        key: &'static str,
        found: String,
        allowed: String,
    },
}

impl Catalogue {
    /// The profiles shipped with the program.
    pub fn shipped() -> Self {
        let profiles = SHIPPED.map(|(file, text)| {
            let profile = parse(Path::new(file), text).expect("shipped profiles are tested");
            (profile.id.clone(), profile)
        });
        Self {
            profiles: profiles.into(),
        }
    }

    /// The shipped profiles and those in `folder`; one there with the id of a
    /// shipped profile takes its place. A folder that does not exist adds none.
    /// Faults name files that were left out.
    pub fn with_folder(folder: &Path) -> (Self, Vec<ProfileFault>) {
        let mut catalogue = Self::shipped();
        let mut faults = Vec::new();
        let files = match toml_files(folder) {
            Ok(files) => files,
            Err(source) => {
                faults.push(ProfileFault::Unreadable {
                    file: folder.to_path_buf(),
                    source,
                });
                return (catalogue, faults);
            }
        };
        for file in files {
            let profile = fs::read_to_string(&file)
                .map_err(|source| ProfileFault::Unreadable {
                    file: file.clone(),
                    source,
                })
                .and_then(|text| parse(&file, &text));
            match profile {
                Ok(profile) => {
                    catalogue.profiles.insert(profile.id.clone(), profile);
                }
                Err(fault) => faults.push(fault),
            }
        }
        (catalogue, faults)
    }

    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.profiles.get(id)
    }

    /// All profiles, by id.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        self.profiles.values()
    }
}

fn toml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads one profile and checks every value a printer could not live with.
///
/// # Errors
/// Names the file, the key and what is allowed.
pub fn parse(file: &Path, text: &str) -> Result<Profile, ProfileFault> {
    let profile: Profile = toml::from_str(text).map_err(|source| ProfileFault::Malformed {
        file: file.to_path_buf(),
        source: Box::new(source),
    })?;
    let check = Check { file };
    let (paper, raster, drawer) = (&profile.paper, &profile.raster, &profile.drawer);
    check.within("schema", profile.schema, 1..=1)?;
    check.id(&profile.id)?;
    check.within("paper.dots", u32::from(paper.dots), 128..=2_048)?;
    check.within("paper.dpi", u32::from(paper.dpi), 100..=600)?;
    check.within("paper.width_mm", u32::from(paper.width_mm), 20..=210)?;
    check.within(
        "raster.max_band_rows",
        u32::from(raster.max_band_rows),
        24..=2_303,
    )?;
    let row_bytes = u32::from(paper.dots.div_ceil(8));
    check.within(
        "raster.max_band_bytes",
        raster.max_band_bytes,
        row_bytes..=1_000_000,
    )?;
    check.within("drawer.main_pin", u32::from(drawer.main_pin), 0..=1)?;
    if drawer.command != DrawerCommand::None {
        check.within("drawer.on_ms", u32::from(drawer.on_ms), 2..=510)?;
        check.within(
            "drawer.off_ms",
            u32::from(drawer.off_ms),
            u32::from(drawer.on_ms)..=510,
        )?;
    }
    for argument in &profile.status.dle_eot {
        check.within("status.dle_eot", u32::from(*argument), 1..=4)?;
    }
    check.within(
        "speed.mm_per_s",
        u32::from(profile.speed.mm_per_s),
        10..=1_000,
    )?;
    check.within("render.font_px", u32::from(profile.render.font_px), 16..=64)?;
    check.within(
        "render.threshold",
        u32::from(profile.render.threshold),
        1..=254,
    )?;
    Ok(profile)
}

struct Check<'f> {
    file: &'f Path,
}

impl Check<'_> {
    fn within(
        &self,
        key: &'static str,
        found: u32,
        allowed: RangeInclusive<u32>,
    ) -> Result<(), ProfileFault> {
        if allowed.contains(&found) {
            return Ok(());
        }
        let allowed = format!("{} to {}", allowed.start(), allowed.end());
        Err(ProfileFault::OutOfRange {
            file: self.file.to_path_buf(),
            key,
            found: found.to_string(),
            allowed,
        })
    }

    fn id(&self, id: &str) -> Result<(), ProfileFault> {
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !id.is_empty() && id.chars().all(plain) {
            return Ok(());
        }
        let allowed = "lower-case letters, digits and dashes".to_string();
        Err(ProfileFault::OutOfRange {
            file: self.file.to_path_buf(),
            key: "id",
            found: format!("{id:?}"),
            allowed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_file_is_shipped_under_its_own_name() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("printer-profiles");
        let files = toml_files(&folder).expect("the folder of profiles");
        let mut names: Vec<String> = SHIPPED.iter().map(|(file, _)| file.to_string()).collect();
        names.sort();
        let found: Vec<String> = files
            .iter()
            .map(|file| {
                file.file_name()
                    .expect("a file")
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        assert_eq!(names, found);
        for (file, text) in SHIPPED {
            let profile = parse(Path::new(file), text).expect("a shipped profile holds");
            assert_eq!(format!("{}.toml", profile.id), file);
            assert!(!profile.sources.is_empty(), "{file} names its sources");
        }
    }

    #[test]
    fn faults_name_the_file_the_key_and_what_is_allowed() {
        let good = SHIPPED[0].1;
        let cases = [
            (
                "dots = 576",
                "dots = 5760",
                ["paper.dots = 5760", "128 to 2048"],
            ),
            (
                "mode = \"gs_v_66\"",
                "mode = \"guillotine\"",
                ["guillotine", "`gs_v_66`"],
            ),
            (
                "dle_guard = true",
                "dle_guard = true\nband_colour = 1",
                ["band_colour", "expected one of"],
            ),
            (
                "off_ms = 500",
                "off_ms = 20",
                ["drawer.off_ms = 20", "50 to 510"],
            ),
            (
                "id = \"generic-80\"",
                "id = \"Generic 80\"",
                ["Generic 80", "lower-case"],
            ),
            ("font_px = 24", "", ["missing field", "font_px"]),
        ];
        for (from, to, wanted) in cases {
            assert!(good.contains(from), "the shipped profile says {from}");
            let fault = parse(Path::new("hall.toml"), &good.replace(from, to))
                .expect_err(to)
                .to_string();
            assert!(fault.starts_with("hall.toml: "), "{fault}");
            for part in wanted {
                assert!(fault.contains(part), "{fault} should say {part}");
            }
        }
    }

    #[test]
    fn ten_thousand_damaged_files_are_read_or_refused() {
        let seed = 0x5a4d_1e55_u64;
        let mut state = seed;
        let mut below = |limit: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % limit
        };
        let (mut read, mut refused) = (0, 0);
        for round in 0..10_000 {
            let mut lines: Vec<&str> = SHIPPED[below(SHIPPED.len())].1.lines().collect();
            let others: Vec<&str> = SHIPPED[below(SHIPPED.len())].1.lines().collect();
            for _ in 0..below(4) {
                let at = below(lines.len());
                match below(3) {
                    0 => drop(lines.remove(at)),
                    1 => lines[at] = others[below(others.len())],
                    _ => lines.insert(at, others[below(others.len())]),
                }
            }
            let mut bytes = lines.join("\n").into_bytes();
            for _ in 0..below(4) {
                let at = below(bytes.len());
                bytes[at] = match below(3) {
                    0 => below(256) as u8,
                    1 => b'0' + below(10) as u8,
                    _ => b"\"[]=.-\n"[below(7)],
                };
            }
            let text = String::from_utf8_lossy(&bytes);
            match parse(Path::new("hall.toml"), &text) {
                Ok(profile) => {
                    read += 1;
                    // What is taken can be printed with.
                    let width = usize::from(profile.paper.dots);
                    let sheet = crate::print::Bitmap::new(width, 60);
                    let commands = crate::print::escpos::Commands::paper(&[sheet], &profile);
                    assert!(!commands.is_empty(), "seed {seed:x}, file {round}");
                    assert!(profile.print_ms(60) > 0, "seed {seed:x}, file {round}");
                    let again = parse(Path::new("hall.toml"), &profile.to_toml());
                    assert_eq!(again.expect("as written"), profile, "{round}");
                }
                Err(fault) => {
                    refused += 1;
                    let told = fault.to_string();
                    assert!(told.starts_with("hall.toml: "), "seed {seed:x}: {told}");
                }
            }
        }
        assert!(
            read > 500 && refused > 500,
            "{read} read, {refused} refused"
        );
    }

    #[test]
    fn a_bad_file_in_the_folder_leaves_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = SHIPPED[0].1.replace("\"generic-80\"", "\"hall\"");
        fs::write(folder.path().join("hall.toml"), own).expect("written");
        fs::write(folder.path().join("broken.toml"), "schema = ").expect("written");
        fs::write(folder.path().join("notes.txt"), "not a profile").expect("written");
        let (catalogue, faults) = Catalogue::with_folder(folder.path());
        assert!(catalogue.get("hall").is_some());
        assert!(catalogue.get("generic-58").is_some());
        assert_eq!(faults.len(), 1);
        assert!(faults[0].to_string().contains("broken.toml"));
    }
}
