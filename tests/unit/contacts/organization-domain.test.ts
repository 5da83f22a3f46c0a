import { describe, expect, it } from 'vitest';
import { looksLikeTheirs, organizationDomain } from '@/lib/contacts/organization-domain';
import { isRoleMailbox } from '@/lib/contacts/role-mailbox';

describe('the domain of an organization', () => {
  it.each([
    ['ana@fundacionmarea.org', 'fundacionmarea.org'],
    ['ana@mail.eu.fundacionmarea.org', 'fundacionmarea.org'],
    ['ana@marea.co.uk', 'marea.co.uk'],
    ['ana@marea.github.io', 'marea.github.io'],
    ['ana@xn--bcher-kva.com', 'xn--bcher-kva.com'],
    ['ana@gmail.com', null],
    ['ana@yahoo.co.uk', null],
    ['ana@hotmail.fr', null],
    ['ana@outlook.es', null],
    ['ana@mail.proton.me', null],
    ['ana@co.uk', null],
  ])('of %s is %s', (email, domain) => {
    expect(organizationDomain(email)).toBe(domain);
  });

  it.each([
    ['fundacionmarea.org', 'Fundación Marea', true],
    ['radio-cais.pt', 'Rádio Cais', true],
    ['northlight.com', 'Northlight Ltd', true],
    ['ibm.com', 'IBM', true],
    ['bbc.co.uk', 'British Broadcasting Corporation', true],
    ['riverside.co.uk', 'Riverside Leisure', true],
    ['weil.example', 'Harbour Fund', false],
    ['ana.example', 'Fundación Marea', false],
    ['abc.com', 'Abcdef Ltd', false],
  ])('%s is taken for that of %s: %s', (domain, organization, theirs) => {
    expect(looksLikeTheirs(domain, organization)).toBe(theirs);
  });
});

describe('a role mailbox', () => {
  it.each([
    ['info@x.example', true],
    ['no-reply@x.example', true],
    ['customer.service@x.example', true],
    ['ventas@x.example', true],
    ['ana@x.example', false],
    ['information.ana@x.example', false],
  ])('%s: %s', (email, role) => {
    expect(isRoleMailbox(email)).toBe(role);
  });
});
