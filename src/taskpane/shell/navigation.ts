/** Tabs of the strip, by how often they are used: what is set up once is behind one, what comes back daily has its own. */
export const TABS = ['home', 'data', 'watch', 'meteo', 'client'] as const;
export type Tab = (typeof TABS)[number];

/** Every page with its tab; a tab's first page has the tab's own name. */
export const TAB_OF = {
  home: 'home',
  template: 'home',
  data: 'data',
  source: 'data',
  kpis: 'data',
  consolidation: 'data',
  settings: 'data',
  findings: 'data',
  projections: 'data',
  watch: 'watch',
  flash: 'watch',
  meteo: 'meteo',
  meteoPreview: 'meteo',
  meteoResult: 'meteo',
  meteoHistory: 'meteo',
  client: 'client',
} as const satisfies Readonly<Record<string, Tab>>;
export type PageName = keyof typeof TAB_OF;

/** Where a page stands: `id` is the thing that it is about, where it is about one. */
export type Place = { page: PageName; id?: string };

/** The tab that is shown, and the page that each one was left at. */
export type Navigation = { tab: Tab; at: Readonly<Record<Tab, Place>> };

export type NavigationEvent = { type: 'tab'; tab: Tab } | { type: 'open'; place: Place } | { type: 'back' };

const firstOf = (tab: Tab): Place => ({ page: tab });

export const startAt = (place: Place): Navigation => {
  const at = Object.fromEntries(TABS.map((tab) => [tab, firstOf(tab)])) as Record<Tab, Place>;
  const tab = TAB_OF[place.page];
  return { tab, at: { ...at, [tab]: place } };
};

export const placeOf = ({ tab, at }: Navigation): Place => at[tab];

/**
 * Moves between pages. A tab comes back to where it was left; pressed while it is shown, it goes to its first page, and so
 * does the way back: pages are at most two deep.
 */
export const navigate = (navigation: Navigation, event: NavigationEvent): Navigation => {
  switch (event.type) {
    case 'tab':
      return event.tab === navigation.tab
        ? { ...navigation, at: { ...navigation.at, [event.tab]: firstOf(event.tab) } }
        : { ...navigation, tab: event.tab };
    case 'open': {
      const tab = TAB_OF[event.place.page];
      return { tab, at: { ...navigation.at, [tab]: event.place } };
    }
    case 'back':
      return { ...navigation, at: { ...navigation.at, [navigation.tab]: firstOf(navigation.tab) } };
  }
};
