// When a measure changes, every number that stands for it changes too, or the note is not made: no number in it is typed, kept or taken from elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Measure } from "../../src/market/index.ts";
import { appendixOf, type EarlierNote, earlierNote, type Figure, figuresOf, type Note, noteOf } from "../../src/note/index.ts";
import type { Study } from "../../src/study/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";
import { numbersOf, readIn } from "./parts.ts";

const AT_ONCE = 40; // measures changed together, from all over the study, so that the file takes seconds

interface Said {
  study: Study;
  earlier: EarlierNote[];
}

const given = (day: string): Said => ({ study: foundingStudy(day), earlier: day === LAST_DAY ? [earlierNote(foundingStudy(ARTICLE_DAY))] : [] });
const WRITTEN: [what: string, day: string, write: (said: Said) => Note][] = [
  ["the article's note", ARTICLE_DAY, ({ study, earlier }) => noteOf(study, { earlier })],
  ["the last note", LAST_DAY, ({ study, earlier }) => noteOf(study, { earlier })],
  ["the appendix", LAST_DAY, ({ study }) => appendixOf(study)],
];

// What is refused instead, each for a reason: its text is that of something that stands beside the measure, and is held against it. So is "not over"
// of a case whose horizon has not passed: with a value that is neither yes nor no it says nothing.
const REFUSED = [
  /^together\.clocks\.\d\.(highs|lows)\.beyond$/, // of how many windows: the windows are listed, and n must be as many
  /^catchUp\.specification\.dimensions\.\d\.values\.\d\.number$/, // a definition by its label, which is also its key
  /^macro\.sensitivity\.step$/, // "ten basis points": the slopes are computed for ten
];

function resolve(root: unknown, path: string): unknown {
  return path.split(".").reduce((value, key) => (value as Record<string, unknown>)[key], root);
}

const measureAt = ({ study, earlier }: Said, path: string): Measure =>
  (path.startsWith("earlier.") ? resolve({ earlier }, path) : resolve(study, path)) as Measure;

/** Another value of the same kind, far enough off that no rounding hides it, with its interval and count. */
function change(measure: Measure): void {
  const { value, interval } = measure;
  if (interval) {
    const wider = (bound: number) => 0.07 * Math.abs(bound) + 0.011;
    measure.interval = { lower: interval.lower - wider(interval.lower), upper: interval.upper + wider(interval.upper), level: interval.level - 0.1 };
  }
  measure.n += 3;
  measure.value = value === null ? 0.37 : changed(value, measure);
  delete measure.reason;
}

function changed(value: number, { unit, method }: Measure): number {
  if (unit === "probability") return value < 0.5 ? value * 1.37 + 0.11 : value * 0.6;
  if (unit === "correlation") return value < 0 ? value + 0.31 : value - 0.31;
  if (unit === "USD") return value * 1.48;
  if (method === "regainedWithin") return 1 - value;
  if (unit !== "ratio" && unit !== "index" && Number.isInteger(value)) return value + 3;
  return value * 1.37 + (value < 0 ? -0.11 : 0.11);
}

/** The texts of a note's numbers, by the place of their measure. */
function textsByPath(note: Note): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { measure, text } of numbersOf(note)) {
    const path = note.paths!.get(measure)!;
    texts.set(path, [...(texts.get(path) ?? []), text]);
  }
  return texts;
}

for (const [what, day, write] of WRITTEN) {
  const said = given(day);
  const before = textsByPath(write(said));
  const paths = [...before.keys()];
  const changedAt = (chosen: readonly string[]): Said => {
    const copy = structuredClone(said);
    for (const path of chosen) change(measureAt(copy, path));
    return copy;
  };

  const refused = (path: string) => REFUSED.some((pattern) => pattern.test(path)) || (path.endsWith(".regained") && measureAt(said, path).value === null);

  test(`${what}: every number follows its measure`, () => {
    const following = paths.filter((path) => !refused(path));
    assert.ok(following.length > 100, `${following.length} measures`);
    const runs = Math.ceil(following.length / AT_ONCE);
    for (let run = 0; run < runs; run++) {
      const chosen = following.filter((_, k) => k % runs === run);
      const after = textsByPath(write(changedAt(chosen)));
      for (const path of chosen) {
        const texts = after.get(path) ?? [];
        for (const [k, text] of before.get(path)!.entries()) assert.notEqual(texts[k], text, `${path} is still ${text}`);
      }
    }
  });

  test(`${what}: where a number cannot follow, the note is refused`, () => {
    const refusing = paths.filter(refused);
    assert.ok(refusing.length > 3);
    for (const path of refusing.filter((_, k) => k % 3 === 0)) {
      assert.throws(() => write(changedAt([path])), new RegExp(`is not what ${path.replaceAll(".", "\\.")} holds`), path);
    }
  });
}

/** Where a chart's figures stand, and a change of one of them that a reader can see. */
const DRAWN: Record<string, (study: Study) => void> = {
  underwater: ({ underwater }) => void (underwater.columns[6]!.values[900] = -0.99),
  recordRaster: ({ recordDays }) => void recordDays.markets[1]!.days.splice(5, 1),
  casesAligned: ({ cases }) => void (cases.paths[3]!.values[0] = -0.777),
  cumulativeIncidence: ({ catchUp }) => {
    catchUp.endings.steps.catchUp[3]! += 0.011;
    catchUp.endings.at[1]!.base.value! += 0.011;
  },
  specificationPlot: ({ catchUp }) => void (catchUp.specification.curve.effects.values[0]! -= 0.05),
  policyFan: ({ macro }) => void (macro.path.meetings[1]!.rate.value! += 0.2),
  netLiquidity: ({ macro }) => void (macro.liquidity.weeks.net[9]! *= 1.2),
  rebased: ({ rebased }) => void (rebased.columns[1]!.values[700] = 4321),
  rollingLockstep: ({ together }) => void (together.clocks[0]!.rolling.values[20] = -0.7),
};

test("when a figure of a chart changes, both its drawings and the table behind it change, and no other chart", () => {
  const seen = new Set<string>();
  for (const [, day, write] of WRITTEN) {
    const said = given(day);
    const before = figuresOf(write(said));
    for (const { id } of before) {
      const alter = DRAWN[id];
      // The rest of the macro charts are altered in their own test.
      if (!alter || seen.has(id)) continue;
      seen.add(id);
      const copy = structuredClone(said);
      alter(copy.study);
      const after = figuresOf(write(copy));
      for (const [k, one] of before.entries()) {
        const other = after[k]!;
        const parts = [one.svg.wide === other.svg.wide, one.svg.narrow === other.svg.narrow, sameTable(one, other)];
        assert.deepEqual(parts, one.id === id ? [false, false, false] : [true, true, true], `${id}: ${one.id}`);
      }
    }
  }
  assert.deepEqual([...seen].sort(), Object.keys(DRAWN).sort());
});

function sameTable(one: Figure, other: Figure): boolean {
  return JSON.stringify(one.data) === JSON.stringify(other.data);
}

test("what a chart says in words follows its measures", () => {
  const copy = structuredClone(foundingStudy(LAST_DAY));
  copy.cases.catchUp.value = 11;
  copy.atLeaderRecords.record.value = 77;
  copy.catchUp.endings.at[3]!.catchUp.value = 0.61;
  copy.catchUp.specification.median.value = 0.555;
  const titles = figuresOf(noteOf(copy)).map(({ svg }) => readIn(svg.wide));
  for (const [k, words] of [
    [1, /On 77 of the/],
    [2, /, 11 ended in catch-up/],
    [3, /180 days an estimated 61% of cases/],
    [4, /median \+56 points/],
  ] as const)
    assert.match(titles[k]!, words);
});
