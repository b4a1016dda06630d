import type { ComponentType } from 'react';
import { WeatherCloudy48Regular } from '@fluentui/react-icons/svg/weather-cloudy';
import { WeatherFog48Regular } from '@fluentui/react-icons/svg/weather-fog';
import { WeatherPartlyCloudyDay48Regular } from '@fluentui/react-icons/svg/weather-partly-cloudy-day';
import { WeatherRain48Regular } from '@fluentui/react-icons/svg/weather-rain';
import { WeatherSunny48Regular } from '@fluentui/react-icons/svg/weather-sunny';
import { WeatherThunderstorm48Regular } from '@fluentui/react-icons/svg/weather-thunderstorm';
import type { Weather } from '../../core/meteo/content';

const PICTURES: Readonly<Record<Weather, ComponentType<{ 'aria-hidden': true }>>> = {
  sun: WeatherSunny48Regular,
  bright: WeatherPartlyCloudyDay48Regular,
  cloudy: WeatherCloudy48Regular,
  rain: WeatherRain48Regular,
  storm: WeatherThunderstorm48Regular,
  fog: WeatherFog48Regular,
};

/** The state as a picture; its word stands beside it. */
export const WeatherPicture = ({ weather }: { weather: Weather }) => {
  const Picture = PICTURES[weather];
  return <Picture aria-hidden />;
};
