import type { ChartSeries as SeriesData } from '../book/sheet';
import type { Slot } from './chartFormat';
import { bounded, color, integer, oneOf } from './checks';

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

/** What has markers of its own: a series, or one of its points. */
export abstract class Marked {
  protected abstract get marker(): ChartMarker;

  get markerStyle(): string {
    return this.marker.style;
  }
  set markerStyle(value: unknown) {
    this.marker.style = oneOf(value, MARKER_STYLES);
  }
  get markerSize(): number {
    return this.marker.size;
  }
  set markerSize(value: unknown) {
    this.marker.size = bounded(integer(value), 2, 72);
  }
  get markerBackgroundColor(): string {
    return this.marker.fill;
  }
  set markerBackgroundColor(value: unknown) {
    this.marker.fill = color(value);
  }
  get markerForegroundColor(): string {
    return this.marker.line;
  }
  set markerForegroundColor(value: unknown) {
    this.marker.line = color(value);
  }
}
