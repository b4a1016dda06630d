import { part, type Stretch } from './cellPane';
import type { Tracks } from './tracks';

/** Tracks that never move, and those that are seen beside them. */
export type Stretches = { fixed: Stretch; moving: Stretch };

const heads = (
  { first, count }: Stretch,
  tracks: Tracks,
  selected: Stretch,
  head: (index: number, start: number, size: number) => HTMLElement,
): HTMLElement[] =>
  Array.from({ length: count }, (_, offset) => first + offset)
    .filter((index) => tracks.size(index) > 0)
    .map((index) => {
      const element = head(index, tracks.start(index), tracks.size(index));
      if (index >= selected.first && index < selected.first + selected.count) element.classList.add('current');
      return element;
    });

/** The letters above a sheet's columns, or the numbers beside its rows: made once, and only moved by a scroll. */
export class Heads {
  readonly element: HTMLElement;
  private readonly moving = part('layer');
  private readonly fixed = part('layer');
  private tracks: Tracks | null = null;
  private drawn = '';

  constructor(
    private readonly axis: 'columns' | 'rows',
    private readonly label: (index: number) => string,
  ) {
    this.element = part(`heads ${axis}`);
    this.element.append(this.moving, this.fixed);
  }

  /** Shows those of some tracks, `scrolled` so many pixels, the selected ones marked. */
  draw(tracks: Tracks, stretches: Stretches, selected: Stretch, scrolled: number): void {
    const isAcross = this.axis === 'columns';
    this.moving.style.transform = isAcross ? `translateX(${String(-scrolled)}px)` : `translateY(${String(-scrolled)}px)`;
    const { fixed, moving } = stretches;
    const drawn = [fixed, moving, selected].map(({ first, count }) => `${String(first)}+${String(count)}`).join(' ');
    if (tracks === this.tracks && drawn === this.drawn) return;
    this.tracks = tracks;
    this.drawn = drawn;
    const head = (index: number, start: number, size: number): HTMLElement => {
      const element = part('head');
      element.textContent = this.label(index);
      element.style.cssText = isAcross
        ? `left:${String(start)}px;width:${String(size)}px`
        : `top:${String(start)}px;height:${String(size)}px`;
      return element;
    };
    this.moving.replaceChildren(...heads(moving, tracks, selected, head));
    this.fixed.replaceChildren(...heads(fixed, tracks, selected, head));
  }
}
