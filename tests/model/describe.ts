import type { Answer, Policy, Step } from '../support/history';
import { modelHouse } from './house';

const names = ['Ana', 'Ben', 'Cleo', 'Dan'] as const;

/** A history told line by line, with the model's answers, for the eyes of whoever meets a failure. */
export function describeHistory(history: readonly Step[], policy: Policy): string {
  const house = modelHouse(policy);
  const lines = history.map((step, at) => {
    const when = new Date(house.now()).toISOString().slice(0, 16).replace('T', ' ');
    return `${String(at).padStart(2)}  ${when}  ${told(step)}${answered(house.play(step, at))}`;
  });
  const { followUpsNeverAnswered: never, followUpsInConversation: talking, invitationNeeded } = policy;
  const rules = `Follow-ups: ${never} never answered, ${talking} in conversation. Invitation: ${invitationNeeded}.`;
  return [rules, ...lines].join('\n');
}

function told(step: Step): string {
  if (step.do === 'pass') return `${Math.floor(step.hours / 24)} days and ${step.hours % 24} hours pass`;
  const { do: verb, ...rest } = step;
  const details = Object.entries(rest).map(([key, value]) =>
    key === 'who'
      ? names[Number(value) as 0 | 1 | 2 | 3]
      : `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  return [verb, ...details].join(', ');
}

function answered(answer: Answer): string {
  if (answer.is === 'done') return '';
  if (answer.is === 'impossible') return '  → impossible';
  return `  → refused as ${answer.purpose}: ${answer.reasons.join(', ')}`;
}
