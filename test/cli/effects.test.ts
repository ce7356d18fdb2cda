// The writer of the program: all files or none, byte for byte, whatever comes in between.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../../src/market/index.ts";
import { write } from "./ownGroup.ts";

const EFFECTS = new URL("../../dist/cli/effects.js", import.meta.url).href;
/** A program that writes with the built writer: another process, to be starved or killed. */
const writer = (body: string) => `const { realEffects } = await import(${JSON.stringify(EFFECTS)}); const { write } = realEffects(process); ${body}`;
const EVERY_BYTE = Uint8Array.from({ length: 1024 }, (_, k) => k % 256);

async function inFolder(work: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-write-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

test("text and bytes are written into folders that are made for them, and replace what was there", async () => {
  await inFolder((folder) => {
    const out = join(folder, "not/there/yet");
    write(out, { "a.txt": "old", "deep/er/b.bin": Uint8Array.of(1) });
    write(out, { "a.txt": "β — 日\n", "deep/er/b.bin": EVERY_BYTE, "deep/c": "" });
    assert.deepEqual(below(out), ["a.txt", "deep/c", "deep/er/b.bin"]);
    assert.equal(readFileSync(join(out, "a.txt"), "utf8"), "β — 日\n");
    assert.deepEqual(new Uint8Array(readFileSync(join(out, "deep/er/b.bin"))), EVERY_BYTE);
    // A view into a larger buffer is written as the view.
    write(out, { "deep/c": EVERY_BYTE.subarray(10, 12) });
    assert.deepEqual([...readFileSync(join(out, "deep/c"))], [10, 11]);
  });
});

test("where something is in the way nothing is written, and what was there stays", async () => {
  await inFolder((folder) => {
    mkdirSync(join(folder, "in/folder"), { recursive: true });
    writeFileSync(join(folder, "in/file"), "a file");
    writeFileSync(join(folder, "in/first"), "old");
    const cases: [name: string, kind: string, message: RegExp][] = [
      ["folder", "usage", /in\/folder: expected a file to replace; received something else$/],
      ["file/under", "output", /in\/file\/under: cannot be written \((?:EEXIST|ENOTDIR)\)$/],
      ["x".repeat(300), "output", /x: cannot be written \(ENAMETOOLONG\)$/],
    ];
    for (const [name, kind, message] of cases) {
      assert.throws(
        () => write(join(folder, "in"), { first: "new", [name]: "new", last: "new" }),
        (error) => error instanceof Problem && error.kind === kind && message.test(error.message),
        name,
      );
      assert.deepEqual(below(join(folder, "in")), ["file", "first"]);
      assert.equal(readFileSync(join(folder, "in/first"), "utf8"), "old");
    }
    assert.throws(() => write(join(folder, "in/file"), { a: "" }), /in\/file: expected a folder to write into; received a file$/);
  });
});

const noLimit = spawnSync("sh", ["-c", "ulimit -f 100"]).status === 0 ? false : "no limit of file sizes on this machine";
test("a disk that takes no more leaves the old files whole and nothing of the new ones", { skip: noLimit }, async () => {
  await inFolder((folder) => {
    write(folder, { "note.md": "old", "charts/a.svg": "old" });
    const body = `try { write(process.argv[1], { "note.md": "new", "charts/a.svg": "x".repeat(1 << 20), "manifest.json": "new" }); } catch (error) { console.log(error.kind, error.message); }`;
    // The limit's signal would end the process: a full disk only refuses.
    const full = spawnSync(
      "sh",
      ["-c", `trap '' XFSZ; ulimit -f 100; exec "$0" --input-type=module --eval "$1" "$2"`, process.execPath, writer(body), folder],
      {
        encoding: "utf8",
      },
    );
    assert.equal(full.stdout, `output ${join(folder, "charts/a.svg")}: cannot be written (EFBIG)\n`, full.stderr);
    assert.deepEqual(below(folder), ["charts/a.svg", "note.md"]);
    for (const name of ["note.md", "charts/a.svg"]) assert.equal(readFileSync(join(folder, name), "utf8"), "old");
  });
});

test("a process that is killed while it writes leaves whole files only, and the next one writes as if it had not been", async () => {
  await inFolder(async (folder) => {
    const names = ["a", "b", "in/c", "manifest.json"];
    const size = 1 << 20;
    const body = `const of = (letter) => Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, letter.repeat(${size})]));
      write(process.argv[1], of("a")); console.log("begun"); for (;;) { write(process.argv[1], of("b")); write(process.argv[1], of("a")); }`;
    for (const wait of [0, 7, 23]) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", writer(body), folder], { stdio: ["ignore", "pipe", "inherit"] });
      const ended = once(child, "exit");
      await once(child.stdout, "data");
      await delay(wait);
      child.kill("SIGKILL");
      assert.equal((await ended)[1], "SIGKILL");
      for (const name of names) {
        const text = readFileSync(join(folder, name), "latin1");
        assert.ok(text === "a".repeat(size) || text === "b".repeat(size), `${name}: ${text.length} bytes`);
      }
      const others = below(folder).filter((name) => !names.includes(name));
      assert.ok(
        others.every((name) => name.split("/").at(-1)!.startsWith(".")),
        others.join(" "),
      );
    }
    write(folder, Object.fromEntries(names.map((name) => [name, "whole"])));
    for (const name of names) assert.equal(readFileSync(join(folder, name), "utf8"), "whole");
  });
});
