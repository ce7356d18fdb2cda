import { join } from "node:path";

/** The name of the store inside its folder. */
const FILE = "lockstep.duckdb";

/**
 * The folder of the program's own data: `$LOCKSTEP_HOME`, or else the platform's data folder.
 *
 * @param options.env the environment
 * @param options.platform as `process.platform` says it
 * @param options.home the user's home folder
 *
 * @example
 * import { dataFolder } from "lockstep/figures";
 * dataFolder({ env: { LOCKSTEP_HOME: "/data/lockstep" }, platform: "linux", home: "/home/me" }); // => "/data/lockstep"
 * dataFolder({ env: {}, platform: "linux", home: "/home/me" }); // => "/home/me/.local/share/lockstep"
 */
export function dataFolder({ env, platform, home }: { env: Readonly<Record<string, string | undefined>>; platform: string; home: string }): string {
  if (env.LOCKSTEP_HOME) return env.LOCKSTEP_HOME;
  if (platform === "darwin") return join(home, "Library", "Application Support", "Lockstep");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "Lockstep");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "lockstep");
}

/**
 * The file of the store in the program's data folder.
 *
 * @example
 * import { storePath } from "lockstep/figures";
 * storePath("/data/lockstep"); // => "/data/lockstep/lockstep.duckdb"
 */
export function storePath(folder: string): string {
  return join(folder, FILE);
}
