import { openStore, type Store } from "../../src/store/index.ts";

/** Runs work with a store that is gone afterwards. */
export async function inMemory(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(":memory:");
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
