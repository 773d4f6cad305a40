//! The programs that the commands need: how each is found, and how it is got where it is missing. What a command does
//! with a program is in that command's module.

pub mod rust;
