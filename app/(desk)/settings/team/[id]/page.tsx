import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MemberPage } from '@/components/auth/member';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('team') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <MemberPage id={(await params).id} />;
}
