import {
  compare,
  consolidated,
  detected,
  removeReports,
  truthOf,
  untouched,
  whenShared,
  type Expected,
  type Values,
} from './reports';

afterAll(removeReports);

/** Expected values by label, then by measure, as values by measure, then by label. */
const byMeasure = (groups: Readonly<Record<string, Readonly<Record<string, number | null>>>>): Expected => {
  const measures: Record<string, Record<string, number | null>> = {};
  for (const [label, values] of Object.entries(groups))
    for (const [measure, value] of Object.entries(values)) (measures[measure] ??= {})[label] = value;
  return measures;
};

describe('R12: forty tasks of five projects', () => {
  const FILE = 'R12_Project Management Dashboard.xlsx';
  type Truth = {
    n_tasks: number;
    by_project: Record<string, Record<string, number>>;
    total_budget: number;
    total_actual: number;
    days_completed: number;
    duration: number;
    weekly_by_start: Expected;
    monthly_by_start: Expected;
  };

  whenShared('every project, and the weeks and months in which its tasks start', async () => {
    const truth = truthOf<Truth>('R12');
    const { group, total, week, month } = await consolidated(
      FILE,
      ...['--sheet', 'Data', '--group', 'Project', '--date', 'Start Date', '--by', 'week,month'],
      ...['--measure', 'tasks=count', '--measure', 'budget=sum:Budget', '--measure', 'actual=sum:Actual'],
      ...['--measure', 'conso_rate=ratio:Actual/Budget', '--measure', 'progress=ratio:Days completed/Duration'],
      ...['--measure', 'days=sum:Days completed', '--measure', 'duration=sum:Duration'],
      ...['--measure', 'not started=countif:Progress=0', '--measure', 'done=countif:Progress=1'],
    );
    compare(group, byMeasure(truth.by_project), { 'days_comp/duration': 'progress' });
    compare(week, truth.weekly_by_start);
    compare(month, truth.monthly_by_start);
    expect(total).toMatchObject({
      tasks: truth.n_tasks,
      budget: truth.total_budget,
      actual: truth.total_actual,
      days: truth.days_completed,
      duration: truth.duration,
      // The workbook's own sheet `Workings` counts 4 tasks not started, 33 in progress and 3 done.
      'not started': 4,
      done: 3,
    });
    untouched(FILE);
  });
});

describe('R13: tasks of two sprints, of which one is written in two ways', () => {
  const FILE = 'R13_Gestion de projet.xlsx';
  type Truth = {
    n: number;
    by_iteration_as_written: Record<string, Record<string, number>>;
    total: Record<string, number>;
    avancement_moyen: number;
    'avancement_pondéré=Consommé/(Consommé+RAF)': number;
    etats: Record<string, number>;
  };
  const MEASURES = [
    ...['--measure', 'Estimation=sum:Estimation', '--measure', 'Consommé=sum:Consommé', '--measure', 'RAF=sum:RAF'],
    ...['--measure', 'tâches=count', '--measure', 'avancement=mean:Avancement'],
  ];

  whenShared('three tasks that are done and have work left are raised', async () => {
    const { problems } = await detected(FILE);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'done-with-remaining',
        cell: 'F14',
        facts: { count: 3, status: 'Terminé', column: 'RAF' },
      }),
    );
  });

  whenShared('every iteration as it is written, and all of them', async () => {
    const truth = truthOf<Truth>('R13');
    const { group, total } = await consolidated(FILE, '--sheet', 'avancement de pilotage', '--group', 'Itération', ...MEASURES);
    const trimmed = Object.fromEntries(Object.entries(group).map(([label, values]) => [label.trim(), values])) as Values;
    expect(Object.keys(trimmed).sort()).toEqual(Object.keys(truth.by_iteration_as_written).sort());
    compare(trimmed, byMeasure(truth.by_iteration_as_written));
    expect(total).toMatchObject({ ...truth.total, tâches: truth.n, avancement: truth.avancement_moyen });
    const spent = total['Consommé'] ?? NaN;
    expect(spent / (spent + (total['RAF'] ?? NaN))).toBeCloseTo(truth['avancement_pondéré=Consommé/(Consommé+RAF)'], 4);
    untouched(FILE);
  });

  whenShared('every state', async () => {
    const { group } = await consolidated(FILE, '--sheet', 'avancement de pilotage', '--group', 'Etat', ...MEASURES);
    const counts = Object.fromEntries(Object.entries(group).map(([label, values]) => [label.trim(), values['tâches']]));
    expect(counts).toEqual(truthOf<Truth>('R13').etats);
  });

  whenShared('the two ways to write one sprint are raised at their cells', async () => {
    const { tables, problems } = await detected(FILE);
    expect(tables.find(({ sheet }) => sheet === 'avancement de pilotage')).toMatchObject({
      kind: 'snapshot',
      headerRow: 3,
      dateColumn: null,
    });
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'label-variants',
        sheet: 'avancement de pilotage',
        cell: 'A11',
        facts: expect.objectContaining({ column: 'Itération', usual: 'Sprint 1', other: 'Sprint1 ' }) as unknown,
      }),
    );
  });
});

describe('R17: sales by family, without dates, headers that repeat', () => {
  const FILE = 'R17_suivi.xlsx';
  type Truth = Record<'par_famille REAL/OBJ (E/F)', Record<string, [number, number, number | null]>>;

  whenShared('every family', async () => {
    const { 'par_famille REAL/OBJ (E/F)': families } = truthOf<Truth>('R17');
    const { group } = await consolidated(
      FILE,
      ...['--sheet', 'AGADIR', '--group', 'Famille'],
      ...['--measure', 'real=sum:E', '--measure', 'objective=sum:F', '--measure', 'rate=ratio:E/F'],
    );
    const expected = Object.entries(families).map(([family, [real, objective, rate]]) => [family, { real, objective, rate }]);
    // Expected amounts are rounded to the cent.
    const cents = (value: number | null | undefined): number | null =>
      typeof value === 'number' ? Math.round(value * 100) / 100 : null;
    const rounded = Object.entries(group).map(([family, values]) => [
      family,
      { ...values, real: cents(values['real']), objective: cents(values['objective']) },
    ]);
    compare(Object.fromEntries(rounded) as Values, byMeasure(Object.fromEntries(expected) as Values));
    expect(Object.keys(group).sort()).toEqual(Object.keys(families).sort());
    // Six other sheets print the day with TODAY().
    untouched(FILE, /^xl\/worksheets\/sheet[4-9]\.xml$/);
  });

  whenShared('no date, headers that repeat, one that is missing and signs for figures are raised at their cells', async () => {
    const { tables, problems } = await detected(FILE);
    expect(tables.find(({ sheet }) => sheet === 'AGADIR')).toMatchObject({ kind: 'snapshot', area: 'A1:R154', dateColumn: null });
    const raised = problems.filter(({ sheet }) => sheet === 'AGADIR').map(({ code, cell }) => `${code} ${cell ?? ''}`);
    expect(raised).toEqual(
      expect.arrayContaining([
        'snapshot-without-dates A1',
        'headers-repeated K1',
        'headers-repeated L1',
        'header-missing H1',
        'text-among-figures G5',
      ]),
    );
  });
});

describe('R22: a small table at the bottom of each person’s sheet', () => {
  const FILE = 'R22_KPI.xlsx';
  type Figures = [number, number, number, number | 'NA', number | 'NA'];
  type Truth = Record<'tables B38:G43', Record<string, Record<string, Figures> | Record<never, never>>>;
  const COLUMNS = ['CV', 'CCM1', 'Placed', 'CV-CCM1', 'CCM1-Placed'] as const;
  const PEOPLE = ['Mr Pink', 'Mr Black', 'Mr White', 'Mr Brown', 'Mr Blue', 'Miss G'];

  const named = (figures: Figures): Record<string, number | null> =>
    Object.fromEntries(COLUMNS.map((column, index) => [column, figures[index] === 'NA' ? null : (figures[index] as number)]));

  whenShared('both quarters and the year of every person', async () => {
    const { 'tables B38:G43': people } = truthOf<Truth>('R22');
    for (const person of PEOPLE) {
      const { Annual, ...quarters } = people[person] as Record<string, Figures>;
      // A column of “NA” only holds no number to show, and asking for one is refused.
      const typed = (['CV-CCM1', 'CCM1-Placed'] as const).filter((name) =>
        Object.values(quarters).some((figures) => figures[COLUMNS.indexOf(name)] !== 'NA'),
      );
      const { group, total } = await consolidated(
        FILE,
        ...['--sheet', person, '--group', 'B'],
        ...['--measure', 'CV=sum:CV', '--measure', 'CCM1=sum:CCM1', '--measure', 'Placed=sum:Placed'],
        // The ratios of a quarter are those that were typed (0, at times, where there is nothing to divide by) …
        ...typed.flatMap((name) => ['--measure', `${name}=mean:${name}`]),
        // … and those of the year are the ratios of its sums.
        ...['--measure', 'CV by CCM1=ratio:CV/CCM1', '--measure', 'CCM1 by Placed=ratio:CCM1/Placed'],
      );
      const labelled = Object.fromEntries(Object.entries(quarters).map(([quarter, figures]) => [quarter, named(figures)]));
      compare(group, byMeasure(labelled));
      const ofSums = { 'CV-CCM1': 'CV by CCM1', 'CCM1-Placed': 'CCM1 by Placed' };
      compare({ Annual: total }, byMeasure({ Annual: named(Annual as Figures) }), ofSums);
      expect(Object.keys(group).sort()).toEqual(['Q1', 'Q2']);
    }
    untouched(FILE);
  });

  whenShared('the row that sums the quarters is raised on every sheet, and “NA” among figures', async () => {
    const { problems } = await detected(FILE);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'text-among-figures',
        sheet: 'Mr Black',
        cell: 'G40',
        facts: expect.objectContaining({ sample: 'NA' }) as unknown,
      }),
    );
    for (const person of PEOPLE)
      expect(problems).toContainEqual(expect.objectContaining({ code: 'totals-row', sheet: person, cell: 'B43' }));
  });
});
