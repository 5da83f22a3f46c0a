import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { OrganizationPage } from '@/components/organizations/organization-page';
import { actorOrSignIn } from '@/lib/auth/actor';
import { organizationById } from '@/lib/contacts/organizations/queries';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = z.uuid().safeParse((await params).id);
  return { title: (data && (await organizationById(await actorOrSignIn(), data))?.name) || undefined };
}

export default async function Page({ params }: Props) {
  const { data } = z.uuid().safeParse((await params).id);
  if (!data) notFound();
  return <OrganizationPage id={data} />;
}
