import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { UndoForm } from '@/components/acts/undo-form';
import { TextLink } from '@/components/ui/page';
import { Toast } from '@/components/ui/toast';
import type { Writer } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { askAgain, giveNow } from '@/lib/sync/asking/actions';
import { answeredJustNow, type JustAnswered as Answered } from '@/lib/sync/asking/queries';

// In the page and not over it: below it stand fields and buttons, at every width.
const inThePage =
  'pb-4 [&_.toast]:static [&_.toast]:flex-wrap [&_.toast]:gap-y-1 [&_.toast]:w-fit [&_.toast]:translate-none [&_.toast]:bg-accent-wash [&_.toast]:text-ink [&_.toast_:focus-visible]:outline-accent';

/** What was said of the mail before: whose it is now, or that it is left; and the way back, while there is one. */
export async function JustAnswered({ actor, asked }: { actor: Writer; asked: Asked }) {
  const id = z.uuid().safeParse(firstOf(asked, 'said')).data;
  const answered = id ? await answeredJustNow(actor, id) : null;
  if (!answered) return null;
  const [t, ui, acts] = await Promise.all([
    getTranslations('mail'),
    getTranslations('ui'),
    getTranslations('acts'),
  ]);
  const { to, isUndoable } = answered;
  const hidden = { question: answered.id };
  return (
    <div className={inThePage}>
      <Toast
        message={t(`answered.${outcomeOf(answered)}`, {
          ...{ name: to?.name ?? '', address: answered.handle, within: answered.within?.name ?? '' },
        })}
        dismiss={ui('close')}
        undo={
          <>
            {isUndoable && (
              <UndoForm
                action={askAgain}
                hidden={hidden}
                submit={acts('undo')}
                pending={acts('working')}
                gone={acts('undone')}
                shortcut="z"
              />
            )}
            {isUndoable && to && (
              <UndoForm action={giveNow} hidden={hidden} submit={t('give_now')} pending={acts('working')} />
            )}
            {!isUndoable && to?.id && (
              <TextLink href={`/contacts/${to.id}`}>{t('see', { name: to.name })}</TextLink>
            )}
          </>
        }
      />
    </div>
  );
}

/** Which of the sentences under `mail.answered` says what becomes of a mail. */
function outcomeOf({ to, within, isHeard, isUndoable }: Answered) {
  if (!to) return within ? 'left_there' : 'left';
  if (!isUndoable) return 'given';
  if (within && within.id === to.id) return 'address';
  if (within) return isHeard ? 'stays' : 'moves';
  return 'goes';
}
