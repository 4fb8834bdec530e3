/** A value of a formula as Univer holds it. */
interface Value {
  isString(): boolean;
  getValue(): unknown;
}

type Method = (this: unknown, value: Value, ...more: unknown[]) => unknown;
type Calculate = (this: unknown, ...values: unknown[]) => unknown;

/** What of Univer's formula engine compares values. */
interface Comparing {
  /** The functions behind operators; the class behind `=`, `<` and their like is called COMPARE. */
  readonly functionMeta: readonly unknown[];
  readonly ArrayValueObject: { readonly prototype: object };
  readonly StringValueObject: { readonly prototype: object; create(text: string): unknown };
  readonly BooleanValueObject: { create(value: boolean): unknown };
}

const mended = new WeakSet<object>();

/**
 * In what COUNTIFS, MATCH and their like look for, `~` takes its meaning from the mark behind it: `~*`, `~?` and
 * `~~` stand for the mark itself. Univer knows the first two only. Between the operators `=`, `<>` and their like these
 * marks mean nothing: `"Ann"="A*"` is FALSE.
 */
export function mendWildcards({
  ArrayValueObject,
  StringValueObject,
  BooleanValueObject,
  functionMeta,
}: Comparing): void {
  const array = ArrayValueObject.prototype;
  if (mended.has(array)) return;
  mended.add(array);
  let isPlain = false;
  const [operator] = functionMeta.find((one) => (one as [unknown, string])[1] === 'COMPARE') as [
    { readonly prototype: object },
    string,
  ];
  const calculate = Reflect.get(operator.prototype, 'calculate') as Calculate;
  Reflect.set(operator.prototype, 'calculate', function (this: unknown, ...values: unknown[]) {
    isPlain = true;
    try {
      return calculate.apply(this, values);
    } finally {
      isPlain = false;
    }
  });
  for (const name of ['compare', 'orderSearch'] as const) {
    const before = Reflect.get(array, name) as Method;
    Reflect.set(array, name, function (this: unknown, value: Value, ...more: unknown[]) {
      const text = value.isString() && !isPlain ? String(value.getValue()) : '';
      const bare = text.includes('~~') && !/[*?]/.test(text) ? text.replaceAll('~~', '~') : undefined;
      const sought = bare === undefined ? value : (StringValueObject.create(bare) as Value);
      return before.call(this, sought, ...more);
    });
  }
  const text = StringValueObject.prototype;
  const check = Reflect.get(text, '_checkWildcard') as (
    this: Value,
    sought: string,
    operator: string,
  ) => unknown;
  const compare = Reflect.get(text, '_compareString') as (
    this: Value,
    own: string,
    sought: string,
    operator: string,
  ) => boolean;
  Reflect.set(text, '_checkWildcard', function (this: Value, sought: string, operator: string) {
    if (isPlain) {
      const own = String(this.getValue()).toLocaleLowerCase();
      return BooleanValueObject.create(compare.call(this, own, sought, operator));
    }
    if (operator !== '=' && operator !== '<>') return check.call(this, sought, operator);
    const isMatch = patternOf(sought).test(String(this.getValue()).toLocaleLowerCase());
    return BooleanValueObject.create(isMatch === (operator === '='));
  });
}

function patternOf(sought: string): RegExp {
  const pattern = sought.replace(/~[*?~]|[^]/g, (mark) => {
    if (mark === '*') return '[^]*';
    if (mark === '?') return '[^]';
    return mark.slice(-1).replace(/[.*?+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${pattern}$`);
}
