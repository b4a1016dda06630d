/** Number of a text written with a decimal mark: `readNumberText('1 092,5', ',')` is 1092.5; null when it is none. */
export const readNumberText = (text: string, decimal: '.' | ','): number | null => {
  const group = decimal === '.' ? /[\s\u00a0\u202f,]/g : /[\s\u00a0\u202f.]/g;
  const plain = text.trim().replace(group, '').replace(decimal, '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
};
