import { Lost } from '@/components/frame/lost';

export default function NotFound() {
  return <Lost />;
}
