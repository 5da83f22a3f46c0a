import { lookAtEveryPage } from '@/tests/support/every-look';

lookAtEveryPage('en');
