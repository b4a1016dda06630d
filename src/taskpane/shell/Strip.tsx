import { useRef, type ComponentType, type KeyboardEvent } from 'react';
import { DataTrending20Filled, DataTrending20Regular } from '@fluentui/react-icons/svg/data-trending';
import { Home20Filled, Home20Regular } from '@fluentui/react-icons/svg/home';
import { PersonFeedback20Filled, PersonFeedback20Regular } from '@fluentui/react-icons/svg/person-feedback';
import { Table20Filled, Table20Regular } from '@fluentui/react-icons/svg/table';
import {
  WeatherPartlyCloudyDay20Filled,
  WeatherPartlyCloudyDay20Regular,
} from '@fluentui/react-icons/svg/weather-partly-cloudy-day';
import { TABS, type Tab } from './navigation';

type Icon = ComponentType<{ 'aria-hidden': true }>;
const ICONS: Readonly<Record<Tab, { regular: Icon; filled: Icon }>> = {
  home: { regular: Home20Regular, filled: Home20Filled },
  data: { regular: Table20Regular, filled: Table20Filled },
  watch: { regular: DataTrending20Regular, filled: DataTrending20Filled },
  meteo: { regular: WeatherPartlyCloudyDay20Regular, filled: WeatherPartlyCloudyDay20Filled },
  client: { regular: PersonFeedback20Regular, filled: PersonFeedback20Filled },
};

const MOVES: Readonly<Record<string, (index: number) => number>> = {
  ArrowLeft: (index) => (index + TABS.length - 1) % TABS.length,
  ArrowRight: (index) => (index + 1) % TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
};

type Props = {
  label: string;
  labels: Readonly<Record<Tab, string>>;
  current: Tab;
  panel: string;
  onTab: (tab: Tab) => void;
};

/** Identifier of a tab's button. */
const tabId = (tab: Tab): string => `tab-${tab}`;

/**
 * The strip of tabs: one stop of the Tab key, ← → Home and End move and select. By hand, because Fluent's TabList has no
 * stacked layout and brings its focus engine along.
 */
export const Strip = ({ label, labels, current, panel, onTab }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const target = MOVES[event.key]?.(TABS.indexOf(current));
    const tab = target === undefined ? undefined : TABS[target];
    if (tab === undefined || event.altKey) return;
    event.preventDefault();
    onTab(tab);
    list.current?.querySelector<HTMLElement>(`#${tabId(tab)}`)?.focus();
  };
  return (
    <nav aria-label={label}>
      <div className="strip" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {TABS.map((tab) => {
          const Drawn = tab === current ? ICONS[tab].filled : ICONS[tab].regular;
          return (
            <button
              key={tab}
              type="button"
              role="tab"
              className="tab"
              id={tabId(tab)}
              aria-selected={tab === current}
              aria-controls={panel}
              tabIndex={tab === current ? 0 : -1}
              title={labels[tab]}
              onClick={() => onTab(tab)}
            >
              <Drawn aria-hidden />
              <span>{labels[tab]}</span>
            </button>
          );
        })}
      </div>
    </nav>
  );
};
