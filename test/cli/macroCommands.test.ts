import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openCase } from "../../src/sources/index.ts";
import { earningsPartOf, earningsPartSchema, liquidityPartOf, liquidityPartSchema, ratesOf, ratesSchema, study, toJson } from "../../src/study/index.ts";
import { LAST_DAY } from "../case.ts";
import { golden } from "../golden.ts";
import { cli, type Outcome } from "./cli.ts";

const printed = new Map<string, Promise<Outcome>>();

/** What a command prints at 100 columns; each is run once. */
function once(args: string): Promise<Outcome> {
  const known = printed.get(args) ?? cli(args);
  printed.set(args, known);
  return known;
}

/** Runs work with a group file of two members, which costs no resampling. */
async function withTwo(work: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-macro-"));
  try {
    const path = join(folder, "group.yaml");
    writeFileSync(path, "name: Large\nleader: SPY\nmembers: [SPY, DIA]\n");
    await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const GOLDEN: [name: string, args: string, head: string][] = [
  ["rates", "rates", "Small caps and bitcoin: rates, as of 2026-08-20\n"],
  ["rates-article", "rates --as-of 2025-12-11", "Small caps and bitcoin: rates, as of 2025-12-11\n"],
  ["liquidity", "liquidity", "Small caps and bitcoin: liquidity, as of 2026-08-20\n"],
  ["earnings", "earnings", "Small caps and bitcoin: earnings, as of 2026-08-20\n"],
];

for (const [name, args, head] of GOLDEN) {
  test(`lockstep ${args} prints its part, whole, and writes nothing`, async () => {
    const { code, out, err, files } = await once(args);
    assert.deepEqual([code, err, files], [0, "", {}]);
    assert.ok(out.startsWith(head), out.slice(0, 80));
    golden(`cli/${name}.txt`, out);
    assert.ok(!/undefined|NaN|\bnull\b|earlier in note/.test(out), /.*(?:undefined|NaN|\bnull\b|earlier in note).*/.exec(out)?.[0]);
    assert.deepEqual(
      out.split("\n").filter((line) => line.length > 100),
      [],
    );
  });
}

// By hand: see test/study/macro.test.ts.
test("the article's day on the screen says the figures worked out by hand", async () => {
  const { out } = await once("rates --as-of 2025-12-11");
  for (const said of ["3.50% to 3.75%", "3.89% on 2025-12-10", "56 basis points of cuts", "2026-12-09"])
    assert.ok(out.replaceAll(/\s+/g, " ").includes(said), said);
  await withTwo(async (path) => {
    const liquidity = await cli(`liquidity ${path} --as-of 2025-12-11`);
    assert.match(liquidity.out.replaceAll(/\s+/g, " "), /On 2025-12-03 .* came to \$5\.60 trillion/);
  });
});

for (const width of [40, 60, 120]) {
  test(`at ${width} columns no line of the macro commands is wider`, async () => {
    await withTwo(async (path) => {
      // The names of the eras are as long for two members as for all; the table of sizes is not.
      const rates = width === 60 ? ["rates --as-of 2025-12-11"] : [];
      for (const args of [...rates, `rates ${path} --as-of 2025-12-11`, `liquidity ${path}`, `earnings ${path}`]) {
        const { out } = await cli(args, { width });
        // A title stands on one line, whatever the width.
        const [, ...lines] = out.split("\n");
        assert.deepEqual(
          lines.filter((line) => line.length > width),
          [],
          args,
        );
      }
    });
  });
}

test("colour says nothing that words do not", async () => {
  const plain = await once("rates --as-of 2025-12-11");
  const { out } = await cli("rates --as-of 2025-12-11", { color: true });
  assert.match(out, /\u001b\[/);
  assert.equal(out.replaceAll(/\u001b\[\d+m/g, ""), plain.out);
});

test("--json prints that part of the study and nothing else, by its schema", async () => {
  await withTwo(async (path) => {
    const whole = study({ ...openCase(path), asOf: LAST_DAY });
    for (const [command, part, schema] of [
      ["rates", ratesOf(whole), ratesSchema],
      ["liquidity", liquidityPartOf(whole), liquidityPartSchema],
      ["earnings", earningsPartOf(whole), earningsPartSchema],
    ] as const) {
      const { code, out, err, files } = await cli(`${command} ${path} --json`);
      assert.deepEqual([code, err, files], [0, "", {}]);
      assert.equal(out, toJson(part), command);
      const read = JSON.parse(out);
      assert.deepEqual(schema.parse(read), read);
      assert.equal(read.schema, `lockstep.${command}/1`);
      assert.deepEqual(read.inputs.map(({ file }: { file: string }) => file).slice(-5), [
        "rates.csv",
        "fed-funds-futures-2025-12-11.csv",
        "liquidity.csv",
        "bill-purchases.csv",
        "eps-growth.csv",
      ]);
    }
  });
});

const WRONG: [args: string, code: number, message: string | RegExp][] = [
  ["--as-of 2025-02-30", 2, "lockstep: --as-of: expected a day like 2025-12-11; received 2025-02-30\n"],
  ["--as-of 2027-01-04", 2, "lockstep: --as-of: expected a day up to today, 2026-11-22; received 2027-01-04\n"],
  ["no-such-group", 2, /^lockstep: expected a group \(.*\) or a group file; received no-such-group\n$/],
  ["no/such.yaml", 2, "lockstep: no/such.yaml: expected a group file; received a path at which there is none\n"],
  ["--figures store", 3, /^lockstep: .*store/],
  ["--figures elsewhere", 2, /^lockstep: --figures: expected .*; received elsewhere/],
  ["--basis close", 2, /unknown option '--basis'/],
  ["one two", 2, /too many arguments/],
];

for (const command of ["rates", "liquidity", "earnings"]) {
  test(`lockstep ${command} ends with a code and one clear line when it is asked wrongly`, async () => {
    // The three share what they take: the whole list is asked of one.
    for (const [args, code, message] of command === "rates" ? WRONG : WRONG.filter(([args]) => /02-30|2027|no-such|store/.test(args))) {
      const outcome = await cli(`${command} ${args}`);
      assert.deepEqual([outcome.code, outcome.out, outcome.files], [code, "", {}], `${args}: ${outcome.err}`);
      if (typeof message === "string") assert.equal(outcome.err, message);
      else assert.match(outcome.err, message, args);
      assert.ok(outcome.err.trimEnd().split("\n").length <= 2, outcome.err);
    }
  });
}

test("on a day before all figures what is not known is said, and nothing fails", async () => {
  await withTwo(async (path) => {
    for (const command of ["rates", "liquidity", "earnings"]) {
      const { code, out, err } = await cli(`${command} ${path} --as-of 1980-01-02`);
      assert.ok(code === 3 ? /expected figures/.test(err) : code === 0 && /not known|no purchases/.test(out), `${command}: ${code} ${err}`);
    }
  });
});

test("--help has examples for each of them", async () => {
  for (const command of ["rates", "liquidity", "earnings"]) {
    const { code, out } = await cli(`${command} --help`);
    assert.equal(code, 0);
    assert.match(out, /^Usage: lockstep [\s\S]*\nExamples:\n {2}lockstep /);
  }
});

test("each state of policy has its sentences, without a gap", async () => {
  const faults = /.*(?:undefined|NaN|\bnull\b|: \.|\. [a-z]|\s\.(?:\s|$)).*/;
  await withTwo(async (path) => {
    for (const [day, commands] of [
      ["2014-03-03", ["earnings"]],
      ["2015-12-16", ["rates"]],
      ["2020-03-16", ["rates"]],
      ["2025-12-10", ["rates", "liquidity"]],
      ["2025-12-12", ["liquidity"]],
    ] as const) {
      for (const command of commands) {
        const { code, out, err } = await cli(`${command} ${path} --as-of ${day}`);
        assert.deepEqual([code, err], [0, ""], `${command} as of ${day}`);
        assert.equal(faults.exec(out)?.[0], undefined, `${command} as of ${day}`);
      }
    }
  });
});

test("lockstep rates --rule reads the futures by an older rule, and says by which", async () => {
  const asked = async (rule: string) => JSON.parse((await cli(`rates --as-of 2025-12-11 --rule ${rule} --json`)).out).path;
  const [tool, article] = [await asked("tool"), await asked("article")];
  assert.deepEqual(
    [tool.rule, article.rule],
    [
      { anchors: "both", daycount: "incl" },
      { anchors: "end", daycount: "incl" },
    ],
  );
  // By hand: November's 3.135 leaves October (31 * 3.165 - 3 * 3.135) / 28 before its meeting; the article solves September's start from its own month
  // with that on fourteen days, not from August's 3.25.
  const october = (31 * 3.165 - 3 * 3.135) / 28;
  const before = (path: { meetings: { day: string; rate: { value: number }; changeBp: { value: number } }[] }) => {
    const { rate, changeBp } = path.meetings.find(({ day }) => day === "2026-09-16")!;
    return rate.value - changeBp.value / 100;
  };
  assert.ok(Math.abs(before(tool) - 3.25) < 1e-6);
  assert.ok(Math.abs(before(article) - (30 * 3.215 - 14 * october) / 16) < 1e-6);
  const { code, err } = await cli("rates --rule artcle");
  assert.deepEqual([code, err], [2, "lockstep: --rule: expected tool, article, tool-2023, article-2015; received artcle (did you mean article?)\n"]);
});
