import { Problem } from "../../market/index.ts";

/** The address of a server without its user and password: what messages may show. */
export function placeOf(address: string): string {
  const { protocol, host, pathname } = parsed(address, "--queue");
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

/**
 * Which kind of server an address is of.
 *
 * @throws Problem "usage" for anything but redis://, rediss://, postgres:// and postgresql://
 */
export function brokerKind(address: string, option: string): "redis" | "postgres" {
  const { protocol } = parsed(address, option);
  if (protocol === "redis:" || protocol === "rediss:") return "redis";
  if (protocol === "postgres:" || protocol === "postgresql:") return "postgres";
  throw new Problem("usage", `expected an address as redis://… or postgres://…; received one of ${protocol}//`, option);
}

/**
 * Where the results of a queue are: the address that is given, or else the queue's own database.
 *
 * @throws Problem "usage" where that is no address of PostgreSQL
 */
export function resultsAddress(queue: string, results: string | undefined): string {
  if (results === undefined) {
    if (brokerKind(queue, "--queue") === "postgres") return queue;
    throw new Problem("usage", "expected --results postgres://… (or LOCKSTEP_RESULTS) beside a queue of Redis; received none", "--queue");
  }
  if (brokerKind(results, "--results") === "redis") throw new Problem("usage", "expected an address as postgres://…; received one of Redis", "--results");
  return results;
}

/** What an error says, without the passwords of these addresses. */
export function saidOf(error: unknown, addresses: readonly string[]): string {
  // Node gathers failures to connect under an error without words.
  const inner = error instanceof AggregateError ? (error.errors as unknown[]).at(-1) : error;
  let text = inner instanceof Error ? inner.message || (inner as NodeJS.ErrnoException).code || inner.name : String(inner);
  for (const address of addresses) {
    const { password } = parsed(address, "--queue");
    if (password === "") continue;
    for (const secret of [password, plain(password)]) text = text.replaceAll(secret, "…");
  }
  return text;
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function parsed(address: string, option: string): URL {
  try {
    return new URL(address);
  } catch {
    // The address itself is not shown: it may hold a password.
    throw new Problem("usage", "expected an address as redis://host:6379 or postgres://user@host/database; received what is none", option);
  }
}
