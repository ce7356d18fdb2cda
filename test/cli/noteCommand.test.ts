// `lockstep note`: which files it writes, what its manifest says, and that all of it comes out the same anywhere.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { formatsAsked } from "../../src/cli/madeNote.ts";
import { slug } from "../../src/cli/slug.ts";
import { FORMATS, type Manifest, readManifest } from "../../src/press/manifest.ts";
import { cli } from "./cli.ts";
import { inFolder, writeGroup } from "./ownGroup.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const SCHEMA = new URL("../../schema/note.schema.json", import.meta.url);
const manifestOf = (folder: string): Manifest => readManifest(readFileSync(join(folder, "manifest.json"), "utf8"), folder);

/** All files below a folder, by their way from there. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

const CHARTS = ["netLiquidity", "rebased", "recordRaster", "rollingLockstep", "sensitivityIntervals", "underwater"];
const ALWAYS = ["manifest.json", "study.json", ...CHARTS.map((id) => `charts/${id}.svg`)];
const OF: Readonly<Record<string, readonly string[]>> = {
  html: ["note.html", "appendix.html"],
  md: ["note.md", "appendix.md"],
  pdf: ["note.pdf"],
  png: ["card.png", ...CHARTS.map((id) => `charts/${id}.png`)],
};

test("each format has its files; charts as SVG, study and manifest are written whatever is asked", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    for (const asked of ["html", "md", "pdf", "png", "md,html"]) {
      const out = join(folder, asked);
      const { code, err, out: said } = await run(`note HERE/group.yaml --out ${out} --format ${asked}`);
      assert.deepEqual([code, err], [0, ""], asked);
      const expected = [...ALWAYS, ...asked.split(",").flatMap((format) => OF[format] ?? [])].sort();
      assert.deepEqual(filesBelow(out), expected, asked);
      const { files, asked: again } = manifestOf(out);
      assert.deepEqual([...files.map(({ file }) => file), "manifest.json"].sort(), expected, asked);
      assert.deepEqual(
        again.formats,
        FORMATS.filter((one) => asked.split(",").includes(one)),
      );
      for (const name of expected.filter((one) => !one.startsWith("charts/"))) assert.ok(said.includes(name), `${asked}: ${name} in ${said}`);
    }
  });
});

test("the manifest is valid by its own schema, its hashes and sizes are those of the files, and it names no place of the machine", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "groups"));
    const { code, out } = await run("note HERE/groups/group.yaml --out HERE/notes/one --json");
    assert.equal(code, 0);
    const text = readFileSync(join(folder, "notes/one/manifest.json"), "utf8");
    assert.equal(out, text);
    // Witness: a validator of JSON Schema that knows nothing of the code.
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
    assert.ok(valid(JSON.parse(text)), JSON.stringify(valid.errors?.slice(0, 2)));
    assert.ok(!valid({ ...JSON.parse(text), more: 1 }));
    const manifest = manifestOf(join(folder, "notes/one"));
    assert.equal(manifest.files.length, filesBelow(join(folder, "notes/one")).length - 1);
    for (const { file, sha256, bytes } of manifest.files) {
      const content = readFileSync(join(folder, "notes/one", file));
      assert.deepEqual([sha256, bytes], [createHash("sha256").update(content).digest("hex"), content.length], file);
    }
    // By hand: the lines of `sha256sum`, hashed.
    const lines = manifest.inputs.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join("");
    assert.equal(manifest.inputsHash, createHash("sha256").update(lines).digest("hex"));
    assert.ok(manifest.inputs.some(({ file }) => file === "BBB.csv"));
    assert.deepEqual(
      [manifest.asked, manifest.group, manifest.asOf, manifest.replayed, manifest.lockstep],
      [
        {
          group: "../../groups/group.yaml",
          asOf: "2020-06-30",
          figures: "case",
          knownAt: null,
          readAt: null,
          locale: "en-GB",
          formats: ["html", "md", "pdf", "png"],
          page: null,
          article: null,
        },
        "Mine",
        "2020-06-30",
        false,
        "0.0.0-test",
      ],
    );
    for (const name of filesBelow(join(folder, "notes/one"))) assert.ok(!readFileSync(join(folder, "notes/one", name)).includes(folder), name);
  });
});

test("a group file is named by its way from the note, so that both can be moved; a group that ships by its name", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "here/mine"));
    assert.equal((await run("note HERE/here/mine/group.yaml --out HERE/here/notes/one --format md")).code, 0);
    mkdirSync(join(folder, "far/away"), { recursive: true });
    renameSync(join(folder, "here"), join(folder, "far/away/there"));
    const moved = await run("verify HERE/far/away/there/notes/one");
    assert.deepEqual([moved.code, moved.err], [0, ""], moved.out);
    // The folder of a group file stands for it.
    assert.equal((await run("note HERE/far/away/there/mine --out HERE/far/two --format md")).code, 0);
    assert.equal(manifestOf(join(folder, "far/two")).asked.group, "../away/there/mine");
    assert.equal((await run("verify HERE/far/two")).code, 0);
    // Beside the group file itself the way has no folder in it, and is no name of a group all the same.
    assert.equal((await run("note HERE/far/away/there/mine/group.yaml --out HERE/far/away/there/mine --format md")).code, 0);
    assert.equal(manifestOf(join(folder, "far/away/there/mine")).asked.group, "./group.yaml");
    assert.equal((await run("verify HERE/far/away/there/mine")).code, 0);
  });
  const shipped = await cli("note small-caps-and-bitcoin --as-of 2013-05-06 --format md --out x");
  assert.equal(JSON.parse(shipped.files["x/manifest.json"] ?? "").asked.group, "small-caps-and-bitcoin");
});

test("what a note of an earlier day put down stands in a later one beside it, of the same group only, never the other way round", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "mine"));
    writeGroup(join(folder, "other"), { name: "Other" });
    const note = (group: string, day: string, out: string) => run(`note HERE/${group}/group.yaml --as-of ${day} --out HERE/notes/${out} --format md`);
    const earlierOf = (name: string) => manifestOf(join(folder, "notes", name)).earlier.map(({ asOf }) => asOf);
    await note("mine", "2020-05-29", "late");
    assert.deepEqual(earlierOf("late"), []);
    await note("mine", "2020-01-31", "early");
    await note("other", "2019-12-31", "foreign");
    assert.deepEqual(earlierOf("early"), [], "of a later day, and of another group");
    await note("mine", "2020-05-29", "late");
    assert.deepEqual(earlierOf("late"), ["2020-01-31"], "rewritten: its own former self is none");
    await note("mine", "2020-05-29", "again");
    assert.deepEqual(earlierOf("again"), ["2020-01-31"], "of the same day");
    const early = readFileSync(join(folder, "notes/early/manifest.json"), "utf8");
    const from = { folder: "early", sha256: createHash("sha256").update(early).digest("hex") };
    assert.deepEqual(manifestOf(join(folder, "notes/late")).earlier, [{ ...manifestOf(join(folder, "notes/early")).says, from }]);
    const text = readFileSync(join(folder, "notes/late/note.md"), "utf8");
    assert.match(text, /31 January 2020/);
    assert.ok(!readFileSync(join(folder, "notes/early/note.md"), "utf8").includes("29 May 2020"));
    // Whoever changes what an earlier note put on record changes what this one says of it: that does not hold.
    const verify = () => run("verify HERE/notes/late");
    assert.equal((await verify()).code, 0);
    writeFileSync(join(folder, "notes/early/manifest.json"), early.replace('"value": ', '"value": 1'));
    const rewritten = await verify();
    assert.equal(rewritten.code, 4);
    assert.match(rewritten.err, /received earlier note early \(changed\)\n$/);
    // One that cannot be read is passed over aloud.
    writeFileSync(join(folder, "notes/early/manifest.json"), "gone");
    const unread = await note("mine", "2020-05-28", "between");
    assert.equal(unread.code, 0);
    assert.match(unread.err, /not read, so that the note says nothing of it: .*early.manifest\.json: expected JSON/);
    // What is said of it can be made again from the manifest alone.
    renameSync(join(folder, "notes/early"), join(folder, "elsewhere"));
    assert.equal((await run("verify HERE/notes/late")).code, 0);
    const replaced = await note("other", "2020-05-29", "late");
    assert.deepEqual([replaced.code, replaced.out], [2, ""]);
    assert.match(replaced.err, /notes\/late: expected a folder of its own; received that of the note on Mine\n$/);
  });
});

const WRONG: [args: string, code: number, message: RegExp][] = [
  ["--format docx", 2, /^lockstep: --format: expected some of html,md,pdf,png; received docx\n$/],
  ["--format html,,md", 2, /^lockstep: --format: expected some of html,md,pdf,png; received nothing\n$/],
  ["--format= ", 2, /^lockstep: --format: expected some of html,md,pdf,png; received nothing\n$/],
  ["--out=", 2, /^lockstep: --out: expected the name of a folder; received nothing\n$/],
  ["--locale xx-invalid-!!", 2, /^lockstep: --locale: expected a locale as de-DE; received xx-invalid-!!\n$/],
  ["--as-of 2027-01-04", 2, /^lockstep: --as-of: expected a day up to today, 2026-11-22; received 2027-01-04\n$/],
  ["--as-of 1999-01-04", 3, /the history held begins on 2019-01-02\n$/],
  ["--figures store", 3, /expected a store; there is none yet/],
  ["--out HERE/AAA.csv", 2, /AAA\.csv: expected a folder to write into; received a file\n$/],
  ["--out HERE/blocked", 2, /blocked\/charts\/underwater\.svg: expected a file to replace; received something else\n$/],
];

test("what cannot be done ends with its code and one clear line, and nothing is written", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    mkdirSync(join(folder, "blocked/charts/underwater.svg"), { recursive: true });
    const before = filesBelow(folder);
    for (const [args, code, message] of WRONG) {
      const outcome = await run(`note HERE/group.yaml ${args}`.trimEnd());
      assert.deepEqual([outcome.code, outcome.out], [code, ""], args);
      assert.match(outcome.err, message);
      assert.equal(outcome.err.split("\n").length, 2, outcome.err);
    }
    for (const group of ["nope", "HERE/no.yaml"]) assert.equal((await run(`note ${group}`)).code, 2);
    assert.deepEqual(filesBelow(folder), before);
  });
});

test("two processes in other zones, tongues and homes write the same bytes of every kind, into a folder of day and group", async () => {
  await inFolder(async ({ folder }) => {
    const group = writeGroup(join(folder, "mine"));
    const runs = [
      { place: "a", env: { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", HOME: "/" } },
      { place: "b", env: { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C", HOME: folder } },
    ];
    await Promise.all(
      runs.map(async ({ place, env }) => {
        mkdirSync(join(folder, place));
        const options = { cwd: join(folder, place), env: { ...process.env, ...env, LOCKSTEP_HOME: join(folder, "none") }, stdio: "ignore" } as const;
        const [code] = await once(spawn(process.execPath, [MAIN, "note", group], options), "exit");
        assert.equal(code, 0);
      }),
    );
    const names = filesBelow(join(folder, "a"));
    assert.deepEqual(filesBelow(join(folder, "b")), names);
    assert.deepEqual([...new Set(names.map((name) => name.split("/").slice(0, 2).join("/")))], ["lockstep-notes/2020-06-30-mine"]);
    for (const kind of ["html", "md", "svg", "png", "pdf", "json"])
      assert.ok(
        names.some((name) => name.endsWith(`.${kind}`)),
        kind,
      );
    for (const name of names) assert.ok(readFileSync(join(folder, "a", name)).equals(readFileSync(join(folder, "b", name))), name);
    assert.ok(!existsSync(join(folder, "none")));
  });
});

test("a folder is named after day and group in plain letters, and one in other letters has a name of its own", () => {
  const day = "2025-12-11";
  const names: [group: string, name: string][] = [
    ["Small caps and bitcoin", "2025-12-11-small-caps-and-bitcoin"],
    ["  São Paulo & Zürich!  ", "2025-12-11-sao-paulo-zurich"],
    ["../../etc/passwd", "2025-12-11-etc-passwd"],
    [`${"a".repeat(59)} b`, `2025-12-11-${"a".repeat(59)}`],
    // Witness: printf 日経 | sha256sum
    ["日経", "2025-12-11-fe942505"],
  ];
  for (const [group, name] of names) assert.equal(slug(day, group), name);
  assert.notEqual(slug(day, "日経"), slug(day, "東京"));
});

test("formats are told in any order and come in one", () => {
  assert.deepEqual(formatsAsked("png, html,png", FORMATS), ["html", "png"]);
  assert.throws(() => formatsAsked("", FORMATS), /--format: expected some of html,md,pdf,png; received nothing/);
  assert.throws(() => formatsAsked("HTML", FORMATS), /received HTML/);
});
