import type { Orientation } from './content';
import type { Span } from './layoutPen';

/** Where things stand, in points from the live area's top left; every number is a multiple of 3 (a whole number of pixels). */
export type Geometry = {
  width: number;
  height: number;
  paper: { width: number; height: number; offsetX: number; offsetY: number };
  columnEdges: readonly number[];
  /** Edge between the left and the right text of the header's two lines. */
  headerSplit: number;
  contractSplit: number;
  messageTop: number;
  framesTop: number;
  /** Where the last frame ends. */
  framesBottom: number;
  gap: number;
  green: {
    outer: Span;
    inner: Span;
    tab: Span;
    note: Span;
    key: Span;
    /** Further right edges for a key figure that needs more width. */
    keyEdges: readonly number[];
    whatRight: number;
    symbol: Span;
    word: Span;
    readingLabel: Span;
    readingText: Span;
    table: {
      indicator: Span;
      value: Span;
      objective: Span;
      symbol: Span;
      word: Span;
      change: Span;
      projection: Span;
      interval: Span;
    };
  };
  /** `usual`: height of the frame on an ordinary page; one with little to say keeps it where there is room. */
  yellow: { outer: Span; usual: number; tab: Span; note: Span; left: ListSpans; right: ListSpans };
  blue: {
    usual: number;
    outer: Span;
    tab: Span;
    note: Span;
    /** Left and top from the frame's top left, and size. */
    previousIcon: { left: number; top: number; size: number };
    arrow: { left: number; top: number };
    icon: { left: number; top: number; size: number };
    word: Span;
    wordTop: number;
    ruleTop: number;
    /** Room of the rule's two lines. */
    ruleHeight: number;
    /** First edge under the icons, from the frame's top. */
    iconsEnd: number;
    reason: Span;
    lists: ListSpans;
  };
};

/** Heading over the whole width, date or state, text. */
export type ListSpans = { key: Span; text: Span };

/** A4 in points. */
const A4 = { width: 595.28, height: 841.89 };

const portraitLists = { left: { key: [9, 48], text: [48, 258] }, right: { key: [270, 321], text: [321, 531] } } as const;

const portrait: Geometry = {
  width: 540,
  height: 780,
  paper: { ...A4, offsetX: (A4.width - 540) / 2, offsetY: (A4.height - 780) / 2 },
  columnEdges: [0, 9, 48, 138, 168, 213, 258, 270, 294, 321, 345, 402, 459, 531, 540],
  headerSplit: 270,
  contractSplit: 213,
  messageTop: 39,
  framesTop: 84,
  framesBottom: 750,
  gap: 9,
  green: {
    outer: [0, 540],
    inner: [9, 531],
    tab: [0, 138],
    note: [138, 531],
    key: [9, 138],
    keyEdges: [168, 213],
    whatRight: 402,
    symbol: [402, 459],
    word: [459, 540],
    readingLabel: [9, 138],
    readingText: [138, 531],
    table: {
      indicator: [9, 168],
      value: [168, 213],
      objective: [213, 270],
      symbol: [270, 294],
      word: [294, 345],
      change: [345, 402],
      projection: [402, 459],
      interval: [459, 531],
    },
  },
  yellow: { outer: [0, 540], usual: 126, tab: [0, 138], note: [138, 531], ...portraitLists },
  blue: {
    outer: [0, 540],
    usual: 144,
    tab: [0, 138],
    note: [138, 531],
    previousIcon: { left: 12, top: 45, size: 30 },
    arrow: { left: 47, top: 54.5 },
    icon: { left: 66, top: 27, size: 66 },
    word: [138, 258],
    wordTop: 30,
    ruleTop: 54,
    ruleHeight: 30,
    iconsEnd: 93,
    reason: [9, 258],
    lists: portraitLists.right,
  },
};

const landscapeList = { key: [504, 555], text: [555, 771] } as const;

const landscape: Geometry = {
  width: 780,
  height: 540,
  paper: { width: A4.height, height: A4.width, offsetX: (A4.height - 780) / 2, offsetY: (A4.width - 540) / 2 },
  columnEdges: [0, 9, 78, 138, 153, 192, 246, 264, 315, 363, 390, 405, 477, 486, 495, 504, 555, 633, 771, 780],
  headerSplit: 363,
  contractSplit: 363,
  messageTop: 36,
  framesTop: 81,
  framesBottom: 522,
  gap: 9,
  green: {
    outer: [0, 486],
    inner: [9, 477],
    tab: [0, 138],
    note: [138, 477],
    key: [9, 138],
    keyEdges: [153, 192],
    whatRight: 390,
    symbol: [390, 405],
    word: [405, 486],
    readingLabel: [9, 78],
    readingText: [78, 477],
    table: {
      indicator: [9, 153],
      value: [153, 192],
      objective: [192, 246],
      symbol: [246, 264],
      word: [264, 315],
      change: [315, 363],
      projection: [363, 405],
      interval: [405, 477],
    },
  },
  yellow: { outer: [495, 780], usual: 216, tab: [495, 633], note: [633, 771], left: landscapeList, right: landscapeList },
  blue: {
    outer: [495, 780],
    usual: 216,
    tab: [495, 633],
    note: [633, 771],
    previousIcon: { left: 12, top: 32, size: 30 },
    arrow: { left: 47, top: 41.5 },
    icon: { left: 66, top: 20, size: 54 },
    word: [633, 771],
    wordTop: 18,
    ruleTop: 42,
    ruleHeight: 24,
    iconsEnd: 75,
    reason: [504, 771],
    lists: landscapeList,
  },
};

/** The places of an orientation. In landscape the yellow and the blue frame stand right of the green one. */
export const geometryOf = (orientation: Orientation): Geometry => (orientation === 'portrait' ? portrait : landscape);
