import { Problem } from "../market/index.ts";

/** A package of native code, loaded only when it is asked for; a problem where there is none for this machine. */
export async function renderer<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split("\n")[0];
    throw new Problem(
      "output",
      `expected its native code for ${process.platform} ${process.arch}; received "${why}": npm install brings it where it exists, and note.html and note.md do without`,
      name,
    );
  }
}
