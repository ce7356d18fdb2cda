import { z } from "zod";
import { BASES, type Basis, clockText, countHeld, type Day, fieldOf, type Market, Problem, quoted, requireDay, span, through } from "../market/index.ts";
import { randomWalkRecords, recordEpisodes, recordHighs } from "../records/index.ts";
import { DEFAULTS } from "./definitions.ts";
import { knownSeries } from "./known.ts";
import { day, measure } from "./measureSchema.ts";
import { measured } from "./measures.ts";

export const LEDGER_SCHEMA = "lockstep.records/1";

/** The ledger of record highs of one market. Levels are in `unit`; sessions are those of the market's own calendar. */
export const ledgerSchema = z.strictObject({
  schema: z.literal(LEDGER_SCHEMA),
  market: z.string(),
  name: z.string(),
  basis: z.enum(BASES),
  clock: z.string(),
  unit: z.string(),
  asOf: day,
  historyFrom: day,
  figuresEnd: day,
  since: z.union([day, z.null()]).describe("only records from this day on are listed; all are counted"),
  definition: z.string(),
  sources: z.array(z.string()),
  count: measure,
  randomWalk: z.strictObject({ mean: measure, standardDeviation: measure }),
  records: z.array(
    z.strictObject({
      session: day,
      level: z.number(),
      previous: z.union([z.strictObject({ session: day, level: z.number() }), z.null()]),
      sessionsBetween: z.union([z.int().min(1), z.null()]).describe("from the previous record to this one; 1 = the very next session"),
      historyFrom: day,
    }),
  ),
  episodes: z.array(
    z.strictObject({
      from: day,
      to: day,
      records: z.int().min(1),
      level: z.number(),
      sessionsBefore: z.union([z.int().min(1), z.null()]).describe("sessions since the record before it"),
    }),
  ),
});

/** The ledger of record highs of one market, as data. */
export type Ledger = z.infer<typeof ledgerSchema>;

/**
 * The ledger of a market's record highs as of a day, with its episodes and, as a yardstick, what a random walk would set.
 *
 * @param market with figures
 * @param options.asOf default the last session held
 * @param options.since lists only records from this day on; the history before still counts
 * @throws Problem (data) when the market holds no such figures by then; Problem (usage) when a day is none
 *
 * @example
 * import { openMarket } from "lockstep/sources";
 * import { ledgerOf } from "lockstep/study";
 * ledgerOf(openMarket("IWM"), { since: "2021-11-09" }).records[0].session; // => "2025-09-18"
 */
export function ledgerOf(
  market: Market,
  { basis = "close", asOf: asked, since, episodeGap = DEFAULTS.episodeGap }: { basis?: Basis; asOf?: Day; since?: Day; episodeGap?: number } = {},
): Ledger {
  const { instrument } = market;
  const { id } = instrument;
  for (const text of [asked, since]) if (text !== undefined) requireDay(text);
  const held = market.series[fieldOf(basis)];
  const heldSpan = held && span(through(held, Number.POSITIVE_INFINITY));
  if (!heldSpan) {
    const bases = BASES.filter((other) => market.series[fieldOf(other)]);
    throw new Problem("data", `expected ${basis} figures of ${id}; held are ${bases.join(", ")}`);
  }
  const asOf = asked ?? heldSpan.to;
  const known = knownSeries({ [id]: market }, id, fieldOf(basis), { asOf, staleAfter: DEFAULTS.staleAfter });
  if (!known.held) throw new Problem("data", `expected ${basis} figures of ${id} for ${asOf}; ${known.reason}`);
  const series = known.held;
  const records = recordHighs(series);
  const clock = clockText(instrument.close);
  const walk = randomWalkRecords(countHeld(series.values) - 1);
  const say = (method: string, definition: string, value: number) => measured({ unit: "records", asOf, method, definition }, value, [series]);
  const listed = <T>(rows: T[], last: (row: T) => Day): T[] => (since === undefined ? rows : rows.filter((row) => last(row) >= since));
  return {
    schema: LEDGER_SCHEMA,
    market: id,
    name: instrument.name,
    basis,
    clock,
    unit: series.unit,
    asOf,
    historyFrom: records[0]!.historyFrom,
    figuresEnd: span(series)!.to,
    since: since ?? null,
    definition: `sessions whose ${basis} is strictly above every earlier one of the history held, the first counted; sessions close at ${clock}`,
    sources: [series.source],
    count: say("recordHighs", `record highs (${basis}) of the whole history held`, records.length),
    randomWalk: {
      mean: say("randomWalkRecords", "expected records of a random walk with symmetric, continuous steps over as many sessions", walk.mean),
      standardDeviation: say("randomWalkRecords", "standard deviation of the records of such a walk", Math.sqrt(walk.variance)),
    },
    records: listed(records, ({ session }) => session).map((record) => ({
      ...record,
      level: quoted(series, record.level),
      previous: record.previous && { ...record.previous, level: quoted(series, record.previous.level) },
    })),
    episodes: listed(recordEpisodes(records, { gap: episodeGap }), ({ to }) => to).map((episode) => ({ ...episode, level: quoted(series, episode.level) })),
  };
}
