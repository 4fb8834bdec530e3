import { Field, Select } from '@fluentui/react-components';
import type { Choice } from '../app/pages/design/summary';

/** One of several, by name. */
export function Pick({
  label,
  choices,
  value,
  onPick,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onPick: (value: string) => void;
}) {
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        value={value}
        onChange={(_, data) => {
          onPick(data.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
