import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Field, Select, TextArea } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Writer } from '@/lib/auth/actor';
import { standingWords } from '@/lib/gate/standing-words';
import { insteadOf } from '@/lib/gate/next-act';
import type { DoorFact, ReplyFact } from '@/lib/gate/facts/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import { mayLeave } from '@/lib/outbox/choices';
import { write } from '@/lib/outbox/actions';
import { longestThanks } from '@/lib/manners/thanks';
import { longestBody } from '@/lib/outbox/letter';
import { filled } from '@/lib/outbox/templates/template';
import type { Writing } from '@/lib/outbox/writing/queries';
import { BeginWith } from './begin-with';
import { MoreToSay } from './more-to-say';
import { WriteForm } from './write-form';

interface WriteFieldsProps {
  writer: Writer;
  contactId: string;
  writing: Writing;
  reading: Reading;
}

/** The page to write on, with the few things a message is chosen by. Choices ask the law again (`data-asks`). */
export async function WriteFields({ writer, contactId, writing, reading }: WriteFieldsProps) {
  const t = await getTranslations('write');
  const { choices, draft, standing } = writing;
  const { address, thanks } = choices;
  const open = mayLeave(writing);
  const words = {
    ...{ send: t(`send.${address?.channel ?? 'other'}`), sending: t('sending'), keep: t('keep') },
    ...{ saved: t('saved'), notSaved: t('not_saved') },
    ...{ kept: t('kept'), drop: t('drop'), check: t('check'), nothingSent: t('nothing_sent') },
    closed: closedBy(writing, t),
  };
  return (
    <WriteForm
      action={write}
      refused={open ? null : standingWords(standing, reading)}
      hasDraft={draft !== null}
      words={words}
      writer={writer.userId}
    >
      <input type="hidden" name="contactId" value={contactId} />
      {thanks && <input type="hidden" name="thanks" value="1" />}
      <OutOfTheWay writing={writing}>
        <div className="desk:grid-cols-[3fr_2fr] mb-4 grid items-start gap-x-5 gap-y-4 [&_.field]:m-0">
          <Where doors={standing.doors} chosen={address} />
          {thanks ? (
            <input type="hidden" name="answersId" value={choices.answers?.id ?? ''} />
          ) : (
            <Choices writing={writing} reading={reading} />
          )}
        </div>
      </OutOfTheWay>
      <input type="hidden" name="referralId" value={standing.carried.referral?.id ?? ''} />
      <input type="hidden" name="exceptionId" value={standing.carried.exception?.id ?? ''} />
      <NewFact writing={writing} />
      {address?.channel === 'email' && (
        <Field label={t('subject')} name="subject" defaultValue={draft?.subject ?? ''} maxLength={300} />
      )}
      {!thanks && <Templates {...{ writing }} me={writer.name} />}
      <TextArea
        label={t('body')}
        name="body"
        paper={open}
        rows={open ? undefined : 6}
        autoFocus={open}
        defaultValue={draft?.body ?? ''}
        maxLength={thanks ? longestThanks : longestBody}
        hint={thanks && open ? t('thanks_hint') : undefined}
      />
      <MoreToSay writing={writing} />
    </WriteForm>
  );
}

// Who was quicker: they wrote, or one of us did.
function closedBy({ explained }: Writing, t: Awaited<ReturnType<typeof getTranslations<'write'>>>): string {
  const heard = explained.reasons.find(({ reason }) => reason.code === 'unheard_reply');
  if (heard && !heard.speaker) return t('closed_by_them', { name: heard.writtenBy ?? explained.name });
  const colleague = explained.reasons.find((one) => one.colleague)?.colleague;
  return colleague ? t('closed_by_us', { who: colleague, name: explained.name }) : t('closed');
}

// With its own fields filled in: what is left is for a person to say.
async function Templates({ me, writing }: Pick<WriteFieldsProps, 'writing'> & { me: string }) {
  const t = await getTranslations('write');
  const { templates, explained, organization } = writing;
  if (templates.length === 0) return null;
  const fill = (text: string) => filled(text, { name: explained.name, organization, me });
  return (
    <BeginWith
      templates={templates.map(({ id, name, subject, body }) => ({
        ...{ id, name, body: fill(body) },
        subject: subject && fill(subject),
      }))}
      words={{ label: t('template'), none: t('template_none') }}
    />
  );
}

const choosing: ReadonlySet<string> = new Set(['without_pitch', 'other_address', 'say_news']);

// Where nothing may leave, where it would go matters only if another choice would open it.
async function OutOfTheWay({ writing, children }: { writing: Writing; children: ReactNode }) {
  const [t, channels] = await Promise.all([getTranslations('write'), getTranslations('channels.on')]);
  const { explained, choices } = writing;
  if (mayLeave(writing) || insteadOf(explained).some(({ act }) => choosing.has(act))) return children;
  const { address } = choices;
  return (
    <div className="mb-4">
      <Fold
        summary={
          address ? t('goes_to', { typed: address.typed, on: channels(address.channel) }) : t('goes_nowhere')
        }
      >
        {children}
      </Fold>
    </div>
  );
}

async function Where({ doors, chosen }: { doors: readonly DoorFact[]; chosen: DoorFact | null }) {
  const [t, titles] = await Promise.all([getTranslations('write'), getTranslations('channels.title')]);
  const named = (door: DoorFact) => {
    const state =
      door.state === 'shared' ? 'address_shared' : door.suppressed ? 'address_suppressed' : 'address';
    return t(state, { channel: titles(door.channel), typed: door.typed });
  };
  return (
    <Select label={t('to')} name="addressId" defaultValue={chosen?.id ?? ''} data-asks>
      {doors.length === 0 && <option value="">{t('no_address')}</option>}
      {doors
        .filter(({ id, state }) => state !== 'retired' || id === chosen?.id)
        .map((door) => (
          <option key={door.id} value={door.id}>
            {named(door)}
          </option>
        ))}
    </Select>
  );
}

async function Choices({
  writing: { choices, replies, pitches },
  reading,
}: {
  writing: Writing;
  reading: Reading;
}) {
  const t = await getTranslations('write');
  const option = ({ occurredAt, body }: ReplyFact) =>
    t('answers_option', { day: dayOf(occurredAt, reading), words: excerpt(body) });
  return (
    <>
      {pitches.length > 0 && (
        <Select
          label={t('pitch')}
          name="pitchId"
          defaultValue={choices.pitchId ?? ''}
          hint={t('pitch_hint')}
          data-asks
        >
          <option value="">{t('pitch_none')}</option>
          {pitches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {replies.length > 0 && (
        <div className="desk:col-span-2">
          <Select label={t('answers')} name="answersId" defaultValue={choices.answers?.id ?? ''} data-asks>
            <option value="">{t('answers_none')}</option>
            {replies.map((reply) => (
              <option key={reply.id} value={reply.id}>
                {option(reply)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}

// Asked for only where the law wants one.
async function NewFact({ writing: { explained, choices, draft } }: { writing: Writing }) {
  const t = await getTranslations('write');
  const wanted = explained.reasons.some(({ reason }) => reason.needs_new_fact) || choices.newFact;
  if (!wanted) return null;
  return (
    <Field
      label={t('new_fact')}
      name="newFact"
      hint={t('new_fact_hint')}
      defaultValue={draft?.newFact ?? ''}
      maxLength={500}
      data-asks
    />
  );
}

function excerpt(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
