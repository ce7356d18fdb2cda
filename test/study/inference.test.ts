import assert from "node:assert/strict";
import { test } from "node:test";
import { toSeries } from "../../src/market/index.ts";
import { catchUpSections, plain, togetherSections } from "../../src/note/index.ts";
import { groupSchema, type Study, study, studySchema, toJson } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY, marketOf } from "../case.ts";

const now = foundingStudy(LAST_DAY);
const then = foundingStudy(ARTICLE_DAY);

/** The founding group with some definitions, or members, of its own. */
const asked = (asOf: string, changes: Record<string, unknown> = {}, definitions: Record<string, unknown> = {}): Study =>
  foundingStudy(asOf, { group: groupSchema.parse({ ...founding.group, ...changes, definitions: { ...founding.group.definitions, ...definitions } }) });

const words = (one: Study): string =>
  [...catchUpSections(one), ...togetherSections(one)]
    .flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (block.kind === "paragraph") return plain(block.text);
      if (block.kind === "list") return block.items.map((item) => plain(item)).join("\n");
      return block.kind === "table" ? [block.caption, ...block.rows.flatMap(({ cells }) => cells)].map((text) => plain(text)).join("\n") : block.alt;
    })
    .join("\n");

test("every case is a trial, in the same order, and those that count are counted", () => {
  for (const one of [then, now]) {
    const { trials, posterior } = one.catchUp;
    assert.deepEqual(
      trials.map(({ onset }) => onset),
      one.cases.list.map(({ onset }) => onset),
    );
    const counted = trials.filter(({ counted }) => counted);
    assert.equal(posterior.n.value, counted.length);
    assert.equal(
      posterior.successes.value,
      counted.reduce((sum, { regained }) => sum + regained.value!, 0),
    );
    for (const { counted, why, base } of trials) assert.deepEqual([counted, counted && base.value === null], [why === "counted", false]);
  }
  // Witness: a program written independently from the method pages.
  assert.deepEqual([then.catchUp.posterior.n.value, then.catchUp.posterior.successes.value, now.catchUp.posterior.n.value], [6, 3, 7]);
  assert.ok(Math.abs(then.catchUp.posterior.mean.value! - 0.4331) < 5e-5 && Math.abs(now.catchUp.posterior.mean.value! - 0.3973) < 5e-5);
  assert.ok(Math.abs(then.catchUp.tests.matched.pValue.value! - 0.4109) < 5e-5 && Math.abs(now.catchUp.tests.leaderShift.pValue.value! - 0.0241) < 5e-5);
});

test("the definitions in force are one point of the specification curve, with the study's own effect and verdict", () => {
  for (const one of [then, now]) {
    const { specification, posterior, verdict } = one.catchUp;
    const effect = posterior.successes.value! / posterior.n.value! - posterior.base.value!;
    assert.ok(Math.abs(specification.main.value! - effect) < 1e-9);
    const beyond = specification.conclusions.find(({ conclusion }) => conclusion === "beyondBase");
    assert.equal(beyond?.main, verdict.evidence !== "none" && verdict.direction === "more");
    assert.equal(specification.curve.effects.values.length, specification.computable.value);
    assert.deepEqual(
      specification.curve.effects.values,
      specification.curve.effects.values.toSorted((a, b) => a - b),
    );
    assert.equal(
      specification.tried.value,
      specification.dimensions.reduce((product, { values }) => product * values.length, 1),
    );
  }
});

test("a history too short to know of an earlier case supports no first in years", () => {
  const first = then.catchUp.specification.conclusions.find(({ conclusion }) => conclusion === "firstInYears")!;
  assert.equal(Math.floor(then.catchUp.specification.yearsSinceLast.value!), 7);
  // The other clock is held from 2018 on: of seven years it knows nothing.
  const clock = first.shares.find(({ dimension, value }) => dimension === "clock" && value === "16:00 New York")!;
  assert.ok(clock.share.value === null || clock.share.value === 0, JSON.stringify(clock));
});

test("fewer than five cases carry no percentage and no adjective", () => {
  const early = foundingStudy("2013-05-06");
  assert.equal(early.catchUp.verdict.evidence, "tooFew");
  assert.deepEqual([early.catchUp.specification.main.value, early.catchUp.verdict.direction], [null, null]);
  const text = words(early);
  assert.match(text, /too few for a percentage or an adjective/);
  assert.ok(!/Evidence beyond|base rates promise/.test(text), text);
});

test("where no number of catch-ups could be significant, that is said", () => {
  const long = asked(LAST_DAY, {}, { horizon: 365 });
  assert.equal(long.catchUp.verdict.canBeSignificant, false);
  assert.match(words(long), /More than the base cannot be significant with n = \d/);
  assert.ok(long.catchUp.tests.matched.attainable.value! > 0.05);
});

test("a case without a base takes no place of one that has", () => {
  const decade = asked(LAST_DAY, {}, { horizon: 3650 });
  const [first, second] = decade.catchUp.trials;
  assert.deepEqual([first?.why, second?.counted], ["noBase", true]);
});

test("a laggard that never moves is unknown, not a crash", () => {
  const { IWM } = founding.markets;
  const close = IWM!.series.close!;
  const flat = toSeries({ ...close, market: "B", values: close.values.map((_, i) => (i === 0 ? 100 : 70)) });
  const markets = { ...founding.markets, B: { instrument: { ...IWM!.instrument, id: "B", name: "flat" }, series: { close: flat } } };
  const group = groupSchema.parse({ name: "Flat", leader: "IWM", laggard: "B", members: ["IWM", "B", "SPY"] });
  const result = study({ group, markets, asOf: LAST_DAY });
  assert.deepEqual(studySchema.parse(JSON.parse(toJson(result))), JSON.parse(toJson(result)));
  assert.equal(result.catchUp.now?.scaled.value, null);
  assert.ok(!/Infinity|NaN|undefined/.test(words(result)));
});

test("on a weekend the base rates start from where a round-the-clock market stands that day", () => {
  const sunday = foundingStudy("2025-12-14");
  assert.equal(marketOf(sunday, "BTC").last.on, "2025-12-14");
  assert.ok(Math.abs(sunday.catchUp.now!.distance.value! - marketOf(sunday, "BTC").distance.value!) < 1e-12);
});

test("a laggard chosen by the data is said to be, before any p-value", () => {
  const { laggard: _, ...unasked } = founding.group;
  const result = foundingStudy(ARTICLE_DAY, { group: groupSchema.parse(unasked) });
  const text = words(result);
  assert.ok(text.indexOf("was chosen afterwards") >= 0 && text.indexOf("was chosen afterwards") < text.indexOf("by chance with p"));
});

test("by total return bitcoin is taken at its close, in the cases as on the curve", () => {
  const total = asked(ARTICLE_DAY, {}, { basis: "total-return" });
  const { specification, posterior } = total.catchUp;
  assert.equal(marketOf(total, "BTC").state, "apart");
  assert.ok(Math.abs(specification.main.value! - (posterior.successes.value! / posterior.n.value! - posterior.base.value!)) < 1e-9);
});

test("numbers of several pairs name the figures of all members", () => {
  const { allPairs } = now.catchUp.score;
  assert.equal(allPairs.n.sources.length, founding.group.members.length);
  for (const { peers } of now.catchUp.now!.rungs) assert.ok(!peers.sources.some((source) => /IWM|BTC/.test(source)), peers.sources.join());
});

test("a pair of which one is unknown has no inference, with the reason, and no number", () => {
  const { BTC: _, ...markets } = founding.markets;
  const result = foundingStudy(LAST_DAY, { markets });
  assert.deepEqual(
    [result.together.reason, result.catchUp.reason, result.catchUp.trials, result.together.clocks],
    Array(2).fill("no figures held of BTC").concat([[], []]),
  );
  assert.equal(result.catchUp.posterior.n.value, null);
  assert.equal(result.catchUp.specification.tried.value, null);
  assert.match(words(result), /Unknown: no figures held of BTC/);
});
