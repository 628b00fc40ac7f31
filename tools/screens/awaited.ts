const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 10_000;
/** Of the screen that is drawn. */
let awaited: Promise<unknown>[] = [];

/** Clicks a thing once it is there; the screen is not looked at before. */
export function awaitClick(selector: string): void {
  awaited.push(
    new Promise<void>((done, fail) => {
      const end = performance.now() + PATIENCE_MS;
      const look = () => {
        const found = document.querySelector<HTMLElement>(selector);
        if (!found && performance.now() > end) return fail(new Error(`no ${selector} to click`));
        if (!found) return void setTimeout(look, LOOK_EVERY_MS);
        found.click();
        done();
      };
      look();
    }),
  );
}

/** Settles when the screen that was drawn last is as it is to be looked at. */
export async function screenSettled(): Promise<void> {
  const clicks = awaited;
  awaited = [];
  await Promise.all(clicks);
}
