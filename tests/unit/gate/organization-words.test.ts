import { describe, expect, it } from 'vitest';
import type { Closer } from '@/lib/gate/closers/closer';
import {
  kindOfOrganization,
  organizationWords,
  type OrganizationStanding,
} from '@/lib/gate/organization-words';
import { plainly } from '@/lib/gate/parts';
import type { Language } from '@/lib/language/language';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const standing: OrganizationStanding = {
  ...{ name: 'Fundación Marea', people: 3, unheard: 0, talking: 0, closers: [], held: null },
};
const spoken = {
  ...{ id: '1', recordedAt: at('2026-11-20'), by: 'Nora', writtenBy: null, heardIn: null },
  speaker: { id: '2', name: 'Ana Beltrán' },
  quote: { words: 'ninguno de nosotros', language: 'es' },
  saidAt: at('2026-11-18'),
} as const;
const no: Closer = {
  ...{ ...spoken, kind: 'decline', scope: 'organization', isWrongPerson: false },
  ...{ pitch: null, organization: 'Fundación Marea' },
};
const rest: Closer = { ...spoken, kind: 'rest', until: at('2027-03-01'), isOurs: false };

const told = (more: Partial<OrganizationStanding>, language: Language = 'en') => {
  const reading = { language, zone: 'UTC', now: at('2026-11-22') };
  return plainly(organizationWords({ ...standing, ...more }, reading), { language });
};

describe('where it stands with an organization', () => {
  it('is a no for everybody there: whose words, what opens it, and how many it closes', () => {
    expect(told({ closers: [no] })).toBe(
      'You can’t write to anybody at Fundación Marea now. On 18 November Ana Beltrán said no for everybody there: “ninguno de nosotros”. It opens if Ana Beltrán shows interest. That holds for all three people there, and for whoever comes later.',
    );
    expect(told({ closers: [no], people: 2, unheard: 1 }, 'es')).toBe(
      'Ahora no puedes escribir a nadie de Fundación Marea. El 18 de noviembre Ana Beltrán dijo que no en nombre de toda su organización: «ninguno de nosotros». Se abre si Ana Beltrán dice que le interesa. Eso vale para las dos personas de allí y para quien llegue más adelante. Una persona de allí espera a que se la escuche.',
    );
  });

  it('is a no before it is a rest, and a rest before what may be one', () => {
    expect(told({ closers: [rest], people: 1 })).toBe(
      'You can’t write to anybody at Fundación Marea before 1 March 2027. On 18 November Ana Beltrán said for everybody there: “ninguno de nosotros”. It opens that day; sooner if Ana Beltrán shows interest.',
    );
    const held = { speaker: 'Ben Weil', quote: null, saidAt: at('2026-11-21') };
    expect(told({ held, people: 1, unheard: 1 })).toBe(
      'You can’t write to anybody at Fundación Marea yet. On 21 November Ben Weil said what may be a no for everybody there. Nobody here has heard it yet. It opens once somebody has listened. One person there waits to be heard.',
    );
    expect([
      kindOfOrganization({ ...standing, closers: [no, rest], held }),
      kindOfOrganization({ ...standing, closers: [rest], held }),
      kindOfOrganization({ ...standing, held }),
      kindOfOrganization({ ...standing, unheard: 1 }),
      kindOfOrganization(standing),
    ]).toEqual(['closed', 'rest', 'listen', 'listen', 'calm']);
  });

  it('is else who is in conversation, and who waits to be heard', () => {
    expect(told({ talking: 2, unheard: 2 })).toBe(
      'Nobody has said no for everybody at Fundación Marea. You are in conversation with two people there. Two people there wait to be heard.',
    );
    expect(told({ people: 0 }, 'es')).toBe('Nadie ha dicho que no en nombre de Fundación Marea.');
  });
});
