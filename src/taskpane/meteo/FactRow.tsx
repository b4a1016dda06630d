import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Checkbox, Field, Textarea } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import type { Place } from '../../core/problem';
import { CellLink } from './CellLink';
import type { MeteoStrings } from './strings';

type Props = {
  text: string;
  kept: boolean;
  origin: string;
  place: Place | null;
  strings: MeteoStrings;
  disabled: boolean;
  onText: (text: string) => void;
  /** Absent for what stays on the page until it is removed. */
  onKept?: (kept: boolean) => void;
  onRemove?: () => void;
  onShow: (place: Place) => void;
};

/** A fact of the page: printed or not, where it comes from, and its words, which a pencil turns into a field in place. */
export const FactRow = ({ text, kept, origin, place, strings, disabled, onText, onKept, onRemove, onShow }: Props) => {
  const [before, setBefore] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const editing = before !== null;
  useEffect(() => {
    if (wasEditing.current && !editing) pencil.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey) {
      event.preventDefault();
      setBefore(null);
    }
    if (event.key === 'Escape') {
      // It closes the field; the page stays.
      event.preventDefault();
      event.stopPropagation();
      onText(before ?? text);
      setBefore(null);
    }
  };
  return (
    <li className={`fact${kept ? '' : ' fact-left'}`}>
      <div className="fact-main">
        {editing ? (
          <Field className="fact-field" label={strings.facts.text}>
            <Textarea
              autoFocus
              value={text}
              rows={3}
              onChange={(_event, data) => onText(data.value)}
              onKeyDown={pressed}
              onBlur={() => setBefore(null)}
            />
          </Field>
        ) : onKept ? (
          <Checkbox
            className="fact-field"
            checked={kept}
            disabled={disabled}
            label={text}
            onChange={(_event, data) => onKept(data.checked === true)}
          />
        ) : (
          <span className="fact-field fact-own">{text}</span>
        )}
        <p className="caption fact-origin">
          <span>{origin}</span>
          <CellLink place={place} title={strings.select} onShow={onShow} />
        </p>
      </div>
      <Button
        ref={pencil}
        appearance="subtle"
        disabled={disabled || editing}
        icon={<Edit20Regular aria-hidden />}
        aria-label={strings.facts.edit(text)}
        title={strings.facts.edit(text)}
        onClick={() => setBefore(text)}
      />
      {onRemove && (
        <Button
          appearance="subtle"
          disabled={disabled}
          icon={<Delete20Regular aria-hidden />}
          aria-label={strings.facts.remove(text)}
          title={strings.facts.remove(text)}
          onClick={onRemove}
        />
      )}
    </li>
  );
};
