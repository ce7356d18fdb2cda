import { mixedColour } from "./mixedColour.ts";
import { type StyleRule, styleRules } from "./styleRules.ts";

const DARK = "(prefers-color-scheme:dark)";
const STYLE = /<style>([\s\S]*?)<\/style>/g;
const PAINT = /(\s(?:fill|stroke|color|style)=")([^"]*)/g;

/**
 * A chart for programs that know neither CSS variables nor media queries: one scheme, every colour written out, one font family.
 *
 * Weights between hundreds become the hundred below, since such programs read no others; everything else stays as it is.
 *
 * @param svg as the charts of this room give it
 * @param scheme "light" also for paper
 * @param options family: of all words, default "Inter"
 * @throws RangeError when a variable has no value or two, or colours are mixed that are not known as digits
 *
 * @example
 * import { flatSvg } from "lockstep/charts";
 * const svg = `<svg><style>.a{--ink:#111}@media (prefers-color-scheme:dark){.a{--ink:#eee}}.a text{fill:var(--ink)}</style></svg>`;
 * flatSvg(svg, "dark"); // => "<svg><style>.a text{fill:#eee}</style></svg>"
 */
export function flatSvg(svg: string, scheme: "light" | "dark", { family = "Inter" }: { family?: string } = {}): string {
  const rules = [...svg.matchAll(STYLE)].flatMap(([, style = ""]) => styleRules(style));
  const values = new Map([
    ...valuesOf(rules.filter(({ media }) => media === undefined)),
    ...valuesOf(rules.filter((rule) => scheme === "dark" && isDark(rule))),
  ]);
  const written = (text: string) => mixed(resolved(text, values));
  // Only where paint is said: a name on the chart may look like a variable.
  return svg
    .replace(STYLE, (_, style: string) => `<style>${written(flatStyle(style, family))}</style>`)
    .replace(PAINT, (_, before: string, paint: string) => before + written(paint));
}

function isDark({ media }: StyleRule): boolean {
  return media?.replaceAll(/\s/g, "") === DARK;
}

function valuesOf(rules: readonly StyleRule[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, variable = "", value = ""] of rules.flatMap(({ body }) => [...body.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)])) {
    if ((values.get(variable) ?? value) !== value) throw new RangeError(`invalid SVG: two values of ${variable}`);
    values.set(variable, value);
  }
  return values;
}

/** The rules that hold whatever the screen is, without the variables. */
function flatStyle(style: string, family: string): string {
  return styleRules(style)
    .filter(({ media }) => media === undefined)
    .map(({ selector, body }) => ({
      selector,
      body: body
        .split(";")
        .filter((declaration) => declaration.trim() !== "" && !declaration.trim().startsWith("--"))
        .map((declaration) =>
          declaration
            .replace(/^\s*font-family\s*:.*$/s, `font-family:"${family}"`)
            .replace(/^(\s*font-weight\s*:\s*)(\d+)/, (_, name: string, weight: string) => `${name}${Math.floor(Number(weight) / 100) * 100}`),
        )
        .join(";"),
    }))
    .filter(({ body }) => body !== "")
    .map(({ selector, body }) => `${selector}{${body}}`)
    .join("\n");
}

function resolved(text: string, values: ReadonlyMap<string, string>): string {
  let next = text;
  // A variable may stand for another one, but never more often than there are variables.
  for (let k = 0; k <= values.size; k++) {
    next = next.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, variable: string) => {
      const value = values.get(variable);
      if (value === undefined) throw new RangeError(`invalid SVG: no value of ${variable}`);
      return value;
    });
  }
  const left = /var\([^)]*\)?/.exec(next)?.[0];
  if (left !== undefined) throw new RangeError(`invalid SVG: ${left}`);
  return next;
}

function mixed(text: string): string {
  return text.replace(/color-mix\(\s*in srgb\s*,([^,()]*),([^,()]*)\)/g, (all, first: string, second: string) => {
    const colour = mixedColour(first, second);
    if (colour === undefined) throw new RangeError(`invalid SVG: ${all}`);
    return colour;
  });
}
