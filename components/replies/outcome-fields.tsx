import { Field, RadioRow, Select } from '@/components/ui/field';
import { ForOutcomes, Outcomes } from '@/components/ui/outcomes';
import type { FormAnswer } from '@/lib/auth/answer';
import type { OutcomePlan } from './outcome-plan';
import { ReferralFields } from './referral-fields';
import { UntilField } from './until-field';

interface OutcomeFieldsProps {
  plan: OutcomePlan;
  answer: Pick<FormAnswer, 'fields' | 'values'>;
  /** What is chosen before anybody chooses: how it was heard before. */
  before?: Readonly<Record<string, string | null>>;
}

// Seven tiles leave one alone in two and in three columns; six come out even in one, two and three.
const evenRows = '[&_.outcome:first-child]:col-span-full';

/** What somebody said, as choices, and only the fields that the choice needs. Put it into a form of the class `group`. */
export function OutcomeFields({ plan, answer, before = {} }: OutcomeFieldsProps) {
  const at = (name: string) => ({
    name,
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
    defaultValue: answer.values[name] ?? before[name] ?? '',
  });
  return (
    <>
      <div className={evenRows}>
        <Outcomes legend={plan.legend} outcomes={plan.outcomes.map(keyed)} {...at('outcome')} />
      </div>
      <ForOutcomes outcomes={['later']}>
        <UntilField
          plan={plan.until}
          {...at('until')}
          defaultValue={answer.values['until'] ?? before['until'] ?? plan.until.suggestion?.typed ?? ''}
          seen={answer.values['untilSeen'] ?? (before['until'] ? '' : (plan.until.suggestion?.day ?? ''))}
        />
      </ForOutcomes>
      <ForOutcomes outcomes={['declined']}>
        <RadioRow
          legend={plan.scope.legend}
          choices={plan.scope.choices}
          {...at('scope')}
          defaultValue={at('scope').defaultValue || 'person'}
        />
      </ForOutcomes>
      {plan.pitch.choices.length > 1 && (
        <ForOutcomes outcomes={['wrong_person', 'declined']}>
          <div className="hidden group-has-[[value=this_pitch]:checked]:block group-has-[[value=wrong_person]:checked]:block">
            <Select label={plan.pitch.label} {...at('aboutPitchId')}>
              <option value="">{plan.pitch.none}</option>
              {plan.pitch.choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        </ForOutcomes>
      )}
      <ForOutcomes outcomes={['interested', 'question', 'later', 'wrong_person', 'declined', 'opted_out']}>
        <Field
          label={plan.words.label}
          hint={plan.words.hint}
          autoComplete="off"
          data-words-field
          {...at('words')}
        />
        <p className="hint hidden group-has-[[value=organization]:checked]:block">{plan.words.needed}</p>
      </ForOutcomes>
      <ForOutcomes outcomes={['other', 'interested', 'question', 'later', 'wrong_person', 'declined']}>
        <ReferralFields
          {...{ answer, before }}
          plan={plan.referral}
          outcome={answer.values['outcome'] ?? before['outcome'] ?? ''}
        />
      </ForOutcomes>
      <Field
        label={plan.whatWeHeard.label}
        hint={plan.whatWeHeard.hint}
        autoComplete="off"
        maxLength={500}
        {...at('whatWeHeard')}
      />
    </>
  );
}

/** What the chosen outcome closes, before anybody presses. */
export function Closes({ closes }: { closes: OutcomePlan['closes'] }) {
  const { person, this_pitch, all_pitches, organization, ...plain } = closes;
  return (
    <span aria-live="polite" className="max-w-[56ch]">
      {Object.entries(plain).map(([outcome, sentence]) => (
        <ForOutcomes key={outcome} outcomes={[outcome]}>
          {sentence}
        </ForOutcomes>
      ))}
      <ForOutcomes outcomes={['declined']}>
        <span className="hidden group-has-[[value=person]:checked]:inline">{person}</span>
        <span className="hidden group-has-[[value=this_pitch]:checked]:inline">{this_pitch}</span>
        <span className="hidden group-has-[[value=all_pitches]:checked]:inline">{all_pitches}</span>
        <span className="hidden group-has-[[value=organization]:checked]:inline">{organization}</span>
      </ForOutcomes>
    </span>
  );
}

function keyed({ value, label, shortcut }: OutcomePlan['outcomes'][number]) {
  return shortcut === '' ? { value, label } : { value, label, shortcut };
}
