import { Suspense, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { Kpi } from '../../core/kpi/kpi';
import { EMPTY_KPI, kpiDraftOf, type KpiDraft } from '../../core/kpi/kpi-draft';
import type { Language } from '../../core/meteo/content';
import type { Problem } from '../../core/problem';
import { objectiveText, thresholdText } from '../../core/words/units';
import { sideBySide } from '../../core/words/sideBySide';
import { typeset } from '../../core/words/typography';
import type { KpiView } from '../../actions/readKpis';
import { ActionDock } from '../parts/ActionDock';
import { clockTime } from '../parts/clockTime';
import { later } from '../parts/later';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { ReadOnly } from '../parts/readOnly';
import { remedyOf } from '../parts/remedy';
import { Skeleton } from '../parts/Skeleton';
import { useFollowed } from '../parts/useFollowed';
import { useRun } from '../parts/useRun';
import { draftName, type KeptKpi } from './kpiDrafts';
import { nextWork, type Work } from './nextWork';
import { kpiStrings, type KpiStrings } from './strings';
import { useKpiDrafts } from './useKpiDrafts';

const editor = later(async () => (await import('./KpiEditor')).KpiEditor);

/** What a KPI is held to: `≥ 80 % · alerte < 70 %`. */
const heldTo = (kpi: Kpi, strings: KpiStrings, language: Language): string => {
  const { thresholds, direction } = kpi;
  if (!thresholds || direction === 'neutral') return strings.tracked;
  if (direction === 'range')
    return strings.range(
      thresholdText(kpi, thresholds.green, language),
      thresholdText(kpi, thresholds.greenHigh ?? thresholds.green, language),
    );
  return sideBySide(objectiveText(kpi, language), strings.alert[direction](thresholdText(kpi, thresholds.amber, language)));
};

type ListProps = {
  kpis: readonly Kpi[];
  heading: string;
  id: string;
  strings: KpiStrings;
  language: Language;
  /** Clock time of the draft that is kept of each KPI's form, by its id. */
  kept: ReadonlyMap<string, number>;
  onEdit: (kpi: Kpi) => void;
};

/** That a form was begun and not saved. */
const KeptMark = ({ at, strings }: { at: number | undefined; strings: KpiStrings }) =>
  at === undefined ? null : <span className="caption proposed">{strings.draft(clockTime(at))}</span>;

const KpiList = ({ kpis, heading, id, strings, language, kept, onEdit }: ListProps) =>
  kpis.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {kpis.map((kpi) => (
          <li className="row" key={kpi.id}>
            <button type="button" className="row-button" onClick={() => onEdit(kpi)}>
              <span>{typeset(kpi.label, language)}</span>
              <span className="caption">
                {sideBySide(heldTo(kpi, strings, language), kpi.internal ? strings.internal : null)}
              </span>
              <KeptMark at={kept.get(kpi.id)} strings={strings} />
              {kpi.thresholdsProposed && <span className="caption proposed">◌ {strings.proposed}</span>}
            </button>
            <ChevronRight16Regular aria-hidden />
          </li>
        ))}
      </ul>
    </section>
  );

/** The page of KPIs: what the workbook's data give, what each is held to, and the form of one. */
export const KpisPage = ({ actions, words, language, action, flow, go, onBack }: PageProps) => {
  const [view, setView] = useState<KpiView | null>(null);
  const [problem, setProblem] = useState<{ problem: Problem; work: Work | null } | null>(null);
  const [editing, setEditing] = useState<KpiDraft | null>(null);
  const [running, setRunning] = useState<Work | 'save' | null>(null);
  const [outcome, setOutcome] = useState<{ said: string; of: Work | 'save' } | null>(null);
  useEffect(() => {
    editor.ahead();
  }, []);
  const strings = kpiStrings[language];
  const readOnly = useContext(ReadOnly);
  const { reading } = flow.state;
  const isConsolidated = reading.kind === 'found' && reading.overview.consolidated.kinds.length > 0;
  const lacksConsolidation = reading.kind === 'found' && !isConsolidated;

  const { drafts, kept, look } = useKpiDrafts(actions.workbook);
  const begun = useRef(false);
  const writes = useRun()?.state.writes ?? 0;
  /** Writings before a form was saved, whose dock is gone by now. */
  const [writesBefore, setWritesBefore] = useState<number | null>(null);

  const read = useCallback(
    (id: string | null = null) =>
      actions.kpis().then(async (result) => {
        if (!result.ok) {
          setProblem({ problem: result.problem, work: null });
          return;
        }
        const { kpis, table } = result.value;
        setView(result.value);
        const left = await look(kpis.map((kpi) => kpi.id));
        // A form that the pane was left with is open again; one that was closed says that it is kept.
        const opened = begun.current ? id : left;
        begun.current = true;
        const kpi = kpis.find((one) => one.id === opened);
        if (kpi) setEditing(kpiDraftOf(kpi, table, language));
        else if (opened === '') setEditing(EMPTY_KPI);
      }),
    [actions, language, look],
  );
  useEffect(() => {
    void read();
  }, [read]);

  // The form stays as it was opened: what somebody else has changed in it is asked about when it is saved.
  useFollowed(flow, () => {
    if (!editing && running === null) void read();
  });

  const edit = (draft: KpiDraft | null): void => {
    setProblem(null);
    setOutcome(null);
    setEditing(draft);
  };
  const changed = (made: typeof outcome): void => {
    setOutcome(made);
    void read();
    flow.read(true);
  };
  const isChanged = problem?.problem.code === 'changed-since-read';
  const ids = view?.kpis.map(({ id }) => id) ?? [];
  const leave = async (id: string, typed: KeptKpi | null): Promise<void> => {
    await drafts.save(draftName(id), typed);
    await look(ids);
    edit(null);
  };
  const save = (draft: KpiDraft, before: KpiDraft): void => {
    setRunning('save');
    setWritesBefore(writes);
    setProblem(null);
    void actions.defineKpi(draft, isChanged ? null : before).then((result) => {
      setRunning(null);
      if (!result.ok) {
        setProblem({ problem: result.problem, work: null });
        return;
      }
      void drafts.save(draftName(before.id), null);
      setEditing(null);
      changed({ said: strings.saved(draft.label.trim()), of: 'save' });
    });
  };
  const start = (work: Work): void => {
    setRunning(work);
    setWritesBefore(null);
    setProblem(null);
    setOutcome(null);
    void (work === 'confirm' ? actions.confirmThresholds() : actions.thresholds()).then((result) => {
      setRunning(null);
      if (!result.ok) {
        setProblem({ problem: result.problem, work });
        return;
      }
      if (work === 'keep') {
        flow.read(true);
        go('consolidation');
        return;
      }
      const nothing = result.value.problems.find(({ code }) => code === 'nothing-to-colour');
      if (work === 'colour' && nothing) {
        changed(null);
        setProblem({ problem: nothing, work: null });
      } else changed({ said: work === 'confirm' ? strings.confirmed : strings.coloured(result.value.sheets.length), of: work });
    });
  };

  if (view && editing)
    return (
      <Suspense fallback={<Skeleton block />}>
        <editor.Part
          key={JSON.stringify(editing)}
          start={editing}
          table={view.table}
          known={view.kpis}
          strings={strings}
          language={language}
          action={action}
          running={running === 'save'}
          problem={problem && words(problem.problem)}
          changed={isChanged}
          drafts={drafts}
          onSave={(draft) => save(draft, editing)}
          onLeave={(typed) => void leave(editing.id, typed)}
          onCancel={() => void leave(editing.id, null)}
          onTake={() => void leave(editing.id, null).then(() => read(editing.id))}
        />
      </Suspense>
    );
  const kpis = view?.kpis ?? [];
  const keys = kpis.filter(({ key }) => key);
  const others = kpis.filter(({ key }) => !key);
  const unconfirmed = kpis.filter(({ thresholdsProposed }) => thresholdsProposed).length;
  const isNothing = problem?.problem.code === 'nothing-to-colour';
  const work = nextWork({
    isKept: view?.kept !== false,
    unconfirmed,
    lacksConsolidation: lacksConsolidation || isNothing,
  });
  /** Nothing could be read: the head of the page says why, and the dock does not say it again. */
  const unread = view ? null : problem && problem.problem;
  const title = unread
    ? words(unread).title
    : !view
      ? strings.loading
      : kpis.length === 0
        ? strings.none
        : strings.title(kpis.length, unconfirmed, keys.length);
  const list = { strings, language, kept, onEdit: (kpi: Kpi) => view && edit(kpiDraftOf(kpi, view.table, language)) };
  const said = {
    keep: { text: strings.keep(kpis.length), note: strings.keepNote, running: strings.keeping },
    confirm: { text: strings.confirm(unconfirmed), note: strings.confirmNote, running: strings.confirming },
    colour: { text: strings.colour, note: strings.colourNote, running: strings.colouring },
    consolidate: { note: strings.consolidateNote },
  };
  const ready = view !== null && running === null && kpis.length > 0;
  /** The last step of what is set up here is done: the next thing is the page itself. */
  const isColoured = work === 'colour' && outcome?.of === 'colour' && !problem;
  const again = problem?.work ?? null;
  const next = again ?? work;
  const secondary: { text: string; of: Work } | null = isColoured
    ? { text: strings.colourAgain, of: 'colour' }
    : work === 'confirm' && isConsolidated
      ? { text: strings.colourShort, of: 'colour' }
      : work === 'consolidate' && unconfirmed > 0
        ? { text: said.confirm.text, of: 'confirm' }
        : null;
  return (
    <>
      <main aria-busy={!view && !problem}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          {unread ? (
            <p className="explained" role="alert">
              {words(unread).body}
            </p>
          ) : (
            <p className="caption">{strings.caption}</p>
          )}
        </PageHead>
        <KpiList id="kpis-keys" kpis={keys} heading={strings.keys(keys.length)} {...list} />
        <KpiList id="kpis-others" kpis={others} heading={strings.others(others.length)} {...list} />
        {!unread && !readOnly && (
          <Button appearance="subtle" icon={<Add20Regular aria-hidden />} disabled={!view} onClick={() => edit(EMPTY_KPI)}>
            {strings.add}
          </Button>
        )}
        <KeptMark at={kept.get('')} strings={strings} />
      </main>
      <ActionDock
        label={action}
        note={ready && !problem && outcome === null ? said[work].note : null}
        running={!view && !problem ? strings.loading : running && running !== 'save' ? said[running].running : null}
        problem={problem && !unread ? words(problem.problem) : null}
        outcome={
          outcome !== null && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>{outcome.said}</MessageBarBody>
            </MessageBar>
          )
        }
        onUndone={() => changed(null)}
        writesBefore={writesBefore}
        remedy={remedyOf(problem && problem.problem, { actions, go, language }, 'kpis')}
        primary={
          isColoured
            ? { text: strings.meteo, run: () => go('meteo') }
            : next === 'consolidate'
              ? { text: strings.consolidate, disabled: !ready, run: () => go('consolidation') }
              : {
                  text: again === null ? said[next].text : strings.tryAgain,
                  disabled: !ready,
                  writes: true,
                  run: () => start(next),
                }
        }
        {...(secondary && {
          secondary: { text: secondary.text, disabled: !ready, writes: true, run: () => start(secondary.of) },
        })}
      />
    </>
  );
};
