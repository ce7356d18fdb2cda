// `lockstep notes`: what each note of a folder put on record and what came, and the site over them.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Manifest } from "../../src/press/index.ts";
import { golden } from "../golden.ts";
import { inFolder, writeGroup } from "./ownGroup.ts";

const flat = (text: string) => text.replace(/\s+/g, " ");
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

/** Puts a probability of a record of BBB on record in a note, as if its study had found a case: what came is read from the figures. */
function putOnRecord(
  note: string,
  { due, probability, base, changes = {} }: { due: string; probability: number; base: number; changes?: Partial<Manifest> },
): void {
  const path = join(note, "manifest.json");
  const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
  const of = (value: number) => ({ ...manifest.says.posterior.n, value });
  const forecast = { from: manifest.asOf, due, probability: of(probability), base: of(base), baseFrom: "matched" as const };
  writeFileSync(path, JSON.stringify({ ...manifest, ...changes, says: { ...manifest.says, forecast } }));
}

/** Four notes on a group whose BBB set its last record on 2020-05-21, and one on another group. */
async function fiveNotes(folder: string, run: (args: string) => Promise<unknown>): Promise<void> {
  writeGroup(join(folder, "mine"));
  writeGroup(join(folder, "other"), { name: "Other" });
  for (const [day, group] of [
    ["2020-02-28", "mine"],
    ["2020-04-30", "mine"],
    ["2020-05-29", "mine"],
    ["2020-06-30", "mine"],
    ["2020-06-30", "other"],
  ])
    await run(`note HERE/${group}/group.yaml --as-of ${day} --out HERE/notes/${day}-${group} --format md`);
  const notes = join(folder, "notes");
  putOnRecord(join(notes, "2020-02-28-mine"), { due: "2020-04-28", probability: 0.38, base: 0.3 }); // the next one came on the 29th
  putOnRecord(join(notes, "2020-04-30-mine"), { due: "2020-05-29", probability: 0.7, base: 0.4 }); // it came, to the 21st of May
  putOnRecord(join(notes, "2020-05-29-mine"), { due: "2020-12-31", probability: 0.25, base: 0.3 }); // not due
}

test("a folder without notes, or that is not there, says so and is no fault", async () => {
  await inFolder(async ({ folder, run }) => {
    mkdirSync(join(folder, "empty"));
    for (const name of ["empty", "nowhere"]) {
      const { code, out, err } = await run(`notes HERE/${name}`);
      assert.deepEqual([code, out, err], [0, `No note stands in ${join(folder, name)}. lockstep note makes one.\n`, ""]);
      const json = JSON.parse((await run(`notes HERE/${name} --json`)).out);
      assert.deepEqual(json, { schema: "lockstep.notes/1", folder: join(folder, name), site: null, notes: [], unread: [] });
    }
    assert.ok(!existsSync(join(folder, "nowhere")));
    writeFileSync(join(folder, "file"), "");
    const file = await run("notes HERE/file");
    assert.deepEqual([file.code, file.err], [3, `lockstep: ${join(folder, "file")}: cannot be read (ENOTDIR)\n`]);
  });
});

test("notes are listed by day with what they put on record, what came, and the score of those that are due", async () => {
  await inFolder(async ({ folder, run }) => {
    await fiveNotes(folder, run);
    for (const width of [60, 100]) {
      const { code, out, err } = await run("notes HERE/notes", { width });
      assert.deepEqual([code, err], [0, ""]);
      golden(`cli/notes-${width}.txt`, out);
      assert.deepEqual(
        out.split("\n").filter((line) => line.length > width),
        [],
      );
      const colour = await run("notes HERE/notes", { width, color: true });
      assert.equal(colour.out.replace(/\u001b\[\d+m/g, ""), out);
    }
    // By hand: ((0.38 - 0)^2 + (0.7 - 1)^2) / 2 = 0.1172; ((0.3)^2 + (0.4 - 1)^2) / 2 = 0.225.
    assert.match(
      flat((await run("notes HERE/notes")).out),
      /Scored: 2\. Brier score 0\.117, of the bases alone 0\.225; 0 is perfect\. Fewer than five: no judgement\./,
    );
    const { notes, unread, site } = JSON.parse((await run("notes HERE/notes --json")).out);
    assert.deepEqual([unread, site], [[], null]);
    assert.deepEqual(
      notes.map(({ name, asOf, group, outcome }: Record<string, unknown>) => [name, asOf, group, outcome]),
      [
        ["2020-02-28-mine", "2020-02-28", "Mine", "didNot"],
        ["2020-04-30-mine", "2020-04-30", "Mine", "came"],
        ["2020-05-29-mine", "2020-05-29", "Mine", "pending"],
        ["2020-06-30-mine", "2020-06-30", "Mine", null],
        ["2020-06-30-other", "2020-06-30", "Other", null],
      ],
    );
    assert.deepEqual(Object.keys(notes[0]), ["name", "asOf", "group", "title", "replayed", "inputsHash", "laggard", "forecast", "outcome"]);
    assert.deepEqual([notes[0].laggard, notes[0].forecast.probability.value, notes[0].replayed, notes[3].replayed], ["BBB", 0.38, true, false]);
  });
});

test("a manifest that cannot be read and a group that is gone are said, and the other notes are listed all the same", async () => {
  await inFolder(async ({ folder, run }) => {
    await fiveNotes(folder, run);
    mkdirSync(join(folder, "notes/broken"));
    writeFileSync(join(folder, "notes/broken/manifest.json"), "{");
    mkdirSync(join(folder, "notes/no note"));
    mkdirSync(join(folder, "notes/.hidden"));
    writeFileSync(join(folder, "notes/.hidden/manifest.json"), "{");
    renameSync(join(folder, "mine"), join(folder, "moved"));
    const { code, out, err } = await run("notes HERE/notes");
    assert.equal(code, 0);
    assert.equal(out.split("\n").filter((line) => line.startsWith("2020-")).length, 5);
    const [unread, unknown, ...more] = err.split("\n");
    assert.match(unread ?? "", /^lockstep: .*notes\/broken\/manifest\.json: expected JSON; received /);
    assert.match(unknown ?? "", /^lockstep: what came is not known: .*mine\/group\.yaml: expected a group file; received a path at which there is none$/);
    assert.deepEqual(more, [""], "each reason once");
    const json = JSON.parse((await run("notes HERE/notes --json")).out);
    assert.deepEqual([json.unread.length, json.unread[0].folder], [1, join(folder, "notes/broken")]);
    const outcomes = json.notes.map(({ outcome, reason }: { outcome: unknown; reason?: string }) => [outcome, reason !== undefined]);
    assert.deepEqual(outcomes, [
      [null, true],
      [null, true],
      [null, true],
      [null, true],
      [null, false],
    ]);
    // What is published says that it is not known, and nothing of this machine.
    await run("notes HERE/notes --publish https://example.org/notes");
    assert.match(read(folder, "notes/index.html"), /what came is not known\./);
    for (const name of ["index.html", "feed.xml"]) assert.ok(!read(folder, "notes", name).includes(folder), name);
  });
});

test("a folder is published: a page and a feed, the address kept, and notes made afterwards name it", async () => {
  await inFolder(async ({ folder, run }) => {
    await fiveNotes(folder, run);
    const notes = join(folder, "notes");
    const page = await run("notes HERE/notes --publish");
    assert.match(flat(page.out), /Wrote index\.html to .*\. A feed needs the address of the site: --publish https:\/\/… $/);
    assert.deepEqual([existsSync(join(notes, "index.html")), existsSync(join(notes, "feed.xml")), existsSync(join(notes, "site.json"))], [true, false, false]);
    assert.ok(!read(notes, "index.html").includes("canonical"));

    const published = await run("notes HERE/notes --publish https://example.org/market --title Mine&Co");
    assert.match(flat(published.out), /Wrote index\.html and feed\.xml to .*, for https:\/\/example\.org\/market\/\. $/);
    assert.deepEqual(JSON.parse(read(notes, "site.json")), { url: "https://example.org/market/", title: "Mine&Co" });
    const before = ["index.html", "feed.xml", "site.json"].map((name) => read(notes, name));
    await run("notes HERE/notes --publish");
    assert.deepEqual(
      ["index.html", "feed.xml", "site.json"].map((name) => read(notes, name)),
      before,
      "the address is remembered, and the same notes give the same bytes",
    );
    assert.match(before[0]!, /<title>Mine&amp;Co<\/title>/);
    assert.deepEqual(JSON.parse((await run("notes HERE/notes --json")).out).site, { url: "https://example.org/market/", title: "Mine&Co" });
    await run("notes HERE/notes --publish --title Other");
    assert.deepEqual(JSON.parse(read(notes, "site.json")), { url: "https://example.org/market/", title: "Other" });
    assert.deepEqual(
      readdirSync(notes).filter((name) => name.startsWith(".")),
      [],
    );

    await run("note HERE/mine/group.yaml --out HERE/notes/June&July --format html,png");
    const html = read(notes, "June&July/note.html");
    const at = "https://example.org/market/June%26July";
    assert.ok(html.includes(`<link rel="canonical" href="${at}/note.html">`));
    assert.ok(html.includes(`<meta property="og:url" content="${at}/note.html">`));
    assert.ok(html.includes(`<meta property="og:image" content="${at}/card.png">`));
    assert.ok(html.includes('<meta property="og:site_name" content="Other">'));
    assert.ok(html.includes('<meta property="article:section" content="Mine">'));
    assert.ok(!read(notes, "June&July/appendix.html").includes("canonical"), "of the note there is one address");
    assert.equal((await run("verify HERE/notes/June&July")).code, 0);
    rmSync(join(notes, "site.json"));
    assert.equal((await run("verify HERE/notes/June&July")).code, 0, "the address stands in the manifest");
    await run("note HERE/mine/group.yaml --out HERE/notes/plain --format html");
    assert.ok(!/canonical|og:/.test(read(notes, "plain/note.html")));
  });
});

const WRONG: [args: string, code: number, message: RegExp][] = [
  ["--publish javascript:alert(1)", 2, /--publish: expected an address as https:\/\/example\.org\/notes and a title; received javascript:alert\(1\), /],
  ["--publish ftp://example.org/", 2, /--publish: expected an address/],
  ["--publish https://", 2, /--publish: expected an address/],
  ["--publish https:///notes?x", 2, /--publish: expected an address/],
  ["--publish https://example.org/notes?page=1", 2, /without user, query and fragment/],
  ["--publish https://example.org/notes#top", 2, /without user, query and fragment/],
  ["--publish https://me:pw@example.org/notes", 2, /without user, query and fragment/],
  ["--publish notes", 2, /--publish: expected an address/],
  ["--publish https://example.org --title=", 2, /--publish: expected an address as .* and a title/],
  ["--title Mine", 2, /^lockstep: expected --publish beside --title\n$/],
  ["--publish --title Mine", 2, /^lockstep: --title: expected an address, as --publish https:\/\/example\.org\/notes: a title is that of a site\n$/],
  ["--figures neither", 2, /^lockstep: --figures: expected fresher, store, case; received neither\n$/],
];

test("an address or title that cannot be one ends with code 2, and nothing is written", async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(join(folder, "mine"));
    await run("note HERE/mine/group.yaml --out HERE/notes/one --format md");
    for (const [args, code, message] of WRONG) {
      const outcome = await run(`notes HERE/notes ${args}`);
      assert.match(outcome.err, message);
      assert.equal(outcome.code, code, args);
      assert.deepEqual(readdirSync(join(folder, "notes")), ["one"]);
    }
    for (const text of ["{", '{"url": "javascript:x", "title": "x"}', '{"url": "https://x.org/"}', '{"url": "https://x.org/", "title": "\\u001b[2J"}']) {
      writeFileSync(join(folder, "notes/site.json"), text);
      for (const command of ["notes HERE/notes", "note HERE/mine/group.yaml --out HERE/notes/two --format md"]) {
        const { code, err, out } = await run(command);
        assert.deepEqual([code, out], [3, ""], text);
        assert.match(err, /^lockstep: .*site\.json: expected \{"url": "https:\/\/…", "title": "…"\}; received .*\n$/);
      }
    }
  });
});
