/** A value of a formula as Univer holds it. */
interface Value {
  isArray(): boolean;
  isReferenceObject(): boolean;
  isError(): boolean;
  getValue(): unknown;
}

/** A part of a formula; `execute` works it out from the values of its children. */
interface Part {
  getToken(): string;
  getChildren(): readonly Part[];
  getValue(): Value | null | undefined;
  setValue(value: unknown): void;
  execute(): void;
}

type Execute = (this: Interpreter, part: Part, rowsOff?: number, columnsOff?: number) => unknown;

interface Interpreter {
  readonly _runtimeService: { isStopExecution(): boolean };
  _execute: Execute;
}

/** What of Univer's formula engine walks through a formula. */
interface Walking {
  readonly Interpreter: { readonly prototype: object };
  readonly BooleanValueObject: { create(value: boolean): unknown };
}

/** Which of the further parts nobody will look at, once the first one is known: its place among the children. */
type Spares = (first: Value) => number | undefined;

const SPARES: Readonly<Record<string, Spares>> = {
  IF: (test) => (test.isError() ? undefined : test.getValue() ? 2 : 1),
  IFERROR: (value) => (value.isError() ? undefined : 1),
};

const mended = new WeakSet<object>();

/**
 * Univer works out every part of a formula before it chooses between them; as Excel does, only the chosen part of IF
 * and IFERROR is worked out where what is chosen by is a single value. Results are the same.
 */
export function mendChoices({ Interpreter, BooleanValueObject }: Walking): void {
  const prototype = Interpreter.prototype as Interpreter;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const own = prototype._execute;
  const unseen = BooleanValueObject.create(false);
  prototype._execute = function (part, rowsOff, columnsOff) {
    const spares = SPARES[part.getToken()];
    const children = part.getChildren();
    const [first] = children;
    if (spares === undefined || first === undefined || children.some(isLambda))
      return own.call(this, part, rowsOff, columnsOff);
    if (this._runtimeService.isStopExecution()) return 1;
    this._execute(first, rowsOff, columnsOff);
    const value = first.getValue();
    const isSingle = value !== null && value !== undefined && !value.isArray() && !value.isReferenceObject();
    const spared = isSingle ? spares(value) : undefined;
    children.forEach((child, i) => {
      if (i === spared) child.setValue(unseen);
      else if (i > 0) this._execute(child, rowsOff, columnsOff);
    });
    part.execute();
    return 0;
  };
}

const isLambda = (part: Part): boolean => part.getToken().toUpperCase() === 'LAMBDA';
