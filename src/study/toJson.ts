/**
 * A plain record as JSON text, indented, with lists of numbers and words on one line and a newline at the end.
 *
 * The same bytes for the same record. A number that is not finite has no place in JSON and is refused: unknown is null. `undefined` members are left out, as JSON does.
 *
 * @throws RangeError on NaN and infinities
 *
 * @example
 * import { toJson } from "lockstep/study";
 * toJson({ a: [1, 2] }); // => '{\n  "a": [1, 2]\n}\n'
 */
export function toJson(value: unknown): string {
  return `${write(value, "")}\n`;
}

function write(value: unknown, indent: string): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`invalid number: ${value}`);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => item === null || typeof item !== "object")) return `[${value.map((item) => write(item, inner)).join(", ")}]`;
    return `[\n${value.map((item) => inner + write(item, inner)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return "{}";
  return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`).join(",\n")}\n${indent}}`;
}
