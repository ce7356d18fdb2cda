// `lockstep verify`: a note that is made again holds to the byte, and what moved is named.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Effects } from "../../src/cli/effects.ts";
import type { Manifest } from "../../src/press/index.ts";
import type { Verification } from "../../src/press/verification.ts";
import { TODAY } from "./cli.ts";
import { figures, inFolder, SESSIONS, writeGroup } from "./ownGroup.ts";

const flat = (text: string) => text.replace(/\s+/g, " ");
const manifestAt = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const rewrite = (path: string, change: (text: string) => string) => writeFileSync(path, change(readFileSync(path, "utf8")));

/** The world's clock at a time of today: what comes into a store comes at some instant. */
const at = (time: string): Pick<Effects, "net"> => ({
  net: {
    fetch: () => Promise.reject(new TypeError("no net")),
    now: () => Date.parse(`${TODAY}T${time}Z`),
    sleep: () => Promise.resolve(),
    key: () => undefined,
  },
});

test("a note on a group of one's own holds right after writing, in every format and in another locale, and from anywhere", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "mine"));
    await run("note HERE/mine/group.yaml --out HERE/note --locale de-DE");
    const { code, out, err } = await run("verify HERE/note", { width: 72 });
    assert.deepEqual([code, err], [0, ""]);
    assert.match(flat(out), /^AAA stands .* below its own, as of 2020-06-30; inputs [0-9a-f]{16} /);
    for (const { file } of manifestAt(join(folder, "note")).files) assert.ok(flat(out).includes(`${file} as written; made again the same`), file);
    assert.match(flat(out), /It holds: 20 files of .* are what the manifest says, and come out the same\. $/);
    assert.ok(!/Made with|Inputs that|Measures|No part/.test(out));
  });
});

test("one changed byte, a missing file, a claim that was added: code 4, the files named, and nothing else moved", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "mine"));
    await run("note HERE/mine/group.yaml --out HERE/note --format html,md");
    rewrite(join(folder, "note/note.html"), (text) => text.replace("Lockstep", "Locksteq"));
    rmSync(join(folder, "note/charts/underwater.svg"));
    rewrite(join(folder, "note/manifest.json"), (text) => text.replace('"title": "AAA stands', '"title": "AAA falls'));
    writeFileSync(join(folder, "note/note.pdf"), "of another day");
    const { code, out, err } = await run("verify HERE/note");
    assert.equal(code, 4);
    assert.equal(
      err,
      `lockstep: ${join(folder, "note")}: expected what the manifest says; received note.html (changed), charts/underwater.svg (missing), manifest.json (other bytes)\n`,
    );
    assert.match(out, /\n! note\.html +changed; made again the same\n/);
    assert.match(out, /\n! charts\/underwater\.svg +missing; made again the same\n/);
    assert.match(out, /\n! manifest\.json +as written; made again other bytes\n/);
    assert.match(out, /\n {2}note\.md +as written; made again the same\n/);
    assert.match(out, /\nNo part of the note, as the manifest does not name them: note\.pdf\.\n/);
    assert.ok(!/Inputs that|Measures|It holds/.test(out));
    assert.match(out, /\nIt does not hold\.\n$/);
    const json = await run("verify HERE/note --json");
    assert.deepEqual([json.code, json.err], [4, err]);
    const found: Verification = JSON.parse(json.out);
    assert.deepEqual([found.holds, found.beside, found.inputs, found.measures, found.versions], [false, ["note.pdf"], [], [], []]);
    assert.deepEqual(found.files[0], { file: "study.json", onDisk: "as written", again: "the same" });
    assert.equal(found.files.length, 12);
  });
});

test("a changed figure names its file and the measures that moved", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    await run("note HERE/group.yaml --out HERE/note --format md");
    const { says } = manifestAt(join(folder, "note"));
    // The last close of BBB is doubled: a record, where it was below one.
    rewrite(join(folder, "BBB.csv"), (text) => text.replace(/,([\d.]+)\n$/, (_, close: string) => `,${2 * Number(close)}\n`));
    const { code, out } = await run("verify HERE/note");
    assert.equal(code, 4);
    assert.match(out, /\nInputs that are others now: BBB\.csv\.\n/);
    const before = says.markets[1]!.distance.value;
    assert.ok(before !== null && before < -0.05);
    assert.ok(out.includes(`\n  markets.1.distance  ${before} -> 0\n`), out);
    assert.match(out, /\nMeasures that moved: \d+\n(?: {2}\S+ {2}.* -> .*\n){12} {2}and \d+ more\n/);
    assert.match(out, /! note\.md +as written; made again other bytes/);
    // A figure after the day is none of the note's, but the file is another.
    writeGroup(folder);
    await run("note HERE/group.yaml --out HERE/note --format md --as-of 2020-05-29");
    rewrite(join(folder, "BBB.csv"), (text) => text.replace(/,[\d.]+\n$/, ",90\n"));
    const later = await run("verify HERE/note");
    assert.equal(later.code, 4);
    assert.match(later.out, /Inputs that are others now: BBB\.csv\./);
    assert.ok(!later.out.includes("Measures"));
  });
});

test("a changed definition and a group that cannot be read again are named", async () => {
  await inFolder(async ({ folder, run }) => {
    const group = writeGroup(folder);
    await run("note HERE/group.yaml --out HERE/note --format md");
    rewrite(group, (text) => `${text}definitions:\n  near: 0.05\n`);
    const { code, out } = await run("verify HERE/note");
    assert.equal(code, 4);
    assert.match(out, /Inputs that are others now: group\.yaml\./);
    assert.match(out, /\n {2}definitions\.near {2}0\.1 -> 0\.05\n/);
    assert.match(out, /! manifest\.json +as written; made again other bytes/);
    for (const break_ of [() => renameSync(group, `${group}.old`), () => writeFileSync(group, "name: [")]) {
      break_();
      const gone = await run("verify HERE/note");
      assert.deepEqual([gone.code, gone.out], [4, ""]);
      assert.match(gone.err, /^lockstep: .*note: cannot be made again: .*group\.yaml.*: expected .*\n$/);
    }
  });
});

test("pictures of another renderer's version are not compared, and the version is said; the rest still is", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    await run("note HERE/group.yaml --out HERE/note --format md,png");
    const manifest = manifestAt(join(folder, "note"));
    const { "@resvg/resvg-js": now } = manifest.renderers;
    // As another version would have drawn it: other bytes, told truly.
    const card = manifest.files.find(({ file }) => file === "card.png")!;
    writeFileSync(join(folder, "note/card.png"), "another picture");
    // Witness: printf 'another picture' | sha256sum
    Object.assign(card, { sha256: "b2917681b4f4fee3ef345ae33557fbe7ddbee9e0851efbff9cad5708ef1ad247", bytes: 15 });
    writeFileSync(join(folder, "note/manifest.json"), JSON.stringify({ ...manifest, renderers: { ...manifest.renderers, "@resvg/resvg-js": "1.0.0" } }));
    const { code, out, err } = await run("verify HERE/note");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /\n! card\.png +as written; made again not compared\n/);
    assert.ok(out.includes(`\nMade with @resvg/resvg-js 1.0.0, here ${now}.\n`));
    rewrite(join(folder, "note/note.md"), (text) => `${text}\n`);
    assert.equal((await run("verify HERE/note")).code, 4);
  });
});

test("what is no folder of a note is code 3 and one clear line", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    await run("note HERE/group.yaml --out HERE/note --format md");
    const good = readFileSync(join(folder, "note/manifest.json"), "utf8");
    const cases: [text: string | undefined, message: RegExp][] = [
      [undefined, /note: expected the folder of a note, with its manifest\.json; received none\n$/],
      [good.slice(0, good.length >> 1), /note\/manifest\.json: expected JSON; received .*\n$/],
      ["", /note\/manifest\.json: expected JSON; received .*\n$/],
      [good.replace("lockstep.note/1", "lockstep.note/2"), /note\/manifest\.json: schema: .*lockstep\.note\/1.*\n$/],
      [good.replace('"title"', '"titel"'), /note\/manifest\.json: title: .*\n$/],
      [good.replace('"replayed": false', '"replayed": "no"'), /note\/manifest\.json: replayed: .*\n$/],
      ["[]", /note\/manifest\.json: .*\n$/],
    ];
    for (const [text, message] of cases) {
      if (text === undefined) rmSync(join(folder, "note/manifest.json"));
      else writeFileSync(join(folder, "note/manifest.json"), text);
      const { code, out, err } = await run("verify HERE/note");
      assert.deepEqual([code, out], [3, ""]);
      assert.match(err, message);
      assert.equal(err.split("\n").length, 2, err);
    }
    rmSync(join(folder, "note/manifest.json"));
    mkdirSync(join(folder, "note/manifest.json"));
    assert.match((await run("verify HERE/note")).err, /manifest\.json: cannot be read \(EISDIR\)\n$/);
    for (const where of ["HERE/nowhere", "HERE/AAA.csv"]) assert.match((await run(`verify ${where}`)).err, /expected the folder of a note/);
    assert.equal((await run("verify")).code, 2);
  });
});

test("a note made from a store holds after the store has gone on, as does that of `lockstep` itself; without the store it cannot be made again", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder, { embedded: false });
    const take = async (sessions: number, time: string) => {
      for (const id of ["AAA", "BBB"]) {
        writeFileSync(join(folder, `${id}.csv`), figures(id, sessions));
        const { code, err } = await run(`import HERE/${id}.csv --as ${id} --group HERE/group.yaml`, at(time));
        assert.equal(code, 0, err);
      }
    };
    await take(SESSIONS.length - 20, "08:00:00");
    assert.equal((await run("note HERE/group.yaml --out HERE/note --format md", at("09:00:00"))).code, 0);
    const { asked, asOf, inputs } = manifestAt(join(folder, "note"));
    assert.deepEqual([asked.figures, asked.knownAt, asked.readAt, asOf], ["fresher", null, `${TODAY}T08:00:00.001Z`, "2020-06-02"]);
    assert.ok(inputs.some(({ file }) => file === "import:BBB"));
    // The same figures read later are the same note.
    assert.equal((await run("note HERE/group.yaml --out HERE/again --format md", at("09:30:00"))).code, 0);
    for (const name of ["study.json", "note.md"])
      assert.equal(readFileSync(join(folder, "again", name), "utf8"), readFileSync(join(folder, "note", name), "utf8"));
    assert.equal((await run("HERE/group.yaml --out HERE/plain", at("10:00:00"))).code, 0);
    await take(SESSIONS.length, "11:00:00");
    assert.equal(JSON.parse((await run("HERE/group.yaml --json", at("12:00:00"))).out).asOf, "2020-06-30", "the store has gone on");
    for (const name of ["note", "plain"]) {
      const { code, out } = await run(`verify HERE/${name}`, at("12:00:00"));
      assert.equal(code, 0, out);
    }
    // As known then, asked for by name, is told of the inputs.
    assert.equal((await run(`note HERE/group.yaml --out HERE/known --format md --known-at ${TODAY}T08:30:00Z`, at("12:00:00"))).code, 0);
    const known = manifestAt(join(folder, "known"));
    assert.deepEqual([known.asked.knownAt, known.asOf], [`${TODAY}T08:30:00.000Z`, "2020-06-02"]);
    assert.ok(known.inputs.some(({ file }) => file === `import:BBB as known at ${TODAY}T08:30:00.000Z`));
    assert.equal((await run("verify HERE/known", at("12:30:00"))).code, 0);
    const without = await run("verify HERE/note", { ...at("13:00:00"), data: join(folder, "elsewhere") });
    assert.equal(without.code, 4);
    assert.match(without.err, /note: cannot be made again: .*elsewhere.*: expected the store that it was made from; received none\n$/);
  });
});

test("a store that holds nothing newer leaves a note with the embedded figures, and whoever has no store can verify it", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    writeFileSync(join(folder, "few.csv"), figures("AAA", 40));
    assert.equal((await run("import HERE/few.csv --as AAA --group HERE/group.yaml", at("08:00:00"))).code, 0);
    for (const [args, name] of [
      ["note HERE/group.yaml --format md", "note"],
      ["HERE/group.yaml", "plain"],
    ]) {
      assert.equal((await run(`${args} --out HERE/${name}`, at("09:00:00"))).code, 0);
      const { asked } = manifestAt(join(folder, name!));
      assert.deepEqual([asked.figures, asked.knownAt, asked.readAt], ["case", null, null]);
      assert.equal((await run(`verify HERE/${name}`, { ...at("10:00:00"), data: join(folder, "elsewhere") })).code, 0);
    }
  });
});

test("the note of the founding case holds, replayed as it is", async () => {
  await inFolder(async ({ folder, run }) => {
    await run("note --as-of 2025-12-11 --out HERE/note --format md");
    assert.equal(manifestAt(join(folder, "note")).replayed, true);
    const { code, out } = await run("verify HERE/note --json");
    assert.deepEqual([code, JSON.parse(out).holds], [0, true]);
  });
});
