import { type LiquidityReadings, type NetLiquidity, netLiquidity, possibleDollars } from "../../liquidity/index.ts";
import { type Day, type Measure, type Reading, toDay } from "../../market/index.ts";
import type { Known } from "../known.ts";
import { chosen, type Description, measured, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { knownReading } from "./knownReading.ts";
import { orReason } from "./orReason.ts";
import type { Macro } from "./schema.ts";

type Liquidity = Macro["liquidity"];

// A balance sheet is public nine days after its Wednesday at the latest, with a holiday ten.
const WITHIN = 14; // days
const WEEKS = [4, 13, 52] as const;
const SHOWN = 1826; // days

/** The balance sheet, what stands against it and the net, by the figures that were public at the close of a day. */
export function liquidityOf(macro: MacroFigures, asOf: Day): Liquidity {
  const look = { asOf, within: WITHIN };
  const closing = knownReading(macro, ["TGA"], look);
  const readings = allKnown({
    assets: knownReading(macro, ["WALCL"], look),
    treasuryAccount: knownReading(macro, ["WTREGEN", "TGA"], look),
    reverseRepo: knownReading(macro, ["RRPONTSYD", "RRP"], look),
  });
  const found = "reason" in readings ? readings : orReason(() => ({ readings, net: netLiquidity(readings) }));
  return { ...("reason" in found ? notKnown(found.reason, asOf) : known(found, asOf)), closingAccount: closingOf(closing, asOf) };
}

type Parts = Omit<Liquidity, "closingAccount">;

function known({ readings, net }: { readings: LiquidityReadings; net: NetLiquidity }, asOf: Day): Parts {
  const last = net.sessions.length - 1;
  const every = [readings.assets, readings.treasuryAccount, readings.reverseRepo];
  const on = toDay(net.sessions[last]!);
  const absent = net.missing.find(({ day }) => day === on)?.why ?? "a value of the earlier week is not held";
  // A Wednesday without a value of its own has that of a day before.
  const carriedFrom = new Map(net.carried.flatMap(({ part, day, from }) => (day === on ? [[net[part], from] as const] : [])));
  const value = (definition: string, column: Float64Array, from: readonly Reading[], n: number): Measure => {
    const about = say(definition, asOf);
    if (Number.isNaN(column[last])) return unknown(about, absent);
    return measured(about, column[last]!, from, { on: carriedFrom.get(column) ?? on, n });
  };
  return {
    assets: value("total assets of the Federal Reserve, Wednesday level", net.assets, [readings.assets], 1),
    treasuryAccount: value(`Treasury General Account, ${net.accountValue}`, net.treasuryAccount, [readings.treasuryAccount], 1),
    accountValue: net.accountValue,
    reverseRepo: value("overnight reverse repurchase agreements", net.reverseRepo, [readings.reverseRepo], 1),
    net: value(`total assets less the Treasury General Account (${net.accountValue}) and the overnight reverse repo`, net.net, every, 3),
    changes: WEEKS.map((weeks) => ({
      weeks: chosen(weeks, "weeks", asOf, "up to the Wednesday of the last balance sheet", "fixed"),
      change: value("change of the net over so many weeks", net.changes[weeks], every, 6),
    })),
    weeks: weeksOf(net, every, asOf),
  };
}

function notKnown(reason: string, asOf: Day): Parts {
  const none = (definition: string) => unknown(say(definition, asOf), reason);
  return {
    reason,
    assets: none("total assets of the Federal Reserve"),
    treasuryAccount: none("Treasury General Account"),
    accountValue: null,
    reverseRepo: none("overnight reverse repurchase agreements"),
    net: none("total assets less the Treasury General Account and the overnight reverse repo"),
    changes: [],
    weeks: { days: [], assets: [], treasuryAccount: [], reverseRepo: [], net: [], ...provenance(say("by Wednesday of the balance sheet", asOf), []), reason },
  };
}

function weeksOf({ sessions, assets, treasuryAccount, reverseRepo, net }: NetLiquidity, from: readonly Reading[], asOf: Day): Liquidity["weeks"] {
  const shown = [...sessions.keys()].filter((i) => sessions.at(-1)! - sessions[i]! <= SHOWN);
  const column = (values: Float64Array) => shown.map((i) => (Number.isNaN(values[i]) ? null : values[i]!));
  return {
    days: shown.map((i) => toDay(sessions[i]!)),
    assets: column(assets),
    treasuryAccount: column(treasuryAccount),
    reverseRepo: column(reverseRepo),
    net: column(net),
    ...provenance(say("by Wednesday of the balance sheet, five years back", asOf), from),
    n: shown.length,
  };
}

/** The balance of the last day, where it is held beside the average of the week. */
function closingOf(closing: Known<Reading>, asOf: Day): Measure {
  const about = say("Treasury General Account, closing balance, the last that was public", asOf);
  if (!closing.held) return unknown(about, closing.reason);
  const found = orReason(() => possibleDollars(closing.held, "treasuryAccount"));
  if ("reason" in found) return unknown(about, found.reason);
  return measured(about, found.values.at(-1)!, [found], { on: toDay(found.sessions.at(-1)!), n: 1 });
}

function allKnown(parts: Record<keyof LiquidityReadings, Known<Reading>>): LiquidityReadings | { reason: string } {
  const absent = Object.values(parts).find(({ held }) => !held);
  if (absent) return { reason: absent.reason! };
  return Object.fromEntries(Object.entries(parts).map(([part, { held }]) => [part, held])) as unknown as LiquidityReadings;
}

function say(definition: string, asOf: Day): Description {
  return { unit: "USD", asOf, method: "netLiquidity", definition };
}
