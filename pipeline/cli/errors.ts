/** Asked for wrongly: exit code 2. The message says the remedy. */
export class Misuse extends Error {
  override name = 'Misuse';
}

/** Asked for rightly, but nothing could be done: exit code 1. The message says the remedy. */
export class Failure extends Error {
  override name = 'Failure';
}
