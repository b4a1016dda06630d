import { useCallback, useEffect, useState } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Kpi } from '../../core/kpi/kpi';
import { EMPTY_KPI, kpiDraftOf, type KpiDraft } from '../../core/kpi/kpi-draft';
import type { Language } from '../../core/meteo/content';
import type { Problem } from '../../core/problem';
import { objectiveText, thresholdText } from '../../core/words/units';
import type { KpiView } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { KpiEditor } from './KpiEditor';
import { kpiStrings, type KpiStrings } from './strings';

/** What a KPI is held to: `≥ 80 % · alerte < 70 %`. */
const heldTo = (kpi: Kpi, strings: KpiStrings, language: Language): string => {
  const { thresholds, direction } = kpi;
  if (!thresholds || direction === 'neutral') return strings.tracked;
  if (direction === 'range')
    return strings.range(
      thresholdText(kpi, thresholds.green, language),
      thresholdText(kpi, thresholds.greenHigh ?? thresholds.green, language),
    );
  return `${objectiveText(kpi, language)} · ${strings.alert[direction](thresholdText(kpi, thresholds.amber, language))}`;
};

type ListProps = {
  kpis: readonly Kpi[];
  heading: string;
  id: string;
  strings: KpiStrings;
  language: Language;
  onEdit: (kpi: Kpi) => void;
};

const KpiList = ({ kpis, heading, id, strings, language, onEdit }: ListProps) =>
  kpis.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {kpis.map((kpi) => (
          <li className="row" key={kpi.id}>
            <button type="button" className="row-button" onClick={() => onEdit(kpi)}>
              <span>{kpi.label}</span>
              <span className="caption">
                {heldTo(kpi, strings, language)}
                {kpi.internal && ` · ${strings.internal}`}
              </span>
              {kpi.thresholdsProposed && <span className="caption proposed">◌ {strings.proposed}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

/** The page of KPIs: what the workbook's data give, what each is held to, and the form of one. */
export const KpisPage = ({ actions, words, language, action, onBack }: PageProps) => {
  const [view, setView] = useState<KpiView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [editing, setEditing] = useState<KpiDraft | null>(null);
  const [running, setRunning] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const strings = kpiStrings[language];

  const read = useCallback(() => {
    void actions.kpis().then((result) => {
      if (result.ok) setView(result.value);
      else setProblem(result.problem);
    });
  }, [actions]);
  useEffect(read, [read]);

  const edit = (draft: KpiDraft | null): void => {
    setProblem(null);
    setSaved(null);
    setEditing(draft);
  };
  const save = (draft: KpiDraft): void => {
    setRunning(true);
    setProblem(null);
    void actions.defineKpi(draft).then((result) => {
      setRunning(false);
      if (!result.ok) {
        setProblem(result.problem);
        return;
      }
      setEditing(null);
      setSaved(draft.label.trim());
      read();
    });
  };

  if (view && editing)
    return (
      <KpiEditor
        start={editing}
        table={view.table}
        known={view.kpis}
        strings={strings}
        language={language}
        action={action}
        running={running}
        problem={problem && words(problem)}
        onSave={save}
        onCancel={() => edit(null)}
      />
    );
  const kpis = view?.kpis ?? [];
  const keys = kpis.filter(({ key }) => key);
  const others = kpis.filter(({ key }) => !key);
  const title = problem
    ? words(problem).title
    : !view
      ? strings.loading
      : kpis.length === 0
        ? strings.none
        : strings.title(kpis.length);
  const list = { strings, language, onEdit: (kpi: Kpi) => view && edit(kpiDraftOf(kpi, view.table, language)) };
  return (
    <>
      <main aria-busy={!view && !problem}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          <p className="caption">{strings.caption}</p>
        </PageHead>
        <KpiList id="kpis-keys" kpis={keys} heading={strings.keys(keys.length)} {...list} />
        <KpiList id="kpis-others" kpis={others} heading={strings.others(others.length)} {...list} />
      </main>
      <ActionDock
        label={action}
        note={null}
        running={!view && !problem ? strings.loading : null}
        problem={problem && words(problem)}
        outcome={
          saved !== null && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>{strings.saved(saved)}</MessageBarBody>
            </MessageBar>
          )
        }
        primary={{ text: strings.add, disabled: !view, run: () => edit(EMPTY_KPI) }}
      />
    </>
  );
};
