import type { Ref } from 'react';
import { Field, Input, type FieldProps } from '@fluentui/react-components';
import { serialOf } from '../../core/period/serial';
import { isoDate } from '../../core/words/dates';

type Props = {
  label: string;
  /** Serial; null: not chosen. */
  day: number | null;
  required?: boolean;
  disabled?: boolean;
  /** The last day that can be chosen. */
  latest?: number;
  /** What is wrong with it. */
  validation?: Pick<FieldProps, 'validationMessage' | 'validationState'>;
  field?: Ref<HTMLInputElement>;
  onDay: (day: number | null) => void;
};

/** The serial of a native date field's text, `2026-11-30`; null while it is empty or half typed. */
const dayTyped = (text: string): number | null => {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  return year >= 1900 && month >= 1 && day >= 1 ? serialOf({ year, month, day }) : null;
};

/** A day, in the browser's own field: its calendar, its order of day and month. */
export const DayField = ({ label, day, required = false, disabled = false, latest, validation, field, onDay }: Props) => (
  <Field label={label} required={required} {...validation}>
    <Input
      ref={field}
      type="date"
      disabled={disabled}
      {...(latest !== undefined && { max: isoDate(latest) })}
      value={day === null ? '' : isoDate(day)}
      onChange={(_event, data) => onDay(dayTyped(data.value))}
    />
  </Field>
);
