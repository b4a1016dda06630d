/** Complete periods that are drawn of each KPI, and those without which limits say nothing. */
export const DRAWN = 24;
export const NEEDED = 20;
