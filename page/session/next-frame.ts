/** A function that has something done with the next frame, however often it is called before. */
export function withNextFrame(win: Window, work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    win.requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}
