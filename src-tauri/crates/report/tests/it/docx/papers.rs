//! One document with everything, and the parts of the invented papers that are looked at closely.

use bc138_report::{
    Attachment, Block, Density, Document, Figure, Form, Meta, Paper, Section, SizeSet, Table,
};

use crate::papers::{annex_titles, certificate, chart, head, report, signature, table};

/// The head of an official document: two halves side by side, rules drawn under them.
pub fn head_table() -> Table {
    as_table(head())
}

/// Signature and recipients side by side.
pub fn signature_table() -> Table {
    as_table(signature())
}

fn as_table(block: Block) -> Table {
    let Block::Table(table) = block else { panic!("it is a table") };
    table
}

/// A chart of bars with a line across.
pub fn figure() -> Figure {
    let Block::Figure(figure) = chart() else { panic!("it is a drawing") };
    figure
}

/// A certificate, moved to meet its printed form.
pub fn form(name: &str, test: bool) -> Form {
    let Block::Form(form) = certificate(name, test) else { panic!("it is a form") };
    Form { shift_right_mm: 2.0, shift_down_mm: -1.5, ..form }
}

/// Attachments: a text, bytes of every value, nothing.
pub fn attachments() -> Vec<Attachment> {
    let file = |name: &str, media_type: &str, bytes: Vec<u8>| Attachment {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        description: "Số liệu “gốc” & <mã>".to_owned(),
        bytes,
    };
    vec![
        file("so-lieu.json", "application/json", br#"{"a": "<&>"}"#.to_vec()),
        file("ban-ghi.bin", "application/octet-stream", (0..=255).collect()),
        file("trong.txt", "text/plain", Vec::new()),
    ]
}

/// Portrait text, lying annexes, certificates without page numbers, attachments. The first section
/// begins and ends with a table and has two tables in a row.
pub fn everything() -> Document {
    let mut text = report(1);
    let tables = [Density::Own, Density::Normal].map(|density| table(3, 2, density).into());
    let before_signature = text.len() - 1;
    text.splice(before_signature..before_signature, tables);
    text.insert(before_signature, chart());
    let mut lying = annex_titles("Phụ lục I", "KẾT QUẢ THEO ĐƠN VỊ");
    lying.push(table(60, 11, Density::Small).into());
    let forms = ["Nguyễn Thị Ví Dụ", "Ban Công an xã Ví Dụ"].map(|name| certificate(name, false));
    let section = |paper, numbered, blocks| Section { paper, numbered, blocks };
    Document {
        meta: Meta { title: "Báo cáo".into(), ..Meta::default() },
        sizes: SizeSet::Large,
        sections: vec![
            section(Paper::A4, true, text),
            section(Paper::A4Landscape, true, lying),
            section(Paper::A3Landscape, true, vec![table(4, 20, Density::Fine).into()]),
            section(Paper::A4Landscape, false, forms.to_vec()),
        ],
        attachments: attachments(),
    }
}
