import './meteo.css';
import { useContext, useEffect, useRef, useState } from 'react';
import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import type { MeteoMail } from '../../core/meteo/mail';
import { formatDate } from '../../core/words/dates';
import { ActionDock } from '../parts/ActionDock';
import { useBackKeys } from '../parts/backKeys';
import type { PageProps } from '../parts/page';
import { ReadOnly } from '../parts/readOnly';
import { isReloaded } from '../parts/reloaded';
import { StatusMark } from '../parts/StatusMark';
import { UndoLink } from '../parts/UndoLink';
import { useRun } from '../parts/useRun';
import { copyMail } from './copyMail';
import { dayBefore } from './headline';
import { MailDraft } from './MailDraft';
import { nextAct, type MadePage, type MeteoAct, type MeteoState } from './meteoState';
import { PageHeadline } from './PageHeadline';
import { SendStep } from './SendStep';
import { meteoStrings, type MeteoStrings } from './strings';
import { useMeteo } from './useMeteo';

type Steps = MeteoStrings['result'];

/** What the ribbon's button asks of the page, in its address (`?page=meteoResult&id=pdf`). */
const SAVED_AT_ONCE = 'pdf';

const outcomeText = (act: MeteoAct, { row, file }: MadePage, strings: MeteoStrings, language: Language): string => {
  switch (act) {
    case 'generate':
      return strings.written(row.number);
    case 'pdf':
      return strings.result.saved(file?.name ?? '');
    case 'mail':
      return strings.result.mail.copied;
    case 'sent':
      return strings.title.sent(row.number, formatDate(row.sent ?? row.issued, language));
  }
};

const runningText = ({ dock, reading }: MeteoState, steps: Steps, loading: string): string | null => {
  if (dock.kind === 'running') return dock.act === 'sent' ? steps.sent.running : steps.pdf.running;
  return reading.kind === 'loading' ? loading : null;
};

/** What was made, and the three steps that send it: the dock's button is always the one that comes next. */
export const ResultPage = ({ actions, words, language, action, flow, go, onBack, id }: PageProps) => {
  const { session, state } = useMeteo(actions, flow.state.reading, 'result');
  const [mail, setMail] = useState<MeteoMail | null>(null);
  const [isRefused, setRefused] = useState(false);
  const mailText = useRef<HTMLTextAreaElement>(null);
  const strings = meteoStrings[language];
  const steps = strings.result;
  const { made, dock, reading, drawn } = state;
  // Sent, it is not drawn any more; what was drawn last is what was sent.
  const [picture, setPicture] = useState(drawn?.picture ?? null);
  if (drawn && drawn.picture !== picture) setPicture(drawn.picture);
  // Nothing was written since while the message about the page is shown.
  const conversation = useRun()?.state;
  const written = conversation?.undo ?? null;
  const readOnly = useContext(ReadOnly);
  useBackKeys(onBack);
  useEffect(() => session?.resume(), [session, drawn]);
  // The ribbon's button asks for the file, and nothing has to be answered: it is made as soon as the page is known.
  const asked = useRef(id === SAVED_AT_ONCE && !isReloaded());
  const isMade = made !== null;
  useEffect(() => {
    if (!asked.current || !isMade) return;
    asked.current = false;
    void session?.savePdf();
  }, [session, isMade]);
  useEffect(() => {
    if (isRefused) mailText.current?.select();
  }, [isRefused]);

  if (!made)
    return (
      <>
        <main aria-busy={reading.kind === 'loading'}>
          <h1 tabIndex={-1}>{reading.kind === 'loading' ? strings.loading : steps.none.title}</h1>
          {reading.kind !== 'loading' && <p className="caption">{steps.none.body}</p>}
        </main>
        <ActionDock
          label={action}
          note={null}
          running={runningText(state, steps, strings.loading)}
          problem={null}
          primary={{ text: steps.none.start, run: onBack }}
        />
      </>
    );

  const { row, page, file } = made;
  const next = nextAct(made);
  const cadence = reading.kind === 'ready' ? reading.preparation.cadence : null;
  const prepareMail = async (): Promise<void> => {
    const written = await session?.mail(made);
    if (!written?.ok) return;
    setMail(written.value);
    const copied = await copyMail(written.value);
    setRefused(!copied);
    session?.mailed();
  };
  const run: Readonly<Record<Exclude<MeteoAct, 'generate'>, () => void>> = {
    pdf: () => void session?.savePdf(),
    mail: () => void prepareMail(),
    sent: () => void session?.markSent().then(() => flow.read(true)),
  };
  const current = (act: MeteoAct): boolean => next === act;
  const busy = dock.kind === 'running';
  const isKept = dock.kind === 'done' && dock.act === 'generate' && !written;
  const nextDate = cadence ? formatDate(cadence.next, language) : null;
  return (
    <>
      <main>
        <PageHeadline
          title={
            row.sent === null ? strings.title.ready(row.number) : strings.title.sent(row.number, formatDate(row.sent, language))
          }
          picture={picture}
          strings={strings}
          onEnlarge={drawn && (() => go('meteoPreview'))}
        >
          {nextDate !== null && (
            <p className="caption">{row.minutes === null ? steps.next(nextDate) : steps.prepared(row.minutes, nextDate)}</p>
          )}
          <p className="fit">
            <StatusMark tone="good">{steps.onePage}</StatusMark>
          </p>
          {row.sent === null && (
            <p className="caption">
              <Link as="button" onClick={onBack}>
                {steps.change}
              </Link>
            </p>
          )}
        </PageHeadline>
        <h2>
          {row.sent !== null
            ? steps.headingSent
            : cadence?.due && cadence.lateBy === 0
              ? cadence.due === row.issued
                ? steps.headingToday
                : steps.heading(dayBefore(cadence.due, row.issued, language, true))
              : steps.headingFree}
        </h2>
        <ol>
          <SendStep
            place={1}
            {...steps.pdf}
            caption={file?.name ?? steps.pdf.caption}
            side={file ? steps.pdf.size(file.kilobytes) : null}
            doneWord={steps.done}
            isDone={file !== null}
            isCurrent={current('pdf')}
            disabled={busy}
            run={run.pdf}
          />
          <SendStep
            place={2}
            {...steps.mail}
            doneWord={steps.done}
            isDone={made.mailed}
            isCurrent={current('mail')}
            disabled={busy}
            run={run.mail}
          >
            {mail && <MailDraft mail={mail} isRefused={isRefused} strings={steps.mail} field={mailText} />}
          </SendStep>
          <SendStep
            place={3}
            {...steps.sent}
            doneWord={steps.done}
            isDone={row.sent !== null}
            isCurrent={current('sent')}
            disabled={busy || readOnly || row.sent !== null}
            run={run.sent}
          />
        </ol>
      </main>
      <ActionDock
        label={action}
        note={null}
        running={runningText(state, steps, strings.loading)}
        problem={dock.kind === 'problem' ? words(dock.problem) : null}
        outcome={
          dock.kind === 'done' && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>
                  {dock.act === 'mail' && isRefused ? steps.mail.notCopied : outcomeText(dock.act, made, strings, language)}
                </MessageBarTitle>
                <span className="dock-links">
                  <Link as="button" onClick={() => void actions.select(page.content.sheetName)}>
                    {strings.showSheet}
                  </Link>
                  {dock.act === 'generate' && written && (
                    <UndoLink
                      receipt={written}
                      onUndone={() => {
                        session?.undone();
                        flow.read(true);
                        onBack();
                      }}
                    />
                  )}
                </span>
              </MessageBarBody>
            </MessageBar>
          )
        }
        onUndone={() => {
          session?.undone();
          flow.read(true);
        }}
        // Another dock was there while the page was written: that it is not undone from here is to be said all the same.
        writesBefore={isKept && conversation ? conversation.writes - 1 : null}
        primary={
          next === null || next === 'generate'
            ? { text: strings.history.link, run: () => go('meteoHistory') }
            : { text: steps[next].label, disabled: busy, writes: next === 'sent', run: run[next] }
        }
      />
    </>
  );
};
