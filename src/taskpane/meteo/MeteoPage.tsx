import './meteo.css';
import { Suspense, useEffect, type ReactNode } from 'react';
import type { Problem } from '../../core/problem';
import { parseArea } from '../../core/sheet/address';
import { formatDate, formatDayMonth } from '../../core/words/dates';
import { enumerated } from '../../core/words/sideBySide';
import { DraftNotice } from '../parts/DraftNotice';
import { later } from '../parts/later';
import type { PageProps } from '../parts/page';
import { remedyOf, type Remedy } from '../parts/remedy';
import { PageRows } from '../parts/PageRows';
import { Remarks } from '../parts/Remarks';
import { Skeleton } from '../parts/Skeleton';
import { StatusMark } from '../parts/StatusMark';
import { captionsOf } from './captions';
import { DraftedField } from './DraftedField';
import { FiguresSection } from './FiguresSection';
import { GenerateDock } from './GenerateDock';
import { headline, periodText } from './headline';
import { IssueDay } from './IssueDay';
import { LeftTexts } from './LeftTexts';
import { sectionOfFit, SECTIONS, type SectionName } from './meteoState';
import { FitLine, PageHeadline } from './PageHeadline';
import { SectionFrame, type FrameColour } from './SectionFrame';
import type { SectionProps } from './section';
import { meteoStrings } from './strings';
import { UnwrittenPage } from './UnwrittenPage';
import { useMeteo } from './useMeteo';

const FRAMES: Readonly<Record<SectionName, FrameColour | null>> = {
  message: null,
  figures: 'green',
  facts: 'yellow',
  planned: 'blue',
  state: 'blue',
};

const facts = later(async () => (await import('./FactsSection')).FactsSection);
const planned = later(async () => (await import('./PlannedSection')).PlannedSection);
const overall = later(async () => (await import('./StateSection')).StateSection);

/** The tab's first page: the météo opens complete, everything drafted; reading is work, typing is optional. */
export const MeteoPage = ({ actions, words, language, action, flow, go }: PageProps) => {
  useEffect(() => {
    for (const { ahead } of [facts, planned, overall]) ahead();
  }, []);
  const { session, state } = useMeteo(actions, flow.state.reading);
  const { reading, drawn, edits, open, seen, dock } = state;
  const strings = meteoStrings[language];
  if (reading.kind === 'problem')
    return (
      <UnwrittenPage
        problem={reading.problem}
        left={state.left}
        session={session}
        issued={state.issued}
        strings={strings}
        language={language}
        words={words}
        action={action}
        remedy={remedyOf(reading.problem, { actions, go, language })}
        go={go}
      />
    );

  const preparation = reading.kind === 'ready' ? reading.preparation : null;
  const toggle = (section: SectionName): void => session?.toggle(section);
  const openAt = (section: SectionName): void => {
    if (open !== section) toggle(section);
  };
  const props: SectionProps | null = preparation &&
    drawn && {
      preparation,
      prepared: drawn.prepared,
      shown: drawn.shown,
      edits,
      strings,
      language,
      disabled: dock.kind === 'running',
      onEdit: (next) => session?.edit(next),
      onShow: ({ sheet, cell }) => {
        const area = parseArea(cell ?? '');
        if (sheet !== undefined && area) void actions.show(sheet, area);
      },
    };
  const captions = props ? captionsOf(props, language) : null;
  const bodies: Readonly<Record<SectionName, ReactNode>> | null = props && {
    message: <DraftedField {...props} field="message" label={strings.message.label} hint={strings.message.hint} rows={4} />,
    figures: <FiguresSection {...props} onProjections={() => go('projections')} />,
    facts: <facts.Part {...props} />,
    planned: <planned.Part {...props} />,
    state: <overall.Part {...props} wanted={state.wanted} onFocused={() => session?.focused()} />,
  };
  const titleOf = (section: SectionName): string =>
    section === 'state' && drawn
      ? strings.stateOf(strings.weather[drawn.prepared.content.blue.weather])
      : strings.section[section];
  const isFog = drawn?.prepared.content.blue.weather === 'fog' && (preparation?.missingDays.length ?? 0) > 0;
  // What the head and the section of the state say is no remark besides.
  const remarks = [...(reading.kind === 'ready' ? reading.remarks : []), ...(drawn?.prepared.remarks ?? [])].filter(
    ({ code }, index, all) =>
      code !== 'action-missing' && !(isFog && code === 'fog') && all.findIndex((one) => one.code === code) === index,
  );
  const remedy = (remark: Problem): Remedy | null => {
    if (remark.code !== 'old-data' || !preparation || !session) return remedyOf(remark, { actions, go, language });
    // The first day of which the data can tell all the days before.
    const day = preparation.draft.input.coverage.to + 1;
    return { text: strings.issued.at(formatDate(day, language)), run: () => void session.issue(day) };
  };
  const made = preparation?.draft.input.history.some(({ number, sent }) => number === preparation.number && sent === null);
  const today = preparation ? Math.floor(preparation.draft.input.issued) : 0;
  return (
    <>
      <main aria-busy={!props}>
        <PageHeadline
          title={preparation ? headline(preparation, today, language) : strings.loading}
          picture={drawn?.picture ?? null}
          strings={strings}
          onEnlarge={() => go('meteoPreview')}
        >
          {preparation && (
            <p className="caption">{strings.drafted(periodText(preparation.period, language), seen.length, SECTIONS.length)}</p>
          )}
          {preparation && session && (
            <IssueDay
              session={session}
              chosen={state.issued}
              strings={strings.issued}
              language={language}
              disabled={dock.kind === 'running'}
            />
          )}
          {drawn && !state.refusal && (
            <FitLine
              fit={drawn.prepared.fit}
              strings={strings}
              onGo={() => openAt(sectionOfFit(drawn.prepared.fit[0] ?? '', drawn.prepared))}
            />
          )}
          {state.refusal && (
            <p className="fit" role="alert">
              <StatusMark tone="bad">
                {words(state.refusal).title} {words(state.refusal).body}
              </StatusMark>
            </p>
          )}
          {preparation && isFog && (
            <p className="fit">
              <span aria-hidden>◌ </span>
              {strings.fog(
                preparation.missingDays.length,
                enumerated(
                  preparation.missingDays.slice(0, 3).map((day) => formatDayMonth(day, language)),
                  preparation.missingDays.length > 3,
                ),
              )}
            </p>
          )}
        </PageHeadline>
        <DraftNotice
          held={{
            restored: state.restored,
            other: state.other && { value: null, at: state.other.at },
            takeOther: () => void session?.takeOther(),
            keepMine: () => void session?.keepMine(),
          }}
          language={language}
          onStartOver={() => session?.clear()}
        />
        {state.left && <LeftTexts left={state.left} strings={strings} />}
        {SECTIONS.map((section) => (
          <SectionFrame
            key={section}
            name={section}
            title={titleOf(section)}
            caption={captions?.[section] ?? ''}
            frame={FRAMES[section]}
            open={open === section && bodies !== null}
            seen={seen.includes(section)}
            strings={strings}
            onToggle={() => toggle(section)}
          >
            <Suspense fallback={<Skeleton />}>{bodies?.[section]}</Suspense>
          </SectionFrame>
        ))}
        {remarks.length > 0 && (
          <>
            <h2>{strings.remarks(remarks.length)}</h2>
            <Remarks problems={remarks} words={words} remedy={remedy} />
          </>
        )}
        {props && (
          <PageRows
            rows={[
              {
                key: 'history',
                label: strings.history.link,
                caption: strings.history.linkCaption,
                open: () => go('meteoHistory'),
              },
            ]}
          />
        )}
      </main>
      <GenerateDock
        label={action}
        state={state}
        session={session}
        strings={strings}
        words={words}
        language={language}
        workbook={flow.state}
        onWritten={() => {
          go('meteoResult');
          flow.read(true);
        }}
        onGoOn={made ? () => go('meteoResult') : undefined}
      />
    </>
  );
};
