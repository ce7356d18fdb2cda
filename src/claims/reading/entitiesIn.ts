import type { Entity } from "../mention.ts";
import { MARKET_NAMES, UNKNOWN_MARKETS } from "./lexicon/marketNames.ts";
import { POINTERS } from "./lexicon/pointers.ts";

/** A market with names of its own, beside those that every reader knows. */
export interface NamedMarket {
  id: string; // "yahoo:SHOP"
  names: readonly string[]; // ["Shopify"]
}

type Found = Omit<Entity, "from" | "to" | "name" | "kind">;

interface Named extends Found {
  phrase: string;
}

const INSTITUTIONS: readonly Named[] = [
  ...named("fed", [
    "the Federal Reserve",
    "Federal Reserve",
    "the Fed",
    "Fed",
    "FOMC",
    "Federal Open Market Committee",
    "the central bank",
    "policymakers",
    "policy makers",
    "Powell",
    "Fed officials",
    "U.S. central bank",
  ]),
  ...named("tool", [
    "CME FedWatch tool",
    "CME FedWatch",
    "FedWatch tool",
    "FedWatch",
    "fed funds futures",
    "federal funds futures",
    "interest rate futures",
    "rate futures",
    "futures markets",
    "money markets",
    "swaps",
    "futures",
  ]),
  ...named("bills", ["Treasury bills", "Treasury bill", "T-bills", "T-bill", "short-dated Treasuries", "bill purchases", "reserve management purchases"]),
];

const MARKETS: readonly Named[] = MARKET_NAMES.flatMap(({ markets, as, names }) => names.map((phrase) => ({ phrase, of: "market" as const, markets, as })));
const UNKNOWN: readonly Named[] = named("unknownMarket", UNKNOWN_MARKETS);

function named(of: Entity["of"], phrases: readonly string[]): Named[] {
  return phrases.map((phrase) => ({ phrase, of, markets: of === "unknownMarket" ? [[]] : [], as: "market" }));
}

// A company that is named only by "shares of": a claim on it is understood, and no figures of it are known.
const COMPANY =
  /\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?:(?:the|a|an) )?(?:[a-z-]+ ){0,4}((?:[A-Z][\w&.-]*\s?){1,4})|\b((?:[A-Z][\w&-]*\s){1,3}(?:Inc|Corp|Group|Holdings|Industries|Technologies|Therapeutics|Energy|Motors|Pharma|Systems|Software|Labs|Mining|Ltd)\b\.?)|(?<![\w$])\$([A-Z]{1,5})\b/g;

/**
 * The markets and institutions that a sentence names, in order, not overlapping: the longest name wins. A ticker in brackets belongs to the name before it; names in
 * the possessive ("its") point to nobody new and are left out.
 *
 * @param others markets of the group whose names the program does not know by itself
 *
 * @example
 * import { entitiesIn } from "lockstep/claims";
 * entitiesIn("The Russell 2000 Index (IWM) rose.", [])[0].markets; // => [["IWM", "RUT"]]
 */
export function entitiesIn(sentence: string, others: readonly NamedMarket[]): Entity[] {
  const taken: Entity[] = [];
  const free = (from: number, to: number) => taken.every((one) => to <= one.from || from >= one.to);
  const add = (from: number, to: number, found: Found) => {
    if (free(from, to)) taken.push({ kind: "entity", from, to, name: sentence.slice(from, to), ...found });
  };
  for (const { phrase, ...found } of lexiconOf(others)) {
    for (const { index, 0: match } of sentence.matchAll(patternOf(phrase))) {
      const longer = found.of === "market" ? partOfOther(sentence, index, index + match.length) : undefined;
      if (longer) add(longer.from, longer.to, { of: "unknownMarket", markets: [[]], as: "market" });
      else add(index, index + match.length, found);
    }
  }
  for (const match of sentence.matchAll(COMPANY)) {
    const name = (match[1] ?? match[2] ?? match[3])!.trim();
    const from = match.index + match[0].indexOf(name);
    add(from, from + name.length, { of: "unknownMarket", markets: [[]], as: "market" });
  }
  for (const { name, to, only } of POINTERS) {
    for (const { index, 0: match } of sentence.matchAll(patternOf(name))) {
      if (name === "both" && /^\s*(?:the|[A-Z]|small|large|gold|silver|bitcoin|stocks|metals)/.test(sentence.slice(index + 4))) continue;
      add(index, index + match.length, {
        of: "market",
        markets: only ? only.map((id) => [id]) : [],
        as: "market",
        pointsBack: true,
        ...(to === "two" ? { two: true } : {}),
      });
    }
  }
  taken.sort((a, b) => a.from - b.from);
  return withTickers(taken, sentence);
}

// What makes another thing of a market that it names: "Bitcoin Cash", "gold miners", "S&P 500 energy sector", "equal-weighted S&P 500".
const BEHIND =
  /^(?:\s(?:[a-z-]+\s)?(?:Cash|Gold\b(?! (?:set|rose|fell))|SV|miners?|mining|ETFs|ETPs|sectors?|Growth|Value|value stocks|growth stocks|Transportation|Transports|Utility|Utilities|Biotechnology|Inc\b|Global\b|Lake\b|Coast\b|Chemical\b|Fields\b|Wheaton\b|Energy\b|Financials?\b|Bank Index)\b|\s?\/(?:EUR|GBP|JPY|ETH|CHF)\b)/;
const AHEAD = /(?:equal[- ]weight(?:ed)?|leveraged|inverse|micro|wrapped|physical|paper)\s$/i;

/** The longer name that a market's name is only a part of; undefined where it stands for itself. */
function partOfOther(sentence: string, from: number, to: number): { from: number; to: number } | undefined {
  const behind = BEHIND.exec(sentence.slice(to, to + 40))?.[0].length ?? 0;
  const ahead = AHEAD.exec(sentence.slice(Math.max(0, from - 20), from))?.[0].length ?? 0;
  return behind + ahead === 0 ? undefined : { from: from - ahead, to: to + behind };
}

/** A ticker in brackets after a name is the same market. */
function withTickers(found: readonly Entity[], sentence: string): Entity[] {
  const merged: Entity[] = [];
  for (const one of found) {
    const last = merged.at(-1);
    const inBrackets =
      last && /^[^\S\n]*[([]\s*(?:NYSEARCA:|NYSE:|NASDAQ:|CRYPTO:)?\s*\$?$/i.test(sentence.slice(last.to, one.from)) && /^[\])]/.test(sentence.slice(one.to));
    if (last && inBrackets && one.of === last.of && sameMarkets(last, one)) {
      merged[merged.length - 1] = { ...last, to: one.to + 1, name: sentence.slice(last.from, one.to + 1), as: one.as === "fund" ? "fund" : last.as };
    } else merged.push(one);
  }
  return merged;
}

function sameMarkets(a: Entity, b: Entity): boolean {
  return a.markets[0]?.some((id) => b.markets[0]?.includes(id)) ?? false;
}

const lexicons = new WeakMap<readonly NamedMarket[], readonly Named[]>();

/** All names, the longest first. A name that every reader knows means what it means to every reader; one that is only known as unknown gives way. */
function lexiconOf(others: readonly NamedMarket[]): readonly Named[] {
  const known = lexicons.get(others);
  if (known) return known;
  const common = new Set(MARKETS.map(({ phrase }) => phrase.toLowerCase()));
  const own = others.flatMap(({ id, names }) =>
    names.filter((phrase) => !common.has(phrase.toLowerCase())).map((phrase): Named => ({ phrase, of: "market", markets: [[id]], as: "market" })),
  );
  const held = new Set(own.map(({ phrase }) => phrase.toLowerCase()));
  const all = [...MARKETS, ...own, ...UNKNOWN.filter(({ phrase }) => !held.has(phrase.toLowerCase())), ...INSTITUTIONS];
  const sorted = all.sort((a, b) => b.phrase.length - a.phrase.length);
  lexicons.set(others, sorted);
  return sorted;
}

const patterns = new Map<string, RegExp>();

/** A phrase as a pattern: without regard to case unless it is all capitals, with any dash for a dash and any white space for a space. */
function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const body = phrase
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/[-\s]+/g, (gap) => (gap.includes("-") ? "[-\u2010\u2011\\s]" : "\\s+"))
    .replace(/'/g, "['\u2019]");
  const caseful = /^[A-Z/-]{2,}$/.test(phrase) || phrase === "Meta" || phrase === "Apple" || phrase === "Amazon" || phrase === "Fed" || phrase === "Dow";
  const pattern = new RegExp(`(?<![\\w&])${body}(?![\\w])`, caseful ? "g" : "gi");
  patterns.set(phrase, pattern);
  return pattern;
}
