import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { spreadLabels, type UnderwaterSpec, underwater } from "../../src/charts/index.ts";
import { toDay } from "../../src/market/index.ts";
import { wrapWords } from "../../src/text/index.ts";
import { golden } from "../golden.ts";

const SPEC: UnderwaterSpec = {
  title: "B has set no record since 2 January 2025; A set its last on 9 January 2025",
  subtitle: "Distance of each market from its close record",
  source: "Source: figures made for this test",
  alt: "Two lines & a gap",
  sessions: ["2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07", "2025-01-08", "2025-01-09"],
  lines: [
    { label: "A", value: "0.0%", role: "leader", values: [0, -0.02, -0.01, 0, -0.03, 0] },
    { label: "B", value: "−25.0%", role: "laggard", values: [0, -0.1, null, -0.2, -0.22, -0.25] },
    { label: "C<&>", value: "−1.0%", role: "member", values: [-0.05, -0.04, -0.03, -0.02, -0.01, -0.01] },
  ],
  shaded: [{ from: "2025-01-07", to: "2025-01-09" }],
  mark: { day: "2025-01-08", label: "question asked" },
};

test("the chart of distances is drawn the same to the byte", () => {
  golden("charts/underwater-wide.svg", `${underwater(SPEC, "wide")}\n`);
  golden("charts/underwater-narrow.svg", `${underwater(SPEC, "narrow")}\n`);
});

test("a gap breaks the line and nothing is drawn as NaN or undefined", () => {
  const svg = underwater(SPEC, "wide");
  const laggard = /<g class="laggard"><path d="([^"]*)"/.exec(svg)?.[1] ?? "";
  assert.equal(laggard.split("M").length - 1, 2);
  assert.ok(!/NaN|undefined|Infinity/.test(svg));
  assert.ok(svg.includes("C&lt;&amp;&gt;") && svg.includes('aria-label="Two lines &amp; a gap"'));
});

test("shading and marks outside the sessions shown are left out", () => {
  const bare = underwater({ ...SPEC, shaded: [{ from: "2020-01-01", to: "2020-06-01" }], mark: { day: "2020-01-01", label: "x" } }, "wide");
  assert.ok(!bare.includes('class="shade"') && !bare.includes('class="mark"'));
});

test("one session, a line without values, and a spec that does not hold", () => {
  const one = { ...SPEC, sessions: ["2025-01-02"], lines: [{ label: "A", value: "unknown", role: "member" as const, values: [null] }], shaded: [] };
  assert.ok(!/NaN|undefined/.test(underwater(one, "narrow")));
  assert.throws(() => underwater({ ...SPEC, sessions: [] }, "wide"), /invalid sessions: none/);
  assert.throws(() => underwater({ ...SPEC, sessions: ["2025-01-02"] }, "wide"), /invalid values of A: 6 for 1 sessions/);
});

test("a line without values ends in no dot, and forty long lines are drawn", () => {
  const empty = { label: "E", value: "unknown", role: "member" as const, values: SPEC.sessions.map(() => null) };
  assert.equal(underwater({ ...SPEC, lines: [empty] }, "wide").includes("<circle"), false);
  const sessions = Array.from({ length: 8400 }, (_, k) => toDay(k));
  const long = Array.from({ length: 40 }, (_, k) => ({ label: `L${k}`, value: "0%", role: "member" as const, values: sessions.map(() => -0.1) }));
  assert.ok(underwater({ ...SPEC, sessions, lines: long, shaded: [] }, "narrow").endsWith("</svg>"));
});

test("labels keep their order, their distance and their bounds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }), (wanted) => {
      const gap = 16;
      const placed = spreadLabels(wanted, { gap, from: 0, to: 300 });
      const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (let i = 1; i < order.length; i++) assert.ok(placed[order[i]!]! - placed[order[i - 1]!]! >= gap - 1e-9);
      assert.ok(Math.min(...placed) >= -1e-9 && Math.max(...placed) <= 300 + 1e-9);
    }),
  );
  assert.deepEqual(spreadLabels([0, 100], { gap: 10, from: 0, to: 100 }), [0, 100]);
  assert.deepEqual(spreadLabels([5, 5, 5], { gap: 100, from: 0, to: 20 }), [0, 10, 20]);
});

test("wrapped words lose nothing and fit", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 12, max: 40 }), (words, width) => {
      const lines = wrapWords(words.join(" "), width);
      assert.equal(lines.join(" "), words.join(" "));
      for (const line of lines) assert.ok(line.length <= width);
    }),
  );
});
