import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrganizationsPage } from '@/components/organizations/organizations-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('organizations') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <OrganizationsPage asked={await searchParams} />;
}
