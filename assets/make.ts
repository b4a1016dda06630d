import { makeArialWidths } from './fonts/make';
import { makeIcons } from './icons/make';
import { makeSample } from './sample/make';

makeIcons();
makeArialWidths();
void makeSample();
