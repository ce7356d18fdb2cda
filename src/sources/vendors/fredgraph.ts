import { dayNumber } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { Ask, Page, Row, Source } from "../source.ts";
import { aboutFredSeries, knownFredSeries, rightsOfFredSeries } from "./fredSeries.ts";
import { heldDecimal } from "./heldDecimal.ts";
import { isoDay } from "./isoDay.ts";
import { dayInNewYork } from "./newYork.ts";
import { list } from "./record.ts";

const HOME = "https://fred.stlouisfed.org";
const DATES = ["observation_date", "DATE"]; // now; until about 2024, and still in caches
const MISSING = ["", "."];

/** FRED by the CSV behind its graphs, without a key: the series of `fredSeries.ts`, one a request, since several may come in another frequency. */
export const fredgraph: Source = {
  id: "fredgraph",
  name: "FRED graph",
  home: HOME,
  format: "csv",
  adjustment: "none",
  settles: 14 * 60 + 30, // rates of the New York Fed may be corrected until 14:30 of the next day
  rights: rightsOfFredSeries,
  terms: "terms of FRED: series of the Federal Reserve and the Treasury are public, those of third parties keep their copyright",
  budget: { spacing: 1000, limits: [] },
  about: aboutFredSeries,
  request: ({ symbol, from, to }) => {
    const query = new URLSearchParams({ id: knownFredSeries(symbol).id, cosd: from, coed: to });
    return { url: `${HOME}/graph/fredgraph.csv?${query.toString()}` };
  },
  complaint: () => undefined, // it refuses with a page or with silence
  read,
};

function read(body: unknown, ask: Ask): Page {
  const [header, ...lines] = list(body, "body").map((cells, i) => list(cells, `line ${i + 1}`));
  if (header?.length !== 2 || !DATES.includes(String(header[0])) || header[1] !== ask.symbol) {
    throw malformed("line 1", `the header ${DATES[0]},${ask.symbol}`, header);
  }
  const from = dayNumber(ask.from);
  // Rates that are decided are dated ahead: what is dated after today is not yet so.
  const to = Math.min(dayNumber(ask.to), dayInNewYork(ask.now));
  const rows: Row[] = [];
  for (const [i, cells] of lines.entries()) {
    const place = `line ${i + 2}`;
    if (cells.length !== 2) throw malformed(place, "2 cells", cells);
    const session = isoDay(cells[0], `${place}, ${String(header[0])}`);
    const value = heldDecimal(cells[1], `${place}, ${ask.symbol}`, MISSING);
    if (value !== undefined && session >= from && session <= to) rows.push({ session, value });
  }
  return { rows };
}
