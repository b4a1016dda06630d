/** `14:12`, as it is where the user is. */
export const clockTime = (milliseconds: number): string => {
  const time = new Date(milliseconds);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
};
