import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cli } from "../cli/cli.ts";

const GROUP = "name: Two\nleader: A\nlaggard: B\nmembers: [A, B]\n";
const MARKET = (id: string, more = "") =>
  `  ${id}:\n    name: market ${id}\n    description: ${id} of a test\n    kind: index\n    calendar: XNYS\n    close: { time: "16:00", zone: America/New_York }\n    currency: USD\n    figures: ${id}.csv\n${more}`;
const CATALOGUE = `markets:\n${MARKET("A")}${MARKET("B")}`;
const FIGURES = "date,close\n2025-01-02,100\n2025-01-03,101\n2025-01-06,102\n";
const FILES = { "group.yaml": GROUP, "markets.yaml": CATALOGUE, "A.csv": FIGURES, "B.csv": "date,close\n2025-01-02,100\n2025-01-03,79\n2025-01-06,78\n" };

/** A case of one's own in a folder, with some files changed or, when null, missing. */
async function withCase(
  changes: Record<string, string | Buffer | null>,
  args: string,
  check: (outcome: Awaited<ReturnType<typeof cli>>, folder: string) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-case-"));
  try {
    for (const [name, text] of Object.entries({ ...FILES, ...changes })) if (text !== null) writeFileSync(join(folder, name), text);
    check(await cli(args.replaceAll("HERE", folder)), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a case of one's own is studied like the embedded one", async () => {
  await withCase({}, "HERE --json", ({ code, out }) => {
    assert.equal(code, 0);
    const study = JSON.parse(out);
    assert.deepEqual([study.asOf, study.outOfStep.market, study.outOfStep.since], ["2025-01-06", "B", "2025-01-03"]);
    assert.equal(study.markets[0].record.unit, "index");
  });
  await withCase({}, "HERE/group.yaml", ({ code, out }) => {
    assert.equal(code, 0);
    assert.match(out, /^Two, as of 2025-01-06/);
  });
});

test("figures of a day that has not begun are refused", async () => {
  for (const args of ["HERE", "HERE --require-fresh", "records A --group HERE"]) {
    await withCase({ "A.csv": `${FIGURES}2027-02-01,500\n` }, args, ({ code, out, err }) => {
      assert.deepEqual([code, out], [3, ""]);
      assert.equal(err, "lockstep: expected figures up to today, 2026-11-22; received figures of 2027-02-01\n");
    });
  }
});

test("--require-fresh wants every member fresh, not the newest of them", async () => {
  const old = "date,close\n2025-01-02,100\n";
  await withCase(
    { "B.csv": `${old}2025-01-03,99\n`, "A.csv": `${FIGURES}2025-01-08,103\n` },
    "HERE --require-fresh --as-of 2025-01-08",
    ({ code, out, err }) => {
      assert.deepEqual([code, out], [3, ""]);
      assert.match(err, /expected figures of every member at most 4 days before 2025-01-08; received the close figures held of B end on 2025-01-03\n$/);
    },
  );
  await withCase({}, "HERE --require-fresh --as-of 2025-01-10", ({ code }) => assert.equal(code, 0));
  await withCase({}, "HERE --require-fresh --as-of 2025-01-11", ({ code }) => assert.equal(code, 3));
});

test("names in a catalogue and a group cannot steer the terminal", async () => {
  const steering = {
    "markets.yaml": CATALOGUE.replace("name: market A", 'name: "\\e[2Jmarket A"'),
    "group.yaml": GROUP.replace("name: Two", 'name: "Two\\u202e"'),
  };
  for (const args of ["HERE", "group HERE", "records A --group HERE"]) {
    await withCase(steering, args, ({ code, out }) => {
      assert.equal(code, 0);
      assert.ok(out.includes("market A") && !/[\u001b\u202e]/.test(out), JSON.stringify(out.slice(0, 200)));
    });
  }
});

test("a single session is no history: its market is unknown, not at its record", async () => {
  await withCase({ "B.csv": "date,close\n2025-01-06,78\n" }, "HERE --json", ({ code, out }) => {
    assert.equal(code, 0);
    const [, b] = JSON.parse(out).markets;
    assert.deepEqual([b.state, b.reason], ["unknown", "the close history held of B is a single session, 2025-01-06"]);
  });
});

test("a group without a laggard says that its market was chosen afterwards, and with none apart leaves the cases out", async () => {
  const group = { "group.yaml": "name: Two\nleader: A\nmembers: [A, B]\n" };
  await withCase(group, "HERE", ({ code, files }) => {
    assert.equal(code, 0);
    assert.match(files["lockstep-out/note.md"] ?? "", /Whether the cases of B say anything of it: it was chosen afterwards/);
  });
  await withCase({ ...group, "B.csv": FIGURES }, "HERE", ({ code, out, files }) => {
    assert.equal(code, 0);
    assert.match(out, /No market is out of step, and the group asks about none/);
    assert.ok(!out.includes("Unknown") && !out.includes("How earlier cases ended"));
    assert.match(files["lockstep-out/note.md"] ?? "", /^# A is at its record; no member is apart from its record$/m);
  });
});

test("a byte order mark and CRLF line ends are read", async () => {
  await withCase({ "A.csv": `\uFEFF${FIGURES.replaceAll("\n", "\r\n")}` }, "HERE --json", ({ code }) => assert.equal(code, 0));
});

const FIGURE_FAULTS: [what: string, text: string | Buffer | null, message: RegExp][] = [
  ["empty", "", /A\.csv: expected a header and rows; received an empty file$/],
  ["a header only", "date,close\n", /A\.csv: expected rows below the header; received none$/],
  ["HTML", "<!doctype html>\n<html></html>\n", /A\.csv:1: expected the column date; received "<!doctype html>"$/],
  ["unsorted", "date,close\n2025-01-03,1\n2025-01-02,1\n", /A\.csv:3: date: days must ascend; received 2025-01-02 after 2025-01-03$/],
  ["duplicated", "date,close\n2025-01-02,1\n2025-01-02,1\n", /A\.csv:3: date: days must ascend; received 2025-01-02 after 2025-01-02$/],
  ["negative", "date,close\n2025-01-02,-5\n", /A\.csv:2: close: expected a positive number or an empty cell; received "-5"$/],
  ["zero", "date,close\n2025-01-02,0\n", /received "0"$/],
  ["NaN", "date,close\n2025-01-02,NaN\n", /received "NaN"$/],
  ["infinite", "date,close\n2025-01-02,1e999\n", /received "1e999"$/],
  ["with thousands separators", 'date,close\n2025-01-02,"1,234.5"\n', /received "1,234.5"$/],
  ["hexadecimal", "date,close\n2025-01-02,0x10\n", /received "0x10"$/],
  [
    "cut off within a line",
    "date,close\n2025-01-02,100\n2025-01-0",
    /A\.csv: expected a line break at the end; received a last line without one \(truncated\?\)$/,
  ],
  ["short of a cell", "date,close\n2025-01-02\n", /A\.csv:2: expected 2 cells; received 1 \(truncated\?\)$/],
  ["with dates in another format", "date,close\n02.01.2025,5\n", /A\.csv:2: date: expected a day like 2025-12-11; received "02.01.2025"$/],
  [
    "with an unknown column",
    "date,clse\n2025-01-02,5\n",
    /A\.csv:1: expected the column close, high, low, total_return; received "clse" \(did you mean close\?\)$/,
  ],
  ["with a column twice", "date,close,close\n2025-01-02,5,5\n", /A\.csv:1: expected each column once; received date,close,close$/],
  ["of a weekend", "date,close\n2025-01-03,5\n2025-01-04,5\n", /A\.csv:3: date: expected a weekday, since the market's calendar is XNYS; received 2025-01-04$/],
  ["with a column named as a method", "date,toString\n2025-01-03,5\n", /A\.csv:1: expected the column close, high, low, total_return; received "toString"$/],
  ["dates alone", "date\n2025-01-02\n", /A\.csv:1: expected a column of figures beside date; received none$/],
  ["not text", Buffer.from([0xff, 0xfe, 0x00, 0x80]), /A\.csv: expected UTF-8 text; received other bytes$/],
  ["missing", null, /A\.csv: cannot be read \(ENOENT\)$/],
];

for (const [what, text, message] of FIGURE_FAULTS) {
  test(`figures that are ${what} end with 3 and one line`, async () => {
    await withCase({ "A.csv": text }, "HERE", ({ code, out, err, files }) => {
      assert.deepEqual([code, out, files], [3, "", {}]);
      assert.match(err.trimEnd(), message);
      assert.equal(err.trimEnd().split("\n").length, 1);
    });
  });
}

test("figures that hold no value leave a market unknown, never at its record", async () => {
  await withCase({ "B.csv": "date,close\n2025-01-02,\n2025-01-03,\n" }, "HERE --json", ({ code, out }) => {
    assert.equal(code, 0);
    const [, b] = JSON.parse(out).markets;
    assert.deepEqual([b.state, b.distance.value, b.reason], ["unknown", null, "no close figures held of B"]);
  });
  await withCase({ "A.csv": "date,close\n2025-01-02,\n", "B.csv": "date,close\n2025-01-02,\n" }, "HERE", ({ code, err }) => {
    assert.equal(code, 3);
    assert.match(err, /expected close figures of some member of Two; none are held/);
  });
});

const GROUP_FAULTS: [what: string, files: Record<string, string>, message: RegExp][] = [
  ["malformed", { "group.yaml": "name: [Two\nleader: A\n" }, /group\.yaml:\d+: expected YAML; received a fault in column \d+: /],
  ["without a leader", { "group.yaml": "name: Two\nmembers: [A, B]\n" }, /group\.yaml:1: leader: expected string; received nothing$/],
  [
    "with a misspelt key",
    { "group.yaml": `${GROUP}definitions:\n  neer: 0.1\n` },
    /group\.yaml:6: definitions: expected only known keys; received neer \(did you mean near\?\)$/,
  ],
  ["with a percent sign", { "group.yaml": `${GROUP}definitions:\n  near: 10%\n` }, /group\.yaml:6: definitions\.near: expected number; received "10%"$/],
  [
    "with a percentage for a decimal",
    { "group.yaml": `${GROUP}definitions:\n  near: 10\n` },
    /group\.yaml:6: definitions\.near: expected a decimal between 0 and 1, as 0\.2; received 10$/,
  ],
  [
    "with an unknown basis",
    { "group.yaml": `${GROUP}definitions:\n  basis: closing\n` },
    /group\.yaml:6: definitions\.basis: expected .*"close"\|"intraday"\|"total-return".*; received "closing"$/,
  ],
  [
    "with a leader that is no member",
    { "group.yaml": "name: Two\nleader: C\nmembers: [A, B]\n" },
    /group\.yaml:2: leader: expected one of the members; received "C"$/,
  ],
  [
    "with a member twice",
    { "group.yaml": "name: Two\nleader: A\nmembers: [A, B, A]\n" },
    /group\.yaml:3: members: expected each market once; received \["A","B","A"\]$/,
  ],
  [
    "with an unknown member",
    { "group.yaml": "name: Two\nleader: A\nmembers: [A, BB]\n" },
    /group\.yaml: members: expected markets of markets\.yaml \(A, B, IWM, .*, …\); received BB \(did you mean B\?\)$/,
  ],
  [
    "with a question on no day",
    { "group.yaml": `${GROUP}question:\n  day: 2025-02-30\n  text: x\n` },
    /group\.yaml:6: question\.day: expected a day like 2025-12-11; received "2025-02-30"$/,
  ],
  ["a list", { "group.yaml": "- A\n- B\n" }, /group\.yaml:1: expected object; received \["A","B"\]$/],
  ["empty", { "group.yaml": "" }, /group\.yaml:1: expected object; received null$/],
  [
    "with a bomb of aliases",
    { "group.yaml": `${["a: &a [x]", ..."bcdefghi".split("").map((k, i) => `${k}: &${k} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)].join("\n")}\n` },
    /group\.yaml: expected plain YAML; received Excessive alias count/,
  ],
  [
    "beside a catalogue with a variant of nothing",
    { "markets.yaml": `markets:\n${MARKET("A", "    variantOf: Z\n")}${MARKET("B")}` },
    /markets\.yaml:10: markets\.A\.variantOf: expected another market of this file; received "Z"$/,
  ],
  [
    "with an unknown time zone in the catalogue",
    { "markets.yaml": CATALOGUE.replace("America/New_York", "America/New_Yrok") },
    /markets\.yaml:7: markets\.A\.close\.zone: expected a time zone as America\/New_York; received "America\/New_Yrok"$/,
  ],
];

for (const [what, files, message] of GROUP_FAULTS) {
  test(`a group file ${what} ends with 2 and one line that names the place`, async () => {
    for (const args of ["HERE", "group HERE"]) {
      await withCase(files, args, ({ code, out, err }) => {
        assert.deepEqual([code, out], [2, ""], err);
        assert.match(err.trimEnd(), message);
        assert.equal(err.trimEnd().split("\n").length, 1);
      });
    }
  });
}

test("quoted levels that disagree with the figures are refused", async () => {
  const levels = (rows: string) => ({ "markets.yaml": `levels: levels.csv\n${CATALOGUE}`, "levels.csv": `market,date,field,usd\n${rows}` });
  await withCase(levels("A,2025-01-02,close,50.00\nA,2025-01-06,close,51.00\n"), "HERE --json", ({ code, out }) => {
    assert.equal(code, 0);
    const [a] = JSON.parse(out).markets;
    assert.deepEqual([a.last.unit, a.last.value], ["USD", 51]);
  });
  await withCase(levels("A,2025-01-02,close,50.00\nA,2025-01-06,close,61.00\n"), "HERE", ({ code, err }) => {
    assert.equal(code, 3);
    assert.match(err, /levels\.csv:\d: usd: expected \d+\.\d+ from the figures and the other levels; received /);
  });
  await withCase(levels("A,2025-01-02,close,50.00\nA,2025-01-03,close,50.50\nA,2025-01-06,close,999.99\n"), "HERE", ({ err }) => {
    assert.match(err, /levels\.csv:4: usd: expected 51\.0000 from the figures and the other levels; received 999\.99\n$/, "the wrong level is named");
  });
  const sixDigits = { ...levels("A,2025-01-02,close,50.00\nA,2025-01-06,close,51.03\n"), "markets.yaml": `levels: levels.csv\ndigits: 6\n${CATALOGUE}` };
  await withCase(sixDigits, "HERE", ({ code }) => assert.equal(code, 3, "three cents are more than rounding explains"));
  await withCase(levels("A,2025-01-04,close,50.00\n"), "HERE", ({ code, err }) => {
    assert.equal(code, 3);
    assert.match(err, /levels\.csv:2: expected a session that the figures of A hold; received one that they lack/);
  });
});

test("without a markets.yaml of its own a group file takes the founding case's markets", async () => {
  await withCase({ "markets.yaml": null, "group.yaml": "name: Metals\nleader: GLD\nmembers: [GLD, SLV]\n" }, "HERE/group.yaml --json", ({ code, out }) => {
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).markets.map(({ id }: { id: string }) => id),
      ["GLD", "SLV"],
    );
  });
});
