import { FormMessage } from '@/components/ui/form-message';
import type { Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { providerCalled } from '@/lib/mailboxes/providers';
import { toldSignIn } from '@/lib/mailboxes/told';

/** Why somebody who comes back from signing in where their mail is kept finds no mailbox. */
export function SignedInThere({ actor, asked }: { actor: Actor; asked: Asked }) {
  const server = providerCalled(firstOf(asked, 'at'))?.imap ?? null;
  const words = toldSignIn(actor.language, firstOf(asked, 'oauth'), server);
  if (words === null) return null;
  return (
    <div className="max-w-measure py-5">
      <FormMessage kind="error">{words}</FormMessage>
    </div>
  );
}
