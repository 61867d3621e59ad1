//! Chooses between the command line and the screen.

fn main() {}
