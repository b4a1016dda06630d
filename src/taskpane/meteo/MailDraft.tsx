import type { Ref } from 'react';
import { Field, Input, Link, Textarea } from '@fluentui/react-components';
import type { MeteoMail } from '../../core/meteo/mail';
import type { MeteoStrings } from './strings';

type Props = {
  mail: MeteoMail;
  /** The browser refused to copy: the text is selected instead. */
  isRefused: boolean;
  strings: MeteoStrings['result']['mail'];
  field: Ref<HTMLTextAreaElement>;
};

/** The mail that goes with the page, to paste or to open as a draft. */
export const MailDraft = ({ mail, isRefused, strings, field }: Props) => (
  <div className="form">
    <Field label={strings.subject}>
      <Input readOnly value={mail.subject} />
    </Field>
    <Field label={strings.text} {...(isRefused && { hint: strings.notCopied })}>
      <Textarea ref={field} readOnly value={mail.text} rows={6} resize="vertical" />
    </Field>
    <p>
      <Link href={mail.mailto} target="_blank" rel="noreferrer">
        {strings.draft}
      </Link>
    </p>
  </div>
);
