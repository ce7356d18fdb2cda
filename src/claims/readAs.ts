import type { Claim, Subjects } from "./claim.ts";
import { decimalsOf, grouped } from "./grouped.ts";
import type { Period, Quantity } from "./mention.ts";

/**
 * How a claim was understood, in plain words: so that a reader of a verdict sees whether the program read what the article says.
 *
 * @example
 * import { readAs, readClaims } from "lockstep/claims";
 * const { claims } = readClaims({ text: "Bitcoin is 27 % below its October record." }, "2025-12-12");
 * readAs(claims[0]); // => "BTC is 27 % below its record of October 2025"
 */
export function readAs(claim: Claim): string {
  switch (claim.kind) {
    case "recordSet": {
      const what =
        claim.weeks !== null
          ? `a ${claim.weeks}-week high`
          : claim.count
            ? `${numberText(claim.count)} records${claim.straight ? " in a row" : ""}`
            : claim.basis === "close"
              ? "a record close"
              : claim.basis === "intraday"
                ? "an intraday record"
                : "a record high";
      return `${who(claim.subjects)} set ${claim.negated ? `no record high` : what}${when(claim.on)}`;
    }
    case "nearRecord":
      return `${who(claim.subjects)} ${isOrAre(claim.subjects)} ${claim.within ? `less than ${numberText(claim.within)}` : "just"} below ${its(claim.subjects)} record${when(claim.on)}`;
    case "distance":
      return `${who(claim.subjects)} ${isOrAre(claim.subjects)} ${hedged(claim.size)} below ${its(claim.subjects)} record${claim.recordIn ? ` of ${periodText(claim.recordIn)}` : ""}${when(claim.on)}`;
    case "level": {
      const verb = { reached: "reached", closedAt: "closed at", above: "stood above", below: "stood below", at: "stood at" }[claim.how];
      return `${who(claim.subjects)} ${verb} ${hedged(claim.level)}${when(claim.on)}`;
    }
    case "turn":
      return `${who(claim.subjects)} had ${its(claim.subjects)} ${claim.turn === "peak" ? "high" : "low"}${when(claim.on)}${claim.level ? ` at ${hedged(claim.level)}` : ""}`;
    case "coincidence":
      return `${claim.what} of ${who(claim.subjects)} ${claim.often === "once" ? "came together" : `${claim.often} come together`}${when(claim.on)}`;
    case "firstSince": {
      const since = claim.since ? ` ${periodText(claim.since)}` : claim.inYears ? ` in ${numberText(claim.inYears)}` : " ever";
      const [lead, ...others] = claim.subjects.of;
      const without = claim.event === "record" || others.length === 0 ? "" : ` without ${listed(others.map(nameOf))}`;
      return `the ${claim.event === "longestWithout" ? "longest time" : "first time"}${since} that ${lead ? nameOf(lead) : "a market"} set a record${without}`;
    }
    case "outOfStep": {
      const [one, ...others] = claim.subjects.of;
      const state = claim.negated ? "in step" : "out of step";
      return `${one ? nameOf(one) : "a market"} is ${state} with ${others.length > 0 ? listed(others.map(nameOf)) : "the leader of the group"}${when(claim.on)}`;
    }
    case "return": {
      const verb = { up: "rose", down: "fell", flat: "hardly moved" }[claim.direction];
      return `${who(claim.subjects)} ${verb}${claim.size ? ` ${hedged(claim.size)}` : ""}${when(claim.over)}`;
    }
    case "ranking": {
      const first = claim.subjects.of.slice(0, claim.ahead);
      const others = claim.subjects.of.slice(claim.ahead);
      const name = first.length > 0 ? listed(first.map(nameOf)) : "a market";
      if (claim.rank === "above") return `${name} did better than ${listed(others.map(nameOf))}${claim.by ? ` by ${hedged(claim.by)}` : ""}${when(claim.over)}`;
      return `${name} did ${claim.rank} of ${others.length > 0 ? listed([...first, ...others].map(nameOf)) : "the group"}${when(claim.over)}`;
    }
    case "policyMove": {
      const verb = { cut: "cut the target range", hike: "raised the target range", hold: "left the target range as it was" }[claim.direction];
      return `the Federal Reserve ${verb}${claim.size ? ` by ${numberText(claim.size)}` : ""}${claim.range ? ` to ${numberText(claim.range)}` : ""}${when(claim.on)}${claim.count ? `, ${claim.count.value} such moves` : ""}`;
    }
    case "cutsPriced": {
      if (claim.probability) return `futures imply a probability of ${numberText(claim.probability)} of a ${claim.direction}${when(claim.by)}`;
      return `futures imply ${claim.size ? `${numberText(claim.size)} of ` : ""}${claim.direction === "hold" ? "no change" : `${claim.direction}s`}${claim.by ? when(claim.by) : " over the next twelve months"}`;
    }
    case "programme":
      return `a plan to buy ${numberText(claim.size)}${claim.size.per ? ` a ${claim.size.per}` : ""}${claim.begins ? `, from ${claim.begins.first}` : ""}`;
    case "purchase":
      return `${claim.first ? "the first purchase, of" : "a purchase of"} ${numberText(claim.size)}${when(claim.on)}`;
    case "earnings":
      return `earnings of ${who(claim.subjects)} are expected to grow ${hedged(claim.size)}${claim.year === null ? "" : ` in ${claim.year}`}`;
    case "opinion":
      return `a forecast or judgement on ${who(claim.subjects)}`;
    default:
      throw new RangeError(`invalid kind: ${(claim satisfies never as Claim).kind}`);
  }
}

function nameOf({ name, candidates }: Subjects["of"][number]): string {
  return candidates[0] ?? name;
}

function who({ of }: Subjects): string {
  return of.length === 0 ? "a market that is not named" : listed(of.map(nameOf));
}

function isOrAre({ of }: Subjects): string {
  return of.length > 1 ? "are" : "is";
}

function its({ of }: Subjects): string {
  return of.length > 1 ? "their" : "its";
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function when(period: Period | null): string {
  if (!period) return "";
  const { relation, first, last } = period;
  if (relation === "since" || relation === "until") return ` ${periodText(period)}`;
  if (relation === "past") return ` from ${first} to ${last}`;
  if (first === last) return ` on ${first}`;
  const named = periodText(period);
  return named.includes(" to ") ? ` from ${named}` : ` in ${named}`;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function periodText({ relation, first, last, precision }: Period): string {
  if (relation === "since") return `since ${first}`;
  if (relation === "until") return `up to ${last}`;
  if (first === last) return first;
  if (precision === "month") return `${MONTHS[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}`;
  if (precision === "year" && first.slice(0, 4) === last.slice(0, 4)) return first.slice(0, 4);
  return `${first} to ${last}`;
}

const HEDGES = { exact: "", about: "about ", almost: "almost ", above: "more than ", below: "less than " } as const;

function hedged(quantity: Quantity): string {
  return `${HEDGES[quantity.bound]}${numberText(quantity)}`;
}

/** A number as it is written in English, with no more places than the article gives it. */
function numberText({ value, upper, unit, step }: Quantity): string {
  const both = (text: (number: number) => string) => (upper === undefined ? text(value) : `${text(value)} to ${text(upper)}`);
  if (unit === "ratio") return `${both((number) => decimal(number * 100, step * 100))} %`;
  if (unit === "bp") return `${both((number) => decimal(number, step))} basis points`;
  const scale = value >= 1e12 ? ([1e12, " trillion"] as const) : value >= 1e9 ? ([1e9, " billion"] as const) : ([1, ""] as const);
  const plain = both((number) => `${decimal(number / scale[0], step / scale[0])}${scale[1]}`);
  if (unit === "none" || unit === "points") return plain;
  return unit === "USD" ? `$${plain}` : `${plain} ${unit}`;
}

function decimal(number: number, step: number): string {
  return grouped(number.toFixed(Math.min(6, decimalsOf(step))));
}
