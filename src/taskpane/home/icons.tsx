import type { ComponentType } from 'react';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { Comment20Regular } from '@fluentui/react-icons/svg/comment';
import { DataBarVertical20Regular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { NumberSymbol20Regular } from '@fluentui/react-icons/svg/number-symbol';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { WeatherCloudy20Regular } from '@fluentui/react-icons/svg/weather-cloudy';
import { WeatherFog20Regular } from '@fluentui/react-icons/svg/weather-fog';
import { WeatherPartlyCloudyDay20Regular } from '@fluentui/react-icons/svg/weather-partly-cloudy-day';
import { WeatherRain20Regular } from '@fluentui/react-icons/svg/weather-rain';
import { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny';
import { WeatherThunderstorm20Regular } from '@fluentui/react-icons/svg/weather-thunderstorm';
import type { Weather } from '../../core/meteo/content';
import type { DueItem } from '../../core/overview/due';

type Icon = ComponentType<{ 'aria-hidden': true }>;

/** Beside each thing to do. */
export const DUE_ICONS: Readonly<Record<DueItem['kind'], Icon>> = {
  questions: QuestionCircle20Regular,
  flash: Clock20Regular,
  meteo: Mail20Regular,
  alerts: Warning20Regular,
  feedback: Comment20Regular,
  consolidation: DataBarVertical20Regular,
  thresholds: NumberSymbol20Regular,
};

/** Beside the weather's word. */
export const WEATHER_ICONS: Readonly<Record<Weather, Icon>> = {
  sun: WeatherSunny20Regular,
  bright: WeatherPartlyCloudyDay20Regular,
  cloudy: WeatherCloudy20Regular,
  rain: WeatherRain20Regular,
  storm: WeatherThunderstorm20Regular,
  fog: WeatherFog20Regular,
};
