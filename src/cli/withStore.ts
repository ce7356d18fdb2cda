import { existsSync } from "node:fs";
import { Problem } from "../market/index.ts";
import { openStorePatiently, openStoreToRead, type Store, storePath } from "../store/index.ts";
import type { Effects } from "./effects.ts";

/** What work does with the store: makes one where there is none, changes the one that is there, or only reads it. */
export type StoreUse = "make" | "change" | "read";

/** Runs work with the store open, and closes it whatever happens. */
export async function withStore<T>({ data }: Effects, use: StoreUse, work: (store: Store) => Promise<T>): Promise<T> {
  const path = storePath(data);
  if (use !== "make" && !existsSync(path)) throw new Problem("data", "expected a store; there is none yet: lockstep fetch or lockstep import makes one", path);
  const store = await (use === "read" ? openStoreToRead(path) : openStorePatiently(path));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
