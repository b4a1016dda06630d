import { makeArialWidths } from './fonts/make';
import { makeIcons } from './icons/make';

makeIcons();
makeArialWidths();
