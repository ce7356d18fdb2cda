import { readdirSync } from "node:fs";

/** Every test file, in a fixed order. */
export function testFiles(): URL[] {
  const folder = new URL("./", import.meta.url);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => new URL(name, folder));
}
