//! Layout rules of NĐ 30/2020/NĐ-CP, checked on DOCX files; every finding names its clause.
#![deny(missing_docs)]
