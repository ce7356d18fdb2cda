import type { Study } from "../../../study/index.ts";
import type { Block, Section, Table } from "../../document.ts";
import { decimal, percent, pValue, whole } from "../../format.ts";
import { count, name, number, on, prose, type Text } from "../../prose.ts";
import { RESOLUTION, RESOLUTION_MARK } from "../../words.ts";
import { afterwards } from "../afterwards.ts";
import { decimalCell, percentCell, wholeCell } from "../cells.ts";
import { verdictText } from "./verdictText.ts";

type Trial = Study["catchUp"]["trials"][number];

/** The verdict, and every case with its state at the onset, its end, its outcome at the horizon and its own base rate. */
export function trialsSection(study: Study): Section {
  const { catchUp, cases } = study;
  const blocks: Block[] = [...afterwards(study), { kind: "paragraph", text: verdictText(study) }];
  if (catchUp.trials.length > 0) blocks.push(trialsTable(study));
  // Fewer than five cases carry no percentage, by whatever test.
  if (catchUp.verdict.evidence !== "tooFew") blocks.push({ kind: "paragraph", text: reading(study) });
  if (cases.list.some(({ tied }) => tied)) blocks.push({ kind: "paragraph", text: prose`Where both ends fell on one day, roll-over was counted.` });
  return { id: "trials", title: "Does the laggard catch up?", blocks };
}

/** Every case in order, with its outcome and base. */
function trialsTable(study: Study): Table {
  const { catchUp, cases } = study;
  const { horizon, laggard } = catchUp;
  return {
    kind: "table",
    caption: prose`Every case of ${name(catchUp.leader)} and ${name(laggard ?? "")}, in order. Scaled: the distance in standard deviations of the laggard's own move over ${count(horizon, "day")}. ${outcomes(study)} Base: how often it did so from a like state, away from the leader's records, over the whole history held, later years too${walked(catchUp)}. Counted: not where the horizon overlaps that of the case counted before, or where either market had less than a year of history. Age: its sessions since its record.`,
    columns: [
      { title: "Onset" },
      { title: "Distance", numeric: true },
      { title: "Scaled", numeric: true, secondary: true },
      { title: "Age", numeric: true, secondary: true },
      { title: "Ended in" },
      { title: "Sessions", numeric: true, secondary: true },
      { title: "In time", essential: true },
      { title: "Base", numeric: true, essential: true },
      { title: "Random walk", numeric: true, secondary: true },
      { title: "Counted", essential: true },
    ],
    rows: cases.list.map((one, k) => {
      const trial = catchUp.trials[k];
      return {
        ...(one.resolution === "open" ? { mark: "open" as const } : {}),
        cells: [
          prose`${on(one.onset)}`,
          prose`${number(one.laggardDistance, percent(one.laggardDistance))}`,
          decimalCell(one.scaled, 1),
          wholeCell(one.age),
          prose`${name(`${RESOLUTION_MARK[one.resolution]} ${RESOLUTION[one.resolution]}`)}`,
          wholeCell(one.sessions),
          ...(trial ? trialCells(trial) : []),
        ],
      };
    }),
  };
}

/** Every case in order, without what only the appendix has room for. */
export function shortTrialsTable(study: Study): Table {
  const whole = trialsTable(study);
  const kept = [...whole.columns.keys()].filter((k) => !whole.columns[k]!.secondary);
  return {
    ...whole,
    caption: prose`Every case, in order; the distance is that of ${name(study.catchUp.laggard ?? "")} at the onset. ${outcomes(study)} Base: how often it did so anyway${walked(study.catchUp)}.`,
    columns: kept.map((k) => whole.columns[k]!),
    rows: whole.rows.map((row) => ({ ...row, cells: kept.map((k) => row.cells[k] ?? prose``) })),
  };
}

function outcomes({ catchUp: { horizon } }: Study): Text {
  return prose`Ended in: which came first, its record or the leader's fall. In time: its record within ${count(horizon, "day")}, whatever the leader did.`;
}

function trialCells({ regained, base, baseFrom, randomWalk, why }: Trial): Text[] {
  return [
    prose`${number(regained, regained.value === null ? "not over" : regained.value === 1 ? "yes" : "no")}`,
    baseFrom === "randomWalk" ? prose`${percentCell(base)} ${name("rw")}` : percentCell(base),
    percentCell(randomWalk),
    prose`${name(WHY[why])}`,
  ];
}

const WHY: Readonly<Record<Trial["why"], string>> = { counted: "yes", overlaps: "overlaps", notPassed: "not over", noBase: "too young" };

function reading({ catchUp }: Study): Text {
  const { matched, randomWalk, leaderShift } = catchUp.tests;
  if (matched.expected.value === null) return prose`No test can be made.`;
  const p = (measure: typeof matched.pValue) => number(measure, pValue(measure));
  const cases = prose`Against each case's own base ${number(matched.expected, decimal(matched.expected, { decimals: 1 }))} of them were to be expected: at least as many come by chance with p ${p(matched.pValue)} (against a random walk ${p(randomWalk.pValue)}; had all of them, it would be ${p(matched.attainable)}).`;
  if (leaderShift.share.value === null) return cases;
  return prose`${cases} Day by day, ${number(leaderShift.share, percent(leaderShift.share, { decimals: 0 }))} of ${count(leaderShift.days, "high")} of the leader with the laggard so far below were followed by its record in time; with the leader's highs moved around the laggard's history it is ${number(leaderShift.expected, percent(leaderShift.expected, { decimals: 0 }))} on average, and as much in ${number(leaderShift.pValue, percent(leaderShift.pValue))} of the shifts, worth about ${number(leaderShift.independent, whole(leaderShift.independent))} independent ones. The first counts each case once and decides the verdict; the second counts every high, so that one long rally counts often.`;
}

/** Where a base had to be a random walk's, what marks it. */
function walked({ trials }: Study["catchUp"]): Text {
  return trials.some(({ baseFrom }) => baseFrom === "randomWalk") ? prose` (${name("rw")}: too few of these, so a random walk)` : prose``;
}
