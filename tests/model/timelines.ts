import type { Timeline } from './script';
import { addenda } from './timelines/addenda';
import { answering } from './timelines/answering';
import { colleagues } from './timelines/colleagues';
import { corrections } from './timelines/corrections';
import { courtesy } from './timelines/courtesy';
import { debts } from './timelines/debts';
import { doors } from './timelines/doors';
import { endings } from './timelines/endings';
import { exceptions } from './timelines/exceptions';
import { hearing } from './timelines/hearing';
import { invitations } from './timelines/invitations';
import { lastWords } from './timelines/last-words';
import { leaving } from './timelines/leaving';
import { listening } from './timelines/listening';
import { marks } from './timelines/marks';
import { merging } from './timelines/merging';
import { noes } from './timelines/noes';
import { order } from './timelines/order';
import { organizations } from './timelines/organizations';
import { pitches } from './timelines/pitches';
import { referrals } from './timelines/referrals';
import { resting } from './timelines/resting';
import { senseless } from './timelines/senseless';
import { stops } from './timelines/stops';
import { turns } from './timelines/turns';
import { words } from './timelines/words';

/** The decided cases and the rules of the law, told once for the model and the database alike. */
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
  ...addenda,
  ...lastWords,
  ...listening,
  ...debts,
  ...colleagues,
  ...invitations,
  ...referrals,
  ...exceptions,
  ...words,
  ...doors,
  ...merging,
  ...corrections,
  ...leaving,
  ...marks,
  ...senseless,
];
