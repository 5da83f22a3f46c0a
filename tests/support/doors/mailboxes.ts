import { answering, anId, route, type DoorPlans } from './door';

// A host inside the own network is refused before anybody is talked to.
const account = {
  ...{ password: 'the sea at four', login: '', provider: '' },
  ...{ imapHost: '10.0.0.1', imapPort: '993', imapSecurity: 'tls' },
  ...{ smtpHost: '', smtpPort: '465', smtpSecurity: 'tls' },
};

export const doors: DoorPlans = {
  'lib/mailboxes/oauth/actions.ts': {
    signInThere: answering('write', () => ({ email: 'rosa@gmail.com', provider: 'gmail' })),
    signInAgain: answering('write', () => ({ id: anId() })),
  },
  'app/(desk)/settings/mailboxes/oauth/route.ts': {
    GET: route('write', '/settings/mailboxes/oauth?state=somebody-elses&code=abc'),
  },
  'lib/mailboxes/actions.ts': {
    prepareMailbox: answering('write', () => ({ email: 'rosa@gmail.com', look: '' })),
    connect: answering('write', () => ({ ...account, email: 'rosa@fundacion-marea.example' })),
    change: answering('write', () => ({ ...account, id: anId() })),
    pause: answering('write', () => ({ id: anId() })),
    resume: answering('write', () => ({ id: anId() })),
    tryAgain: answering('write', () => ({ id: anId() })),
    chooseSenders: answering('write', () => ({ id: anId(), senders: 'add' })),
    chooseBack: answering('write', () => ({ id: anId(), wanted: 'no' })),
    disconnect: answering('write', () => ({ id: anId() })),
  },
};
