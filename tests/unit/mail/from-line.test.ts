import { describe, expect, it } from 'vitest';
import { fromLine } from '@/lib/mail/reading/mime/from-line';

const read = (from: string, rest = '\r\nSubject: Hello\r\n\r\nBody') =>
  fromLine(Buffer.from(`From: ${from}${rest}`));

describe('who a mail is from, by its top alone', () => {
  it.each([
    ['=?utf-8?q?Bj=C3=B6rn_Dahl?= <bjorn@holm.example>', 'Björn Dahl', 'bjorn@holm.example'],
    ['Björn Dahl <Bjorn@Holm.example>', 'Björn Dahl', 'bjorn@holm.example'],
    ['"Dahl, Björn" <bjorn@holm.example>', 'Dahl, Björn', 'bjorn@holm.example'],
    ['bjorn@holm.example', '', 'bjorn@holm.example'],
    ['"bjorn@holm.example" <bjorn@holm.example>', '', 'bjorn@holm.example'],
    ['Studio: Björn <bjorn@holm.example>;', 'Björn', 'bjorn@holm.example'],
    ['=?utf-8?q?Bj=C3=B6rn?=\r\n =?utf-8?q?_Dahl?= <bjorn@holm.example>', 'Björn Dahl', 'bjorn@holm.example'],
  ])('reads %s', (from, name, address) => {
    expect(read(from)).toEqual({ name, address });
  });

  it('is not misled by what the body or another header says', () => {
    expect(fromLine(Buffer.from('Subject: x\r\n\r\nFrom: Eve <eve@e.example>'))).toBeNull();
    expect(fromLine(Buffer.from('X-From: Eve <eve@e.example>\r\nFrom: Al <al@a.example>\r\n\r\n'))).toEqual({
      name: 'Al',
      address: 'al@a.example',
    });
  });

  it('reads names in the old charset, and a top that was cut off', () => {
    expect(fromLine(Buffer.from('From: Bj\xf6rn <b@h.example>\r\nSubject: S\r\n\r\n\xff', 'latin1'))).toEqual(
      {
        name: 'Björn',
        address: 'b@h.example',
      },
    );
    expect(fromLine(Buffer.from('From: Al <al@a.example>\r\nSubj'))).toEqual({
      name: 'Al',
      address: 'al@a.example',
    });
    expect(fromLine(Buffer.alloc(0))).toBeNull();
  });
});
