/**
 * The pane was loaded again where it stood: the page that was left counts then, not the one that a button of the ribbon asked for,
 * and nothing that such a button asks is done a second time.
 */
export const isReloaded = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload');
