import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { UndoForm } from '@/components/acts/undo-form';
import { TextLink } from '@/components/ui/page';
import { Toast } from '@/components/ui/toast';
import type { Writer } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById } from '@/lib/contacts/queries';
import { askAgain } from '@/lib/sync/asking/actions';
import { leftJustNow } from '@/lib/sync/asking/queries';

// In the page and not over it: below it stand fields and buttons, at every width.
const inThePage =
  'pb-4 [&_.toast]:static [&_.toast]:flex-wrap [&_.toast]:gap-y-1 [&_.toast]:w-fit [&_.toast]:translate-none [&_.toast]:bg-accent-wash [&_.toast]:text-ink [&_.toast_:focus-visible]:outline-accent';

/** What was said of the mail before: whose it is now, or that it is left, which can be taken back for a while. */
export async function JustAnswered({ actor, asked }: { actor: Writer; asked: Asked }) {
  const [whose, left] = [firstOf(asked, 'of'), firstOf(asked, 'left')].map(
    (id) => z.uuid().safeParse(id).data,
  );
  const [t, ui, acts] = await Promise.all([
    getTranslations('mail'),
    getTranslations('ui'),
    getTranslations('acts'),
  ]);
  const contact = whose ? await contactById(actor, whose) : null;
  const gone = left ? await leftJustNow(actor, left) : null;
  if (!contact && !gone) return null;
  const undo = contact ? (
    <TextLink href={`/contacts/${contact.id}`}>{t('see', { name: contact.name })}</TextLink>
  ) : (
    <UndoForm
      action={askAgain}
      hidden={{ question: left ?? '' }}
      submit={acts('undo')}
      pending={acts('working')}
      shortcut="z"
    />
  );
  return (
    <div className={inThePage}>
      <Toast
        message={contact ? t('chosen', { name: contact.name }) : t('left')}
        dismiss={ui('close')}
        undo={undo}
      />
    </div>
  );
}
