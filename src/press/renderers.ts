import { createRequire } from "node:module";
import { FIRST_LOCALE } from "../note/index.ts";
import type { Format } from "./manifest.ts";

const load = createRequire(import.meta.url);

const PACKAGES: Readonly<Partial<Record<Format, readonly string[]>>> = {
  png: ["@resvg/resvg-js", "@expo-google-fonts/inter"],
  pdf: ["@myriaddreamin/typst-ts-node-compiler", "@expo-google-fonts/inter", "@expo-google-fonts/source-serif-4"],
};

/** Versions of what draws pictures and pages, and writes numbers in another locale: their bytes hang on these. */
export function rendererVersions(formats: readonly Format[], locale: string): Record<string, string> {
  const packages = [...new Set(formats.flatMap((format) => PACKAGES[format] ?? []))].sort();
  const versions = packages.map((name): [string, string] => [name, versionOf(name)]);
  return Object.fromEntries(locale === FIRST_LOCALE ? versions : [...versions, ["icu", process.versions.icu ?? "none"]]);
}

function versionOf(name: string): string {
  try {
    return (load(`${name}/package.json`) as { version: string }).version;
  } catch {
    return "not installed";
  }
}
