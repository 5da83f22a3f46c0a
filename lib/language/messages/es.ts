import account from './es/account.json';
import channels from './es/channels.json';
import door from './es/door.json';
import frame from './es/frame.json';
import gate from './es/gate.json';
import impossible from './es/impossible.json';
import outcomes from './es/outcomes.json';
import profile from './es/profile.json';
import standing from './es/standing.json';
import team from './es/team.json';
import time from './es/time.json';
import ui from './es/ui.json';
import type { Messages } from './en';

/** Every namespace in Spanish; a namespace or key that English has and this lacks does not compile. */
export const es: Messages = {
  account,
  channels,
  door,
  frame,
  gate,
  impossible,
  outcomes,
  profile,
  standing,
  team,
  time,
  ui,
};
