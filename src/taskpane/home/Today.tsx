import { useState } from 'react';
import { Button, Link } from '@fluentui/react-components';
import type { Overview } from '../../core/overview/overview';
import type { Reading } from '../../core/overview/lastPeriod';
import { vocabulary } from '../../core/words/vocabulary';
import type { Language } from '../../core/meteo/content';
import { sideBySide } from '../../core/words/sideBySide';
import { typeset } from '../../core/words/typography';
import { copyText } from '../parts/copyText';
import { MAIN_ACTION } from '../parts/mainAction';
import { PageRows } from '../parts/PageRows';
import { StatusMark, TONE_OF } from '../parts/StatusMark';
import type { PageName } from '../shell/navigation';
import { DUE_ICONS, WEATHER_ICONS } from './icons';
import { reportText } from './reportText';
import type { HomeStrings } from './strings';

type Props = {
  overview: Overview;
  /** Serial of the day it is. */
  today: number;
  /** When the workbook was read, `14:38`. */
  hour: string;
  strings: HomeStrings;
  language: Language;
  readAgain: string;
  go: (page: PageName, id?: string) => void;
  onRead: () => void;
};

type ReadingProps = { reading: Reading; strings: HomeStrings; language: Language };

const ReadingRow = ({ reading, strings, language }: ReadingProps) => {
  const tone = TONE_OF[reading.status];
  return (
    <li className="row reading">
      <span>
        {typeset(reading.label, language)}
        <span className="caption">
          {sideBySide(
            reading.objective === null ? null : strings.today.objective(reading.objective),
            reading.proposed ? strings.today.proposed : null,
          )}
        </span>
      </span>
      <span className="row-value">
        <strong>{reading.value}</strong>
        {tone && <StatusMark tone={tone}>{vocabulary(language).status[reading.status]}</StatusMark>}
      </span>
    </li>
  );
};

/** Home on every other day: what there is to do, the first of it in the one tinted block, and how things stand. */
export const Today = ({ overview, today, hour, strings, language, readAgain, go, onRead }: Props) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  const { due, client, last, meteo, source } = overview;
  const [first, ...others] = due.map((item) => ({ item, text: strings.today.due(item, today) }));
  const First = first && DUE_ICONS[first.item.kind];
  const copy = (): void => {
    if (last) void copyText(reportText(overview, last, { today, strings, language })).then(setCopied);
  };
  const weather = strings.today.weather(meteo);
  const Weather = meteo.last && WEATHER_ICONS[meteo.last.weather];
  return (
    <>
      <h1 tabIndex={-1}>{due.length > 0 ? strings.today.title(today, due.length) : strings.today.nothing(today, meteo.due)}</h1>
      <p className="caption">{strings.today.caption(client.client, client.contract, today)}</p>
      {first && First && (
        <section className="next-due" aria-labelledby="next-due">
          <First aria-hidden />
          <div>
            <h2 id="next-due">{first.text.title}</h2>
            <p className="caption">
              {first.text.late ? <StatusMark tone="bad">{first.text.about}</StatusMark> : first.text.about}
            </p>
          </div>
          <Button appearance="primary" size="large" {...MAIN_ACTION} onClick={() => go(first.item.page)}>
            {strings.today.open[first.item.kind](first.item)}
          </Button>
        </section>
      )}
      <PageRows
        rows={others.map(({ item, text }) => {
          const Icon = DUE_ICONS[item.kind];
          return {
            key: item.kind,
            label: text.title,
            caption: text.late ? '' : text.about,
            icon: <Icon aria-hidden />,
            ...(text.late && { status: <StatusMark tone="bad">{text.about}</StatusMark> }),
            open: () => go(item.page),
          };
        })}
      />
      {last && last.readings.length > 0 && (
        <section aria-labelledby="last-period">
          <div className="section-head">
            <h2 id="last-period">{strings.today.last(last.period, today)}</h2>
            <span>
              <Link as="button" onClick={copy}>
                {strings.today.copy}
              </Link>
              <span role="status" className="caption">
                {copied === null ? '' : copied ? strings.today.copied : strings.today.notCopied}
              </span>
            </span>
          </div>
          <ul>
            {last.readings.map((reading) => (
              <ReadingRow key={reading.id} reading={reading} strings={strings} language={language} />
            ))}
          </ul>
        </section>
      )}
      {Weather && (
        <section aria-labelledby="contract">
          <h2 id="contract">{strings.today.contract}</h2>
          <PageRows
            rows={[
              {
                key: 'weather',
                label: weather.title,
                caption: weather.about,
                icon: <Weather aria-hidden />,
                open: () => go('meteo'),
              },
            ]}
          />
        </section>
      )}
      <p className="caption foot foot-read">
        <span>{strings.today.read(source?.last ?? null, hour)}</span>
        <Link as="button" onClick={onRead}>
          {readAgain}
        </Link>
      </p>
    </>
  );
};
