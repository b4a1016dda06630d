import { useEffect, useRef, type ReactNode } from 'react';
import { Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { MOODS } from '../../core/client/moods';
import { serialOf } from '../../core/period/serial';
import { isoDate } from '../../core/words/dates';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { FeedbackForm as Form } from './clientFlow';
import type { ClientStrings } from './strings';

type Props = {
  form: Form;
  /** Labels of the KPIs that the feedback may be about. */
  subjects: readonly string[];
  strings: ClientStrings;
  action: string;
  running: string | null;
  problem: { title: string; body: string } | null;
  wanting: boolean;
  onForm: (form: Form) => void;
  onAdd: () => void;
  /** Back to the page; what was typed stays. */
  onClose: () => void;
  /** Back to the page; what was typed goes. */
  onCancel: () => void;
  /** What is said of the form's draft. */
  notice: ReactNode;
};

const SUBJECTS = 'client-subjects';

/** The serial of a native date field's text, `2026-11-30`; null while it is empty or half typed. */
const dayTyped = (text: string): number | null => {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  return year >= 1900 && month >= 1 && day >= 1 ? serialOf({ year, month, day }) : null;
};

/** Writes down what the client said; a blank text is asked for, in its field. */
export const FeedbackForm = ({ form, subjects, strings: { form: strings, moods }, ...props }: Props) => {
  const text = useRef<HTMLTextAreaElement>(null);
  const isRunning = props.running !== null;
  const isTextMissing = props.wanting && form.text.trim() === '';
  const isDateMissing = props.wanting && form.date === null;
  useEffect(() => {
    if (isTextMissing) text.current?.focus();
  }, [isTextMissing]);
  const change = (part: Partial<Form>): void => props.onForm({ ...form, ...part });
  return (
    <>
      <main>
        <PageHead title={strings.title} back={{ label: strings.back, go: props.onClose }} />
        {props.notice}
        <div className="form">
          <Field label={strings.text} required {...(isTextMissing && { validationMessage: strings.textMissing })}>
            <Textarea
              ref={text}
              rows={3}
              resize="vertical"
              value={form.text}
              disabled={isRunning}
              onChange={(_event, { value }) => change({ text: value })}
            />
          </Field>
          <Field label={strings.mood}>
            <RadioGroup
              value={form.mood}
              disabled={isRunning}
              onChange={(_event, { value }) => change({ mood: MOODS.find((mood) => mood === value) ?? form.mood })}
            >
              {MOODS.map((mood) => (
                <Radio key={mood} value={mood} label={moods[mood]} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={strings.subject} hint={strings.subjectHint}>
            <Input
              list={SUBJECTS}
              value={form.subject}
              disabled={isRunning}
              onChange={(_event, { value }) => change({ subject: value })}
            />
          </Field>
          <datalist id={SUBJECTS}>
            {subjects.map((subject) => (
              <option key={subject} value={subject} />
            ))}
          </datalist>
          <Field label={strings.from} hint={strings.fromHint}>
            <Input value={form.from} disabled={isRunning} onChange={(_event, { value }) => change({ from: value })} />
          </Field>
          <Field label={strings.date} required {...(isDateMissing && { validationMessage: strings.dateMissing })}>
            <Input
              type="date"
              value={form.date === null ? '' : isoDate(form.date)}
              disabled={isRunning}
              onChange={(_event, { value }) => change({ date: dayTyped(value) })}
            />
          </Field>
        </div>
      </main>
      <ActionDock
        label={props.action}
        note={isRunning || props.problem ? null : strings.note}
        running={props.running}
        problem={props.problem}
        texts={() => [form.text, form.subject, form.from].filter((typed) => typed.trim() !== '').join('\n')}
        primary={{ text: strings.add, disabled: isRunning, writes: true, run: props.onAdd }}
        secondary={{ text: strings.cancel, disabled: isRunning, run: props.onCancel }}
      />
    </>
  );
};
