import { isMap, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { Problem, type ProblemKind } from "../market/index.ts";
import { didYouMean } from "./didYouMean.ts";
import type { TextFile } from "./readText.ts";

/**
 * A YAML file read against a schema.
 *
 * @throws Problem naming file, line, key, what was expected and what came; with several, the first and how many more
 */
export function readYaml<T extends z.ZodType>(file: TextFile, schema: T, kind: ProblemKind): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new Problem(kind, `expected YAML; received a fault in column ${col}: ${firstLine(fault.message)}`, `${file.path}:${line}`);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new Problem(kind, `expected plain YAML; received ${firstLine(error instanceof Error ? error.message : String(error))}`, file.path);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new Problem(kind, "expected another shape", file.path);
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const more = result.error.issues.length - 1;
  const line = lineOf(document.contents, path, lines);
  throw new Problem(kind, `${wording(issue, schema, value)}${more > 0 ? ` (and ${more} more)` : ""}`, `${file.path}:${line}`);
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
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The keys that a schema knows at a path: what a misspelt one may have been meant to be. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const step of path) {
    const shape = shapeOf(at);
    at = shape?.[String(step)] ?? (at as { _zod?: { def?: { valueType?: unknown } } })?._zod?.def?.valueType;
  }
  return Object.keys(shapeOf(at) ?? {});
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  let at = schema as { shape?: Record<string, unknown>; _zod?: { def?: { innerType?: unknown } } } | undefined;
  while (at && !at.shape && at._zod?.def?.innerType) at = at._zod.def.innerType as typeof at;
  return at?.shape;
}

/** The line of the node at a path, or of the nearest one above it that exists. */
function lineOf(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node = root as Node | null;
  let line = node?.range ? lines.linePos(node.range[0]).line : 1;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String((key as { value?: unknown }).value) === String(step));
      const keyNode = pair?.key as Node | undefined;
      if (!pair || !keyNode?.range) return line;
      line = lines.linePos(keyNode.range[0]).line;
      node = pair.value as Node | null;
    } else {
      node = ((node as { items?: unknown[] } | null)?.items?.[Number(step)] as Node | undefined) ?? null;
      if (!node?.range) return line;
      line = lines.linePos(node.range[0]).line;
    }
  }
  return line;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
