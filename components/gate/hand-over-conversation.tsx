import { getTranslations } from 'next-intl/server';
import { Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { giveConversation } from '@/lib/gate/lifting/actions';
import type { Conversation } from '@/lib/gate/lifting/queries';
import { ActForm } from './act-form';

interface HandOverProps {
  contactId: string;
  /** What to call the contact. */
  name: string;
  conversation: Conversation;
  isOwn: boolean;
  /** Who may take it over. */
  to: readonly { readonly id: string; readonly name: string }[];
  open?: boolean;
}

/** With which whoever talked last, or an owner, gives a conversation to a colleague. */
export async function HandOverConversation({
  contactId,
  name,
  conversation,
  isOwn,
  to,
  open = false,
}: HandOverProps) {
  const t = await getTranslations('lifting');
  const holder = conversation.name;
  return (
    <Fold id="hand-over" summary={t('hand_over.caption')} open={open}>
      <p className="hint">
        {isOwn ? t('hand_over.lede_yours', { name }) : t('hand_over.lede', { holder, name })}
      </p>
      <ActForm
        action={giveConversation}
        hidden={{ contactId }}
        submit={t('hand_over.submit')}
        pending={t('working')}
      >
        <div className="pb-4">
          <Select label={t('hand_over.to')} name="toId" required>
            {to.map(({ id, name: colleague }) => (
              <option key={id} value={id}>
                {colleague}
              </option>
            ))}
          </Select>
          <Field label={t('hand_over.note')} name="note" maxLength={500} autoComplete="off" />
        </div>
      </ActForm>
    </Fold>
  );
}
