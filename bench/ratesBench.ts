// What a path of rates costs. Measured side by side, interleaved with what it is compared with; printed, never asserted.
import { Bench } from "tinybench";
import { seeded } from "../src/num/index.ts";
import { meetingDays, meetingsAsOf, rangeAfter, ratePath } from "../src/rates/index.ts";
import { openCase } from "../src/sources/index.ts";
import { macroOf } from "../src/study/index.ts";
import { rangeOdds } from "../test/naive/rangeOdds.ts";

const DAYS = 2520; // ten years of settlements
const MONTHS = 18;

/** Invented curves of ten years: eighteen months each, a random walk about the range that was in force. */
function curves(): { day: string; prices: Record<string, number> }[] {
  const uniform = seeded(1);
  const first = Date.UTC(2016, 0, 4) / 86_400_000;
  return Array.from({ length: DAYS }, (_, k) => {
    const date = new Date((first + Math.floor((k * 7) / 5)) * 86_400_000);
    const day = date.toISOString().slice(0, 10);
    const range = rangeAfter(meetingsAsOf(day))!;
    let rate = range.lower + 0.13;
    const prices: Record<string, number> = {};
    for (let m = 0; m < MONTHS; m++) {
      const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + m, 1)).toISOString().slice(0, 7);
      rate = Math.max(-0.2, rate + (uniform() - 0.5) * 0.1);
      prices[month] = Math.round((100 - rate) * 400) / 400;
    }
    return { day, prices };
  });
}

/** Measures and prints one table. */
export async function ratesBench(print: (line: string) => void): Promise<void> {
  const founding = openCase();
  const [curve] = founding.macro.curves;
  const known = meetingsAsOf(curve!.day);
  const input = { prices: curve!.prices, meetings: meetingDays(known), targetRange: rangeAfter(known)!, asOf: curve!.day };
  const steps = ratePath(input).meetings.map(({ step }) => step);
  const tenYears = curves();
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench
    .add(`full path of ${Object.keys(curve!.prices).length} months, ${steps.length} meetings`, () => void ratePath(input))
    .add("its tree alone, every sequence of outcomes one by one", () => void rangeOdds(steps))
    .add(`${DAYS} daily curves of ${MONTHS} months, with the meetings known on each day`, () => {
      for (const { day, prices } of tenYears) {
        const meetings = meetingsAsOf(day);
        ratePath({ prices, meetings: meetingDays(meetings), targetRange: rangeAfter(meetings)!, asOf: day });
      }
    })
    .add("the whole macro picture, intervals with it", () => void macroOf({ ...founding, asOf: curve!.day }));
  await bench.run();
  print("\n| rates, in one process | median, ms | runs |\n| --- | ---: | ---: |");
  for (const { name, result: timing } of bench.tasks) {
    if (timing && "latency" in timing) print(`| ${name} | ${timing.latency.p50.toFixed(3)} | ${timing.latency.samplesCount} |`);
  }
}
