/** Everything the log can say, past tense. Those of the law are written by the law itself (prisma/law). */
export const verbs = [
  'account_closed',
  'address_retired',
  'contact_handed_over',
  'decline_withdrawn',
  'installation_set_up',
  'invitation_made',
  'invitation_revoked',
  'member_joined',
  'message_logged_against_the_law',
  'message_refused',
  'message_retracted',
  'message_withdrawn',
  'opt_out_lifted',
  'owner_made',
  'password_changed',
  'password_reset_made',
  'password_reset_used',
  'policy_changed',
  'rest_lifted',
  'role_changed',
  'sample_loaded',
  'sample_removed',
  'signed_out_everywhere',
  'suppression_lifted',
] as const;

export type Verb = (typeof verbs)[number];
