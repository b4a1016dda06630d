import { useState } from 'react';
import { Link } from '@fluentui/react-components';
import { ArrowTrending16Regular } from '@fluentui/react-icons/svg/arrow-trending';
import type { Language } from '../../core/meteo/content';
import type { Place } from '../../core/problem';
import type { Alert } from '../../core/watch/alerts';
import type { Multiple } from '../../core/watch/multiples';
import { causeTexts, driftText, targetText, valueText } from '../../core/watch/sentences';
import type { Placed, Watch } from '../../core/watch/watch';
import { typeset } from '../../core/words/typography';
import { StatusMark, TONE_OF } from '../parts/StatusMark';
import type { WatchStrings } from './strings';

type Select = (place: Place | null) => void;

const MOST = 5;

/** A drift: a signal, not a verdict, so it has no colour. */
export const DriftMark = ({ children }: { children: string }) => (
  <span className="status">
    <ArrowTrending16Regular aria-hidden />
    <span>{children}</span>
  </span>
);

/** The two parts of a gap, as wide as what they explain, each with its words. */
const CauseBar = ({ alert, language }: { alert: Alert; language: Language }) => {
  const texts = causeTexts(alert, language);
  if (!texts || !alert.cause) return null;
  return (
    <span className="cause">
      <span className="cause-bar" aria-hidden>
        {[alert.cause.volume, alert.cause.performance].map(
          ({ share }, part) => share > 0 && <span key={part} style={{ flexGrow: share }} />,
        )}
      </span>
      <span className="cause-texts">
        <span>{texts.volume}</span>
        <span>{texts.performance}</span>
      </span>
    </span>
  );
};

type RowProps = { strings: WatchStrings; language: Language; select: Select };

const AlertRow = ({ alert, strings, language, select }: RowProps & { alert: Placed<Alert> }) => {
  const { kpi, value, status, cause } = alert;
  const tone = TONE_OF[status];
  const target = targetText(kpi, language);
  return (
    <li className="watch-row">
      <button type="button" className="row-button" title={strings.select} onClick={() => select(alert.place)}>
        <span className="watch-head">
          <strong>{typeset(kpi.label, language)}</strong>
          <strong className="row-value">{valueText(kpi, value, language)}</strong>
        </span>
        <span className="watch-head">
          <span className="caption">
            {cause ? strings.causes(target, valueText(kpi, cause.usual, language)) : strings.target(target)}
          </span>
          {tone && <StatusMark tone={tone}>{strings.status[status]}</StatusMark>}
        </span>
        <CauseBar alert={alert} language={language} />
      </button>
    </li>
  );
};

const DriftRow = ({ drift, kind, strings, language, select }: RowProps & { drift: Placed<Multiple>; kind: Watch['kind'] }) => (
  <li className="watch-row">
    <button type="button" className="row-button" title={strings.select} onClick={() => select(drift.place)}>
      <span className="watch-head">
        <strong>{typeset(drift.kpi.label, language)}</strong>
        <strong className="row-value">{drift.last === null ? null : valueText(drift.kpi, drift.last, language)}</strong>
      </span>
      <span className="watch-head">
        <span className="caption">{driftText(drift, kind, language)}</span>
        <DriftMark>{strings.state[drift.state]}</DriftMark>
      </span>
    </button>
  </li>
);

/** Alerts by gravity, then drifts, then levels that changed: five, and the others on request. Each row selects its cell. */
export const WatchRows = ({ watch, ...row }: RowProps & { watch: Watch }) => {
  const [all, setAll] = useState(false);
  const rows = [
    ...watch.alerts.map((alert) => <AlertRow key={`alert ${alert.kpi.id}`} alert={alert} {...row} />),
    ...[...watch.drifts, ...watch.changes].map((drift) => (
      <DriftRow key={`drift ${drift.kpi.id}`} drift={drift} kind={watch.kind} {...row} />
    )),
  ];
  if (rows.length === 0) return null;
  const shown = all || rows.length <= MOST + 1 ? rows : rows.slice(0, MOST);
  return (
    <>
      <ul aria-label={row.strings.list} className="watch-rows">
        {shown}
      </ul>
      {shown.length < rows.length && (
        <p className="watch-more">
          <Link as="button" onClick={() => setAll(true)}>
            {row.strings.more(rows.length - shown.length)}
          </Link>
        </p>
      )}
    </>
  );
};
