import { PageRows } from '../parts/PageRows';
import type { PageProps } from '../parts/page';

/** The hub of what is set up once: the source, the KPIs, the calculations to look at again. */
export const DataPage = ({ strings, flow, go }: PageProps) => {
  const { reading } = flow.state;
  const tables = reading.kind === 'found' ? reading.detection.tables.length : 0;
  return (
    <main aria-busy={reading.kind === 'loading'}>
      <h1 tabIndex={-1}>{reading.kind === 'loading' ? strings.reading.title : strings.data.title(tables)}</h1>
      <PageRows
        rows={(['source', 'kpis', 'findings'] as const).map((page) => ({
          key: page,
          ...strings.pages[page],
          open: () => go(page),
        }))}
      />
    </main>
  );
};
