/** Can a page be made for a day, as of today? One that is still to come has no data, and would be late before its time. */
export const isIssuable = (day: number, today: number): boolean => day <= today;
