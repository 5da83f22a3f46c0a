import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Team } from '@/components/auth/team';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('team') };
}

export default function Page() {
  return <Team />;
}
