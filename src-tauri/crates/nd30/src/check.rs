//! What is looked for: one name for every rule. Number, weight and words stand in the file of rules.

use crate::names::named;

named! {
    /// What a rule looks for.
    pub enum Check {
        /// Paper is A4.
        PaperSize = "paper_size",
        /// Upper margin.
        MarginTop = "margin_top",
        /// Lower margin.
        MarginBottom = "margin_bottom",
        /// Left margin.
        MarginLeft = "margin_left",
        /// Right margin.
        MarginRight = "margin_right",
        /// Paper lies on its long side only for tables.
        Landscape = "landscape",
        /// Font is Times New Roman.
        FontName = "font_name",
        /// Text is black.
        FontColour = "font_colour",
        /// No highlighter is left.
        Highlight = "highlight",
        /// Letters are composed (NFC).
        Composed = "composed",
        /// No text of the encodings before Unicode.
        OldEncoding = "old_encoding",
        /// No character that cannot be seen.
        Invisible = "invisible",
        /// There is a page number.
        PageNumberMissing = "page_number_missing",
        /// The page number is at the top.
        PageNumberPlace = "page_number_place",
        /// The page number is centred.
        PageNumberCentred = "page_number_centred",
        /// Size and look of the page number.
        PageNumberLook = "page_number_look",
        /// No number on the first page.
        PageNumberFirst = "page_number_first",
        /// Pages are counted from 1.
        PageNumberStart = "page_number_start",
        /// Arabic digits and nothing beside them.
        PageNumberDigits = "page_number_digits",
        /// There is a Quốc hiệu.
        NationMissing = "nation_missing",
        /// Text of the Quốc hiệu.
        NationText = "nation_text",
        /// Size of the Quốc hiệu.
        NationSize = "nation_size",
        /// Look of the Quốc hiệu.
        NationLook = "nation_look",
        /// The Quốc hiệu stands on one line.
        NationLine = "nation_line",
        /// The Quốc hiệu stands at the right, the Tiêu ngữ centred under it.
        NationPlace = "nation_place",
        /// There is a Tiêu ngữ.
        MottoMissing = "motto_missing",
        /// Text of the Tiêu ngữ.
        MottoText = "motto_text",
        /// Size of the Tiêu ngữ.
        MottoSize = "motto_size",
        /// Look of the Tiêu ngữ.
        MottoLook = "motto_look",
        /// A line is drawn under the Tiêu ngữ.
        MottoRule = "motto_rule",
        /// Length of that line.
        MottoRuleLength = "motto_rule_length",
        /// Sizes of Quốc hiệu, Tiêu ngữ and date move together.
        SizesTogether = "sizes_together",
        /// There is an issuing body.
        AgencyMissing = "agency_missing",
        /// Names of bodies in capitals.
        AgencyCapitals = "agency_capitals",
        /// Size of the names of bodies.
        AgencySize = "agency_size",
        /// The issuing body is bold.
        AgencyLook = "agency_look",
        /// The body above it is not bold.
        ParentLook = "parent_look",
        /// A line is drawn under the issuing body.
        AgencyRule = "agency_rule",
        /// Length of that line.
        AgencyRuleLength = "agency_rule_length",
        /// There is a number.
        NumberMissing = "number_missing",
        /// Form of số, ký hiệu.
        NumberForm = "number_form",
        /// Numbers below 10 have a zero.
        NumberPadding = "number_padding",
        /// Ký hiệu in capitals.
        SymbolCapitals = "symbol_capitals",
        /// Size and look of số, ký hiệu.
        NumberLook = "number_look",
        /// There is a place and a date.
        DateMissing = "date_missing",
        /// Form of place and date.
        DateForm = "date_form",
        /// Zeros of day and month.
        DatePadding = "date_padding",
        /// The day exists.
        DateReal = "date_real",
        /// Size and look of place and date.
        DateLook = "date_look",
        /// Number and date on one line.
        DateRow = "date_row",
        /// There is a kind of document.
        KindMissing = "kind_missing",
        /// The kind in capitals.
        KindCapitals = "kind_capitals",
        /// Size and look of the kind.
        KindLook = "kind_look",
        /// Kind and subject are centred.
        TitleCentred = "title_centred",
        /// There is a subject.
        SubjectMissing = "subject_missing",
        /// Size and look of the subject.
        SubjectLook = "subject_look",
        /// A line is drawn under the subject.
        SubjectRule = "subject_rule",
        /// Length of that line.
        SubjectRuleLength = "subject_rule_length",
        /// The subject of a letter: “V/v”, size, upright.
        LetterSubject = "letter_subject",
        /// There is a Kính gửi where one belongs.
        AddresseeMissing = "addressee_missing",
        /// Form of Kính gửi.
        AddresseeForm = "addressee_form",
        /// Size and look of Kính gửi.
        AddresseeLook = "addressee_look",
        /// Grounds are italic.
        GroundLook = "ground_look",
        /// Grounds end with a semicolon, the last with a full stop.
        GroundEnding = "ground_ending",
        /// Size of running text.
        BodySize = "body_size",
        /// One size for all running text.
        OneBodySize = "one_body_size",
        /// Running text is justified.
        BodyJustified = "body_justified",
        /// Indent of first lines.
        FirstLine = "first_line",
        /// Space between paragraphs.
        ParagraphSpacing = "paragraph_spacing",
        /// Distance of lines.
        LineSpacing = "line_spacing",
        /// Running text is upright and not bold.
        BodyUpright = "body_upright",
        /// Nothing is underlined.
        Underline = "underline",
        /// Mục in capitals.
        HeadingCapitals = "heading_capitals",
        /// Mục is bold and upright.
        HeadingLook = "heading_look",
        /// Mục are counted without a gap.
        HeadingOrder = "heading_order",
        /// Form of the number of a mục.
        HeadingForm = "heading_form",
        /// Khoản are counted without a gap.
        ClauseOrder = "clause_order",
        /// A khoản is bold with a title, and only then.
        ClauseLook = "clause_look",
        /// Form of the number of a khoản.
        ClauseForm = "clause_form",
        /// Điểm follow the Vietnamese alphabet.
        PointOrder = "point_order",
        /// Form of the letter of a điểm.
        PointForm = "point_form",
        /// Form of phần and chương.
        PartForm = "part_form",
        /// The text ends with “./.”.
        Ending = "ending",
        /// No empty paragraphs for spacing.
        EmptyParagraphs = "empty_paragraphs",
        /// No rows of spaces, no tabs for indents.
        ManualSpaces = "manual_spaces",
        /// There is a signer.
        SignerMissing = "signer_missing",
        /// Quyền hạn, chức vụ in bold capitals.
        SignerRoleLook = "signer_role_look",
        /// Form of TM., KT., TL., TUQ., Q.
        SignerAuthority = "signer_authority",
        /// The signer's own title under KT., TL., TUQ. or TM.
        SignerOwnTitle = "signer_own_title",
        /// Name of the signer is bold.
        SignerNameLook = "signer_name_look",
        /// Name of the signer is not in capitals.
        SignerNameCapitals = "signer_name_capitals",
        /// No academic or honorary titles before the name.
        SignerNameTitles = "signer_name_titles",
        /// Size of the signer's lines.
        SignerSize = "signer_size",
        /// There is a Nơi nhận.
        RecipientsMissing = "recipients_missing",
        /// The words “Nơi nhận:”.
        RecipientsHead = "recipients_head",
        /// Size and look of the list.
        RecipientsLook = "recipients_look",
        /// Dashes and semicolons of the list.
        RecipientsForm = "recipients_form",
        /// The last line “- Lưu: VT, ….”.
        RecipientsFile = "recipients_file",
        /// “- Như trên;” when there is a Kính gửi.
        RecipientsAbove = "recipients_above",
        /// Form of “Phụ lục I”.
        AnnexForm = "annex_form",
        /// Size and look of “Phụ lục I”.
        AnnexLook = "annex_look",
        /// Annexes are counted without a gap.
        AnnexOrder = "annex_order",
        /// Title of an annex.
        AnnexTitle = "annex_title",
        /// “(Kèm theo …)”.
        AnnexReference = "annex_reference",
        /// Pages of an annex are counted by themselves.
        AnnexPages = "annex_pages",
        /// The text mentions the annex.
        AnnexMentioned = "annex_mentioned",
        /// Thousands are set apart with a full stop.
        Thousands = "thousands",
        /// Decimals follow a comma.
        DecimalComma = "decimal_comma",
        /// No space before a percent sign.
        PercentSpace = "percent_space",
        /// Dates in the text.
        DateInText = "date_in_text",
        /// Capitals of Phụ lục II.
        Capitals = "capitals",
        /// “số” in citations.
        CitationNumber = "citation_number",
        /// The first citation has date and issuing body.
        CitationDate = "citation_date",
        /// No tracked changes are left.
        TrackedChanges = "tracked_changes",
        /// No comments are left.
        Comments = "comments",
        /// No gaps to be filled are left.
        Gaps = "gaps",
        /// No hidden text is left.
        HiddenText = "hidden_text",
        /// Marks of tone stand in one way: “hòa” or “hoà”.
        TonePlacement = "tone_placement",
    }
}
