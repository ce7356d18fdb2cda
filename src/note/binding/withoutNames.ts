/** A text with some names left out of it, each where it stands as a word of its own: what is left is the text's own words. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = names.filter((one) => one.trim() !== "").sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, one) => rest.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, "gu"), "\u2026"), text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
