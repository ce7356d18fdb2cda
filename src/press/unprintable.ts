/** The characters that no bundled font has, as the compiler names them in its complaint; empty for another complaint. */
export function unprintable(complaint: string): string[] {
  return [...new Set([...complaint.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, character = ""]) => character))];
}
