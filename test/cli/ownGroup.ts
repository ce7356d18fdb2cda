import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, realEffects } from "../../src/cli/effects.ts";
import { dayNumber, sessionsBetween, toDay } from "../../src/market/index.ts";
import { cliWith, type Outcome } from "./cli.ts";

/** The writer of the program itself: files on the disk. */
export const write: Effects["write"] = (folder, files) => realEffects(process).write(folder, files);

/** Every session of eighteen months. */
export const SESSIONS = [...sessionsBetween("XNYS", dayNumber("2019-01-02"), dayNumber("2020-06-30"))];

/** A market that rises while it swings, and one that rises less: small enough to be studied in a fifth of a second. */
const closeOf = (id: string, k: number) => (100 + k * (id === "AAA" ? 0.1 : 0.07) + 8 * Math.sin(k / (id === "AAA" ? 9 : 13))).toFixed(2);

/** The figures of a market of the group, of its first so many sessions. */
export function figures(id: string, sessions = SESSIONS.length): string {
  return `date,close\n${SESSIONS.slice(0, sessions)
    .map((session, k) => `${toDay(session)},${closeOf(id, k)}\n`)
    .join("")}`;
}

/** A group file of two markets, with its catalogue and, unless they are to come from a store, its figures. */
export function writeGroup(folder: string, { name = "Mine", embedded = true }: { name?: string; embedded?: boolean } = {}): string {
  mkdirSync(folder, { recursive: true });
  const entry = (id: string) =>
    `  ${id}:\n    name: ${id}\n    description: ${id}\n    kind: stock\n    calendar: XNYS\n    close: { time: "16:00", zone: America/New_York }\n    currency: USD\n${embedded ? `    figures: ${id}.csv\n` : ""}    sources: [import:${id}]\n`;
  writeFileSync(join(folder, "markets.yaml"), `markets:\n${entry("AAA")}${entry("BBB")}`);
  writeFileSync(join(folder, "group.yaml"), `name: ${JSON.stringify(name)}\nleader: AAA\nlaggard: BBB\nmembers: [AAA, BBB]\n`);
  if (embedded) for (const id of ["AAA", "BBB"]) writeFileSync(join(folder, `${id}.csv`), figures(id));
  return join(folder, "group.yaml");
}

/** Runs work in an empty folder, with a command line that writes there; HERE in its arguments is the folder. */
export async function inFolder(
  work: (at: { folder: string; run: (args: string, changes?: Partial<Effects>) => Promise<Outcome> }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-notes-"));
  try {
    await work({
      folder,
      run: (args, changes = {}) =>
        cliWith(
          args.split(" ").map((one) => one.replaceAll("HERE", folder)),
          { write, data: join(folder, "data"), width: 1000, ...changes },
        ),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
