//! Texts fitted into a width: shrunk first, then wrapped, never cut.

use crate::metrics::{self, ASCENT, DESCENT, PITCH};
use crate::style::LEAST;

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Block {
    /// The lines from top to bottom.
    pub(crate) lines: Vec<String>,
    /// Size of the letters.
    pub(crate) size: f32,
    /// Bold.
    pub(crate) bold: bool,
    /// Width of the longest line.
    pub(crate) width: f32,
    /// A word had to be broken.
    pub(crate) torn: bool,
}

impl Block {
    /// Returns the height from the top of the first line to the bottom of the last.
    pub(crate) fn height(&self) -> f32 {
        match self.lines.len() {
            0 => 0.0,
            lines => self.size * ((lines - 1) as f32 * PITCH + ASCENT + DESCENT),
        }
    }
}

/// Sets a text into a width at the largest size, down to [`LEAST`], at which no word is broken and
/// it takes at most `most` lines. When there is none, it takes as many lines as it needs at the
/// least size, breaking words where it must.
pub(crate) fn fit(text: &str, bold: bool, room: f32, size: f32, most: usize) -> Block {
    let mut size = size;
    while size > LEAST {
        let block = wrapped(text, bold, room, size);
        if !block.torn && block.lines.len() <= most {
            return balanced(text, block);
        }
        size -= 0.5;
    }
    balanced(text, wrapped(text, bold, room, LEAST))
}

/// Makes the lines of a block about equally long, without making them more.
fn balanced(text: &str, block: Block) -> Block {
    let mut best = block;
    if best.torn || best.lines.len() < 2 {
        return best;
    }
    let mut narrow = best.width / 2.0;
    while best.width - narrow > 0.5 {
        let room = (best.width + narrow) / 2.0;
        let tried = wrapped(text, best.bold, room, best.size);
        if tried.torn || tried.lines.len() > best.lines.len() {
            narrow = room;
        } else {
            best = tried;
        }
    }
    best
}

/// Sets a text on one line where shrinking a little makes that possible, else in up to two lines.
pub(crate) fn fit_flat(text: &str, bold: bool, room: f32, size: f32) -> Block {
    let width = single(text, bold, size).width;
    let shrunk = if width <= room { size } else { (room / width * size * 2.0).floor() / 2.0 };
    if shrunk >= LEAST { wrapped(text, bold, room, shrunk) } else { fit(text, bold, room, size, 2) }
}

/// Sets a text on one line at a size.
pub(crate) fn single(text: &str, bold: bool, size: f32) -> Block {
    wrapped(text, bold, f32::INFINITY, size)
}

/// Breaks a text into lines of at most this width.
fn wrapped(text: &str, bold: bool, room: f32, size: f32) -> Block {
    let width = |text: &str| metrics::width(text, bold, size);
    let space = width(" ");
    let mut block = Block { size, bold, ..Block::default() };
    let mut used = 0.0;
    for word in text.split_whitespace() {
        let taken = width(word);
        match block.lines.last_mut() {
            Some(line) if used + space + taken <= room => {
                line.push(' ');
                line.push_str(word);
                used += space + taken;
            }
            _ if taken <= room => {
                block.lines.push(word.to_owned());
                used = taken;
            }
            _ => {
                block.torn = true;
                block.lines.extend(torn(word, |text| width(text) <= room));
                used = block.lines.last().map_or(0.0, |line| width(line));
            }
        }
        block.width = block.width.max(used);
    }
    if block.torn {
        block.width = block.lines.iter().map(|line| width(line)).fold(0.0, f32::max);
    }
    block
}

/// Breaks a word into pieces that fit, of one letter at least.
fn torn(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for ch in word.chars() {
        let Some(piece) = pieces.last_mut() else { break };
        piece.push(ch);
        if piece.chars().count() > 1 && !fits(piece) {
            piece.pop();
            pieces.push(ch.to_string());
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_shrinks_before_it_breaks_a_word() {
        let room = metrics::width("Nghĩa Hành", false, 7.0);
        let block = fit("Nghĩa Hành", false, room, 9.0, 1);
        assert_eq!((block.lines.len(), block.torn), (1, false));
        assert!(block.size <= 7.0, "{}", block.size);
    }

    proptest! {
        /// Nothing is lost: the letters of the lines are the letters of the text.
        #[test]
        fn no_letter_is_lost(text in ".{0,120}", room in 1.0_f32..200.0, most in 1_usize..4) {
            let block = fit(&text, false, room, 9.0, most);
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&block.lines.concat()), letters(&text));
            // One letter may be wider than the room; a line of several never is.
            for line in block.lines.iter().filter(|line| line.chars().count() > 1) {
                prop_assert!(metrics::width(line, false, block.size) <= room);
            }
        }
    }
}
