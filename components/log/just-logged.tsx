import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Toast } from '@/components/ui/toast';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { loggedBetween, type LoggedInOneGo } from '@/lib/replies/exchange/queries';
import { UndoForm } from '@/components/acts/undo-form';
import { undoExchange } from '@/lib/replies/acts/actions';
import { RefusedThen, TakenFor } from './refused-then';

interface JustLoggedProps {
  asked: Asked;
  actor: Actor;
  contact: {
    readonly id: string;
    readonly name: string;
    readonly givenName: string | null;
    readonly organization: string | null;
  };
}

/** What was logged a moment ago, as the address says: how much, and plainly what of it the law would have refused. */
export async function JustLogged({ asked, actor, contact }: JustLoggedProps) {
  const first = z.uuid().safeParse(firstOf(asked, 'logged')).data;
  const last = z.uuid().safeParse(firstOf(asked, 'to')).data ?? first;
  const here = z.coerce
    .number()
    .int()
    .min(0)
    .max(9999)
    .catch(0)
    .parse(firstOf(asked, 'here') ?? 0);
  if (!first && here === 0) return null;
  const logged: LoggedInOneGo =
    first && last
      ? await loggedBetween(actor, contact.id, { first, last })
      : { count: 0, takable: [], against: [], taken: [] };
  const [t, ui, acts] = await Promise.all([
    getTranslations('log.exchange'),
    getTranslations('ui'),
    getTranslations('acts'),
  ]);
  const undo = first && last && mayWrite(actor) && logged.takable.length > 0 && (
    <UndoForm
      action={undoExchange}
      hidden={{ contactId: contact.id, first, last }}
      submit={acts('undo_all', { count: logged.takable.length })}
      pending={acts('working')}
      gone={acts('undone')}
      shortcut="z"
    />
  );
  const organization = contact.organization === null ? null : { name: contact.organization };
  const said = [
    t('saved', { count: logged.count }),
    here > 0 && logged.count > 0 && t('saved_here', { count: here }),
  ];
  return (
    <div className={inThePage}>
      <Toast message={said.filter(Boolean).join(' ')} dismiss={ui('close')} undo={undo} />
      <TakenFor contact={contact} taken={logged.taken} />
      <RefusedThen contact={{ ...contact, organization }} against={logged.against} />
    </div>
  );
}

// In the page and not over it: below it stand fields and buttons, at every width.
const inThePage =
  'space-y-3 py-4 [&_.toast]:static [&_.toast]:flex-wrap [&_.toast]:gap-y-1 [&_.toast]:w-fit [&_.toast]:translate-none [&_.toast]:bg-accent-wash [&_.toast]:text-ink [&_.toast_:focus-visible]:outline-accent';
