import { importTests, isOfCommands } from "../importTests.ts";

await importTests(isOfCommands);
