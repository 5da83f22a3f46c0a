import channels from './es/channels.json';
import frame from './es/frame.json';
import gate from './es/gate.json';
import impossible from './es/impossible.json';
import outcomes from './es/outcomes.json';
import standing from './es/standing.json';
import time from './es/time.json';
import ui from './es/ui.json';
import type { Messages } from './en';

/** Every namespace in Spanish; a namespace or key that English has and this lacks does not compile. */
export const es: Messages = { channels, frame, gate, impossible, outcomes, standing, time, ui };
