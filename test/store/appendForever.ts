// Appends batches to a store until it is ended, and says after each committed transaction which batch that was: tsx appendForever.ts PATH
import type { BarRow } from "../../src/market/index.ts";
import { newBatch, openStore, takeIn } from "../../src/store/index.ts";

const [path = ""] = process.argv.slice(2);

try {
  const store = await openStore(path);
  process.stdout.write("open\n");
  for (;;) {
    const batch = await store.transaction(async (sql) => {
      const batch = await newBatch(sql, { now: 0, what: "import", detail: "in a loop" });
      for (const symbol of ["A", "B"]) {
        const rows = Array.from({ length: batch.batch * 5 + 20 }, (_, k): BarRow => ({ session: 20_000 + k, close: batch.batch + k / 1000 }));
        await takeIn(sql, { source: "loop", symbol, unit: "USD", subject: "{}", rows: rows.slice(-200) }, batch);
      }
      return batch.batch;
    });
    process.stdout.write(`${batch}\n`);
    // What has been committed moves into the file itself now and then; a process may end in the middle of that too.
    if (batch % 5 === 0) await store.read((sql) => sql.run("checkpoint"));
  }
} catch (error) {
  process.stdout.write(`${JSON.stringify({ name: (error as Error).name, kind: (error as { kind?: string }).kind, message: (error as Error).message })}\n`);
}
