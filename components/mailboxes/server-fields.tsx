'use client';

import { AccountField } from '@/components/auth/account-field';
import type { FormAnswer } from '@/lib/auth/answer';
import type { ServerPlans } from './server-plans';

/** Both servers with their ports, and the user name. */
export function ServerFields({ plans, answer }: { plans: ServerPlans; answer: FormAnswer }) {
  return (
    <>
      {plans.groups.map(({ legend, fields }) => (
        <fieldset key={legend} className="mt-4">
          <legend className="legend">{legend}</legend>
          <div className="grid gap-x-3 min-[560px]:grid-cols-[1fr_88px_132px]">
            {fields.map((plan) => (
              <AccountField key={plan.name} plan={plan} answer={answer} />
            ))}
          </div>
        </fieldset>
      ))}
      <AccountField plan={plans.login} answer={answer} />
    </>
  );
}
