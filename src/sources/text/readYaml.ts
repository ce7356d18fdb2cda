import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { Problem, type ProblemKind } from "../../market/index.ts";
import { didYouMean } from "./didYouMean.ts";
import type { TextFile } from "./readText.ts";

/**
 * A YAML file read against a schema: the data with its defaults, and as it was written.
 *
 * @throws Problem naming file, line, key, what was expected and what came; with several, the first and how many more
 */
export function readYaml<T extends z.ZodType>(file: TextFile, schema: T, kind: ProblemKind): { data: z.infer<T>; written: unknown } {
  refuseMonsters(file, kind);
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const [fault] = document.errors;
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new Problem(kind, `expected YAML; received a fault in column ${col}: ${firstLine(fault.message)}`, `${file.path}:${line}`);
  }
  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new Problem(kind, `expected plain YAML; received ${firstLine(error instanceof Error ? error.message : String(error))}`, file.path);
  }
  const result = schema.safeParse(written);
  if (result.success) return { data: result.data, written };
  const [issue] = result.error.issues;
  if (!issue) throw new Problem(kind, "expected another shape", file.path);
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const more = result.error.issues.length - 1;
  const line = lineOf(document.contents, path, lines);
  throw new Problem(kind, `${wording(issue, schema, written)}${more > 0 ? ` (and ${more} more)` : ""}`, `${file.path}:${line}`);
}

// A group or a catalogue of hundreds of markets is smaller by far. Beyond these the parser takes more than linear time, or the stack.
const LARGEST = 65_536; // characters
const DEEPEST = 40;

/** What no file for people looks like, and what the parser cannot bear: it is refused before it is parsed. */
function refuseMonsters({ text, path }: TextFile, kind: ProblemKind): void {
  if (text.length > LARGEST) throw new Problem(kind, `expected at most ${LARGEST} characters of YAML; received ${text.length}`, path);
  let depth = 0;
  for (const [k, line] of text.split("\n").entries()) {
    const steps = /^(?:\s*[-?:] )*/.exec(line)?.[0].match(/[-?:] /g)?.length ?? 0;
    let open = depth;
    for (const bracket of line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|\s)#.*$/g, "").match(/[[\]{}]/g) ?? []) {
      open = Math.max(0, open + (bracket === "[" || bracket === "{" ? 1 : -1));
      if (open > DEEPEST) break;
    }
    if (Math.max(open, steps) > DEEPEST) throw new Problem(kind, `expected at most ${DEEPEST} levels of YAML; received more`, `${path}:${k + 1}`);
    depth = open;
  }
}

function wording(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): string {
  const key = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    return `${key}expected only known keys; received ${unknown}${didYouMean(unknown, keysAt(schema, issue.path))}`;
  }
  const expected = issue.message.replace(/^Invalid (input|option|string): /, "").replace(/, received .*$/, "");
  return `${key}${expected.startsWith("expected") ? expected : `expected another value (${expected})`}; received ${shown(at(value, issue.path))}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((here, step) => (here === null || typeof here !== "object" ? undefined : (here as Record<PropertyKey, unknown>)[step]), value);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    // An alias may hold itself.
    return "something that cannot be shown";
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The keys that a schema knows at a path: what a misspelt one may have been meant to be. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: JsonSchema | undefined = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
  for (const step of path) at = at?.properties?.[String(step)] ?? at?.additionalProperties;
  return Object.keys(at?.properties ?? {});
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema;
}

/** The line of the node at a path, or of the nearest one above it that exists. */
function lineOf(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    let named: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      named = pair?.key;
      node = pair?.value;
    } else {
      node = isSeq(node) ? node.items[Number(step)] : undefined;
      named = node;
    }
    const start = startOf(named);
    if (start === undefined) break;
    offset = start;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
