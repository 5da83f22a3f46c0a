import { describe, expect, it } from 'vitest';
import { retireAddress } from '@/lib/contacts/mutations';
import { contactById } from '@/lib/contacts/queries';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { hear } from '@/lib/replies/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { heard, said } from '@/tests/support/talk';
import { everybody, imported, kept, member, somebodyImports } from './importing';

somebodyImports();

describe('an import of contacts', () => {
  it('makes people, with their organization, addresses and tags', async () => {
    const { sum, brief } = await imported(
      'Nombre;Apellidos;Correo;LinkedIn;Teléfono;Empresa;Puesto;Etiquetas;Notas;Idioma;País;Cómo nos conocimos\n' +
        'Ana;Beltrán;Ana+news@Marea.Example;https://es.linkedin.com/in/Ana-Beltran/?x=1;600 123 456;Marea;Directora;museos, Vigo;"Dos líneas\nde notas";español;España;En persona\n',
    );
    expect(sum).toMatchObject({ created: 1, updated: 0, unchanged: 0, skipped: 0, stillClosed: 0 });
    expect(brief).toEqual(['2 created']);
    const id = (await db().contact.findFirstOrThrow({ where: { name: 'Ana Beltrán' }, select: { id: true } }))
      .id;
    expect(await contactById(member(), id)).toMatchObject({
      givenName: 'Ana',
      position: 'Directora',
      organization: { name: 'Marea' },
      language: 'es',
      country: 'ES',
      metHow: 'in_person',
      note: 'Dos líneas\nde notas',
      tags: ['museos', 'Vigo'],
      addresses: [
        { channel: 'email', handle: 'ana@marea.example', typed: 'Ana+news@Marea.Example' },
        { channel: 'linkedin', handle: 'ana-beltran' },
        { channel: 'phone', handle: '+34600123456' },
      ],
    });
  });

  it('changes nothing the second time, whatever the file', async () => {
    const file =
      'name,email,phone,company,tags,notes,do not contact\n' +
      'Bo Strand,bo@strand.example,+34 600 000 001,Strand,fair,"Hello, there",\n' +
      'Reception,,+34 600 000 001,Strand,,,\n' +
      'Carla Only,,,Strand,,,\n' +
      'Office,info@strand.example,,Strand,,,\n' +
      'Dev Office,info@strand.example,,Strand,,,\n' +
      'Eva Out,eva@strand.example,,Strand,,,yes\n' +
      'Bo Strand,bo@strand.example,,,second,,\n' +
      'Bad,not an address,,,,,\n' +
      ',not an address,,,,,\n';
    const first = await imported(file);
    expect(first.brief).toEqual([
      '2 created',
      '3 created address_shared',
      '4 created',
      '5 created',
      '6 created address_shared',
      '7 created left_out opted_out',
      '8 updated',
      '9 created kept_by_name',
      '10 skipped address_unreadable',
    ]);
    const before = JSON.stringify(await everybody());
    const stands = JSON.stringify(await rows('SELECT * FROM standing ORDER BY contact_id'));
    const again = await imported(file);
    expect(again.brief).toEqual([
      '2 unchanged',
      '3 unchanged',
      '4 unchanged',
      '5 unchanged',
      '6 unchanged',
      '7 unchanged opted_out',
      '8 unchanged',
      '9 unchanged kept_by_name',
      '10 skipped address_unreadable',
    ]);
    expect(JSON.stringify(await everybody())).toBe(before);
    expect(JSON.stringify(await rows('SELECT * FROM standing ORDER BY contact_id'))).toBe(stands);
    expect(await rows(`SELECT count(*)::int AS n FROM opt_outs`)).toEqual([{ n: 1 }]);
  });

  it('overwrites nothing, and fills in what was empty', async () => {
    const id = await kept('Finn Okoro', 'finn@okoro.example', { position: 'Founder', note: 'Mine' });
    const { brief } = await imported(
      'name,email,position,notes,company,country\nF. Okoro,FINN@okoro.example.,CEO,Theirs,Okoro,Nigeria\n',
    );
    expect(brief).toEqual(['2 updated']);
    expect(await contactById(member(), id)).toMatchObject({
      name: 'Finn Okoro',
      position: 'Founder',
      note: 'Mine',
      organization: { name: 'Okoro' },
      country: 'NG',
    });
  });

  it('finds one person in two rows', async () => {
    const { brief } = await imported(
      'name,email,linkedin,position\nGul Aydin,gul@aydin.example,,\nGul A.,Gul@Aydin.example,in/gul-aydin,Curator\n',
    );
    expect(brief).toEqual(['2 created', '3 updated']);
    const found = (await everybody()).filter(({ name }) => String(name).startsWith('Gul'));
    expect(found).toEqual([
      {
        name: 'Gul Aydin',
        organization: null,
        position: 'Curator',
        note: null,
        addresses: ['email gul@aydin.example held', 'linkedin gul-aydin held'],
      },
    ]);
  });

  it('skips a row whose addresses are of two people, or whose only address was taken away from somebody', async () => {
    const hana = await kept('Hana Ito', 'hana@ito.example');
    const ines = await kept('Ines Paz', 'ines@paz.example');
    const address = (await contactById(member(), ines))?.addresses[0];
    expect(await retireAddress(member(), address?.id ?? '')).toEqual({ ok: true });
    await kept('Jon Ruiz', 'jon@ruiz.example');
    const { told } = await imported(
      'name,email\nHana,"hana@ito.example, jon@ruiz.example"\nIna,ines@paz.example\n',
    );
    expect(
      told.map(({ result, codes, detail, contactId }) => [result, codes[0], detail, contactId === ines]),
    ).toEqual([
      ['skipped', 'addresses_of_two', 'Hana · jon@ruiz.example', false],
      ['skipped', 'address_retired', 'Ina · ines@paz.example', true],
    ]);
    expect((await contactById(member(), hana))?.addresses).toHaveLength(1);
  });

  it('opens nothing, and says who stays closed', async () => {
    const talk = async (name: string, email: string, ...turns: Parameters<typeof heard>[]) => {
      const id = await kept(name, email);
      for (const turn of turns) {
        const spoken = await logMessage(member(), said(id, 'inbound', 'Words.', { ago: 1 }));
        if (spoken.ok) await hear(member(), spoken.messageId, heard(...turn));
      }
      return id;
    };
    await talk('Kim No', 'kim@no.example', ['declined', {}]);
    await talk('Lia Later', 'lia@later.example', ['later', { until: '2040-01-01' }]);
    await talk('Mia Stop', 'mia@stop.example', ['opted_out']);
    const ned = await kept('Ned Waits', 'ned@waits.example');
    await logMessage(member(), said(ned, 'outbound', 'Would you?', { ago: 1 }));
    await rows(`SELECT law.suppress_domain('gone.example', 'by_hand', $1, 'asked')`, [member().userId]);
    const before = await rows(
      'SELECT contact_id, closed_by, rests_until, turn FROM standing ORDER BY contact_id',
    );
    const { sum, brief } = await imported(
      'name,email,position\nKim,kim@no.example,X\nLia,lia@later.example,X\nMia,mia@stop.example,X\nNed,ned@waits.example,X\nOla,ola@sub.gone.example,X\n',
    );
    expect(brief).toEqual([
      '2 updated declined',
      '3 updated resting',
      '4 updated opted_out',
      '5 updated awaiting_reply',
      '6 created suppressed',
    ]);
    expect(sum.stillClosed).toBe(5);
    const after = await rows<{ contact_id: string }>(
      'SELECT contact_id, closed_by, rests_until, turn FROM standing ORDER BY contact_id',
    );
    expect(after.filter(({ contact_id }) => before.some((row) => row['contact_id'] === contact_id))).toEqual(
      before,
    );
  });

  it('does not close again whom the owner let in again', async () => {
    const file = 'name,email,unsubscribed\nPia Back,pia@back.example,true\n';
    await imported(file);
    const { id, contactId } = await db().optOut.findFirstOrThrow({
      where: { contact: { name: 'Pia Back' } },
      select: { id: true, contactId: true },
    });
    const spoken = await logMessage(member(), said(contactId, 'inbound', 'Please write to me again.'));
    expect(spoken.ok).toBe(true);
    const owner = await db().user.create({
      data: {
        id: crypto.randomUUID(),
        email: `${id}@earshot.test`,
        name: 'O',
        passwordHash: '!',
        role: 'owner',
      },
    });
    if (spoken.ok)
      await rows('SELECT law.lift_opt_out($1, $2, $3, $4)', [
        id,
        owner.id,
        spoken.messageId,
        'write to me again',
      ]);
    await imported(file);
    expect(await db().optOut.count({ where: { contactId } })).toBe(1);
  });

  it('loses one row to a value that PostgreSQL does not take, and keeps its neighbours', async () => {
    await poolAs('owner').query(`ALTER TABLE contacts ADD CONSTRAINT not_today CHECK (name <> 'Qi Two')`);
    const { brief } = await imported(
      'name,email\nQi One,qi1@q.example\nQi Two,qi2@q.example\nQi Three,qi3@q.example\n',
    );
    expect(brief).toEqual(['2 created', '3 skipped row_refused', '4 created']);
    const [row] = await rows<{ detail: string }>(`SELECT detail FROM import_rows WHERE code = 'row_refused'`);
    expect(row?.detail).toBe('Qi Two');
  });

  it('keeps a report of every row, and counts them', async () => {
    const { sum } = await imported('name,email\nRia,ria@r.example\n,\nSam,nothing\n');
    const kept = await db().import.findUniqueOrThrow({
      where: { id: sum.id },
      include: { rows: { orderBy: { line: 'asc' } } },
    });
    expect(kept).toMatchObject({ fileName: 'people.csv', created: 2, skipped: 0, updated: 0 });
    expect(kept.finishedAt).not.toBeNull();
    expect(kept.rows.map(({ line, result, code, detail }) => [line, result, code, detail])).toEqual([
      [2, 'created', null, null],
      [4, 'created', 'kept_by_name', 'nothing'],
    ]);
  });

  it.each([
    ['spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml', 'latin1')],
    ['empty', Buffer.alloc(0)],
    ['no_column', Buffer.from('colour,size\nred,5\nblue,6\n')],
  ])('of a file that is none is refused as %s, and leaves nothing', async (why, content) => {
    const before = await db().import.count();
    await expect(imported(content)).rejects.toMatchObject({ code: 'unreadable_file', facts: { why } });
    expect(await db().import.count()).toBe(before);
  });
});
