import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../market/index.ts";
import { openStore, type Store } from "./store.ts";

const TRIES = 4;
const BETWEEN = 150; // ms

/**
 * Opens a store to read it: several processes may at a time. Where one is about to finish its writing, that is waited for, shortly.
 *
 * @throws Problem (data) as {@link openStore}
 */
export async function openStoreToRead(path: string): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openStore(path, { readOnly: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // What a killed process left to be taken over needs the store for itself, once.
      const held = error.message.includes("holds it");
      if (!held) return openStore(path);
      if (attempt === TRIES) throw error;
      await delay(BETWEEN);
    }
  }
}
