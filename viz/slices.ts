/** Work behind what is seen first, in slices short enough that no frame is late. */

/** A slice takes up no further step after so many ms: what the browser then does with it has the rest of a frame. */
const SLICE = 3;
/** No longer is a frame waited for, in ms. */
const PATIENCE = 50;

/**
 * Takes some steps in their order, from when the next frame has been drawn; where frames come slowly, or not at all, it does not wait for them.
 * @param wanted asked before each slice: where it says no, the rest is dropped
 */
export function inSlices(steps: readonly (() => void)[], wanted: () => boolean, done: () => void): void {
  let next = 0;
  const slice = (): void => {
    if (!wanted()) return;
    const until = performance.now() + SLICE;
    do steps[next++]?.();
    while (next < steps.length && performance.now() < until);
    if (next < steps.length) setTimeout(slice);
    else done();
  };
  if (steps.length) afterFrame(slice);
  else done();
}

function afterFrame(act: () => void): void {
  let begun = false;
  const once = (): void => {
    if (!begun) act();
    begun = true;
  };
  setTimeout(once, PATIENCE);
  requestAnimationFrame(() => setTimeout(once));
}
