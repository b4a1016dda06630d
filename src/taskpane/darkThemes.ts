/** Apart, so that only panes that are dark load them. */
export { teamsHighContrastTheme, webDarkTheme } from '@fluentui/react-components';
