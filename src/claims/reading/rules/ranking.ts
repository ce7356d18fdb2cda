import type { Subjects } from "../../claim.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const ABOVE =
  /\b(?:outperform(?:s|ed|ing)?|outpac(?:e|es|ed|ing)|beat(?:s|en|ing)?|outstripp?(?:s|ed)?|outshone|outshine|outdid|(?:done|did|doing|fared|far|fares) (?:even |much |far |slightly )?better than|ahead of|gained more than|risen more than|rose more than|bested|eclipsed|trounced|overtook|overtaken)\b/gi;
const MORE_THAN = /(?<=[,\s]|^)(?:and\s)?more than\b(?=\s(?:the\s)?(?:S&P|Dow|Nasdaq|Russell|[A-Z]{3,4}\b|bitcoin|gold|silver|stocks|small|large|ether))/gi;
const BELOW =
  /\b(?:underperform(?:s|ed|ing)?|trail(?:s|ed|ing)?|(?:done|did|doing|fared|fares) (?:even |much |far |slightly )?worse than|lost more than|fell more than|fallen more than|lagg?(?:s|ed|ing)?(?! behind| far| well)|behind)\b/gi;
const BEST =
  /\b(?:best[- ]perform(?:er|ing)|top[- ]perform(?:er|ing)|strongest|best of|leads? the pack|led the (?:pack|gains|gainers|way)|biggest (?:gainer|winner)|the best)\b/gi;
const WORST = /\b(?:worst[- ]perform(?:er|ing)|weakest|worst of|biggest (?:loser|decliner)|brought up the rear|the worst|last place)\b/gi;

/** "Silver outpaced gold this year", "bitcoin is the worst performer of the group". */
export const ranking: Rule = (place) => {
  if (place.isSupposed) return [];
  for (const [rank, pattern] of [
    ["above", ABOVE],
    ["above", MORE_THAN],
    ["below", BELOW],
    ["best", BEST],
    ["worst", WORST],
  ] as const) {
    for (const cue of place.cues(pattern)) {
      const subject = place.subjectAt(cue.from);
      const over = place.timeAt(cue.from) ?? place.overBefore(cue.from);
      if (!subject || !over || over.future) continue;
      const behind = place.clause.groups.filter(({ from }) => from >= cue.to).flatMap(({ subjects }) => subjects.of);
      if (behind.length === 0 && /^\s*(?:that|it|them|those)\b/i.test(place.sentence.slice(cue.to))) behind.push(...(place.inherited()?.of ?? []));
      if ((rank === "above" || rank === "below") && behind.length === 0) continue;
      const by =
        place.quantities(({ unit, from }) => unit === "ratio" && from > cue.from && /\bby\s*$/i.test(place.sentence.slice(Math.max(0, from - 4), from)))[0] ??
        null;
      place.take(cue, by);
      const named = rank === "below" ? [...behind, ...subject.subjects.of] : [...subject.subjects.of, ...behind];
      const subjects: Subjects = { of: named, kind: false };
      const ahead = rank === "below" ? behind.length : rank === "above" ? subject.subjects.of.length : 1;
      return [
        {
          kind: "ranking",
          ...spanning(cue, subject.span, ...place.clause.groups, by),
          subjects,
          ahead,
          rank: rank === "best" || rank === "worst" ? rank : "above",
          over,
          by,
        },
      ];
    }
  }
  return [];
};
