import { useEffect, useRef, useState } from 'react';
import { Link } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import { formatDate } from '../../core/words/dates';
import { DayField } from './DayField';
import { isIssuable } from './issuable';
import type { MeteoSession } from './session';
import type { MeteoStrings } from './strings';

type Props = {
  session: MeteoSession;
  /** Serial of the chosen day; null: today. */
  chosen: number | null;
  strings: MeteoStrings['issued'];
  language: Language;
  disabled?: boolean;
};

/** Milliseconds after a key at which a day is taken for typed. */
const TYPED_AFTER = 700;

/** The day that the page is made for, in words; pressed, a field to choose another: the page then ends before it. */
export const IssueDay = ({ session, chosen, strings, language, disabled = false }: Props) => {
  const today = session.today();
  const day = chosen ?? today;
  const [isOpen, setOpen] = useState(false);
  /** What the field shows; null while it is half typed. */
  const [typed, setTyped] = useState<number | null>(day);
  const field = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState(day);
  if (known !== day) {
    setKnown(day);
    setTyped(day);
  }
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  useEffect(() => {
    if (typed === null || typed === day || !isIssuable(typed, today)) return;
    const waiting = setTimeout(() => void session.issue(typed), TYPED_AFTER);
    return () => clearTimeout(waiting);
  }, [session, typed, day, today]);
  if (!isOpen)
    return (
      <p className="caption">
        <Link as="button" disabled={disabled} onClick={() => setOpen(true)}>
          {strings.change(formatDate(day, language))}
        </Link>
      </p>
    );
  return (
    <div className="issue-day">
      <DayField
        label={strings.label}
        day={typed}
        latest={today}
        {...(typed !== null &&
          !isIssuable(typed, today) && { validation: { validationMessage: strings.future, validationState: 'error' as const } })}
        field={field}
        disabled={disabled}
        onDay={setTyped}
      />
      {chosen !== null && (
        <p className="caption">
          <Link
            as="button"
            onClick={() => {
              field.current?.focus();
              void session.issue(null);
            }}
          >
            {strings.today}
          </Link>
        </p>
      )}
    </div>
  );
};
