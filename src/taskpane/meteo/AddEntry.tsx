import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { MeteoStrings } from './strings';

type Props = {
  /** Text of the button that opens the form. */
  label: string;
  sentence: string;
  strings: MeteoStrings;
  disabled: boolean;
  onAdd: (text: string) => void;
  /** What is asked beside the sentence; it has its answer already. */
  children: ReactNode;
};

/** Adds a line in two clicks and a sentence; what else it needs is already chosen. */
export const AddEntry = ({ label, sentence, strings, disabled, onAdd, children }: Props) => {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open) field.current?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const close = (): void => {
    setOpen(false);
    setText('');
    setAsked(false);
  };
  const add = (): void => {
    if (text.trim() === '') {
      setAsked(true);
      field.current?.focus();
      return;
    }
    onAdd(text.trim());
    close();
  };
  if (!open)
    return (
      <Button
        ref={button}
        className="add-entry"
        appearance="subtle"
        disabled={disabled}
        icon={<Add20Regular aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
    );
  return (
    <form
      className="form"
      aria-label={label}
      // What is missing is said in the pane's words and language, not in the browser's.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Field label={sentence} required {...(isAsked && { validationMessage: strings.facts.empty })}>
        <Input
          ref={field}
          value={text}
          onChange={(_event, data) => {
            setText(data.value);
            setAsked(false);
          }}
        />
      </Field>
      {children}
      <div className="finding-buttons">
        <Button type="submit">{strings.facts.put}</Button>
        <Button appearance="subtle" onClick={close}>
          {strings.facts.cancel}
        </Button>
      </div>
    </form>
  );
};
