import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { noteFiles } from "../../src/press/index.ts";
import { readManifest } from "../../src/press/manifest.ts";
import { lagSchema, ledgerSchema, studySchema, togetherPartSchema } from "../../src/study/index.ts";
import { foundingStudy, LAST_DAY } from "../case.ts";
import { golden } from "../golden.ts";
import { cli, cliWith } from "./cli.ts";

/** The names of the files written, whatever charts are among them. */
const named = (files: Record<string, string>) => Object.keys(files).filter((name) => !/\/charts\/\w+\.svg$/.test(name));

/** Every file but the manifest is the one that the room `press` makes of the same study. */
async function assertNoteOf(day: string, files: Record<string, string>, folder: string): Promise<void> {
  const replay = day < LAST_DAY ? { replayedFrom: LAST_DAY } : {};
  const made = await noteFiles({ study: foundingStudy(day), formats: ["html", "md"], ...replay });
  const { [`${folder}/manifest.json`]: manifest, ...others } = files;
  assert.equal(readManifest(manifest ?? "", "manifest.json").asOf, day);
  assert.deepEqual(others, Object.fromEntries(Object.entries(made.files).map(([name, content]) => [`${folder}/${name}`, content])));
}

test("lockstep prints the state, says why and writes the note, its study, its charts and its manifest", async () => {
  const { code, out, err, files, outBeforeFiles } = await cli("");
  assert.deepEqual([code, err], [0, ""]);
  golden("cli/lockstep.txt", out);
  assert.deepEqual(
    named(files),
    ["study.json", "note.md", "appendix.md", "note.html", "appendix.html", "manifest.json"].map((name) => `lockstep-out/${name}`),
  );
  assert.equal(Object.keys(files).length - named(files).length, 12, "charts");
  assert.ok(outBeforeFiles.startsWith("Small caps and bitcoin, as of 2026-08-20"));
  await assertNoteOf("2026-08-20", files, "lockstep-out");
});

test("lockstep --as-of replays a day from what was known then", async () => {
  const { code, out, files } = await cli("--as-of 2025-12-11 --out here");
  assert.equal(code, 0);
  golden("cli/lockstep-2025-12-11.txt", out);
  await assertNoteOf("2025-12-11", files, "here");
  const later = out.split("\n").filter((line) => line.includes("2026-0"));
  assert.deepEqual(later, ["OFFLINE — embedded figures end 2026-08-20, 94 days before today (2026-11-22); replayed as of"]);
});

test("--json prints the study and nothing else, the same as the file", async () => {
  const { code, out, err, files } = await cli("--json");
  assert.deepEqual([code, err, Object.keys(files)], [0, "", []]);
  assert.equal(studySchema.parse(JSON.parse(out)).asOf, "2026-08-20");
  assert.equal(out, (await cli("")).files["lockstep-out/study.json"]);
  assert.equal((await cli("small-caps-and-bitcoin --json")).out, out);
});

for (const width of [40, 60, 80, 120]) {
  test(`at ${width} columns no line is wider`, async () => {
    const { out } = await cli("", { width });
    golden(`cli/lockstep-${width}.txt`, out);
    const tooWide = out.split("\n").filter((line) => line.length > width);
    assert.deepEqual(tooWide, []);
  });
}

test("colour says nothing that words do not", async () => {
  const { out } = await cli("", { color: true });
  assert.match(out, /\u001b\[/);
  assert.equal(out.replace(/\u001b\[\d+m/g, ""), (await cli("")).out);
});

test("lockstep records prints the ledger, as table, JSON and CSV", async () => {
  const table = await cli("records BTC --since 2025-07-01");
  assert.equal(table.code, 0);
  golden("cli/records-btc.txt", table.out);
  golden("cli/records-narrow.txt", (await cli("records bitcoin --since 2025-07-01", { width: 48 })).out);
  const json = await cli("records IWM --since 2025-09-01 --as-of 2025-12-11 --json");
  assert.deepEqual(
    ledgerSchema.parse(JSON.parse(json.out)).records.map(({ session }) => session),
    ["2025-09-18", "2025-10-03", "2025-10-06", "2025-10-14", "2025-10-15", "2025-12-04", "2025-12-10", "2025-12-11"],
  );
  golden("cli/records-iwm.csv", (await cli("records IWM --basis intraday --since 2024-11-01 --as-of 2025-12-11 --csv")).out);
  assert.equal((await cliWith(["records", "Russell 2000", "--csv", "--since", "2026-08-14"])).out.split("\n").length, 3);
});

test("lockstep group shows every definition with its meaning", async () => {
  const { code, out } = await cli("group");
  assert.equal(code, 0);
  golden("cli/group.txt", out);
  assert.equal(JSON.parse((await cli("group --json")).out).definitions.near, 0.1);
});

test("--help has examples and exit codes for every command, and --version the version", async () => {
  const help = await cli("--help");
  assert.equal(help.code, 0);
  golden("cli/help.txt", help.out);
  for (const command of ["records", "lag", "together", "group", "note", "verify", "notes"])
    assert.match((await cli(`${command} --help`)).out, /^Usage: lockstep [\s\S]*\nExamples:\n {2}lockstep /);
  assert.deepEqual([(await cli("--version")).out, (await cli("--version")).code], ["0.0.0-test\n", 0]);
});

test("--require-fresh ends with 3 before anything is printed, unless the day asked for is covered", async () => {
  const stale = await cli("--require-fresh");
  assert.deepEqual([stale.code, stale.out, stale.files], [3, "", {}]);
  assert.equal(
    stale.err,
    "lockstep: --require-fresh: expected figures of every member at most 4 days before 2026-11-22; received IWM to 2026-08-20, SPY to 2026-08-20, DIA to 2026-08-20, QQQ to 2026-08-20, GLD to 2026-08-20, SLV to 2026-08-20, BTC to 2026-08-20\n",
  );
  assert.equal((await cli("--require-fresh --as-of 2025-12-11")).code, 0);
  assert.equal((await cli("--require-fresh", { today: () => "2026-08-23" })).code, 0);
});

for (const command of ["lag", "together"]) {
  test(`lockstep ${command} prints its part of the study, whole, and writes nothing`, async () => {
    for (const asOf of ["2025-12-11", "2026-08-20"]) {
      const { code, out, files } = await cli(`${command} --as-of ${asOf}`);
      assert.deepEqual([code, files], [0, {}]);
      golden(`cli/${command}-${asOf}.txt`, out);
      assert.ok(!/undefined|NaN|null|earlier in note/.test(out));
    }
    const narrow = await cli(command, { width: 60 });
    golden(`cli/${command}-60.txt`, narrow.out);
    assert.deepEqual(
      narrow.out.split("\n").filter((line) => line.length > 60),
      [],
    );
  });

  test(`lockstep ${command} --json prints that part of the study and nothing else`, async () => {
    const { code, out, err } = await cli(`${command} --json`);
    assert.deepEqual([code, err], [0, ""]);
    const part = JSON.parse(out);
    const whole = JSON.parse((await cli("--json")).out);
    assert.equal(part.schema, `lockstep.${command}/1`);
    // What the macro picture comes from is no input of this part.
    const { inputs, ...rest } = part;
    assert.deepEqual(inputs, whole.inputs.slice(0, inputs.length));
    for (const [key, value] of Object.entries(rest)) if (key !== "schema") assert.deepEqual(value, whole[key], key);
    const schema = command === "lag" ? lagSchema : togetherPartSchema;
    assert.deepEqual(schema.parse(part), part);
  });
}

test("lockstep lag and together say so when there is no pair to speak of", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-pair-"));
  try {
    const path = join(folder, "group.yaml");
    writeFileSync(path, "name: Large\nleader: SPY\nmembers: [SPY, DIA]\n");
    for (const command of ["lag", "together"]) {
      const { code, out } = await cli(`${command} ${path}`);
      assert.equal(code, 0);
      assert.match(out, /No market is out of step, and the group asks about none|no laggard/);
      assert.ok(!/undefined|NaN|null/.test(out), out);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const WRONG: [args: string, code: number, message: string | RegExp][] = [
  ["--as-of 2027-01-04", 2, "lockstep: --as-of: expected a day up to today, 2026-11-22; received 2027-01-04\n"],
  ["--as-of 2025-02-30", 2, "lockstep: --as-of: expected a day like 2025-12-11; received 2025-02-30\n"],
  ["--as-of yesterday", 2, "lockstep: --as-of: expected a day like 2025-12-11; received yesterday\n"],
  ["--as-of 1980-01-02", 3, "lockstep: expected figures of Small caps and bitcoin for 1980-01-02; the history held begins on 1993-01-29\n"],
  ["--as-of 2026-11-01", 3, "lockstep: expected figures of Small caps and bitcoin for 2026-11-01; the figures held end on 2026-08-20\n"],
  [
    "small-cap-and-bitcoin",
    2,
    /^lockstep: expected a group \(small-caps-and-bitcoin, crypto-majors, metals-and-miners, sectors-and-market, us-indices\) or a group file; received small-cap-and-bitcoin \(did you mean small-caps-and-bitcoin\?\)\n$/,
  ],
  ["no/such/group.yaml", 2, "lockstep: no/such/group.yaml: expected a group file; received a path at which there is none\n"],
  ["records", 2, /missing required argument 'market'/],
  ["records IWN", 2, /received IWN \(did you mean IWM\?\)\n$/],
  ["records bitcon", 2, /received bitcon \(did you mean bitcoin\?\)\n$/],
  ["records xyzzy", 2, /received xyzzy\n$/],
  ["records SPY --basis intraday", 3, "lockstep: expected intraday figures of SPY; held are close\n"],
  ["records IWM --basis intra-day", 2, "lockstep: --basis: expected close, intraday, total-return; received intra-day (did you mean intraday?)\n"],
  ["records IWM --json --csv", 2, "lockstep: expected --json or --csv; received both\n"],
  ["records IWM --as-of 1999-01-04", 3, /begins on 2000-05-26\n$/],
  [
    "recrods IWM",
    2,
    "lockstep: expected one group or a command (records, lag, together, rates, liquidity, earnings, note, verify, notes, check, fetch, import, export, doctor, scan, worker, quarantine, group); received recrods IWM (did you mean records?)\n",
  ],
  ["--out= --json", 2, "lockstep: --out: expected the name of a folder; received nothing\n"],
  ["--jsno", 2, /unknown option '--jsno'/],
  ["lag no/such.yaml", 2, "lockstep: no/such.yaml: expected a group file; received a path at which there is none\n"],
  ["together --as-of 1980-01-02", 3, /the history held begins on 1993-01-29\n$/],
  ["lag --basis close", 2, /unknown option '--basis'/],
  ["group small-caps-and-bitcoin extra", 2, /too many arguments/],
];

for (const [args, code, message] of WRONG) {
  test(`lockstep ${args} ends with ${code} and one clear line`, async () => {
    const outcome = await cli(args);
    assert.deepEqual([outcome.code, outcome.out, outcome.files], [code, "", {}]);
    if (typeof message === "string") assert.equal(outcome.err, message);
    else assert.match(outcome.err, message);
    assert.ok(outcome.err.trimEnd().split("\n").length <= 2, outcome.err);
  });
}

test("each state of the market has its sentences", async () => {
  for (const day of ["2010-09-30", "2013-05-06", "2018-01-08", "2020-03-23", "2021-11-08", "2021-11-09"]) {
    const { code, out, files } = await cli(`--as-of ${day}`);
    assert.equal(code, 0, day);
    golden(`cli/states/${day}.txt`, out);
    const note = files["lockstep-out/note.md"] ?? "";
    assert.match(note, /Lines of the distance below the record/, `${day} has its chart`);
    for (const text of [out, note])
      assert.ok(
        !/undefined|NaN|null|\b(no|1|0) (cases|sessions)\b|\. [a-z]/.test(text),
        /.*(?:undefined|NaN|null|\b(?:no|1|0) (?:cases|sessions)\b|\. [a-z]).*/.exec(text)?.[0],
      );
  }
});

test("what comes from outside cannot steer the terminal", async () => {
  const { err } = await cliWith(["records", "\u001b[2J\u202eIWM"]);
  assert.ok(!err.includes("\u001b") && !err.includes("\u202e"), JSON.stringify(err));
});

test("a fault of the program is code 1 and says so", async () => {
  const outcome = await cli("group", {
    out: () => {
      throw new Error("boom");
    },
  });
  assert.equal(outcome.code, 1);
  assert.match(outcome.err, /^lockstep: internal error: Error: boom/);
});
