import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../../market/index.ts";
import { saidOf } from "./placeOf.ts";

/** What is said of servers while they are waited for. */
export type Tell = (line: string) => void;

export interface PatienceOptions {
  place: string; // "postgres://host/db"
  addresses: readonly string[]; // whose passwords are not told
  signal: AbortSignal;
  tell: Tell;
  retry: number; // milliseconds between two attempts
  contact: number; // milliseconds within which the first attempt that holds must come
}

/** Asks a server until it answers. */
export interface Patience {
  /**
   * What the work gives, done again while the server cannot be reached; it must do no harm twice.
   *
   * @throws Problem "data" when the server has never answered, and refuses or is away for `contact`; the signal's reason when stopped; and what the work throws for other reasons
   */
  ask<T>(work: () => Promise<T>): Promise<T>;
}

/** Patience with one server: an outage is told once, and its end. */
export function patience({ place, addresses, signal, tell, retry, contact }: PatienceOptions): Patience {
  const since = performance.now();
  let reached = false;
  let away = false;
  const unanswered = (said: string) => new Problem("data", `expected a server that answers; received: ${said}`, place);
  return {
    async ask(work) {
      for (;;) {
        signal.throwIfAborted();
        try {
          const answer = await unlessStopped(work(), signal);
          reached = true;
          if (away) tell(`${place} answers again`);
          away = false;
          return answer;
        } catch (error) {
          signal.throwIfAborted();
          if (error instanceof Problem) throw error;
          const said = saidOf(error, addresses);
          if (!isOutage(error)) throw reached ? error : unanswered(said);
          if (!reached && performance.now() - since > contact) throw unanswered(said);
          if (!away) tell(`${place} does not answer (${said}): it is asked again`);
          away = true;
          await delay(retry, undefined, { signal }).catch(() => {});
        }
      }
    },
  };
}

/** What a promise gives, or the reason of a stop: a server that is away may never answer. */
export function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(signal.reason as Error);
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const OUTAGE_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08...$|57P0[1-5]$|53300$|40001$|40P01$)/;
const OUTAGE_WORDS =
  /Connection (is closed|terminated|ended)|terminating connection|connection timeout|timeout exceeded when trying to connect|Command timed out|Query read timeout|not queryable|Cannot use a pool|Client was closed|connection error|max retries per request|Stream isn't writeable|LOADING|the database system is (starting up|shutting down|in recovery)/i;

/** Whether an error means that a server is away for now: what was asked may be asked again. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return (error.errors as unknown[]).some(isOutage);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (typeof code === "string" && OUTAGE_CODES.test(code)) || (typeof message === "string" && OUTAGE_WORDS.test(message));
}
