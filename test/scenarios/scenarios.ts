import { contentScenarios } from './contentScenarios';
import { figureScenarios } from './figureScenarios';
import { nameScenarios } from './nameScenarios';
import type { Scenario } from './scenario';
import { weatherScenarios } from './weatherScenarios';

/** Every scenario that the page is measured on, in the order of the contact sheet. */
export const scenarios: readonly Scenario[] = [...contentScenarios, ...weatherScenarios, ...figureScenarios, ...nameScenarios];
