import type { LevelReached } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import { DOWN, IS_HIGH, UP } from "../lexicon/cues.ts";
import { type Place, spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const AT_CLOSE = /^\s*(?:on|at|by) (?:the|its|a) (?:daily |weekly |official |closing )?(?:close|closing bell|bell)\b/i;
const HOW: readonly (readonly [LevelReached["how"], RegExp])[] = [
  [
    "closedAt",
    /\b(?:clos(?:e|ed|es|ing)|settl(?:e|ed|ing)|finish(?:ed|es|ing)?|end(?:ed|s|ing)?|record close|closing high|close)\s+(?:[\w%.,-]+\s+){0,5}?(?:at|to|on|of)\s*(?:a\s+record\s+|just\s+|around\s+|about\s+)?(?:of\s+)?$/i,
  ],
  ["above", /\b(?:above|over|north of|beyond|more than|past|holding above|topped|exceed(?:ed|s|ing)?)\s*(?:the\s+)?$/i],
  ["below", /\b(?:below|under|beneath|south of|less than|broke below|slipped through)\s*(?:the\s+)?$/i],
  [
    "reached",
    /\b(?:reach(?:ed|es|ing)?|hit(?:s|ting)?|touch(?:ed|es|ing)?|top(?:s|ped|ping)?|cross(?:ed|es|ing)?|broke(?: through)?|cleared|tagg(?:ed|ing)|printed(?: as low as| as high as)?|traded as (?:low|high) as|(?:crashed|broke|sliced|smashed|sailed|blew) (?:through|past)|rose to|climbed to|jumped to|surged to|soared to|rallied to|advanced to|fell to|dropped to|slid to|sank to|plunged to|tumbled to|slipped to|peak(?:ed)? (?:at|of|near)|high of|low of|record of|to(?: a)?(?: record| new| fresh)?(?: high)?(?: of)?|as high as|as low as|as far as|bottom(?:ed)? at|up to|down to)\s*(?:the\s+|about\s+|around\s+|nearly\s+|almost\s+|roughly\s+)?(?:psychological\s+)?$/i,
  ],
  [
    "at",
    /\b(?:at|around|near|trad(?:ed|es|ing) (?:at|around|near|for)|worth|costs?|chang(?:ed|es|ing) hands (?:at|for)|quoted at|priced at|stands? at|stood at|sits? at|hover(?:ed|s|ing) (?:at|around|near)|is|was)\s*(?:about\s+|around\s+|just\s+)?$/i,
  ],
];

// The verb of a move to a level is no return of its own.
const MOVED_TO = new RegExp(`\\b(?:${UP}|${DOWN})\\b(?=[^.;]{0,24}\\b(?:to|above|below|past|through|over|under|as far as|as high as|as low as|at)\\b)`, "gi");

/** "Bitcoin reached $126,000", "is above $90,000", "closed at 257.80". */
export const level: Rule = (place) => {
  if (place.isSupposed || place.periods(({ future }) => future).length > 0) return [];
  const found: ReturnType<Rule> = [];
  for (const size of place.quantities(isLevel)) {
    const lead = place.sentence.slice(Math.max(place.clause.from, size.from - 48), size.from);
    const how: LevelReached["how"] | undefined = AT_CLOSE.test(place.sentence.slice(size.to))
      ? "closedAt"
      : size.bound === "above"
        ? "above"
        : size.bound === "below"
          ? "below"
          : (HOW.find(([, pattern]) => pattern.test(lead))?.[0] ?? standsForRecord(place, lead));
    if (!how) continue;
    const subject = place.subjectAt(size.from);
    if (!subject) continue;
    // Funds, sales and market values are counted in dollars as well.
    if (/\b(?:inflows?|outflows?|market cap|capitali[sz]ation|assets|revenue|sales|worth of|liquidat)/i.test(place.clause.text)) continue;
    const on = place.timeAt(size.from);
    // "Traded at $100,000 in November": at least once.
    const lasting = how === "at" && on !== null && on.first !== on.last;
    place.take(size, ...place.cues(MOVED_TO).filter(({ from, to }) => to <= size.from + 1 && size.from - from < 40));
    found.push({
      kind: "level",
      ...spanning(size, subject.span, on),
      subjects: subject.subjects,
      level: { ...size, bound: size.bound === "above" || size.bound === "below" ? "exact" : size.bound },
      how: lasting ? "reached" : how,
      on: on && !on.future ? on : null,
    });
  }
  return found;
};

/** "A fresh record: $73,700". */
function standsForRecord({ clauses, k }: Place, lead: string): "reached" | undefined {
  return /^\W*$/.test(lead) && (IS_HIGH.test(clauses[k]!.text) || (k > 0 && IS_HIGH.test(clauses[k - 1]!.text))) ? "reached" : undefined;
}

function isLevel({ unit, value, per }: Quantity): boolean {
  if (per !== undefined || value >= 1e7) return false;
  return unit === "USD" || ((unit === "points" || unit === "none") && value >= 20 && value !== 100);
}
