import {
  clockText,
  type Day,
  type Field,
  type Gauge,
  heldMarket,
  type Instrument,
  type Markets,
  type Measure,
  quoted,
  type Series,
  type Unit,
} from "../market/index.ts";
import { recordIndices } from "../num/recordIndices.ts";
import { type Standing, standing, trough } from "../records/index.ts";
import type { Group } from "./group.ts";
import { everyClock, type Known, knownGauge, knownSeries } from "./known.ts";
import { type Description, measured, unknown } from "./measures.ts";
import type { StudyMarket } from "./schema.ts";
import { LEVEL_WORD, RECORD_WORD } from "./words.ts";

/** One member's row: its last value, its record, the distance, and the same distance under every other definition held. */
export function marketEntry(markets: Markets, id: string, group: Group, asOf: Day): StudyMarket {
  const { basis, near, staleAfter } = group.definitions;
  const known = knownGauge(markets, id, basis, { asOf, staleAfter });
  const stands = known.held && standing(known.held.level, { near, record: known.held.record });
  const instrument = heldMarket(markets, id)?.instrument;
  const clock = instrument ? clockText(instrument.close) : "unknown";
  const say = (unit: Unit, method: string, definition: string, pick: (stands: Standing, gauge: Gauge) => [number, Day?]): Measure => {
    const description: Description = { unit, asOf, method, definition: `${definition}; sessions close at ${clock}` };
    if (!known.held || !stands) return unknown(description, known.reason ?? `no figures held of ${id}`);
    const [value, on] = pick(stands, known.held);
    const { level, record } = known.held;
    return measured(description, value, level === record ? [level] : [level, record], on === undefined ? {} : { on });
  };
  const level = LEVEL_WORD[basis];
  const record = RECORD_WORD[basis];
  const currency = known.held?.level.unit ?? instrument?.currency ?? "index";
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
    last: say(currency, "last", `last ${level}`, (one, gauge) => [quoted(gauge.level, one.level), one.session]),
    record: say(currency, "recordHighs", `highest ${record} of the history held`, (one, gauge) => [quoted(gauge.record, one.recordLevel), one.recordOn]),
    distance: say("ratio", "standing", `last ${level} over the highest ${record}, minus one`, ({ distance, session }) => [distance, session]),
    sessionsSince: say("sessions", "standing", `sessions after that of the highest ${record}`, ({ sessionsSince }) => [sessionsSince]),
    deepest: say("ratio", "trough", `lowest ${level} since the record over the highest ${record}, minus one`, (one, gauge) => {
      const lowest = trough(gauge.level, { from: one.recordOn, to: one.session });
      return lowest ? [lowest.level / one.recordLevel - 1, lowest.session] : [one.distance, one.session];
    }),
    records: say("records", "recordHighs", `sessions whose ${record} is strictly above every earlier one, the first of the history counted`, (_, gauge) => [
      recordIndices(gauge.record.values).length,
    ]),
    variants: variantsOf(markets, id, group, asOf),
  };
}

/** The distance under every definition that the figures held allow: basis of value and record, and clock. */
function variantsOf(markets: Markets, id: string, group: Group, asOf: Day): StudyMarket["variants"] {
  const own = heldMarket(markets, id);
  if (!own) return [];
  const clocks = everyClock(markets, id).map((one) => markets[one]!);
  const several = clocks.length > 1;
  return clocks.flatMap(({ instrument, series }) => {
    const at = several ? ` at ${clockText(instrument.close)}` : "";
    const rows: StudyMarket["variants"] = [];
    const add = (label: string, value: Part, record: Part) => rows.push(variant(label, { markets, group, asOf, instrument, value, record }));
    const close: Part = { of: instrument.id, field: "close", word: LEVEL_WORD.close };
    const total: Part = { of: instrument.id, field: "totalReturn", word: LEVEL_WORD["total-return"] };
    if (series.close) add(`close${at} against the record close`, close, close);
    if (series.close && own.series.high) add(`close${at} against the intraday record`, close, { of: id, field: "high", word: RECORD_WORD.intraday });
    if (series.totalReturn) add("total return against its record", total, total);
    return rows;
  });
}

/** One side of a distance: which field of which market. */
interface Part {
  of: string; // "BTC-NY16"
  field: Field; // "close"
  word: string; // "close"
}

interface VariantInput {
  markets: Markets;
  group: Group;
  asOf: Day;
  instrument: Instrument;
  value: Part;
  record: Part;
}

function variant(label: string, { markets, group, asOf, instrument, value, record }: VariantInput): StudyMarket["variants"][number] {
  const { near, staleAfter } = group.definitions;
  const look = ({ of, field }: Part): Known<Series> => knownSeries(markets, of, field, { asOf, staleAfter });
  const level = look(value);
  const high = look(record);
  const clock = clockText(instrument.close);
  const describe = (unit: Unit, definition: string): Description => ({ unit, asOf, method: "standing", definition });
  const distance = describe("ratio", `last ${value.word} at ${clock} over the highest ${record.word}, minus one`);
  const recordLevel = describe(
    high.held?.unit ?? instrument.currency,
    `highest ${record.word} of the history held; sessions close at ${clockText(markets[record.of]?.instrument.close ?? instrument.close)}`,
  );
  const stands = level.held && high.held && standing(level.held, { near, record: high.held });
  if (!level.held || !high.held || !stands) {
    const reason = level.reason ?? high.reason ?? `no figures held of ${instrument.id}`;
    return { label, clock, session: null, distance: unknown(distance, reason), record: unknown(recordLevel, reason) };
  }
  const used = value === record ? [level.held] : [level.held, high.held];
  return {
    label,
    clock,
    session: stands.session,
    distance: measured(distance, stands.distance, used, { on: stands.session }),
    record: measured(recordLevel, quoted(high.held, stands.recordLevel), [high.held], { on: stands.recordOn }),
  };
}
