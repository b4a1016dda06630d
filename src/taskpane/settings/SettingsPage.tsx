import { useContext, useEffect, useMemo, useReducer, useState } from 'react';
import { Field, Input, Link, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import type { FormKey } from '../../core/client/settings-form';
import { parseArea } from '../../core/sheet/address';
import { settingFaultText } from '../../core/words/setting-faults';
import { upperFirst } from '../../core/words/typography';
import { ActionDock } from '../parts/ActionDock';
import { DraftNotice } from '../parts/DraftNotice';
import { otherVersionStrings } from '../parts/otherVersionStrings';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { ReadOnly } from '../parts/readOnly';
import { useFollowed } from '../parts/useFollowed';
import { useHeldDraft } from '../parts/useHeldDraft';
import { storedSettings } from './settingsDrafts';
import { hasToSave, initialSettings, reduceSettings, typedSettings } from './settingsFlow';
import { settingsStrings } from './strings';

const GROUPS = [
  ['who', ['client', 'provider', 'contract']],
  ['calendar', ['cadence', 'closedDays', 'plannedEvents']],
  ['page', ['orientation', 'printMinutes', 'language']],
] as const;

/** Texts of several lines. */
const LONG: readonly FormKey[] = ['closedDays', 'plannedEvents'];

/** The settings as a plain form: what is typed is written into its cell when its field is left. */
export const SettingsPage = ({ actions, words, language, action, flow, onBack }: PageProps) => {
  const [state, dispatch] = useReducer(reduceSettings, initialSettings);
  const strings = settingsStrings[language];
  const { kept, typed, faults, phase } = state;
  const readOnly = useContext(ReadOnly);
  const choices = otherVersionStrings[language];
  const [drafts] = useState(() => storedSettings(actions.workbook));
  const draft = useMemo(() => typedSettings(state), [state]);
  const held = useHeldDraft(drafts, kept && 'form', draft, (texts) => dispatch({ type: 'restored', texts }));
  useEffect(() => {
    void actions.settings().then((result) => dispatch({ type: 'loaded', result }));
  }, [actions]);

  useFollowed(flow, () => {
    void actions.settings().then((result) => dispatch({ type: 'again', result, taken: null }));
  });

  const save = (key: FormKey, text: string, insists = false): void => {
    dispatch({ type: 'saving' });
    void actions.saveSetting(key, text, insists ? null : (kept?.[key] ?? null)).then((result) => {
      dispatch({ type: 'saved', key, text, result });
      if (result.ok) flow.read(true);
    });
  };
  const leave = (key: FormKey): void => {
    dispatch({ type: 'left', key });
    if (hasToSave(state, key)) save(key, typed[key]);
  };
  const choose = (key: FormKey, text: string): void => {
    dispatch({ type: 'typed', key, text });
    save(key, text);
  };

  const take = (key: FormKey): void => {
    void actions.settings().then((result) => dispatch({ type: 'again', result, taken: key }));
  };

  const input = (key: FormKey) => {
    if (key === 'orientation' || key === 'printMinutes' || key === 'language')
      return (
        <Select value={typed[key]} disabled={readOnly} onChange={(_event, { value }) => choose(key, value)}>
          {Object.entries(strings.options[key]).map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </Select>
      );
    const shared = { value: typed[key], readOnly, onBlur: () => leave(key) };
    return LONG.includes(key) ? (
      <Textarea {...shared} resize="vertical" onChange={(_event, { value }) => dispatch({ type: 'typed', key, text: value })} />
    ) : (
      <Input
        {...shared}
        {...(key === 'cadence' && { inputMode: 'numeric' as const })}
        onChange={(_event, { value }) => dispatch({ type: 'typed', key, text: value })}
      />
    );
  };
  const count = Object.keys(faults).length;
  const title =
    phase.kind === 'refused' && !kept
      ? words(phase.problem).title
      : !kept
        ? strings.loading
        : count > 0
          ? strings.toFix(count)
          : kept.client === ''
            ? strings.nobody
            : strings.title(kept.client);
  const saved = phase.kind === 'saved' ? phase.saved : null;
  const place = saved && `${saved.sheet.trim()}!${saved.cell}`;
  return (
    <>
      <main aria-busy={!kept && phase.kind === 'loading'}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          <p className="caption">{strings.caption}</p>
        </PageHead>
        <DraftNotice held={held} language={language} onStartOver={() => dispatch({ type: 'cleared' })} />
        {kept &&
          GROUPS.map(([group, keys]) => (
            <section key={group} aria-labelledby={`settings-${group}`}>
              <h2 id={`settings-${group}`}>{strings.groups[group]}</h2>
              <div className="form form-group">
                {keys.map((key) => {
                  const { label, hint } = strings.fields[key];
                  const fault = faults[key];
                  return (
                    <Field
                      key={key}
                      label={label}
                      {...(fault
                        ? {
                            validationState: 'error' as const,
                            validationMessage: upperFirst(settingFaultText(fault.text, fault.fault, language)),
                          }
                        : state.toConfirm.includes(key) && typed[key] === kept[key]
                          ? { validationState: 'warning' as const, validationMessage: strings.toConfirm }
                          : hint !== undefined && { hint })}
                    >
                      {input(key)}
                    </Field>
                  );
                })}
              </div>
            </section>
          ))}
      </main>
      <ActionDock
        label={action}
        pageWrites
        note={phase.kind === 'ready' ? strings.note : null}
        running={phase.kind === 'saving' ? strings.saving : !kept && phase.kind === 'loading' ? strings.loading : null}
        problem={phase.kind === 'refused' || phase.kind === 'changed' ? words(phase.problem) : null}
        texts={() => Object.values(draft ?? {}).join('\n')}
        outcome={
          saved && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>
                <span className="dock-links">
                  <span>{strings.saved}</span>
                  <Link
                    as="button"
                    title={strings.select}
                    onClick={() => {
                      const area = parseArea(saved.cell);
                      if (area) void actions.show(saved.sheet, area);
                    }}
                  >
                    {place}
                  </Link>
                </span>
              </MessageBarBody>
            </MessageBar>
          )
        }
        onUndone={() => {
          dispatch({ type: 'undone' });
          flow.read(true);
        }}
        {...(phase.kind === 'changed'
          ? {
              primary: { text: choices.keep, run: () => save(phase.key, phase.text, true) },
              secondary: { text: choices.take, run: () => take(phase.key) },
            }
          : { primary: { text: strings.done, run: onBack } })}
      />
    </>
  );
};
