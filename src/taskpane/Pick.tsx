import { Field, Select, type FieldProps } from '@fluentui/react-components';
import type { Choice } from '../app/pages/design/summary';
import { useWalk } from './use-walk';

/** One of several, by name. Whoever walks through the list by its keys has chosen when Enter is pressed or the list left. */
export function Pick({
  label,
  choices,
  value,
  onPick,
  field = {},
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onPick: (value: string) => void;
  /** How it stands beside its label, and what is said of it. */
  field?: Partial<FieldProps>;
}) {
  const { shown, ...hands } = useWalk(value, onPick);
  return (
    <Field label={label} size="small" {...field}>
      <Select size="small" value={shown} {...hands}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
