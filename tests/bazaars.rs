//! The set-up files that come with the program are read without a refusal. Their
//! tables of families and lines are tested where tables are read.

use sanduq::services::set_up::SetUp;

#[test]
fn every_bazaar_that_comes_with_the_program_can_be_set_up() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/bazaars");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of bazaars") {
        let file = entry.expect("a bazaar").path().join("bazaar.toml");
        let text = std::fs::read_to_string(&file).expect("a readable bazaar.toml");
        if let Err(refusal) = SetUp::read(&text) {
            panic!("{}: {refusal}", file.display());
        }
        read += 1;
    }
    assert_eq!(read, 5, "one of each kind");
}
