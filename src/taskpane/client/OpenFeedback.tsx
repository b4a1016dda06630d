import type { Ref } from 'react';
import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import type { OpenFeedbackView } from '../../core/client/feedback-view';
import { MoodIcon } from './MoodIcon';
import type { ClientStrings } from './strings';

type Props = {
  feedback: OpenFeedbackView;
  answer: string;
  show: boolean;
  meteo: number;
  /** The workbook cannot be written. */
  readOnly: boolean;
  disabled: boolean;
  /** The answer is required and blank. */
  wanting: boolean;
  heading: Ref<HTMLHeadingElement>;
  field: Ref<HTMLTextAreaElement>;
  strings: ClientStrings;
  onAnswer: (text: string) => void;
  onShow: (show: boolean) => void;
};

const ID = 'client-current';

/** One piece of feedback in full, with the answer to correct. */
export const OpenFeedback = ({
  feedback,
  answer,
  show,
  meteo,
  readOnly,
  disabled,
  wanting,
  heading,
  field,
  strings,
  onAnswer,
  onShow,
}: Props) => {
  const { entry, shown, reply } = feedback;
  const isProposed = answer === reply.text;
  return (
    <section aria-labelledby={ID}>
      <div className="feedback-head">
        <MoodIcon mood={entry.mood} />
        <div>
          <h2 id={ID} tabIndex={-1} ref={heading}>
            {entry.subject === '' ? strings.noSubject : entry.subject}
          </h2>
          <p className="caption">{strings.said(entry.from, entry.date)}</p>
        </div>
        <span className="feedback-mood">{strings.moods[entry.mood ?? 'unsaid']}</span>
      </div>
      <blockquote className="feedback-quote">{strings.quote(entry.text)}</blockquote>
      {!readOnly && (
        <>
          <Field
            label={strings.answer}
            required
            hint={isProposed ? strings.basis(reply.basis) : strings.written}
            {...(wanting && { validationMessage: strings.answerMissing })}
          >
            <Textarea
              ref={field}
              value={answer}
              rows={6}
              resize="vertical"
              disabled={disabled}
              onChange={(_event, { value }) => onAnswer(value)}
            />
          </Field>
          {entry.mood === 'unhappy' && !shown && (
            <Checkbox
              label={strings.show(meteo)}
              checked={show}
              disabled={disabled}
              onChange={(_event, { checked }) => onShow(checked === true)}
            />
          )}
          {shown && <p className="caption">{strings.shown(meteo)}</p>}
        </>
      )}
    </section>
  );
};
