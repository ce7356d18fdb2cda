import { existsSync } from "node:fs";
import { Problem } from "../market/index.ts";
import { openStore, type Store, storePath } from "../store/index.ts";
import type { Effects } from "./effects.ts";

/** Runs work with the store open, and closes it whatever happens. A store is made where there is none, unless the work only reads. */
export async function withStore<T>({ data }: Effects, { make }: { make: boolean }, work: (store: Store) => Promise<T>): Promise<T> {
  const path = storePath(data);
  if (!make && !existsSync(path)) throw new Problem("data", "expected a store; there is none yet: lockstep fetch or lockstep import makes one", path);
  const store = await openStore(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
