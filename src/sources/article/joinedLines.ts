// Only words that are no syllable of longer ones: "mid" is not here for "mid-dle", nor "day" for "Fri-day".
/** First parts of the compounds of this field that keep their hyphen where a line breaks after it. */
const FIRST = new Set(
  "all average bond cash debt dollar double eighty fifty first five fixed forty half inflation ninety non one price rate risk second self seventy single sixty thirty three twenty two well world worst".split(
    " ",
  ),
);
/** Last parts of such compounds. */
const LAST = new Set("adjusted based cap caps denominated driven ended month quarter term week weighted year".split(" "));

/** The words of a text, lower case, and those with a hyphen in them: what a broken word is looked up in. */
export function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const words = line.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
      return line.endsWith("-") ? words.slice(0, -1) : words;
    }),
  );
}

/**
 * Lines of one paragraph as one line, words broken at a line's end made whole.
 *
 * Whether the hyphen was there before the break nobody can see. It stays where the text writes the word so elsewhere, or where its first or last part makes
 * compounds in this field ("small-cap"); it goes where the text writes the whole word elsewhere, and otherwise, since most breaks are inside a word.
 */
export function joinedLines(lines: readonly string[], known: ReadonlySet<string>): string {
  const parts = lines.flatMap((line, k) => {
    const next = lines[k + 1];
    if (next === undefined) return [line];
    if (!/[\p{L}\d]-$/u.test(line) || !/^[\p{L}\d]/u.test(next)) return [line, " "];
    return [hyphenStays(line, next, known) ? line : line.slice(0, -1)];
  });
  return parts.join("");
}

function hyphenStays(line: string, next: string, known: ReadonlySet<string>): boolean {
  const first = /(\p{L}{1,60})-$/u.exec(line.slice(-61))?.[1]?.toLowerCase();
  const last = /^\p{Ll}\p{L}*/u.exec(next)?.[0];
  // "2024-" and "25", "S&P-" and "Dow": no word is broken so.
  if (first === undefined || last === undefined || known.has(`${first}-${last}`)) return true;
  return !known.has(first + last) && (FIRST.has(first) || LAST.has(last));
}
