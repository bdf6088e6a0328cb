/** Something asked that cannot be answered; `remedy` says what to do instead. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly remedy: string;
  /** Names that may have been meant, nearest first. */
  readonly candidates: string[];

  constructor(message: string, remedy: string, candidates: string[] = []) {
    super(message);
    this.remedy = remedy;
    this.candidates = candidates;
  }
}

/** A name that nothing in the graph bears. */
export class NotFoundError extends QueryError {
  override name = 'NotFoundError';
}

/** A name that more than one thing bears. */
export class AmbiguousError extends QueryError {
  override name = 'AmbiguousError';
}

/** A parameter that is missing, unknown or out of range. */
export class BadParamsError extends QueryError {
  override name = 'BadParamsError';
}

/** A question that takes longer than the server allows. */
export class TooLongError extends QueryError {
  override name = 'TooLongError';
}
