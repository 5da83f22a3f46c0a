import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import type { NextAct } from '@/lib/gate/next-act';
import { Looked } from './looked';

/** What is to be done elsewhere before this: look, or listen to and answer those who wait. Nothing for every other act. */
export async function OthersWhoWait({ act, quiet = false }: { act: NextAct | undefined; quiet?: boolean }) {
  const t = await getTranslations('gate.act');
  if (act?.act === 'look') return <Looked channels={act.channels} quiet={quiet} />;
  if (act?.act === 'catch_up')
    return (
      <ButtonLink href="/listen" variant="first" icon="ear">
        {t('listen')}
      </ButtonLink>
    );
  if (act?.act === 'answer_others')
    return (
      <ButtonLink href="/today?tab=your_turn" variant="first">
        {t('who_waits')}
      </ButtonLink>
    );
  return null;
}
