import type { Bound, QuantityUnit } from "../../mention.ts";
import type { Token } from "./tokensOf.ts";
import { isTime } from "./unitAt.ts";

/** How a number is hedged by what stands directly before it, and where the hedge begins. */
export interface Hedge {
  bound: Bound;
  from: number;
}

const SLIGHTLY = ["just", "slightly", "a little", "a bit", "a touch", "a hair", "a shade", "barely", "marginally"];
const SAID: readonly (readonly [Bound, readonly string[]])[] = [
  [
    "about",
    [
      "about",
      "around",
      "roughly",
      "some",
      "approximately",
      "approx",
      "approx .",
      "circa",
      "ca .",
      "~",
      "≈",
      "near",
      "in the region of",
      "in the neighborhood of",
      "in the neighbourhood of",
      "on the order of",
      "more or less",
    ],
  ],
  [
    "almost",
    [
      "almost",
      "nearly",
      "close to",
      "shy of",
      "not quite",
      "approaching",
      "virtually",
      "practically",
      ...SLIGHTLY.flatMap((word) => ["under", "below", "less than", "short of", "shy of", "beneath"].map((than) => `${word} ${than}`)),
    ],
  ],
  [
    "above",
    [
      "more than",
      "over",
      "above",
      "at least",
      "upwards of",
      "upward of",
      "north of",
      "in excess of",
      "no less than",
      "not less than",
      "no fewer than",
      "greater than",
      "higher than",
      "bigger than",
      "larger than",
      "better than",
      "beyond",
      "past",
      "as little as",
      "as low as",
      "a minimum of",
      ">",
      "≥",
      ...["well", "far", "slightly", "just", "a little", "a bit", "a touch", "somewhat", "comfortably"].flatMap((word) =>
        ["over", "above", "more than", "past"].map((than) => `${word} ${than}`),
      ),
    ],
  ],
  [
    "below",
    [
      "less than",
      "fewer than",
      "under",
      "below",
      "beneath",
      "at most",
      "up to",
      "no more than",
      "not more than",
      "lower than",
      "smaller than",
      "south of",
      "as much as",
      "as many as",
      "as high as",
      "a maximum of",
      "sub -",
      "<",
      "≤",
      ...["well", "far"].flatMap((word) => ["under", "below", "less than"].map((than) => `${word} ${than}`)),
    ],
  ],
];
// Verbs that are bounds, yet stay outside of the number's span.
const VERBS = new Set("topped topping tops exceeded exceeding exceeds exceed surpassed surpassing surpasses surpass".split(" "));

const BY_LAST = new Map<string, { words: string[]; bound: Bound }[]>();
for (const [bound, phrases] of SAID) {
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const last = words.at(-1)!;
    BY_LAST.set(
      last,
      [...(BY_LAST.get(last) ?? []), { words, bound }].sort((a, b) => b.words.length - a.words.length),
    );
  }
}

// "Over 60 sessions" is during them, "above its 200-day average" above something else.
const PLACES = new Set(["over", "above", "under", "below", "beneath", "beyond", "past"]);
const DURING = new Set(["in", "for", "after", "of"]);

/** The hedge directly before a token, not before the position `floor`. */
export function hedgeBefore(tokens: readonly Token[], at: number, floor: number, unit: QuantityUnit): Hedge | undefined {
  const last = tokens[at - 1];
  if (at <= floor || last === undefined) return undefined;
  if (VERBS.has(last.low)) return { bound: "above", from: at };
  for (const { words, bound } of BY_LAST.get(last.low) ?? []) {
    const from = at - words.length;
    if (from < floor || !words.every((word, k) => tokens[from + k]!.low === word)) continue;
    if (isTime(unit) && words.length === 1 && PLACES.has(words[0]!) && !DURING.has(tokens[from - 1]?.low ?? "")) return undefined;
    // "The past 12 months" hedges nothing.
    return isTime(unit) && words.at(-1) === "past" ? undefined : { bound, from };
  }
  return undefined;
}

const BEHIND: readonly (readonly [string, Bound])[] = [
  ["or so", "about"],
  ["or thereabouts", "about"],
  ["give or take", "about"],
  ["or more", "above"],
  ["or higher", "above"],
  ["or better", "above"],
  ["and above", "above"],
  ["or less", "below"],
  ["or fewer", "below"],
  ["or lower", "below"],
  ["or under", "below"],
];

/** The hedge directly behind a number: "27%+", "a year or so". */
export function hedgeBehind(tokens: readonly Token[], next: number): { bound: Bound; next: number } | undefined {
  const [one, two] = [tokens[next], tokens[next + 1]];
  if (one?.low === "+" && !one.gap && (two === undefined || two.gap || two.kind === "sign")) return { bound: "above", next: next + 1 };
  if (one?.low === "-" && !one.gap && two?.low === "plus") return { bound: "above", next: next + 2 };
  for (const [phrase, bound] of BEHIND) {
    const words = phrase.split(" ");
    if (words.every((word, k) => tokens[next + k]?.low === word)) return { bound, next: next + words.length };
  }
  return undefined;
}
