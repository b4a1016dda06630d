import type { ChartSeries as SeriesData } from '../book/sheet';
import type { Slot } from './chartFormat';

export const MARKER_STYLES = [
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
] as const;

type MarkerValue = SeriesData['marker'];
const USUAL = { style: 'Automatic', size: 5, fill: '', line: '' };

/** Marker of a series or of one point; '' is an automatic colour. */
export class ChartMarker {
  constructor(private readonly slot: Slot<MarkerValue>) {}

  private get own(): typeof USUAL {
    const marker = this.slot.get();
    return marker === null || marker === 'automatic' ? USUAL : marker;
  }
  get style(): (typeof MARKER_STYLES)[number] {
    const marker = this.slot.get();
    if (marker === null) return 'None';
    return marker === 'automatic' ? 'Automatic' : (MARKER_STYLES.find((name) => name === marker.style) ?? 'Automatic');
  }
  set style(value: (typeof MARKER_STYLES)[number]) {
    this.slot.set(value === 'None' ? null : { ...this.own, style: value });
  }
  get size(): number {
    return this.own.size;
  }
  set size(size: number) {
    this.slot.set({ ...this.own, size });
  }
  get fill(): string {
    return this.own.fill;
  }
  set fill(fill: string) {
    this.slot.set({ ...this.own, fill });
  }
  get line(): string {
    return this.own.line;
  }
  set line(line: string) {
    this.slot.set({ ...this.own, line });
  }
}
