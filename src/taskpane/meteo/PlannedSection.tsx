import { useState } from 'react';
import { Checkbox } from '@fluentui/react-components';
import type { PlannedProposal } from '../../core/meteo/proposals';
import { civilOf } from '../../core/period/serial';
import { formatDateNear } from '../../core/words/dates';
import { upperFirst } from '../../core/words/typography';
import { sideBySide } from '../../core/words/sideBySide';
import { StatusMark } from '../parts/StatusMark';
import { AddEntry } from './AddEntry';
import { CellLink } from './CellLink';
import { DayField } from './DayField';
import { withAdded, withAddedAt, withPlanned } from './editing';
import { FactRow } from './FactRow';
import { headingOf } from './SectionFrame';
import type { SectionProps } from './section';

/** A planned activity is usually for the week after. */
const USUAL_DAYS_AHEAD = 7;

/** The blue frame's lists: what is planned, printed unless it is unticked, and the actions, which always are. */
export const PlannedSection = (props: SectionProps) => {
  const { preparation, edits, strings, language, disabled, onEdit, onShow } = props;
  const { planned, actions, draft } = preparation;
  const today = Math.floor(draft.input.issued);
  const [day, setDay] = useState<number | null>(today + USUAL_DAYS_AHEAD);
  const own = (edits.added ?? []).flatMap((fact, place) => (fact.kind === 'planned' ? [{ fact, place }] : []));
  const dated = (date: number | null): string => (date === null ? '' : formatDateNear(date, civilOf(today).year, language));

  const row = ({ id, text, date, place }: PlannedProposal) => (
    <li className="fact" key={id}>
      <div className="fact-main">
        <Checkbox
          className="fact-field"
          checked={edits.planned?.[id] ?? true}
          disabled={disabled}
          label={text}
          onChange={(_event, data) => onEdit(withPlanned(edits, id, data.checked === true))}
        />
        <p className="caption fact-origin">
          {date !== null && <span>{dated(date)}</span>}
          <CellLink place={place} title={strings.select} onShow={onShow} />
        </p>
      </div>
    </li>
  );
  const lists = (['short', 'medium'] as const)
    .map((horizon) => ({ horizon, items: planned.filter((one) => one.horizon === horizon) }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      {planned.length + own.length === 0 && <p className="finding-body">{strings.planned.none}</p>}
      {lists.map(({ horizon, items }) => (
        <div key={horizon}>
          <h3 className="caption">{strings.planned[horizon]}</h3>
          <ul aria-label={strings.planned[horizon]}>{items.map(row)}</ul>
        </div>
      ))}
      {own.length > 0 && (
        <ul aria-label={strings.facts.origin.added}>
          {own.map(({ fact, place }) => (
            <FactRow
              key={`own-${String(place)}`}
              text={fact.text}
              kept
              origin={sideBySide(dated(fact.date), strings.facts.origin.added)}
              place={null}
              strings={strings}
              disabled={disabled}
              onText={(words) => onEdit(withAddedAt(edits, place, words))}
              onRemove={() => {
                onEdit(withAddedAt(edits, place, null));
                document.getElementById(headingOf('planned'))?.focus();
              }}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      <AddEntry
        label={strings.planned.add}
        sentence={strings.planned.sentence}
        strings={strings}
        disabled={disabled}
        onAdd={(text) => onEdit(withAdded(edits, { kind: 'planned', text, date: day ?? today + USUAL_DAYS_AHEAD }))}
      >
        <DayField label={strings.planned.date} day={day} onDay={setDay} />
      </AddEntry>
      {actions.length > 0 && (
        <>
          <h3 className="caption">{strings.planned.actions}</h3>
          <ul aria-label={strings.planned.actions}>
            {actions.map(({ text, role, due, late, place }) => (
              <li className="fact" key={`${text} ${String(due)}`}>
                <div className="fact-main">
                  <span className="fact-field fact-own">{strings.planned.action(upperFirst(text), role, dated(due))}</span>
                  <p className="caption fact-origin">
                    {late && <StatusMark tone="bad">{strings.planned.late}</StatusMark>}
                    <CellLink place={place} title={strings.select} onShow={onShow} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
