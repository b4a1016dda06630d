import { Link } from '@fluentui/react-components';
import type { KpiRow, MeteoContent } from '../../core/meteo/content';
import { typeset } from '../../core/words/typography';
import { StatusMark, TONE_OF } from '../parts/StatusMark';
import { DraftedField } from './DraftedField';
import type { SectionProps } from './section';

const READINGS = ['seasonality', 'anticipation', 'check'] as const;

/** A status as every page shows it; the plain word for a KPI that is held to nothing. */
const Status = ({ status, word }: KpiRow['status']) => {
  const tone = TONE_OF[status];
  return tone ? <StatusMark tone={tone}>{word}</StatusMark> : <span className="caption">{word}</span>;
};

type Shown = { key: string; label: string; value: string; status: KpiRow['status'] };

/** KPIs of the page: the one in the frame's head, under its own name, then the rows of the table. */
const kpisOf = ({ green }: MeteoContent, keyLabel: string): Shown[] => [
  { key: 'key', label: keyLabel, value: green.value.text, status: green.status },
  ...green.rows.map(({ id, label, value, status }) => ({ key: id, label, value: value.text, status })),
];

/** The green frame: its figures to read, and the texts around them to write otherwise. */
export const FiguresSection = (props: SectionProps & { onProjections: () => void }) => {
  const { preparation, prepared, strings, language, onProjections } = props;
  const kpis = kpisOf(prepared.content, typeset(preparation.draft.keyFigure.kpi.label, language));
  return (
    <>
      <ul aria-label={strings.figures.list}>
        {kpis.map(({ key, label, value, status }) => (
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
