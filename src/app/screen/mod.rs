//! The screens, one a file: each holds its state, its messages and what it asks
//! of the shell, and knows no other screen.
