import { Field, Link, Textarea } from '@fluentui/react-components';
import type { EditField } from '../../core/meteo/edits';
import { textOf, withText } from './editing';
import type { SectionProps } from './section';

type Props = Pick<SectionProps, 'prepared' | 'edits' | 'strings' | 'disabled' | 'onEdit'> & {
  field: EditField;
  label: string;
  hint?: string;
  rows?: number;
};

/** A text of the page: drafted, until somebody writes it otherwise; and the way back to what was drafted. */
export const DraftedField = ({ field, label, hint, rows = 2, prepared, edits, strings, disabled, onEdit }: Props) => {
  const { drafted } = prepared;
  const text = textOf(edits, field, drafted);
  return (
    <div className="drafted">
      <Field label={label} {...(hint !== undefined && { hint })}>
        <Textarea
          value={text}
          rows={rows}
          resize="vertical"
          disabled={disabled}
          onChange={(_event, data) => onEdit(withText(edits, field, data.value, drafted))}
        />
      </Field>
      {text !== drafted[field] && !disabled && (
        <Link as="button" className="drafted-back" onClick={() => onEdit(withText(edits, field, drafted[field], drafted))}>
          {strings.asDrafted}
        </Link>
      )}
    </div>
  );
};
