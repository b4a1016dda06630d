import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { Language } from '../../core/meteo/content';
import { stageOf, type PaneActions } from '../flow';
import { pressMainAction } from '../parts/mainAction';
import type { ProblemWords } from '../parts/problemWords';
import { ReadOnly } from '../parts/readOnly';
import type { Strings } from '../strings/strings';
import { useFlow } from '../useFlow';
import { useKeptFocus } from './keptFocus';
import type { KeptPlace } from './keptPlace';
import { navigate, placeOf, startAt, TAB_OF, type PageName, type Place } from './navigation';
import { FaultBoundary, PageFault } from './PageFault';
import { Strip } from './Strip';
import { usePage } from './usePage';
import { useRereading } from './useRereading';
import { useTabKeys } from './useTabKeys';

type Props = {
  actions: PaneActions;
  strings: Strings;
  words: ProblemWords;
  language: Language;
  /** Where the pane opens. */
  start: Place;
  /** Where the pane was left the last time, and where it is left now; null where its address says the page. */
  kept: KeptPlace | null;
};

const PANEL = 'panel';

/** The pane: the strip of tabs, and under it the page that the user is at. */
export const Shell = ({ actions, strings, words, language, start, kept }: Props) => {
  const [navigation, move] = useReducer(navigate, start, startAt);
  const flow = useFlow(actions);
  const place = placeOf(navigation);
  const { shown, problem, again } = usePage(place.page);
  const panel = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  /** Somebody went somewhere: what was kept comes too late. */
  const touched = useRef(false);
  const [restored, setRestored] = useState(kept === null);
  const scrolled = useRef(new Map<PageName, number>());

  const remember = (): void => {
    const main = panel.current?.querySelector('main');
    if (main && shown) scrolled.current.set(shown.name, main.scrollTop);
    touched.current = true;
  };
  const go = (page: PageName, id?: string): void => {
    remember();
    moved.current = true;
    move({ type: 'open', place: id === undefined ? { page } : { page, id } });
  };
  const back = (): void => {
    touched.current = true;
    moved.current = true;
    move({ type: 'back' });
  };

  useKeptFocus(panel);
  useRereading(flow);
  useTabKeys();
  const name = shown?.name;
  useLayoutEffect(() => {
    const main = panel.current?.querySelector('main');
    if (main && name) main.scrollTop = scrolled.current.get(name) ?? 0;
  }, [name]);
  useEffect(() => {
    // After a change of page, not of tab: the arrow keys go on from tab to tab.
    if (moved.current) panel.current?.querySelector<HTMLElement>('h1')?.focus();
    moved.current = false;
  }, [name]);
  useEffect(() => {
    // Without a word where it cannot be had: the pane is where it would be the first time.
    kept?.load().then(
      (left) => {
        if (left && !touched.current) move({ type: 'open', place: left });
        setRestored(true);
      },
      () => undefined,
    );
  }, [kept]);
  useEffect(() => {
    if (restored) kept?.keep(place).catch(() => undefined);
  }, [kept, place, restored]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!panel.current || !pressMainAction(event, panel.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.body.addEventListener('keydown', pressed);
    return () => document.body.removeEventListener('keydown', pressed);
  }, []);

  const Page = shown?.component;
  return (
    <ReadOnly value={flow.state.readOnly}>
      <div className="pane">
        <Strip
          label={strings.tabs.label}
          labels={strings.tabs}
          current={navigation.tab}
          panel={PANEL}
          onTab={(tab) => {
            remember();
            move({ type: 'tab', tab });
          }}
        />
        {/* Without a name of its own, which would stand outside the page's landmarks: its tab points at it, its h1 says what it is. */}
        <div className="panel" id={PANEL} role="tabpanel" ref={panel}>
          {problem && <PageFault problem={problem} strings={strings} onAgain={again} />}
          {!problem && Page && (
            <FaultBoundary key={`${shown.name} ${place.id ?? ''}`} strings={strings}>
              <Page
                actions={actions}
                words={words}
                strings={strings}
                language={language}
                action={strings.action}
                flow={flow}
                {...(place.id !== undefined && TAB_OF[shown.name] === navigation.tab && { id: place.id })}
                go={go}
                onBack={back}
                onChanged={() => {
                  back();
                  flow.read();
                }}
                onConfirmed={() => {
                  const { reading } = flow.state;
                  const overview = reading.kind === 'found' ? reading.overview : null;
                  const isFirst = overview !== null && stageOf(overview) !== null;
                  flow.read(true);
                  go(!isFirst ? 'data' : overview.kpis.kept ? 'consolidation' : 'kpis');
                }}
              />
            </FaultBoundary>
          )}
        </div>
      </div>
    </ReadOnly>
  );
};
