import { DataBarVertical20Regular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { NumberSymbol20Regular } from '@fluentui/react-icons/svg/number-symbol';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { Table20Regular } from '@fluentui/react-icons/svg/table';
import type { Overview } from '../../core/overview/overview';
import { ActionDock } from '../parts/ActionDock';
import { asTitle } from '../parts/asTitle';
import { PageRows } from '../parts/PageRows';
import type { PageProps } from '../parts/page';
import { Remarks } from '../parts/Remarks';
import { StatusMark } from '../parts/StatusMark';
import { isBehind, missingOf, pageFor } from './missing';
import { dataStrings, type DataStrings } from './strings';

const sourceStatus = ({ source }: Overview, strings: DataStrings) => {
  if (!source) return undefined;
  if (source.questions > 0) return <StatusMark tone="watch">{strings.questions(source.questions)}</StatusMark>;
  return source.confirmed ? (
    <StatusMark tone="good">{strings.confirmed}</StatusMark>
  ) : (
    <StatusMark tone="watch">{strings.toConfirm}</StatusMark>
  );
};

const kpiStatus = ({ kpis }: Overview, strings: DataStrings) => {
  if (kpis.followed === 0) return undefined;
  if (!kpis.kept) return <StatusMark tone="watch">{strings.proposed}</StatusMark>;
  return kpis.unconfirmed.length > 0 ? (
    <StatusMark tone="watch">{strings.thresholds(kpis.unconfirmed.length)}</StatusMark>
  ) : (
    <StatusMark tone="good">{strings.kept}</StatusMark>
  );
};

const consolidationStatus = (overview: Overview, strings: DataStrings) => {
  const { kinds, until, lacking } = overview.consolidated;
  if (kinds.length === 0) return undefined;
  if (until !== null && isBehind(overview)) return <StatusMark tone="watch">{strings.endsOn(until)}</StatusMark>;
  return lacking.length > 0 ? (
    <StatusMark tone="watch">{strings.lacking(lacking.length)}</StatusMark>
  ) : (
    <StatusMark tone="good">{strings.upToDate}</StatusMark>
  );
};

/** The hub of what is set up once: each part with how it stands, and in the dock the one thing that is missing. */
export const DataPage = ({ strings: pane, words, language, action, flow, go }: PageProps) => {
  const { reading } = flow.state;
  const strings = dataStrings[language];
  if (reading.kind === 'problem') {
    const { title, body } = words(reading.problem);
    return (
      <>
        <main>
          <h1 tabIndex={-1}>{asTitle(title)}</h1>
          <p className="explained">{body}</p>
        </main>
        <ActionDock
          label={action}
          note={null}
          running={null}
          problem={null}
          primary={{ text: pane.tryAgain, run: () => flow.read() }}
        />
      </>
    );
  }
  const overview = reading.kind === 'found' ? reading.overview : null;
  const missing = overview && missingOf(overview);
  const remarks = overview?.nothing ? [overview.nothing] : (overview?.remarks ?? []);
  return (
    <>
      <main aria-busy={!overview}>
        <h1 tabIndex={-1}>{missing ? strings.title(missing) : pane.reading.title}</h1>
        <p className="caption">{strings.caption}</p>
        <PageRows
          rows={[
            {
              key: 'source',
              label: strings.rows.source,
              caption: overview?.source ? strings.source(overview.source) : strings.sourceAbout,
              icon: <Table20Regular aria-hidden />,
              status: overview && sourceStatus(overview, strings),
              open: () => go('source'),
            },
            {
              key: 'kpis',
              label: strings.rows.kpis,
              caption:
                overview && overview.kpis.followed > 0
                  ? strings.kpis(overview.kpis.followed, overview.kpis.keys)
                  : strings.kpisAbout,
              icon: <NumberSymbol20Regular aria-hidden />,
              status: overview && kpiStatus(overview, strings),
              open: () => go('kpis'),
            },
            {
              key: 'consolidation',
              label: strings.rows.consolidation,
              caption:
                overview && overview.consolidated.kinds.length > 0
                  ? strings.consolidated(overview.consolidated.sheets)
                  : strings.notConsolidated,
              icon: <DataBarVertical20Regular aria-hidden />,
              status: overview && consolidationStatus(overview, strings),
              open: () => go('consolidation'),
            },
            {
              key: 'settings',
              label: strings.rows.settings,
              caption: strings.settings(overview?.client.client ?? ''),
              icon: <Settings20Regular aria-hidden />,
              open: () => go('settings'),
            },
          ]}
        />
        <section aria-labelledby="data-more">
          <h2 id="data-more">{strings.more}</h2>
          <PageRows
            rows={(['findings', 'projections'] as const).map((page) => ({
              key: page,
              label: strings.rows[page],
              caption: strings[page],
              open: () => go(page),
            }))}
          />
        </section>
        {remarks.length > 0 && (
          <section aria-labelledby="data-remarks">
            <h2 id="data-remarks">{strings.remarks(remarks.length)}</h2>
            <Remarks problems={remarks} words={words} />
          </section>
        )}
      </main>
      <ActionDock
        label={action}
        note={null}
        running={null}
        problem={null}
        primary={{
          text: missing ? strings.act(missing) : strings.act({ kind: 'source' }),
          disabled: !missing,
          run: () => missing && go(pageFor(missing)),
        }}
      />
    </>
  );
};
