#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { realEffects } from "./effects.ts";
import { run } from "./program.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

// A reader that has seen enough (`lockstep | head`) closes the pipe: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`lockstep: standard output: cannot be written (${error.code})\n`);
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), version, realEffects(process));
