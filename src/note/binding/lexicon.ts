import type { Evidence } from "../../lag/index.ts";

/** A word that may stand in a note only where the evidence bears it; without such evidence, nowhere. */
interface Restricted {
  pattern: RegExp;
  why: string;
  needs?: Evidence;
}

const words = (list: string): RegExp => new RegExp(`\\b(?:${list})\\b`, "iu");

/** Words that turn a measured state into a promise, a cause or a judgement. */
const RESTRICTED: readonly Restricted[] = [
  {
    pattern: words(
      "poised|primed|set to|bound to|about to|ready to|due to catch|destined|doomed|inevitabl[ey]|guaranteed?|will (?:soon|likely|catch|follow)|should (?:soon|catch|follow)",
    ),
    why: "a promise",
  },
  {
    pattern: words("because|driven by|thanks to|owing to|due to|on the back of|fuell?ed by|sparked by|amid|caused|leads? to"),
    why: "a cause that was not measured",
  },
  {
    pattern: words("suggests?|suggested|suggesting|history shows|history says|tends? to|indicates?|signals? that|points to"),
    why: "more than the cases show",
    needs: "strong",
  },
  { pattern: words("likely|likelier|unlikely|probably|improbable|surely|certainly|doubtless|overdue"), why: "a likelihood that the grammar did not give" },
  {
    pattern: words(
      "significant(?:ly)?|strong(?:ly)?|robust (?:evidence|support|case)|compelling|clear evidence|convincing|remarkabl[ey]|dramatic(?:ally)?|soar(?:s|ed|ing)?|plunge[sd]?|plunging|surge[sd]?|surging",
    ),
    why: "an adjective that the evidence does not bear",
    needs: "strong",
  },
];

const RANK: readonly Evidence[] = ["tooFew", "none", "weak", "moderate", "strong"];

/** The first restricted word of a text that the evidence does not bear, and why; undefined where there is none. */
export function unborneWord(text: string, evidence: Evidence): { word: string; why: string } | undefined {
  for (const { pattern, why, needs } of RESTRICTED) {
    const [word] = pattern.exec(text) ?? [];
    if (word === undefined) continue;
    if (needs === undefined || RANK.indexOf(evidence) < RANK.indexOf(needs)) return { word, why };
  }
  return undefined;
}
