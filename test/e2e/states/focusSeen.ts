import type { Visit } from './visit';

/** Remembers, in the pane, how what has the focus looks, to be compared once the focus is elsewhere. */
type Watching = { focusWatched?: { element: Element; look: string; name: string } | null };

/**
 * Where the focus is now, and what is wrong with it: that it is nowhere, or that what had it the last time looks the same
 * without it, so that nobody could see where it was. `leaves`: the page may have gone since.
 */
export const focusFault = ({ frame }: Visit): Promise<string | null> =>
  frame.evaluate(() => {
    const watching = window as unknown as Watching;
    const PROPERTIES = ['outline', 'boxShadow', 'border', 'transform', 'textDecoration', 'backgroundColor', 'opacity'] as const;
    // Fields and ticks show it on what lies around or beside them.
    const around = (element: Element): Element[] =>
      [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling].filter(
        (one): one is Element => one instanceof Element,
      );
    const lookOf = (element: Element): string =>
      JSON.stringify(
        around(element).map((one) =>
          ['', '::before', '::after'].map((pseudo) => {
            const style = getComputedStyle(one, pseudo);
            return PROPERTIES.map((property) => style[property]);
          }),
        ),
      );
    const last = watching.focusWatched ?? null;
    const active = document.activeElement;
    const isNowhere = active === null || active === document.body;
    const name = isNowhere
      ? ''
      : `${active.tagName} “${(active.getAttribute('aria-label') ?? active.textContent ?? '').slice(0, 40)}”`;
    const isUnseen = last && last.element !== active && last.element.isConnected && lookOf(last.element) === last.look;
    // A title takes the focus so that it is read out; it is no control to be found by eye.
    watching.focusWatched = isNowhere || /^H\d$/.test(active.tagName) ? null : { element: active, look: lookOf(active), name };
    if (isNowhere) return `nothing has the focus after ${last?.name ?? 'a title'}`;
    return isUnseen ? `one does not see the focus on ${last.name}` : null;
  });

/** Goes from control to control with the keyboard until one has the name; what is wrong with the focus on the way. */
export const tabTo = async (visit: Visit, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> => {
  const faults: string[] = [];
  const target = visit.button(name).first();
  await target.waitFor();
  for (let step = 0; step < 150; step++) {
    const fault = await focusFault(visit);
    if (fault) faults.push(fault);
    if (await target.evaluate((element) => element === document.activeElement)) return faults;
    await visit.page.keyboard.press(key);
  }
  return [...faults, `${String(name)} is not reached`];
};
