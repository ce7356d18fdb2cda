import type { Day } from "../../../market/index.ts";
import { measured } from "../../../study/measures.ts";
import type { ClaimOf, Subject } from "../../claim.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { allHeld } from "../figures/allHeld.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import { subjectHeld } from "../figures/subjectHeld.ts";
import { fits } from "../verdict/fits.ts";
import { forAll, notCheckable, type OneAnswer } from "../verdict/forEachSubject.ts";
import { verdictOf } from "../verdict/verdictOf.ts";
import { withPublication } from "../verdict/withPublication.ts";
import type { World } from "../world.ts";
import { type ReturnOver, returnOver } from "./returnOver.ts";

type RankingClaim = ClaimOf<"ranking">;

const BASES = [
  { basis: "close", label: "close" },
  { basis: "total-return", label: "total return" },
] as const;

/**
 * Whether the first of some markets returned more over a period than the others, or the most or least of all: by close (conventional) and by total return.
 *
 * The best and the worst are of those named, or else of the group. Each market's return is on its own sessions and clock. One answer for all; a market
 * without figures makes it not checkable.
 */
export function rankingCheck(claim: RankingClaim, world: World): Answer {
  const [subject, ...named] = claim.subjects.of;
  if (!subject) return notCheckable("", "the market that is meant: the text names none");
  if (named.length === 0 && claim.rank !== "above") return amongTheGroup(subject, claim, world);
  return among([subject, ...named], claim, world);
}

function among(subjects: readonly Subject[], claim: RankingClaim, world: World): Answer {
  const { ids, needed } = allHeld(subjects, world);
  if (!ids) return notCheckable(subjects.map(({ name }) => name).join(", "), needed);
  if (ids.length < 2) return notCheckable(ids.join(", "), "the market that it is held against: the text names none");
  return forAll(
    ids.join(", "),
    withPublication(claim.over, world, (until) => judgedUntil(ids, claim, world, until)),
  );
}

/** A member without figures could be the best of the group: only one that is beaten already is known not to be. */
function amongTheGroup(subject: Subject, claim: RankingClaim, world: World): Answer {
  const members = groupOf(world).map((member) => ({ member, known: subjectHeld(member, world) }));
  const answer = among([subject, ...members.flatMap(({ member, known }) => (known.id === undefined ? [] : member))], claim, world);
  const absent = members.find(({ known }) => known.id === undefined);
  if (absent?.known.needed === undefined || verdictOf(answer) === "contradicted") return answer;
  return notCheckable(subject.name, absent.known.needed);
}

function groupOf({ group }: World): Subject[] {
  return group.members.map((id) => ({ name: id, candidates: [id], as: "market" }));
}

function judgedUntil(ids: readonly string[], claim: RankingClaim, world: World, until: Day): OneAnswer {
  const found = BASES.map(({ basis, label }) => ({ label, returns: ids.map((id) => ({ id, ...returnOver(world, id, basis, claim.over, until) })) }));
  const needed = found[0]!.returns.find(({ reason }) => reason !== undefined)?.reason;
  if (needed !== undefined) return { judged: [], conventional: true, rows: [], needed };
  // Prices of some and total returns of others would be no order.
  const whole = found.flatMap(({ label, returns }) => {
    const held = returns.flatMap(({ id, held: one }) => (one ? { id, ...one } : []));
    return held.length === ids.length ? { label, held } : [];
  });
  return {
    judged: whole.map(({ label, held }) => judge(held, claim, { label, until })),
    conventional: true,
    rows: distinctRows(whole.flatMap(({ held }) => held.flatMap(({ series, from, to }) => [rowOf(series, from.on), rowOf(series, to.on)]))),
  };
}

type Named = ReturnOver & { id: string };

function judge(all: readonly Named[], { rank, by, ahead: leaders }: RankingClaim, { label, until }: { label: string; until: Day }): Judged {
  // Of several that are said to lead, the last must be ahead as well.
  const first = all.slice(0, leaders).reduce<Named | undefined>((last, one) => (last && last.value <= one.value ? last : one), undefined);
  const others = all.slice(leaders);
  if (!first || others.length === 0) throw new RangeError(`invalid markets: ${all.length}`);
  const sign = rank === "worst" ? -1 : 1;
  const rival = others.reduce((best, one) => (sign * one.value > sign * best.value ? one : best));
  const ahead = sign * (first.value - rival.value);
  const shown = [...all].sort((a, b) => sign * (b.value - a.value));
  const definition = `return of ${first.id} less that of ${rival.id}, ${sign < 0 ? "the lowest" : "the highest"} of the others, over the period; ${label}, each on its own sessions`;
  return {
    label,
    verdict: !(ahead > 0) ? "contradicted" : by === null ? "supported" : fits(by, by.unit === "bp" ? ahead * 1e4 : ahead),
    value: measured({ unit: "ratio", asOf: until, method: "returnOver", definition }, first.value - rival.value, [first.series, rival.series], {
      on: first.to.on,
    }),
    says: shown.map(({ id, value }) => `${id} ${value < 0 ? "-" : ""}${percentSaid(value)}`).join(", "),
  };
}
