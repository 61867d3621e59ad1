//! Stories of a bazaar day, told through the services on a real database with a
//! clock that is told what time it is.

mod bazaar;
mod by_name;
#[path = "../support/killed.rs"]
mod killed;
#[path = "../support/kinds.rs"]
mod kinds;

mod after_the_close;
mod carrying;
mod dashboard;
mod days;
mod door;
mod editions;
mod family_codes;
mod family_money;
mod five_kinds;
mod founding;
mod imports;
mod many;
mod many_workbook;

mod many_shop_orders;
mod mistakes;
mod mutated;
mod mutated_orders;
mod orders;
mod outside_checkers;
mod papers;
mod plans;
mod random_days;
mod register;
mod sale_papers;
mod settlements;
mod shop_care;
mod shop_dates;
mod shop_files;
mod shop_names;
mod shop_orders;
mod statements;
mod stock;
mod strangers;
mod taking_back;
mod training;
mod workbooks;
mod worked_example;
