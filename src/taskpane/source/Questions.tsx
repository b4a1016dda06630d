import type { ReactNode } from 'react';
import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import { measureHeader } from '../../core/detect/synonyms';
import { DURATION_WORDS, TYPE_WORDS } from '../../core/detect/mapping-words';
import { ASKED_UNITS } from '../../core/detect/asked-unit';
import type { SourceView } from '../../core/detect/source-view';
import type { ColumnChoice } from '../../core/detect/column-choice';
import type { DateReading } from '../../core/detect/mapping-decide';
import { columnPlace } from '../../core/detect/places';
import { formatDate } from '../../core/words/dates';
import { typeset } from '../../core/words/typography';
import { changedId, lostId, unitId, unitQuestions, type SourceEvent, type SourceState } from './sourceFlow';
import type { SourceStrings } from './strings';

type Props = {
  state: SourceState;
  strings: SourceStrings;
  language: Language;
  dispatch: (event: SourceEvent) => void;
  /** Shows another of the tables found. */
  onTable: (index: number) => void;
};

/** A choice in the user's words: a measure's name, a type, or nothing. */
export const choiceText = (choice: ColumnChoice, strings: SourceStrings, language: Language): string => {
  switch (choice.kind) {
    case 'measure':
      return typeset(measureHeader(choice.measure, language), language);
    case 'type':
      return TYPE_WORDS[language][choice.type];
    case 'left-out':
      return strings.options.leave;
  }
};

const Question = ({ id, title, about, children }: { id: string; title: string; about: string; children: ReactNode }) => (
  <section className="question" aria-labelledby={`${id}-title`} id={id} tabIndex={-1}>
    <h2 id={`${id}-title`}>{title}</h2>
    <p className="caption">{about}</p>
    {children}
  </section>
);

type AnswerProps = { value: string; text: string; note: string; /** What is said of the likelier one. */ mark?: string };

/** One answer with its consequence under it. */
const Answer = ({ value, text, note, mark }: AnswerProps) => (
  <Radio
    value={value}
    label={
      <>
        {text}
        <span className="caption answer-note">
          {note}
          {mark !== undefined && <span> {mark}</span>}
        </span>
      </>
    }
  />
);

const consequence = ({ missing, duplicates }: DateReading, strings: SourceStrings): string =>
  missing + duplicates === 0 ? strings.dates.complete : strings.dates.consequence(missing, duplicates);

type Named = Pick<SourceView['found'][number], 'sheet' | 'table'>;

const nameOf = ({ sheet, table }: Named): string => (table ?? sheet).trim();

const isNamedAlike = (one: Named, found: readonly Named[]): boolean =>
  found.filter((other) => nameOf(other) === nameOf(one)).length > 1;

/** What has to be answered before the data are confirmed, each answer with what follows from it. */
export const Questions = ({ state, strings, language, dispatch, onTable }: Props) => {
  const { view } = state;
  if (!view) return null;
  const { found, table, dates, dateColumns, changed, lost } = view;
  const [likely] = dates;
  const asIs = dates.find(({ answer }) => answer === 'as-is');
  return (
    <>
      {found.length > 1 && !view.confirmed && (
        <Question id="source-table" title={strings.which.question} about={strings.which.about}>
          <RadioGroup
            aria-labelledby="source-table-title"
            value={String(view.index)}
            onChange={(_event, { value }) => onTable(Number(value))}
          >
            {found.slice(0, 6).map(({ rows, first, last, range, ...named }, index) => (
              <Answer
                key={`${named.sheet} ${String(index)}`}
                value={String(index)}
                text={strings.which.option(nameOf(named), rows, isNamedAlike(named, found) ? range : null)}
                note={strings.which.dates(first, last)}
                {...(index === 0 && { mark: strings.dates.suggested })}
              />
            ))}
          </RadioGroup>
        </Question>
      )}
      {likely && asIs && (
        <Question
          id="source-dates"
          title={strings.dates.question(formatDate(asIs.sample, language))}
          about={strings.dates.about(dates.length)}
        >
          <RadioGroup
            aria-labelledby="source-dates-title"
            value={state.dateAnswer ?? ''}
            onChange={(_event, { value }) => dispatch({ type: 'dated', answer: value === 'swapped' ? 'swapped' : 'as-is' })}
          >
            {dates.map((reading) => (
              <Answer
                key={reading.answer}
                value={reading.answer}
                text={strings.dates.answer[reading.answer](reading.sample)}
                note={consequence(reading, strings)}
                {...(reading === likely && { mark: strings.dates.suggested })}
              />
            ))}
          </RadioGroup>
        </Question>
      )}
      {dateColumns.length > 0 && (
        <Question id="source-date-column" title={strings.dateColumn.question} about={strings.dateColumn.about}>
          <RadioGroup
            aria-labelledby="source-date-column-title"
            value={state.dateColumn === null ? 'none' : String(state.dateColumn)}
            onChange={(_event, { value }) => dispatch({ type: 'date-column', column: value === 'none' ? null : Number(value) })}
          >
            {dateColumns.slice(0, 6).map(({ column, header, rows, first, last }, index) => (
              <Answer
                key={column}
                value={String(column)}
                text={strings.dateColumn.option(header, strings.place(columnPlace(table, column), false))}
                note={strings.dateColumn.consequence(rows, table.lastRow - table.firstRow + 1, first, last)}
                {...(index === 0 && { mark: strings.dates.suggested })}
              />
            ))}
            <Answer value="none" text={strings.dateColumn.none} note={strings.dateColumn.noneNote} />
          </RadioGroup>
        </Question>
      )}
      {unitQuestions(state).map(({ column, header, readings }) => (
        <Question
          key={column}
          id={unitId(column)}
          title={strings.unit.question(header)}
          about={strings.unit.about(strings.place(columnPlace(table, column), table.kind === 'across'))}
        >
          <RadioGroup
            aria-labelledby={`${unitId(column)}-title`}
            value={state.units[column] ?? ''}
            onChange={(_event, { value }) => {
              const unit = ASKED_UNITS.find((known) => known === value);
              if (unit) dispatch({ type: 'unit', column, unit });
            }}
          >
            {readings.map(({ unit, seconds }) => (
              <Answer
                key={unit}
                value={unit}
                text={strings.unit.answer(DURATION_WORDS[language][unit])}
                note={strings.unit.consequence(seconds)}
              />
            ))}
          </RadioGroup>
        </Question>
      ))}
      {changed.map(({ before, now, choice }) => (
        <Question
          key={now.column}
          id={changedId(now.column)}
          title={strings.changed.question(before)}
          about={strings.changed.about(columnPlace(table, now.column), now.header)}
        >
          <RadioGroup
            aria-labelledby={`${changedId(now.column)}-title`}
            value={state.same[now.column] === undefined ? '' : state.same[now.column] ? 'same' : 'other'}
            onChange={(_event, { value }) => dispatch({ type: 'same', column: now.column, same: value === 'same' })}
          >
            <Answer
              value="same"
              text={strings.changed.same}
              note={strings.changed.sameNote(choiceText(choice, strings, language))}
            />
            <Answer value="other" text={strings.changed.other} note={strings.changed.otherNote} />
          </RadioGroup>
        </Question>
      ))}
      {lost.map(({ header }) => {
        const answer = state.replaced[header];
        return (
          <Question key={header} id={lostId(view, header)} title={strings.lost.question(header)} about={strings.lost.about}>
            <Field label={strings.lost.label}>
              <Select
                value={answer === undefined ? '' : answer === null ? 'none' : String(answer)}
                onChange={(_event, { value }) =>
                  value !== '' && dispatch({ type: 'replaced', header, column: value === 'none' ? null : Number(value) })
                }
              >
                <option value="">{strings.lost.choose}</option>
                {table.columns
                  .filter((column) => column.header !== '' && column.type !== 'empty' && column.column !== table.dateColumn)
                  .map((column) => (
                    <option key={column.column} value={String(column.column)}>
                      {column.header}
                    </option>
                  ))}
                <option value="none">{strings.lost.without}</option>
              </Select>
            </Field>
          </Question>
        );
      })}
    </>
  );
};
