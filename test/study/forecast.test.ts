// The probability that a study puts on record while a case is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forecastFrom } from "../../src/lag/index.ts";
import { earlierNote, noteOf } from "../../src/note/index.ts";
import { type Group, groupSchema, type Study, study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY } from "../case.ts";
import { proseOf } from "../note/parts.ts";

const { laggard: _laggard, question: _question, sizes: _sizes, ...bare } = founding.group;
const pairOf = (definitions: Partial<Group["definitions"]> = {}): Group =>
  groupSchema.parse({ ...bare, members: ["IWM", "BTC"], laggard: "BTC", definitions: { ...bare.definitions, ...definitions } });
const asked = (asOf: string, definitions: Partial<Group["definitions"]> = {}): Study => study({ group: pairOf(definitions), markets: founding.markets, asOf });

/** What forecastFrom gives from the study's own trials and base. */
function expected({ catchUp, definitions }: Study): number {
  const counted = catchUp.trials.filter(({ counted }) => counted).map(({ regained, base }) => ({ outcome: regained.value as 0 | 1, base: base.value! }));
  const rung = catchUp.now!.rungs.find(({ horizon }) => horizon.value === catchUp.horizon.value)!;
  return forecastFrom(counted, { base: rung.matched.value ?? rung.randomWalk.value!, pseudoCases: definitions.pseudoCases.value! });
}

test("it is the base from where the laggard stands now, moved by the study's own trials", () => {
  for (const one of [
    foundingStudy(ARTICLE_DAY),
    foundingStudy(LAST_DAY),
    asked(ARTICLE_DAY, { horizon: 90 }),
    asked(ARTICLE_DAY, { horizon: 100, pseudoCases: 2 }),
  ]) {
    const { forecast, posterior, horizon, now } = one.catchUp;
    assert.ok(Math.abs(forecast!.probability.value! - expected(one)) < 1e-12, `${forecast!.probability.value} and ${expected(one)}`);
    assert.equal(forecast!.probability.n, posterior.n.value);
    const rung = now!.rungs.find((other) => other.horizon.value === horizon.value)!;
    assert.deepEqual([forecast!.base, forecast!.baseFrom], [rung.matched, "matched"]);
    // Due that many days after the day of the study.
    assert.deepEqual([forecast!.from, (Date.parse(forecast!.due) - Date.parse(one.asOf)) / 86_400_000], [one.asOf, horizon.value]);
  }
});

// By hand: the bases of the six cases that count are 10, 41, 74, 18, 18 and 68 % (2.30 of six, to the digits of the table), three came: 0.33 + (3 - 2.30) / (8 + 6) = 0.38.
test("the article's probability is that by hand", () => {
  assert.equal(foundingStudy(ARTICLE_DAY).catchUp.forecast!.probability.value!.toFixed(2), "0.38");
});

test("with fewer pseudo-cases the cases move it further", () => {
  const [few, many] = [2, 200].map((pseudoCases) => asked(ARTICLE_DAY, { pseudoCases }).catchUp.forecast!);
  const moved = ({ probability, base }: NonNullable<Study["catchUp"]["forecast"]>) => Math.abs(probability.value! - base.value!);
  assert.ok(moved(few!) > moved(many!) && moved(many!) < 0.005);
});

test("without an open case there is none", () => {
  const one = asked("2018-11-01"); // after the roll-over of 2018-10-11
  assert.ok(one.cases.list.every(({ resolution }) => resolution !== "open"));
  assert.equal(one.catchUp.forecast, null);
  assert.equal(earlierNote(one).forecast, null);
});

test("with fewer than five cases that count it is unknown, for that reason, and its base is said", () => {
  const { forecast, posterior } = asked("2013-10-01").catchUp;
  assert.equal(posterior.n.value, 1);
  assert.deepEqual([forecast?.probability.value, forecast?.probability.reason], [null, "fewer than five cases that can be counted"]);
  assert.equal(forecast?.due, "2014-03-30"); // 180 days: 30 of October, 30, 31, 31, 28 and 30 of March
});

test("where no window of a like state is held the base is a random walk's", () => {
  const { forecast, now } = asked("2013-10-01").catchUp;
  const rung = now!.rungs.find(({ horizon }) => horizon.value === 180)!;
  assert.equal(rung.matched.value, null);
  assert.deepEqual([forecast?.base, forecast?.baseFrom], [rung.randomWalk, "randomWalk"]);
});

// On 2011-04-17 bitcoin closed at its record of the day before, to the cent: no record, so the case of 2011-04-05 was open, and it stood at no distance.
test("a laggard that stands at its record again with its case open has no base, and the note does not say that no case is open", () => {
  const one = asked("2011-04-17");
  assert.deepEqual([one.cases.list.at(-1)?.resolution, one.catchUp.now, one.catchUp.forecast], ["open", null, null]);
  assert.equal(proseOf(noteOf(one), "scorecard"), "A case is open, but without a base rate from where the laggard stands no probability is put on record.");
});
