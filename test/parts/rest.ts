import { importTests, isOfCommands, isOfMachines } from "../importTests.ts";

await importTests((name) => !isOfCommands(name) && !isOfMachines(name));
