import {
  type Basis,
  clockText,
  type Day,
  fieldOf,
  type Instrument,
  type Markets,
  type Measure,
  quoted,
  type Series,
  toDay,
  type Unit,
} from "../market/index.ts";
import { recordIndices } from "../num/index.ts";
import { drawdownEpisodes, type Standing, standing } from "../records/index.ts";
import type { Group } from "./group.ts";
import { type Known, knownSeries } from "./known.ts";
import { type Description, measured, unknown } from "./measures.ts";
import type { StudyMarket } from "./schema.ts";

const VALUE: Readonly<Record<Basis, string>> = { close: "close", intraday: "session high", "total-return": "total-return index" };

/** One member's row: its last value, its record, the distance, and the same distance under every other definition held. */
export function marketEntry(markets: Markets, id: string, group: Group, asOf: Day): StudyMarket {
  const { basis, near, staleAfter } = group.definitions;
  const known = knownSeries(markets, id, { basis, asOf, staleAfter });
  const stands = known.series && standing(known.series, { near });
  const instrument = markets[id]?.instrument;
  const clock = instrument ? clockText(instrument.close) : "unknown";
  const describe = (unit: Unit, method: string, definition: string): Description => ({
    unit,
    asOf,
    method,
    definition: `${definition}; sessions close at ${clock}`,
  });
  const say = (unit: Unit, method: string, definition: string, pick: (stands: Standing, series: Series) => [number, Day?]): Measure => {
    const description = describe(unit, method, definition);
    if (!known.series || !stands) return unknown(description, known.reason ?? `no figures held of ${id}`);
    const [value, on] = pick(stands, known.series);
    return measured(description, value, [known.series], on === undefined ? {} : { on });
  };
  const what = VALUE[basis];
  const currency = known.series?.unit ?? instrument?.currency ?? "index";
  return {
    id,
    name: instrument?.name ?? id,
    description: instrument?.description ?? "not held",
    role: id === group.leader ? "leader" : id === group.laggard ? "laggard" : "member",
    kind: instrument?.kind ?? "unknown",
    calendar: instrument?.calendar ?? "unknown",
    clock,
    state: stands?.state ?? "unknown",
    ...(known.reason === undefined ? {} : { reason: known.reason }),
    historyFrom: stands?.historyFrom ?? null,
    last: say(currency, "last", `last ${what}`, ({ level, session }, series) => [quoted(series, level), session]),
    record: say(currency, "recordHighs", `highest ${what} of the history held`, ({ recordLevel, recordOn }, series) => [quoted(series, recordLevel), recordOn]),
    distance: say("ratio", "standing", `last ${what} over the highest ${what}, minus one`, ({ distance, session }) => [distance, session]),
    sessionsSince: say("sessions", "standing", `sessions after the record ${what}`, ({ sessionsSince }) => [sessionsSince]),
    deepest: say("ratio", "drawdownEpisodes", `lowest ${what} since the record over the record, minus one`, ({ session, state }, series) =>
      state === "record" ? [0, session] : deepestSinceRecord(series),
    ),
    records: say("records", "recordHighs", `sessions whose ${what} is strictly above every earlier one, the first of the history counted`, (_, series) => [
      recordIndices(series.values).length,
    ]),
    variants: variantsOf(markets, id, group, asOf),
  };
}

function deepestSinceRecord(series: Series): [number, Day] {
  const last = drawdownEpisodes(series).at(-1);
  // A session that equals the record without exceeding it leaves no fall to measure.
  if (!last || last.recoveredOn !== null) return [0, toDay(series.sessions[recordIndices(series.values).at(-1)!]!)];
  return [last.depth, last.troughOn];
}

/** The distance under every definition that the figures held allow: basis of value and record, and clock. */
function variantsOf(markets: Markets, id: string, group: Group, asOf: Day): StudyMarket["variants"] {
  const own = markets[id];
  if (!own) return [];
  const clocks = Object.values(markets).filter(({ instrument }) => instrument.id === id || instrument.variantOf === id);
  const several = clocks.length > 1;
  return clocks.flatMap(({ instrument, series }) => {
    const at = several ? ` at ${clockText(instrument.close)}` : "";
    const rows: StudyMarket["variants"] = [];
    const add = (label: string, value: { of: string; basis: Basis }, record: { of: string; basis: Basis }) =>
      rows.push(variant(label, { markets, group, asOf, instrument, value, record }));
    if (series.close) add(`close${at} against the record close`, { of: instrument.id, basis: "close" }, { of: instrument.id, basis: "close" });
    if (series.close && own.series[fieldOf("intraday")]) {
      add(`close${at} against the intraday record`, { of: instrument.id, basis: "close" }, { of: id, basis: "intraday" });
    }
    if (series.totalReturn) add("total return against its record", { of: instrument.id, basis: "total-return" }, { of: instrument.id, basis: "total-return" });
    return rows;
  });
}

interface VariantInput {
  markets: Markets;
  group: Group;
  asOf: Day;
  instrument: Instrument;
  value: { of: string; basis: Basis };
  record: { of: string; basis: Basis };
}

function variant(label: string, { markets, group, asOf, instrument, value, record }: VariantInput): StudyMarket["variants"][number] {
  const { near, staleAfter } = group.definitions;
  const look = ({ of, basis }: { of: string; basis: Basis }): Known => knownSeries(markets, of, { basis, asOf, staleAfter });
  const level = look(value);
  const high = look(record);
  const clock = clockText(instrument.close);
  const describe = (unit: Unit, definition: string): Description => ({ unit, asOf, method: "standing", definition });
  const distance = describe("ratio", `last ${VALUE[value.basis]} at ${clock} over the highest ${VALUE[record.basis]}, minus one`);
  const recordLevel = describe(high.series?.unit ?? instrument.currency, `highest ${VALUE[record.basis]} of the history held`);
  const stands = level.series && high.series && standing(level.series, { near, record: high.series });
  if (!level.series || !high.series || !stands) {
    const reason = level.reason ?? high.reason ?? `no figures held of ${instrument.id}`;
    return { label, clock, session: null, distance: unknown(distance, reason), record: unknown(recordLevel, reason) };
  }
  const same = value.of === record.of && value.basis === record.basis;
  const used = same ? [level.series] : [level.series, high.series];
  return {
    label,
    clock,
    session: stands.session,
    distance: measured(distance, stands.distance, used, { on: stands.session }),
    record: measured(recordLevel, quoted(high.series, stands.recordLevel), [high.series], { on: stands.recordOn }),
  };
}
