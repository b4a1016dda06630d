import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { DetectedTable } from '../../core/detect/detected';
import type { KnownKpi, KpiField } from '../../core/kpi/check-kpi';
import { CALCULATION_WORDS, DIRECTION_WORDS, UNIT_WORDS, type Calculation } from '../../core/kpi/dictionary-words';
import type { Direction, Unit } from '../../core/kpi/kpi';
import type { KpiDraft } from '../../core/kpi/kpi-draft';
import type { Language } from '../../core/meteo/content';
import { typeset } from '../../core/words/typography';
import { ActionDock } from '../parts/ActionDock';
import { DraftNotice } from '../parts/DraftNotice';
import type { KeptDrafts } from '../parts/keptDrafts';
import { otherVersionStrings } from '../parts/otherVersionStrings';
import { PageHead } from '../parts/PageHead';
import { useHeldDraft } from '../parts/useHeldDraft';
import { draftName, type KeptKpi } from './kpiDrafts';
import { boundWords, boundsOf, checkForm, countsRows, divides, formOf, formTexts, type KpiForm } from './kpiForm';
import type { KpiStrings } from './strings';

/** A field is checked this long after the last key, in milliseconds, or when it is left. */
const PAUSE = 500;

type Props = {
  start: KpiDraft;
  table: DetectedTable;
  known: readonly KnownKpi[];
  strings: KpiStrings;
  language: Language;
  action: string;
  running: boolean;
  problem: { title: string; body: string } | null;
  /** Somebody has changed the KPI in the workbook since: whose version stays is to be chosen. */
  changed: boolean;
  drafts: KeptDrafts<KeptKpi>;
  onSave: (draft: KpiDraft) => void;
  /** Back to the list; what is typed stays a draft. */
  onLeave: (typed: KeptKpi | null) => void;
  /** Back to the list; what is typed goes. */
  onCancel: () => void;
  /** The KPI as the workbook has it now; what is typed goes. */
  onTake: () => void;
};

/** `combination` only stands in older dictionaries: it reads as a sum. */
const CALCULATIONS = (Object.keys(CALCULATION_WORDS.fr) as Calculation[]).filter((name) => name !== 'combination');
const UNITS = Object.keys(UNIT_WORDS.fr) as Unit[];
const DIRECTIONS = Object.keys(DIRECTION_WORDS.fr) as Direction[];

/** The form of one KPI, checked while it is typed; it is saved only when nothing is wrong with it. */
export const KpiEditor = (props: Props) => {
  const { start, table, known, strings, language, action, running, problem, changed, drafts, onSave, onCancel } = props;
  const begun = useMemo(() => formOf(start, language), [start, language]);
  const [form, setForm] = useState<KpiForm>(begun);
  const [looked, setLooked] = useState<KpiForm>(form);
  const [touched, setTouched] = useState<ReadonlySet<KpiField>>(new Set());
  const [insisted, setInsisted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(form), PAUSE);
    return () => clearTimeout(timer);
  }, [form]);

  const typed = useMemo(() => (JSON.stringify(form) === JSON.stringify(begun) ? null : { form, open: true }), [form, begun]);
  const put = (next: KpiForm): void => {
    setForm(next);
    setLooked(next);
  };
  const held = useHeldDraft(drafts, draftName(start.id), typed, (kept) => put(kept.form));
  const choices = otherVersionStrings[language];
  const { faults } = checkForm(looked, table, known, strings, language);
  const change = (field: KpiField, next: KpiForm): void => {
    setForm(next);
    setTouched((before) => new Set([...before, field]));
  };
  const draft = (field: KpiField, part: Partial<KpiDraft>): void => change(field, { ...form, draft: { ...form.draft, ...part } });
  const said = (field: KpiField): string | undefined => (insisted || touched.has(field) ? faults.get(field) : undefined);
  const field = (name: KpiField, label: string, hint: string | undefined, children: ReactNode) => {
    const fault = said(name);
    return (
      <Field
        label={label}
        {...(fault === undefined
          ? hint !== undefined && { hint }
          : { validationState: 'error' as const, validationMessage: fault })}
        onBlur={() => setLooked(form)}
      >
        {children}
      </Field>
    );
  };
  const save = (): void => {
    const now = checkForm(form, table, known, strings, language);
    setLooked(form);
    if (now.faults.size === 0) onSave(now.draft);
    else setInsisted(true);
  };

  const columns = table.columns.filter(({ header, type }) => header !== '' && type !== 'empty' && type !== 'date');
  const example = columns
    .slice(0, 2)
    .map(({ header }) => `[${header}]`)
    .join(' + ');
  const { fields } = strings;
  const percent = form.draft.unit === 'percent' ? fields.percentHint : undefined;
  return (
    <>
      <main>
        <PageHead
          title={start.id === '' ? strings.adding : typeset(start.label, language)}
          back={{ label: strings.backToList, go: () => props.onLeave(typed && { ...typed, open: false }) }}
        />
        <DraftNotice held={held} language={language} onStartOver={() => put(begun)} />
        <div className="form">
          {field(
            'label',
            fields.label,
            undefined,
            <Input value={form.draft.label} onChange={(_event, { value }) => draft('label', { label: value })} />,
          )}
          {field(
            'calculation',
            fields.calculation,
            form.draft.calculation === 'ratio' ? strings.ratioNote : undefined,
            <Select
              value={form.draft.calculation}
              onChange={(_event, { value }) =>
                draft('calculation', { calculation: CALCULATIONS.find((name) => name === value) ?? form.draft.calculation })
              }
            >
              {CALCULATIONS.map((name) => (
                <option key={name} value={name}>
                  {CALCULATION_WORDS[language][name]}
                </option>
              ))}
            </Select>,
          )}
          {!countsRows(form.draft) &&
            field(
              'numerator',
              fields.numerator,
              fields.numeratorHint(example),
              <Input
                list="kpi-columns"
                value={form.draft.numerator}
                onChange={(_event, { value }) => draft('numerator', { numerator: value })}
              />,
            )}
          {divides(form.draft) &&
            field(
              'denominator',
              fields.denominator,
              undefined,
              <Input
                list="kpi-columns"
                value={form.draft.denominator}
                onChange={(_event, { value }) => draft('denominator', { denominator: value })}
              />,
            )}
          <datalist id="kpi-columns">
            {columns.map(({ column, header }) => (
              <option key={column} value={`[${header}]`} />
            ))}
          </datalist>
          {field(
            'unit',
            fields.unit,
            undefined,
            <Select
              value={form.draft.unit}
              onChange={(_event, { value }) => draft('unit', { unit: UNITS.find((name) => name === value) ?? form.draft.unit })}
            >
              {UNITS.map((name) => (
                <option key={name} value={name}>
                  {UNIT_WORDS[language][name]}
                </option>
              ))}
            </Select>,
          )}
          {field(
            'direction',
            fields.direction,
            undefined,
            <Select
              value={form.draft.direction}
              onChange={(_event, { value }) =>
                draft('direction', { direction: DIRECTIONS.find((name) => name === value) ?? form.draft.direction })
              }
            >
              {DIRECTIONS.map((name) => (
                <option key={name} value={name}>
                  {DIRECTION_WORDS[language][name]}
                </option>
              ))}
            </Select>,
          )}
          {boundsOf(form.draft).map((bound) => (
            <div key={bound}>
              {field(
                bound,
                fields[boundWords(bound, form.draft)],
                percent,
                <Input
                  inputMode="decimal"
                  value={form.bounds[bound]}
                  onChange={(_event, { value }) => change(bound, { ...form, bounds: { ...form.bounds, [bound]: value } })}
                />,
              )}
            </div>
          ))}
          {start.id !== '' &&
            field(
              'validFrom',
              fields.validFrom,
              fields.validFromHint,
              <Input
                value={form.validFrom}
                onChange={(_event, { value }) => change('validFrom', { ...form, validFrom: value })}
              />,
            )}
          <Checkbox
            label={fields.key}
            checked={form.draft.key}
            onChange={(_event, { checked }) => setForm({ ...form, draft: { ...form.draft, key: checked === true } })}
          />
          <Checkbox
            label={fields.internal}
            checked={form.draft.internal}
            onChange={(_event, { checked }) => setForm({ ...form, draft: { ...form.draft, internal: checked === true } })}
          />
        </div>
      </main>
      <ActionDock
        label={action}
        note={problem || running ? null : insisted && faults.size > 0 ? strings.fix(faults.size) : strings.note}
        running={running ? strings.running : null}
        problem={problem}
        texts={() => formTexts(form)}
        primary={{ text: changed ? choices.keep : strings.save, disabled: running, writes: true, run: save }}
        secondary={
          changed
            ? { text: choices.take, disabled: running, run: props.onTake }
            : { text: strings.cancel, disabled: running, run: onCancel }
        }
      />
    </>
  );
};
