import { everyDay } from './everyDay';
import { firstUse } from './firstUse';
import type { Journey } from './journey';
import { oldLog } from './oldLog';
import { refusals } from './refusals';
import { troubles } from './troubles';
import { writing } from './writing';

/** Every state of the pane, by the journeys that reach it. */
export const journeys: readonly Journey[] = [...firstUse, ...everyDay, ...writing, ...refusals, ...troubles, oldLog];
