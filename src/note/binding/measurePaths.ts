import type { Measure } from "../../market/index.ts";

/** Where each measure of a record stands, by the measure itself: "markets.6.distance". */
export function measurePaths(record: unknown, root = ""): Map<Measure, string> {
  const paths = new Map<Measure, string>();
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== "object") return;
    if ("value" in value && "method" in value && "definition" in value) paths.set(value as Measure, path);
    for (const [key, member] of Object.entries(value)) visit(member, path === "" ? key : `${path}.${key}`);
  };
  visit(record, root);
  return paths;
}
