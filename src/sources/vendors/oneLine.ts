const LONGEST = 200;

/** What a source said, as one line that cannot steer a terminal; undefined when it said nothing, or said it with something else than text. */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const line = value.replace(/[\s\p{C}]+/gu, " ").trim();
  if (line === "") return undefined;
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line;
}
