//! A folder of pictures: the printer of a till that has none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Delivery, Device, DeviceFault, Job, Watch, Work};

/// Writes every sheet as a PNG, `<job>-<sheet>.png`. A job made again replaces
/// its own pictures.
pub struct PictureFolder {
    folder: PathBuf,
}

impl PictureFolder {
    /// The folder is made when the first paper comes.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    fn save(&self, name: &str, png: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        // Whoever watches the folder never sees half a picture.
        let unfinished = self.folder.join(format!("{name}.part"));
        write_through(&unfinished, png)?;
        fs::rename(unfinished, self.folder.join(name))
    }
}

/// The job's name as every file system takes it, or its id.
fn file_stem(job: &Job) -> String {
    if job.name.is_empty() {
        return job.id.to_string();
    }
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    job.name.chars().map(plain).collect()
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

impl Device for PictureFolder {
    fn name(&self) -> String {
        self.folder.display().to_string()
    }

    fn deliver(&mut self, job: &Job, _watch: &mut Watch) -> Delivery {
        let device = self.name();
        let Work::Paper(sheets) = &job.work else {
            return Delivery::Refused(DeviceFault::NoDrawer { device });
        };
        let paper = file_stem(job);
        for (index, sheet) in sheets.iter().enumerate() {
            let name = match sheets.len() {
                1 => format!("{paper}.png"),
                _ => format!("{paper}-{}.png", index + 1),
            };
            if let Err(source) = self.save(&name, &sheet.to_png()) {
                // Pictures written before the fault are replaced by the next attempt.
                return Delivery::Refused(DeviceFault::Unreachable { device, source });
            }
        }
        Delivery::Confirmed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use uuid::Uuid;

    #[test]
    fn every_sheet_becomes_a_picture() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut device = PictureFolder::new(folder.path().join("papers"));
        let mut sheet = Bitmap::new(16, 4);
        sheet.fill(2, 1, 5, 2);
        let sheets = [sheet.clone(), Bitmap::new(8, 8)].into();
        let job = Job {
            id: Uuid::nil(),
            name: "receipt T1/000042".to_owned(),
            work: Work::Paper(sheets),
        };
        assert!(matches!(
            device.deliver(&job, &mut |_| {}),
            Delivery::Confirmed
        ));
        let name = "papers/receipt_T1_000042-1.png";
        let png = fs::read(folder.path().join(name)).expect("the first sheet");
        assert_eq!(Bitmap::from_png(&png).expect("a PNG"), sheet);
        assert_eq!(
            fs::read_dir(folder.path().join("papers"))
                .expect("the folder")
                .count(),
            2
        );
    }

    #[test]
    fn there_is_no_drawer_behind_a_folder() {
        let mut device = PictureFolder::new("nowhere");
        let job = Job {
            id: Uuid::nil(),
            name: String::new(),
            work: Work::OpenDrawer,
        };
        assert!(
            matches!(device.deliver(&job, &mut |_| {}), Delivery::Refused(fault) if !fault.may_pass())
        );
    }
}
