import { answering, anId, route, type DoorPlans } from './door';

const person = {
  ...{
    name: 'Ana',
    given_name: '',
    position: '',
    organization: '',
    language: '',
    country: '',
    time_zone: '',
  },
  ...{ met_how: 'unknown', met_where: '', met_on: '', introducer: '', source: '', note: '', tags: '' },
};

export const doors: DoorPlans = {
  'lib/contacts/actions.ts': {
    keepContact: answering('write', () => person),
    changeContact: answering('write', () => ({ ...person, contactId: anId() })),
    changeMet: answering('write', () => ({
      ...{ contactId: anId(), met_how: 'event', met_where: '', met_on: '', introducer: '', source: '' },
    })),
    changeNote: answering('write', () => ({ contactId: anId(), note: 'Likes rowing.', tags: '' })),
    addToContact: answering('write', () => ({
      contactId: anId(),
      channel: 'email',
      typed: 'ana@atelier.example',
    })),
    takeAddress: answering('write', () => ({ contactId: anId(), id: anId() })),
  },
  'lib/contacts/organizations/actions.ts': {
    callOrganization: answering('write', () => ({ id: anId(), name: 'Fundación Marea' })),
  },
  'lib/contacts/whose/actions.ts': {
    changeOwner: answering('write', () => ({ contactId: anId(), owner: '' })),
  },
  'lib/contacts/twins/actions.ts': {
    makeOne: answering('write', () => ({ from: anId(), into: anId() })),
    keepTwo: answering('write', () => ({ one: anId(), other: anId() })),
  },
  'lib/contacts/views/actions.ts': {
    keepView: answering('write', () => ({ name: 'Swimmers', address: '/contacts?order=recent' })),
    dropView: answering('write', () => ({ view: anId() })),
  },
  'app/(desk)/contacts/export/route.ts': { GET: route('write', '/contacts/export') },
};
