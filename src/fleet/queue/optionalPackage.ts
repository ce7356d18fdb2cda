import { Problem } from "../../market/index.ts";

/** What an optional package exports; Problem "usage" that says what to install where it is not there. */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Problem("usage", `expected the package ${name}, which many machines need; received none: npm install ${name}`);
  }
}
