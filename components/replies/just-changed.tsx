import { getTranslations } from 'next-intl/server';
import { FormMessage } from '@/components/ui/form-message';
import type { Outcome } from '@/generated/prisma/client';
import type { Undone } from '@/lib/replies/undone';

interface JustChangedProps {
  name: string;
  undone: Undone | null;
  /** How it counts as heard now. */
  now: Outcome | null;
  /** Whoever was named by name alone has just been linked to a contact. */
  linked: boolean;
}

/** What an undo took back and what holds now; or that somebody who was named was linked. */
export async function JustChanged({ name, undone, now, linked }: JustChangedProps) {
  if (!undone && !linked) return null;
  const [t, heard] = await Promise.all([getTranslations('listen'), getTranslations('outcomes.heard')]);
  return (
    <div className="pb-4">
      <FormMessage kind="success">
        {undone &&
          t(undone.asksAnew ? 'stands' : 'undone', {
            ...{ name, outcome: heard(undone.outcome), now: now ? heard(now) : '' },
          })}
        {linked && t('named.done')}
      </FormMessage>
    </div>
  );
}
