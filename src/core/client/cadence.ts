/** Days between two météos, unless told otherwise; the fewest and the most. */
export const USUAL_CADENCE = 14;
export const SHORTEST_CADENCE = 7;
export const LONGEST_CADENCE = 15;

/** Days between two météos as somebody types them; undefined for what is no number from 7 to 15. */
export const cadenceIn = (text: string): number | undefined => {
  const days = Math.round(Number(text.replace(',', '.')));
  return days >= SHORTEST_CADENCE && days <= LONGEST_CADENCE ? days : undefined;
};
