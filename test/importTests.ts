// One process imports many test files: forty files take one second instead of twenty.
import { test } from "node:test";
import { testFiles } from "./testFiles.ts";

/** Imports the test files whose names, from the folder of tests on, are wanted. */
export async function importTests(wanted: (name: string) => boolean): Promise<void> {
  // Whoever runs the tests may have a store of their own: what the tests say must not hang on it.
  process.env.LOCKSTEP_HOME = "/nowhere/lockstep";
  const folder = new URL("./", import.meta.url).pathname;
  for (const file of testFiles()) {
    if (!wanted(file.pathname.slice(folder.length))) continue;
    try {
      await import(file.href);
    } catch (error) {
      test(`${file.pathname} can be imported`, () => {
        throw error;
      });
    }
  }
}

// Tests run in three parts beside each other.

/** Whether a test file is one of commands: with what is slow on the disk these take as long as all the rest. */
export function isOfCommands(name: string): boolean {
  return /^(cli|docs|oracle|press|store)\//.test(name);
}

/** Whether a test file starts other processes and waits for them more than it computes. */
export function isOfMachines(name: string): boolean {
  return name.startsWith("fleet/");
}
