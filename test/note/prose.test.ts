import assert from "node:assert/strict";
import { test } from "node:test";
import { level, percent, whole } from "../../src/note/format.ts";
import { below, chosenShare, count, listed, moved, name, on, plain, prose } from "../../src/note/prose.ts";
import { longDay, said } from "../../src/note/words.ts";
import { chosen, unknown } from "../../src/study/measures.ts";

const ratio = (value: number) => chosen(value, "ratio", "2025-12-11", "test");
const nothing = unknown({ unit: "ratio", asOf: "2025-12-11", method: "test", definition: "test" }, "no figures held");

test("a digit in the words themselves fails the build of the note", () => {
  assert.throws(() => prose`bitcoin stands 27 percent below`, /unbound digit in prose: "bitcoin stands 27 percent below"/);
  assert.throws(() => prose`at ${name("x")} it fell \u0665 percent`, /unbound digit/);
  assert.equal(plain(prose`bitcoin stands ${below(ratio(-0.2579))} below`), "bitcoin stands 25.8% below");
});

test("numbers are said in the form of their place", () => {
  assert.equal(percent(ratio(-0.2578670739), { decimals: 2 }), "\u221225.79%");
  assert.equal(percent(ratio(0)), "0.0%");
  assert.equal(percent(ratio(-0.00001)), "0.0%");
  assert.equal(percent(ratio(12.3456), { decimals: 0 }), "1,235%");
  assert.deepEqual(
    [0, 7, 999, 1000, 1234567].map((value) => whole({ value })),
    ["0", "7", "999", "1,000", "1,234,567"],
  );
  assert.deepEqual(
    [257.8, 92513.4, 124659, 0.07, 6597].map((value) => level({ value })),
    ["257.80", "92,513.4", "124,659", "0.07", "6,597.00"],
  );
  assert.equal(whole(ratio(6597)), "6,597");
  assert.equal(plain(moved(ratio(-0.211))), "fallen 21.1%");
  assert.equal(plain(moved(ratio(0.155))), "risen 15.5%");
  assert.deepEqual(
    [0, 1, 28].map((value) => plain(count(ratio(value), "record close"))),
    ["no record close", "1 record close", "28 record closes"],
  );
});

test("a share that was chosen is said in as many digits as it has", () => {
  const said = (value: number) => plain(prose`${chosenShare(ratio(value))}`);
  assert.deepEqual([0.2, 0.125, 0.07, 0.1234, 0.29, 0.10005, -0.2].map(said), ["20%", "12.5%", "7%", "12.34%", "29%", "10.01%", "20%"]);
  assert.equal(plain(prose`${chosenShare(nothing)}`), "unknown");
});

test("what is unknown is never said as zero", () => {
  assert.equal(plain(prose`${below(nothing)}`), "unknown");
  assert.equal(plain(count(nothing, "record close")), "an unknown number of record closes");
  assert.equal(plain(moved(nothing)), "moved by an unknown amount");
  assert.deepEqual([level(nothing), whole(nothing), percent(nothing)], ["unknown", "unknown", "unknown"]);
});

test("days are written as their place wants them", () => {
  assert.equal(plain(prose`on ${on("2025-12-04")}`), "on 2025-12-04");
  assert.equal(
    plain(prose`on ${on("2025-12-04")}`, ({ day }) => longDay(day)),
    "on 4 December 2025",
  );
  assert.equal(said([{ kind: "day", day: "2025-12-04", text: "4. Dezember 2025" }]), "4. Dezember 2025");
  assert.equal(plain(listed(["a", "b", "c"].map((one) => prose`${name(one)}`))), "a, b and c");
});
