//! One way to declare an enum whose variants have names in the files of rules and words.

/// Declares an enum, its list of variants and their names in the files.
macro_rules! named {
    ($(#[$outer:meta])* $visibility:vis enum $name:ident {
        $($(#[$inner:meta])* $variant:ident = $key:literal,)+
    }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[$inner])* $variant,)+
        }

        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the files of rules and words.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The one of a name.
            #[must_use]
            pub fn named(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

pub(crate) use named;
