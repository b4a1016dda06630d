import './flash.css';
import { useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Field, Link, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import { flashCaption, flashText, flashTitle } from '../../core/flash/text';
import { pointMeant } from '../../core/flash/times';
import { ActionDock } from '../parts/ActionDock';
import { copyText } from '../parts/copyText';
import { DraftNotice } from '../parts/DraftNotice';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { ReadOnly } from '../parts/readOnly';
import { remedyOf } from '../parts/remedy';
import { otherVersionStrings } from '../parts/otherVersionStrings';
import { useHeldDraft } from '../parts/useHeldDraft';
import { CountFields } from './CountFields';
import { storedFlash } from './flashDrafts';
import {
  countsWanting,
  firstAtFault,
  firstMissing,
  impossibleProblem,
  initialFlash,
  pointOf,
  reduceFlash,
  typedFlash,
} from './flashForm';
import { Results } from './Results';
import { flashStrings } from './strings';

/** A flash point: three numbers beside their forecast, what they come to as one types, and a text to paste. */
export const FlashPage = ({ actions, words, strings: pane, language, action: dockLabel, go, onBack, flow }: PageProps) => {
  const strings = flashStrings[language];
  const [state, dispatch] = useReducer(reduceFlash, initialFlash);
  const atFault = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const readOnly = useContext(ReadOnly);
  const [isCopied, setCopied] = useState(false);
  const { watch } = actions;
  const { context, action, dock, before } = state;
  const choices = otherVersionStrings[language];
  /** Somebody else has written the point of this minute meanwhile. */
  const isChanged = dock.kind === 'problem' && dock.problem.code === 'changed-since-read';

  const read = useCallback(
    () => watch.flash(pointMeant(watch.now())).then((result) => dispatch({ type: 'read', result })),
    [watch],
  );
  useEffect(() => {
    void read();
  }, [read]);
  const [drafts] = useState(() => storedFlash(actions.workbook));
  const kept = useMemo(() => typedFlash(state), [state]);
  const held = useHeldDraft(drafts, context && String(context.moment), kept, (draft) => dispatch({ type: 'restored', draft }));
  const isSaved = dock.kind === 'saved';

  const point = pointOf(state);
  const said = point ? flashText(point, action) : '';
  const save = async (): Promise<void> => {
    if (!point || !context) return;
    if (firstMissing(state) >= 0) {
      dispatch({ type: 'wanting' });
      atFault.current?.focus();
      return;
    }
    const impossible = impossibleProblem(state);
    if (impossible) {
      dispatch({ type: 'impossible', problem: impossible });
      atFault.current?.focus();
      return;
    }
    // Before anything else: the clipboard is only open to a click.
    const copied = await copyText(said);
    dispatch({ type: 'saving' });
    const values = context.counts.map(({ id }, place) => ({ name: id, value: point.values[place] ?? 0 }));
    const written = { values: values.map(({ value }) => value), action };
    const result = await watch.save({ moment: context.moment, values, action, before: isChanged ? null : before });
    dispatch({ type: 'saved', result, copied, written });
    if (result.ok && !copied) {
      text.current?.focus();
      text.current?.select();
    }
    if (!result.ok) return;
    held.drop();
    flow.read(true);
  };

  /** What somebody else wrote stands in the form, and nothing of what was typed here is kept. */
  const takeWritten = async (): Promise<void> => {
    held.drop();
    await read();
  };

  /** All that can be done in a workbook that can only be read. */
  const copy = async (): Promise<void> => {
    const copied = await copyText(said);
    setCopied(copied);
    if (copied) return;
    text.current?.focus();
    text.current?.select();
  };
  const problem = dock.kind === 'problem' ? words(dock.problem) : null;
  const isLoading = !context && problem === null;
  const isBusy = dock.kind === 'saving';
  const wanting = countsWanting(state);
  const remedy = remedyOf(dock.kind === 'problem' ? dock.problem : null, { actions, go, language });
  return (
    <>
      <main aria-busy={isLoading}>
        <PageHead
          title={context ? flashTitle(context.moment, language) : (problem?.title ?? strings.loading)}
          back={{ label: strings.back, go: onBack }}
        >
          {!context && problem ? (
            <p className="explained" role="alert">
              {problem.body}
            </p>
          ) : (
            <p className="caption">{context && flashCaption(context, language)}</p>
          )}
        </PageHead>
        {context && point && (
          <>
            <DraftNotice held={held} language={language} onStartOver={() => dispatch({ type: 'cleared' })} />
            <CountFields
              state={state}
              strings={strings}
              language={language}
              disabled={isBusy}
              atFault={atFault}
              placeAtFault={firstAtFault(state)}
              onTyped={(place, typedText) => dispatch({ type: 'typed', place, text: typedText })}
            />
            {context.basis && <p className="caption flash-basis">{strings.basis[context.basis]}</p>}
            <Results point={point} strings={strings} language={language} />
            <Field className="flash-action" label={strings.action} hint={strings.actionHint}>
              <Textarea
                resize="vertical"
                disabled={isBusy}
                value={action}
                onChange={(_, data) => dispatch({ type: 'action', text: data.value })}
              />
            </Field>
            <h2 id="flash-text">{strings.text}</h2>
            <textarea
              className="flash-text"
              aria-labelledby="flash-text"
              readOnly
              ref={text}
              rows={said.split('\n').length + 2}
              value={said}
            />
          </>
        )}
      </main>
      <ActionDock
        label={dockLabel}
        pageWrites
        note={context && dock.kind === 'ready' ? (wanting > 0 ? strings.toType(wanting) : strings.note) : null}
        running={isLoading ? strings.loading : isBusy ? strings.saving : null}
        // Without a point the page itself says why.
        problem={context ? problem : null}
        outcome={
          isCopied ? (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>{strings.textCopied}</MessageBarBody>
            </MessageBar>
          ) : (
            isSaved && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>
                  {dock.copied ? strings.copied(dock.sheet) : strings.toCopy(dock.sheet)}{' '}
                  <Link as="button" onClick={() => void actions.select(dock.sheet)}>
                    {strings.open}
                  </Link>
                </MessageBarBody>
              </MessageBar>
            )
          )
        }
        texts={() => said}
        onUndone={() => {
          // What was typed stays: undone is its row.
          dispatch({ type: 'undone' });
          flow.read(true);
        }}
        {...(isChanged && { secondary: { text: choices.take, run: () => void takeWritten() } })}
        remedy={remedy}
        primary={
          readOnly && context
            ? { text: strings.copy, run: () => void copy() }
            : context || problem === null
              ? { text: isChanged ? choices.keep : strings.save, disabled: isLoading || isBusy, run: () => void save() }
              : // What has to be answered or put right elsewhere is no better for being read again.
                { text: pane.tryAgain, disabled: remedy !== null, run: () => void read() }
        }
      />
    </>
  );
};
