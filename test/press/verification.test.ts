// A note's folder held against its manifest and against the same note made again: whatever is changed is named.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Manifest } from "../../src/press/index.ts";
import { manifestText, readManifest } from "../../src/press/manifest.ts";
import { type Verification, verification } from "../../src/press/verification.ts";
import { inFolder, writeGroup } from "../cli/ownGroup.ts";

const place = mkdtempSync(join(tmpdir(), "lockstep-verification-"));
const written = join(place, "written");
let again: Parameters<typeof verification>[2];

before(async () => {
  await inFolder(async ({ folder, run }) => {
    writeGroup(folder);
    const { code, err } = await run("note HERE/group.yaml --out HERE/note");
    assert.equal(code, 0, err);
    cpSync(join(folder, "note"), written, { recursive: true });
  });
  const manifest = manifestIn(written);
  again = { manifest, files: Object.fromEntries(manifest.files.map(({ file }) => [file, readFileSync(join(written, file))])) };
});

after(() => rmSync(place, { recursive: true, force: true }));

const manifestIn = (folder: string): Manifest => readManifest(readFileSync(join(folder, "manifest.json"), "utf8"), folder);

/** What is said of a copy of the note after something was done to it. */
function afterChange(change: (folder: string, manifest: Manifest) => Manifest | undefined, made = again): Verification {
  const folder = join(place, "copy");
  rmSync(folder, { recursive: true, force: true });
  cpSync(written, folder, { recursive: true });
  const changed = change(folder, manifestIn(folder));
  if (changed) writeFileSync(join(folder, "manifest.json"), manifestText(changed));
  return verification(folder, manifestIn(folder), made);
}

/** What does not hold: file, on disk, made again. */
const wrong = ({ files }: Verification) =>
  files.filter(({ onDisk, again: same }) => onDisk !== "as written" || same !== "the same").map(({ file, onDisk, again: same }) => [file, onDisk, same]);

test("a folder as it was written holds, its manifest among the files", () => {
  const found = afterChange(() => undefined);
  assert.deepEqual([found.holds, wrong(found), found.beside, found.inputs, found.measures, found.versions], [true, [], [], [], [], []]);
  assert.deepEqual(
    found.files.map(({ file }) => file),
    [...again.manifest.files.map(({ file }) => file), "manifest.json"],
  );
});

test("one byte changed, a byte more, a byte less, or no file: each file is named, and only it", () => {
  for (const { file } of again.manifest.files) {
    const content = readFileSync(join(written, file));
    const flipped = Buffer.from(content);
    flipped[content.length >> 1]! ^= 1;
    for (const other of [flipped, Buffer.concat([content, Buffer.from("\n")]), content.subarray(0, -1)]) {
      const found = afterChange((folder) => {
        writeFileSync(join(folder, file), other);
      });
      assert.deepEqual([found.holds, wrong(found)], [false, [[file, "changed", "the same"]]]);
    }
    const gone = afterChange((folder) => {
      rmSync(join(folder, file));
    });
    assert.deepEqual([gone.holds, wrong(gone)], [false, [[file, "missing", "the same"]]]);
    const replaced = afterChange((folder) => {
      rmSync(join(folder, file));
      mkdirSync(join(folder, file));
    });
    assert.deepEqual(wrong(replaced), [[file, "missing", "the same"]], "a folder is no file");
  }
});

test("what a manifest claims beside its files must come out the same too", () => {
  const says = (manifest: Manifest) => manifest.says;
  const claims: Record<string, (manifest: Manifest) => Manifest> = {
    title: (one) => ({ ...one, title: "BBB catches up" }),
    summary: (one) => ({ ...one, summary: "" }),
    group: (one) => ({ ...one, group: "Other" }),
    replayed: (one) => ({ ...one, replayed: true }),
    seed: (one) => ({ ...one, seed: 2 }),
    definitions: (one) => ({ ...one, definitions: { ...one.definitions, near: 0.2 } }),
    inputs: (one) => ({ ...one, inputs: one.inputs.slice(1) }),
    inputsHash: (one) => ({ ...one, inputsHash: "0" }),
    state: (one) => ({ ...one, says: { ...says(one), markets: says(one).markets.map((market) => ({ ...market, state: "record" })) } }),
    forecast: (one) => {
      const { n } = says(one).posterior;
      const put = { from: one.asOf, due: "2020-12-27", probability: { ...n, value: 0.9 }, base: { ...n, value: 0.1 }, baseFrom: "matched" as const };
      return { ...one, says: { ...says(one), forecast: put } };
    },
    earlier: (one) => ({ ...one, earlier: [{ ...says(one), from: { folder: "gone", sha256: "0" } }] }),
    locale: (one) => ({ ...one, asked: { ...one.asked, locale: "de-DE" } }),
    page: (one) => ({ ...one, asked: { ...one.asked, page: { url: "https://x.org/", image: "https://x.org/i.png", site: "x" } } }),
  };
  for (const [what, change] of Object.entries(claims)) {
    const found = afterChange((_, manifest) => change(manifest));
    assert.deepEqual([found.holds, wrong(found)], [false, [["manifest.json", "as written", "other bytes"]]], what);
  }
});

test("a manifest that lists other files, hashes or sizes is told from the folder and from the note made again", () => {
  const listed = (change: (files: Manifest["files"]) => Manifest["files"]) => afterChange((_, manifest) => ({ ...manifest, files: change(manifest.files) }));
  const unnamed = listed((files) => files.filter(({ file }) => file !== "note.pdf"));
  assert.deepEqual([unnamed.holds, wrong(unnamed)], [false, [["note.pdf", "not named", "other bytes"]]]);
  const more = listed((files) => [...files, { file: "annex.md", sha256: "0", bytes: 1 }]);
  assert.deepEqual([more.holds, wrong(more)], [false, [["annex.md", "missing", "not made"]]]);
  const size = listed((files) => files.map((one) => (one.file === "note.md" ? { ...one, bytes: one.bytes + 1 } : one)));
  assert.deepEqual([size.holds, wrong(size)], [false, [["note.md", "changed", "other bytes"]]]);
  // A forger who changes a file and its hash is told by the note made again.
  const forged = afterChange((folder, manifest) => {
    writeFileSync(join(folder, "note.md"), "# BBB catches up\n");
    // Witness: printf '# BBB catches up\n' | sha256sum
    const hash = "a46ea99e8afd30dd835f1de7344de97eb21e9ff0efa6c60577290c25070672b0";
    return { ...manifest, files: manifest.files.map((one) => (one.file === "note.md" ? { file: "note.md", sha256: hash, bytes: 17 } : one)) };
  });
  assert.deepEqual([forged.holds, wrong(forged)], [false, [["note.md", "as written", "other bytes"]]]);
});

test("what else stands in the folder is said, and is no fault; hidden files are the machine's", () => {
  const found = afterChange((folder) => {
    writeFileSync(join(folder, "charts/former.svg"), "");
    writeFileSync(join(folder, "a.txt"), "");
    writeFileSync(join(folder, ".DS_Store"), "");
  });
  assert.deepEqual([found.holds, found.beside], [true, ["a.txt", "charts/former.svg"]]);
});

test("another version of a renderer excuses pictures and pages, nothing else; another of the program excuses nothing", () => {
  const other = (change: (manifest: Manifest) => Manifest, names: RegExp) => ({
    ...again,
    manifest: change({ ...again.manifest, files: again.manifest.files.map((one) => (names.test(one.file) ? { ...one, sha256: "0" } : one)) }),
  });
  const resvg = (one: Manifest) => ({ ...one, renderers: { ...one.renderers, "@resvg/resvg-js": "9.9.9" } });
  const drawn = afterChange(() => undefined, other(resvg, /\.(png|pdf)$/));
  assert.equal(drawn.holds, true);
  assert.deepEqual(
    wrong(drawn),
    again.manifest.files.filter(({ file }) => /\.(png|pdf)$/.test(file)).map(({ file }) => [file, "as written", "not compared"]),
  );
  assert.deepEqual(drawn.versions, [{ name: "@resvg/resvg-js", before: again.manifest.renderers["@resvg/resvg-js"], now: "9.9.9" }]);
  assert.deepEqual(wrong(afterChange(() => undefined, other(resvg, /note\.html$/))), [["note.html", "as written", "other bytes"]]);
  const broken = afterChange(
    (folder) => {
      writeFileSync(join(folder, "card.png"), "");
    },
    other(resvg, /\.png$/),
  );
  assert.equal(broken.holds, false, "what is not compared must still be what was written");
  const older = (one: Manifest) => ({ ...one, lockstep: "9.9.9" });
  const program = afterChange(() => undefined, other(older, /card\.png$/));
  assert.deepEqual([program.holds, wrong(program)], [false, [["card.png", "as written", "other bytes"]]]);
  assert.equal(afterChange(() => undefined, other(older, /^$/)).holds, true, "the same bytes from another version hold");
});

test("moved inputs and measures are named", () => {
  const study = JSON.parse(String(again.files["study.json"])) as { markets: { distance: { value: number } }[] };
  const value = study.markets[1]!.distance.value;
  study.markets[1]!.distance.value = -0.5;
  const inputs = again.manifest.inputs.map((one) => (one.file === "BBB.csv" ? { ...one, sha256: "0" } : one));
  const found = afterChange(() => undefined, {
    manifest: { ...again.manifest, inputs: [...inputs, { file: "new.csv", sha256: "1" }] },
    files: { ...again.files, "study.json": JSON.stringify(study) },
  });
  assert.deepEqual([found.inputs, found.measures], [["BBB.csv", "new.csv"], [{ path: "markets.1.distance", before: value, after: -0.5 }]]);
});
