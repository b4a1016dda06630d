import { Link } from '@fluentui/react-components';
import type { KpiRow } from '../../core/meteo/content';
import { StatusMark, TONE_OF } from '../parts/StatusMark';
import { DraftedField } from './DraftedField';
import type { SectionProps } from './section';

const READINGS = ['seasonality', 'anticipation', 'check'] as const;

/** A status as every page shows it; the plain word for a KPI that is held to nothing. */
const Status = ({ status, word }: KpiRow['status']) => {
  const tone = TONE_OF[status];
  return tone ? <StatusMark tone={tone}>{word}</StatusMark> : <span className="caption">{word}</span>;
};

/** The green frame: its figures to read, and the texts around them to write otherwise. */
export const FiguresSection = (props: SectionProps & { onProjections: () => void }) => {
  const { prepared, shown, strings, onProjections } = props;
  return (
    <>
      <ul aria-label={strings.figures.list}>
        {shown.kpis.map(({ key, label, value, status }) => (
          <li className="row" key={key}>
            <span>{label}</span>
            <span className="row-value">
              <strong>{value}</strong>
              <br />
              <Status {...status} />
            </span>
          </li>
        ))}
      </ul>
      <div className="form">
        <DraftedField {...props} field="keyTitle" label={strings.figures.keyTitle} />
        <DraftedField {...props} field="chartTitle" label={strings.figures.chartTitle} />
        {READINGS.filter((reading) => prepared.drafted[reading] !== '').map((reading) => (
          <DraftedField
            key={reading}
            {...props}
            field={reading}
            label={strings.figures.readings[reading]}
            hint={strings.figures.emptyHint}
          />
        ))}
      </div>
      <p>
        <Link as="button" onClick={onProjections}>
          {strings.figures.more}
        </Link>
      </p>
    </>
  );
};
