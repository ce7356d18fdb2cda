// The tests in three processes beside each other, of which one mostly waits: one would leave half of the machine idle, one for each file would start a hundred times.
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import report from "./reporter.ts";

const files = ["commands", "machines", "rest"].map((part) => fileURLToPath(new URL(`./parts/${part}.ts`, import.meta.url)));
for await (const text of report(run({ files, concurrency: files.length }))) process.stdout.write(text);
