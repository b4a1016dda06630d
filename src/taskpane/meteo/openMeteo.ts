import { storedDrafts } from './drafts';
import { meteoWork, type Surroundings } from './meteoWork';
import { MeteoSession } from './session';

/** The writing of a workbook's météo, with its drafts in the pane's storage and its picture drawn before the next frame. */
export const openMeteo = async (surroundings: Surroundings, workbook: string): Promise<MeteoSession> =>
  new MeteoSession(await meteoWork(surroundings), storedDrafts(workbook, surroundings.now), (work) => {
    requestAnimationFrame(work);
  });
