import { useState } from 'react';
import { Field, Select } from '@fluentui/react-components';
import type { AddedFact } from '../../core/meteo/edits';
import { journalWords } from '../../core/meteo/journalWords';
import { upperFirst } from '../../core/words/typography';
import { sideBySide } from '../../core/words/sideBySide';
import { AddEntry } from './AddEntry';
import { factOf, withAdded, withAddedAt, withFact } from './editing';
import { FactRow } from './FactRow';
import { headingOf } from './SectionFrame';
import type { SectionProps } from './section';

const KINDS = ['highlight', 'team', 'dissatisfaction', 'risk', 'incident'] as const satisfies readonly AddedFact['kind'][];
type Kind = (typeof KINDS)[number];

/** The yellow frame: facts of the figures, the journal and the client, ticked when they matter; and a person's own. */
export const FactsSection = (props: SectionProps) => {
  const { preparation, edits, strings, language, disabled, onEdit, onShow } = props;
  const [kind, setKind] = useState<Kind>('highlight');
  const { proposals, cadence, draft } = preparation;
  const own = (edits.added ?? []).flatMap((fact, place) => (fact.kind === 'planned' ? [] : [{ fact, place }]));
  const kinds = journalWords[language].kinds;
  return (
    <>
      {proposals.length + own.length === 0 ? (
        <p className="finding-body">{cadence.last ? strings.facts.none(cadence.last.number) : strings.facts.noneYet}</p>
      ) : (
        <ul aria-label={strings.facts.list}>
          {proposals.map((proposal) => {
            const { kept, text } = factOf(edits, proposal);
            return (
              <FactRow
                key={proposal.id}
                text={text}
                kept={kept}
                origin={strings.facts.origin[proposal.origin]}
                place={proposal.place}
                strings={strings}
                disabled={disabled}
                onText={(words) => onEdit(withFact(edits, proposal, { text: words, kept: true }))}
                onKept={(is) => onEdit(withFact(edits, proposal, { kept: is }))}
                onShow={onShow}
              />
            );
          })}
          {own.map(({ fact, place }) => (
            <FactRow
              key={`own-${String(place)}`}
              text={fact.text}
              kept
              origin={sideBySide(upperFirst(kinds[fact.kind]), strings.facts.origin.added)}
              place={null}
              strings={strings}
              disabled={disabled}
              onText={(words) => onEdit(withAddedAt(edits, place, words))}
              onRemove={() => {
                onEdit(withAddedAt(edits, place, null));
                document.getElementById(headingOf('facts'))?.focus();
              }}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      <AddEntry
        label={strings.facts.add}
        sentence={strings.facts.sentence}
        strings={strings}
        disabled={disabled}
        onAdd={(text) => onEdit(withAdded(edits, { kind, text, date: Math.floor(draft.input.issued) }))}
      >
        <Field label={strings.facts.kind}>
          <Select value={kind} onChange={(_event, data) => setKind(KINDS.find((one) => one === data.value) ?? kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {upperFirst(kinds[one])}
              </option>
            ))}
          </Select>
        </Field>
      </AddEntry>
    </>
  );
};
