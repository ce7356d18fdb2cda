import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const inFolder = <T>(run: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-"));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const lockstep = (args: string[], cwd: string, env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: "utf8", env: { ...process.env, COLUMNS: "", ...env }, maxBuffer: 1 << 26 });

const WRITTEN = ["appendix.html", "appendix.md", "charts", "manifest.json", "note.html", "note.md", "study.json"];

test("the built program runs the main job in an empty folder and leaves the note, its study, its charts and its manifest", () => {
  inFolder((folder) => {
    const { status, stdout, stderr } = lockstep([], folder);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^Small caps and bitcoin, as of 2026-08-20\n/);
    assert.match(stdout, /OFFLINE — embedded figures end 2026-08-20/);
    assert.deepEqual(readdirSync(join(folder, "lockstep-out")).sort(), WRITTEN);
    const study = readFileSync(join(folder, "lockstep-out", "study.json"), "utf8");
    assert.equal(lockstep(["--json"], folder).stdout, study);
  });
});

test("two runs write the same bytes", () => {
  inFolder((folder) => {
    lockstep(["--out", "a"], folder);
    lockstep(["--out", "b"], folder, { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" });
    const names = readdirSync(join(folder, "a"), { recursive: true, encoding: "utf8" }).filter((name) => name !== "charts");
    assert.equal(names.length, WRITTEN.length - 1 + 12);
    for (const name of names) assert.ok(readFileSync(join(folder, "a", name)).equals(readFileSync(join(folder, "b", name))), name);
  });
});

test("exit codes reach the shell", () => {
  inFolder((folder) => {
    assert.equal(lockstep(["--as-of", "1980-01-02"], folder).status, 3);
    assert.equal(lockstep(["nope"], folder).status, 2);
    assert.equal(lockstep(["--require-fresh"], folder).status, 3);
    assert.deepEqual(readdirSync(folder), []);
  });
});

test("a folder that cannot be written is one clear line and leaves nothing half-written", () => {
  inFolder((folder) => {
    writeFileSync(join(folder, "lockstep-out"), "a file where the folder should be");
    const { status, stdout, stderr } = lockstep([], folder);
    assert.equal(status, 2);
    assert.match(stdout, /^Small caps and bitcoin/);
    assert.equal(stderr, "lockstep: lockstep-out: expected a folder to write into; received a file\n");
  });
  inFolder((folder) => {
    mkdirSync(join(folder, "lockstep-out", "note.html"), { recursive: true });
    const { status, stderr } = lockstep([], folder);
    assert.equal(status, 2);
    assert.equal(stderr, "lockstep: lockstep-out/note.html: expected a file to replace; received something else\n");
    assert.deepEqual(readdirSync(join(folder, "lockstep-out")), ["note.html"], "all of the files or none");
  });
});

const DEVICE_FULL = "/dev/full";
test("a full disk is named, not swallowed", { skip: existsSync(DEVICE_FULL) ? false : "there is no /dev/full" }, () => {
  const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${MAIN}" --json > ${DEVICE_FULL}`], { encoding: "utf8" });
  assert.deepEqual([status, stderr], [1, "lockstep: standard output: cannot be written (ENOSPC)\n"]);
});

test("a reader that closes the pipe early is no failure", () => {
  const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; "${process.execPath}" "${MAIN}" --json | head -c 10 > /dev/null`], {
    encoding: "utf8",
  });
  assert.deepEqual([status, stderr], [0, ""]);
});

test("the files of the package are executable and found from anywhere", () => {
  inFolder((folder) => {
    chmodSync(MAIN, 0o755);
    const { status, stdout } = spawnSync(MAIN, ["--version"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
