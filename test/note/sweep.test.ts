import { test } from "node:test";
import { appendixOf, noteOf } from "../../src/note/index.ts";
import { study } from "../../src/study/index.ts";
import { founding } from "../case.ts";

const { definitions } = founding.group;
const { laggard: _, ...noLaggard } = founding.group;
const GROUPS = {
  "the founding group": founding.group,
  "another basis, distance and nearness": {
    ...founding.group,
    definitions: { ...definitions, basis: "intraday" as const, leaderWithin: 3, laggardBelow: 0.125 },
  },
  "no laggard named": noLaggard,
  "bitcoin as leader of silver": { ...founding.group, leader: "BTC", laggard: "SLV" },
};
// Before any case, within one, after one, before and after the first decisions, at records and far from them.
const DAYS = ["2011-04-20", "2018-06-15", "2020-03-16", "2026-04-16"];

for (const [what, group] of Object.entries(GROUPS)) {
  test(`note and appendix hold on whatever day they are made: ${what}`, () => {
    for (const asOf of DAYS) {
      const found = study({ ...founding, group, asOf });
      noteOf(found);
      appendixOf(found);
    }
  });
}
