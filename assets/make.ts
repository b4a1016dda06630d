import { makeIcons } from './icons/make';

makeIcons();
