// The tests in two processes beside each other: one would leave half of the machine idle, one for each file would start a hundred times.
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import report from "./reporter.ts";

const files = ["commands", "rest"].map((half) => fileURLToPath(new URL(`./halves/${half}.ts`, import.meta.url)));
for await (const text of report(run({ files, concurrency: files.length }))) process.stdout.write(text);
