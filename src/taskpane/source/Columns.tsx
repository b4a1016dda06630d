import { useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { Field, Link, Select } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import type { DetectedColumn } from '../../core/detect/detected';
import { choiceOf, KEPT_TYPES, type ColumnChoice } from '../../core/detect/column-choice';
import { DURATION_WORDS, TYPE_WORDS } from '../../core/detect/mapping-words';
import { columnPlace } from '../../core/detect/places';
import type { SourceView } from '../../core/detect/source-view';
import { measureHeader } from '../../core/detect/synonyms';
import type { Language } from '../../core/meteo/content';
import { columnReasonText, sampleText } from '../../core/words/detected';
import { sideBySide } from '../../core/words/sideBySide';
import { typeset } from '../../core/words/typography';
import { ReadOnly } from '../parts/readOnly';
import { choiceText } from './Questions';
import { columnNow, groupsOf, type SourceEvent, type SourceState } from './sourceFlow';
import type { SourceStrings } from './strings';

type Props = {
  state: SourceState;
  strings: SourceStrings;
  language: Language;
  dispatch: (event: SourceEvent) => void;
  onSelect: (column: number) => void;
};

/** Rows beyond which a section is closed until it is asked for. */
const SHORT = 8;

const valueOf = (choice: ColumnChoice): string =>
  choice.kind === 'measure' ? `measure:${choice.measure}` : choice.kind === 'type' ? `type:${choice.type}` : 'left';

const choiceIn = (value: string): ColumnChoice => {
  const [kind, name = ''] = value.split(':');
  const type = KEPT_TYPES.find((known) => known === name);
  if (kind === 'measure') return { kind, measure: name };
  return kind === 'type' && type ? { kind, type } : { kind: 'left-out' };
};

const across = (view: SourceView): boolean => view.table.kind === 'across';

type CheckProps = Props & {
  column: DetectedColumn;
  /** The user just asked to change it: the button that had the focus is gone. */
  asked: boolean;
};

/** One column to check: what it may be, and under it how sure that is, why, and a value. */
const Check = ({ column, asked, state, strings, language, dispatch, onSelect }: CheckProps) => {
  const { view } = state;
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  if (!view) return null;
  const now = columnNow(state, column);
  const choice = choiceOf(now);
  const place = strings.place(columnPlace(view.table, column.column), across(view));
  const hint =
    column.type === 'rate' && !column.parts
      ? strings.check.rate
      : strings.check.hint(
          column.confidence >= 0.7 ? 'medium' : 'low',
          column.confidence,
          columnReasonText(column, language),
          sampleText(column, language),
        );
  const measures = [...new Set([...view.measures, ...(choice.kind === 'measure' ? [choice.measure] : [])])];
  return (
    <li className="check">
      <Field label={strings.check.label(column.header, place)} hint={hint}>
        <Select
          ref={field}
          value={valueOf(choice)}
          onFocus={() => onSelect(column.column)}
          onChange={(_event, { value }) => dispatch({ type: 'chosen', column: column.column, choice: choiceIn(value) })}
        >
          <optgroup label={strings.options.measures}>
            {measures.map((measure) => (
              <option key={measure} value={`measure:${measure}`}>
                {typeset(measureHeader(measure, language), language)}
              </option>
            ))}
          </optgroup>
          <optgroup label={strings.options.types}>
            {KEPT_TYPES.map((type) => (
              <option key={type} value={`type:${type}`}>
                {TYPE_WORDS[language][type]}
              </option>
            ))}
          </optgroup>
          <option value="left">{strings.options.leave}</option>
        </Select>
      </Field>
      {now.type === 'duration' && (
        <Field label={strings.check.unit}>
          <Select
            value={now.duration ?? ''}
            onChange={(_event, { value }) => {
              const unit = (['seconds', 'minutes', 'hours', 'day-fraction'] as const).find((known) => known === value);
              if (unit) dispatch({ type: 'unit', column: column.column, unit });
            }}
          >
            {now.duration === undefined && <option value="">{strings.lost.choose}</option>}
            {(['seconds', 'minutes', 'hours', 'day-fraction'] as const).map((unit) => (
              <option key={unit} value={unit}>
                {DURATION_WORDS[language][unit]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </li>
  );
};

type KnownProps = Omit<Props, 'dispatch'> & { column: DetectedColumn; onChange: () => void };

/** A row that selects its column in the sheet, with what it was taken for and a way to change that. */
const Known = ({ column, state, strings, language, onSelect, onChange }: KnownProps) => {
  const { view } = state;
  const readOnly = useContext(ReadOnly);
  if (!view) return null;
  const isDate = column.column === (view.table.dateColumn ?? state.dateColumn);
  const now = columnNow(state, column);
  const choice = choiceOf(now);
  const meaning = isDate
    ? strings.date
    : choice.kind === 'type'
      ? strings.known.own(TYPE_WORDS[language][choice.type])
      : choiceText(choice, strings, language);
  const sample = sampleText(column, language);
  const place = columnPlace(view.table, column.column);
  const reason = columnReasonText(column, language);
  const left = choice.kind === 'left-out' && !isDate;
  return (
    <li className="row">
      <button
        type="button"
        className="row-button"
        title={strings.selectRange(`${view.table.sheet} ${place}`)}
        onClick={() => onSelect(column.column)}
      >
        <span>{left ? column.header : `${column.header} → ${meaning}`}</span>
        <span className="caption">{sideBySide(place, now.reason === 'confirmed' ? null : reason, sample)}</span>
      </button>
      <span className="row-value row-side">
        {!left && <span>{now.reason === 'confirmed' ? strings.known.confirmed : strings.percent(column.confidence)}</span>}
        {!isDate && !readOnly && (
          <Link as="button" aria-label={strings.changeOf(column.header)} onClick={onChange}>
            {strings.change}
          </Link>
        )}
      </span>
    </li>
  );
};

type SectionProps = { id: string; heading: string; side?: string; count: number; children: ReactNode };

/** A list under its heading; a long one is closed until it is opened. */
const Section = ({ id, heading, side, count, children }: SectionProps) => {
  const [open, setOpen] = useState(count <= SHORT);
  if (count === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {count <= SHORT ? (
          heading
        ) : (
          <button type="button" className="heading-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {heading}
            {open ? <ChevronUp20Regular aria-hidden /> : <ChevronDown20Regular aria-hidden />}
          </button>
        )}
        {side !== undefined && open && <span className="caption heading-side">{side}</span>}
      </h2>
      {open && <ul>{children}</ul>}
    </section>
  );
};

/** The columns of the table: those to check, those recognised, those left out. */
export const Columns = (props: Props) => {
  const { state, strings, dispatch } = props;
  const [asked, setAsked] = useState<number | null>(null);
  const change = (column: number) => (): void => {
    setAsked(column);
    dispatch({ type: 'changing', column });
  };
  const { check, known, left } = groupsOf(state);
  return (
    <>
      {check.length > 0 && (
        <section aria-labelledby="source-check">
          <h2 id="source-check">{strings.check.heading(check.length)}</h2>
          <ul>
            {check.map((column) => (
              <Check key={column.column} {...props} column={column} asked={asked === column.column} />
            ))}
          </ul>
        </section>
      )}
      <Section
        id="source-known"
        heading={strings.known.heading(known.length)}
        side={strings.known.confidence}
        count={known.length}
      >
        {known.map((column) => (
          <Known key={column.column} {...props} column={column} onChange={change(column.column)} />
        ))}
      </Section>
      <Section id="source-left" heading={strings.left.heading(left.length)} count={left.length}>
        {left.map((column) => (
          <Known key={column.column} {...props} column={column} onChange={change(column.column)} />
        ))}
      </Section>
    </>
  );
};
