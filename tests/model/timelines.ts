import type { Timeline } from './script';
import { answering } from './timelines/answering';
import { courtesy } from './timelines/courtesy';
import { endings } from './timelines/endings';
import { hearing } from './timelines/hearing';
import { noes } from './timelines/noes';
import { order } from './timelines/order';
import { organizations } from './timelines/organizations';
import { pitches } from './timelines/pitches';
import { resting } from './timelines/resting';
import { senseless } from './timelines/senseless';
import { stops } from './timelines/stops';
import { turns } from './timelines/turns';

/** The decided cases of the law's core, told once for the model and the database alike. */
export const timelines: readonly Timeline[] = [
  ...noes,
  ...pitches,
  ...stops,
  ...organizations,
  ...resting,
  ...courtesy,
  ...answering,
  ...hearing,
  ...turns,
  ...endings,
  ...order,
  ...senseless,
];
