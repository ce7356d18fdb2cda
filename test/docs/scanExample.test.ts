// The example of a scan against the universe that it was made of, which is no part of the project.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { cli } from "../cli/cli.ts";
import { consoleBlocks, holdShown } from "./consoleBlocks.ts";

const PAGE = new URL("../../docs/scan-example.md", import.meta.url);
const NAME = "crypto_1d_to2022.parquet";
const UNIVERSE = fileURLToPath(new URL(`../../../shared/data/universe/${NAME}`, import.meta.url));
const skip = existsSync(UNIVERSE) ? false : "the universe of 377 coins, which is no part of the project, is absent";

for (const block of consoleBlocks(PAGE)) {
  test(`docs/scan-example.md shows what ${block.command.slice(2)} prints`, { skip }, async () => {
    const data = mkdtempSync(join(tmpdir(), "lockstep-example-"));
    try {
      const { out } = await cli(block.command.replace(/^\$ lockstep /, "").replace(NAME, UNIVERSE), { data });
      // How to go on names the file where it lies.
      holdShown(PAGE, block, out.slice(0, out.indexOf("Kept in the store")));
    } finally {
      rmSync(data, { recursive: true });
    }
  });
}
