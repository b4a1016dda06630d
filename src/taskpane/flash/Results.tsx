import type { FlashPoint } from '../../core/flash/point';
import { causeSentence, outlookText, resultValue } from '../../core/flash/text';
import type { Language } from '../../core/meteo/content';
import { typeset } from '../../core/words/typography';
import { StatusMark, TONE_OF } from '../parts/StatusMark';
import type { FlashStrings } from './strings';

type Props = { point: FlashPoint; strings: FlashStrings; language: Language };

/** The rates of what is typed, what remains possible of each, and the cause where it can be computed. */
export const Results = ({ point, strings, language }: Props) => {
  const cause = causeSentence(point, language);
  return (
    <section aria-labelledby="flash-results">
      <h2 id="flash-results">{strings.results}</h2>
      <ul>
        {point.results.map((result) => {
          const { kpi, status } = result;
          const tone = TONE_OF[status];
          return (
            <li className="row" key={kpi.id}>
              <span>
                {typeset(kpi.label, language)}
                <span className="caption">{outlookText(result, language)}</span>
              </span>
              <span className="row-value">
                <strong>{resultValue(result, language)}</strong>
                {tone && status !== 'none' && <StatusMark tone={tone}>{strings.status[status]}</StatusMark>}
              </span>
            </li>
          );
        })}
      </ul>
      {cause !== null && <p className="flash-cause">{cause}</p>}
    </section>
  );
};
