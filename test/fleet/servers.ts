// Redis and PostgreSQL of the system's, in a folder of their own: none is downloaded.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A server that can be crashed and started again at the same address. */
export interface Server {
  url: string;
  /** Ends it without a goodbye and starts it again after so many milliseconds. */
  restart(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export const redisPath = ["/usr/bin/redis-server", "/usr/bin/valkey-server", "/usr/local/bin/redis-server"].find((path) => existsSync(path));
const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a)) : [];
export const postgresBin = versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((path) => existsSync(join(path, "postgres")));

/** A Redis that keeps nothing: when it ends, all that was in it is gone. */
export async function startRedis(): Promise<Server> {
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const start = () => spawned(redisPath ?? "", args, undefined, /eady to accept connections/);
  return restarted(`redis://127.0.0.1:${port}`, start, { crash: "SIGKILL", clean: () => {} });
}

/** A PostgreSQL with an empty database; an end without a goodbye makes it recover at the next start. */
export async function startPostgres(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), "lockstep-postgres-"));
  const data = join(root, "data");
  const port = await freePort();
  const user = unprivileged();
  chmodSync(root, 0o755);
  mkdirSync(data);
  if (user) chownSync(data, user.uid, user.gid);
  const bin = postgresBin ?? "";
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "scan", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"], {
    ...user,
    cwd: data,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=16MB"];
  const start = () => spawned(join(bin, "postgres"), args, { ...user, cwd: data }, /ready to accept connections/);
  return restarted(`postgres://scan:secret@127.0.0.1:${port}/postgres`, start, {
    crash: "SIGQUIT",
    clean: () => rmSync(root, { recursive: true, force: true }),
  });
}

interface Ending {
  crash: NodeJS.Signals;
  clean: () => void;
}

async function restarted(url: string, start: () => Promise<ChildProcess>, { crash, clean }: Ending): Promise<Server> {
  let child = await start();
  // Tests that end early leave no server behind.
  const last = () => void child.kill("SIGKILL");
  process.once("exit", last);
  const end = async () => {
    const left = once(child, "exit");
    child.kill(crash);
    await left;
  };
  return {
    url,
    async restart(ms) {
      await end();
      await delay(ms);
      child = await start();
    },
    async stop() {
      await end();
      process.off("exit", last);
      clean();
    },
  };
}

async function spawned(path: string, args: string[], options: object | undefined, ready: RegExp): Promise<ChildProcess> {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let text = "";
  await new Promise<void>((resolve, reject) => {
    const heard = (part: Buffer) => {
      text += part.toString();
      if (ready.test(text)) resolve();
    };
    child.stdout?.on("data", heard);
    child.stderr?.on("data", heard);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${path} ended with ${code}: ${text}`)));
  });
  return child;
}

/** Whom PostgreSQL runs as: it refuses the superuser. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const of = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim() || 65_534);
  return { uid: of("-u"), gid: of("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
