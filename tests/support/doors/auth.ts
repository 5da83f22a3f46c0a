import { NextRequest } from 'next/server';
import { v7 } from 'uuid';
import { aMember } from '../people';
import { newKey } from '@/lib/auth/keys';
import { noAnswer } from '@/lib/auth/answer';
import { answering, anId, form, plain, route, type DoorPlans } from './door';

const account = () => ({
  key: newKey(),
  name: 'Marta',
  email: `${v7()}@atelier.example`,
  password: 'una frase corta y buena',
  timeZone: 'Europe/Madrid',
});

const onSomebody = (fields: (userId: string) => Record<string, string>) => async () => [
  noAnswer,
  form(fields((await aMember()).userId)),
];

const nextAuth = (method: string) => ({
  asks: 'nothing' as const,
  call: () => [
    new NextRequest('http://localhost:3000/api/auth/csrf', { method }),
    { params: Promise.resolve({ nextauth: ['csrf'] }) },
  ],
});

export const doors: DoorPlans = {
  'lib/auth/door/actions.ts': {
    signIn: answering('nothing', () => ({ email: 'nobody@atelier.example', password: 'a wrong password' })),
    setUpEarshot: answering('nothing', account),
    joinTeam: answering('nothing', account),
    setNewPassword: answering('nothing', () => ({ key: newKey(), password: 'una frase corta y buena' })),
    signOut: plain('nothing'),
  },
  'lib/auth/team/actions.ts': {
    invite: answering('own', () => ({ role: 'member', note: '' })),
    revoke: answering('own', () => ({ id: anId() })),
    giveRole: { asks: 'own', call: onSomebody((id) => ({ id, role: 'reader' })) },
    makeReset: { asks: 'own', call: onSomebody((id) => ({ id })) },
    close: {
      asks: 'own',
      call: async () => [
        noAnswer,
        form({ id: (await aMember()).userId, successor: (await aMember()).userId }),
      ],
    },
  },
  'lib/auth/profile/actions.ts': {
    saveMyProfile: answering('read', () => ({ name: 'Marta', language: 'es', timeZone: 'Europe/Madrid' })),
    changeMyPassword: answering('read', () => ({ current: 'wrong', password: 'una frase corta y buena' })),
    signMeOutEverywhere: answering('read'),
  },
  'lib/auth/sessions/actions.ts': {
    endOne: answering('read', () => ({ id: anId() })),
    endOthers: answering('read'),
  },
  'lib/auth/tokens/actions.ts': {
    makeMyToken: answering('read', () => ({ name: 'a spreadsheet', days: '30' })),
    revoke: answering('read', () => ({ id: anId() })),
  },
  'lib/language/actions.ts': { savePreferences: plain('nothing', () => ({ theme: 'dark' })) },
  'app/api/auth/[...nextauth]/route.ts': { GET: nextAuth('GET'), POST: nextAuth('POST') },
  'app/api/health/route.ts': { GET: route('nothing', '/api/health') },
};
