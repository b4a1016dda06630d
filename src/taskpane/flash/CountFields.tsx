import { useId, type Ref } from 'react';
import { Input } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import { formatNumber } from '../../core/words/numbers';
import { typeset } from '../../core/words/typography';
import { countTyped, impossibleCounts, type FlashState } from './flashForm';
import type { FlashStrings } from './strings';

type Props = {
  state: FlashState;
  strings: FlashStrings;
  language: Language;
  disabled: boolean;
  /** The first field that holds no number, or one that cannot be true, to go to. */
  atFault: Ref<HTMLInputElement>;
  placeAtFault: number;
  onTyped: (place: number, text: string) => void;
};

/** The counts since the opening, each beside what was expected by now. */
export const CountFields = ({ state, strings, language, disabled, atFault, placeAtFault, onTyped }: Props) => {
  const id = useId();
  const { context, typed, wanting } = state;
  if (!context) return null;
  const impossible = impossibleCounts(state);
  /** What is wrong with what a field holds; null for nothing. */
  const faultOf = (place: number): string | null => {
    const { kind } = countTyped(typed[place] ?? '');
    if (kind === 'wrong') return strings.notNumber;
    if (kind === 'empty') return wanting ? strings.missing : null;
    const whole = context.counts[impossible.find(({ part }) => part === place)?.whole ?? -1];
    if (!whole) return null;
    const typedWhole = countTyped(typed[context.counts.indexOf(whole)] ?? '');
    const most = typedWhole.kind === 'number' ? formatNumber(typedWhole.value, language) : '';
    return strings.aboveWhole(typeset(whole.label, language), most);
  };
  return (
    <table className="counts">
      <thead>
        <tr>
          <th scope="col">{strings.counts}</th>
          <th scope="col">{strings.actual}</th>
          <th scope="col">{strings.expected}</th>
        </tr>
      </thead>
      <tbody>
        {context.counts.map(({ id: count, label, expected }, place) => {
          const fault = faultOf(place);
          return (
            <tr key={count}>
              <th scope="row">
                {typeset(label, language)}
                {fault !== null && (
                  <span className="count-fault" id={`${id}${count}`}>
                    {fault}
                  </span>
                )}
              </th>
              <td>
                <Input
                  ref={place === placeAtFault ? atFault : undefined}
                  className="count-input"
                  inputMode="decimal"
                  autoComplete="off"
                  aria-label={strings.field(label)}
                  aria-invalid={fault !== null}
                  {...(fault !== null && { 'aria-describedby': `${id}${count}` })}
                  disabled={disabled}
                  value={typed[place] ?? ''}
                  onChange={(_, data) => onTyped(place, data.value)}
                />
              </td>
              <td className="caption">{expected === null ? strings.unknown : formatNumber(expected, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
