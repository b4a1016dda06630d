import { useEffect, useRef, useState } from 'react';
import { Field, Input, Select, Textarea, type FieldProps } from '@fluentui/react-components';
import type { Weather } from '../../core/meteo/content';
import type { Requirement } from '../../core/meteo/preparation';
import { rankOf } from '../../core/meteo/weather';
import { formatDayMonth } from '../../core/words/dates';
import { enumerated } from '../../core/words/sideBySide';
import { DayField } from './DayField';
import { askingWeather, withAction, withReason, withWeather } from './editing';
import type { SectionProps } from './section';
import { WeatherPicture } from './WeatherPicture';

type Props = SectionProps & {
  /** The field to focus: the dock's button found it empty. */
  wanted: Requirement | null;
  onFocused: () => void;
};

/** Days that are named before the others are counted. */
const MOST_DAYS = 5;

/** The blue frame's state: what the rules give, what is printed, why it differs, and the action that bad weather asks for. */
export const StateSection = ({
  preparation,
  prepared,
  shown,
  edits,
  strings,
  language,
  disabled,
  wanted,
  onEdit,
  onFocused,
}: Props) => {
  const { previous } = preparation.weather;
  const { computed } = prepared.row;
  const { required, lacks } = prepared;
  const printed = edits.weather?.weather ?? computed;
  const { missingDays } = preparation;
  const reason = useRef<HTMLInputElement>(null);
  const action = useRef<HTMLTextAreaElement>(null);
  const role = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    const fields = { reason, action, actionRole: role, actionDue: due };
    fields[wanted].current?.focus();
    onFocused();
  }, [wanted, onFocused]);

  const option = (weather: Weather): string => {
    const word = strings.weather[weather];
    if (weather === computed) return strings.state.asComputed(word);
    return rankOf(weather) < rankOf(computed) ? strings.state.better(word) : strings.state.worse(word);
  };
  // What is still to be typed is no fault until the dock's button was pressed in vain.
  const [wasWanting, setWasWanting] = useState(wanted !== null);
  if (wanted !== null && !wasWanting) setWasWanting(true);
  const validationState = wasWanting ? 'error' : 'none';
  const asked = (requirement: Requirement): Pick<FieldProps, 'validationMessage' | 'validationState'> =>
    lacks.includes(requirement) ? { validationMessage: strings.state.missing, validationState } : {};
  const needsAction = required.action;
  const written = edits.action;
  const isAsked = lacks.includes('action');
  const named = missingDays.slice(0, MOST_DAYS).map((missing) => formatDayMonth(missing, language));
  const days = enumerated(named, missingDays.length > MOST_DAYS);
  return (
    <>
      <div className="computed">
        <WeatherPicture weather={computed} />
        <div>
          <strong>
            {strings.state.computed(strings.weather[computed])}
            {previous && <Trend from={previous.weather} to={computed} words={strings.trend} />}
          </strong>
          <p className="caption">{shown.rule}</p>
          {previous && <p className="caption">{strings.state.before(strings.weather[previous.weather])}</p>}
          {missingDays.length > 0 && <p className="caption">{strings.fog(missingDays.length, days)}</p>}
        </div>
      </div>
      <div className="form">
        <Field label={strings.state.printed} hint={strings.state.hint}>
          <Select
            value={printed}
            disabled={disabled}
            onChange={(_event, data) => {
              const chosen = preparation.weather.allowed.find((one) => one === data.value);
              if (chosen) onEdit(withWeather(edits, chosen, computed));
            }}
          >
            {preparation.weather.allowed.map((one) => (
              <option key={one} value={one}>
                {option(one)}
              </option>
            ))}
          </Select>
        </Field>
        {required.reason && (
          <Field label={strings.state.reason} required {...asked('reason')}>
            <Input
              ref={reason}
              value={edits.weather?.reason ?? ''}
              disabled={disabled}
              onChange={(_event, data) => onEdit(withReason(edits, data.value))}
            />
          </Field>
        )}
        <Field
          label={needsAction ? strings.state.actionNeeded(strings.weather[askingWeather(computed, edits)]) : strings.state.action}
          required={isAsked}
          // An action of the Journal will do.
          {...(needsAction && !isAsked && !written && { hint: strings.state.inJournal })}
          {...asked('action')}
        >
          <Textarea
            ref={action}
            value={written?.text ?? ''}
            disabled={disabled}
            onChange={(_event, data) => onEdit(withAction(edits, { text: data.value }))}
          />
        </Field>
        {(needsAction || written) && (
          <div className="pair">
            <Field label={strings.state.role} required={isAsked || lacks.includes('actionRole')} {...asked('actionRole')}>
              <Input
                ref={role}
                value={written?.role ?? ''}
                disabled={disabled}
                onChange={(_event, data) => onEdit(withAction(edits, { role: data.value }))}
              />
            </Field>
            <DayField
              field={due}
              label={strings.state.due}
              day={written?.due ?? null}
              required={isAsked || lacks.includes('actionDue')}
              disabled={disabled}
              validation={asked('actionDue')}
              onDay={(day) => onEdit(withAction(edits, { due: day }))}
            />
          </div>
        )}
      </div>
    </>
  );
};

/** An arrow from the state before, in words for who does not see it. */
const Trend = ({ from, to, words }: { from: Weather; to: Weather; words: { up: string; down: string; same: string } }) => {
  const change = rankOf(to) - rankOf(from);
  const [sign, word] = change < 0 ? ['↗', words.up] : change > 0 ? ['↘', words.down] : ['→', words.same];
  return (
    <>
      <span aria-hidden> {sign}</span>
      <span className="spoken">, {word}</span>
    </>
  );
};
