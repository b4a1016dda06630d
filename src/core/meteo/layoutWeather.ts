import type { MeteoContent } from './content';
import { LIST_GAP } from './layoutFrame';
import type { Geometry } from './layoutGeometry';
import { boxOf, type Pen } from './layoutPen';
import { ARROW, roles } from './layoutStyle';
import { fitsOneLine, wrapAtMark } from './textMetrics';

type Blue = MeteoContent['blue'];
type Spans = Geometry['blue'];

/** The icon before, the arrow, the icon now. */
const writeIcons = (pen: Pen, { previous, weather, word }: Blue, spans: Spans, top: number): void => {
  const left = spans.outer[0];
  if (previous) {
    const { left: x, top: y, size } = spans.previousIcon;
    const box = boxOf([left + x, left + x + size], top + y, size);
    pen.add({ kind: 'icon', id: 'previous', weather: previous.weather, box, altText: previous.text });
    const arrow = left + spans.arrow.left;
    pen.add({ kind: 'arrow', box: boxOf([arrow, arrow + 14], top + spans.arrow.top, 11), color: ARROW });
  }
  const { top: y, size } = spans.icon;
  // Alone it stands in the middle of what the two would take.
  const first = spans.previousIcon.left;
  const x = previous ? spans.icon.left : (first + spans.icon.left) / 2;
  const box = boxOf([left + x, left + x + size], top + y, size);
  pen.add({ kind: 'icon', id: 'current', weather, box, altText: word });
};

/** Lines of a rule; a person's reason may take more under the icons, and the rule it replaces beside it. */
const RULE_LINES = 4;
const REASON_LINES = 4;
const BY_THE_RULES_LINES = 3;

/** The rule beside the icon and the météo before. Returns where they end. */
const writeRule = (pen: Pen, { rule, previous }: Blue, spans: Spans, top: number): number => {
  const end = pen.write('blue.rule', spans.word, top, rule, roles.text, {
    lines: RULE_LINES,
    broken: wrapAtMark(rule, spans.word[1] - spans.word[0], roles.text, ':'),
    vertical: 'top',
    height: spans.ruleHeight,
  });
  if (previous?.unsaid) return Math.max(end, top + spans.ruleHeight + roles.note.leading);
  // Its line stays free when there is no previous météo: the icon reaches down to it.
  return previous ? pen.write('blue.previous', spans.word, end, previous.text, roles.note) : end + roles.note.leading;
};

/** A reason too long to stand beside the icon has the frame's column under it. Returns where it ends. */
const writeReason = (pen: Pen, { rule, previous }: Blue, spans: Spans, top: number, iconsEnd: number): number => {
  const beside = previous && !previous.unsaid ? pen.write('blue.previous', spans.word, top, previous.text, roles.note) : top;
  return pen.write('blue.rule', spans.reason, Math.max(beside, iconsEnd), rule, roles.text, { lines: REASON_LINES });
};

/**
 * Icons, word, rule, previous weather; where a person changed the level, their reason in the rule's place and under it what
 * the rules gave. Returns where the text ends.
 */
export const writeWeather = (pen: Pen, { blue }: MeteoContent, spans: Spans, top: number): number => {
  writeIcons(pen, blue, spans, top);
  // "Bright spells" needs the gap before the lists, which nothing else uses.
  const wordRight = fitsOneLine(blue.word, spans.word[1] - spans.word[0], roles.weatherWord) ? spans.word[1] : spans.lists.key[0];
  pen.write('blue.word', [spans.word[0], Math.max(wordRight, spans.word[1])], top + spans.wordTop, blue.word, roles.weatherWord);
  const ruleTop = top + spans.ruleTop;
  const { byTheRules } = blue;
  if (byTheRules === undefined) return writeRule(pen, blue, spans, ruleTop);
  const iconsEnd = top + spans.iconsEnd;
  const isShort = pen.count(blue.rule, spans.word, roles.text) * roles.text.leading <= spans.ruleHeight;
  const end = isShort ? writeRule(pen, blue, spans, ruleTop) : writeReason(pen, blue, spans, ruleTop, iconsEnd);
  if (byTheRules === '') return end + LIST_GAP / 2;
  const lower = Math.max(end, iconsEnd);
  return pen.write('blue.byTheRules', spans.reason, lower, byTheRules, roles.note, { lines: BY_THE_RULES_LINES }) + LIST_GAP;
};
