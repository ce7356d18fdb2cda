import { importTests, isOfCommands } from "../importTests.ts";

await importTests((name) => !isOfCommands(name));
