/** Text as a Typst string: what stands in one is never markup, so that only its end and the backslash need care. */
export function typstText(text: string): string {
  // A control character has no shape in any font.
  return `"${text.replace(/\p{Cc}+/gu, " ").replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}
