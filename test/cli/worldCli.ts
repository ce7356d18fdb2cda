import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toDay } from "../../src/market/index.ts";
import { openVenue, quickNet } from "../contracts/venue.ts";
import { playing, type World } from "../fixtures/world.ts";
import { cliWith, type Outcome } from "./cli.ts";

/** The command line in an invented world: venues over real sockets, a store of its own, the world's clock. */
export interface WorldCli {
  folder: string; // for files
  data: string; // the data folder
  run: (args: string, changes?: { keys?: Readonly<Record<string, string>>; signal?: AbortSignal; data?: string }) => Promise<Outcome>;
}

/** Runs work with the command line of a world, and takes everything away afterwards. */
export async function inWorld(world: World, work: (cli: WorldCli) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-world-"));
  const data = join(folder, "data");
  const venue = await openVenue(playing(world));
  try {
    await work({
      folder,
      data,
      run: (args, { keys = {}, signal, data: other = data } = {}) =>
        cliWith(args.replaceAll("HERE", folder).split(" "), {
          width: 1000,
          data: other,
          today: () => toDay(Math.floor(world.now / 86_400_000)),
          net: quickNet(venue.fetch, { now: world.now, keys }),
          interruptible: () => signal ?? new AbortController().signal,
        }),
    });
  } finally {
    await venue.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
