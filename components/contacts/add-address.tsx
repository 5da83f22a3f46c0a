'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Checkbox, Field, Select } from '@/components/ui/field';
import { FormEnd } from '@/components/ui/form-end';
import { noAnswer } from '@/lib/auth/answer';
import { addToContact } from '@/lib/contacts/actions';

interface AddAddressProps {
  contactId: string;
  channels: readonly { value: string; label: string }[];
  words: Record<'channel' | 'typed' | 'share' | 'submit' | 'pending', string>;
}

/** One more address. Somebody else's may be listed, if that is what is meant. */
export function AddAddress({ contactId, channels, words }: AddAddressProps) {
  const { answer, pending, form } = useKeptForm(addToContact, noAnswer);
  return (
    <form key={answer.done} {...form}>
      <input type="hidden" name="contactId" value={contactId} />
      <Select label={words.channel} name="channel" defaultValue={answer.values['channel'] ?? 'email'}>
        {channels.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Field
        label={words.typed}
        name="typed"
        autoComplete="off"
        spellCheck={false}
        defaultValue={answer.values['typed'] ?? ''}
        {...(answer.fields['typed'] ? { error: answer.fields['typed'] } : {})}
      />
      {answer.values['may_share'] && <Checkbox name="share" label={words.share} />}
      <FormEnd {...{ answer, pending, words }} />
    </form>
  );
}
