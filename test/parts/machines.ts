import { importTests, isOfMachines } from "../importTests.ts";

await importTests(isOfMachines);
