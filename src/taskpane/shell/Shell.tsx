import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { Language } from '../../core/meteo/content';
import { done } from '../../core/problem';
import type { PaneActions } from '../flow';
import type { ProblemWords } from '../parts/problemWords';
import type { Strings } from '../strings/strings';
import { useFlow } from '../useFlow';
import { navigate, placeOf, startAt, TAB_OF, type PageName, type Place } from './navigation';
import { FaultBoundary, PageFault } from './PageFault';
import { Strip } from './Strip';
import { usePage } from './usePage';

type Props = {
  actions: PaneActions;
  strings: Strings;
  words: ProblemWords;
  language: Language;
  /** Where the pane opens. */
  start: Place;
  /** Told of each place, so that the next opening begins there. */
  onPlace: (place: Place) => void;
};

const PANEL = 'panel';

/** The pane: the strip of tabs, and under it the page that the user is at. */
export const Shell = ({ actions, strings, words, language, start, onPlace }: Props) => {
  const [navigation, move] = useReducer(navigate, start, startAt);
  const flow = useFlow(actions);
  const place = placeOf(navigation);
  const { shown, problem, again } = usePage(place.page);
  const panel = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const scrolled = useRef(new Map<PageName, number>());

  const remember = (): void => {
    const main = panel.current?.querySelector('main');
    if (main && shown) scrolled.current.set(shown.name, main.scrollTop);
  };
  const go = (page: PageName, id?: string): void => {
    remember();
    moved.current = true;
    move({ type: 'open', place: id === undefined ? { page } : { page, id } });
  };
  const back = (): void => {
    moved.current = true;
    move({ type: 'back' });
  };

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
  useEffect(() => onPlace(place), [onPlace, place]);

  const Page = shown?.component;
  return (
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
              onDone={(outcome) => {
                flow.confirmed(done(outcome));
                go('home');
              }}
            />
          </FaultBoundary>
        )}
      </div>
    </div>
  );
};
