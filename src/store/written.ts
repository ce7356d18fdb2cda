import { Problem } from "../market/index.ts";

/**
 * Does what writes a file beside the store; that it cannot be written is the trouble of that file, not of the store.
 *
 * @throws Problem (output) naming the path
 */
export async function written<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Problem("output", `cannot be written (${error instanceof Error ? error.message.split("\n", 1)[0] : String(error)})`, path);
  }
}
