import { Worker } from "node:worker_threads";

/** A thread that runs a module, with some data. */
export function startedThread(module: URL, workerData: unknown): Worker {
  if (!module.href.endsWith(".ts")) return new Worker(module, { workerData });
  // From the sources: what reads TypeScript for this thread does not do so for others (Node 20), and has to be asked again.
  const reader = import.meta.resolve("tsx/esm/api");
  const lines = `import { register } from ${JSON.stringify(reader)}; register(); await import(${JSON.stringify(module.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(lines)}`), { workerData });
}
