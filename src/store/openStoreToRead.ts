import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../market/index.ts";
import { openStore, type Store } from "./store.ts";

const TRIES = 4;
const BETWEEN = 150; // ms; most imports take less than half a second

/**
 * Opens a store to read it: several processes may at a time. Where one is about to finish its writing, that is waited for, shortly.
 *
 * @throws Problem (data) as {@link openStore}
 */
export async function openStoreToRead(path: string): Promise<Store> {
  try {
    return await patiently(() => openStore(path, { readOnly: true }));
  } catch (error) {
    // What a killed process left to be taken over needs the store for itself, once.
    if (isHeld(error) || !(error instanceof Problem)) throw error;
    return openStore(path);
  }
}

/** Opens a store to change it; where another process is about to finish, that is waited for, shortly. */
export function openStorePatiently(path: string): Promise<Store> {
  return patiently(() => openStore(path));
}

async function patiently(open: () => Promise<Store>): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (!isHeld(error) || attempt === TRIES) throw error;
      await delay(BETWEEN);
    }
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Problem && error.message.includes("holds it");
}
