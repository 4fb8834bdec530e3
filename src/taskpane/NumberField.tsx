import { Field, SpinButton } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from './pane-context';

/**
 * A number that counts when it is settled: on the buttons, on Enter, on leaving the field. What cannot be is
 * left standing and told, never changed into something that can.
 */
export function NumberField({
  label,
  value,
  min,
  max,
  step,
  isWhole = false,
  isMoney = false,
  onNumber,
  onBlank,
}: {
  label: string;
  /** Undefined: nothing given yet. */
  value: number | undefined;
  min: number;
  max: number;
  step: number;
  isWhole?: boolean;
  /** Shown with its thousands apart. */
  isMoney?: boolean;
  onNumber: (value: number) => void;
  /** There may be none: the field is cleared. Absent: a blank is refused. */
  onBlank?: () => void;
}) {
  const { say, numbers } = usePane();
  const [refused, refuse] = useState<string | undefined>();
  const settle = (next: number, text: string) => {
    if (!Number.isFinite(next) || next < min || next > max || (isWhole && !Number.isInteger(next))) {
      refuse(text);
      return;
    }
    refuse(undefined);
    if (next !== value) onNumber(next);
  };
  return (
    <Field
      label={label}
      size="small"
      {...(refused === undefined
        ? {}
        : {
            validationState: 'error' as const,
            validationMessage: say('number.range', {
              min: numbers.plain(min),
              max: numbers.plain(max),
              whole: isWhole ? 'yes' : 'no',
            }),
          })}
    >
      <SpinButton
        size="small"
        // What was refused is nobody's value: the old one typed again is a change of it.
        value={refused === undefined ? (value ?? null) : null}
        displayValue={
          refused ?? (value === undefined ? '' : isMoney ? numbers.decimal(value, 2) : numbers.plain(value))
        }
        step={step}
        onChange={(_, data) => {
          const text = data.displayValue ?? '';
          if (onBlank !== undefined && (data.value ?? null) === null && text.trim() === '') {
            refuse(undefined);
            if (value !== undefined) onBlank();
            return;
          }
          settle(data.value ?? numbers.parse(text), text);
        }}
      />
    </Field>
  );
}
