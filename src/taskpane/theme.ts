import { webLightTheme, type Theme } from '@fluentui/react-components';

/** Relative luminance of `#rrggbb` (WCAG 2.2), 0 black to 1 white; white for what is no colour. */
const luminance = (colour: string): number => {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1) ?? ['ff', 'ff', 'ff'];
  const [red = 1, green = 1, blue = 1] = parts.map((part) => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Below this a background is dark: white and black text stand out from it alike. */
const DARK = 0.179;

/** The colours Office gives its panes; absent on hosts that tell none. */
export type OfficeColours = { bodyBackgroundColor: string; bodyForegroundColor: string };

/**
 * The theme that goes with Office's. High contrast is the system's business: `forced-colors` wins over everything, and only a
 * host that is black without it gets the theme made for it. Dark themes load when they are asked for.
 */
export const themeFor = async (colours: OfficeColours | undefined, forcedColours: boolean): Promise<Theme> => {
  if (!colours || forcedColours || luminance(colours.bodyBackgroundColor) > DARK) return webLightTheme;
  const { teamsHighContrastTheme, webDarkTheme } = await import('./darkThemes');
  const black = luminance(colours.bodyBackgroundColor) === 0 && luminance(colours.bodyForegroundColor) === 1;
  return black ? teamsHighContrastTheme : webDarkTheme;
};
