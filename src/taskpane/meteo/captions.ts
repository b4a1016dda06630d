import type { Language } from '../../core/meteo/content';
import { factOf } from './editing';
import type { SectionName } from './meteoState';
import type { SectionProps } from './section';
import { meteoStrings } from './strings';

/** Days in which a planned activity counts as near. */
const NEAR_DAYS = 15;

/** What each section holds, in a line. */
export const captionsOf = (
  { preparation, prepared, shown, edits }: Pick<SectionProps, 'preparation' | 'prepared' | 'shown' | 'edits'>,
  language: Language,
): Readonly<Record<SectionName, string>> => {
  const { caption } = meteoStrings[language];
  const { content } = prepared;
  const added = edits.added ?? [];
  const facts = added.filter(({ kind }) => kind !== 'planned').length;
  const proposed = preparation.proposals.length + facts;
  const kept = preparation.proposals.filter((proposal) => factOf(edits, proposal).kept).length + facts;
  const today = Math.floor(preparation.draft.input.issued);
  const isNear = ({ date }: { date: number }): boolean => date <= today + NEAR_DAYS;
  const own = added.filter(({ kind }) => kind === 'planned');
  const printed = preparation.planned.filter(({ id }) => edits.planned?.[id] ?? true);
  const short = printed.filter(({ horizon }) => horizon === 'short').length + own.filter(isNear).length;
  const medium = printed.length + own.length - short;
  return {
    message: content.message,
    figures: caption.figures(content.green.rows.length + 1, shown.ahead),
    facts: proposed === 0 ? caption.noFact : caption.facts(kept, proposed),
    planned: short + medium === 0 ? caption.noPlan : caption.planned(short, medium),
    state: caption.state(shown.rule),
  };
};
