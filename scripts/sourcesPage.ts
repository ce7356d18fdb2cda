import { READINGS } from "../src/intake/readings.ts";
import type { Release } from "../src/market/index.ts";
import { SOURCES, sourceOf, sourceRef } from "../src/sources/index.ts";
import type { Budget, Source } from "../src/sources/source.ts";

const ADJUSTED = { none: "nothing", splits: "splits", total: "splits and dividends" } as const;

/** A symbol of each source by which its rights and clock are shown. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  yahoo: ["IWM", "BTC-USD", "GC=F"],
  coinbase: ["BTC-USD"],
  bitstamp: ["btcusd"],
  kraken: ["XBTUSD"],
  coinmetrics: ["btc"],
  fredgraph: ["DGS10", "WALCL", "SP500"],
  nyfed: ["EFFR", "RRP", "operations"],
  fiscaldata: ["TGA"],
  fred: ["DGS10", "WALCL", "SP500"],
  tiingo: ["IWM"],
  twelvedata: ["IWM"],
  stooq: ["spy.us", "xauusd"],
};

/** The page on sources, from what the program itself says of them. */
export function sourcesPage(): string {
  const blocks = [
    "# Sources\n\nWritten by `npm run golden` from the program's own table. `lockstep doctor` shows how each stands now.",
    table(
      ["source", "name", "key", "asked at most", "closes adjusted for", "figures final"],
      SOURCES.map((source) => [
        `\`${source.id}\``,
        source.name,
        source.key ? `\`${source.key.name}\`${source.key.required ? "" : ", may be left out"}` : "none",
        budgetOf(source.budget),
        ADJUSTED[source.adjustment],
        `${source.settles} min after the close`,
      ]),
    ),
    "## What their figures are, and what may be done with them\n\n`personal`: for oneself. `derived-only`: what is computed from them may be shown. `redistributable`: may be passed on, the source named. An export leaves out what may not be passed on, unless it is for one's own use (`--personal`).",
    table(["symbol", "is", "calendar", "clock of the close", "unit", "rights"], SOURCES.flatMap(symbolsOf)),
    table(
      ["source", "terms"],
      SOURCES.map(({ id, terms }) => [`\`${id}\``, terms]),
    ),
    "## Readings of the macro picture\n\n`lockstep fetch macro` fetches these, each from the first source that answers, and the curve of federal funds futures: `yahoo:ZQ*.CBT`, the running month and the seventeen that follow. A study as of a day uses what was public at that day's close of the New York Stock Exchange; times are those of New York.",
    table(
      ["reading", "sources", "public"],
      READINGS.map(({ id, sources }) => [id, sources.map((ref) => `\`${ref}\``).join(", "), releaseOf(sources[0] ?? "")]),
    ),
    RULES,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const RULES = `## How they are asked

- The body is judged first: a page, an empty or cut body, an error with status 200, another symbol than the one asked for are failures with a name, never "no data".
- A failure says whether asking again helps: \`never\`, \`later\` (three tries, as long as \`Retry-After\` says, at most a minute) or \`otherSource\`. What a source
  has had of requests is kept with the store, so that its budget holds across processes.
- A source is asked for what has not been asked for yet, and for the last thirty days again. One that has re-adjusted its history is read again from the beginning.
- Where the first source of a market fails, the next one is asked if its closes stand at the same instant and are adjusted alike; which one it was is said. Bars of two
  sources are never mixed within a span: a second one continues a history at its ends, after twenty common sessions within one percent.
- Redirects are not followed, no request leaves the source's own host, an answer may take fifteen seconds and 64 MB.
- Keys come from the environment, or from lines \`NAME=value\` in the file \`keys\` of the data folder, which only its owner may read (mode 600). They are put in at
  the last moment and taken out of what comes back: no message, no log and no stored answer holds one.

This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank of St. Louis. Reference rates: Federal Reserve Bank of New York, which does not
endorse this product.`;

function symbolsOf(source: Source): string[][] {
  return (SHOWN[source.id] ?? []).map((symbol) => {
    const about = source.about(symbol);
    if (!about) throw new Error(`expected a symbol that ${source.id} knows; received ${symbol}`);
    return [`\`${source.id}:${symbol}\``, about.kind, about.calendar, `${about.close.time} ${about.close.zone}`, about.unit, source.rights(symbol)];
  });
}

/** When a value of the first source of a reading is public, in words. */
function releaseOf(text: string): string {
  const ref = sourceRef(text);
  const release = sourceOf(ref).about(ref.symbol)?.release;
  if (!release) throw new Error(`expected a source that says when ${text} is public; received none`);
  const { calendar, after, time } = release;
  if (calendar === "24/7") return after === 0 ? "ahead of its day" : `the next day ${time}`;
  return `${after === 0 ? "the day itself" : `the next ${DAYS[calendar]}`} ${time}`;
}

const DAYS: Readonly<Record<Exclude<Release["calendar"], "24/7">, string>> = {
  XNYS: "day of the exchange",
  "US-BOND": "day of the bond market",
  "US-FED": "day of the Reserve Banks",
};

function budgetOf({ spacing, limits }: Budget): string {
  const every = spacing === 0 ? [] : [`every ${spacing / 1000} s`];
  return [...every, ...limits.map(({ requests, within }) => `${requests.toLocaleString("en")} in ${spanOf(within)}`)].join(", ");
}

function spanOf(ms: number): string {
  if (ms % 86_400_000 === 0) return ms === 86_400_000 ? "a day" : `${ms / 86_400_000} days`;
  if (ms % 3_600_000 === 0) return ms === 3_600_000 ? "an hour" : `${ms / 3_600_000} hours`;
  if (ms % 60_000 === 0) return ms === 60_000 ? "a minute" : `${ms / 60_000} minutes`;
  return ms === 1000 ? "a second" : `${ms / 1000} seconds`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
