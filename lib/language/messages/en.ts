import about from './en/about.json';
import account from './en/account.json';
import acts from './en/acts.json';
import channels from './en/channels.json';
import check from './en/check.json';
import closers from './en/closers.json';
import contactForm from './en/contact_form.json';
import contactList from './en/contact_list.json';
import conversation from './en/conversation.json';
import door from './en/door.json';
import frame from './en/frame.json';
import gate from './en/gate.json';
import gateLog from './en/gate_log.json';
import heard from './en/heard.json';
import impossible from './en/impossible.json';
import imports from './en/imports.json';
import languageModel from './en/language_model.json';
import lifting from './en/lifting.json';
import listen from './en/listen.json';
import log from './en/log.json';
import mail from './en/mail.json';
import mailboxes from './en/mailboxes.json';
import manners from './en/manners.json';
import numbers from './en/numbers.json';
import organizations from './en/organizations.json';
import outcomes from './en/outcomes.json';
import pitches from './en/pitches.json';
import policy from './en/policy.json';
import profile from './en/profile.json';
import said from './en/said.json';
import standing from './en/standing.json';
import team from './en/team.json';
import templates from './en/templates.json';
import time from './en/time.json';
import today from './en/today.json';
import tokens from './en/tokens.json';
import twins from './en/twins.json';
import ui from './en/ui.json';
import write from './en/write.json';

/** Every namespace in English. A new one is a JSON file in en/ and in es/, and two lines in en.ts and in es.ts. */
export const en = {
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

/** The shape every language must have. */
export type Messages = typeof en;
