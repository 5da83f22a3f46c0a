import { describe, expect, it } from 'vitest';
import { errorsOf, namedFields } from '@/lib/threads/form';
import { logSchema, logShape } from '@/lib/threads/log';

const id = '0198a3c0-0000-7000-8000-000000000001';
const told = {
  ...{
    contactId: id,
    kind: 'message',
    direction: 'outbound',
    channel: 'email',
    addressId: id,
    day: '2026-04-21',
    hour: '10:12',
  },
  ...{ subject: 'Hello', body: ' Hello Priya.\r\nHow are you? ', pitchId: id, answersId: id },
};

function wrong(more: object) {
  const read = logSchema.safeParse({ ...told, ...more });
  return read.success ? null : errorsOf(read.error);
}

describe('what a person logs', () => {
  it('is kept as told, without the blanks around it', () => {
    expect(logSchema.parse(told)).toEqual({ ...told, body: 'Hello Priya.\nHow are you?' });
  });

  it('may leave out what is not known', () => {
    const bare = logSchema.parse({
      ...told,
      addressId: '',
      hour: '',
      subject: '',
      pitchId: '',
      answersId: '',
    });
    expect(bare).toMatchObject({
      addressId: null,
      hour: null,
      subject: null,
      pitchId: null,
      answersId: null,
    });
  });

  it('keeps pitch and answer to our own messages', () => {
    expect(logSchema.parse({ ...told, direction: 'inbound' })).toMatchObject({
      pitchId: null,
      answersId: null,
    });
    expect(logSchema.parse({ ...told, kind: 'connection' })).toMatchObject({
      pitchId: null,
      answersId: null,
    });
  });

  it('takes a talk for their words, wherever one talks', () => {
    expect(logSchema.parse({ ...told, kind: 'talk', channel: 'in_person' })).toMatchObject({
      direction: 'inbound',
      addressId: null,
    });
    expect(wrong({ kind: 'talk' })).toEqual({ channel: 'no_talk_there' });
  });

  it('says field by field what is missing', () => {
    expect(wrong({ body: '  ' })).toEqual({ body: 'empty' });
    expect(wrong({ kind: 'connection', body: '' })).toBe(null);
    expect(wrong({ day: '21 April', hour: '25:00', direction: '' })).toEqual({
      ...{ day: 'no_such_day', hour: 'no_such_hour', direction: 'choose' },
    });
    expect(wrong({ contactId: 'x' })).toEqual({ contactId: 'unreadable' });
  });

  it('knows no other fields', () => {
    expect(wrong({ mark: 'breach' })).not.toBe(null);
    const form = new FormData();
    form.set('body', 'Hello');
    form.set('$ACTION_ID', 'x');
    expect(namedFields(form, Object.keys(logShape))).toEqual({ body: 'Hello' });
  });
});
