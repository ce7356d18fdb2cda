import type { Check, CheckedClaim } from "../../claims/schema.ts";
import type { Block, Section, Table } from "../document.ts";
import { listed, name, number, on, prose, quoted, type Text } from "../prose.ts";
import { type CheckedDefinition, decidingOf } from "./deciding.ts";
import { inert } from "./inert.ts";
import { measureText } from "./measureText.ts";
import { VERDICT_WORDS } from "./verdictWords.ts";

/**
 * A check as a section of a note: each claim with its verdict and what was recomputed, then what was not checkable and what was not understood.
 *
 * The numbers of the article stand in quotation marks and are its own; every other number is a measure of the check, so that a note that holds the section
 * must be bound to the check as well as to its study.
 */
export function checkSection(check: Check): Section {
  const { claims, notUnderstood } = check;
  const blocks: Block[] = [{ kind: "paragraph", text: about(check) }];
  if (claims.length > 0) blocks.push(table(claims));
  const needs = claims.filter(({ verdict }) => verdict === "not-checkable").map(needed);
  if (needs.length > 0) blocks.push({ kind: "paragraph", text: prose`What could not be checked, and what would be needed:` }, { kind: "list", items: needs });
  const unread = notUnderstood.map(({ quote, why }) => prose`${quoted(inert(quote))}: ${name(inert(why))}.`);
  if (unread.length > 0)
    blocks.push({ kind: "paragraph", text: prose`Numbers that no rule took; that nothing is said of them is no support:` }, { kind: "list", items: unread });
  return { id: "claims-checked", title: "The claims checked", blocks };
}

function about({ article, asOf }: Check): Text {
  const title = article.title === null ? prose`the text` : quoted(inert(article.title));
  const judged = prose`Of ${title} (${name(inert(article.source))}), published on ${on(article.published)}; nothing dated after ${on(asOf)} decided a verdict.`;
  return [...judged, ...prose` There is no score: each claim stands by itself.`];
}

function table(claims: readonly CheckedClaim[]): Table {
  return {
    kind: "table",
    caption: prose`Each claim with the value recomputed, under the definition that its verdict is told by.`,
    columns: [{ title: "Claim" }, { title: "Verdict", essential: true }, { title: "Recomputed", numeric: true }, { title: "Definition", secondary: true }],
    rows: claims.map((claim) => ({ cells: [quoted(inert(claim.quote)), prose`${words(VERDICT_WORDS[claim.verdict].word)}`, ...recomputed(claim)] })),
  };
}

/** The value and the definition that it belongs to; for a forecast its base rate. */
function recomputed(claim: CheckedClaim): [value: Text, definition: Text] {
  if (claim.forecast !== null) return [prose`${number(claim.forecast.baseRate, measureText(claim.forecast.baseRate))}`, prose`base rate`];
  const deciding = decidingOf(claim);
  if (!deciding) return [prose`\u2013`, prose`\u2013`];
  const { part, judged } = deciding;
  const subject = claim.parts.length > 1 && part.about !== "" ? prose`${name(inert(part.about))}: ` : [];
  return [valueOf(judged), [...subject, name(inert(judged.label)), ...others(part.judged, judged)]];
}

function valueOf({ value, says }: CheckedDefinition): Text {
  if (value !== null) return prose`${number(value, measureText(value))}`;
  return says === "" ? prose`\u2013` : prose`${name(inert(says))}`;
}

/** The definitions of the same subject that come to another verdict, each with its own. */
function others(judged: readonly CheckedDefinition[], told: CheckedDefinition): Text {
  const differing = judged.filter(({ verdict }) => verdict !== told.verdict && verdict !== "not-checkable");
  if (differing.length === 0) return [];
  const each = differing.map(({ label, value, verdict }): Text => {
    const size = value === null ? [] : prose` ${number(value, measureText(value))},`;
    return prose`${name(inert(label))}${size} ${words(VERDICT_WORDS[verdict].word)}`;
  });
  return prose` (${listed(each)})`;
}

function needed({ quote, parts, because }: CheckedClaim): Text {
  const what = [...new Set(parts.flatMap((part) => part.needed ?? []))];
  return prose`${quoted(inert(quote))}: ${name(inert(what.join("; ") || because))}.`;
}

function words(text: string): { kind: "words"; text: string } {
  return { kind: "words", text };
}
