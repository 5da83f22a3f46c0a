import { Door } from '@/components/frame/door';
import { Lost } from '@/components/frame/lost';

export default function NotFound() {
  return (
    <Door>
      <Lost />
    </Door>
  );
}
