import account from './en/account.json';
import channels from './en/channels.json';
import door from './en/door.json';
import frame from './en/frame.json';
import gate from './en/gate.json';
import impossible from './en/impossible.json';
import outcomes from './en/outcomes.json';
import profile from './en/profile.json';
import standing from './en/standing.json';
import team from './en/team.json';
import time from './en/time.json';
import ui from './en/ui.json';

/** Every namespace in English. A new one is a JSON file in en/ and in es/, and two lines in en.ts and in es.ts. */
export const en = {
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

/** The shape every language must have. */
export type Messages = typeof en;
