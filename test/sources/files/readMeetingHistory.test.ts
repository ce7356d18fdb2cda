import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { readText } from "../../../src/sources/text/readText.ts";
import { MEETING_HISTORY, ONE_MEETING } from "../../fixtures/files/otherDownloads.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

test("a fact for each meeting and day, with the ranges that were listed", () => {
  const file = readMarketFile(textFile(MEETING_HISTORY));
  // Witness: the fixture, read by eye.
  assert.deepEqual(file.facts, [
    { kind: "fedwatch", id: "2026-10-28 2026-09-11", day: "2026-09-11", fields: { meeting: "2026-10-28", "25-50": 0.25, "50-75": 0.75 } },
    { kind: "fedwatch", id: "2026-10-28 2026-09-14", day: "2026-09-14", fields: { meeting: "2026-10-28", "0-25": 0.1, "25-50": 0.4, "50-75": 0.5 } },
    { kind: "fedwatch", id: "2026-12-09 2026-09-14", day: "2026-09-14", fields: { meeting: "2026-12-09", "0-25": 0.125, "25-50": 0.875 } },
  ]);
  assert.deepEqual([file.format, file.series, file.notes], ["fedMeetingHistory", [], ["titles of meetings without figures left out: 1"]]);
});

test("dates in another locale, the order settled by one row", () => {
  const days = (text: string, dates?: "dmy") => readMarketFile(textFile(text), dates ? { dates } : {}).facts.map(({ day }) => day);
  const expected = ["2026-09-11", "2026-09-14", "2026-09-14"];
  assert.deepEqual(days(MEETING_HISTORY.replace("9/11/2026", "11.09.2026").replace("9/14/2026", "14.09.2026")), expected);
  assert.deepEqual(days(MEETING_HISTORY.replace("9/11/2026", "11/09/2026").replace("9/14/2026", "14/09/2026")), expected);
  const open = MEETING_HISTORY.replace("9/14/2026", "9/12/2026");
  assert.throws(
    () => days(open),
    /file\.csv:3: Date: expected a row that tells the order of day and month, or --dates mdy\|dmy; received only the like of "9\/11\/2026"$/,
  );
  assert.deepEqual(days(open, "dmy"), ["2026-11-09", "2026-12-09", "2026-12-09"]);
});

test("saved anew by a spreadsheet with semicolons and decimal commas it says the same", () => {
  const saved = MEETING_HISTORY.replaceAll(",", ";").replaceAll(/(\d)\.(\d+?)0*(?=[;\n])/g, "$1,$2");
  assert.match(saved, /0,125;0,875/);
  assert.deepEqual(readMarketFile(textFile(saved)).facts, readMarketFile(textFile(MEETING_HISTORY)).facts);
});

test("the file of one meeting is named by it", () => {
  const facts = [{ kind: "fedwatch", id: "2026-12-09 2026-09-15", day: "2026-09-15", fields: { meeting: "2026-12-09", "350-375": 0.6, "375-400": 0.4 } }];
  for (const name of ["FedMeeting_20261209.csv", "FedMeeting_20261209 (1).csv"]) assert.deepEqual(readMarketFile(textFile(ONE_MEETING, name)).facts, facts);
  assert.throws(() => readMarketFile(textFile(ONE_MEETING)), {
    message: "file.csv: expected the meeting in the file's name, as FedMeeting_20251210.csv; received another name",
  });
  assert.throws(
    () => readMarketFile(textFile(ONE_MEETING, "FedMeeting_20261309.csv")),
    /:1: the file's name: expected a day like 2025-12-11; received "20261309"$/,
  );
});

const FAULTS: [what: string, text: string, message: string][] = [
  ["whose shares do not sum to 1", MEETING_HISTORY.replace("0.875000", "0.874800"), "file.csv:4: 2026-12-09: expected shares that sum to 1; received 0.999800"],
  ["in percent", MEETING_HISTORY.replace("0.250000,0.750000", "25,75"), "file.csv:3: 2026-10-28 25-50: expected a share from 0 to 1; received 25"],
  ["with a negative share", MEETING_HISTORY.replace("0.100000", "-0.1"), "file.csv:4: 2026-10-28 0-25: expected a share from 0 to 1; received -0.1"],
  ["with a cell that is no share", MEETING_HISTORY.replace("0.100000", "?"), 'file.csv:4: 2026-10-28 0-25: expected a number or an empty cell; received "?"'],
  ["with a day twice", MEETING_HISTORY.replace("9/11/2026", "9/14/2026"), "file.csv:4: expected each once; received that of line 3 again"],
  ["cut within a row", MEETING_HISTORY.replace(",0.125000,0.875000\n", ""), "file.csv:4: expected 6 cells; received 4 (truncated?)"],
  ["cut within a share", MEETING_HISTORY.replace("75000\n", "").trimEnd(), "file.csv:4: 2026-12-09: expected shares that sum to 1; received 0.925000"],
  [
    "with a title that stands elsewhere",
    MEETING_HISTORY.replace(",,,History for 9", ",,History for 9"),
    'file.csv:1: expected the title of a meeting above cell 5, where ranges begin anew; received ""',
  ],
  [
    "with a title too many",
    MEETING_HISTORY.replace("meeting,,,", "meeting,History for 1 Nov 2026 Fed meeting,,"),
    'file.csv:1: expected titles only where ranges begin anew; received "History for 1 Nov 2026 Fed meeting" above cell 3',
  ],
  ["of a meeting on no day", MEETING_HISTORY.replace("28 Oct", "32 Oct"), 'file.csv:1: title: expected a day like 2025-12-11; received "32 Oct 2026"'],
  ["with a range that is none", MEETING_HISTORY.replace("(50-75)", "50-75"), 'file.csv:2: expected a range as (350-375) in cell 4; received "50-75"'],
  ["with a range upside down", MEETING_HISTORY.replace("(50-75)", "(75-50)"), 'file.csv:2: expected a range as (350-375) in cell 4; received "(75-50)"'],
  ["without ranges", MEETING_HISTORY.split("\n")[0]!, "file.csv:1: expected Date and ranges as (350-375) below the titles; received another line"],
  ["without rows", MEETING_HISTORY.split("\n").slice(0, 2).join("\n"), "file.csv: expected rows below the header; received none"],
  [
    "without a probability",
    `${MEETING_HISTORY.split("\n").slice(0, 2).join("\n")}\n9/14/2026,,,,,\n`,
    "file.csv: expected a probability in some row; received only rows without one",
  ],
];

for (const [what, text, message] of FAULTS) {
  test(`a history of meetings ${what} is refused`, () => {
    assert.throws(() => readMarketFile(textFile(text)), { name: "Problem", kind: "data", message });
  });
}

test("ranges of one meeting ascend", () => {
  const text = ONE_MEETING.replace("(375-400)", "(350-375)");
  assert.throws(() => readMarketFile(textFile(text, "FedMeeting_20261209.csv")), /:1: expected ranges that ascend; received \(350-375\) in cell 3$/);
});

const WIRE = new URL("../../../../shared/wire/cme/FedMeetingHistory_mini.csv", import.meta.url);
const skip = existsSync(WIRE) ? false : "the sample answers, which are no part of the project, are absent";

test("a sample of the download reads", { skip }, () => {
  const { facts, notes } = readMarketFile(readText(fileURLToPath(WIRE)));
  // Witness: two meetings on two days in the sample's titles and rows.
  assert.deepEqual(
    facts.map(({ id }) => id),
    ["2026-10-28 2026-09-17", "2026-12-09 2026-09-17", "2026-10-28 2026-09-18", "2026-12-09 2026-09-18"],
  );
  assert.deepEqual(notes, []);
});
