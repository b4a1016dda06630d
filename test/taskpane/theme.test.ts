import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { themeFor } from '../../src/taskpane/theme';

test.each([
  ['a host that tells no colours', undefined, false, webLightTheme],
  ['Office, colourful', { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#262626' }, false, webLightTheme],
  ['Office, light grey', { bodyBackgroundColor: '#E6E6E6', bodyForegroundColor: '#262626' }, false, webLightTheme],
  ['Office, dark grey', { bodyBackgroundColor: '#444444', bodyForegroundColor: '#F0F0F0' }, false, webDarkTheme],
  ['Office, black', { bodyBackgroundColor: '#262626', bodyForegroundColor: '#FFFFFF' }, false, webDarkTheme],
  ['high contrast, black', { bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFFFF' }, false, teamsHighContrastTheme],
  ['the system’s own colours', { bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFFFF' }, true, webLightTheme],
  ['a colour that is none', { bodyBackgroundColor: 'black', bodyForegroundColor: 'white' }, false, webLightTheme],
])('%s', async (_name, colours, forced, theme) => {
  expect(await themeFor(colours, forced)).toBe(theme);
});
