import about from './es/about.json';
import account from './es/account.json';
import acts from './es/acts.json';
import channels from './es/channels.json';
import check from './es/check.json';
import closers from './es/closers.json';
import contactForm from './es/contact_form.json';
import contactList from './es/contact_list.json';
import conversation from './es/conversation.json';
import door from './es/door.json';
import frame from './es/frame.json';
import gate from './es/gate.json';
import gateLog from './es/gate_log.json';
import heard from './es/heard.json';
import impossible from './es/impossible.json';
import imports from './es/imports.json';
import languageModel from './es/language_model.json';
import lifting from './es/lifting.json';
import listen from './es/listen.json';
import log from './es/log.json';
import mail from './es/mail.json';
import mailboxes from './es/mailboxes.json';
import manners from './es/manners.json';
import numbers from './es/numbers.json';
import organizations from './es/organizations.json';
import outcomes from './es/outcomes.json';
import pitches from './es/pitches.json';
import policy from './es/policy.json';
import profile from './es/profile.json';
import said from './es/said.json';
import standing from './es/standing.json';
import team from './es/team.json';
import templates from './es/templates.json';
import time from './es/time.json';
import today from './es/today.json';
import tokens from './es/tokens.json';
import twins from './es/twins.json';
import ui from './es/ui.json';
import write from './es/write.json';
import type { Messages } from './en';

/** Every namespace in Spanish; a namespace or key that English has and this lacks does not compile. */
export const es: Messages = {
  about,
  account,
  acts,
  channels,
  check,
  closers,
  contact_form: contactForm,
  contact_list: contactList,
  conversation,
  door,
  frame,
  gate,
  gate_log: gateLog,
  heard,
  impossible,
  imports,
  language_model: languageModel,
  lifting,
  listen,
  log,
  mail,
  mailboxes,
  manners,
  numbers,
  organizations,
  outcomes,
  pitches,
  policy,
  profile,
  said,
  standing,
  team,
  templates,
  time,
  today,
  tokens,
  twins,
  ui,
  write,
};
