import { useState } from 'react';
import { Link } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import type { Place } from '../../core/problem';
import { DRAWN, NEEDED } from '../../core/watch/drawn';
import type { Multiple } from '../../core/watch/multiples';
import { multiplesHeading, multipleText, progressText, valueText } from '../../core/watch/sentences';
import type { Placed, Watch } from '../../core/watch/watch';
import { shortLabel } from '../../core/words/phrases';
import { typeset } from '../../core/words/typography';
import { Sparkline } from './Sparkline';
import type { WatchStrings } from './strings';
import { DriftMark } from './WatchRows';

type Props = { watch: Watch; strings: WatchStrings; language: Language; select: (place: Place | null) => void };

const MOST = 6;

/** Drifts first, then key KPIs; what cannot be told yet last. */
const rank = ({ state, kpi }: Multiple): number => (state === 'drift' ? 0 : state === 'short' ? 3 : kpi.key ? 1 : 2);

const State = ({
  multiple,
  kind,
  strings,
  language,
}: { multiple: Multiple; kind: Watch['kind'] } & Omit<Props, 'watch' | 'select'>) => {
  const { state, known } = multiple;
  if (state === 'drift') return <DriftMark>{strings.state.drift}</DriftMark>;
  return (
    <span className="caption">{state === 'short' ? progressText(known, NEEDED, kind, language) : strings.state[state]}</span>
  );
};

/** Every KPI over its last complete periods, six of them at first. Each selects its cell. */
export const Multiples = ({ watch, strings, language, select }: Props) => {
  const [all, setAll] = useState(false);
  const { kind, multiples } = watch;
  const drawn = multiples.filter(({ known }) => known > 0).sort((one, other) => rank(one) - rank(other));
  if (drawn.length === 0) return null;
  const shown = all ? drawn : drawn.slice(0, MOST);
  const count = Math.min(DRAWN, Math.max(...drawn.map(({ values }) => values.length)));
  const one = (multiple: Placed<Multiple>) => (
    <li key={multiple.kpi.id}>
      <button type="button" className="row-button multiple" title={strings.select} onClick={() => select(multiple.place)}>
        <span aria-hidden className="multiple-label">
          {typeset(shortLabel(multiple.kpi.label), language)}
        </span>
        <Sparkline multiple={multiple} />
        <span aria-hidden className="watch-head">
          <strong>{multiple.last === null ? null : valueText(multiple.kpi, multiple.last, language)}</strong>
          <State multiple={multiple} kind={kind} strings={strings} language={language} />
        </span>
        <span className="said">{multipleText(multiple, strings.state[multiple.state], NEEDED, kind, language)}</span>
      </button>
    </li>
  );
  return (
    <section aria-labelledby="multiples">
      <h2 id="multiples">{multiplesHeading(kind, count, language)}</h2>
      <p className="caption">{shown.some(({ drift }) => drift !== null) ? strings.band : strings.noBand}</p>
      <ul className="multiples">{shown.map(one)}</ul>
      {shown.length < drawn.length && (
        <p className="watch-more">
          <Link as="button" onClick={() => setAll(true)}>
            {strings.more(drawn.length - shown.length)}
          </Link>
        </p>
      )}
    </section>
  );
};
