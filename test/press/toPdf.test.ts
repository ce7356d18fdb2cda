// the note on paper: same bytes whoever makes it and where, every word as it stands, nothing of the machine in it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Problem } from "../../src/market/index.ts";
import { noteOf } from "../../src/note/index.ts";
import { toPdf } from "../../src/press/index.ts";
import { foundingStudy, LAST_DAY } from "../case.ts";
import { HOSTILE, noteWith, words } from "./notes.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const noPdftotext = spawnSync("pdftotext", ["-v"]).error ? "no pdftotext on this machine" : false;

/** What a program reads in a PDF, line breaks and runs of spaces as one space. */
function readIn(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-pdf-"));
  try {
    writeFileSync(join(folder, "note.pdf"), pdf);
    return spawnSync("pdftotext", ["-raw", join(folder, "note.pdf"), "-"], { encoding: "utf8" }).stdout.replaceAll(/\s+/g, " ");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a note becomes a tagged PDF that says its title, language and day, and nothing of the clock", async () => {
  const pdf = await toPdf(noteWith("A stands apart"));
  const text = Buffer.from(pdf).toString("latin1");
  assert.match(text, /^%PDF-1\.7/);
  assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
  assert.match(text, /\/Lang\s*\(en-GB\)/);
  assert.match(text, /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.match(text, /<xmp:CreateDate>2025-12-11/);
  assert.ok(!text.includes(new Date().toISOString().slice(0, 10)));
  assert.ok(!/\/Subtype\s*\/Image/.test(text), "charts are vectors");
});

test("the note of the founding case gives the same bytes each time", async () => {
  const note = noteOf(foundingStudy(LAST_DAY));
  assert.equal(sha256(await toPdf(note)), sha256(await toPdf(note)));
});

test("a note gives the same bytes in another process, in another zone and folder", async () => {
  const script = `
    import { createHash } from "node:crypto";
    const { toPdf } = await import("./src/press/toPdf.ts");
    const { HOSTILE, noteWith } = await import("./test/press/notes.ts");
    process.stdout.write(createHash("sha256").update(await toPdf(noteWith(HOSTILE))).digest("hex"));`;
  const other = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    encoding: "utf8",
    env: { ...process.env, TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8", HOME: "/" },
  });
  assert.equal(other.stdout, sha256(await toPdf(noteWith(HOSTILE))), other.stderr);
});

test("every word can be read as it stands, whatever it looks like, those of charts too", { skip: noPdftotext }, async () => {
  const title = "A #panic() $x$ stands apart";
  const read = readIn(await toPdf(noteWith(HOSTILE, { title: words(title) })));
  // Group, key line and its term, box and its term, two headings, paragraph, two items, caption, head, four rows with name and aside, chart.
  const times = read.split(HOSTILE.slice(0, 22)).length - 1;
  assert.ok(times >= 20, `${times} times in ${read.slice(0, 2000)}`);
  assert.ok(read.includes(title));
  for (const sign of HOSTILE.split(" ").filter((sign) => sign !== "")) assert.ok(read.includes(sign), sign);
  assert.ok(read.includes("Distance of each market from its close record"));
  assert.match(read, /As of 11 December 2025/);
  assert.match(read, /Page 1 of \d+/);
});

test("a character that the fonts lack is a problem that names it, in the text as in a chart", async () => {
  const lacking = (characters: string) => (error: unknown) =>
    error instanceof Problem &&
    error.kind === "output" &&
    error.message === `note.pdf: expected characters that Inter and Source Serif have; received ${characters}: note.html and note.md show them`;
  await assert.rejects(toPdf(noteWith("A", { title: words("日経 stands apart") })), lacking("日 経"));
  // Many a machine has a font with Armenian letters, which must not slip into a chart.
  const sections = noteWith("Աբ").sections.filter(({ id }) => id === "distance");
  await assert.rejects(toPdf(noteWith("A", { sections: sections.map((one) => ({ ...one, title: "A" })) })), lacking("Ա բ"));
});

test("a note without key lines, box, rows or sections is a page all the same", async () => {
  const bare = noteWith("A", { keyLines: [], box: [], sections: [] });
  assert.match(Buffer.from(await toPdf(bare)).toString("latin1"), /^%PDF/);
  const empty = noteWith("A", {
    sections: [
      { id: "inputs", title: "Inputs", blocks: [{ kind: "list", items: [] }] },
      {
        id: "table",
        title: "T",
        blocks: [
          { kind: "table", caption: [], columns: [{ title: "a" }], rows: [] },
          { kind: "paragraph", text: [] },
          { kind: "list", items: [] },
        ],
      },
    ],
  });
  assert.match(Buffer.from(await toPdf(empty)).toString("latin1"), /^%PDF/);
});
