import { describe, expect, it } from 'vitest';
import { toldPolicy } from '@/components/policy/told-policy';
import { translate } from '@/lib/language/translate';
import { policyIn, policyText } from '@/lib/policy/asked';
import { changedIn, defaultPolicy, policySchema, type Policy } from '@/lib/policy/policy';

const presets = { en: 'Preset: ', es: 'De entrada: ' };
const hints = {
  timeZone: 'zone_hint',
  followUpsNeverAnswered: 'never_answered_hint',
  followUpsInConversation: 'in_conversation_hint',
  invitationNeeded: 'invitation_hint',
} as const satisfies Record<keyof Policy, string>;

describe.each(['en', 'es'] as const)('the page of the policy, in %s', (language) => {
  const t = translate(language, 'policy');

  it('tells every rule there is', () => {
    expect(toldPolicy(t, defaultPolicy).map(({ rule }) => rule)).toEqual(policySchema.keyof().options);
  });

  it.each(toldPolicy(t, defaultPolicy))(
    'says the default of $rule in the words one chooses it by',
    ({ rule, value }) => {
      expect(t(hints[rule]).toLowerCase()).toContain(`${presets[language]}${value}.`.toLowerCase());
    },
  );
});

it('a policy in an address is read as it was written, and nothing else is a policy', () => {
  const policy: Policy = {
    ...defaultPolicy,
    timeZone: 'America/Argentina/Ushuaia',
    followUpsInConversation: 2,
  };
  expect(policyIn(policyText(policy))).toEqual(policy);
  expect(changedIn(defaultPolicy, policy)).toEqual(['timeZone', 'followUpsInConversation']);
  for (const made of [
    '',
    'timeZone=UTC',
    policyText(policy).replace('=2', '=3'),
    policyText(policy).replace('warn', 'maybe'),
  ])
    expect(policyIn(made)).toBeNull();
});
