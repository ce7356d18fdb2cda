const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFC]|\p{Default_Ignorable_Code_Point}/gu;

// No language sets more than a few marks on a letter. Bringing a million of them into order takes minutes; 30 is the bound of Unicode's stream-safe form.
const MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * A text in plain letters (NFC): what a reader sees and nothing else.
 *
 * Control, zero-width and bidi characters and soft hyphens go: they could part a number from itself, or show one figure and hold another. Spaces of all
 * kinds become one kind, and quotation marks and hyphens are made straight, so that no rule of reading has to know them all. Ligatures of letters that a
 * PDF holds for "fi" are undone; no other compatibility form is, since "²" and "½" are not "2" and "1/2".
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\u0085\u2028]/g, "\n")
    .replaceAll("\u2029", "\n\n")
    .replaceAll(INVISIBLE, "")
    .replaceAll(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, " ")
    .replaceAll(/[\u2018-\u201B]/g, "'")
    .replaceAll(/[\u201C-\u201F]/g, '"')
    .replaceAll(/[\u2010\u2011]/g, "-")
    .replaceAll(MARKS, "$1")
    .replaceAll(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");
}

/** A text on one line, runs of white space as one space. */
export function folded(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
