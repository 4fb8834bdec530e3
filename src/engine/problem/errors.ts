/** What is wrong with a problem that the engine refuses to start on. Worded by `text/`. */
export type EngineErrorCode =
  /** A count that must be a whole number in a range is not: field, value, min, max. */
  | 'count'
  /** An array has the wrong length: field, expected, actual. */
  | 'length'
  /** A number is NaN or infinite: field, index, value. */
  | 'notFinite'
  /** A number that must be whole is not: field, index, value. */
  | 'notWhole'
  /** A number lies outside its allowed range: field, index, value, min, max. */
  | 'range'
  /** A setting is none of the allowed words: field, value. */
  | 'unknown';

export type EngineErrorParameters = Readonly<Record<string, number | string>>;

/** Thrown for input that breaks the contract of `problem.ts`; never for a problem that is merely hard. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly parameters: EngineErrorParameters;

  constructor(code: EngineErrorCode, parameters: EngineErrorParameters) {
    super(`${code} ${JSON.stringify(parameters)}`);
    this.name = 'EngineError';
    this.code = code;
    this.parameters = parameters;
  }
}
