const CLOSING_MS = 2_000;

/** Waits for an end, but not for ever: a server that is away does not say goodbye. */
export async function closed(end: Promise<unknown>, ms = CLOSING_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([end.catch(() => {}), late]);
  clearTimeout(timer);
}
