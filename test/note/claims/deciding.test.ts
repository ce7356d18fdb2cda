import assert from "node:assert/strict";
import { test } from "node:test";
import { decidingOf } from "../../../src/note/claims/deciding.ts";
import { sampleDefinition, samplePart } from "./samples.ts";

const one = (verdict: Parameters<typeof sampleDefinition>[1], label: string) => sampleDefinition(label, verdict);

test("a verdict is told by the subject and the definition that have it", () => {
  const good = samplePart("A", [one("supported", "a1"), one("contradicted", "a2")]);
  const bad = samplePart("B", [one("contradicted", "b1"), one("imprecise", "b2")]);
  const label = (verdict: Parameters<typeof decidingOf>[0]["verdict"], ...parts: (typeof good)[]) => decidingOf({ verdict, parts })?.judged.label;
  assert.equal(label("supported", good), "a1");
  // The second subject is the one that is only close; that a variant of the first is contradicted tells nothing.
  assert.equal(label("imprecise", good, bad), "b2");
  assert.equal(label("contradicted", good, samplePart("C", [one("contradicted", "c1")])), "c1");
  // Where it depends, the first definition that could be computed.
  assert.equal(label("depends-on-definition", samplePart("D", [one("not-checkable", "d0"), one("imprecise", "d1"), one("supported", "d2")])), "d1");
});

test("where nothing could be judged there is none", () => {
  assert.equal(decidingOf({ verdict: "not-checkable", parts: [] }), undefined);
  assert.equal(decidingOf({ verdict: "not-checkable", parts: [samplePart("A", [one("not-checkable", "a1")]), samplePart("B", [])] }), undefined);
});
